"""The wheel of working together: what an answer may be, and what told figures say about each other.

A round asks statements in the order of the wheel (ambition first). What people answered is kept in tallies
only: how often each score was given by a group. Nothing here knows who answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from koers.domain.weigering import Refused

WIEL, PARTNERS = "wiel", "partners"
SOORTEN_RONDE = (WIEL, PARTNERS)
# How the people of a round are grouped.
NAAR_GREMIUM, NAAR_GEMEENTE, NAAR_PARTNER = "gremium", "gemeente", "partner"
CONCEPT, OPEN, GESLOTEN = "concept", "open", "gesloten"
# The group of everybody together.
ALLEN = ""
LANGSTE_RONDE = timedelta(days=92)
MEESTE_LINKS = 200
LANGSTE_NAAM, LANGSTE_STELLING = 60, 300

Score = Decimal | None


@dataclass(frozen=True, slots=True)
class Stelling:
    """One statement of a round. `code`: the indicator that it asks about; English may be empty."""

    code: str
    categorie: str
    naam: str
    tekst: str
    naam_en: str = ""
    tekst_en: str = ""


@dataclass(frozen=True, slots=True)
class NieuweRonde:
    """What somebody who opens a round chooses. `laatste_datum`: the last day on which the links work."""

    soort: str
    naam: str
    groepering: str
    laatste_datum: date


@dataclass(frozen=True, slots=True)
class Verschil:
    """Two groups that see one statement differently, the highest and the lowest of all that are told."""

    vraag: str
    hoog: str
    laag: str
    hoogste: Decimal
    laagste: Decimal


def check_ronde(ronde: NieuweRonde, *, today: date) -> NieuweRonde:
    """The round with its name trimmed and its grouping settled.

    Refused: wiel_soort_onbekend, wiel_naam_ontbreekt, wiel_dag_voorbij, wiel_te_lang.
    """
    groeperingen = {WIEL: (NAAR_GREMIUM, NAAR_GEMEENTE), PARTNERS: (NAAR_PARTNER,)}.get(ronde.soort, ())
    groepering = NAAR_PARTNER if ronde.soort == PARTNERS else ronde.groepering
    if groepering not in groeperingen:
        raise Refused("wiel_soort_onbekend")
    naam = " ".join(ronde.naam.split())[:LANGSTE_NAAM]
    if not naam:
        raise Refused("wiel_naam_ontbreekt")
    if ronde.laatste_datum < today:
        raise Refused("wiel_dag_voorbij", datum=ronde.laatste_datum)
    if ronde.laatste_datum > today + LANGSTE_RONDE:
        raise Refused("wiel_te_lang", datum=today + LANGSTE_RONDE)
    return NieuweRonde(ronde.soort, naam, groepering, ronde.laatste_datum)


def edited(oud: Sequence[Stelling], teksten: Mapping[str, tuple[str, str]]) -> tuple[Stelling, ...]:
    """The statements with new names and words. What changed loses its English, which no longer says the same.

    Refused: wiel_stelling_leeg (which one), wiel_stelling_dubbel.
    """
    nieuw = []
    for een in oud:
        naam, tekst = (" ".join(deel.split()) for deel in teksten.get(een.code, (een.naam, een.tekst)))
        if not naam or not tekst:
            raise Refused("wiel_stelling_leeg", stelling=een.naam)
        same_naam, same_tekst = naam == een.naam, tekst == een.tekst
        nieuw.append(
            Stelling(
                een.code,
                een.categorie,
                naam[:LANGSTE_NAAM],
                tekst[:LANGSTE_STELLING],
                een.naam_en if same_naam else "",
                een.tekst_en if same_tekst else "",
            )
        )
    if len({een.tekst.casefold() for een in nieuw}) < len(nieuw):
        raise Refused("wiel_stelling_dubbel")
    return tuple(nieuw)


def check_aantallen(aantallen: Mapping[str, int], groepen: Sequence[str]) -> dict[str, int]:
    """How many links each group gets, without the groups that get none.

    Refused: wiel_groep_onbekend, wiel_te_veel_links, wiel_geen_links.
    """
    gevraagd = {groep: aantal for groep, aantal in aantallen.items() if aantal}
    if not set(gevraagd) <= set(groepen):
        raise Refused("wiel_groep_onbekend")
    if any(not 0 < aantal <= MEESTE_LINKS for aantal in gevraagd.values()):
        raise Refused("wiel_te_veel_links", hoogstens=MEESTE_LINKS)
    if not gevraagd:
        raise Refused("wiel_geen_links")
    return gevraagd


def check_antwoord(antwoord: Mapping[str, int | None], vragen: Sequence[str], hoogste: int) -> dict[str, int]:
    """The scores that count, by statement. None: the person does not know. Every statement was answered.

    Refused: wiel_antwoord_ontbreekt (how many), wiel_antwoord_onbekend, wiel_antwoord_leeg.
    """
    if missing := [vraag for vraag in vragen if vraag not in antwoord]:
        raise Refused("wiel_antwoord_ontbreekt", aantal=len(missing))
    scores = {vraag: score for vraag, score in antwoord.items() if score is not None}
    if not set(antwoord) <= set(vragen) or any(not 1 <= score <= hoogste for score in scores.values()):
        raise Refused("wiel_antwoord_onbekend")
    if not scores:
        raise Refused("wiel_antwoord_leeg")
    return scores


def average(som: int, aantal: int) -> Decimal:
    """A mean with one decimal, half up. ValueError when nobody answered."""
    if aantal <= 0:
        raise ValueError("a mean needs answers")
    return (Decimal(som) / aantal).quantize(Decimal("0.1"), ROUND_HALF_UP)


def mean_of(scores: Sequence[Score]) -> Score:
    """The mean of told scores, with one decimal; None when one of them is not told."""
    told = [score for score in scores if score is not None]
    if not told or len(told) < len(scores):
        return None
    return (sum(told, Decimal(0)) / len(told)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def differences(
    scores: Mapping[tuple[str, str], Score], groepen: Sequence[str], vragen: Sequence[str], vanaf: Decimal
) -> tuple[Verschil, ...]:
    """Where told groups are at least `vanaf` apart, in the wheel's order. `scores`: by group and code."""
    found = []
    for vraag in vragen:
        told = [(score, groep) for groep in groepen if (score := scores.get((groep, vraag))) is not None]
        if len(told) < 2:
            continue
        hoogste, laagste = max(told, key=lambda t: t[0]), min(told, key=lambda t: t[0])
        if hoogste[0] - laagste[0] >= vanaf:
            found.append(Verschil(vraag, hoogste[1], laagste[1], hoogste[0], laagste[0]))
    return tuple(found)
