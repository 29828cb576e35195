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

from koers.domain.kolommen import (
    dag_kolom,
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
from koers.domain.tabelvorm import Kolomsoort, Tabel, column


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
    herindicatie: bool = column(
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
    maand: str = column(Kolomsoort.MAAND, "De maand waarin de hulp was.", "The month of the help.")
    bedrag_cent: int = column(Kolomsoort.GETAL, "Bedrag in hele centen.", "Amount in whole cents.")
    niveau: int | None = niveau_kolom(leeg_mag=True)
    route: str | None = route_kolom(leeg_mag=True)
    verwijzer: str | None = verwijzer_kolom(leeg_mag=True)
    team: str | None = tekst_kolom(
        "Welk team van de gemeente verwees.", "Which team of the municipality referred."
    )
    product: str | None = tekst_kolom("Productcode.", "Product code.")
    aanbieder: str | None = tekst_kolom(
        "Code van de aanbieder (AGB) die declareerde.", "Code of the provider (AGB) that declared."
    )
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class ErvaringAntwoord:
    """One answer to: was the help fitting? Nobody's name or code goes with it."""

    datum: date = dag_kolom("De dag van het antwoord.", "The day of the answer.")
    passend: bool = column(
        Kolomsoort.JA_NEE, "Vond deze persoon de hulp passend?", "Did this person find the help fitting?"
    )
    wie: str = tekst_kolom("Wie antwoordde.", "Who answered.", leeg_mag=False, keuze=("jeugdige", "ouder"))
    gemeente: str = gemeente_kolom()
    vastgelegd_at: datetime = vastgelegd_at_kolom()


@dataclass(frozen=True, slots=True)
class Partneroordeel:
    """The score of one partner in the yearly evaluation of working together."""

    datum: date = dag_kolom(
        "De dag van het antwoord, of die waarop de evaluatie begon.",
        "The day of the answer, or that on which the evaluation began.",
    )
    voldoende: bool = column(
        Kolomsoort.JA_NEE, "Gaf de partner voldoende of hoger?", "Did the partner score sufficient or higher?"
    )
    soort: str | None = tekst_kolom("Soort partner, bijvoorbeeld school.", "Kind of partner, such as school.")
    gemeente: str = gemeente_kolom()
    vastgelegd_at: datetime = vastgelegd_at_kolom()


SOORTEN_VASTLEGGING = ("begin_hulp", "einde_hulp", "melding", "lichte_vraag")


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """That something was written down: one row per fact, also those that were corrected. Nobody's code goes
    with it. So who has these rows knows what was known on any day, and how late it came in.
    """

    soort: str = tekst_kolom("Wat er gebeurde.", "What happened.", leeg_mag=False, keuze=SOORTEN_VASTLEGGING)
    gemeente: str = gemeente_kolom()
    niveau: int | None = niveau_kolom(leeg_mag=True)
    datum: date = dag_kolom("De dag waarop het gebeurde.", "The day it happened.")
    eerst_vastgelegd_at: datetime = column(
        Kolomsoort.MOMENT,
        "Wanneer dit voor het eerst werd opgeschreven, ook als het later is verbeterd.",
        "When this was first written down, also when it was corrected later.",
    )
    vastgelegd_at: datetime = vastgelegd_at_kolom()
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
        Tabel("ladder", Ladderbesluit, "datum"),
        Tabel("declaraties", GedeclareerdeKosten, "maand"),
        Tabel("ervaringen", ErvaringAntwoord, "datum"),
        Tabel("partneroordelen", Partneroordeel, "datum"),
        Tabel("vastleggingen", Vastlegging, "datum"),
    )
}
