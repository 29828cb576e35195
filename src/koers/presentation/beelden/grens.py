"""Two levers against each other: every point on the line reaches the goal, more of either does so too.

Both axes from zero, in percent. The table beside the picture holds the same points.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, lijn, tekst

BREEDTE, HOOGTE = 640.0, 320.0
LINKS, RECHTS, BOVEN, ONDER = 56.0, 20.0, 32.0, 48.0
STAP = 10
Punt = tuple[int, int]


def grens(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    assen: tuple[str, str],
    hoogste: int,
    punten: Sequence[Punt],
    beste: Punt | None,
) -> SafeString:
    """`punten`: at least one, in order of the first lever; `beste`: one of them."""

    def x(procent: float) -> float:
        return LINKS + procent / hoogste * (BREEDTE - LINKS - RECHTS)

    def y(procent: float) -> float:
        return HOOGTE - ONDER - procent / hoogste * (HOOGTE - ONDER - BOVEN)

    def axes() -> Iterator[SafeString]:
        for procent in range(0, hoogste + 1, STAP):
            yield lijn(
                LINKS, y(procent), BREEDTE - RECHTS, y(procent), "beeld__spoor" if procent else "beeld__as"
            )
            yield tekst(LINKS - 8, y(procent) + 4, str(procent), "beeld__klein", "end")
            yield tekst(x(procent), HOOGTE - ONDER + 18, str(procent), "beeld__klein", "middle")
        yield tekst(BREEDTE - RECHTS, HOOGTE - 8, assen[0], "beeld__klein", "end")
        yield tekst(8, BOVEN - 18, assen[1], "beeld__klein", "start")

    # Everything right of and above the line; where the line begins, more of the second does as well.
    rand = [(punten[0][0], hoogste), *punten, (hoogste, punten[-1][1]), (hoogste, hoogste)]
    delen = [*axes()]
    delen.append(
        el("polygon", klasse="waaier__band", points=" ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in rand))
    )
    delen += [
        lijn(x(a), y(b), x(c), y(d), "waaier__lijn waaier__lijn--met") for (a, b), (c, d) in pairwise(punten)
    ]
    if beste is not None:
        delen.append(
            el("rect", klasse="verloop__doel", x=x(beste[0]) - 4, y=y(beste[1]) - 4, width=8, height=8)
        )
    return Beeld(id, titel, omschrijving, BREEDTE, HOOGTE, "waaier").draw(delen)
