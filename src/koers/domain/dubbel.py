"""Is this somebody we know already? Candidates with a reason; a person decides, never the program.

Twins share birth date, surname and address. Another first name on the same day is therefore never called the
same person: it is named as what it probably is, a twin.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from koers.domain.zoekwoorden import one_off, sound, words_of


class Overeenkomst(StrEnum):
    """Why somebody may be the same, surest first; TWEELING: why probably not."""

    BSN = "zelfde_bsn"
    NAAM_EN_DATUM = "zelfde_naam_en_datum"
    NAAM_BIJNA = "bijna_dezelfde_naam"
    DATUM_BIJNA = "bijna_dezelfde_datum"
    TWEELING = "tweeling"


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What is compared. `gevouwen` as in `namen.fold_persoon`; `bsn`: the number or its index, "" unknown."""

    gevouwen: str
    geboortedatum: date | None
    bsn: str = ""


def compare(nieuw: Kenmerken, bekend: Kenmerken) -> Overeenkomst | None:
    """Why these two may be one person, or None. Two different numbers are two people, whatever agrees."""
    if nieuw.bsn and bekend.bsn:
        return Overeenkomst.BSN if nieuw.bsn == bekend.bsn else None
    familie, voornaam = _surnames(nieuw, bekend), _first_names(nieuw, bekend)
    if nieuw.geboortedatum and nieuw.geboortedatum == bekend.geboortedatum:
        if familie == 1 and voornaam:
            return Overeenkomst.NAAM_EN_DATUM
        if familie == 1:
            return Overeenkomst.TWEELING
        return Overeenkomst.NAAM_BIJNA if familie and voornaam else None
    if familie == 1 and voornaam and near_date(nieuw.geboortedatum, bekend.geboortedatum):
        return Overeenkomst.DATUM_BIJNA
    return None


def _surnames(een: Kenmerken, ander: Kenmerken) -> float:
    """1: a word of the surname is the same or sounds so; 0.5: one letter off; 0: another name."""
    links, rechts = ({sound(w) for w in words_of(k.gevouwen).achternaam} for k in (een, ander))
    if links & rechts:
        return 1.0
    return 0.5 if any(one_off(a, b) for a in links for b in rechts) else 0.0


def _first_names(een: Kenmerken, ander: Kenmerken) -> bool:
    """Whether the first names may be one: equal to the ear, an initial of the other, or not known."""
    links, rechts = (words_of(k.gevouwen).voornaam for k in (een, ander))
    if not links or not rechts:
        return True
    if {sound(w) for w in links} & {sound(w) for w in rechts}:
        return True
    return any(len(min(a, b, key=len)) == 1 and a[0] == b[0] for a in links for b in rechts)


def near_date(een: date | None, ander: date | None) -> bool:
    """One of both is not known, day and month changed places, or one of day, month and year differs."""
    if een is None or ander is None:
        return True
    if een.year == ander.year and (een.day, een.month) == (ander.month, ander.day):
        return True
    return [een.day == ander.day, een.month == ander.month, een.year == ander.year].count(False) == 1
