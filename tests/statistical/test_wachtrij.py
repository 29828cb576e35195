"""The queue against theory, wherever theory has an answer.

Method: 48 long queues, begun empty, of which the first tenth is thrown away; the mean over the queues and
its 99.9% interval. *Equal* is an interval inside theory ± 5% (of a chance: ± 0.01); *unequal* one that lies
outside it altogether; anything else is *undecided*, which is no pass. Power: standard errors are 0.3 to
1% of the mean wait, so an error of 10% or more is found in at least 99 of 100 runs, and a right engine is
called equal as often. The seeds are fixed. The planted faults stand in the text of the engine itself.
"""

import types
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from koers.simulation.prognose import wachtrij
from koers.simulation.prognose.toeval import child
from koers.simulation.prognose.wachtrij import EXPONENTIEEL, LOGNORMAAL, NOOIT, Wachtrij, play
from tests.statistical import theorie_wachtrij as theorie

KEER, LANG, AANLOOP = 48, 40_000.0, 4_000.0
Z = 3.29  # 99.9%
RUIM, KANS_RUIM = 0.05, 0.01
LAM, MU = 3.2, 1.0


def waits(motor=wachtrij, *, places=4, lam=LAM, form=EXPONENTIEEL, spread=1.0, first=0.0, patience=NOOIT):
    """Per queue: the wait of each person after the first tenth (`NOOIT` for who gave up), and their class."""
    found = []
    sigma = float(np.sqrt(np.log1p(spread**2)))
    for r in range(KEER):
        vraag = motor._Vraag(
            np.full(KEER, lam), np.full(KEER, 1 / MU), np.full((1, 1), places), np.zeros(1), np.zeros(0),
            LANG, 28.0, form, sigma, first, patience, 0, np.zeros(1, dtype=np.int64), 0.0,
        )  # fmt: skip
        basis = np.uint64(child(np.uint64(child(np.uint64(11), np.uint64(5))), np.uint64(r)))
        bezoek = motor.draw_bezoek(vraag, r, basis, LANG)
        begin = motor.serve(bezoek, np.empty(0), vraag.stap_op, vraag.plaatsen[0], LANG + 1e6)
        later = bezoek.aankomst > AANLOOP
        found.append((begin[later] - bezoek.aankomst[later], bezoek.klasse[later]))
    return found


def verdict(per_queue, truth: float, margin: float) -> str:
    """equal, unequal or undecided, of one number per queue."""
    values = np.array(per_queue)
    half = Z * values.std(ddof=1) / np.sqrt(len(values))
    low, high = values.mean() - half, values.mean() + half
    if truth - margin < low and high < truth + margin:
        return "equal"
    return "unequal" if high < truth - margin or low > truth + margin else "undecided"


def mmc(found, places=4) -> dict[str, str]:
    """Every answer of theory on M/M/c beside what the queue did."""
    mean = theorie.mean_wait(LAM, MU, places)
    chance = theorie.erlang_c(LAM, MU, places)
    half = theorie.within(LAM, MU, places, 1.0)
    return {
        "wait": verdict([w.mean() for w, _ in found], mean, RUIM * mean),
        "chance to wait": verdict([(w > 0).mean() for w, _ in found], chance, KANS_RUIM),
        "within a day": verdict([(w <= 1.0).mean() for w, _ in found], half, KANS_RUIM),
    }


@pytest.mark.parametrize("places", [4, 5, 6])
def test_mmc_is_erlang_c(places):
    assert set(mmc(waits(places=places), places).values()) == {"equal"}


@pytest.mark.parametrize("spread", [0.0, 0.6, 1.0])
def test_mg1_is_pollaczek_and_khinchine(spread):
    truth = theorie.pollaczek(0.7, 1 / MU, spread)
    found = waits(places=1, lam=0.7, form=LOGNORMAAL, spread=spread)
    assert verdict([w.mean() for w, _ in found], truth, RUIM * truth) == "equal"


@pytest.mark.parametrize(("places", "patience"), [(4, 2.0), (3, 0.5), (2, 5.0)])
def test_who_gives_up_is_erlang_a(places, patience):
    """Also when more come than can be served: then the line lives by who gives up."""
    truth = theorie.gives_up(LAM, MU, places, 1 / patience)
    found = waits(places=places, patience=patience)
    assert verdict([np.isinf(w).mean() for w, _ in found], truth, KANS_RUIM) == "equal"


def cobham(found) -> list[str]:
    """Of who goes first and of the others."""
    truth = theorie.cobham(LAM, 0.3, MU, 4)
    return [
        verdict([w[k == klasse].mean() for w, k in found], truth[klasse], RUIM * truth[klasse])
        for klasse in (0, 1)
    ]


def test_priority_is_cobham():
    assert cobham(waits(first=0.3)) == ["equal", "equal"]


