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

import numba as nb
import numpy as np

from koers.simulation.prognose.klassen import DUREN, JAAR, LEEFTIJDEN, NOOIT, ONBEKEND, PAUZES, STATEN
from koers.simulation.prognose.klassen import DUUR as _DUUR
from koers.simulation.prognose.klassen import ERNAAST as _ERNAAST
from koers.simulation.prognose.klassen import GRENZEN as _JAREN
from koers.simulation.prognose.klassen import LEEFTIJD as _LEEFTIJD
from koers.simulation.prognose.klassen import MAAND as _MAAND
from koers.simulation.prognose.klassen import PAUZE as _PAUZE
from koers.simulation.prognose.schatting import Parameters
from koers.simulation.prognose.toeval import child, uniform

_GRENZEN = _JAREN * JAAR

ZWAAR = 3  # the first state of specialised help: level 4
OUDSTE = 19.0 * JAAR  # who is younger on the first day of a year counts in it
STAPEL = 64  # stays of one person that wait to be played
STUKKEN = 40  # in which the replications are cut when somebody watches
HOOGSTENS = 1000  # stays of one person in one replication
COLLECTIEF = 2  # the state of level 3, where a lever moves individual help to
# Draws of a stay, of a person, and branches below a key.
U_DUUR, U_OORZAAK, U_PAUZE, U_TERUG, U_HERINDICATIE, U_OMZETTEN = 0, 1, 2, 3, 4, 5
U_KOMT, U_DAG, U_WIE, U_JARIG, U_HEFBOOM, U_GRENS = 0, 1, 2, 3, 4, 8
TAK_STAND, TAK_NIEUW, TAK_EXTRA, TAK_WIE, TAK_NAAST = 1, 2, 3, 4, 16
VERBLIJF, PAUZE_LOOPT = 0, 1


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


