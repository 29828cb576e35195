"""Who delivers what, bought by whom: invented providers, products of our own per procurement region,
contracts per period and tariffs per year.

AGB-like codes start with 99, product codes with N (Noordmidden-Drenthe) or Z (Zuid-Drenthe). Levels per
product are assumptions: the sources number the eight levels without naming them.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from koers.simulation.proefregio import aannamen
from koers.simulation.proefregio.gepubliceerd import GEMEENTEN, INKOOPREGIOS
from koers.simulation.proefregio.kalender import dag
from koers.simulation.proefregio.stroom import Getallen, Kwantielen


@dataclass(frozen=True, slots=True)
class Product:
    """A product as bought. `eenheid` and `frequentie`: WJ756 and WMO757. `tarief`: cents per unit in 2019.

    `per_week`: (least, most) units per week. `duur`: length of one trajectory. `gewicht`: share within
    its level. `toewijzing`: planned length in days. `vanaf`, `tot`: ages at the start. `eindleeftijd`:
    latest age it may run to when it was started before 18.
    """

    nummer: str
    naam: str
    niveau: int
    categorie: int
    hulpvorm: int
    taakveld: str
    eenheid: int
    frequentie: int
    tarief: int
    per_week: tuple[int, int]
    duur: Kwantielen
    gewicht: int
    toewijzing: int
    vanaf: int = 0
    tot: int = 17
    eindleeftijd: int = 18


# Mean length 313 days before the eighteenth birthday cuts some short (K 4.2), so a little longer here.
_LICHT: Final = Kwantielen(
    *((0, 14), (50, 60), (100, 101), (250, 181), (500, 290)),
    *((750, 408), (900, 567), (950, 688), (990, 894), (1000, 1090)),
)
_MIDDEN: Final = Kwantielen(
    (0, 21), (100, 130), (250, 240), (500, 390), (750, 560), (900, 760), (980, 1050), (1000, 1400)
)
_DAG: Final = Kwantielen((0, 30), (100, 120), (500, 370), (800, 560), (950, 800), (1000, 1100))
_PLEEG: Final = Kwantielen((0, 14), (100, 90), (250, 250), (500, 620), (750, 1150), (900, 1800), (1000, 3000))
_GEZINSHUIS: Final = Kwantielen((0, 30), (250, 260), (500, 560), (750, 900), (900, 1400), (1000, 2200))
_VERBLIJF: Final = Kwantielen((0, 14), (250, 150), (500, 320), (750, 520), (900, 800), (1000, 1300))
_CRISIS: Final = Kwantielen((0, 3), (500, 28), (900, 60), (1000, 110))
_GESLOTEN: Final = Kwantielen((0, 30), (250, 110), (500, 185), (750, 270), (1000, 500))
_KLINIEK: Final = Kwantielen((0, 14), (500, 130), (900, 260), (1000, 420))

# Tariffs and units are assumptions, set so that a light ambulant trajectory costs about EUR 4,000 (K 4.2) and
# the whole of Midden-Drenthe about 12 million or more (K 6.2 arithmetic).
PRODUCTEN: Final = (
    Product("41", "Begeleiding individueel", 4, 45, 4, "6.72a", 1, 2, 122, (60, 78), _LICHT, 520, 364),
    Product(
        "42",
        "Korte behandeling, basis-ggz",
        4,
        51,
        2,
        "6.74a",
        1,
        2,
        142,
        (51, 68),
        _LICHT,
        380,
        364,
        vanaf=4,
    ),
    Product(
        "43", "Begeleiding in een groep", 4, 45, 3, "6.72c", 16, 2, 5200, (1, 2), _LICHT, 100, 364, vanaf=4
    ),
    Product("51", "Begeleiding specialistisch", 5, 45, 4, "6.72a", 1, 2, 152, (130, 320), _MIDDEN, 360, 364),
    Product(
        "52", "Behandeling opgroeien en opvoeden", 5, 45, 2, "6.72b", 1, 2, 172, (120, 310), _MIDDEN, 330, 364
    ),
    Product("53", "Specialistische ggz", 5, 52, 2, "6.74a", 1, 2, 195, (90, 260), _MIDDEN, 310, 364, vanaf=4),
    Product("61", "Dagbehandeling", 6, 41, 3, "6.72b", 16, 2, 16500, (5, 9), _DAG, 550, 364, tot=14),
    Product(
        "62", "Intensieve behandeling in het gezin", 6, 45, 4, "6.72b", 1, 2, 190, (340, 760), _DAG, 450, 182
    ),
    Product("71", "Pleegzorg", 7, 44, 11, "6.73a", 14, 2, 7200, (7, 7), _PLEEG, 300, 728, eindleeftijd=21),
    Product("72", "Gezinshuis", 7, 44, 12, "6.73b", 14, 2, 26000, (7, 7), _GEZINSHUIS, 250, 364, 4, 17, 21),
    Product(
        "73",
        "Verblijf met behandeling",
        7,
        43,
        14,
        "6.73c",
        14,
        2,
        50000,
        (7, 7),
        _VERBLIJF,
        450,
        364,
        vanaf=8,
    ),
    Product(
        "81", "Gesloten jeugdhulp", 8, 43, 13, "6.74c", 14, 2, 61500, (7, 7), _GESLOTEN, 400, 182, vanaf=12
    ),
    Product("82", "Crisisverblijf", 8, 46, 14, "6.74b", 14, 2, 50000, (7, 7), _CRISIS, 350, 56, vanaf=4),
    Product(
        "83",
        "Landelijk ingekocht ggz-verblijf",
        8,
        55,
        14,
        "6.74b",
        14,
        2,
        64500,
        (7, 7),
        _KLINIEK,
        250,
        182,
        11,
    ),
)
# What messages call each product: a code of its category in JZ21. No two products share one, so that help
# beside other help is no second time the same.
IJW_CODES: Final = {
    "41": "45A01",
    "42": "51A01",
    "43": "45A02",
    "51": "45A03",
    "52": "45A04",
    "53": "52A00",
    "61": "41A01",
    "62": "45A05",
    "71": "44A03",
    "72": "44A04",
    "73": "43A01",
    "81": "43A06",
    "82": "46A03",
    "83": "55A01",
}
AANTAL: Final = len(PRODUCTEN)
EERSTE_JAAR: Final = 2000  # tariffs and contracts are asked from this year on; before 2020 tariffs are flat


def productcode(regio: int, product: int) -> str:
    """Own code of at most five characters, e.g. N4101: region, level and number, version of the list."""
    return f"{'NZ'[regio]}{PRODUCTEN[product].nummer}01"


@dataclass(frozen=True, slots=True)
class Aanbieder:
    """A provider or certified institution, with its weight per product number and region (0 = no contract).

    `van`, `tot`: first and last contract year; who leaves or comes is in the data on purpose.
    """

    agb: str
    naam: str
    producten: str
    regios: tuple[int, int]
    van: int = 2000
    tot: int = 2999
    soort: int = 0


AANBIEDERS: Final = (
    Aanbieder("99000101", "Stichting Kompasveld Jeugd", "41 42 43 51 52 61 62 73", (9, 9)),
    Aanbieder("99000102", "De Wilgenpoort Jeugd-ggz", "42 53 83", (8, 5)),
    Aanbieder("99000103", "Noorderspoor Jeugdhulp", "41 51 52 62 71 72 73", (8, 3)),
    Aanbieder("99000104", "Zuidwolk Kind en Gezin", "41 43 51 52 62 71", (0, 9)),
    Aanbieder("99000105", "Pleegzorg het Derde Huis", "71 72", (9, 8)),
    Aanbieder("99000106", "Praktijk Lichtmast", "41 42", (4, 3)),
    Aanbieder("99000107", "Veenbrand Begeleiding", "41 43 51", (5, 4)),
    Aanbieder("99000108", "Instituut Sterrenwacht", "53 83 61", (4, 6)),
    Aanbieder("99000109", "Gezinshuizen de Beukentak", "72", (6, 6)),
    Aanbieder("99000110", "Tussen Wal en Water", "41 51 62", (3, 0)),
    Aanbieder("99000111", "Hoogland Gesloten Zorg Noord", "81 82", (9, 9)),
    Aanbieder("99000112", "Spoedhuis Noorden", "82", (6, 6)),
    Aanbieder("99000113", "Klein Wonen Drenthe", "73 72", (4, 4), van=2021),
    Aanbieder("99000114", "Kinderdagcentrum de Klimroos", "61 43", (6, 5)),
    Aanbieder("99000115", "Praktijk Anders Leren Kijken", "42 53", (3, 3)),
    Aanbieder("99000116", "Zorgerij Halve Maan", "43 41 51", (3, 4)),
    Aanbieder("99000117", "Rondom Thuis Behandelteam", "52 62 53", (4, 4)),
    Aanbieder("99000118", "Oude Haven Jeugdzorg", "41 52 73", (4, 3), tot=2020),
    Aanbieder("99000119", "Centrum Rijpe Kers", "42 51 53", (0, 4), van=2021),
    Aanbieder("99000120", "Woongroep Nieuwe Brug", "73", (2, 3)),
    Aanbieder("99000901", "Jeugdbescherming Noorderzon", "", (1, 1), soort=1),
    Aanbieder("99000902", "Gecertificeerde Instelling de Vesting", "", (1, 1), soort=1),
)
INSTELLINGEN_GI: Final = tuple(i for i, a in enumerate(AANBIEDERS) if a.soort == 1)
GEMEENTE_REGIO: Final = np.array([INKOOPREGIOS.index(g.inkoopregio) for g in GEMEENTEN], dtype=np.int64)
# Contract periods by their first year; each lasts until the next begins. Assumption.
CONTRACTJAREN: Final = (2000, 2017, 2021, 2025, 2029, 2033, 2037)


def biedt(aanbieder: Aanbieder, product: Product, regio: int, jaar: int) -> bool:
    """May this provider get a toewijzing for this product in this region, starting in this year?"""
    return (
        aanbieder.regios[regio] > 0
        and product.nummer in aanbieder.producten.split()
        and aanbieder.van <= jaar <= aanbieder.tot
    )


def gewichten(jaren: range) -> Getallen:
    """Weights [region, product, year, provider] with which a provider is chosen."""
    uit = np.zeros((2, AANTAL, len(jaren), len(AANBIEDERS)), dtype=np.int64)
    for r in range(2):
        for p, product in enumerate(PRODUCTEN):
            for j, jaar in enumerate(jaren):
                for a, aanbieder in enumerate(AANBIEDERS):
                    uit[r, p, j, a] = aanbieder.regios[r] if biedt(aanbieder, product, r, jaar) else 0
    return uit


def tarieven(jaren: range) -> Getallen:
    """Tariff in cents per unit [region, product, year]: 2019 level, indexed every January."""
    factor, index = 1_000_000, {}
    for jaar in range(EERSTE_JAAR, jaren.stop):
        if jaar >= 2020:
            factor += factor * aannamen.INDEX.get(jaar, aannamen.INDEX_DAARNA) // 1000
        index[jaar] = factor
    rijen = [
        [[(p.tarief * regio * index[j] + 500_000_000) // 1_000_000_000 for j in jaren] for p in PRODUCTEN]
        for regio in (1000, aannamen.ZD_TARIEF_PROMILLE)
    ]
    return np.array(rijen, dtype=np.int64)


def contracten(laatste_jaar: int) -> list[tuple[int, int, int, int, int]]:
    """(provider, region, product, first day, last day) of every contract that began by `laatste_jaar`."""
    rijen = []
    for begin, volgende in zip(CONTRACTJAREN, (*CONTRACTJAREN[1:], 2041), strict=True):
        if begin > laatste_jaar:
            continue
        for a, aanbieder in enumerate(AANBIEDERS):
            van, tot = max(begin, aanbieder.van), min(volgende - 1, aanbieder.tot)
            for r in range(2):
                for p, product in enumerate(PRODUCTEN):
                    if van <= tot and biedt(aanbieder, product, r, van):
                        rijen.append((a, r, p, dag(van), dag(tot, 12, 31)))
    return rijen
