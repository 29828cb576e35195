"""The event loop: every young person from day to day of change, in every replication.

A stay ends at a rate of its state, age and time so far; then help goes on at once, or comes back after a
pause, or is over. Beside a stay other help may start. At a legal age help ends, or goes on for some.
Each stay has its own key: what happens in one never shifts the draws of another, so that two scenarios differ
only where a lever acts. Time is in days after the last known day; noon of a day decides who is in care on it.
"""

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import NamedTuple

import numpy as np

from koers.simulation.prognose.klassen import JAAR, STATEN
from koers.simulation.prognose.klassen import MAAND as _MAAND
from koers.simulation.prognose.schatting import Parameters
from koers.simulation.prognose.tellen import (
    Werk,
    count_person,
    count_years,
    make_calendar,
    make_work,
    note_stay,
    write_counts,
)
from koers.simulation.prognose.toeval import child, compiled, inlined, uniform
from koers.simulation.prognose.voorval import (
    H_DUUR,
    H_HERINDICATIE,
    H_OMZETTEN,
    P_EINDE,
    P_ERNAAST,
    P_NAAST,
    P_OORZAAK,
    P_PAUZE,
    P_TERUG,
    PAUZE_LOOPT,
    STAPEL,
    TAK_NAAST,
    TAK_NIEUW,
    TAK_STAND,
    TAK_WIE,
    U_DAG,
    U_HEFBOOM,
    U_JARIG,
    U_KOMT,
    U_OMZETTEN,
    U_WIE,
    VERBLIJF,
    beside,
    come_back,
    follow,
    lever_month,
    practice_of,
    stay,
    tables_of,
)

# What the tables of levers and parameters are made with.
__all__ = [
    "H_DUUR",
    "H_HERINDICATIE",
    "H_OMZETTEN",
    "OUDSTE",
    "PAUZE_LOOPT",
    "P_EINDE",
    "P_ERNAAST",
    "P_NAAST",
    "P_OORZAAK",
    "P_PAUZE",
    "P_TERUG",
    "VERBLIJF",
    "ZWAAR",
    "Uitkomst",
    "Wereld",
    "flatten",
    "play",
]

ZWAAR = 3  # the first state of specialised help: level 4
OUDSTE = 19.0 * JAAR  # who is younger on the first day of a year counts in it
STUKKEN = 40  # in which the replications are cut when somebody watches
STUKKEN_PER_THREAD = 4  # and otherwise: a thread that is held up leaves its last pieces to the other
HOOGSTENS = 1000  # stays of one person in one replication
COLLECTIEF = 2  # the state of level 3, where a lever moves individual help to


class Wereld(NamedTuple):
    """All that the loop reads. r = replication, m = month of entry, k = month of a lever, s = state.

    Few and flat arrays: handing many to a compiled function costs more than what it does with them.
    """

    # parameters in one row per replication (see `flatten`)
    parameters: np.ndarray
    # who is there: per person the first day of the month of birth (NaN unknown) and a slice of stays
    geboren: np.ndarray
    van: np.ndarray
    tot: np.ndarray
    # per stay: time so far, state, VERBLIJF or PAUZE_LOOPT
    stand: np.ndarray
    # who comes: expected r x m, first day and end of each month
    verwacht: np.ndarray
    maand: np.ndarray
    # earlier entries to resemble: state, age in months, route
    wie: np.ndarray
    # practices by number, 0 is none: of each person of `geboren`, and per route the cumulative shares of who
    # comes
    praktijk: np.ndarray
    herkomst: np.ndarray
    # levers by month k (the last one stays): HEFBOOM columns, then a factor per route; r x k x column, or one
    # row of r when every replication has the same
    hefboom: np.ndarray
    instroom_factor: np.ndarray
    # what is asked: days, and for each whole day how many of those lie before it
    dagen: np.ndarray
    eerder: np.ndarray
    # years in which a young person with help of level 4 to 8 counts once: first and last day; and per person
    # of `geboren` how many of those years counted it already
    jaren: np.ndarray
    geteld: np.ndarray


def flatten(p: Parameters, pauze_tot: float) -> np.ndarray:
    """Parameters as one row per replication."""
    keer = len(p.einde)
    delen = [deel.reshape(keer, -1) for deel in p]
    return np.ascontiguousarray(np.concatenate([*delen, np.full((keer, 1), pauze_tot)], axis=1))