# Where each table begins in a row of parameters.
P_EINDE = 0
P_OORZAAK = P_EINDE + STATEN * LEEFTIJDEN * DUREN
P_PAUZE = P_OORZAAK + STATEN * (STATEN + 1)
P_TERUG = P_PAUZE + STATEN * PAUZES
P_ERNAAST = P_TERUG + STATEN * STATEN
P_NAAST = P_ERNAAST + STATEN * len(_ERNAAST)
P_VOORBIJ = P_NAAST + STATEN * STATEN
P_PAUZE_TOT = P_VOORBIJ + STATEN * len(_GRENZEN)
P_BREEDTE = P_PAUZE_TOT + 1
# Columns of a lever: a factor on the rate of ending per state, the share that becomes collective help per
# state, and the share of renewals that stay.
H_DUUR, H_OMZETTEN, H_HERINDICATIE = 0, STATEN, 2 * STATEN
H_BREEDTE = 2 * STATEN + 1


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
    if gedaan is None and (threads <= 1 or keer < 2):
        _play_range(w, zaad, eerste, voorbij, uit)
        return uit
    randen = np.linspace(eerste, voorbij, (threads if gedaan is None else min(STUKKEN, keer)) + 1).astype(int)
    with ThreadPoolExecutor(threads) as pool:
        klussen = {
            pool.submit(_play_range, w, zaad, int(a), int(b), uit): int(b - a)
            for a, b in itertools.pairwise(randen)
        }
        for klus in as_completed(klussen):
            klus.result()
            if gedaan is not None:
                gedaan(klussen[klus])
    return uit


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _play_range(w, zaad, van, tot, uit):
    """Some of the replications: first who is there, then who comes in, month by month."""
    stapel = np.empty((STAPEL, 4))
    sleutel = np.empty(STAPEL, dtype=np.uint64)
    teken = np.zeros(len(w.dagen) + 2, dtype=np.int64)
    jaarteken = np.zeros(len(w.jaren), dtype=np.bool_)
    werk = (stapel, sleutel, teken, jaarteken)
    for r in range(van, tot):
        basis = child(child(zaad, np.uint64(1)), np.uint64(r))
        hefboom = w.hefboom[min(r, len(w.hefboom) - 1)]
        tak = child(basis, np.uint64(TAK_STAND))
        for p in range(len(w.van)):
            key = child(tak, np.uint64(p))
            geboren = w.geboren[p] + uniform(key, np.uint64(U_JARIG)) * _MAAND
            n = min(w.tot[p] - w.van[p], STAPEL)
            for i in range(n):
                stapel[i, 0] = 0.0
                j = w.van[p] + i
                stapel[i, 1], stapel[i, 2], stapel[i, 3] = w.stand[j, 0], w.stand[j, 1], w.stand[j, 2]
                sleutel[i] = child(key, np.uint64(TAK_NAAST + i))
            wie = (w.parameters[r], hefboom, w.eerder, w.jaren, geboren, key, w.dagen[-1])
            uit.verloop[r, 0] += 1
            _play_person(wie, n, werk, uit.verloop[r])
            _count(teken, uit.aantal[r])
            _count_years(w.jaren, jaarteken, w.geteld[p], w.geboren[p], uit.jeugd[r])
        for m in range(len(w.maand)):
            _enter_month(w, r, m, basis, werk, uit)


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _enter_month(w, r, m, basis, werk, uit):
    """Who comes in this month; a lever that lets more people in adds them from a stream of its own."""
    stapel, sleutel, teken, jaarteken = werk
    wie_tak = child(basis, np.uint64(TAK_WIE))
    hefboom = w.hefboom[min(r, len(w.hefboom) - 1)]
    factoren = w.instroom_factor[min(r, len(w.instroom_factor) - 1), _lever_month(hefboom, w.maand[m, 0])]
    meer = max(0.0, factoren.max() - 1.0)
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
            j = _resembles(w.wie, key, wie_tak)
            factor = factoren[int(w.wie[j, 2])]
            if uniform(key, np.uint64(U_HEFBOOM)) >= ((factor - 1.0) / meer if extra else factor):
                continue
            t = w.maand[m, 0] + (w.maand[m, 1] - w.maand[m, 0]) * uniform(key, np.uint64(U_DAG))
            geboren = np.nan
            if w.wie[j, 1] >= 0:
                geboren = t - (w.wie[j, 1] + uniform(key, np.uint64(U_JARIG))) * _MAAND
            stapel[0, 0], stapel[0, 1], stapel[0, 2], stapel[0, 3] = t, 0.0, w.wie[j, 0], VERBLIJF
            sleutel[0] = child(key, np.uint64(TAK_NAAST))
            uit.verloop[r, 0] += 1
            uit.verloop[r, 1] += 1
            wie = (w.parameters[r], hefboom, w.eerder, w.jaren, geboren, key, w.dagen[-1])
            _play_person(wie, 1, werk, uit.verloop[r])
            _count(teken, uit.aantal[r])
            _count_years(w.jaren, jaarteken, 0, geboren, uit.jeugd[r])


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _resembles(wie, key, wie_tak):
    """Which earlier entry this one is like: out of a fresh sample of them in each replication."""
    n = len(wie)
    i = np.uint64(uniform(key, np.uint64(U_WIE)) * n)
    return min(int(uniform(child(wie_tak, i), np.uint64(0)) * n), n - 1)


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _play_person(wie, n, werk, verloop):
    """All stays of one person. `teken` gets a bit per level on each asked day; the last two, the span.
    `jaarteken` gets a mark for each year in which there was specialised help."""
    par, hef, eerder, jaren, geboren, persoon, horizon = wie
    stapel, sleutel, teken, jaarteken = werk
    teken[-2], teken[-1] = len(teken), 0
    gespeeld = 0
    # The stay that ends last: when all are played, the pause begins there.
    laatst, laatste_staat, laatste_key = -1.0e9, -1, persoon
    while gespeeld < HOOGSTENS:
        if n == 0:
            if laatste_staat < 0 or laatst >= horizon:
                return
            n = _come_back(wie, laatste_staat, laatst, 0.0, laatste_key, 0, stapel, sleutel)
            laatste_staat = -1
            continue
        n -= 1
        gespeeld += 1
        t, klok, s, key = stapel[n, 0], stapel[n, 1], int(stapel[n, 2]), sleutel[n]
        if stapel[n, 3] == PAUZE_LOOPT:
            n = _come_back(wie, s, t, klok, key, n, stapel, sleutel)
            continue
        om = hef[_lever_month(hef, t), H_OMZETTEN + s]
        if klok == 0.0 and om > 0.0 and uniform(key, np.uint64(U_OMZETTEN)) < om:
            s = COLLECTIEF
        einde, wettelijk = _stay(par, hef, s, t, klok, geboren, persoon, key, horizon)
        eerste, na = _noon(t, horizon), _noon(einde, horizon)
        van, tot = eerder[eerste], eerder[na]
        if s >= ZWAAR and na > eerste:
            _mark_years(jaren, jaarteken, eerste, na)
        for g in range(van, tot):
            teken[g] |= 1 << s
        teken[-2], teken[-1] = min(teken[-2], van), max(teken[-1], tot)
        verloop[2] += 1
        verloop[3] += max(min(einde, horizon) - max(t, 0.0), 0.0)
        n = _beside(par, s, t, klok, min(einde, horizon), key, n, stapel, sleutel)
        voor = n
        if einde < horizon and not wettelijk:
            n = _follow(par, hef, s, einde, key, n, stapel, sleutel)
        if einde > laatst:
            laatst, laatste_key = einde, key
            laatste_staat = -1 if wettelijk or n > voor else s


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _count(teken, aantal):
    """Each asked day counts the person once, and once per level; and wipes the marks."""
    for g in range(teken[-2], teken[-1]):
        if teken[g]:
            for s in range(STATEN):
                aantal[g, s] += (teken[g] >> s) & 1
            aantal[g, STATEN] += 1
            teken[g] = 0


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _mark_years(jaren, jaarteken, eerste, na):
    """The years that the days from `eerste` until before `na` touch."""
    for j in range(len(jaren)):
        if eerste <= jaren[j, 1] and na > jaren[j, 0]:
            jaarteken[j] = True


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _count_years(jaren, jaarteken, geteld, geboren, jeugd):
    """Each year counts the person once, by the age on its first day; and wipes the marks.

    As the indicators count: from the first day of the month of birth, and nobody whose age is not known.
    """
    for j in range(len(jaren)):
        if jaarteken[j]:
            jaarteken[j] = False
            oud = jaren[j, 0] - 1.0 - geboren
            if j >= geteld and 0.0 <= oud < OUDSTE:
                jeugd[j] += 1


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _noon(t, horizon):
    """The first day whose noon is not before t: day d has its noon at d - 0.5."""
    return int(np.ceil(min(max(t, 0.0), horizon) + 0.5))


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _lever_month(hef, t):
    return min(max(int(t / _MAAND), 0), len(hef) - 1)


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _push(n, stapel, sleutel, t, s, key):
    """One more stay to play, from day t."""
    if n < STAPEL:
        stapel[n, 0], stapel[n, 1], stapel[n, 2], stapel[n, 3] = t, 0.0, s, VERBLIJF
        sleutel[n] = key
        n += 1
    return n


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _pick(par, begin, lengte, u):
    """The first of `lengte` cumulative shares that reaches u."""
    i = 0
    while i < lengte - 1 and u > par[begin + i]:
        i += 1
    return i


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _passed(grenzen, waarde):
    """How many limits lie at or before a value."""
    i = 0
    while i < len(grenzen) and waarde >= grenzen[i]:
        i += 1
    return i


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _stay(par, hef, s, t, klok, geboren, persoon, key, horizon):
    """When a stay ends, and whether a legal age ended it. The rate is constant between the next limits."""
    over = -np.log(uniform(key, np.uint64(U_DUUR)))
    d = _passed(_DUUR, klok) - 1
    bekend = not np.isnan(geboren)
    a = _passed(_LEEFTIJD, t - geboren) if bekend else ONBEKEND
    wet = _passed(_GRENZEN, t - geboren) if bekend else len(_GRENZEN)
    k = _lever_month(hef, t)
    begin = t - klok
    while True:
        tot_d = begin + _DUUR[d + 1] if d + 1 < DUREN else NOOIT
        tot_a = geboren + _LEEFTIJD[a] if a < len(_LEEFTIJD) else NOOIT
        tot_w = geboren + _GRENZEN[wet] if wet < len(_GRENZEN) else NOOIT
        tot_k = (k + 1) * _MAAND if k + 1 < len(hef) else NOOIT
        volgende = min(min(tot_d, tot_a), min(min(tot_w, tot_k), horizon))
        tempo = par[P_EINDE + (s * LEEFTIJDEN + a) * DUREN + d] * hef[k, H_DUUR + s]
        if tempo * (volgende - t) >= over:
            return t + over / tempo, False
        over -= tempo * (volgende - t)
        t = volgende
        if t >= horizon:
            return horizon + 1.0, False
        d += t >= tot_d
        a += t >= tot_a
        k += t >= tot_k
        if t >= tot_w:
            if uniform(persoon, np.uint64(U_GRENS + wet)) >= par[P_VOORBIJ + s * len(_GRENZEN) + wet]:
                return t, True
            wet += 1


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _follow(par, hef, s, t, key, n, stapel, sleutel):
    """Whether other help follows at once on a stay, and of which level."""
    breed = STATEN + 1
    oorzaak = _pick(par, P_OORZAAK + s * breed, breed, uniform(key, np.uint64(U_OORZAAK)))
    if oorzaak == STATEN or not _renewed(hef, t, key):
        return n
    return _push(n, stapel, sleutel, t, oorzaak, child(key, np.uint64(1)))


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _renewed(hef, t, key):
    """Whether a renewal stays under the lever on renewals."""
    return uniform(key, np.uint64(U_HERINDICATIE)) < hef[_lever_month(hef, t), H_HERINDICATIE]


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _come_back(wie, s, t, klok, key, n, stapel, sleutel):
    """A pause of so many days: help comes back at some moment, or the pause becomes the end."""
    par, hef, _, _, geboren, persoon, horizon = wie
    over = -np.log(uniform(key, np.uint64(U_PAUZE)))
    lang = par[P_PAUZE_TOT]
    g = _passed(_PAUZE, klok) - 1
    while True:
        if klok >= lang or t >= horizon:
            return n
        volgende = min(_PAUZE[g + 1] if g + 1 < PAUZES else NOOIT, lang)
        tempo = par[P_PAUZE + s * PAUZES + g]
        if tempo * (volgende - klok) >= over:
            t += over / tempo
            break
        over -= tempo * (volgende - klok)
        t += volgende - klok
        klok = volgende
        g += 1
    if t >= horizon or not _renewed(hef, t, key):
        return n
    wet = _passed(_GRENZEN, t - geboren) - 1 if not np.isnan(geboren) else -1
    if wet >= 0 and uniform(persoon, np.uint64(U_GRENS + wet)) >= par[P_VOORBIJ + s * len(_GRENZEN) + wet]:
        return n
    naar = _pick(par, P_TERUG + s * STATEN, STATEN, uniform(key, np.uint64(U_TERUG)))
    return _push(n, stapel, sleutel, t, naar, child(key, np.uint64(2)))


@nb.njit(cache=True, nogil=True, error_model="numpy")
def _beside(par, s, t, klok, einde, key, n, stapel, sleutel):
    """Help that starts beside this stay, while it lasts."""
    g = _passed(_ERNAAST, klok) - 1
    begin = t - klok
    i = 0
    over = -np.log(uniform(key, np.uint64(TAK_NAAST)))
    while t < einde:
        volgende = min(begin + _ERNAAST[g + 1] if g + 1 < len(_ERNAAST) else NOOIT, einde)
        tempo = par[P_ERNAAST + s * len(_ERNAAST) + g]
        if tempo * (volgende - t) >= over:
            t += over / tempo
            tak = child(key, np.uint64(TAK_NAAST + 2 * i + 1))
            naar = _pick(par, P_NAAST + s * STATEN, STATEN, uniform(tak, np.uint64(U_TERUG)))
            n = _push(n, stapel, sleutel, t, naar, child(tak, np.uint64(3)))
            i += 1
            over = -np.log(uniform(key, np.uint64(TAK_NAAST + 2 * i)))
            continue
        over -= tempo * (volgende - t)
        t = volgende
        g += volgende < einde
    return n
