"""The wheel of working together: five parts of four sectors, as far out as their score; ambition first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, groep, lijn, maat, tekst

BREEDTE, HOOGTE = 460.0, 380.0
STRAAL = 128.0
X, Y = BREEDTE / 2, HOOGTE / 2


@dataclass(frozen=True, slots=True)
class Sector:
    """One statement: its number in the table, its score now and in the round before; None: not told."""

    nummer: int
    naam: str
    score: Decimal | None
    vorige: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Wieldeel:
    """A part of the wheel with its sectors."""

    naam: str
    sectoren: tuple[Sector, ...]


def samenwerkingswiel(
    *, id: str, titel: str, omschrijving: str, delen: Sequence[Wieldeel], hoogste: int
) -> SafeString:
    """The wheel, clockwise from the top in the order of `delen`."""
    sectoren = [sector for deel in delen for sector in deel.sectoren]
    step = 2 * pi / len(sectoren)
    parts: list[SafeString] = list(_rings(hoogste))
    for plek, sector in enumerate(sectoren):
        parts += _sector(sector, plek * step, (plek + 1) * step, hoogste)
    done = 0
    for deel in delen:
        parts += _part(deel, done * step, (done + len(deel.sectoren)) * step)
        done += len(deel.sectoren)
    return Beeld(id, titel, omschrijving, BREEDTE, HOOGTE, "samenwerkingswiel").draw(parts)


def _at(angle: float, far: float) -> tuple[float, float]:
    """A place at this angle, clockwise from the top."""
    return X + far * sin(angle), Y - far * cos(angle)


def _rings(hoogste: int) -> Iterator[SafeString]:
    for ring in range(1, hoogste + 1):
        yield el("circle", klasse="wiel__ring", cx=X, cy=Y, r=STRAAL * ring / hoogste)


def _sector(sector: Sector, van: float, tot: float, hoogste: int) -> Iterator[SafeString]:
    if sector.score is not None:
        far = STRAAL * float(sector.score) / hoogste
        (x1, y1), (x2, y2) = _at(van, far), _at(tot, far)
        path = f"M{maat(X)} {maat(Y)} L{maat(x1)} {maat(y1)} {_arc(far, x2, y2)} Z"
        yield groep(el("title", sector.naam), el("path", klasse="samenwerkingswiel__nu", d=path))
    if sector.vorige is not None:
        far = STRAAL * float(sector.vorige) / hoogste
        (x1, y1), (x2, y2) = _at(van, far), _at(tot, far)
        yield el("path", klasse="samenwerkingswiel__vorige", d=f"M{maat(x1)} {maat(y1)} {_arc(far, x2, y2)}")
    x, y = _at((van + tot) / 2, STRAAL + 11)
    yield tekst(x, y + 4, str(sector.nummer), "beeld__klein", "middle")


def _arc(far: float, x: float, y: float) -> str:
    return f"A{maat(far)} {maat(far)} 0 0 1 {maat(x)} {maat(y)}"


def _part(deel: Wieldeel, van: float, tot: float) -> Iterator[SafeString]:
    x, y = _at(van, STRAAL + 20)
    yield lijn(X, Y, x, y, "beeld__as")
    x, y = _at((van + tot) / 2, STRAAL + 30)
    side = "middle" if abs(x - X) < 20 else ("start" if x > X else "end")
    yield tekst(x, y + (14 if y > Y + STRAAL else 5), deel.naam, "samenwerkingswiel__deel", side)
