"""Months as standing columns: filled what was reported, dashed above it what is still expected.

From zero. A thin line shows between which numbers it will probably be. The table beside the picture holds
the same figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, lijn, tekst, vlak
from koers.presentation.opmaak import getal

STAP, HOOGTE = 44.0, 230.0
BOVEN, ONDER, DIKTE = 30.0, 40.0, 26.0


@dataclass(frozen=True, slots=True)
class Maandkolom:
    """A month in words (a short name, and the year under the first of each); `verwacht` None: not to say."""

    naam: str
    jaar: str
    gemeld: int
    verwacht: float | None
    onder: int | None
    boven: int | None
    voorlopig: bool


def maanden(*, id: str, titel: str, omschrijving: str, kolommen: Sequence[Maandkolom]) -> SafeString:
    """The picture. At least one month."""
    most = max(1, *(max(k.gemeld, k.verwacht or 0, k.boven or 0) for k in kolommen))
    schaal = (HOOGTE - BOVEN - ONDER) / most
    delen = [deel for place, kolom in enumerate(kolommen) for deel in _column(place * STAP, kolom, schaal)]
    grond = HOOGTE - ONDER
    delen.append(lijn(0, grond, STAP * len(kolommen), grond, "maanden__as"))
    return Beeld(id, titel, omschrijving, STAP * len(kolommen), HOOGTE, "maanden").draw(delen)


def _column(links: float, kolom: Maandkolom, schaal: float) -> Iterator[str]:
    midden, grond = links + STAP / 2, HOOGTE - ONDER
    high = kolom.gemeld * schaal
    soort = "maanden__gemeld maanden__gemeld--open" if kolom.voorlopig else "maanden__gemeld"
    yield vlak(midden - DIKTE / 2, grond - high, DIKTE, high, soort)
    top = high
    if kolom.voorlopig and kolom.verwacht is not None and kolom.onder is not None and kolom.boven is not None:
        extra = kolom.verwacht * schaal - high
        yield vlak(midden - DIKTE / 2, grond - high - extra, DIKTE, extra, "maanden__verwacht")
        yield lijn(
            midden, grond - kolom.onder * schaal, midden, grond - kolom.boven * schaal, "maanden__band"
        )
        top = kolom.boven * schaal
    yield tekst(midden, grond - top - 6, getal(kolom.gemeld), "maanden__getal", "middle")
    yield tekst(midden, grond + 16, kolom.naam + ("*" if kolom.voorlopig else ""), "maanden__naam", "middle")
    if kolom.jaar:
        yield tekst(midden, grond + 33, kolom.jaar, "maanden__naam", "middle")
