"""How much of the help still runs after so many days: a falling stair, with a mark where help still runs.

From zero to all of it; dashed where too few were followed to be sure. A mark stands on the stair where stays
had come when the year ended: from there on they are not counted any more, for nobody knows yet how long they
take. The table beside the picture holds the same figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, lijn, tekst
from koers.presentation.opmaak import aandeel

BREEDTE, HOOGTE = 560.0, 220.0
LINKS, RECHTS, BOVEN, ONDER = 52.0, 16.0, 14.0, 44.0
STREPEN = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Tijdas:
    """The days along the bottom: the last one that is drawn, days with their words, and what they count.

    `onzeker_vanaf`: the day from which on the line is dashed; None: nowhere.
    """

    tot: int
    strepen: Sequence[tuple[int, str]]
    woorden: str
    onzeker_vanaf: int | None = None


def duurlijn(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    punten: Sequence[tuple[int, float]],
    merken: Sequence[int],
    tijd: Tijdas,
) -> SafeString:
    """The picture. `punten`: (days, part that is still there from then on), falling; `merken`: days on which
    help still runs.
    """
    tot = tijd.tot

    def x(dagen: float) -> float:
        return LINKS + min(dagen, tot) / tot * (BREEDTE - LINKS - RECHTS)

    def y(deel: float) -> float:
        return HOOGTE - ONDER - deel * (HOOGTE - BOVEN - ONDER)

    return Beeld(id, titel, omschrijving, BREEDTE, HOOGTE, "duurlijn").draw(
        [*_axes(x, y, tijd), *_stair(x, y, punten, tijd), *_marks(x, y, punten, merken, tot)]
    )


def _axes(x, y, tijd: Tijdas) -> Iterator[SafeString]:
    for deel in STREPEN:
        yield lijn(LINKS, y(deel), BREEDTE - RECHTS, y(deel), "beeld__spoor" if deel else "beeld__as")
        yield tekst(LINKS - 8, y(deel) + 4, aandeel(deel, 0), "beeld__klein", "end")
    for dagen, naam in tijd.strepen:
        yield lijn(x(dagen), y(0), x(dagen), y(0) + 5, "beeld__as")
        yield tekst(x(dagen), y(0) + 20, naam, "beeld__klein", "middle")
    yield tekst(BREEDTE - RECHTS, HOOGTE - 6, tijd.woorden, "beeld__klein", "end")


def _stair(x, y, punten: Sequence[tuple[int, float]], tijd: Tijdas) -> Iterator[SafeString]:
    dagen, deel, klasse = 0, 1.0, "verloop__lijn"
    for moment, rest in punten:
        if moment > tijd.tot:
            break
        yield lijn(x(dagen), y(deel), x(moment), y(deel), klasse)
        if tijd.onzeker_vanaf is not None and moment >= tijd.onzeker_vanaf:
            klasse = "verloop__lijn waaier__lijn--zonder"
        yield lijn(x(moment), y(deel), x(moment), y(rest), klasse)
        dagen, deel = moment, rest
    yield lijn(x(dagen), y(deel), x(tijd.tot), y(deel), klasse)


def _marks(
    x, y, punten: Sequence[tuple[int, float]], merken: Sequence[int], tot: int
) -> Iterator[SafeString]:
    for dagen in merken:
        if dagen <= tot:
            deel = next((rest for moment, rest in reversed(punten) if moment <= dagen), 1.0)
            yield lijn(x(dagen), y(deel) - 6, x(dagen), y(deel) + 6, "duurlijn__merk")
