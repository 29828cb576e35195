"""Money and key figures: the key that shares costs, special grants, hours asked, figures of the sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB, Jaar, Positief, Uren
from koers.policy.values import Bron, Herkomst, Id, Ontbreekt, OpenVraag, Ref, Tekst, Tijdstip, Tussen

Procent = Annotated[Decimal, Tussen(Decimal(0), Decimal(100))]


@dataclass(frozen=True, slots=True)
class Aandeel:
    gemeente: Annotated[str, Ref("gebieden")]
    procent: Procent


@dataclass(frozen=True, slots=True)
class Verdeelsleutel:
    """`telt_op_tot` says what the shares add up to, so that 99.9 is a known fact and 98.9 a typing error."""

    id: Annotated[str, KEBAB, Id("verdeelsleutels")]
    naam: Tekst
    grondslag: Tekst
    geldt_vanaf: Tijdstip
    telt_op_tot: Annotated[Decimal, Tussen(Decimal(99), Decimal(101))]
    uitleg_telt_op_tot: Tekst
    aandelen: tuple[Aandeel, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        total = sum((aandeel.procent for aandeel in self.aandelen), Decimal(0))
        if total != self.telt_op_tot:
            yield (
                "telt_op_tot",
                f"De aandelen tellen op tot {total}, hier staat {self.telt_op_tot}. "
                "Verbeter een aandeel of dit getal.",
            )
        seen: set[str] = set()
        for number, aandeel in enumerate(self.aandelen):
            if aandeel.gemeente in seen:
                yield (
                    f"aandelen[{number}].gemeente",
                    f"De gemeente {aandeel.gemeente} staat er twee keer in. Haal er een weg.",
                )
            seen.add(aandeel.gemeente)


@dataclass(frozen=True, slots=True)
class Tariefversie:
    """A rate per hour in euros; `vanaf` says from when, or that the source does not tell."""

    euro_per_uur: Annotated[Decimal, Tussen(Decimal("0.01"), Decimal(1000))]
    vanaf: Tijdstip | Ontbreekt
    vindplaats: Bron

    @property
    def cent_per_uur(self) -> int:
        return int(self.euro_per_uur * 100)


@dataclass(frozen=True, slots=True)
class Uurtarief:
    """An agreed rate with its history, oldest first, and the only work that it holds for."""

    id: Annotated[str, KEBAB, Id("uurtarieven")]
    naam: Tekst
    waarvoor: Tekst
    versies: tuple[Tariefversie, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        starts = [versie.vanaf for versie in self.versies]
        if any(isinstance(start, Ontbreekt) for start in starts[1:]):
            yield ("versies", "Alleen het oudste tarief mag zonder begin zijn. Zet bij de andere een datum.")
        days = [start.vanaf for start in starts if not isinstance(start, Ontbreekt)]
        if days != sorted(set(days)):
            yield "versies", "De tarieven staan niet op volgorde. Zet het oudste bovenaan."

    def on(self, day: date) -> Tariefversie | None:
        """The rate on this day; None before the first one began."""
        begun = [v for v in self.versies if isinstance(v.vanaf, Ontbreekt) or v.vanaf.vanaf <= day]
        return begun[-1] if begun else None


@dataclass(frozen=True, slots=True)
class Spuk:
    """A specifieke uitkering of the state: which money, through whom, for what. Amounts in whole euros."""

    id: Annotated[str, KEBAB, Id("spuk")]
    doel: Tekst
    jaar: Jaar
    coordinerende_gemeente: str | Ontbreekt
    aanbieder: str | Ontbreekt
    bedrag_euro: Positief | Ontbreekt
    looptijd_tot: Tijdstip | Ontbreekt
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    @property
    def bedrag_cent(self) -> int | None:
        return None if isinstance(self.bedrag_euro, Ontbreekt) else self.bedrag_euro * 100


@dataclass(frozen=True, slots=True)
class Inzet:
    """Hours asked; `maanden` is absent where the need is structural."""

    uren: Uren
    per: Literal["week", "maand"]
    uren_tot: Uren | None = None
    maanden: Positief | None = None

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.uren_tot is not None and self.uren_tot <= self.uren:
            yield "uren_tot", "Dit is de bovengrens en moet hoger zijn dan 'uren'."


@dataclass(frozen=True, slots=True)
class Capaciteitsvraag:
    id: Annotated[str, KEBAB, Id("capaciteit")]
    taak: Tekst
    inzet: tuple[Inzet, ...] | Ontbreekt
    ingevuld: Literal["ingevuld", "niet_ingevuld", "opnieuw_in_te_vullen", "later"] | Ontbreekt
    herkomst: Herkomst
    financiering: Tekst | None = None
    actie: Tekst | None = None
    dossier: Annotated[str, Ref("dossiers")] | None = None
    project: Annotated[str, Ref("projecten")] | None = None


@dataclass(frozen=True, slots=True)
class Capaciteit:
    """The requests of one list, with the total that the source names (at least so many hours a week)."""

    totaal_minstens_uren_per_week: Uren
    vragen: tuple[Capaciteitsvraag, ...]


@dataclass(frozen=True, slots=True)
class Kengetal:
    """One figure of a source, with how exact the source says it is. Euros are whole or with cents."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    waarde: Decimal
    eenheid: Literal[
        "euro",
        "euro_per_uur",
        "procent",
        "uren",
        "uren_per_week",
        "fte",
        "dagen",
        "jaren",
        "aantal",
        "aantal_per_jaar",
    ]
    vindplaats: Bron
    exactheid: Literal["precies", "bijna", "ongeveer", "hoogstens", "minstens"] = "precies"
    peil: Tijdstip | None = None
    gebied: Annotated[str, Ref("gebieden")] | None = None
    toelichting: Tekst | None = None

    @property
    def bedrag_cent(self) -> int:
        """The amount in cents. Raises ValueError for a figure that is no money."""
        if not self.eenheid.startswith("euro"):
            raise ValueError(f"{self.id} is geen bedrag")
        return int(self.waarde * 100)

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.eenheid.startswith("euro") and self.waarde * 100 != int(self.waarde * 100):
            yield (
                "waarde",
                "Een bedrag heeft hooguit twee cijfers achter de punt. Rond het af op hele centen.",
            )


