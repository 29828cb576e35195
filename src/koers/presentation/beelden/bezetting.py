"""The share that is helped in time, by the fte that there is: a line with its band, and the goal.

Both axes from zero. The chosen fte is a square; the table beside the picture holds the same points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, lijn, tekst

BREEDTE, HOOGTE = 640.0, 300.0
LINKS, RECHTS, BOVEN, ONDER = 56.0, 20.0, 32.0, 48.0


@dataclass(frozen=True, slots=True)
class Punt:
    """An fte, and the share in percent with its band."""

    fte: float
    deel: float
    onder: float
    boven: float


def bezetting(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    assen: tuple[str, str],
    punten: Sequence[Punt],
    gekozen: Punt | None,
    doel: tuple[float, str],
) -> SafeString:
    """`punten`: at least one, in order. `doel`: in percent, and its words. `assen`: along and up."""
    hoogste = punten[-1].fte

    def x(fte: float) -> float:
        return LINKS + fte / hoogste * (BREEDTE - LINKS - RECHTS)

    def y(deel: float) -> float:
        return HOOGTE - ONDER - deel / 100 * (HOOGTE - ONDER - BOVEN)

    def axes() -> Iterator[SafeString]:
        for deel in range(0, 101, 20):
            yield lijn(LINKS, y(deel), BREEDTE - RECHTS, y(deel), "beeld__spoor" if deel else "beeld__as")
            yield tekst(LINKS - 8, y(deel) + 4, str(deel), "beeld__klein", "end")
        # As many words below the line as fit.
        stap = -(-len(punten) // 10)
        for punt in punten[stap - 1 :: stap]:
            yield tekst(
                x(punt.fte), HOOGTE - ONDER + 18, f"{punt.fte:g}".replace(".", ","), "beeld__klein", "middle"
            )
        yield tekst(BREEDTE - RECHTS, HOOGTE - 8, assen[0], "beeld__klein", "end")
        yield tekst(8, BOVEN - 18, assen[1], "beeld__klein", "start")

    rand = [(p.fte, p.boven) for p in punten] + [(p.fte, p.onder) for p in reversed(punten)]
    delen = [*axes()]
    delen.append(
        el("polygon", klasse="waaier__band", points=" ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in rand))
    )
    delen += [lijn(x(a.fte), y(a.deel), x(b.fte), y(b.deel), "waaier__lijn") for a, b in pairwise(punten)]
    delen += [
        lijn(LINKS, y(doel[0]), BREEDTE - RECHTS, y(doel[0]), "beeld__streep"),
        tekst(BREEDTE - RECHTS, y(doel[0]) + 16, doel[1], "beeld__klein", "end"),
    ]
    if gekozen is not None:
        delen.append(
            el("rect", klasse="verloop__doel", x=x(gekozen.fte) - 4, y=y(gekozen.deel) - 4, width=8, height=8)
        )
    return Beeld(id, titel, omschrijving, BREEDTE, HOOGTE, "waaier").draw(delen)