FOUTEN = {
    "a place too many": ("while bezet < plaatsen[stap]:", "while bezet < plaatsen[stap] + 1:", "wait"),
    "a place too few": ("while bezet < plaatsen[stap]:", "while bezet < plaatsen[stap] - 1:", "wait"),
    # One in five hundred places stays taken for fifty days after its person left.
    "a place is not given back": (
        "            bezet -= 1\n        elif",
        "            bezet -= 1\n            if i % 500 == 0:\n                _push(hoop, bezet, nu + 50)\n"
        "                bezet += 1\n        elif",
        "wait",
    ),
    "who came last goes first": (
        "                volgende[staart[klasse]] = i\n            staart[klasse] = i\n",
        "                volgende[i] = kop[klasse]\n                kop[klasse] = i\n",
        "within a day",
    ),
    "durations are a tenth too long": (
        "return -mean * np.log(u)", "return -1.1 * mean * np.log(u)", "chance to wait",
    ),
}  # fmt: skip


def broken(was: str, becomes: str):
    """The engine with one fault in its text."""
    text = Path(wachtrij.__file__).read_text(encoding="utf-8")
    assert text.count(was) == 1
    module = types.ModuleType("kapotte_wachtrij")
    code = text.replace(was, becomes).replace("@kept()", "@kept(cache=False)")
    exec(compile(code, "kapotte_wachtrij", "exec"), module.__dict__)
    return module


@pytest.mark.parametrize("fout", FOUTEN)
def test_planted_fault_in_the_queue_is_found(fout):
    was, becomes, what = FOUTEN[fout]
    assert mmc(waits(broken(was, becomes)))[what] == "unequal"


def test_planted_priority_that_is_forgotten_is_found():
    motor = broken("for klasse in range(KLASSEN):\n        while", "for klasse in (1, 0):\n        while")
    assert cobham(waits(motor, first=0.3)) == ["unequal", "unequal"]


def test_planted_who_gave_up_still_gets_a_place():
    motor = broken("if weg_op[wie] > nu:", "if weg_op[wie] > nu or klasse == 1:")
    truth = theorie.gives_up(LAM, MU, 4, 0.5)
    found = waits(motor, patience=2.0)
    assert verdict([np.isinf(w).mean() for w, _ in found], truth, KANS_RUIM) == "unequal"


def rij(**more) -> Wachtrij:
    """A year of a small queue."""
    keer = more.pop("keer", 200)
    more["bezet"] = np.full(keer, more.get("bezet", 16))
    vast = {
        "per_dag": np.full(keer, 0.3),
        "duur": np.full(keer, 60.0),
        "plaatsen": np.full((keer, 1), 20),
        "stap_op": np.zeros(1),
        "spreiding": 0.6,
        "peildagen": (0.0, 180.0, 364.0),
    }
    return Wachtrij(**(vast | more))


def test_the_same_numbers_on_any_number_of_threads():
    een, twee, vier = (play(rij(voorrang=0.2, geduld=90.0), 3, threads) for threads in (1, 2, 4))
    for a, b, c in zip(een, twee, vier, strict=True):
        assert a.tobytes() == b.tobytes() == c.tobytes()


def test_more_places_never_lower_the_share_within_the_limit_of_the_same_persons():
    delen = [play(rij(plaatsen=np.full((200, 1), n)), 3).binnen[:, 0] for n in range(12, 26)]
    for minder, meer in pairwise(delen):
        assert (meer >= minder).all()
    assert delen[0].mean() < 0.5
    assert delen[-1].mean() > 0.9


def test_persons_are_conserved_and_those_who_wait_at_the_start_go_first():
    uit = play(rij(wachtend=12, bezet=20), 5)
    assert (uit.in_de_rij[:, 0] == 12).all()
    # A place comes free every three days: the twelve are in before anybody new.
    assert uit.wacht[:, 0].mean() > play(rij(bezet=20), 5).wacht[:, 0].mean()
    zonder = play(rij(plaatsen=np.zeros((200, 1), dtype=int), bezet=0), 5)
    assert (zonder.binnen[:, 0] == 0).all()
    # Nobody begins and nobody leaves: whoever asked is in line.
    assert (zonder.in_de_rij[:, 2] - zonder.gevraagd).std() < 1
    assert np.isinf(zonder.wacht).all()


def test_fewer_places_from_a_day_on_leave_everything_before_it_as_it_was():
    stappen = {"stap_op": np.array([0.0, 200.0]), "peildagen": (199.0, 364.0)}
    zonder = play(rij(plaatsen=np.full((200, 2), 20), **stappen), 3).in_de_rij
    met = play(rij(plaatsen=np.tile([20, 10], (200, 1)), **stappen), 3).in_de_rij
    assert met[:, 0].tobytes() == zonder[:, 0].tobytes()
    assert met[:, 1].mean() > zonder[:, 1].mean() + 10


def test_a_steady_start_is_steady():
    """What is taken at the start comes free as in a queue that ran for years: 18 places of 60 days are 0.3
    a day, in the first month as well as in the twelfth (standard error 0.12 and 0.2 of 9).
    """
    dagen = {"peildagen": (0.0, 30.0, 330.0, 360.0)}
    vol = rij(plaatsen=np.full((2000, 1), 18), keer=2000, bezet=18, wachtend=80, per_dag=np.full(2000, 0.5))
    rest = play(replace(vol, **dagen), 9).in_de_rij.mean(axis=0)
    assert 15 - (rest[1] - rest[0]) == pytest.approx(9, abs=0.5)
    assert 15 - (rest[3] - rest[2]) == pytest.approx(9, abs=0.8)
