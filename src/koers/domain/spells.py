"""The published tables that every figure is computed from, and what can be wrong with a row.

One table of facts: the fields of each class below say name, type, may it be empty, and what it means.
The same tables come out of Koers's own register (through the mart) and may be delivered by another
back office. Spells are the heart: one stretch of help of one young person (decision 4).
A last day is inclusive here, as people and standards write it; inside, periods are half-open.
"""

# ruff: noqa: RUF009  (the fields carry their column; each call makes a new one on purpose)

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from math import isfinite
from typing import Any

from koers.domain.aanlevering import Vondst
from koers.domain.kolommen import (
    Kolom,
    Kolomsoort,
    dag_kolom,
    een_kolom,
    geboortemaand_kolom,
    gemeente_kolom,
    jeugdige_kolom,
    niveau_kolom,
    route_kolom,
    tekst_kolom,
    vastgelegd_at_kolom,
    verwijzer_kolom,
)
from koers.domain.ladder import GEEN_UITZONDERING, LADDERUITKOMSTEN, OVERGESLAGEN, UITZONDERINGEN


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of help: one young person, one product, one municipality, without interruption."""

    jeugdige: str = jeugdige_kolom()
    geboortemaand: str | None = geboortemaand_kolom()
    geslacht: str = tekst_kolom(
        "M, V of O (onbekend).", "M, V (female) or O (unknown).", leeg_mag=False, keuze=("M", "V", "O")
    )
    gemeente: str = gemeente_kolom()
    route: str | None = route_kolom(leeg_mag=True)
    niveau: int = niveau_kolom()
    product: str | None = tekst_kolom("Productcode uit het contract.", "Product code of the contract.")
    aanbieder: str | None = tekst_kolom("Code van de aanbieder (AGB).", "Code of the provider (AGB).")
    begindatum: date = dag_kolom("Eerste dag met hulp.", "First day with help.")
    einddatum: date | None = dag_kolom(
        "Laatste dag met hulp; leeg als de hulp loopt.",
        "Last day with help; empty while it runs.",
        leeg_mag=True,
    )
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class Bevolking:
    """How many people of one age lived in a municipality on 1 January (decision 5: numbers, no persons)."""

    gemeente: str = gemeente_kolom()
    leeftijd: int = een_kolom(
        Kolomsoort.GETAL,
        "Leeftijd op 1 januari, 0 tot en met 22.",
        "Age on 1 January, 0 to 22.",
        keuze=tuple(range(23)),
    )
    jaar: int = een_kolom(Kolomsoort.GETAL, "Het jaar van die 1 januari.", "The year of that 1 January.")
    aantal: int = een_kolom(Kolomsoort.GETAL, "Aantal inwoners.", "Number of residents.", minstens=0)


@dataclass(frozen=True, slots=True)
class LichteHulp:
    """A light question to the POH Jeugd or the local team, and what became of it."""

    jeugdige: str = jeugdige_kolom()
    geboortemaand: str | None = geboortemaand_kolom()
    gemeente: str = gemeente_kolom()
    soort: str = tekst_kolom(
        "Wie de lichte hulp geeft.",
        "Who gives the light help.",
        leeg_mag=False,
        keuze=("poh_jeugd", "lokaal_team"),
    )
    praktijk: str | None = tekst_kolom("Code van de huisartsenpraktijk.", "Code of the practice.")
    vraagdatum: date = dag_kolom("De dag van de vraag.", "The day of the question.")
    begindatum: date | None = dag_kolom(
        "De dag van het eerste gesprek; leeg zolang dat er niet was.",
        "The day of the first conversation; empty until then.",
        leeg_mag=True,
    )
    einddatum: date | None = dag_kolom(
        "De laatste dag; leeg als de hulp loopt.", "The last day; empty while it runs.", leeg_mag=True
    )
    uitkomst: str | None = tekst_kolom(
        "Hoe de hulp eindigde.",
        "How the help ended.",
        keuze=("afgerond", "opgeschaald", "gestopt_door_gezin"),
    )
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class VoorliggendGebruik:
    """A young person uses a voorliggende voorziening, such as a course or a group."""

    jeugdige: str = jeugdige_kolom()
    geboortemaand: str | None = geboortemaand_kolom()
    gemeente: str = gemeente_kolom()
    voorziening: str = tekst_kolom("Welke voorziening.", "Which service.", leeg_mag=False)
    begindatum: date = dag_kolom("Eerste dag van het gebruik.", "First day of use.")
    einddatum: date | None = dag_kolom(
        "Laatste dag; leeg als het gebruik loopt.", "Last day; empty while it runs.", leeg_mag=True
    )
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A question that came in (a melding or a referral), and the help it led to."""

    jeugdige: str = jeugdige_kolom()
    geboortemaand: str | None = geboortemaand_kolom()
    gemeente: str = gemeente_kolom()
    datum: date = dag_kolom("De dag waarop de vraag binnenkwam.", "The day the question came in.")
    route: str = route_kolom()
    verwijzer: str = verwijzer_kolom()
    praktijk: str | None = tekst_kolom(
        "Code van de praktijk of instelling die verwees.",
        "Code of the practice or institution that referred.",
    )
    kanaal: str | None = tekst_kolom(
        "Waar de vraag begon, bijvoorbeeld school of huisarts.",
        "Where the question began, such as school or practice.",
    )
    team: str | None = tekst_kolom(
        "Welk team van de gemeente verwees, bijvoorbeeld team_jeugd.",
        "Which team of the municipality referred, such as team_jeugd.",
    )
    herindicatie: bool = een_kolom(
        Kolomsoort.JA_NEE, "Gaat dit verder op eerdere hulp?", "Does it go on with earlier help?"
    )
    niveau: int | None = niveau_kolom(leeg_mag=True)
    product: str | None = tekst_kolom("Productcode van de hulp.", "Product code of the help.")
    hulp_begindatum: date | None = dag_kolom(
        "De dag waarop de hulp begon; leeg zolang die niet begon.",
        "The day help began; empty until then.",
        leeg_mag=True,
    )
    vastgelegd_at: datetime = vastgelegd_at_kolom()


