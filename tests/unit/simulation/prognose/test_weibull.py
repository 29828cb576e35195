"""The shape of a level: known curves come back, also when stays are cut off on both sides."""

import numpy as np
import pytest

from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen, make_verblijven
from koers.simulation.prognose.weibull import fit_weibull, shapes


def drawn(vorm: float, schaal: float, n: int = 40_000) -> np.ndarray:
    u = (np.arange(n) + 0.5) / n
    return np.floor(schaal * (-np.log(u)) ** (1 / vorm)).astype(np.int64)


@pytest.mark.parametrize("vorm", [0.6, 1.0, 1.7])
def test_a_known_curve_comes_back(vorm):
    duur = drawn(vorm, 300.0)
    kromme = fit_weibull(duur, np.ones(len(duur), dtype=bool))
    assert kromme.vorm == pytest.approx(vorm, rel=0.02)
    assert kromme.schaal == pytest.approx(300.0, rel=0.02)
    # What theory says of the error of a shape: vorm * sqrt(6 / n) / pi.
    assert kromme.fout == pytest.approx(vorm * np.sqrt(6 / len(duur)) / np.pi, rel=0.05)


@pytest.mark.parametrize("vorm", [0.7, 1.4])
def test_stays_cut_off_on_both_sides_change_nothing(vorm):
    duur = drawn(vorm, 300.0)
    vanaf = np.arange(len(duur)) * 7919 % 200
    einde = 150 + np.arange(len(duur)) * 104_729 % 400
    er = (duur >= vanaf) & (einde > vanaf)
    kromme = fit_weibull(np.minimum(duur, einde)[er], (duur < einde)[er], vanaf[er])
    assert abs(kromme.vorm - vorm) < 4 * kromme.fout
    # Left out, the days that were not followed make short stays look rare: what the test can find.
    fout = fit_weibull(np.minimum(duur, einde)[er], (duur < einde)[er])
    assert abs(fout.vorm - vorm) > 4 * fout.fout


def test_one_rate_is_ends_over_days():
    duur = drawn(1.0, 200.0)
    kromme = fit_weibull(np.minimum(duur, 250), duur < 250)
    tempo = (duur < 250).sum() / (np.minimum(duur, 250) + 0.5).sum()
    assert 1 / kromme.schaal == pytest.approx(tempo, rel=0.02)


def test_no_curve_without_ends_on_two_days():
    assert fit_weibull(np.array([], dtype=np.int64), np.array([], dtype=bool)) is None
    assert fit_weibull(np.array([5, 5, 9]), np.array([True, True, False])) is None


def test_a_level_with_few_ends_has_no_shape():
    n = 400
    begin = 19_000 - np.arange(n) * 3
    einde = begin + drawn(0.7, 100.0, n)[np.arange(n) * 7 % n] + 1
    niveau = np.where(np.arange(n) < 10, 8, 4)
    geen = np.full(n, GEEN)
    tabel = Spelkolommen(
        np.arange(n), geen, geen, niveau, begin, np.where(einde > 19_100, OPEN, einde), begin
    )
    found = shapes(make_verblijven(tabel, 19_100))
    assert set(found) == {4}
    assert abs(found[4].vorm - 0.7) < 4 * found[4].fout
