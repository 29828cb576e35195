"""The wheel of Positieve Gezondheid: a spoke per side, the newest round in ink and earlier ones faint."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, groep, lijn, tekst, veelhoek

BREEDTE, HOOGTE = 520.0, 320.0
STRAAL = 110.0
HOOGSTE = 10
RINGEN = (2, 4, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Ronde:
    """Marks of one day, in the order of the spokes; None: not asked."""

    naam: str
    scores: tuple[int | None, ...]


def wiel(
    *, id: str, titel: str, omschrijving: str, assen: Sequence[str], rondes: Sequence[Ronde]
) -> SafeString:
    """The wheel. `rondes`: oldest first."""
    beeld = Beeld(id, titel, omschrijving, BREEDTE, HOOGTE, "wiel")
    parts = [*_grid(assen)]
    for nummer, ronde in enumerate(rondes):
        newest = nummer == len(rondes) - 1
        parts.append(_round(ronde, len(assen), newest=newest))
    return beeld.draw(parts)


def _place(spoke: int, spokes: int, score: float) -> tuple[float, float]:
    """Where a mark stands; the first spoke points up."""
    angle = 2 * pi * spoke / spokes - pi / 2
    far = STRAAL * score / HOOGSTE
    return BREEDTE / 2 + far * cos(angle), HOOGTE / 2 + far * sin(angle)


def _grid(assen: Sequence[str]) -> Iterator[SafeString]:
    spokes = len(assen)
    for ring in RINGEN:
        yield veelhoek([_place(n, spokes, ring) for n in range(spokes)], "wiel__ring")
    for spoke, naam in enumerate(assen):
        x, y = _place(spoke, spokes, HOOGSTE)
        yield lijn(BREEDTE / 2, HOOGTE / 2, x, y, "beeld__as")
        tx, ty = _place(spoke, spokes, HOOGSTE + 1.5)
        side = "middle" if abs(tx - BREEDTE / 2) < 1 else ("start" if tx > BREEDTE / 2 else "end")
        yield tekst(tx, ty + 4, naam, "beeld__klein", side)


def _round(ronde: Ronde, spokes: int, *, newest: bool) -> SafeString:
    """A shape through the marks; a point per mark, so that one mark alone is seen too."""
    found = [(n, score) for n, score in enumerate(ronde.scores) if score is not None]
    points = [_place(n, spokes, score) for n, score in found]
    kind = "wiel__ronde wiel__ronde--nu" if newest else "wiel__ronde"
    shape = [veelhoek(points, "wiel__vlak")] if len(points) >= 3 else []
    dots = [el("circle", klasse="wiel__punt", cx=x, cy=y, r=4 if newest else 3) for x, y in points]
    return groep(el("title", ronde.naam), *shape, *dots, klasse=kind)
