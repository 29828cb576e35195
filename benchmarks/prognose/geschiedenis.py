"""Invented histories of youth care whose future is known.

They work in another way than the forecast thinks: stays are mixtures of lognormals, months are crowded by
season and by luck, a young person has a frailty of his own that makes all stays longer and returns likelier.
"""

from dataclasses import dataclass

import numpy as np

from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen

TOT = int(np.datetime64("2024-06-30").astype(np.int64))
AANLOOP = 9 * 365
NIVEAUS = np.array([4, 5, 6, 7, 8])
AANDEEL = np.array([0.34, 0.30, 0.16, 0.12, 0.08])
# Median days of a short and a long stay, and the share of short ones, per level.
KORT = np.array([110, 150, 120, 200, 60])
LANG = np.array([330, 450, 420, 700, 260])
DEEL_KORT = np.array([0.5, 0.4, 0.4, 0.3, 0.6])
GROEI = 0.08
SCHOK = 0.7


@dataclass(frozen=True)
class Soort:
    """How entries change. `wanneer`: days before the last known day; below 0 is after it."""

    naam: str
    groei: float = 0.0
    schok: float = 1.0
    wanneer: tuple[int, int] = (0, 0)
    helling: tuple[int, int] = (0, 0)  # a change that takes this many days
    duur: float = 1.0  # stays that begin after the change last this many times as long


SOORTEN = {
    "vlak": Soort("vlak"),
    "groei": Soort("groei", groei=GROEI),
    "schok": Soort("schok", schok=SCHOK, wanneer=(180, 1300)),
    "schok-vroeg": Soort("schok-vroeg", schok=SCHOK, wanneer=(800, 1500)),
    "schok-laat": Soort("schok-laat", schok=SCHOK, wanneer=(90, 365)),
    "schok-erna": Soort("schok-erna", schok=SCHOK, wanneer=(-365, -60)),
    "sprong-op": Soort("sprong-op", schok=1.35, wanneer=(180, 1300)),
    "helling": Soort("helling", schok=1.4, wanneer=(900, 1300), helling=(365, 730)),
    "korter": Soort("korter", duur=0.75, wanneer=(300, 900)),
}


@dataclass(frozen=True)
class Geschiedenis:
    """A table of spells as it was delivered on day `tot`, and the whole of it with what came after."""

    bekend: Spelkolommen
    alles: Spelkolommen
    tot: int


def make_history(soort: str, omvang: int, seed: int, jaren: float = 5.0, dagen_na: int = 740) -> Geschiedenis:
    """About `omvang` young people in care at the start of a window of `jaren` years up to TOT."""
    rng = np.random.default_rng(seed)
    k = SOORTEN[soort]
    venster = TOT - int(jaren * 365.25)
    moment = TOT - int(rng.uniform(*sorted(k.wanneer))) if k.wanneer != (0, 0) else TOT + 10**6
    traag = int(rng.uniform(*k.helling)) if k.helling != (0, 0) else 1
    begin = _arrivals(rng, k, omvang / 560.0, venster, moment, traag, dagen_na)
    rows = [r for i, dag in enumerate(begin) for r in _life(rng, i, int(dag), k, moment)]
    tabel = np.array(rows, dtype=np.int64).reshape(-1, 6)
    tabel = tabel[tabel[:, 4] >= venster]  # nobody knows who left before the window
    alles = Spelkolommen(
        tabel[:, 0], tabel[:, 1], tabel[:, 5], tabel[:, 2], tabel[:, 3], tabel[:, 4], tabel[:, 3].copy()
    )
    er = alles.begin <= TOT
    bekend = Spelkolommen(*(kolom[er] for kolom in alles))
    return Geschiedenis(bekend._replace(einde=np.where(bekend.einde > TOT, OPEN, bekend.einde)), alles, TOT)


