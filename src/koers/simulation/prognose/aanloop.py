"""What the help that already ran on the first complete day tells of the entries before it.

A table mostly holds everybody who was in care on its first day, with the day their help began. Of those who
came months before, the part that stayed so long is still there; how large that part is, the table itself
tells. So growth is seen over a longer time than the table is complete. Whether the whole of it agrees with
what came after is checked first: a table that names its own first day as everybody's beginning tells nothing.
"""

import numpy as np

from koers.simulation.prognose.instroom import GEEN_VOORAF, Vooraf
from koers.simulation.prognose.klassen import MAAND
from koers.simulation.prognose.verblijven import NIEUW, Verblijven

MAANDEN = 36  # before the table; of who came earlier too few are left to tell much
MINSTENS = 24  # months of the table, and stays begun before it, without which it is left alone
ANDERS = 1.5  # as many times more or fewer than expected is no longer what it seems


def before(v: Verblijven, grens: int) -> Vooraf:
    """Stays that began in the months before day `grens` and still ran on it, oldest month first."""
    if (v.peil - grens) / MAAND < MINSTENS:
        return GEEN_VOORAF
    er = (v.begin < grens) & (v.einde > grens)
    aantallen = np.histogram((grens - v.begin[er]) / MAAND, bins=np.arange(MAANDEN + 1))[0][::-1]
    deel = _still_there(v, grens) * _stays_per_entry(v, grens)
    per_maand = ((v.begin >= grens) & (v.soort == NIEUW)).sum() / ((v.peil - grens) / MAAND)
    verwacht = float(deel.sum() * per_maand)
    if aantallen.sum() < MINSTENS or not 1 / ANDERS < aantallen.sum() / max(verwacht, 1e-9) < ANDERS:
        return GEEN_VOORAF
    return Vooraf(aantallen.astype(np.float64), deel)


def _stays_per_entry(v: Verblijven, grens: int) -> float:
    """All stays that began since, per young person who came in new."""
    sinds = v.begin >= grens
    return float(sinds.sum()) / max(int((sinds & (v.soort == NIEUW)).sum()), 1)


def _still_there(v: Verblijven, grens: int) -> np.ndarray:
    """The part of stays that lasts from the middle of each of the months before until day `grens`, oldest
    first: Kaplan and Meier, over the days from `grens` on."""
    randen = MAAND * np.arange(MAANDEN + 1)
    dagen, einden = np.zeros(MAANDEN), np.zeros(MAANDEN)
    duur = v.einde - v.begin
    weg = ~v.loopt & (v.einde > grens)
    for m in range(MAANDEN):
        van = np.maximum(v.begin + randen[m], grens)
        dagen[m] = np.clip(np.minimum(v.einde, v.begin + randen[m + 1]) - van, 0, None).sum()
        einden[m] = (weg & (duur > randen[m]) & (duur <= randen[m + 1])).sum()
    tempo = (einden + 0.5) / (dagen + MAAND) * MAAND
    return np.exp(-(np.cumsum(tempo) - tempo / 2))[::-1]
