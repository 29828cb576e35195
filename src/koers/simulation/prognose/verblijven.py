"""Stays out of spells: one young person at one level without a day between, and how it came about.

A stay is new, follows at once on another, comes back after a pause, or starts beside another. Rows that
overlap or are delivered twice become one stay, so that nobody counts twice.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from koers.simulation.prognose.spoor import AANSLUITEND, ERNAAST, GEEN, NIEUW, TERUG, trace_persons

__all__ = [
    "AANSLUITEND",
    "ERNAAST",
    "GEEN",
    "NIEUW",
    "OPEN",
    "TERUG",
    "Spelkolommen",
    "Verblijven",
    "known_on",
    "make_verblijven",
]

OPEN = 2**31 - 1  # last day of a spell that runs
# Blocks of days in which people leave: a block with less than a third of what is usual is not complete.
BLOK, PER_JAAR, SCHAARS, MINSTENS_PER_BLOK = 91, 4, 3, 8


class Spelkolommen(NamedTuple):
    """Spells as columns of int64: days since 1970; `einde` inclusive, OPEN while it runs; months since 1970.

    `jeugdige` is a number per young person, `geboorte` the month of birth or GEEN, `route` a number or GEEN,
    `vastgelegd` the day of writing down.
    """

    jeugdige: np.ndarray
    geboorte: np.ndarray
    route: np.ndarray
    niveau: np.ndarray
    begin: np.ndarray
    einde: np.ndarray
    vastgelegd: np.ndarray


@dataclass(frozen=True)
class Verblijven:
    """Stays in order of person and first day. `einde` is exclusive, `loopt` tells that it was still running.

    `soort` is how it began, `ouder` the stay it came out of, `vervolg` the stay that followed (or GEEN),
    `sluit` that no other help went on when it ended: a pause began.
    `begin_telling` is the first day of which the table holds everything, `peil` the day after the last one.
    """

    jeugdige: np.ndarray
    geboorte: np.ndarray
    route: np.ndarray
    staat: np.ndarray
    begin: np.ndarray
    einde: np.ndarray
    loopt: np.ndarray
    soort: np.ndarray
    ouder: np.ndarray
    vervolg: np.ndarray
    sluit: np.ndarray
    begin_telling: int
    peil: int
    pauze: int

    def __len__(self) -> int:
        return len(self.begin)


def known_on(spellen: Spelkolommen, tot: int) -> Spelkolommen:
    """What could be known at the end of day `tot`: later starts are not there, later ends not known."""
    er = (spellen.begin <= tot) & (spellen.einde >= spellen.begin)
    gekozen = Spelkolommen(*(kolom[er] for kolom in spellen))
    return gekozen._replace(einde=np.where(gekozen.einde > tot, OPEN, gekozen.einde))


def make_verblijven(spellen: Spelkolommen, tot: int) -> Verblijven:
    """The stays that were known on day `tot`."""
    bekend = known_on(spellen, tot)
    peil = tot + 1
    volgorde = _order(bekend.jeugdige, bekend.niveau, bekend.begin)
    persoon, staat, begin, einde = (
        np.ascontiguousarray(kolom[volgorde], dtype=np.int64)
        for kolom in (
            bekend.jeugdige,
            bekend.niveau - 1,
            bekend.begin,
            np.where(bekend.einde == OPEN, peil, bekend.einde + 1),
        )
    )
    eerste, laatste = _merge(persoon, staat, begin, einde)
    persoon, staat, begin = persoon[eerste], staat[eerste], begin[eerste]
    herkomst = volgorde[eerste]
    opnieuw = _order(persoon, begin, staat)
    persoon, staat, begin, einde = (k[opnieuw] for k in (persoon, staat, begin, laatste))
    herkomst = herkomst[opnieuw]
    begin_telling = _complete_from(persoon, begin, einde, peil)
    pauze = int(min(365, max(30, (peil - begin_telling) // 4)))
    soort, ouder, vervolg, sluit = _trace(persoon, begin, einde, pauze)
    return Verblijven(
        jeugdige=persoon,
        geboorte=_known_birth(persoon, bekend, herkomst),
        route=bekend.route[herkomst],
        staat=staat,
        begin=begin,
        einde=einde,
        loopt=einde >= peil,
        soort=soort,
        ouder=ouder,
        vervolg=vervolg,
        sluit=sluit,
        begin_telling=begin_telling,
        peil=peil,
        pauze=pauze,
    )


def _order(*sleutels: np.ndarray) -> np.ndarray:
    """As `np.lexsort`, the first key first: as one number per row, which a table that is nearly in order
    already gets sorted in one go."""
    samen = np.zeros(len(sleutels[0]), dtype=np.int64)
    grootst = 1
    for kolom in sleutels:
        laagst = int(kolom.min(initial=0))
        breed = int(kolom.max(initial=0)) - laagst + 1
        grootst *= breed
        if grootst >= OPEN * OPEN:  # too wide for one number: nobody has so many young people
            return np.lexsort(sleutels[::-1])
        samen = samen * breed + (kolom - laagst)
    return np.argsort(samen, kind="stable")


def _known_birth(persoon: np.ndarray, bekend: Spelkolommen, herkomst: np.ndarray) -> np.ndarray:
    """A month of birth that one row of a person knows, counts for all rows of that person."""
    if not len(persoon):
        return bekend.geboorte[herkomst]
    hoogste = np.full(int(bekend.jeugdige.max()) + 1, GEEN, dtype=np.int64)
    np.maximum.at(hoogste, bekend.jeugdige, bekend.geboorte)
    return hoogste[persoon]


def _complete_from(persoon: np.ndarray, begin: np.ndarray, einde: np.ndarray, peil: int) -> int:
    """From which day the table holds everybody: nobody who left before it is in it.

    A table often also holds those who were already there on its first day, with all help they had before,
    and who moved in from elsewhere. Their early starts and ends are only of survivors. Who left for good
    tells: before the counting began hardly anybody does. `persoon` in order.
    """
    if not len(begin):
        return peil
    weg = np.maximum.reduceat(einde, np.flatnonzero(np.diff(persoon, prepend=-1)))
    klaar = np.sort(weg[weg < peil])
    eerste_begin = int(np.quantile(begin, 0.002, method="lower"))
    if len(klaar) < 5:
        return eerste_begin
    eerste_einde = int(klaar[int(0.005 * len(klaar))])
    per_blok = np.histogram(peil - klaar, bins=np.arange(0, peil - int(klaar[0]) + BLOK + 1, BLOK))[0]
    gewoon = np.median(per_blok[: 2 * PER_JAAR])
    if gewoon >= MINSTENS_PER_BLOK:
        schaars = np.flatnonzero(per_blok < gewoon / SCHAARS)
        vol = int(schaars[0]) if len(schaars) else len(per_blok)
        if vol:  # a thin last block (nobody left lately) tells nothing of the first
            eerste_einde = max(eerste_einde, int(klaar[np.searchsorted(klaar, peil - vol * BLOK)]))
    return min(max(eerste_begin, eerste_einde), peil - 1)


def _merge(
    persoon: np.ndarray, staat: np.ndarray, begin: np.ndarray, einde: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """First row of each run of touching rows of one person and state, and the last day of the run."""
    n = len(begin)
    if not n:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    ander = np.ones(n, dtype=bool)
    ander[1:] = (persoon[1:] != persoon[:-1]) | (staat[1:] != staat[:-1])
    # The latest end so far within a person and state: groups lie further apart than any day.
    afstand = np.cumsum(ander) * (int(einde.max()) - int(begin.min()) + 2)
    tot_nu = np.maximum.accumulate(einde + afstand) - afstand
    eerste = np.flatnonzero(ander | np.append(True, begin[1:] > tot_nu[:-1]))
    return eerste, tot_nu[np.append(eerste[1:], n) - 1]


def _trace(persoon: np.ndarray, begin: np.ndarray, einde: np.ndarray, pauze: int) -> tuple[np.ndarray, ...]:
    """How each stay began (NIEUW …), out of which stay, which followed on each, and which began a pause."""
    n = len(begin)
    soort, sluit = np.full(n, NIEUW), np.zeros(n, dtype=bool)
    ouder, vervolg = np.full(n, GEEN), np.full(n, GEEN)
    grenzen = np.append(np.flatnonzero(np.diff(persoon, prepend=-1)), n)
    trace_persons(grenzen, begin, einde, pauze, soort, ouder, vervolg, sluit)
    return soort, ouder, vervolg, sluit
