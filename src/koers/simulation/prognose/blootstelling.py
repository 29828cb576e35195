"""Events and exposure: what the forecast learns from, as tables that add up over municipalities and months.

A stay counts for the days that were seen: from the day the table became complete (left truncation) to its
end or the last day (censoring). Ends in the month of a legal age are no ends of help but of age.
"""

from dataclasses import dataclass, fields

import numpy as np

from koers.simulation.prognose.klassen import (
    DUREN,
    DUUR,
    ERNAAST,
    GRENZEN,
    JAAR,
    LEEFTIJD,
    LEEFTIJDEN,
    MAAND,
    ONBEKEND,
    PAUZE,
    PAUZES,
    STATEN,
    edges_after,
)
from koers.simulation.prognose.verblijven import AANSLUITEND, GEEN, TERUG, Verblijven
from koers.simulation.prognose.verblijven import ERNAAST as BEGON_ERNAAST

UIT = STATEN  # the cause of an end that nothing follows on at once


@dataclass(frozen=True)
class Blootstelling:
    """Counts and days. Indices: state x age x duration, state x cause, state x pause, state x age limit."""

    starts: np.ndarray
    einden: np.ndarray
    dagen: np.ndarray
    oorzaak: np.ndarray
    pauze_dagen: np.ndarray
    pauze_terug: np.ndarray
    terug_naar: np.ndarray
    ernaast_dagen: np.ndarray
    ernaast_begin: np.ndarray
    ernaast_naar: np.ndarray
    grens_bereikt: np.ndarray
    grens_voorbij: np.ndarray

    def __add__(self, ander: "Blootstelling") -> "Blootstelling":
        return Blootstelling(*(getattr(self, f.name) + getattr(ander, f.name) for f in fields(self)))


def birth_day(geboorte: np.ndarray) -> np.ndarray:
    """First day of the month of birth, in days; NaN where it is not known."""
    dagen = np.asarray(geboorte, dtype="datetime64[M]").astype("datetime64[D]").astype(np.float64)
    return np.where(geboorte == GEEN, np.nan, dagen)


def count(v: Verblijven, vanaf: int | None = None) -> Blootstelling:
    """All tables over the days from `vanaf` (or as soon as the table is complete) to the last day."""
    van = v.begin_telling if vanaf is None else max(vanaf, v.begin_telling)
    geboren = birth_day(v.geboorte)
    wettelijk = _ended_by_age(v, geboren)
    gezien = ~v.loopt & (v.einde > van) & ~wettelijk
    duur = (v.einde - v.begin).astype(np.float64)
    # An end falls in the class of the moment just before it: help of 30 days ended in the first class.
    klasse = np.searchsorted(DUUR, duur - 0.5, side="right") - 1
    leeftijd = age_class(v.einde - 0.5, geboren)
    oorzaak = np.full(len(v), UIT)
    opvolger = v.vervolg[v.vervolg != GEEN]
    volgt = np.flatnonzero(v.vervolg != GEEN)
    meteen = v.soort[opvolger] == AANSLUITEND
    oorzaak[volgt[meteen]] = v.staat[opvolger[meteen]]
    bereikt, voorbij = _limits(v, geboren, van)
    pauze_dagen, pauze_terug, terug_naar = _pauses(v, van, wettelijk)
    ernaast_dagen, ernaast_begin, ernaast_naar = _beside(v, van)
    return Blootstelling(
        starts=_tally((STATEN,), v.begin >= van, v.staat),
        einden=_tally((STATEN, LEEFTIJDEN, DUREN), gezien, v.staat, leeftijd, klasse),
        dagen=_days(v, van, geboren),
        oorzaak=_tally((STATEN, STATEN + 1), gezien, v.staat, oorzaak),
        pauze_dagen=pauze_dagen,
        pauze_terug=pauze_terug,
        terug_naar=terug_naar,
        ernaast_dagen=ernaast_dagen,
        ernaast_begin=ernaast_begin,
        ernaast_naar=ernaast_naar,
        grens_bereikt=bereikt,
        grens_voorbij=voorbij,
    )


def age_class(dag: np.ndarray, geboren: np.ndarray) -> np.ndarray:
    """Class of age on a day; the last class where the month of birth is not known."""
    klasse = np.searchsorted(LEEFTIJD, np.nan_to_num(dag - geboren), side="right")
    return np.where(np.isnan(geboren), ONBEKEND, klasse)


def _tally(vorm: tuple[int, ...], welke: np.ndarray, *indices: np.ndarray) -> np.ndarray:
    plat = np.ravel_multi_index(tuple(np.asarray(i)[welke].astype(np.int64) for i in indices), vorm)
    return np.bincount(plat, minlength=int(np.prod(vorm))).reshape(vorm).astype(np.float64)


def _sum_days(dagen: np.ndarray, staat: np.ndarray) -> np.ndarray:
    return np.bincount(staat, weights=dagen, minlength=STATEN)


def _overlap(van: np.ndarray, tot: np.ndarray, vanaf: np.ndarray, eind: np.ndarray) -> np.ndarray:
    return np.clip(np.minimum(tot, eind) - np.maximum(van, vanaf), 0, None)


