"""What was and what may come: a line through the past, then a fan per run, and the goal as a square.

From zero. The fan of the run without levers lies below; the line of each run is the mean. The table beside
the picture holds the same figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, lijn, tekst

BREEDTE, HOOGTE = 640.0, 280.0
LINKS, RECHTS, BOVEN, ONDER = 40.0, 20.0, 20.0, 30.0


@dataclass(frozen=True, slots=True)
class Jaarpunt:
    """A year, in percent; without a band it was counted."""

    jaar: int
    waarde: float
    onder: float | None = None
    boven: float | None = None


@dataclass(frozen=True, slots=True)
class Vlag:
    """The goal: year, percent and its words."""

    jaar: int
    waarde: float
    woorden: str


def waaier(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    verleden: Sequence[Jaarpunt],
    zonder: Sequence[Jaarpunt],
    met: Sequence[Jaarpunt] = (),
    doel: Vlag | None = None,
) -> SafeString:
    """The picture; `zonder` has at least one year."""
    schaal = _Schaal.of([*verleden, *zonder, *met], doel)
    begin = [verleden[-1]] if verleden else []
    delen = [*_axes(schaal)]
    delen.append(_band(schaal, [*begin, *zonder], "waaier__band"))
    if met:
        delen.append(_band(schaal, [*begin, *met], "waaier__band waaier__band--met"))
    delen += _line(schaal, verleden, "waaier__lijn")
    delen += _line(schaal, [*begin, *zonder], "waaier__lijn waaier__lijn--zonder")
    if met:
        delen += _line(schaal, [*begin, *met], "waaier__lijn waaier__lijn--met")
    if doel:
        x, y = schaal.x(doel.jaar), schaal.y(doel.waarde)
        delen += [
            el("rect", klasse="verloop__doel", x=x - 4, y=y - 4, width=8, height=8),
            tekst(x, y + 20, doel.woorden, "beeld__klein", "end" if x > BREEDTE - 120 else "middle"),
        ]
    return Beeld(id, titel, omschrijving, BREEDTE, HOOGTE, "waaier").draw(delen)


@dataclass(frozen=True, slots=True)
class _Schaal:
    eerste: int
    laatste: int
    hoogste: float
    stap: float

    @classmethod
    def of(cls, punten: Sequence[Jaarpunt], doel: Vlag | None) -> "_Schaal":
        top = max([p.boven or p.waarde for p in punten] + ([doel.waarde] if doel else []))
        stap = next((stap for stap in (0.5, 1, 2, 5, 10, 20) if top / stap <= 7), 50)
        jaren = [p.jaar for p in punten]
        return cls(min(jaren), max(jaren), stap * (int(top / stap) + 1), stap)

    def x(self, jaar: float) -> float:
        deel = (jaar - self.eerste) / max(self.laatste - self.eerste, 1)
        return LINKS + 12 + deel * (BREEDTE - LINKS - RECHTS - 24)

    def y(self, waarde: float) -> float:
        return HOOGTE - ONDER - waarde / self.hoogste * (HOOGTE - ONDER - BOVEN)


def _axes(schaal: _Schaal) -> Iterator[SafeString]:
    for nummer in range(round(schaal.hoogste / schaal.stap) + 1):
        waarde = nummer * schaal.stap
        y = schaal.y(waarde)
        yield lijn(LINKS, y, BREEDTE - RECHTS, y, "beeld__spoor" if nummer else "beeld__as")
        yield tekst(LINKS - 8, y + 4, f"{waarde:g}".replace(".", ","), "beeld__klein", "end")
    for jaar in range(schaal.eerste, schaal.laatste + 1):
        yield tekst(schaal.x(jaar), HOOGTE - 8, str(jaar), "beeld__klein", "middle")


def _band(schaal: _Schaal, punten: Sequence[Jaarpunt], klasse: str) -> SafeString:
    def place(p: Jaarpunt, waarde: float | None) -> str:
        return f"{schaal.x(p.jaar):.1f},{schaal.y(p.waarde if waarde is None else waarde):.1f}"

    boven = [place(p, p.boven) for p in punten]
    onder = [place(p, p.onder) for p in reversed(punten)]
    return el("polygon", klasse=klasse, points=" ".join([*boven, *onder]))


def _line(schaal: _Schaal, punten: Sequence[Jaarpunt], klasse: str) -> list[SafeString]:
    return [
        lijn(schaal.x(a.jaar), schaal.y(a.waarde), schaal.x(b.jaar), schaal.y(b.waarde), klasse)
        for a, b in pairwise(punten)
    ]