def make_untidy(h: Geschiedenis, seed: int) -> Geschiedenis:
    """The same known table with what tables are full of: a third of the months of birth and of the roads left
    blank, spells of no days beside one in fifty, and one child alone at each of the levels 1, 2 and 3."""
    rng = np.random.default_rng(seed)
    s = h.bekend
    blanco = rng.uniform(size=(2, len(s.begin))) < 1 / 3
    s = s._replace(geboorte=np.where(blanco[0], GEEN, s.geboorte), route=np.where(blanco[1], GEEN, s.route))
    kort = np.flatnonzero((rng.uniform(size=len(s.begin)) < 0.02) & (s.einde != OPEN))
    nul = Spelkolommen(*(k[kort] for k in s))
    nul = nul._replace(begin=nul.einde)
    wie = np.arange(3) + s.jeugdige.max() + 1
    gelijk = np.full(3, GEEN)
    alleen = Spelkolommen(
        wie, gelijk, gelijk, np.arange(1, 4), gelijk + h.tot - 300, np.array([OPEN, h.tot - 20, OPEN]), wie
    )
    alleen = alleen._replace(vastgelegd=alleen.begin)
    return Geschiedenis(
        Spelkolommen(*(np.concatenate(k) for k in zip(s, nul, alleen, strict=True))), h.alles, h.tot
    )


def _arrivals(rng, k: Soort, per_dag: float, venster: int, moment: int, traag: int, na: int) -> np.ndarray:
    """First days of new young people: a day's rate, with a season and crowded months."""
    dagen = np.arange(venster - AANLOOP, TOT + na)
    jaar = (dagen - venster) / 365.25
    tempo = per_dag * (1 + k.groei) ** np.maximum(jaar, -2)
    tempo = tempo * k.schok ** np.clip((dagen - moment) / traag, 0, 1)
    tempo *= 1 + 0.12 * np.sin(2 * np.pi * (jaar + rng.uniform()))
    maand = (dagen - dagen[0]) // 30
    druk = rng.gamma(25, 1 / 25, size=int(maand[-1]) + 1)
    return np.repeat(dagen, rng.poisson(tempo * druk[maand]))


def _life(rng, persoon: int, begin: int, k: Soort, moment: int) -> list[tuple[int, ...]]:
    """All spells of one young person."""
    leeftijd = min(int(rng.gamma(7, 1.6) * 12), 205)
    geboorte = (
        int(np.int64(begin).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)) - leeftijd
    )
    if rng.uniform() < 0.02:
        geboorte = GEEN
    achttien = begin + (216 - leeftijd) * 30.44 if rng.uniform() < 0.8 else begin + (252 - leeftijd) * 30.44
    frailty = rng.lognormal(0, 0.25)
    rows: list[tuple[int, ...]] = []
    niveau = int(rng.choice(5, p=AANDEEL))
    route = int(rng.integers(0, 3))
    dag = begin
    for _ in range(12):
        eind = _stay(
            rng,
            rows,
            (persoon, geboorte, route),
            niveau,
            dag,
            frailty * (k.duur if dag > moment else 1),
            achttien,
        )
        u = rng.uniform()
        if eind >= achttien or u > 0.42:
            break
        dag = eind + 1 if u < 0.25 else eind + 1 + int(rng.gamma(2.0, 90))
        niveau = int(np.clip(niveau + rng.integers(-2, 3), 0, 4))
        if dag >= achttien:
            break
    return rows


def _stay(rng, rows, wie, niveau: int, dag: int, factor: float, achttien: float) -> int:
    mediaan = KORT[niveau] if rng.uniform() < DEEL_KORT[niveau] else LANG[niveau]
    eind = int(min(dag + max(rng.lognormal(np.log(mediaan), 0.55) * factor, 0), achttien))
    rows.append((wie[0], wie[1], int(NIVEAUS[niveau]), dag, eind, wie[2]))
    if rng.uniform() < 0.12:
        ander = int(rng.choice(5, p=AANDEEL))
        start = dag + int(rng.uniform(0, max(eind - dag, 1)))
        rows.append(
            (
                wie[0],
                wie[1],
                int(NIVEAUS[ander]),
                start,
                int(min(start + rng.lognormal(5, 0.6), achttien)),
                wie[2],
            )
        )
    return eind


def in_care(s: Spelkolommen, dag: int) -> np.ndarray:
    """Young people with a running spell on a day: levels 1 to 8, then all."""
    loopt = (s.begin <= dag) & (s.einde >= dag)
    return np.array(
        [len(np.unique(s.jeugdige[loopt & (s.niveau == n)])) for n in range(1, 9)]
        + [len(np.unique(s.jeugdige[loopt]))]
    )
