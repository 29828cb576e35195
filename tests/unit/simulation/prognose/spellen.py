"""Spells for the tests of the forecast: short to write, and a steady stream of young people."""

import numpy as np

from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen

TOT = 20_000


def spells(*rijen: tuple) -> Spelkolommen:
    """Each row: young person, level, first day, last day or None; then perhaps the month of birth."""
    tabel = [
        (wie, (geboren or [GEEN])[0], GEEN, niveau, begin, OPEN if einde is None else einde, begin)
        for wie, niveau, begin, einde, *geboren in rijen
    ]
    return Spelkolommen(*np.array(tabel, dtype=np.int64).reshape(-1, 7).T.copy())


def steady(per_jaar: float, gemiddeld: float, *, jaren: float = 6, seed: int = 0) -> Spelkolommen:
    """A Poisson stream into level 5 with exponential stays, old enough to be in balance."""
    rng = np.random.default_rng(seed)
    lengte = jaren * 365.25 + 8 * gemiddeld
    n = rng.poisson(per_jaar * lengte / 365.25)
    begin = np.sort(TOT - rng.uniform(0, lengte, n)).astype(np.int64)
    einde = begin + rng.exponential(gemiddeld, n).astype(np.int64)
    er = einde >= TOT - jaren * 365.25
    rijen = [
        (i, 5, int(a), int(b) if b <= TOT else None)
        for i, (a, b) in enumerate(zip(begin[er], einde[er], strict=True))
    ]
    return spells(*rijen)
