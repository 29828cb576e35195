"""Numbers as tables write them: decimal comma or point, separators of thousands, and marks for no number.

A cell is read only if there is one reading; nothing is guessed and nothing becomes zero.

Marks without a number, as CBS explains them under its tables: "." is unknown, too unreliable or secret.
"x" is the older mark for secret. An asterisk after a number means provisional. Our own reading, because
CBS no longer uses them so: "-" and an empty cell are missing, "^" is as ".".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from koers.domain.aanlevering import Waarde
from koers.domain.grootheden import Eenheid, Grootheid, Status, round_half_up


@dataclass(frozen=True, slots=True)
class Formule:
    """A cell of a spreadsheet that holds a formula; its outcome is not in the file for certain."""

    tekst: str

    def __str__(self) -> str:
        return self.tekst


DECIMALEN = 6
MEER_DAN_ALLES = 10**15
Cel = str | Decimal | Formule | date | None

TEKENS: dict[str, Status] = {
    "": Status.ONTBREEKT,
    "-": Status.ONTBREEKT,
    "nan": Status.ONTBREEKT,
    "na": Status.ONTBREEKT,
    "n/a": Status.ONTBREEKT,
    "null": Status.ONTBREEKT,
    ".": Status.NIET_VRIJGEGEVEN,
    "^": Status.NIET_VRIJGEGEVEN,
    "x": Status.AFGESCHERMD,
}
_GELIJK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-", "–": "-", "’": "'"})


class Teken(StrEnum):
    """Which sign stands before the decimals."""

    KOMMA = ","
    PUNT = "."


_DUIZEND = {Teken.KOMMA: "[. ']", Teken.PUNT: "[, ']"}
_VORM = {
    teken: re.compile(
        rf"(?P<min>[+-]?)(?P<heel>[1-9][0-9]{{0,2}}(?P<s>{_DUIZEND[teken]})[0-9]{{3}}(?:(?P=s)[0-9]{{3}})*|[0-9]{{1,15}})"
        rf"(?:\{teken.value}(?P<deel>[0-9]{{1,12}}))?"
    )
    for teken in Teken
}


@dataclass(frozen=True, slots=True)
class NietGelezen:
    """Why a cell is no figure: a code of presentation, with what the sentence needs."""

    code: str
    params: dict[str, object]


def plain(cel: Cel) -> str:
    """The cell as text, with one kind of space, minus and apostrophe."""
    return "" if cel is None else str(cel).translate(_GELIJK).strip()


def readings(tekst: str) -> dict[Teken, Decimal]:
    """Every number that the text can be, by which sign stands before its decimals."""
    found = {}
    for teken, vorm in _VORM.items():
        if past := vorm.fullmatch(tekst):
            heel = re.sub("[^0-9]", "", past["heel"])
            found[teken] = Decimal(f"{past['min']}{heel}.{past['deel'] or '0'}")
    return found


def decimal_sign(cellen: Iterable[tuple[Cel, Grootheid]]) -> Teken | None:
    """The sign that this table puts before decimals; None when it does not show, or contradicts itself.

    "11,3" can only be a comma. If no cell is that clear, "25.399" inhabitants shows it: those are whole.
    """
    clear: set[Teken] = set()
    likely: set[Teken] = set()
    for cel, grootheid in cellen:
        if not isinstance(cel, str):
            continue
        found = readings(_number_text(cel, grootheid)[0])
        if len(found) == 1:
            clear |= set(found)
        elif len(set(found.values())) == 2:
            possible = {teken for teken, getal in found.items() if grootheid.possible(getal)}
            likely |= possible if len(possible) == 1 else set()
    signs = clear or likely
    return next(iter(signs)) if len(signs) == 1 else None


def read_cell(cel: Cel, grootheid: Grootheid, teken: Teken | None) -> Waarde | NietGelezen:
    """The value in a cell of this quantity, in a table with this decimal sign."""
    if isinstance(cel, Decimal):
        return _checked(cel, Status.GEPUBLICEERD, grootheid)
    if isinstance(cel, Formule | date):
        return NietGelezen("formule" if isinstance(cel, Formule) else "geen_getal", {})
    mark = TEKENS.get(plain(cel).lower())
    return Waarde(None, mark) if mark else _read_text(cel or "", grootheid, teken)


def _read_text(cel: str, grootheid: Grootheid, teken: Teken | None) -> Waarde | NietGelezen:
    tekst, status = _number_text(cel, grootheid)
    found = readings(tekst)
    if teken in found:
        if _hides_thousands(found, found[teken], grootheid):
            return NietGelezen("getal_dubbelzinnig", {})
        return _checked(found[teken], status, grootheid)
    return _only_reading(found, status, grootheid)


def _hides_thousands(found: dict[Teken, Decimal], getal: Decimal, grootheid: Grootheid) -> bool:
    """Nobody writes 7 people as "7.000": even among decimal points it may mean thousands."""
    return grootheid.possible(getal) and any(
        ander > getal and grootheid.possible(ander) for ander in found.values()
    )


def _only_reading(found: dict[Teken, Decimal], status: Status, grootheid: Grootheid) -> Waarde | NietGelezen:
    if not found:
        return NietGelezen("geen_getal", {})
    possible = {getal for getal in found.values() if grootheid.possible(getal)}
    if len(possible) > 1:
        return NietGelezen("getal_dubbelzinnig", {})
    return _checked(next(iter(possible or found.values())), status, grootheid)


def _number_text(cel: str, grootheid: Grootheid) -> tuple[str, Status]:
    """The text without the mark of a provisional figure and without the sign of its unit."""
    tekst = plain(cel)
    zonder = tekst.rstrip("*").rstrip()
    status = Status.GEPUBLICEERD if zonder == tekst else Status.VOORLOPIG
    if grootheid.eenheid is Eenheid.PROCENT:
        zonder = zonder.removesuffix("%").rstrip()
    return zonder, status


def _checked(exact: Decimal, status: Status, grootheid: Grootheid) -> Waarde | NietGelezen:
    # No source publishes more than six decimals; a spreadsheet makes 11.299999999999999 of 11.3.
    getal = round_half_up(exact, DECIMALEN) if abs(exact) < MEER_DAN_ALLES else exact
    if grootheid.possible(getal):
        return Waarde(getal, status)
    if grootheid.laagste <= getal <= grootheid.hoogste:
        return NietGelezen("geen_heel_getal", {})
    return NietGelezen(
        "buiten_grenzen", {"laagste": str(grootheid.laagste), "hoogste": f"{grootheid.hoogste:f}"}
    )
