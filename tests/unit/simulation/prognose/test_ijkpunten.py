"""What the forecast is held beside does what its source does, and untidy tables get an answer from all."""

import numpy as np
import pytest
from benchmarks.prognose.buur import peer
from benchmarks.prognose.geschiedenis import make_untidy
from benchmarks.prognose.meten import METHODEN, history

from koers.simulation.prognose.verblijven import GEEN, OPEN
from tests.unit.simulation.prognose.spellen import TOT, steady

VENSTER = 700


@pytest.fixture(scope="module")
def een_staat():
    """Young people of eleven at one level: one state of the peer."""
    s = steady(300, 100, jaren=4)
    maand = s.begin.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return s._replace(geboorte=maand - 11 * 12)


def by_hand(s, dagen: int) -> tuple[float, float]:
    """Expected and variance of one state, day by day, from counts of days."""
    dag = np.arange(TOT - VENSTER, TOT + 1)
    einde = np.where(s.einde == OPEN, OPEN, s.einde + 1)
    er = np.array([((s.begin <= d) & (einde > d)).sum() for d in dag], dtype=float)
    weg = np.array([(einde == d).sum() for d in dag])
    gisteren = np.append(er[0], er[:-1])
    mu, lam = float((weg / gisteren).mean()), (s.begin >= dag[0]).sum() / VENSTER
    stand, variantie = er[-1], 0.0
    for _ in range(dagen):
        variantie += mu * (1 - mu) * stand + lam
        stand = stand * (1 - mu) + lam
    return stand, variantie


def test_one_state_of_the_peer_is_as_by_hand(een_staat):
    verwacht, onder, boven = peer(een_staat, TOT, 730, VENSTER)
    stand, variantie = by_hand(een_staat, 730)
    assert verwacht == pytest.approx(stand, rel=1e-3)
    assert (boven - onder) == pytest.approx(4 * np.sqrt(variantie), rel=1e-3)


def test_the_band_of_the_peer_forgets_nobody_who_left(een_staat):
    """In balance counts differ by their square root; what two years of days add up to is far more."""
    verwacht, onder, boven = peer(een_staat, TOT, 730, VENSTER)
    assert boven - onder > 3 * 4 * np.sqrt(verwacht)


def test_the_window_of_the_peer_is_the_whole_table_by_default(een_staat):
    begin = int(een_staat.begin.min())
    assert peer(een_staat, TOT, 365) == peer(een_staat, TOT, 365, TOT - begin)
    assert peer(een_staat, TOT, 365) != peer(een_staat, TOT, 365, VENSTER)


def test_untidy_tables_get_an_answer_from_everybody():
    h = make_untidy(history("schok", 130, 3, 1), 4)
    s = h.bekend
    assert min((s.geboorte == GEEN).mean(), (s.route == GEEN).mean()) > 0.3
    assert (s.begin == s.einde).sum() > 5
    assert [(s.niveau == n).sum() for n in (1, 2, 3)] == [1, 1, 1]
    for methode in METHODEN.values():
        assert np.isfinite(methode(s, h.tot, 730)).all()
