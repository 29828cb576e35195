"""The twelve municipalities of Drenthe as tiles: our own map, on a grid of hexagons.

Every tile is as large as every other, because every municipality counts as one here. The tiles stand so
that neighbours touch: 21 of the 22 common borders are in the map, and no two tiles touch that have no
common border. Left out is the shortest one, between Midden-Drenthe and Noordenveld.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, pi, sin, sqrt

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from koers.presentation.beelden.svg import Beeld, groep, lijn, link, tekst, veelhoek, vlak

# Column and row; an odd column stands half a tile lower.
LIGGING: dict[str, tuple[int, int]] = {
    "GM0119": (0, 3),  # Meppel
    "GM1701": (1, 2),  # Westerveld
    "GM1690": (1, 3),  # De Wolden
    "GM1699": (2, 0),  # Noordenveld
    "GM0106": (2, 1),  # Assen
    "GM1731": (2, 2),  # Midden-Drenthe
    "GM0118": (2, 3),  # Hoogeveen
    "GM1730": (3, 0),  # Tynaarlo
    "GM1680": (3, 1),  # Aa en Hunze
    "GM0109": (3, 2),  # Coevorden
    "GM1681": (4, 2),  # Borger-Odoorn
    "GM0114": (4, 3),  # Emmen
}
# Common borders of the twelve, as they have been since 1998.
BUREN: frozenset[frozenset[str]] = frozenset(
    frozenset(paar)
    for paar in (
        ("GM0106", "GM1680"),  # Assen, Aa en Hunze
        ("GM0106", "GM1699"),  # Assen, Noordenveld
        ("GM0106", "GM1730"),  # Assen, Tynaarlo
        ("GM0106", "GM1731"),  # Assen, Midden-Drenthe
        ("GM1680", "GM1681"),  # Aa en Hunze, Borger-Odoorn
        ("GM1680", "GM0109"),  # Aa en Hunze, Coevorden
        ("GM1680", "GM1730"),  # Aa en Hunze, Tynaarlo
        ("GM1680", "GM1731"),  # Aa en Hunze, Midden-Drenthe
        ("GM1681", "GM0109"),  # Borger-Odoorn, Coevorden
        ("GM1681", "GM0114"),  # Borger-Odoorn, Emmen
        ("GM0109", "GM0114"),  # Coevorden, Emmen
        ("GM0109", "GM0118"),  # Coevorden, Hoogeveen
        ("GM0109", "GM1731"),  # Coevorden, Midden-Drenthe
        ("GM1690", "GM0118"),  # De Wolden, Hoogeveen
        ("GM1690", "GM0119"),  # De Wolden, Meppel
        ("GM1690", "GM1701"),  # De Wolden, Westerveld
        ("GM0118", "GM1731"),  # Hoogeveen, Midden-Drenthe
        ("GM0118", "GM1701"),  # Hoogeveen, Westerveld
        ("GM0119", "GM1701"),  # Meppel, Westerveld
        ("GM1731", "GM1699"),  # Midden-Drenthe, Noordenveld
        ("GM1731", "GM1701"),  # Midden-Drenthe, Westerveld
        ("GM1699", "GM1730"),  # Noordenveld, Tynaarlo
    )
)
NIET_IN_KAART = frozenset({frozenset({"GM1731", "GM1699"})})

STRAAL = 54.0
TUSSENRUIMTE = 2.5
RAND = 6.0
HALF = STRAAL * sqrt(3) / 2
BREEDTE = 2 * RAND + STRAAL * (1.5 * max(kolom for kolom, _rij in LIGGING.values()) + 2)
KAARTHOOGTE = 2 * RAND + 2 * HALF * 4.5
STAPPEN = 4
# Below the map: one line of steps.
SLEUTELHOOGTE = 46.0
# Where the names of the two inkoopregio's stand: in the empty corners of the map.
LABELS: dict[str, tuple[float, float]] = {
    "noordmidden-drenthe": (RAND + 1.25 * STRAAL, RAND + 1.6 * HALF),
    "zuid-drenthe": (RAND + 5.5 * STRAAL, RAND + 8.1 * HALF),
}
# A name of more letters than this goes over two lines.
LANGE_NAAM = 12


@dataclass(frozen=True, slots=True)
class Tegel:
    """One municipality. `stap` 1 to 4 is how dark the tile is; 0: no figure, and `waarde` says so.
    `gedempt`: outside what was chosen, so only the name is shown.
    """

    code: str
    naam: str
    waarde: str
    stap: int
    adres: str
    inkoopregio: str
    gedempt: bool = False


def tegelkaart(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    tegels: Sequence[Tegel],
    stappen: Sequence[str],
    inkoopregios: Mapping[str, str],
) -> SafeString:
    """The map. `stappen`: the words of the steps, from light to dark. `inkoopregios`: their names by id.
    Raises ValueError when the tiles are not exactly the twelve.
    """
    if sorted(tegel.code for tegel in tegels) != sorted(LIGGING):
        raise ValueError("the tile map is of exactly the twelve municipalities of Drenthe")
    beeld = Beeld(
        id, titel, omschrijving, BREEDTE, KAARTHOOGTE + (SLEUTELHOOGTE if stappen else 0), "tegelkaart"
    )
    delen = [_tile(tegel) for tegel in sorted(tegels, key=lambda tegel: tegel.naam)]
    namen = [
        tekst(*LABELS[code], naam, "beeld__klein", "middle")
        for code, naam in inkoopregios.items()
        if code in LABELS
    ]
    return beeld.draw([*delen, *_borders(tegels), *namen, *_key(stappen)], links=True)


def middelpunt(code: str) -> tuple[float, float]:
    """Where the middle of a tile is."""
    kolom, rij = LIGGING[code]
    return RAND + STRAAL * (1.5 * kolom + 1), RAND + HALF * (2 * rij + 1 + kolom % 2)


def hoeken(code: str, straal: float = STRAAL) -> list[tuple[float, float]]:
    """The six corners, clockwise from the right."""
    x, y = middelpunt(code)
    return [(x + straal * cos(pi / 3 * hoek), y + straal * sin(pi / 3 * hoek)) for hoek in range(6)]


def touching() -> frozenset[frozenset[str]]:
    """Which tiles touch along a side."""
    return frozenset(
        frozenset(paar) for paar in combinations(LIGGING, 2) if abs(_distance(*paar) - 2 * HALF) < 0.01
    )


def _distance(een: str, ander: str) -> float:
    (x1, y1), (x2, y2) = middelpunt(een), middelpunt(ander)
    return hypot(x2 - x1, y2 - y1)


def _tile(tegel: Tegel) -> SafeString:
    x, y = middelpunt(tegel.code)
    klasse = "tegel tegel--gedempt" if tegel.gedempt else f"tegel tegel--{tegel.stap}"
    vorm = veelhoek(hoeken(tegel.code, STRAAL - TUSSENRUIMTE), "tegel__vlak")
    regels = _lines(tegel.naam)
    if tegel.gedempt:
        begin = y + 5 - 8 * (len(regels) - 1)
        namen = [tekst(x, begin + 16 * n, regel, "tegel__naam", "middle") for n, regel in enumerate(regels)]
        return link(tegel.adres, vorm, *namen, klasse=klasse)
    begin = y - 8 - 8 * (len(regels) - 1)
    namen = [tekst(x, begin + 16 * n, regel, "tegel__naam", "middle") for n, regel in enumerate(regels)]
    # A space that only a listener meets: name and value are two words.
    waarde = tekst(x, begin + 16 * len(regels) + 9, f" {tegel.waarde}", _size(tegel), "middle")
    return link(tegel.adres, vorm, *namen, waarde, klasse=klasse)


def _size(tegel: Tegel) -> str:
    return "tegel__waarde" if len(tegel.waarde) <= 8 and tegel.stap else "tegel__reden"


def _lines(naam: str) -> list[str]:
    """A long name in two lines, at its dash or else its space."""
    if len(naam) <= LANGE_NAAM:
        return [naam]
    voor, teken, na = naam.partition("-" if "-" in naam else " ")
    return [voor + teken, na] if na else [naam]


def _borders(tegels: Sequence[Tegel]) -> Iterator[SafeString]:
    """The line between the two inkoopregio's, along the sides where they meet."""
    regio = {tegel.code: tegel.inkoopregio for tegel in tegels}
    raken = sorted(sorted(paar) for paar in touching())
    zijden = [_side(een, ander) for een, ander in raken if regio[een] != regio[ander]]
    if zijden:
        yield groep(*(lijn(*zijde, "tegelkaart__grens") for zijde in zijden))


