"""How much quicker the queue is than simpy: the same queue, the same persons, the same answer, in one run.

`python -m benchmarks wachtrij`; simpy comes with `.venv/bin/uv pip install --require-hashes -r
requirements/bench.txt` and nothing else needs it. The goal is thirty times, in seconds of processor.
"""

import heapq
import sys
import time

import numpy as np

from koers.simulation.prognose.toeval import child
from koers.simulation.prognose.wachtrij import (
    LOGNORMAAL,
    NOOIT,
    TAK_RIJ,
    Bezoek,
    _Vraag,
    draw_bezoek,
    serve,
)

DOEL = 30
GEVALLEN = (
    # name, persons a day, places, part with priority, patience
    ("M/G/c", 3.2, 4, 0.0, NOOIT),
    ("with priority and people who leave", 3.2, 3, 0.3, 5.0),
)
DAGEN = 20_000.0


def main(_woorden: list[str]) -> int:
    """Prints the ratio per kind; 1 when simpy is missing, differs, or is less than thirty times slower."""
    try:
        import simpy  # noqa: F401
    except ImportError:
        _say("simpy is not installed: .venv/bin/uv pip install --require-hashes -r requirements/bench.txt")
        return 1
    laagste = np.inf
    for naam, per_dag, plaatsen, voorrang, geduld in GEVALLEN:
        vraag = _question(per_dag, plaatsen, voorrang, geduld)
        _ours(vraag)  # compiled once for this installation
        ons, (bezoek, begin) = _seconds(lambda vraag=vraag: _ours(vraag))
        hun, ander = _seconds(lambda bezoek=bezoek, plaatsen=plaatsen: _simpy(bezoek, plaatsen))
        kaal, derde = _seconds(lambda bezoek=bezoek, plaatsen=plaatsen: _plain(bezoek, plaatsen))
        gelijk = all(np.allclose(begin, een, equal_nan=False) for een in (ander, derde))
        laagste = min(laagste, hun / ons) if gelijk else 0.0
        _say(
            f"{naam}: {len(begin)} persons, {ons:.3f} s of processor, {len(begin) / ons / 1e6:.1f} million a "
            f"second; simpy {hun:.2f} s = {hun / ons:.0f} times; plain Python with a heap {kaal:.2f} s = "
            f"{kaal / ons:.0f} times; {'same' if gelijk else 'OTHER'} beginnings"
        )
    return int(laagste < DOEL)


def _question(per_dag: float, plaatsen: int, voorrang: float, geduld: float) -> _Vraag:
    return _Vraag(
        np.array([per_dag]),
        np.array([1.0]),
        np.array([[plaatsen]]),
        np.zeros(1),
        np.zeros(0),
        DAGEN,
        28.0,
        LOGNORMAAL,
        0.6,
        voorrang,
        geduld,
        0,
        np.zeros(1, dtype=np.int64),
        0.0,
    )


def _ours(vraag: _Vraag) -> tuple[Bezoek, np.ndarray]:
    """Persons drawn and served: what simpy gets for free counts for us."""
    basis = np.uint64(child(np.uint64(child(np.uint64(7), np.uint64(TAK_RIJ))), np.uint64(0)))
    bezoek = draw_bezoek(vraag, 0, basis, DAGEN)
    return bezoek, serve(bezoek, np.empty(0), vraag.stap_op, vraag.plaatsen[0], DAGEN + 1e6)


def _simpy(bezoek: Bezoek, plaatsen: int) -> np.ndarray:
    """As its own documentation writes it: a process per person, a priority resource, a race with patience."""
    import simpy

    omgeving = simpy.Environment()
    balie = simpy.PriorityResource(omgeving, plaatsen)
    begin = np.full(len(bezoek.aankomst), NOOIT)

    def persoon(i: int, duur: float, geduld: float, klasse: int):
        with balie.request(priority=klasse) as vraag:
            if geduld < NOOIT:
                yield vraag | omgeving.timeout(geduld)
                if not vraag.triggered:
                    return
            else:
                yield vraag
            begin[i] = omgeving.now
            yield omgeving.timeout(duur)

    def komst():
        nu = 0.0
        wie = zip(*(deel.tolist() for deel in bezoek), strict=True)
        for i, (aankomst, duur, weg_op, klasse) in enumerate(wie):
            yield omgeving.timeout(aankomst - nu)
            nu = aankomst
            omgeving.process(persoon(i, duur, weg_op - aankomst, klasse))

    omgeving.process(komst())
    omgeving.run()
    return begin


def _plain(bezoek: Bezoek, plaatsen: int) -> np.ndarray:
    """The leanest that plain Python can be: two heaps and no processes."""
    begin = np.full(len(bezoek.aankomst), NOOIT)
    aankomst, duur, weg_op, klasse = (deel.tolist() for deel in bezoek)
    rij: list[tuple[int, int]] = []
    vrij: list[float] = []
    i, n = 0, len(aankomst)
    while i < n or (rij and vrij):
        if vrij and (i >= n or vrij[0] <= aankomst[i]):
            nu = heapq.heappop(vrij)
        else:
            nu = aankomst[i]
            heapq.heappush(rij, (klasse[i], i))
            i += 1
        while rij and len(vrij) < plaatsen:
            _, wie = heapq.heappop(rij)
            if weg_op[wie] > nu:
                begin[wie] = nu
                heapq.heappush(vrij, nu + duur[wie])
    return begin


def _seconds(werk):
    begin = time.process_time()
    uit = werk()
    return time.process_time() - begin, uit


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()