def _days(v: Verblijven, van: int, geboren: np.ndarray) -> np.ndarray:
    """Days at risk by state, age and duration. The month in which somebody turns 18 is not in it."""
    uit = np.zeros((STATEN, LEEFTIJDEN, DUREN))
    bekend = ~np.isnan(geboren)
    g = np.where(bekend, geboren, 0.0)
    oud_van = [np.full(len(v), -np.inf), g + LEEFTIJD[0], g + LEEFTIJD[1], g + LEEFTIJD[2] + MAAND]
    oud_tot = [*(g + jaren for jaren in LEEFTIJD), np.full(len(v), np.inf)]
    duur_tot = edges_after(DUUR)
    for d in range(DUREN):
        begin = np.maximum(np.maximum(v.begin + DUUR[d], v.begin), van)
        einde = np.minimum(v.einde, v.begin + duur_tot[d])
        geheel = np.clip(einde - begin, 0, None)
        uit[:, ONBEKEND, d] = _sum_days(np.where(bekend, 0, geheel), v.staat)
        for a in range(ONBEKEND):
            deel = _overlap(begin, einde, oud_van[a], oud_tot[a])
            uit[:, a, d] = _sum_days(np.where(bekend, deel, 0), v.staat)
    return uit


def _window(geboren: np.ndarray, grens: float) -> tuple[np.ndarray, np.ndarray]:
    """The month in which an age is reached: first day, and first day after it."""
    begin = geboren + np.round(grens * JAAR)
    return begin, begin + MAAND + 1


def _ended_by_age(v: Verblijven, geboren: np.ndarray) -> np.ndarray:
    gevonden = np.zeros(len(v), dtype=bool)
    for grens in GRENZEN:
        van, tot = _window(geboren, grens)
        gevonden |= (v.begin < van) & (v.einde >= van) & (v.einde <= tot)
    return gevonden & ~v.loopt & (v.vervolg == GEEN)


def _limits(v: Verblijven, geboren: np.ndarray, vanaf: int) -> tuple[np.ndarray, np.ndarray]:
    """How many stays met each legal age, and how many went on past it."""
    bereikt = np.zeros((STATEN, len(GRENZEN)))
    voorbij = np.zeros((STATEN, len(GRENZEN)))
    for k, grens in enumerate(GRENZEN):
        van, tot = _window(geboren, grens)
        meet = (v.begin < van) & (v.einde >= van) & (van >= vanaf) & (tot < v.peil)
        bereikt[:, k] = _tally((STATEN,), meet, v.staat)
        voorbij[:, k] = _tally((STATEN,), meet & (v.einde > tot), v.staat)
    return bereikt, voorbij


def _pauses(v: Verblijven, van: int, wettelijk: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Days after help that ended with nothing at once after it, returns, and where to."""
    opvolger = np.where(v.vervolg == GEEN, 0, v.vervolg)
    heeft = v.vervolg != GEEN
    terug = heeft & (v.soort[opvolger] == TERUG) if len(v) else heeft
    stil = ~v.loopt & v.sluit & ~wettelijk & (v.einde >= van)
    weer = np.where(terug, v.begin[opvolger] if len(v) else 0, v.peil)
    klaar = np.minimum(weer, v.einde + v.pauze)
    # Turning 18 ends a pause too: the loop asks there whether help may go on.
    achttien = birth_day(v.geboorte) + GRENZEN[0] * JAAR
    klaar = np.where(achttien > v.einde, np.fmin(klaar, np.fmax(achttien, v.einde)), klaar)
    dagen = np.zeros((STATEN, PAUZES))
    for g, (eerst, daarna) in enumerate(zip(PAUZE, edges_after(PAUZE), strict=True)):
        deel = _overlap(v.einde + eerst, v.einde + daarna, np.full(len(v), van), klaar)
        dagen[:, g] = _sum_days(np.where(stil, deel, 0), v.staat)
    gezien = stil & terug & (weer <= klaar)
    klasse = np.searchsorted(PAUZE, weer - v.einde, side="right") - 1
    keer = _tally((STATEN, PAUZES), gezien, v.staat, klasse)
    naar = _tally((STATEN, STATEN), gezien, v.staat, v.staat[opvolger] if len(v) else v.staat)
    return dagen, keer, naar


def _beside(v: Verblijven, van: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Days during which other help could start beside a stay, starts, and of which level."""
    dagen = np.zeros((STATEN, len(ERNAAST)))
    for g, (eerst, daarna) in enumerate(zip(ERNAAST, edges_after(ERNAAST), strict=True)):
        begin = np.maximum(v.begin + eerst, van)
        dagen[:, g] = _sum_days(np.clip(np.minimum(v.einde, v.begin + daarna) - begin, 0, None), v.staat)
    wie = np.flatnonzero((v.soort == BEGON_ERNAAST) & (v.begin >= van))
    ouder = v.ouder[wie]
    klasse = np.searchsorted(ERNAAST, v.begin[wie] - v.begin[ouder], side="right") - 1
    alle = np.ones(len(wie), dtype=bool)
    keer = _tally((STATEN, len(ERNAAST)), alle, v.staat[ouder], klasse)
    naar = _tally((STATEN, STATEN), alle, v.staat[ouder], v.staat[wie])
    return dagen, keer, naar
