"""The network: scales, bodies and how they connect, who does what, projects and dossiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB, Positief, Uren
from koers.policy.values import (
    NIET_IN_BRON,
    Bron,
    Herkomst,
    Id,
    Ontbreekt,
    OpenVraag,
    Ref,
    Tekst,
    Tijdstip,
    Tussen,
)

Prioriteit = Annotated[int, Tussen(1, 3)]
# The roles in Koers that can sit at a body (`koers.domain.rollen.STURING`).
RolInKoers = Literal[
    "beleidsadviseur", "controller", "regiomanager", "stuurgroeplid", "wethouder", "raadslid"
]


@dataclass(frozen=True, slots=True)
class Schaal:
    nr: Annotated[int, Tussen(1, 20)]
    id: Annotated[str, KEBAB, Id("schalen")]
    naam: Tekst
    uitleg: Tekst
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Schalen:
    schalen: tuple[Schaal, ...]


@dataclass(frozen=True, slots=True)
class Gremium:
    """A body that meets, or once met, or is proposed. `besluitbevoegd` stays out where no source tells.

    `vertegenwoordigt`: the inkoopregio's for which somebody sits here. `rollen`: who of the people in Koers
    sits here, so that they meet and prepare; a region writes down its own.
    """

    id: Annotated[str, KEBAB, Id("gremia")]
    naam: Tekst
    schaal: Annotated[str, Ref("schalen")]
    soort: Literal["bestuurlijk", "ambtelijk", "uitvoerend", "inkoop", "bureau"]
    status: Literal["bestaand", "te_splitsen", "voorgesteld", "opgeheven"]
    doel: Tekst
    herkomst: Herkomst
    leden: Tekst | None = None
    rollen: tuple[RolInKoers, ...] = ()
    keren_per_jaar: Positief | None = None
    bereidt_voor: tuple[Annotated[str, Ref("gremia")], ...] = ()
    splitst_in: tuple[Annotated[str, Ref("gremia")], ...] = ()
    vertegenwoordigt: tuple[Annotated[str, Ref("gremia")], ...] = ()
    besluitbevoegd: bool | None = None
    tijdelijk: bool = False
    sinds: Tijdstip | None = None
    tot: Tijdstip | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        if (self.status == "te_splitsen") != bool(self.splitst_in):
            where = "splitst_in" if self.splitst_in else "status"
            yield where, "Bij de status te_splitsen hoort splitst_in, en alleen daarbij."
        if self.id in self.bereidt_voor:
            yield "bereidt_voor", "Een gremium bereidt zichzelf niet voor. Noem een ander gremium."
        if self.sinds and self.tot and self.tot.vanaf < self.sinds.vanaf:
            yield "tot", "Het einde ligt voor het begin. Kijk naar 'sinds' en 'tot'."


@dataclass(frozen=True, slots=True)
class Verbinding:
    """A link between two bodies, with what the analysis of 2022 says about it."""

    id: Annotated[str, KEBAB, Id("verbindingen")]
    van: Annotated[str, Ref("gremia")]
    naar: Annotated[str, Ref("gremia")]
    staat: Literal["aanwezig", "zwak", "ontbreekt"]
    wat: Tekst
    vindplaats: Bron
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Verbindingen:
    verbindingen: tuple[Verbinding, ...]


def _runs(vanaf: Tijdstip | None, tot: Tijdstip | None, day: date) -> bool:
    """Between a start and an end that may be known no better than their year: its first and its last day.

    An end after some month ('na mei 2022') may have come on any day after it, so it counts from the first.
    """
    if vanaf is not None and day < vanaf.vanaf:
        return False
    return tot is None or day <= (tot.tot_en_met or tot.vanaf)


@dataclass(frozen=True, slots=True)
class Houder:
    """Who fills a role, as a function and never by name, and in which period as far as the source tells."""

    wie: Tekst
    vindplaats: Bron
    vanaf: Tijdstip | None = None
    tot: Tijdstip | None = None

    def on(self, day: date) -> bool:
        """Whether the role is held on this day."""
        return _runs(self.vanaf, self.tot, day)


@dataclass(frozen=True, slots=True)
class Rol:
    """A role in the network. `verbindt`: a linking pin carries news from the first body to the second."""

    id: Annotated[str, KEBAB, Id("rollen")]
    naam: Tekst
    wat: Tekst
    herkomst: Herkomst
    gremium: Annotated[str, Ref("gremia")] | None = None
    verbindt: tuple[Annotated[str, Ref("gremia")], ...] = ()
    houders: tuple[Houder, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.verbindt and (len(self.verbindt) != 2 or self.verbindt[0] == self.verbindt[1]):
            yield "verbindt", "Noem hier twee verschillende gremia: van het eerste naar het tweede."

    def holders(self, day: date) -> tuple[Houder, ...]:
        """Who holds the role on this day."""
        return tuple(houder for houder in self.houders if houder.on(day))


@dataclass(frozen=True, slots=True)
class Rollen:
    rollen: tuple[Rol, ...]


@dataclass(frozen=True, slots=True)
class Partij:
    """Whose something is: a body, or a role."""

    gremium: Annotated[str, Ref("gremia")] | None = None
    rol: Annotated[str, Ref("rollen")] | None = None

    def faults(self) -> Iterator[tuple[str, str]]:
        if (self.gremium is None) == (self.rol is None):
            yield "gremium", "Noem een gremium of een rol, en niet allebei."

    @property
    def sleutel(self) -> tuple[str, str]:
        """Its kind and id: ("gremia", "abo") or ("rollen", "regiomanager")."""
        return ("gremia", self.gremium) if self.gremium else ("rollen", self.rol or "")


@dataclass(frozen=True, slots=True)
class Taak:
    """A task. `eigenaren`: whose it is according to the source; nobody, where it names nobody."""

    id: Annotated[str, KEBAB, Id("taken")]
    naam: Tekst
    eigenaren: tuple[Partij, ...] = ()
    toelichting: Tekst | None = None
    vindplaats: Bron | None = None


@dataclass(frozen=True, slots=True)
class TakenOpSchaal:
    schaal: Annotated[str, Ref("schalen")]
    taken: tuple[Taak, ...]


@dataclass(frozen=True, slots=True)
class Taakverdeling:
    id: Annotated[str, KEBAB, Id("taakverdelingen")]
    naam: Tekst
    toelichting: Tekst
    scenario: Annotated[str, Ref("scenarios")]
    schalen: tuple[TakenOpSchaal, ...]
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Mandaat:
    """One line of the register of mandates: what a party may do for a task, in which period.

    `soort`: it decides, it leads the process, it carries out, or the source says that it has no mandate.
    """

    id: Annotated[str, KEBAB, Id("mandaten")]
    wie: Partij
    taak: Annotated[str, Ref("taken")]
    soort: Literal["besluit", "proces", "uitvoering", "geen"]
    wat: Tekst
    vindplaats: Bron
    herkomst: Herkomst
    vanaf: Tijdstip | None = None
    tot: Tijdstip | None = None

    def on(self, day: date) -> bool:
        """Whether the line is in force on this day."""
        return _runs(self.vanaf, self.tot, day)


@dataclass(frozen=True, slots=True)
class Mandaten:
    mandaten: tuple[Mandaat, ...]


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What was asked of whom: the result, by when, with how many hours and how much money."""

    resultaat: Tekst
    einddatum: date | Ontbreekt
    uren_per_week: Uren | Ontbreekt
    budget_euro: Positief | Ontbreekt


