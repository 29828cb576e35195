"""Bodies in columns by scale, with the lines between them. Every line has a number that the table explains.

The places follow from the bodies and lines alone: the same input gives the same picture. No two boxes and no
two numbers overlap; a number never lies on a box.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, groep, link, tekst, vlak

KOLOM = 146.0
TUSSEN = 36.0
REGEL = 15.0
RAND = 7.0
GAT = 15.0
KOP = 34.0
STRAAL = 9.0
# Letters of 12 units, as the stylesheet sets them, are at most so wide on average over a line.
KLEINE_LETTER = 6.2
LETTERS = int((KOLOM - 2 * RAND) / KLEINE_LETTER)


@dataclass(frozen=True, slots=True)
class Vak:
    """One body. `soort`: bestaat, voorgesteld or opgeheven; `tekort`: something is missing here."""

    id: str
    naam: str
    kolom: int
    adres: str
    soort: str = "bestaat"
    tekort: bool = False


@dataclass(frozen=True, slots=True)
class Draad:
    """One line between two bodies. `staat`: aanwezig, zwak, ontbreekt or voorgesteld."""

    nummer: int
    van: str
    naar: str
    staat: str
    woorden: str


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a box stands."""

    x: float
    y: float
    hoog: float
    regels: tuple[str, ...]

    def covers(self, x: float, y: float, marge: float = 0.0) -> bool:
        """Whether a point lies on the box, or nearer than `marge`."""
        return (
            self.x - marge <= x <= self.x + KOLOM + marge
            and self.y - marge <= y <= self.y + self.hoog + marge
        )


Punt = tuple[float, float]


def netwerk(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    kolommen: Sequence[str],
    vakken: Sequence[Vak],
    draden: Sequence[Draad],
) -> SafeString:
    """The drawing. Raises KeyError for a line to a body that is not drawn."""
    plekken = places(vakken, draden)
    banen = {draad.nummer: _path(punten) for draad, punten in _ends(draden, vakken, plekken)}
    nummers = number_places(banen, plekken)
    hoog = max(plek.y + plek.hoog for plek in plekken.values()) + GAT
    breed = len(kolommen) * KOLOM + (len(kolommen) - 1) * TUSSEN
    beeld = Beeld(id, titel, omschrijving, breed, hoog, "netwerk")
    koppen = [
        tekst(plek * (KOLOM + TUSSEN) + KOLOM / 2, 18, kop, "netwerk__kop", "middle")
        for plek, kop in enumerate(kolommen)
    ]
    lijnen = [_thread(draad, banen[draad.nummer]) for draad in draden]
    dozen = [_box(vak, plekken[vak.id]) for vak in vakken]
    cijfers = [_badge(draad, nummers[draad.nummer]) for draad in draden]
    return beeld.draw([*koppen, *lijnen, *dozen, *cijfers], links=True)


# --- places -----------------------------------------------------------------------------------------


def places(vakken: Sequence[Vak], draden: Sequence[Draad]) -> dict[str, Plek]:
    """In each column who has most lines first, then in the order given.

    Who has no line stands below all that have, so that no line runs behind a box it has nothing to do with
    where that can be avoided.
    """
    lijnen = {vak.id: sum(vak.id in (draad.van, draad.naar) for draad in draden) for vak in vakken}
    boven = sorted((vak for vak in vakken if lijnen[vak.id]), key=lambda vak: -lijnen[vak.id])
    plekken = _stacked(boven, KOP)
    onder = max((plek.y + plek.hoog for plek in plekken.values()), default=KOP - GAT) + GAT
    return plekken | _stacked([vak for vak in vakken if not lijnen[vak.id]], onder)


def _stacked(vakken: Sequence[Vak], begin: float) -> dict[str, Plek]:
    """Boxes below each other in their columns, from this height down."""
    plekken: dict[str, Plek] = {}
    vol: dict[int, float] = {}
    for vak in vakken:
        regels = wrap(vak.naam)
        hoog = len(regels) * REGEL + 2 * RAND
        y = vol.get(vak.kolom, begin)
        plekken[vak.id] = Plek(vak.kolom * (KOLOM + TUSSEN), y, hoog, regels)
        vol[vak.kolom] = y + hoog + GAT
    return plekken


def wrap(naam: str) -> tuple[str, ...]:
    """A name in lines that fit a box; a word that is too long is broken with a hyphen."""
    regels = [""]
    for woord in naam.split():
        rest = woord
        while len(rest) > LETTERS:
            regels.append(f"{rest[: LETTERS - 1]}-")
            rest = rest[LETTERS - 1 :]
        samen = f"{regels[-1]} {rest}".strip()
        if len(samen) <= LETTERS and not regels[-1].endswith("-"):
            regels[-1] = samen
        else:
            regels.append(rest)
    return tuple(regel for regel in regels if regel)


