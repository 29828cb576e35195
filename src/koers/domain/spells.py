"""The published tables that every figure is computed from, and what can be wrong with a row.

One table of facts: the fields of each class below say name, type, may it be empty, and what it means.
The same tables come out of Koers's own register (through the mart) and may be delivered by another
back office. Spells are the heart: one stretch of help of one young person (decision 4).
A last day is inclusive here, as people and standards write it; inside, periods are half-open.
"""

# ruff: noqa: RUF009  (the fields carry their column; each call makes a new one on purpose)

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from math import isfinite
from typing import Any

from koers.domain.aanlevering import Vondst
from koers.domain.routes import ROUTE_VAN_VERWIJZER

ROUTES = tuple(sorted(set(ROUTE_VAN_VERWIJZER.values())))
VERWIJZERS = tuple(sorted(ROUTE_VAN_VERWIJZER))


class Kolomsoort(StrEnum):
    """What stands in a column. Amounts are whole cents; a month is text "2026-03"; moments are UTC."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    MAAND = "maand"
    MOMENT = "moment"
    JA_NEE = "ja_nee"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `nl` and `en`: its meaning in a sentence. `leeg_mag`: may it be empty.

    `pseudoniem`: the mart replaces it by a keyed code. `gemeentecode`: a code like GM1731, nothing else.
    """

    naam: str
    soort: Kolomsoort
    nl: str
    en: str
    leeg_mag: bool = False
    keuze: tuple[str | int, ...] = ()
    minstens: int | None = None
    pseudoniem: bool = False
    gemeentecode: bool = False


def _kolom(soort: Kolomsoort, nl: str, en: str, **rest: Any) -> Any:
    """A dataclass field that carries its column; `Tabel.kolommen` reads it back."""
    return field(metadata={"soort": soort, "nl": nl, "en": en, **rest})


def _jeugdige(*, leeg_mag: bool = False) -> Any:
    return _kolom(
        Kolomsoort.TEKST,
        "Een code die voor deze jeugdige altijd dezelfde is en niet zegt wie het is.",
        "A code that is always the same for this young person and does not tell who it is.",
        pseudoniem=True,
        leeg_mag=leeg_mag,
    )


def _geboortemaand() -> Any:
    return _kolom(
        Kolomsoort.MAAND,
        "Jaar en maand van geboorte; leeg als die nog niet bekend is.",
        "Year and month of birth; empty while unknown.",
        leeg_mag=True,
    )


def _gemeente() -> Any:
    return _kolom(
        Kolomsoort.TEKST,
        "CBS-code van de gemeente die toen verantwoordelijk was.",
        "CBS code of the municipality that was responsible at the time.",
        gemeentecode=True,
    )


def _vastgelegd_at() -> Any:
    return _kolom(
        Kolomsoort.MOMENT,
        "Wanneer dit werd opgeschreven; zonder tijdzone geldt UTC.",
        "When this was written down; without a time zone it is UTC.",
    )


def _niveau(*, leeg_mag: bool = False) -> Any:
    return _kolom(
        Kolomsoort.GETAL,
        "Niveau van de hulp, 1 tot en met 8, volgens het product op die datum.",
        "Level of the help, 1 to 8, as the product says on that date.",
        keuze=tuple(range(1, 9)),
        leeg_mag=leeg_mag,
    )


def _route(*, leeg_mag: bool = False) -> Any:
    return _kolom(
        Kolomsoort.TEKST,
        "De wettelijke weg naar de hulp.",
        "The legal road to the help.",
        keuze=ROUTES,
        leeg_mag=leeg_mag,
    )


def _verwijzer(*, leeg_mag: bool = False) -> Any:
    return _kolom(
        Kolomsoort.TEKST,
        "Soort verwijzer, met de code van het CBS.",
        "Kind of referrer, with the CBS code.",
        keuze=VERWIJZERS,
        leeg_mag=leeg_mag,
    )


def _dag(nl: str, en: str, *, leeg_mag: bool = False) -> Any:
    return _kolom(Kolomsoort.DATUM, nl, en, leeg_mag=leeg_mag)


