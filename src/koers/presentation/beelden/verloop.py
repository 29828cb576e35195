"""A figure through the years as a line, with the road to its target dashed beside it.

The line is broken where no figure may be told; what can still change is an open dot. From zero, so that a
small change does not look like a large one. The table beside the picture holds the same figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, groep, lijn, tekst

BREEDTE, HOOGTE = 560.0, 250.0
LINKS, RECHTS, BOVEN, ONDER = 44.0, 24.0, 26.0, 30.0
STAPPEN = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
HOOGSTENS_LIJNEN = 5


@dataclass(frozen=True, slots=True)
class Punt:
    """The figure of a year; `waarde` None: nothing may be told. `open`: it can still change."""

    jaar: int
    waarde: float | None
    woorden: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Doel:
    """Where it should be, `jaar` with the part of the year that has passed (2027.0 is 31 December 2026)."""

    jaar: float
    waarde: float
    woorden: str


def verloop(
    *, id: str, titel: str, omschrijving: str, punten: Sequence[Punt], doelen: Sequence[Doel] = ()
) -> SafeString | None:
    """The picture; None when fewer than two figures may be told."""
    verteld = [(punt, punt.waarde) for punt in punten if punt.waarde is not None]
    if len(verteld) < 2:
        return None
    schaal = _Schaal.of(punten, doelen)
    delen = [*_axes(schaal, punten), *_targets(schaal, verteld[0][0].jaar, verteld[0][1], doelen)]
    delen += [
        lijn(schaal.x(a.jaar), schaal.y(a.waarde), schaal.x(b.jaar), schaal.y(b.waarde), "verloop__lijn")
        for a, b in pairwise(punten)
        if a.waarde is not None and b.waarde is not None
    ]
    delen += [_dot(schaal, punt, waarde) for punt, waarde in verteld]
    return Beeld(id, titel, omschrijving, BREEDTE, HOOGTE, "verloop").draw(delen)


@dataclass(frozen=True, slots=True)
class _Schaal:
    """From a year and a value to a place. A figure of a year stands in the middle of it."""

    eerste: float
    laatste: float
    hoogste: float
    stap: float

    @classmethod
    def of(cls, punten: Sequence[Punt], doelen: Sequence[Doel]) -> "_Schaal":
        jaren = [punt.jaar + 0.5 for punt in punten] + [doel.jaar for doel in doelen]
        waarden = [punt.waarde or 0.0 for punt in punten] + [doel.waarde for doel in doelen]
        top = max(waarden)
        stappen = (
            STAPPEN[1:] if all(waarde == int(waarde) for waarde in waarden) else STAPPEN
        )  # no half child
        stap = next((stap for stap in stappen if top / stap <= HOOGSTENS_LIJNEN), stappen[-1])
        return cls(min(jaren) - 0.5, max(jaren) + 0.5, stap * (int(top / stap) + 1), stap)

    def x(self, jaar: float) -> float:
        deel = (jaar + 0.5 - self.eerste) / (self.laatste - self.eerste)
        return LINKS + deel * (BREEDTE - LINKS - RECHTS)

    def y(self, waarde: float) -> float:
        return HOOGTE - ONDER - waarde / self.hoogste * (HOOGTE - ONDER - BOVEN)


def _axes(schaal: _Schaal, punten: Sequence[Punt]) -> Iterator[SafeString]:
    waarde = 0.0
    while waarde <= schaal.hoogste:
        y = schaal.y(waarde)
        yield lijn(LINKS, y, BREEDTE - RECHTS, y, "beeld__spoor" if waarde else "beeld__as")
        yield tekst(LINKS - 8, y + 4, f"{waarde:g}".replace(".", ","), "beeld__klein", "end")
        waarde += schaal.stap
    for punt in punten:
        yield tekst(schaal.x(punt.jaar), HOOGTE - 8, str(punt.jaar), "beeld__klein", "middle")


def _targets(schaal: _Schaal, jaar: int, begin: float, doelen: Sequence[Doel]) -> Iterator[SafeString]:
    """Each target date has a road of its own, from the first figure that is told."""
    for nummer, doel in enumerate(doelen):
        x, y = schaal.x(doel.jaar - 0.5), schaal.y(doel.waarde)
        yield lijn(schaal.x(jaar), schaal.y(begin), x, y, "beeld__streep")
        yield el("rect", klasse="verloop__doel", x=x - 4, y=y - 4, width=8, height=8)
        if not nummer:
            yield tekst(x, y + 22, doel.woorden, "beeld__klein", "end" if x > BREEDTE - 120 else "middle")


def _dot(schaal: _Schaal, punt: Punt, waarde: float) -> SafeString:
    x, y = schaal.x(punt.jaar), schaal.y(waarde)
    return groep(
        el(
            "circle",
            klasse="verloop__stip verloop__stip--open" if punt.open else "verloop__stip",
            cx=x,
            cy=y,
            r=4.5,
        ),
        tekst(x, y - 10, punt.woorden, "beeld__waarde", "middle"),
    )
