"""Does help end sooner or later the longer it lasts? One number per level, beside the rates of the forecast.

A Weibull curve through the stays of a level: its shape is 1 when help of a year ends as readily as help of a
month, below 1 when who stays longer leaves less readily, above 1 the other way round. The forecast itself
uses no curve but a rate per class of duration; the shape tells in a word what those rates say together.
Stays that run and ends by legal age are censored, days before the table was complete do not count.
"""

from typing import NamedTuple

import numpy as np

from koers.simulation.prognose.blootstelling import _ended_by_age, birth_day
from koers.simulation.prognose.klassen import STATEN
from koers.simulation.prognose.verblijven import Verblijven

MINSTENS = 30  # ends, for a shape that says anything
STAPPEN, GENOEG = 50, 1e-10


class Weibull(NamedTuple):
    """`vorm` has no unit, `fout` is its standard error; `schaal` in days; `einden`: how many were seen."""

    vorm: float
    fout: float
    schaal: float
    einden: int


def fit_weibull(duur: np.ndarray, gezien: np.ndarray, vanaf: np.ndarray | None = None) -> Weibull | None:
    """The likeliest curve by Newton's method; None without ends on two different days.

    Whole days: of help that ended or still ran after `duur`, `gezien` tells which; `vanaf`: the days before
    it was followed. Days count as their middle, so that help of no days is not impossible. However many
    stays, what is summed is one row per day.
    """
    breed = int(duur.max(initial=0)) + 1
    einden = np.bincount(duur[gezien], minlength=breed)
    gewicht = np.bincount(duur, minlength=breed).astype(np.float64)
    if np.count_nonzero(einden) < 2:
        return None
    t = np.arange(breed) + 0.5
    if vanaf is not None:
        later = vanaf[vanaf > 0]
        # Followed from the start of day `vanaf`: half a day before its middle.
        t = np.concatenate([t, np.arange(1, breed)])
        eerder = np.bincount(later, minlength=breed)[1:breed].astype(np.float64)
        gewicht, einden = np.concatenate([gewicht, -eerder]), np.append(einden, np.zeros(breed - 1, int))
    d = float(einden.sum())
    midden = float((einden * t).sum() / d)
    x = np.log(t / midden)
    som_x = float((einden * x).sum())
    k = 1.0
    for _ in range(STAPPEN):
        macht = gewicht * np.exp(k * x)
        s0, s1, s2 = macht.sum(), (macht * x).sum(), (macht * x * x).sum()
        helling = d / k + som_x - d * s1 / s0
        kromming = d / k**2 + d * (s2 / s0 - (s1 / s0) ** 2)
        nieuw = max(k + helling / kromming, k / 2)
        if abs(nieuw - k) < GENOEG:
            break
        k = nieuw
    return Weibull(float(k), float(kromming**-0.5), float(midden * (s0 / d) ** (1 / k)), int(d))


def shapes(v: Verblijven) -> dict[int, Weibull]:
    """Per level (1 to 8) with enough ends."""
    duur, sinds = v.einde - v.begin, np.maximum(v.begin_telling - v.begin, 0)
    gezien = ~v.loopt & ~_ended_by_age(v, birth_day(v.geboorte))
    found = {}
    for staat in range(STATEN):
        hier = (v.staat == staat) & (duur > sinds)
        kromme = fit_weibull(duur[hier], gezien[hier], sinds[hier])
        if kromme is not None and kromme.einden >= MINSTENS:
            found[staat + 1] = kromme
    return found