def _tekst(nl: str, en: str, *, leeg_mag: bool = True, keuze: tuple[str, ...] = ()) -> Any:
    return _kolom(Kolomsoort.TEKST, nl, en, leeg_mag=leeg_mag, keuze=keuze)


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of help: one young person, one product, one municipality, without interruption."""

    jeugdige: str = _jeugdige()
    geboortemaand: str | None = _geboortemaand()
    geslacht: str = _tekst(
        "M, V of O (onbekend).", "M, V (female) or O (unknown).", leeg_mag=False, keuze=("M", "V", "O")
    )
    gemeente: str = _gemeente()
    route: str | None = _route(leeg_mag=True)
    niveau: int = _niveau()
    product: str | None = _tekst("Productcode uit het contract.", "Product code of the contract.")
    aanbieder: str | None = _tekst("Code van de aanbieder (AGB).", "Code of the provider (AGB).")
    begindatum: date = _dag("Eerste dag met hulp.", "First day with help.")
    einddatum: date | None = _dag(
        "Laatste dag met hulp; leeg als de hulp loopt.",
        "Last day with help; empty while it runs.",
        leeg_mag=True,
    )
    vastgelegd_at: datetime = _vastgelegd_at()


@dataclass(frozen=True, slots=True)
class Bevolking:
    """How many people of one age lived in a municipality on 1 January (decision 5: numbers, no persons)."""

    gemeente: str = _gemeente()
    leeftijd: int = _kolom(
        Kolomsoort.GETAL,
        "Leeftijd op 1 januari, 0 tot en met 22.",
        "Age on 1 January, 0 to 22.",
        keuze=tuple(range(23)),
    )
    jaar: int = _kolom(Kolomsoort.GETAL, "Het jaar van die 1 januari.", "The year of that 1 January.")
    aantal: int = _kolom(Kolomsoort.GETAL, "Aantal inwoners.", "Number of residents.", minstens=0)


@dataclass(frozen=True, slots=True)
class LichteHulp:
    """A light question to the POH Jeugd or the local team, and what became of it."""

    jeugdige: str = _jeugdige()
    geboortemaand: str | None = _geboortemaand()
    gemeente: str = _gemeente()
    soort: str = _tekst(
        "Wie de lichte hulp geeft.",
        "Who gives the light help.",
        leeg_mag=False,
        keuze=("poh_jeugd", "lokaal_team"),
    )
    praktijk: str | None = _tekst("Code van de huisartsenpraktijk.", "Code of the practice.")
    vraagdatum: date = _dag("De dag van de vraag.", "The day of the question.")
    begindatum: date | None = _dag(
        "De dag van het eerste gesprek; leeg zolang dat er niet was.",
        "The day of the first conversation; empty until then.",
        leeg_mag=True,
    )
    einddatum: date | None = _dag(
        "De laatste dag; leeg als de hulp loopt.", "The last day; empty while it runs.", leeg_mag=True
    )
    uitkomst: str | None = _tekst(
        "Hoe de hulp eindigde.",
        "How the help ended.",
        keuze=("afgerond", "opgeschaald", "gestopt_door_gezin"),
    )
    vastgelegd_at: datetime = _vastgelegd_at()


@dataclass(frozen=True, slots=True)
class VoorliggendGebruik:
    """A young person uses a voorliggende voorziening, such as a course or a group."""

    jeugdige: str = _jeugdige()
    geboortemaand: str | None = _geboortemaand()
    gemeente: str = _gemeente()
    voorziening: str = _tekst("Welke voorziening.", "Which service.", leeg_mag=False)
    begindatum: date = _dag("Eerste dag van het gebruik.", "First day of use.")
    einddatum: date | None = _dag(
        "Laatste dag; leeg als het gebruik loopt.", "Last day; empty while it runs.", leeg_mag=True
    )
    vastgelegd_at: datetime = _vastgelegd_at()


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A question that came in (a melding or a referral), and the help it led to."""

    jeugdige: str = _jeugdige()
    geboortemaand: str | None = _geboortemaand()
    gemeente: str = _gemeente()
    datum: date = _dag("De dag waarop de vraag binnenkwam.", "The day the question came in.")
    route: str = _route()
    verwijzer: str = _verwijzer()
    praktijk: str | None = _tekst(
        "Code van de praktijk of instelling die verwees.",
        "Code of the practice or institution that referred.",
    )
    kanaal: str | None = _tekst(
        "Waar de vraag begon, bijvoorbeeld school of huisarts.",
        "Where the question began, such as school or practice.",
    )
    team: str | None = _tekst(
        "Welk team van de gemeente verwees, bijvoorbeeld team_jeugd.",
        "Which team of the municipality referred, such as team_jeugd.",
    )
    herindicatie: bool = _kolom(
        Kolomsoort.JA_NEE, "Gaat dit verder op eerdere hulp?", "Does it go on with earlier help?"
    )
    niveau: int | None = _niveau(leeg_mag=True)
    product: str | None = _tekst("Productcode van de hulp.", "Product code of the help.")
    hulp_begindatum: date | None = _dag(
        "De dag waarop de hulp begon; leeg zolang die niet begon.",
        "The day help began; empty until then.",
        leeg_mag=True,
    )
    vastgelegd_at: datetime = _vastgelegd_at()


@dataclass(frozen=True, slots=True)
class GedeclareerdeKosten:
    """What was declared for one young person and one month; a credit is negative."""

    jeugdige: str | None = _jeugdige(leeg_mag=True)
    gemeente: str = _gemeente()
    maand: str = _kolom(Kolomsoort.MAAND, "De maand waarin de hulp was.", "The month of the help.")
    bedrag_cent: int = _kolom(Kolomsoort.GETAL, "Bedrag in hele centen.", "Amount in whole cents.")
    niveau: int | None = _niveau(leeg_mag=True)
    route: str | None = _route(leeg_mag=True)
    verwijzer: str | None = _verwijzer(leeg_mag=True)
    team: str | None = _tekst(
        "Welk team van de gemeente verwees.", "Which team of the municipality referred."
    )
    product: str | None = _tekst("Productcode.", "Product code.")
    vastgelegd_at: datetime = _vastgelegd_at()


@dataclass(frozen=True, slots=True)
class ErvaringAntwoord:
    """One answer to: was the help fitting? Nobody's name or code goes with it."""

    datum: date = _dag("De dag van het antwoord.", "The day of the answer.")
    passend: bool = _kolom(
        Kolomsoort.JA_NEE, "Vond deze persoon de hulp passend?", "Did this person find the help fitting?"
    )
    wie: str = _tekst("Wie antwoordde.", "Who answered.", leeg_mag=False, keuze=("jeugdige", "ouder"))
    gemeente: str = _gemeente()
    vastgelegd_at: datetime = _vastgelegd_at()


@dataclass(frozen=True, slots=True)
class Partneroordeel:
    """The score of one partner in the yearly evaluation of working together."""

    datum: date = _dag("De dag van het antwoord.", "The day of the answer.")
    voldoende: bool = _kolom(
        Kolomsoort.JA_NEE, "Gaf de partner voldoende of hoger?", "Did the partner score sufficient or higher?"
    )
    soort: str | None = _tekst("Soort partner, bijvoorbeeld school.", "Kind of partner, such as school.")
    gemeente: str = _gemeente()
    vastgelegd_at: datetime = _vastgelegd_at()


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