@dataclass(frozen=True, slots=True)
class Projectgeld:
    """Money of a project in whole euros, as it stood on a day: planned, spent so far, expected in the end."""

    peil: Tijdstip
    begroot_euro: Positief | Ontbreekt
    uitgegeven_euro: Positief | Ontbreekt
    verwacht_euro: Positief | Ontbreekt


@dataclass(frozen=True, slots=True)
class VanTot:
    van: Positief
    tot_en_met: Positief

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.tot_en_met < self.van:
            yield "tot_en_met", "Het hoogste getal is lager dan het laagste. Draai ze om."


@dataclass(frozen=True, slots=True)
class Stand:
    peil: Tijdstip
    tekst: Tekst


@dataclass(frozen=True, slots=True)
class Project:
    """A project of the programme Envedder. `oorspronkelijk`: one of the three of 2018."""

    id: Annotated[str, KEBAB, Id("projecten")]
    naam: Tekst
    wat: Tekst
    oorspronkelijk: bool
    structureel: bool
    afronding: Tekst
    herkomst: Herkomst
    uren_per_week: Uren | None = None
    uren_toelichting: Tekst | None = None
    doel_gereed: date | None = None
    stand: Stand | None = None
    verplicht_als: Tekst | None = None
    onderdeel_van: Annotated[str, Ref("projecten")] | None = None
    dossierhouder: Annotated[str, Ref("gremia")] | None = None
    gezinnen_per_hub: VanTot | None = None
    leeftijd_tot_en_met: Annotated[int, Tussen(0, 30)] | None = None
    raakt_inkoop: bool = False
    aan_tafel: tuple[Annotated[str, Ref("gremia")], ...] = ()
    opdracht: Opdracht | None = None
    geld: Projectgeld | None = None
    open_vragen: tuple[OpenVraag, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A subject that the region works on. `aan_tafel`: the bodies where it is discussed."""

    id: Annotated[str, KEBAB, Id("dossiers")]
    naam: Tekst
    herkomst: Herkomst
    wat: Tekst | None = None
    prioriteit: Prioriteit | Ontbreekt = NIET_IN_BRON
    houder: Partij | None = None
    linking_pin: Annotated[str, Ref("rollen")] | None = None
    raakt_inkoop: bool = False
    aan_tafel: tuple[Annotated[str, Ref("gremia")], ...] = ()
    opdracht: Opdracht | None = None


@dataclass(frozen=True, slots=True)
class Dossiers:
    dossiers: tuple[Dossier, ...]
