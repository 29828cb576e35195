"""Years as basins beside each other: the tap above, the water in it, the drain below.

Widths of tap and drain and the height of the water share one scale over the years, so that the eye may
compare. The table beside the picture holds the same figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, tekst, veelhoek, vlak
from koers.presentation.opmaak import getal

BREEDTE, HOOGTE = 104.0, 300.0
RAND, KUIP_BOVEN, KUIP_HOOG = 10.0, 84.0, 120.0
BREEDSTE_STROOM = 56.0


@dataclass(frozen=True, slots=True)
class Jaarkolom:
    """A year: what came in, the stock at its end, what went out, a word of staying; `open`: provisional."""

    jaar: str
    instroom: int
    stand: int
    uitstroom: int
    duur: str
    open: bool = False


def badkuip(*, id: str, titel: str, omschrijving: str, kolommen: Sequence[Jaarkolom]) -> SafeString:
    """The picture. At least one year."""
    most = max(1, *(k.stand for k in kolommen))
    widest = max(1, *(max(k.instroom, k.uitstroom) for k in kolommen))
    delen = [
        deel for place, kolom in enumerate(kolommen) for deel in _column(place * BREEDTE, kolom, most, widest)
    ]
    return Beeld(id, titel, omschrijving, BREEDTE * len(kolommen), HOOGTE, "badkuip").draw(delen)


def _column(links: float, kolom: Jaarkolom, most: int, widest: int) -> Iterator[str]:
    midden, onder = links + BREEDTE / 2, KUIP_BOVEN + KUIP_HOOG
    water = KUIP_HOOG * 0.92 * kolom.stand / most
    yield tekst(midden, 14, kolom.jaar + ("*" if kolom.open else ""), "badkuip__jaar", "middle")
    yield tekst(midden, 34, f"+{getal(kolom.instroom)}", "badkuip__getal", "middle")
    yield _arrow(midden, 42.0, BREEDSTE_STROOM * kolom.instroom / widest, "badkuip__in")
    yield vlak(links + RAND, onder - water, BREEDTE - 2 * RAND, water, "badkuip__water")
    rand = "badkuip__rand badkuip__rand--open" if kolom.open else "badkuip__rand"
    yield el(
        "path",
        klasse=rand,
        d=f"M{links + RAND:g} {KUIP_BOVEN:g} V{onder:g} H{links + BREEDTE - RAND:g} V{KUIP_BOVEN:g}",
    )
    boven = onder - water > onder - 24
    yield tekst(
        midden, onder - water - 6 if boven else onder - water / 2 + 5,
        getal(kolom.stand), "badkuip__getal" if boven else "badkuip__stand", "middle",
    )  # fmt: skip
    yield _arrow(midden, onder + 6, BREEDSTE_STROOM * kolom.uitstroom / widest, "badkuip__uit")
    yield tekst(midden, onder + 56, f"−{getal(kolom.uitstroom)}", "badkuip__getal", "middle")
    yield tekst(midden, onder + 78, kolom.duur, "badkuip__duur", "middle")


def _arrow(midden: float, boven: float, breed: float, klasse: str) -> SafeString:
    half = max(breed, 1.5) / 2
    return veelhoek(
        [
            (midden - half, boven), (midden + half, boven), (midden + half, boven + 24),
            (midden + half + 5, boven + 24), (midden, boven + 36), (midden - half - 5, boven + 24),
            (midden - half, boven + 24),
        ],
        klasse,
    )  # fmt: skip
