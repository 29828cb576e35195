"""Which follows on which: names on the left, names on the right, a band between them as thick as it is often.

Bands come in the order of the names on both sides, so that they cross as little as they can. The table beside
the picture holds the same numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, breedte_van, el, maat, tekst, vlak
from koers.presentation.opmaak import getal

BREEDTE, KOP = 560.0, 30.0
HOOGTE_BANDEN = 260.0  # of all bands together
TUSSEN = 22.0  # between two names, so that a thin one still has room for its words
BLOK = 9.0
BUIGING = 0.45  # part of the width after which a band bends


@dataclass(frozen=True, slots=True)
class Band:
    """From one name to another, and how often."""

    van: str
    naar: str
    aantal: int


def stappen(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    koppen: tuple[str, str],
    namen: tuple[Sequence[str], Sequence[str]],
    banden: Sequence[Band],
) -> SafeString:
    """The picture. At least one band with a number, and those in the order of `namen`, left and right."""
    van, naar = namen
    schaal = HOOGTE_BANDEN / max(1, sum(band.aantal for band in banden))
    kolommen = (_Kolom.of(van, banden, schaal, links=True), _Kolom.of(naar, banden, schaal, links=False))
    # The words of the blocks stand outside them.
    ruimte = tuple(breedte_van([f"{naam}: {getal(99999)}" for naam in names]) + 10 for names in (van, naar))
    links, rechts = ruimte[0], BREEDTE - ruimte[1]
    hoogte = KOP + max(kolom.hoogte for kolom in kolommen) + 8
    delen = [
        tekst(links + BLOK, 16, koppen[0], "beeld__klein", "end"),
        tekst(rechts - BLOK, 16, koppen[1], "beeld__klein"),
        *_bands(banden, kolommen, (links, rechts), schaal),
        *_blocks(kolommen[0], links, schaal, "end"),
        *_blocks(kolommen[1], rechts - BLOK, schaal, "start"),
    ]
    return Beeld(id, titel, omschrijving, BREEDTE, hoogte, "stappen").draw(delen)


@dataclass(frozen=True, slots=True)
class _Kolom:
    """Where each name begins, and how often it comes."""

    begin: dict[str, float]
    aantal: dict[str, int]
    hoogte: float

    @classmethod
    def of(cls, namen: Sequence[str], banden: Sequence[Band], schaal: float, *, links: bool) -> "_Kolom":
        aantal = dict.fromkeys(namen, 0)
        for band in banden:
            aantal[band.van if links else band.naar] += band.aantal
        begin, y = {}, 0.0
        for naam in namen:
            begin[naam] = KOP + y
            y += aantal[naam] * schaal + TUSSEN
        return cls(begin, aantal, y)


def _blocks(kolom: _Kolom, x: float, schaal: float, anker: str) -> Iterator[SafeString]:
    for naam, y in kolom.begin.items():
        dik = max(kolom.aantal[naam] * schaal, 1.5)
        yield vlak(x, y, BLOK, dik, "stappen__blok")
        plek = x - 6 if anker == "end" else x + BLOK + 6
        yield tekst(plek, y + dik / 2 + 5, f"{naam}: {getal(kolom.aantal[naam])}", "beeld__naam", anker)


def _bands(
    banden: Sequence[Band], kolommen: tuple[_Kolom, _Kolom], zijden: tuple[float, float], schaal: float
) -> Iterator[SafeString]:
    used = (dict(kolommen[0].begin), dict(kolommen[1].begin))
    a, b = zijden[0] + BLOK, zijden[1] - BLOK
    bend = (b - a) * BUIGING
    for band in banden:
        dik = band.aantal * schaal
        y, z = used[0][band.van], used[1][band.naar]
        used[0][band.van] += dik
        used[1][band.naar] += dik
        heen = (
            f"M{maat(a)},{maat(y)} C{maat(a + bend)},{maat(y)} {maat(b - bend)},{maat(z)} {maat(b)},{maat(z)}"
        )
        terug = (
            f"L{maat(b)},{maat(z + dik)} C{maat(b - bend)},{maat(z + dik)} "
            f"{maat(a + bend)},{maat(y + dik)} {maat(a)},{maat(y + dik)} Z"
        )
        yield el("path", klasse="stappen__band", d=f"{heen} {terug}")