def _trede(nl: str, en: str) -> Any:
    return tekst_kolom(
        f"Wat {nl} opleverde; open als dat niet is opgeschreven.",
        f"What {en} gave; open if that was not written down.",
        leeg_mag=False,
        keuze=LADDERUITKOMSTEN,
    )


@dataclass(frozen=True, slots=True)
class Ladderbesluit:
    """An individuele voorziening was granted by the toegang; what each step below it had given by then."""

    jeugdige: str = jeugdige_kolom()
    geboortemaand: str | None = geboortemaand_kolom()
    gemeente: str = gemeente_kolom()
    datum: date = dag_kolom("De dag van het besluit.", "The day of the besluit.")
    eigen_kracht: str = _trede("eigen kracht", "own strength")
    omgevingskracht: str = _trede("de kracht van de omgeving", "the strength of the surroundings")
    algemene_voorziening: str = _trede("wat er voor iedereen is", "what is there for everybody")
    overgeslagen: str = tekst_kolom(
        "Is een trede open gelaten of niet van toepassing verklaard? Open gaat voor.",
        "Was a step left open, or declared not to apply? Open goes first.",
        leeg_mag=False,
        keuze=("nee", *OVERGESLAGEN),
    )
    uitzondering: str = tekst_kolom(
        "Waarom de ladder niet hoefde: een crisis of de hardheidsclausule.",
        "Why the ladder was not asked for: a crisis or the hardheidsclausule.",
        leeg_mag=False,
        keuze=(GEEN_UITZONDERING, *UITZONDERINGEN),
    )
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class GedeclareerdeKosten:
    """What was declared for one young person and one month; a credit is negative."""

    jeugdige: str | None = jeugdige_kolom(leeg_mag=True)
    gemeente: str = gemeente_kolom()
    maand: str = een_kolom(Kolomsoort.MAAND, "De maand waarin de hulp was.", "The month of the help.")
    bedrag_cent: int = een_kolom(Kolomsoort.GETAL, "Bedrag in hele centen.", "Amount in whole cents.")
    niveau: int | None = niveau_kolom(leeg_mag=True)
    route: str | None = route_kolom(leeg_mag=True)
    verwijzer: str | None = verwijzer_kolom(leeg_mag=True)
    team: str | None = tekst_kolom(
        "Welk team van de gemeente verwees.", "Which team of the municipality referred."
    )
    product: str | None = tekst_kolom("Productcode.", "Product code.")
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class ErvaringAntwoord:
    """One answer to: was the help fitting? Nobody's name or code goes with it."""

    datum: date = dag_kolom("De dag van het antwoord.", "The day of the answer.")
    passend: bool = een_kolom(
        Kolomsoort.JA_NEE, "Vond deze persoon de hulp passend?", "Did this person find the help fitting?"
    )
    wie: str = tekst_kolom("Wie antwoordde.", "Who answered.", leeg_mag=False, keuze=("jeugdige", "ouder"))
    gemeente: str = gemeente_kolom()
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class Partneroordeel:
    """The score of one partner in the yearly evaluation of working together."""

    datum: date = dag_kolom("De dag van het antwoord.", "The day of the answer.")
    voldoende: bool = een_kolom(
        Kolomsoort.JA_NEE, "Gaf de partner voldoende of hoger?", "Did the partner score sufficient or higher?"
    )
    soort: str | None = tekst_kolom("Soort partner, bijvoorbeeld school.", "Kind of partner, such as school.")
    gemeente: str = gemeente_kolom()
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True)
class Tabel:
    """A published table: `rij` is its row class, `dagkolom` the day (month, year) a row belongs to.

    `looptijd`: the columns with first and last day, where a row lasts. `volgorde`: pairs of days of which
    the second may not be earlier.
    """

    naam: str
    rij: type
    dagkolom: str
    looptijd: tuple[str, str] | None = None
    volgorde: tuple[tuple[str, str], ...] = ()

    @cached_property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns in their published order."""
        return tuple(Kolom(naam=f.name, **f.metadata) for f in fields(self.rij))

    @cached_property
    def namen(self) -> tuple[str, ...]:
        """Names of the columns in their published order."""
        return tuple(kolom.naam for kolom in self.kolommen)

    def kolom(self, naam: str) -> Kolom:
        """The column with this name. KeyError when there is none."""
        return {kolom.naam: kolom for kolom in self.kolommen}[naam]


TABELLEN: dict[str, Tabel] = {
    tabel.naam: tabel
    for tabel in (
        Tabel(
            "spells",
            Spell,
            "begindatum",
            ("begindatum", "einddatum"),
            volgorde=(("begindatum", "einddatum"),),
        ),
        Tabel("bevolking", Bevolking, "jaar"),
        Tabel(
            "lichte_hulp",
            LichteHulp,
            "vraagdatum",
            ("begindatum", "einddatum"),
            volgorde=(("vraagdatum", "begindatum"), ("vraagdatum", "einddatum"), ("begindatum", "einddatum")),
        ),
        Tabel(
            "voorliggend",
            VoorliggendGebruik,
            "begindatum",
            ("begindatum", "einddatum"),
            volgorde=(("begindatum", "einddatum"),),
        ),
        # No order here: crisis help may begin before anybody wrote the question down.
        Tabel("verwijzingen", Verwijzing, "datum"),
        Tabel("ladder", Ladderbesluit, "datum"),
        Tabel("declaraties", GedeclareerdeKosten, "maand"),
        Tabel("ervaringen", ErvaringAntwoord, "datum"),
        Tabel("partneroordelen", Partneroordeel, "datum"),
    )
}


class RijOngeldig(ValueError):
    """A row that does not fit its table. `vondsten`: what, in which column, with the row number."""

    def __init__(self, vondsten: tuple[Vondst, ...]) -> None:
        super().__init__(", ".join(f"{v.rijnummer}:{v.kolom}:{v.code}" for v in vondsten))
        self.vondsten = vondsten


def read_row(tabel: Tabel, nummer: int, rij: Mapping[str, object]) -> Any:
    """A delivered row as a row of the table; `nummer` is how the deliverer counts.

    Cells may be text, as in CSV, or values, as from a database. Raises RijOngeldig with every reason.
    """
    found: list[Vondst] = []
    for naam in rij.keys() - set(tabel.namen):
        found.append(Vondst(nummer, "rij_kolom_onbekend", naam))
    waarden: dict[str, Any] = {}
    for kolom in tabel.kolommen:
        try:
            waarden[kolom.naam] = read_cell(kolom, rij.get(kolom.naam))
        except CelOngeldig as fout:
            rauw = "" if rij.get(kolom.naam) is None else str(rij[kolom.naam])
            found.append(Vondst(nummer, fout.code, kolom.naam, rauw[:200], fout.params))
    found += [
        Vondst(nummer, "rij_volgorde", laat, str(waarden[laat]), {"eerder": vroeg})
        for vroeg, laat in tabel.volgorde
        if waarden.get(vroeg) is not None and waarden.get(laat) is not None and waarden[laat] < waarden[vroeg]
    ]
    if found:
        raise RijOngeldig(tuple(sorted(found, key=lambda v: (v.kolom, v.code))))
    return tabel.rij(**waarden)


def read_rows(
    tabel: Tabel, rijen: Iterable[Mapping[str, object]], *, eerste_rij: int = 1
) -> tuple[list[Any], list[Vondst]]:
    """Every row that fits, and for the others the reasons why not."""
    good: list[Any] = []
    found: list[Vondst] = []
    for nummer, rij in enumerate(rijen, start=eerste_rij):
        try:
            good.append(read_row(tabel, nummer, rij))
        except RijOngeldig as fout:
            found.extend(fout.vondsten)
    return good, found


class CelOngeldig(ValueError):
    """A cell that does not fit its column. `code` names the sentence, `params` fill it in."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def read_cell(kolom: Kolom, rauw: object) -> Any:
    """The value in a cell, in the column's own type; None for an empty one. Raises CelOngeldig."""
    if isinstance(rauw, str):
        rauw = rauw.strip()
    if rauw is None or rauw == "":
        if kolom.leeg_mag:
            return None
        raise CelOngeldig("rij_leeg")
    waarde = _READERS[kolom.soort](rauw)
    if kolom.keuze and waarde not in kolom.keuze:
        raise CelOngeldig("rij_niet_in_lijst", keuze=", ".join(map(str, kolom.keuze)))
    if kolom.gemeentecode and not re.fullmatch(r"GM[0-9]{4}", waarde):
        raise CelOngeldig("rij_geen_gemeentecode")
    if kolom.minstens is not None and waarde < kolom.minstens:
        raise CelOngeldig("rij_te_klein", minstens=kolom.minstens)
    return waarde


