"""Fewer refusals act on those outside the allowed grounds alone, and two positions share their luck."""

import numpy as np
import pytest

from koers.domain.bereik import Bereik
from koers.simulation.prognose.weigeringen import play_refusals

DAGEN, EFFECT = Bereik(14, 42, 120), Bereik(0.3, 1.0, 1.1)


def test_nothing_falls_away_before_it_begins_and_then_as_much_as_the_lever():
    vast = (Bereik.exactly(10), Bereik.exactly(1.0))
    niets, half = play_refusals(400, 100, [0.0, 0.5], vast)
    assert (niets.met, niets.dagen.midden) == (niets.zonder, 0.0)
    assert half.zonder == niets.zonder
    assert half.zonder.midden == pytest.approx(400, rel=0.02)
    assert half.met.midden == pytest.approx(400 - 50, rel=0.02)
    assert half.dagen.midden == pytest.approx(50 * 10, rel=0.03)


def test_on_allowed_grounds_a_provider_may_always_refuse():
    (alles,) = play_refusals(40, 0, [1.0], (DAGEN, EFFECT))
    assert alles.met == alles.zonder


def test_more_of_the_lever_is_never_less_and_the_range_is_in_the_band():
    jaren = play_refusals(60, 40, np.linspace(0, 1, 6), (DAGEN, EFFECT))
    assert (np.diff([een.dagen.midden for een in jaren]) > 0).all()
    assert len({een.zonder for een in jaren}) == 1
    vol = jaren[-1]
    assert vol.dagen.boven > 3 * vol.dagen.onder
    assert vol.met.onder >= 0
