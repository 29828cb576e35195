"""Two lines through the same periods, with the moment between them at which something began.

From zero, so that a small difference does not look like a large one. The group is drawn whole, the comparison
dashed; each has its name at its end. The table beside the picture holds the same figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, lijn, tekst
from koers.presentation.opmaak import getal

BREEDTE, HOOGTE = 560.0, 270.0
LINKS, RECHTS, BOVEN, ONDER = 44.0, 96.0, 34.0, 30.0
STAPPEN = (0.5, 1, 2, 5, 10, 20, 50, 100)
HOOGSTENS_LIJNEN = 5
UIT_ELKAAR = 16.0  # two names at the end stand at least this far apart


@dataclass(frozen=True, slots=True)
class Paar:
    """Both values of one period, in percent. `na`: it lies after the beginning."""

    periode: str
    na: bool
    een: float
    twee: float


def tweelijnen(
    *, id: str, titel: str, omschrijving: str, paren: Sequence[Paar], namen: tuple[str, str], begin: str
) -> SafeString | None:
    """The picture; None with fewer than two periods. `begin`: the words at the moment of the beginning."""
    if len(paren) < 2:
        return None
    top = max(max(paar.een, paar.twee) for paar in paren)
    stap = next((stap for stap in STAPPEN if top / stap <= HOOGSTENS_LIJNEN), STAPPEN[-1])
    plek = _Plek(len(paren), stap * (int(top / stap) + 1))
    delen = [*_axes(plek, stap, paren), *_beginning(plek, paren, begin)]
    for klasse, values in (
        ("waaier__lijn", [paar.een for paar in paren]),
        ("verloop__lijn waaier__lijn--zonder", [paar.twee for paar in paren]),
    ):
        spots = [(plek.x(nr), plek.y(value)) for nr, value in enumerate(values)]
        delen += [lijn(*a, *b, klasse) for a, b in pairwise(spots)]
    delen += [
        el("circle", klasse="verloop__stip", cx=plek.x(nr), cy=plek.y(paar.een), r=3.5)
        for nr, paar in enumerate(paren)
    ]
    delen += _names(plek, paren[-1], namen)
    return Beeld(id, titel, omschrijving, BREEDTE, HOOGTE).draw(delen)


@dataclass(frozen=True, slots=True)
class _Plek:
    aantal: int
    hoogste: float

    def x(self, nr: float) -> float:
        return LINKS + (nr + 0.5) / self.aantal * (BREEDTE - LINKS - RECHTS)

    def y(self, waarde: float) -> float:
        return HOOGTE - ONDER - waarde / self.hoogste * (HOOGTE - ONDER - BOVEN)


def _axes(plek: _Plek, stap: float, paren: Sequence[Paar]) -> Iterator[SafeString]:
    waarde = 0.0
    while waarde <= plek.hoogste:
        y = plek.y(waarde)
        yield lijn(LINKS, y, BREEDTE - RECHTS, y, "beeld__spoor" if waarde else "beeld__as")
        yield tekst(LINKS - 8, y + 4, getal(waarde, 1 if stap < 1 else 0), "beeld__klein", "end")
        waarde += stap
    every = max(1, len(paren) // 6)  # more words than this run into each other
    for nr, paar in enumerate(paren):
        if nr % every == 0:
            yield tekst(plek.x(nr), HOOGTE - 8, paar.periode, "beeld__klein", "middle")


def _beginning(plek: _Plek, paren: Sequence[Paar], woorden: str) -> Iterator[SafeString]:
    after = next((nr for nr, paar in enumerate(paren) if paar.na), None)
    if after:
        x = plek.x(after - 0.5)
        yield lijn(x, BOVEN - 8, x, HOOGTE - ONDER, "beeld__streep")
        yield tekst(x, BOVEN - 14, woorden, "beeld__klein", "middle")


def _names(plek: _Plek, last: Paar, namen: tuple[str, str]) -> Iterator[SafeString]:
    een, twee = plek.y(last.een), plek.y(last.twee)
    if abs(een - twee) < UIT_ELKAAR:
        lift = (UIT_ELKAAR - abs(een - twee)) / 2
        een, twee = (een - lift, twee + lift) if een <= twee else (een + lift, twee - lift)
    x = BREEDTE - RECHTS + 6
    yield tekst(x, een + 4, namen[0], "beeld__waarde")
    yield tekst(x, twee + 4, namen[1], "beeld__klein")