@dataclass(frozen=True, slots=True)
class Kengetallen:
    """A sheet of key figures; `optelling` says which figures must add up to which other one."""

    id: Annotated[str, KEBAB, Id("kengetallen")]
    naam: Tekst
    toelichting: Tekst
    getallen: tuple[Kengetal, ...]
    herkomst: Herkomst
    optellingen: tuple["Optelling", ...] = ()
    open_vragen: tuple[OpenVraag, ...] = ()

    def getal(self, id: str) -> Kengetal:
        """Raises KeyError for an unknown figure."""
        for getal in self.getallen:
            if getal.id == id:
                return getal
        raise KeyError(id)

    def faults(self) -> Iterator[tuple[str, str]]:
        known: dict[str, Decimal] = {}
        for number, getal in enumerate(self.getallen):
            if getal.id in known:
                yield (
                    f"getallen[{number}].id",
                    f"Het getal {getal.id} staat er twee keer in. Haal er een weg of noem het anders.",
                )
            known[getal.id] = getal.waarde
        for number, optelling in enumerate(self.optellingen):
            yield from optelling.faults_among(known, f"optellingen[{number}]")


@dataclass(frozen=True, slots=True)
class Optelling:
    totaal: str
    delen: tuple[str, ...]

    def faults_among(self, known: dict[str, Decimal], veld: str) -> Iterator[tuple[str, str]]:
        missing = [name for name in (self.totaal, *self.delen) if name not in known]
        if missing:
            yield veld, f"Er is geen getal met de naam {', '.join(missing)} in dit bestand. Verbeter de naam."
            return
        total = sum((known[name] for name in self.delen), Decimal(0))
        if total != known[self.totaal]:
            yield (
                veld,
                f"De delen tellen op tot {total}, maar {self.totaal} is {known[self.totaal]}. "
                "Verbeter een van de getallen.",
            )
