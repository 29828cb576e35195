"""What a shortage of places does to who needs help: who is helped, and who waits.

A fluid queue on top of the forecast: persons have no face here, only numbers flow. In each month a part of
who is helped goes (the days of the month by the mean stay), and who waits or comes in takes the room that
there is. Help that has begun is not broken off; nobody leaves the line. Without a limit everybody is helped,
to the last digit as the forecast says; above the limit the line grows by what comes in less what goes out.
"""

import numpy as np


def helped_and_waiting(
    nodig: np.ndarray, plaatsen: np.ndarray, dagen: np.ndarray, verblijf: float
) -> tuple[np.ndarray, np.ndarray]:
    """Who is helped and who waits, replication x month. `nodig`: who needs help at the end of each month, in
    the same shape; `plaatsen` and `dagen` per month; `verblijf`: mean days that a place is taken.
    """
    deel = np.minimum(np.asarray(dagen, dtype=np.float64) / verblijf, 1.0)
    geholpen, wacht = np.empty(nodig.shape), np.empty(nodig.shape)
    bezet, rij, vorige = nodig[:, 0].astype(np.float64), np.zeros(len(nodig)), nodig[:, 0]
    for m in range(nodig.shape[1]):
        if m:
            komt = nodig[:, m] - vorige * (1 - deel[m])
            blijft = bezet * (1 - deel[m])
            begint = np.minimum(rij + komt, np.maximum(plaatsen[m] - blijft, 0.0))
            bezet, rij = blijft + begint, rij + komt - begint
        geholpen[:, m], wacht[:, m], vorige = bezet, rij, nodig[:, m]
    return geholpen, wacht
