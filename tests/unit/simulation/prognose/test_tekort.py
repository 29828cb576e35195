"""A shortage of places: without one nothing changes, with one the line is that of a fluid queue."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from koers.simulation.prognose.tekort import helped_and_waiting

MAANDEN = 60
DAGEN = np.full(MAANDEN, 30.0)
T = 300.0


def play(nodig, plaatsen):
    return helped_and_waiting(
        np.atleast_2d(np.asarray(nodig, dtype=float)), np.full(MAANDEN, plaatsen), DAGEN, T
    )


@given(st.lists(st.floats(0, 500), min_size=MAANDEN, max_size=MAANDEN))
def test_with_room_for_everybody_the_forecast_stays_as_it_was(nodig):
    geholpen, wacht = play(nodig, 1_000)
    assert np.allclose(geholpen[0], nodig)
    assert np.allclose(wacht, 0)


@given(st.lists(st.floats(0, 500), min_size=MAANDEN, max_size=MAANDEN), st.floats(1, 400), st.floats(0, 100))
def test_nobody_is_lost_and_fewer_places_never_shorten_the_line(nodig, plaatsen, minder):
    geholpen, wacht = play(nodig, plaatsen)
    krap = play(nodig, max(plaatsen - minder, 0))[1]
    assert (wacht >= -1e-6).all()
    assert (krap >= wacht - 1e-6).all()
    # Whoever came in is helped, has gone, or waits.
    uit = geholpen[0, :-1].sum() * 0.1
    kwam = sum(nu - toen * 0.9 for toen, nu in itertools.pairwise(nodig))
    assert np.isclose(geholpen[0, 0] + kwam, geholpen[0, -1] + uit + wacht[0, -1])


def test_above_the_limit_the_line_grows_by_what_comes_less_what_goes():
    """Fluid limit of M/M/c: rate in minus c / T, once all places are taken."""
    _, wacht = play(np.full(MAANDEN, 100.0), 80.0)
    groei = np.diff(wacht[0])[30:]
    assert np.allclose(groei, (100 - 80) / T * 30)


def test_planted_a_queue_that_forgets_who_waited_is_met():
    nodig = np.concatenate([np.full(30, 100.0), np.full(30, 40.0)])
    geholpen, wacht = play(nodig, 80.0)
    # When fewer come, those who wait are helped first: more are in help than come in anew.
    assert wacht[0, 29] > 0
    assert geholpen[0, 31] > nodig[31]