def _side(een: str, ander: str) -> tuple[float, float, float, float]:
    """The side that two touching tiles have in common."""
    (x1, y1), (x2, y2) = middelpunt(een), middelpunt(ander)
    mx, my = (x1 + x2) / 2, (y1 + y2) / 2
    dx, dy = (y1 - y2) / (4 * HALF) * STRAAL, (x2 - x1) / (4 * HALF) * STRAAL
    return mx - dx, my - dy, mx + dx, my + dy


def _key(stappen: Sequence[str]) -> Iterator[SafeString]:
    """What the steps mean, below the map."""
    breed = (BREEDTE - 2 * RAND) / max(len(stappen), 1)
    for nummer, woorden in enumerate(stappen):
        x = RAND + nummer * breed
        yield groep(
            vlak(x, KAARTHOOGTE + 8, breed - 3, 12, "tegel__vlak"),
            tekst(x, KAARTHOOGTE + 38, woorden, "beeld__klein"),
            klasse=f"tegel--{nummer + 1}",
        )


def toelichting() -> str:
    """What the map is, and is not, in words."""
    return _(
        "Elke gemeente is een even groot vak. Buren liggen naast elkaar, "
        "behalve Midden-Drenthe en Noordenveld. De dikke lijn scheidt de twee inkoopregio’s."
    )