def _tekst_cel(rauw: object) -> str:
    if isinstance(rauw, str):
        return rauw
    if isinstance(rauw, int) and not isinstance(rauw, bool):
        return str(rauw)
    raise CelOngeldig("rij_geen_tekst")


def _getal_cel(rauw: object) -> int:
    if isinstance(rauw, bool):
        raise CelOngeldig("rij_geen_getal")
    if isinstance(rauw, int):
        return rauw
    if isinstance(rauw, float | Decimal) and isfinite(rauw) and rauw == int(rauw):
        return int(rauw)
    # ".0" is how programs write a whole number in a column with empty cells; ".000" could be thousands.
    if isinstance(rauw, str) and re.fullmatch(r"-?[0-9]{1,18}(\.0)?", rauw):
        return int(rauw.removesuffix(".0"))
    raise CelOngeldig("rij_geen_getal")


def _datum_cel(rauw: object) -> date:
    if isinstance(rauw, date) and not isinstance(rauw, datetime):
        return rauw
    try:
        if isinstance(rauw, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", rauw):
            return date.fromisoformat(rauw)
    except ValueError:
        pass
    raise CelOngeldig("rij_geen_datum")


def _maand_cel(rauw: object) -> str:
    # Never a whole date: an exact date of birth may not slip in as a month.
    if isinstance(rauw, str) and re.fullmatch(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])", rauw):
        return rauw
    raise CelOngeldig("rij_geen_maand")


def _moment_cel(rauw: object) -> datetime:
    if isinstance(rauw, str):
        try:
            rauw = datetime.fromisoformat(rauw)
        except ValueError:
            raise CelOngeldig("rij_geen_moment") from None
    if not isinstance(rauw, datetime):
        raise CelOngeldig("rij_geen_moment")
    return rauw.replace(tzinfo=UTC) if rauw.tzinfo is None else rauw.astimezone(UTC)


def _ja_nee_cel(rauw: object) -> bool:
    if isinstance(rauw, str):
        rauw = {"ja": True, "nee": False, "1": True, "0": False}.get(rauw.lower(), rauw)
    if isinstance(rauw, bool):
        return rauw
    if rauw in (0, 1):
        return bool(rauw)
    raise CelOngeldig("rij_geen_ja_nee")


_READERS: dict[Kolomsoort, Callable[[object], Any]] = {
    Kolomsoort.TEKST: _tekst_cel,
    Kolomsoort.GETAL: _getal_cel,
    Kolomsoort.DATUM: _datum_cel,
    Kolomsoort.MAAND: _maand_cel,
    Kolomsoort.MOMENT: _moment_cel,
    Kolomsoort.JA_NEE: _ja_nee_cel,
}
