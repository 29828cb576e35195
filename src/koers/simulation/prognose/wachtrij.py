"""Who asks, who waits, who is served: a queue with places, priority, and people who give up.

Any pattern of arrivals and durations (G/G/c): `serve` takes one queue as arrays and says when each person
begins. `play` draws many of them by address (`toeval`) and counts. Who has priority goes first, then who
came first; help that has begun is not broken off. Fewer places: nobody is sent away, nobody new begins
until there is room. Times are in days after the start. Checked against M/M/c, M/G/1, M/M/c+M and Cobham's
priorities in `tests/statistical/test_wachtrij.py`.
"""

import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from koers.simulation.prognose.toeval import child, kept, uniform

NOOIT = np.inf
KLASSEN = 2  # with priority, and without
EXPONENTIEEL, LOGNORMAAL = 0, 1  # forms of a duration; lognormal without spread is always the same
KWANTIELEN = (0.5, 0.9)
# Draws of a person, and branches below a replication.
U_KOMT, U_DUUR, U_DUUR_TWEE, U_GEDULD, U_VOORRANG, U_REST = 0, 1, 2, 3, 4, 5
TAK_RIJ, TAK_BINNEN, TAK_WACHT, TAK_VRAAGT = 5, 1, 2, 3


@kept()
def _push(hoop, n, t):
    """`t` into a heap of `n`; the smallest stays on top."""
    i = n
    while i > 0 and hoop[(i - 1) // 2] > t:
        hoop[i] = hoop[(i - 1) // 2]
        i = (i - 1) // 2
    hoop[i] = t


@kept()
def _pop(hoop, n):
    """The smallest out of a heap of `n`."""
    laatste = hoop[n - 1]
    i = 0
    while 2 * i + 1 < n - 1:
        kind = 2 * i + 1
        if kind + 1 < n - 1 and hoop[kind + 1] < hoop[kind]:
            kind += 1
        if hoop[kind] >= laatste:
            break
        hoop[i] = hoop[kind]
        i = kind
    hoop[i] = laatste


@kept()
def _next_in_line(kop, volgende, weg_op, nu):
    """Who is first: by class, then by arrival; who gave up before now is passed over. -1: nobody."""
    for klasse in range(KLASSEN):
        while kop[klasse] >= 0:
            wie = kop[klasse]
            kop[klasse] = volgende[wie]
            if weg_op[wie] > nu:
                return wie
    return -1


class Bezoek(NamedTuple):
    """Persons in order of arrival: when they come, how long a place is theirs, when they give up (a day after
    the start; `NOOIT`), and their class (0 goes first)."""

    aankomst: np.ndarray
    duur: np.ndarray
    weg_op: np.ndarray
    klasse: np.ndarray


@kept()
def serve(bezoek, bezet_tot, stap_op, plaatsen, eind):
    """When each person begins (`NOOIT`: not before `eind`). `bezet_tot`: when the places that are taken at
    the start come free. `plaatsen[k]` there are from `stap_op[k]` on; the first step is the start.
    """
    n = len(bezoek.aankomst)
    begin = np.full(n, NOOIT)
    hoop = np.empty(max(plaatsen.max(), len(bezet_tot)) + 1)
    bezet = 0
    for t in bezet_tot:
        _push(hoop, bezet, t)
        bezet += 1
    kop, staart = np.full(KLASSEN, -1), np.full(KLASSEN, -1)
    volgende = np.full(n, -1)
    i, stap = 0, 0
    while True:
        komt = bezoek.aankomst[i] if i < n else NOOIT
        vrij = hoop[0] if bezet else NOOIT
        anders = stap_op[stap + 1] if stap + 1 < len(stap_op) else NOOIT
        nu = min(komt, vrij, anders)
        if nu >= eind:
            return begin
        # Who leaves makes room before who comes at the same moment.
        if vrij <= nu:
            _pop(hoop, bezet)
            bezet -= 1
        elif anders <= nu:
            stap += 1
        else:
            klasse = bezoek.klasse[i]
            if kop[klasse] < 0:
                kop[klasse] = i
            else:
                volgende[staart[klasse]] = i
            staart[klasse] = i
            i += 1
        while bezet < plaatsen[stap]:
            wie = _next_in_line(kop, volgende, bezoek.weg_op, nu)
            if wie < 0:
                break
            begin[wie] = nu
            _push(hoop, bezet, nu + bezoek.duur[wie])
            bezet += 1


@dataclass(frozen=True)
class Wachtrij:
    """What is asked; r = replication, k = step of places.

    `per_dag`: questions per day, per r. `duur`: mean days that a place is taken, per r; `vorm` and
    `spreiding` (standard deviation as part of the mean) say how they differ. `plaatsen`: r x k, from day
    `stap_op[k]` on. `voorrang`: the part that goes first. `geduld`: mean days until somebody gives up,
    exponential; `NOOIT`: nobody does. `wachtend`: in line at the start, `bezet`: places taken then, per r.
    Counted are the questions of the first `dagen` days, on their beginning within `grens` days; they may
    begin up to `naloop` days later. `peildagen`: days on which the line is counted.
    """

    per_dag: np.ndarray
    duur: np.ndarray
    plaatsen: np.ndarray
    stap_op: np.ndarray
    bezet: np.ndarray
    dagen: float = 365.0
    grens: float = 28.0
    vorm: int = LOGNORMAAL
    spreiding: float = 1.0
    voorrang: float = 0.0
    geduld: float = NOOIT
    wachtend: int = 0
    peildagen: tuple[float, ...] = ()
    naloop: float = 365.0


class Uitkomst(NamedTuple):
    """Per replication. `binnen`: the part of all questions, of those with priority, and of the others, that
    begins within the limit (nan: there were none). `gevraagd`: questions. `vertrokken`: the part that gave
    up. `wacht`: days within which half and nine in ten begin. `in_de_rij`: r x day asked, who waits.
    """

    binnen: np.ndarray
    gevraagd: np.ndarray
    vertrokken: np.ndarray
    wacht: np.ndarray
    in_de_rij: np.ndarray


class _Vraag(NamedTuple):
    """A `Wachtrij` as the compiled loop reads it."""

    per_dag: np.ndarray
    duur: np.ndarray
    plaatsen: np.ndarray
    stap_op: np.ndarray
    peildagen: np.ndarray
    dagen: float
    grens: float
    vorm: int
    sigma: float
    voorrang: float
    geduld: float
    wachtend: int
    bezet: np.ndarray
    naloop: float


def play(rij: Wachtrij, seed: int, threads: int = 2) -> Uitkomst:
    """All replications; the same numbers on any number of threads. Runs that differ in places, patience or
    duration share their persons."""
    keer = len(rij.per_dag)
    vraag = _Vraag(
        np.ascontiguousarray(rij.per_dag, dtype=np.float64),
        np.ascontiguousarray(rij.duur, dtype=np.float64),
        np.ascontiguousarray(rij.plaatsen, dtype=np.int64),
        np.ascontiguousarray(rij.stap_op, dtype=np.float64),
        np.array(rij.peildagen, dtype=np.float64),
        float(rij.dagen),
        float(rij.grens),
        rij.vorm,
        float(np.sqrt(np.log1p(rij.spreiding**2))),
        float(rij.voorrang),
        float(rij.geduld),
        rij.wachtend,
        np.ascontiguousarray(rij.bezet, dtype=np.int64),
        float(rij.naloop),
    )
    uit = Uitkomst(
        np.zeros((keer, KLASSEN + 1)),
        np.zeros(keer),
        np.zeros(keer),
        np.zeros((keer, len(KWANTIELEN))),
        np.zeros((keer, len(rij.peildagen))),
    )
    zaad = np.uint64(seed & 0xFFFFFFFFFFFFFFFF)
    if threads <= 1 or keer < 2:
        _play_range(vraag, zaad, 0, keer, uit)
        return uit
    randen = np.linspace(0, keer, threads + 1).astype(int)
    with ThreadPoolExecutor(threads) as pool:
        klussen = [
            pool.submit(_play_range, vraag, zaad, int(a), int(b), uit) for a, b in itertools.pairwise(randen)
        ]
        for klus in klussen:
            klus.result()
    return uit


def warm_up() -> None:
    """Compiles the queue once for this installation, so that nobody waits for it at a page."""
    een = np.ones(1)
    play(Wachtrij(een, een, een[:, None], np.zeros(1), np.zeros(1), dagen=2.0, peildagen=(1.0,)), 1, 1)


@kept()
def _play_range(v, zaad, van, tot, uit):
    """Some of the replications."""
    for r in range(van, tot):
        basis = child(child(zaad, np.uint64(TAK_RIJ)), np.uint64(r))
        eind = v.dagen + v.naloop
        bezoek = draw_bezoek(v, r, basis, eind)
        begin = serve(bezoek, _taken(v, r, basis), v.stap_op, v.plaatsen[r], eind)
        _count(v, r, bezoek, begin, uit)


@kept()
def draw_bezoek(v, r, basis, eind):
    """Who waits at the start, and after them who comes up to `eind`."""
    tak = child(basis, np.uint64(TAK_VRAAGT))
    nieuw = 0
    t = _gap(tak, 0, v.per_dag[r])
    while t < eind:
        nieuw += 1
        t += _gap(tak, nieuw, v.per_dag[r])
    n = v.wachtend + nieuw
    bezoek = Bezoek(np.zeros(n), np.empty(n), np.full(n, NOOIT), np.empty(n, dtype=np.int64))
    wacht_tak = child(basis, np.uint64(TAK_WACHT))
    t = 0.0
    for i in range(n):
        vroeg = i < v.wachtend
        nummer = i if vroeg else i - v.wachtend
        key = child(wacht_tak if vroeg else tak, np.uint64(nummer))
        if not vroeg:
            t += _gap(tak, nummer, v.per_dag[r])
        bezoek.aankomst[i] = t
        bezoek.duur[i] = _duration(key, v.duur[r], v.vorm, v.sigma, False)
        if v.geduld < NOOIT:
            bezoek.weg_op[i] = t - v.geduld * np.log(uniform(key, np.uint64(U_GEDULD)))
        bezoek.klasse[i] = 0 if uniform(key, np.uint64(U_VOORRANG)) < v.voorrang else 1
    return bezoek


@kept()
def _gap(tak, nummer, per_dag):
    """Days between one question and the next."""
    return -np.log(uniform(child(tak, np.uint64(nummer)), np.uint64(U_KOMT))) / per_dag


@kept()
def _duration(key, mean, vorm, sigma, langer):
    """Days that a place is taken. `langer`: seen from inside, where long stays are met more often."""
    u = uniform(key, np.uint64(U_DUUR))
    if vorm == EXPONENTIEEL:
        return -mean * np.log(u)
    z = np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * uniform(key, np.uint64(U_DUUR_TWEE)))
    mu = np.log(mean) + (0.5 if langer else -0.5) * sigma**2
    return np.exp(mu + sigma * z)


@kept()
def _taken(v, r, basis):
    """When the places that are taken at the start come free."""
    tak = child(basis, np.uint64(TAK_BINNEN))
    rest = np.empty(v.bezet[r])
    for i in range(v.bezet[r]):
        key = child(tak, np.uint64(i))
        rest[i] = _duration(key, v.duur[r], v.vorm, v.sigma, True)
        if v.vorm != EXPONENTIEEL:
            rest[i] *= uniform(key, np.uint64(U_REST))
    return rest


@kept()
def _count(v, r, bezoek, begin, uit):
    """What became of the questions of the window, and the line on the days asked."""
    gevraagd, binnen = np.zeros(KLASSEN), np.zeros(KLASSEN)
    weg = 0
    wacht = np.empty(len(begin))
    for i in range(v.wachtend, len(begin)):
        if bezoek.aankomst[i] >= v.dagen:
            break
        k = bezoek.klasse[i]
        dagen = begin[i] - bezoek.aankomst[i]
        wacht[i - v.wachtend] = dagen
        gevraagd[k] += 1
        binnen[k] += dagen <= v.grens
        weg += begin[i] == NOOIT and bezoek.weg_op[i] < v.dagen + v.naloop
    samen = int(gevraagd.sum())
    uit.gevraagd[r] = samen
    uit.vertrokken[r] = weg / samen if samen else np.nan
    uit.binnen[r, 0] = binnen.sum() / samen if samen else np.nan
    for k in range(KLASSEN):
        uit.binnen[r, 1 + k] = binnen[k] / gevraagd[k] if gevraagd[k] else np.nan
    op_volgorde = np.sort(wacht[:samen])
    for q in range(len(KWANTIELEN)):
        uit.wacht[r, q] = op_volgorde[int(np.ceil(KWANTIELEN[q] * samen)) - 1] if samen else np.nan
    for d in range(len(v.peildagen)):
        dag = v.peildagen[d]
        for i in range(len(begin)):
            if bezoek.aankomst[i] > dag:
                break
            uit.in_de_rij[r, d] += begin[i] > dag and bezoek.weg_op[i] > dag
