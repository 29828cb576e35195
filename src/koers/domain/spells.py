"""The published tables that every figure is computed from, and what can be wrong with a row.

One table of facts: the fields of each class below say name, type, may it be empty, and what it means.
The same tables come out of Koers's own register (through the mart) and may be delivered by another
back office. Spells are the heart: one stretch of help of one young person (decision 4).
A last day is inclusive here, as people and standards write it; inside, periods are half-open.
"""

# ruff: noqa: RUF009  (the fields carry their column; each call makes a new one on purpose)

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from koers.domain.routes import ROUTE_VAN_VERWIJZER
from koers.domain.tabelvorm import Kolomsoort, Tabel, column

ROUTES = tuple(sorted(set(ROUTE_VAN_VERWIJZER.values())))
VERWIJZERS = tuple(sorted(ROUTE_VAN_VERWIJZER))


def _jeugdige(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.TEKST,
        "Een code die voor deze jeugdige altijd dezelfde is en niet zegt wie het is.",
        "A code that is always the same for this young person and does not tell who it is.",
        pseudoniem=True,
        leeg_mag=leeg_mag,
    )


def _geboortemaand() -> Any:
    return column(
        Kolomsoort.MAAND,
        "Jaar en maand van geboorte; leeg als die nog niet bekend is.",
        "Year and month of birth; empty while unknown.",
        leeg_mag=True,
    )


def _gemeente() -> Any:
    return column(
        Kolomsoort.TEKST,
        "CBS-code van de gemeente die toen verantwoordelijk was.",
        "CBS code of the municipality that was responsible at the time.",
        gemeentecode=True,
    )


def _vastgelegd_at() -> Any:
    return column(
        Kolomsoort.MOMENT,
        "Wanneer dit werd opgeschreven; zonder tijdzone geldt UTC.",
        "When this was written down; without a time zone it is UTC.",
    )


def _niveau(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.GETAL,
        "Niveau van de hulp, 1 tot en met 8, volgens het product op die datum.",
        "Level of the help, 1 to 8, as the product says on that date.",
        keuze=tuple(range(1, 9)),
        leeg_mag=leeg_mag,
    )


def _route(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.TEKST,
        "De wettelijke weg naar de hulp.",
        "The legal road to the help.",
        keuze=ROUTES,
        leeg_mag=leeg_mag,
    )


def _verwijzer(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.TEKST,
        "Soort verwijzer, met de code van het CBS.",
        "Kind of referrer, with the CBS code.",
        keuze=VERWIJZERS,
        leeg_mag=leeg_mag,
    )


def _dag(nl: str, en: str, *, leeg_mag: bool = False) -> Any:
    return column(Kolomsoort.DATUM, nl, en, leeg_mag=leeg_mag)


def _tekst(nl: str, en: str, *, leeg_mag: bool = True, keuze: tuple[str, ...] = ()) -> Any:
    return column(Kolomsoort.TEKST, nl, en, leeg_mag=leeg_mag, keuze=keuze)


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
    leeftijd: int = column(
        Kolomsoort.GETAL,
        "Leeftijd op 1 januari, 0 tot en met 22.",
        "Age on 1 January, 0 to 22.",
        keuze=tuple(range(23)),
    )
    jaar: int = column(Kolomsoort.GETAL, "Het jaar van die 1 januari.", "The year of that 1 January.")
    aantal: int = column(Kolomsoort.GETAL, "Aantal inwoners.", "Number of residents.", minstens=0)


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
    herindicatie: bool = column(
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
    maand: str = column(Kolomsoort.MAAND, "De maand waarin de hulp was.", "The month of the help.")
    bedrag_cent: int = column(Kolomsoort.GETAL, "Bedrag in hele centen.", "Amount in whole cents.")
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
    passend: bool = column(
        Kolomsoort.JA_NEE, "Vond deze persoon de hulp passend?", "Did this person find the help fitting?"
    )
    wie: str = _tekst("Wie antwoordde.", "Who answered.", leeg_mag=False, keuze=("jeugdige", "ouder"))
    gemeente: str = _gemeente()
    vastgelegd_at: datetime = _vastgelegd_at()


@dataclass(frozen=True, slots=True)
class Partneroordeel:
    """The score of one partner in the yearly evaluation of working together."""

    datum: date = _dag("De dag van het antwoord.", "The day of the answer.")
    voldoende: bool = column(
        Kolomsoort.JA_NEE, "Gaf de partner voldoende of hoger?", "Did the partner score sufficient or higher?"
    )
    soort: str | None = _tekst("Soort partner, bijvoorbeeld school.", "Kind of partner, such as school.")
    gemeente: str = _gemeente()
    vastgelegd_at: datetime = _vastgelegd_at()


SOORTEN_VASTLEGGING = ("begin_hulp", "einde_hulp", "melding", "lichte_vraag")


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """That something was written down: one row per fact, also those that were corrected. Nobody's code goes
    with it. So who has these rows knows what was known on any day, and how late it came in.
    """

    soort: str = _tekst("Wat er gebeurde.", "What happened.", leeg_mag=False, keuze=SOORTEN_VASTLEGGING)
    gemeente: str = _gemeente()
    niveau: int | None = _niveau(leeg_mag=True)
    datum: date = _dag("De dag waarop het gebeurde.", "The day it happened.")
    eerst_vastgelegd_at: datetime = column(
        Kolomsoort.MOMENT,
        "Wanneer dit voor het eerst werd opgeschreven, ook als het later is verbeterd.",
        "When this was first written down, also when it was corrected later.",
    )
    vastgelegd_at: datetime = _vastgelegd_at()
    vervallen_at: datetime | None = column(
        Kolomsoort.MOMENT,
        "Wanneer dit werd verbeterd of ingetrokken; leeg zolang het geldt.",
        "When this was corrected or withdrawn; empty while it holds.",
        leeg_mag=True,
    )


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
        Tabel("vastleggingen", Vastlegging, "datum"),
    )
}