class Uitkomst(NamedTuple):
    """`aantal`: r x day x (8 states, persons). `verloop`: r x (persons, entries, stays, days of help).

    `jeugd`: r x year, young people up to 18 on its first day with specialised help in it, who did not count
    in it before.
    """

    aantal: np.ndarray
    verloop: np.ndarray
    jeugd: np.ndarray


def play(
    w: Wereld,
    seed: int,
    threads: int = 2,
    *,
    gedaan: Callable[[int], object] | None = None,
    deel: tuple[int, int] | None = None,
) -> Uitkomst:
    """All replications; the same numbers on any number of threads. `gedaan`: hears how many are done more.

    `deel`: only the replications from the first to before the second; the rows of others stay zero.
    """
    keer = len(w.parameters)
    eerste, voorbij = deel or (0, keer)
    uit = Uitkomst(
        np.zeros((keer, len(w.dagen), STATEN + 1), dtype=np.int32),
        np.zeros((keer, 4)),
        np.zeros((keer, len(w.jaren)), dtype=np.int32),
    )
    zaad = np.uint64(seed & 0xFFFFFFFFFFFFFFFF)
    kalender = make_calendar(w.eerder, w.jaren)
    if gedaan is None and (threads <= 1 or keer < 2):
        _play_range(w, zaad, eerste, voorbij, kalender, _room(w), uit)
        return uit
    stukken = min(keer, STUKKEN if gedaan is not None else STUKKEN_PER_THREAD * threads)
    randen = np.linspace(eerste, voorbij, stukken + 1).astype(int)
    with ThreadPoolExecutor(threads) as pool:
        klussen = {
            pool.submit(_play_range, w, zaad, int(a), int(b), kalender, _room(w), uit): int(b - a)
            for a, b in itertools.pairwise(randen)
        }
        for klus in as_completed(klussen):
            klus.result()
            if gedaan is not None:
                gedaan(klussen[klus])
    return uit


class _Ruimte(NamedTuple):
    """What one thread writes in: see `Werk`, `Beurt` and `_draw_resembling`."""

    werk: Werk
    lijkt: np.ndarray
    som: np.ndarray
    wissel: np.ndarray


def _room(w: Wereld) -> _Ruimte:
    return _Ruimte(
        make_work(STAPEL, HOOGSTENS, len(w.dagen), len(w.jaren)),
        np.empty(len(w.wie), dtype=np.int32),
        np.empty(P_OORZAAK - P_EINDE),
        np.empty((w.hefboom.shape[1], STATEN), dtype=np.int64),
    )


@compiled
def _play_range(w, zaad, van, tot, kalender, ruimte, uit):
    """Some of the replications: first who is there, then who comes in, month by month."""
    werk, lijkt = ruimte.werk, ruimte.lijkt
    for r in range(van, tot):
        basis = child(child(zaad, np.uint64(1)), np.uint64(r))
        beurt = tables_of(w, r, ruimte.som, ruimte.wissel)
        _play_present(w, beurt, child(basis, np.uint64(TAK_STAND)), kalender, werk)
        _draw_resembling(w.wie, child(basis, np.uint64(TAK_WIE)), lijkt)
        for m in range(len(w.maand)):
            _enter_month(w, r, m, basis, beurt, lijkt, kalender, werk)
        write_counts(werk, uit.aantal[r], uit.jeugd[r], uit.verloop[r])


@compiled
def _play_present(w, beurt, tak, kalender, werk):
    """Everybody who is there on the last known day, or left so shortly ago that help may come back."""
    stapel, sleutel = werk.stapel, werk.sleutel
    horizon = w.dagen[-1]
    for p in range(len(w.van)):
        key = child(tak, np.uint64(p))
        geboren = w.geboren[p] + uniform(key, np.uint64(U_JARIG)) * _MAAND
        n = min(w.tot[p] - w.van[p], STAPEL)
        for i in range(n):
            j = w.van[p] + i
            stapel[i, 0] = 0.0
            stapel[i, 1], stapel[i, 2], stapel[i, 3] = w.stand[j, 0], w.stand[j, 1], w.stand[j, 2]
            sleutel[i] = child(key, np.uint64(TAK_NAAST + i))
        _play_person(beurt, w.praktijk[p], geboren, key, horizon, n, kalender, werk)
        count_person(werk)
        count_years(w.jaren, w.geteld[p], w.geboren[p], OUDSTE, werk)
    werk.verloop[0] += len(w.van)


