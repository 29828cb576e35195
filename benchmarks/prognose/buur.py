"""The peer: cs-demand-model-regional (Social Finance), told anew from its published source.

What it does there, and here (`multinomial.py`, `population_stats.py`, `datacontainer.py`, `utils.py`):

- who has no date of birth is left out; of episodes that overlap, the earlier one is cut off where the next
  one begins;
- a state is a class of age (up to 1, 5, 10, 16, older) x a kind of help (here: a level); who passes an age
  moves;
- the daily rate of a transition is the mean over the days of the reference window of: moves / who was there
  the day before; entries are those whose earlier episode did not end on the day that this one begins;
- the window is by default the whole table, from the first date in it to the last; a user may choose another;
- the forecast is the mean path, day by day;
- its band adds up, over the days, p(1 - p) x who is there (also of staying) and the entries, and takes away
  nothing of who leaves again: two square roots of that to both sides. So it is in the newest of the stored
  versions; an earlier one took the sum itself for the width, which would be many times as wide.

Nothing in it is tuned; the benchmark names the window that turned out best, which nobody could have known.
"""

import numpy as np

from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen

LEEFTIJDEN = np.array([1, 5, 10, 16]) * 365.25
NIVEAUS = 8
STATEN = (len(LEEFTIJDEN) + 1) * NIVEAUS
WEG = STATEN


def peer(s: Spelkolommen, tot: int, dagen: int, venster: int | None = None) -> tuple[float, float, float]:
    """Expected number in care after `dagen`, and its band. `venster`: days of reference, or all of them."""
    persoon, geboren, niveau, begin, einde = _split_by_age(*_episodes(s, tot), tot)
    leeftijd = np.searchsorted(LEEFTIJDEN, begin - geboren, side="right")
    staat = leeftijd * NIVEAUS + niveau - 1
    van = int(begin.min()) if venster is None else tot - venster
    sluit_aan = np.append(False, (persoon[1:] == persoon[:-1]) & (begin[1:] == einde[:-1]))
    erbij = np.bincount(staat[~sluit_aan & (begin >= van)], minlength=STATEN) / (tot - van)
    matrix = _rates(staat, begin, einde, np.append(sluit_aan[1:], False), van, tot)
    stand = np.bincount(staat[(begin <= tot) & (einde > tot)], minlength=STATEN).astype(np.float64)
    variantie = np.zeros(STATEN)
    los = matrix * (1 - matrix)
    for _ in range(dagen):
        variantie += los @ stand + erbij
        stand = matrix @ stand + erbij
    breed = 2 * float(np.sqrt(variantie.sum()))
    return float(stand.sum()), float(stand.sum()) - breed, float(stand.sum()) + breed


def _episodes(s: Spelkolommen, tot: int) -> tuple[np.ndarray, ...]:
    """Person, birth, level, first day, first day after: one at a time, no two that end together."""
    geboren = s.geboorte.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    einde = np.where(s.einde >= min(tot, OPEN), OPEN, s.einde + 1)
    bekend = (s.geboorte != GEEN) & (s.begin <= tot)
    kolommen = [k[bekend] for k in (s.jeugdige, geboren, s.niveau, s.begin, einde)]
    # Of those that begin on one day the latest known end stays; of those with one end the first.
    open_eerst = np.where(kolommen[4] == OPEN, -1, kolommen[4])
    kolommen = [k[np.lexsort((open_eerst, kolommen[3], kolommen[0]))] for k in kolommen]
    laatste = np.append((np.diff(kolommen[0]) != 0) | (np.diff(kolommen[3]) != 0), True)
    kolommen = [k[laatste] for k in kolommen]
    _, eerste = np.unique(np.stack([kolommen[0], kolommen[4]]), axis=1, return_index=True)
    persoon, geboren, niveau, begin, einde = (k[np.sort(eerste)] for k in kolommen)
    volgende = np.append(np.where(persoon[1:] == persoon[:-1], begin[1:], OPEN), OPEN)
    return persoon, geboren, niveau, begin, np.minimum(einde, volgende)


def _split_by_age(persoon, geboren, niveau, begin, einde, tot: int) -> tuple[np.ndarray, ...]:
    """An episode in which an age is passed becomes two; one that runs, up to the last known day."""
    for grens in LEEFTIJDEN:
        dag = geboren + int(grens)
        deel = (begin < dag) & (np.minimum(einde, tot + 1) > dag)
        begin = np.concatenate([begin, dag[deel]])
        einde = np.concatenate([np.where(deel, dag, einde), einde[deel]])
        persoon, geboren, niveau = (np.concatenate([k, k[deel]]) for k in (persoon, geboren, niveau))
    orde = np.lexsort((begin, persoon))
    return persoon[orde], geboren[orde], niveau[orde], begin[orde], einde[orde]


def _rates(staat, begin, einde, gaat_door, van: int, tot: int) -> np.ndarray:
    """Daily chance to go from a state (column) to another (row); what leaves care is in no row."""
    matrix = np.zeros((STATEN + 1, STATEN))
    naar = np.where(gaat_door, np.append(staat[1:], WEG), WEG)
    lengte = tot - van + 1
    weg = (einde >= van) & (einde <= tot)
    erin = np.zeros((STATEN, lengte + 1))
    np.add.at(erin, (staat, np.clip(begin - van, 0, lengte)), 1.0)
    np.add.at(erin, (staat, np.clip(einde - van, 0, lengte)), -1.0)
    daags = np.cumsum(erin, axis=1)[:, :lengte]
    gisteren = np.concatenate([daags[:, :1], daags[:, :-1]], axis=1)
    telt = (gisteren > 0).sum(axis=1)
    for van_staat, naar_staat, dag in zip(staat[weg], naar[weg], einde[weg] - van, strict=True):
        if gisteren[van_staat, dag] > 0:
            matrix[naar_staat, van_staat] += 1 / gisteren[van_staat, dag] / telt[van_staat]
    blijft = 1 - matrix.sum(axis=0)
    matrix = matrix[:STATEN]
    matrix[np.arange(STATEN), np.arange(STATEN)] += blijft
    return matrix
