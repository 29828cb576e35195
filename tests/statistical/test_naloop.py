"""What is still to come in, on histories whose delay is known: not biased, and as sure as it says."""

from datetime import date, timedelta
from statistics import fmean

import numpy as np
import pytest

from koers.analytics import naloop
from koers.analytics.model.windows import windows
from koers.analytics.naloop import Gebeurd, delays, expected

STAND = date(2026, 3, 31)
BEGIN = date(2023, 6, 1)
MAANDEN = [m for m in windows("maand", 2025, 2026) if m.tot_datum <= STAND + timedelta(days=1)]
GESCHIEDENISSEN = 150


def history(seed: int, per_day: float = 1.5, mean_delay: float = 40.0) -> list[Gebeurd]:
    """All that happened, also what was not written down yet: three times as much on the first of a month,
    delays that are a mixture of at once and gamma with a long tail."""
    r = np.random.default_rng([20260331, seed])
    found = []
    for n in range((STAND - BEGIN).days + 1):
        dag = BEGIN + timedelta(days=n)
        for _ in range(r.poisson(per_day * (10 if dag.day == 1 else 0.7))):
            late = 0 if r.random() < 0.25 else int(r.gamma(1.2, mean_delay / 1.2))
            found.append(Gebeurd(dag, dag + timedelta(days=min(late, 340))))
    return found


def tried(histories: int = GESCHIEDENISSEN, **how) -> dict[str, list[tuple[float, int, int, int]]]:
    """Per month of every history: expected, its bounds, and what it became in the end."""
    found: dict[str, list[tuple[float, int, int, int]]] = {}
    for seed in range(histories):
        alles = history(seed, **how)
        known = [een for een in alles if een.gemeld <= STAND]
        for maand, venster in zip(
            expected(known, delays(known, STAND), MAANDEN, STAND), MAANDEN, strict=True
        ):
            if maand.verwacht is not None:
                truth = sum(venster.begindatum <= een.datum < venster.tot_datum for een in alles)
                found.setdefault(maand.maand, []).append((maand.verwacht, maand.onder, maand.boven, truth))
    return found


@pytest.fixture(scope="module")
def outcomes():
    return tried()


def bias(outcome) -> float:
    """The mean of what is expected over what it became, minus one."""
    return fmean(e for e, *_ in outcome) / fmean(truth for *_, truth in outcome) - 1


def check_bias(outcomes) -> None:
    """Within two parts in a hundred in every month; a standard error is at most half of that."""
    assert "2026-03" in outcomes
    for maand, outcome in outcomes.items():
        assert abs(bias(outcome)) < 0.02, (maand, bias(outcome))


def test_what_is_expected_is_not_biased(outcomes):
    check_bias(outcomes)


def test_what_is_reported_is(outcomes):
    """Else the test above would pass with no correction at all."""
    alles = [een for seed in range(20) for een in history(seed)]
    march = [een for een in alles if een.datum >= date(2026, 3, 1)]
    assert sum(een.gemeld <= STAND for een in march) < 0.6 * len(march)


def test_eight_of_ten_intervals_hold_the_truth(outcomes):
    for maand in ("2026-01", "2026-02", "2026-03"):
        inside = fmean(onder <= truth <= boven for _, onder, boven, truth in outcomes[maand])
        # Nominally 0.8, a little more because numbers are whole; 150 tries have a standard error of 0.033.
        assert 0.72 < inside < 0.93, (maand, inside)


def test_few_events_have_honest_intervals_too():
    outcomes = tried(100, per_day=0.2)
    inside = fmean(onder <= truth <= boven for _, onder, boven, truth in outcomes["2026-02"])
    assert 0.72 < inside < 0.98, inside


def test_planted_fault_ignoring_truncation_is_met(monkeypatch):
    """All delays seen so far, as if each could have been of any length."""
    monkeypatch.setattr(
        naloop, "_at_risk", lambda seen: [sum(d <= k for _, d in seen) for k in range(naloop.LANGSTE + 1)]
    )
    with pytest.raises(AssertionError):
        check_bias(tried(30))


def test_planted_fault_an_interval_of_chance_alone_is_met(monkeypatch):
    """Forgetting that something is still to come at all."""
    monkeypatch.setattr(naloop, "_quantiles", lambda mean, variance: (round(mean), round(mean)))
    outcome = tried(40)["2026-02"]
    assert not 0.72 < fmean(onder <= truth <= boven for _, onder, boven, truth in outcome) < 0.93
