"""What the forecast is held beside: as today, a straight line, and a Markov model of the mean path by day."""

from typing import NamedTuple

import numpy as np

from benchmarks.prognose.geschiedenis import in_care
from koers.simulation.prognose.verblijven import OPEN, Spelkolommen

Z = 1.959964


class Antwoord(NamedTuple):
    """Young people in care on one day: expected, and the 95% band."""

    verwacht: float
    onder: float
    boven: float


def as_today(s: Spelkolommen, tot: int, dagen: int) -> Antwoord:
    """It stays as it is; chance as wide as two independent counts differ."""
    nu = float(in_care(s, tot)[8])
    breed = Z * np.sqrt(2 * nu)
    return Antwoord(nu, nu - breed, nu + breed)


def straight_line(s: Spelkolommen, tot: int, dagen: int) -> Antwoord:
    """A line through the last 36 month ends."""
    t = -np.arange(36) * 30
    y = np.array([in_care(s, int(tot + d))[8] for d in t], dtype=float)
    helling, basis = np.polyfit(t, y, 1)
    verwacht = max(basis + helling * dagen, 0.0)
    rest = float((y - basis - helling * t).std(ddof=2))
    breed = Z * rest * np.sqrt(1 + 1 / 36 + (dagen - t.mean()) ** 2 / ((t - t.mean()) ** 2).sum())
    return Antwoord(verwacht, verwacht - breed, verwacht + breed)


def markov(s: Spelkolommen, tot: int, dagen: int, venster: int = 730) -> Antwoord:
    """Every day each level loses a fixed share and gains a fixed number, as in the last `venster` days.

    The band adds the chance of counts to that of the rates themselves, by the delta method on the whole.
    """
    van = tot - venster
    verwacht = variantie = dubbel = 0.0
    for niveau in range(4, 9):
        deel = Spelkolommen(*(k[s.niveau == niveau] for k in s))
        nu = float(in_care(deel, tot)[8])
        einde = np.minimum(deel.einde, tot)
        dagen_in = float(np.clip(einde - np.maximum(deel.begin, van) + 1, 0, None).sum())
        uit = float(((deel.einde > van) & (deel.einde <= tot) & (deel.einde != OPEN)).sum())
        erbij = float((deel.begin > van).sum())
        mu, lam = (uit + 0.5) / (dagen_in + 365), (erbij + 0.5) / venster
        blijft = np.exp(-mu * dagen)
        m = nu * blijft + lam / mu * (1 - blijft)
        verwacht += m
        d_mu = -nu * dagen * blijft + lam / mu * (dagen * blijft - (1 - blijft) / mu)
        d_lam = (1 - blijft) / mu
        variantie += nu * blijft * (1 - blijft) + lam / mu * (1 - blijft)
        variantie += (d_mu * mu) ** 2 / (uit + 0.5) + (d_lam * lam) ** 2 / (erbij + 0.5)
        dubbel += nu
    samen = float(in_care(s, tot)[8]) / max(dubbel, 1.0)  # who is in two levels counts once
    breed = Z * np.sqrt(variantie) * samen
    return Antwoord(verwacht * samen, verwacht * samen - breed, verwacht * samen + breed)