def _ends(
    draden: Sequence[Draad], vakken: Sequence[Vak], plekken: dict[str, Plek]
) -> Iterator[tuple[Draad, tuple[Punt, Punt]]]:
    """Where each line leaves and arrives: spread over the side of the box, so that lines do not coincide."""
    kolom = {vak.id: vak.kolom for vak in vakken}
    zijden: dict[tuple[str, bool], list[tuple[float, int]]] = {}
    for draad in draden:
        for eigen, ander in ((draad.van, draad.naar), (draad.naar, draad.van)):
            rechts = kolom[ander] >= kolom[eigen]
            zijden.setdefault((eigen, rechts), []).append((plekken[ander].y, draad.nummer))
    for zijde in zijden.values():
        zijde.sort()

    def point(eigen: str, ander: str, nummer: int) -> Punt:
        rechts = kolom[ander] >= kolom[eigen]
        zijde, plek = zijden[eigen, rechts], plekken[eigen]
        rang = [een for _, een in zijde].index(nummer) + 1
        return plek.x + (KOLOM if rechts else 0), plek.y + plek.hoog * rang / (len(zijde) + 1)

    for draad in draden:
        yield (
            draad,
            (point(draad.van, draad.naar, draad.nummer), point(draad.naar, draad.van, draad.nummer)),
        )


def _path(punten: tuple[Punt, Punt]) -> tuple[Punt, Punt, Punt, Punt]:
    """The four points of the curve. In one column it bulges into the room at its right."""
    (x1, y1), (x2, y2) = punten
    if x1 == x2:
        uit = x1 + TUSSEN * (0.6 + min(0.7, abs(y2 - y1) / 400))
        return (x1, y1), (uit, y1), (uit, y2), (x2, y2)
    bocht = max(TUSSEN * 0.9, abs(x2 - x1) / 2)
    richting = 1 if x2 > x1 else -1
    return (x1, y1), (x1 + richting * bocht, y1), (x2 - richting * bocht, y2), (x2, y2)


def at(baan: tuple[Punt, Punt, Punt, Punt], t: float) -> Punt:
    """The point of the curve at `t` from 0 to 1."""
    u = 1 - t
    deel = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    return (
        sum(d * punt[0] for d, punt in zip(deel, baan, strict=True)),
        sum(d * punt[1] for d, punt in zip(deel, baan, strict=True)),
    )


def number_places(
    banen: dict[int, tuple[Punt, Punt, Punt, Punt]], plekken: dict[str, Plek]
) -> dict[int, Punt]:
    """A place on its own line for every number: the nearest to the middle that is free; else beside it."""
    stappen = sorted((stap / 60 for stap in range(4, 57)), key=lambda t: (abs(t - 0.5), t))
    vast: dict[int, Punt] = {}
    for nummer in sorted(banen):
        kandidaten = (
            (x, y + opzij)
            for opzij in (0.0, STRAAL, -STRAAL, 2.2 * STRAAL, -2.2 * STRAAL, 4 * STRAAL, -4 * STRAAL)
            for x, y in (at(banen[nummer], t) for t in stappen)
        )
        vast[nummer] = next(
            (punt for punt in kandidaten if _free(punt, vast.values(), plekken)), at(banen[nummer], 0.5)
        )
    return vast


def _free(punt: Punt, vast: Iterable[Punt], plekken: dict[str, Plek]) -> bool:
    x, y = punt
    naast = all((x - a) ** 2 + (y - b) ** 2 >= (2 * STRAAL + 1) ** 2 for a, b in vast)
    return naast and y >= KOP and not any(plek.covers(x, y, STRAAL) for plek in plekken.values())


# --- drawing ----------------------------------------------------------------------------------------


def _thread(draad: Draad, baan: tuple[Punt, Punt, Punt, Punt]) -> SafeString:
    (x1, y1), (a, b), (c, d), (x2, y2) = baan
    weg = f"M{x1:.1f} {y1:.1f}C{a:.1f} {b:.1f} {c:.1f} {d:.1f} {x2:.1f} {y2:.1f}"
    return el("path", klasse=f"netwerk__draad netwerk__draad--{draad.staat}", d=weg)


def _box(vak: Vak, plek: Plek) -> SafeString:
    klasse = f"netwerk__vak netwerk__vak--{vak.soort}" + (" netwerk__vak--tekort" if vak.tekort else "")
    regels = [
        tekst(plek.x + RAND, plek.y + RAND + REGEL * (nummer + 0.78), f"{regel} ", "netwerk__naam")
        for nummer, regel in enumerate(plek.regels)
    ]
    doos = vlak(plek.x, plek.y, KOLOM, plek.hoog, "netwerk__doos", 3)
    return link(vak.adres, doos, *regels, klasse=klasse)


def _badge(draad: Draad, plek: Punt) -> SafeString:
    x, y = plek
    return groep(
        el("title", draad.woorden),
        el("circle", klasse="netwerk__bol", cx=x, cy=y, r=STRAAL),
        tekst(x, y + 4, str(draad.nummer), "netwerk__nummer", "middle"),
        klasse=f"netwerk__merk netwerk__merk--{draad.staat}",
    )