@compiled
def _draw_resembling(wie, tak, lijkt):
    """A fresh sample, in each replication, of the earlier entries that new ones are like."""
    n = len(wie)
    for i in range(n):
        lijkt[i] = min(int(uniform(child(tak, np.uint64(i)), np.uint64(0)) * n), n - 1)


@compiled
def _enter_month(w, r, m, basis, beurt, lijkt, kalender, werk):
    """Who comes in this month; a lever that lets more people in adds them from a stream of its own."""
    stapel, sleutel = werk.stapel, werk.sleutel
    factoren = w.instroom_factor[min(r, len(w.instroom_factor) - 1), lever_month(beurt.hef, w.maand[m, 0])]
    meer = 0.0
    for i in range(len(factoren)):
        meer = max(meer, factoren[i] - 1.0)
    begin, lang, horizon = w.maand[m, 0], w.maand[m, 1] - w.maand[m, 0], w.dagen[-1]
    for extra in range(2 if meer > 0.0 else 1):
        tak = child(child(basis, np.uint64(TAK_NIEUW + extra)), np.uint64(m))
        som = w.verwacht[r, m] * (meer if extra else 1.0)
        komt, i = 0.0, 0
        while True:
            key = child(tak, np.uint64(i))
            komt -= np.log(uniform(key, np.uint64(U_KOMT)))
            if komt > som:
                break
            i += 1
            j = lijkt[min(int(uniform(key, np.uint64(U_WIE)) * len(lijkt)), len(lijkt) - 1)]
            factor = factoren[int(w.wie[j, 2])]
            deel = (factor - 1.0) / meer if extra else factor
            if deel < 1.0 and uniform(key, np.uint64(U_HEFBOOM)) >= deel:
                continue
            t = begin + lang * uniform(key, np.uint64(U_DAG))
            geboren = np.nan
            if w.wie[j, 1] >= 0:
                geboren = t - (w.wie[j, 1] + uniform(key, np.uint64(U_JARIG))) * _MAAND
            stapel[0, 0], stapel[0, 1], stapel[0, 2], stapel[0, 3] = t, 0.0, w.wie[j, 0], VERBLIJF
            sleutel[0] = child(key, np.uint64(TAK_NAAST))
            werk.verloop[0] += 1
            werk.verloop[1] += 1
            groep = practice_of(beurt, w.herkomst, int(w.wie[j, 2]), key)
            _play_person(beurt, groep, geboren, key, horizon, 1, kalender, werk)
            count_person(werk)
            count_years(w.jaren, 0, geboren, OUDSTE, werk)


@inlined
def _play_person(beurt, groep, geboren, persoon, horizon, n, kalender, werk):
    """All stays of one person, and which asked days and years each of them touches."""
    par, hef = beurt.par, beurt.hef
    stapel, sleutel, verloop = werk.stapel, werk.sleutel, werk.verloop
    gespeeld = 0
    # The stay that ends last: when all are played, the pause begins there.
    laatst, laatste_staat, laatste_key = -1.0e9, -1, persoon
    while gespeeld < HOOGSTENS:
        if n == 0:
            if laatste_staat < 0 or laatst >= horizon:
                return
            s, key = laatste_staat, laatste_key
            n = come_back(beurt, groep, geboren, persoon, horizon, s, laatst, 0.0, key, 0, stapel, sleutel)
            laatste_staat = -1
            continue
        n -= 1
        gespeeld += 1
        t, klok, s, key = stapel[n, 0], stapel[n, 1], int(stapel[n, 2]), sleutel[n]
        if stapel[n, 3] == PAUZE_LOOPT:
            n = come_back(beurt, groep, geboren, persoon, horizon, s, t, klok, key, n, stapel, sleutel)
            continue
        if beurt.zet_om and klok == 0.0:
            om = hef[lever_month(hef, t), H_OMZETTEN + s]
            if om > 0.0 and uniform(key, np.uint64(U_OMZETTEN)) < om:
                s = COLLECTIEF
        einde, wettelijk = stay(beurt, s, t, klok, geboren, persoon, key, horizon)
        tot = min(einde, horizon)
        note_stay(kalender, s, t, tot, s >= ZWAAR, werk)
        verloop[2] += 1
        verloop[3] += max(tot - max(t, 0.0), 0.0)
        n = beside(par, s, t, klok, tot, key, n, stapel, sleutel)
        voor = n
        if einde < horizon and not wettelijk:
            n = follow(beurt, groep, s, einde, key, n, stapel, sleutel)
        if einde > laatst:
            laatst, laatste_key = einde, key
            laatste_staat = -1 if wettelijk or n > voor else s
