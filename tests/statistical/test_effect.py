"""The effect of a proeftuin against generated counts of which the truth is known.

What is asked of a 95% interval: that it holds the truth at least 93 times in a hundred in every world tried.
It is the widest of two, so it may hold it more often; that it is never twice as wide as it had to be keeps it
from saying nothing at all.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest

from koers.analytics import effect
from koers.analytics.effect import estimate
from koers.domain.proeftuinen import Meting, verdict

KEREN = 1500


@dataclass(frozen=True)
class Wereld:
    """Noise in shares: `eenheid` per unit and period, `groep` per group and period. `trend`: of everybody."""

    groep: int = 3
    vergelijking: int = 6
    voor: int = 4
    na: int = 2
    omvang: int = 400
    niveau: float = 0.2
    effect: float = -0.03
    eenheid: float = 0.0
    per_groep: float = 0.0
    trend: float = 0.01
    uiteen: float = 0.0


def draw(world: Wereld, rng) -> list[Meting]:
    """Counts of one world. Units have their own level and size."""
    units, perioden = world.groep + world.vergelijking, world.voor + world.na
    sizes = rng.integers(world.omvang // 2, world.omvang * 2, units)
    levels = world.niveau + rng.normal(0, 0.02, units)
    shocks = rng.normal(0, world.per_groep, (2, perioden))
    rows = []
    for t, u in product(range(perioden), range(units)):
        mine, na = u < world.groep, t >= world.voor
        share = levels[u] + world.trend * t + shocks[int(mine), t] + rng.normal(0, world.eenheid)
        share += (world.effect * na + world.uiteen * t) * mine
        teller = rng.binomial(sizes[u], np.clip(share, 0.001, 0.999))
        rows.append(Meting(f"e{u:02}", mine, f"{t:02}", na, int(teller), int(sizes[u])))
    return rows


def held(world: Wereld, keren: int = KEREN) -> tuple[float, float, float]:
    """How often the interval holds the truth, the mean of the estimates in percentage points, and how many
    times as wide the interval is as what knows the true noise would make it."""
    rng = np.random.default_rng(20261130)
    found = [estimate(draw(world, rng)) for _ in range(keren)]
    truth = 100 * world.effect
    inside = np.mean([een.onder <= truth <= een.boven for een in found])
    verschil = np.array([een.verschil for een in found])
    half = np.mean([een.boven - een.onder for een in found]) / 2
    return float(inside), float(verschil.mean()), float(half / (1.96 * verschil.std()))


WERELDEN = {
    "chance of counting alone": Wereld(),
    "units differ from year to year": Wereld(eenheid=0.03),
    "a whole group shocks": Wereld(per_groep=0.02),
    "both": Wereld(eenheid=0.02, per_groep=0.02),
    "one municipality against eleven": Wereld(groep=1, vergelijking=11, voor=5, omvang=6000, eenheid=0.01),
    "one against one, over years": Wereld(groep=1, vergelijking=1, voor=5, na=3, per_groep=0.02),
    "few and rare": Wereld(groep=2, vergelijking=3, niveau=0.06, omvang=60, effect=-0.01, trend=0),
    "one period before and after": Wereld(groep=4, vergelijking=6, voor=1, na=1, eenheid=0.03),
}


@pytest.mark.parametrize("naam", WERELDEN)
def test_the_interval_holds_the_truth_as_often_as_it_says(naam):
    world = WERELDEN[naam]
    inside, mean, width = held(world)
    assert inside >= 0.93, f"{naam}: {inside:.3f}"
    assert width <= 2, f"{naam}: {width:.2f} times as wide"
    assert mean == pytest.approx(100 * world.effect, abs=0.35)


def test_without_the_noise_of_periods_the_interval_is_caught(monkeypatch):
    """The planted fault: only chance of counting counts, as in every test of two proportions."""
    monkeypatch.setattr(effect, "_extra", lambda *_: 0.0)
    assert held(WERELDEN["a whole group shocks"])[0] < 0.90
    assert held(WERELDEN["one municipality against eleven"])[0] < 0.90


def test_without_the_comparison_the_estimate_is_caught(monkeypatch):
    """The planted fault: before and after of the group alone, while everybody moves."""

    def before_and_after(tabel):
        own = effect._side(tabel, True)
        return float(own[tabel.na].mean() - own[~tabel.na].mean())

    monkeypatch.setattr(effect, "_difference", before_and_after)
    inside, mean, _width = held(WERELDEN["chance of counting alone"])
    assert inside < 0.90
    assert abs(mean - -3.0) > 0.35


def test_spread_of_units_alone_does_not_see_what_hits_a_whole_group(monkeypatch):
    """Why the widest of two is taken, and not the one with most values."""
    whole = effect._width
    monkeypatch.setattr(
        effect, "_width", lambda soort, *rest: whole(soort, *rest) if soort == "eenheden" else None
    )
    assert held(WERELDEN["a whole group shocks"])[0] < 0.90


def test_what_does_nothing_is_seldom_called_better_or_worse():
    rng = np.random.default_rng(3)
    nothing = Wereld(effect=0, per_groep=0.02, eenheid=0.02)
    found = [verdict(estimate(draw(nothing, rng)), "omlaag") for _ in range(KEREN)]
    assert np.mean([een in ("beter", "slechter") for een in found]) <= 0.06


def test_the_visible_difference_is_seen_about_eight_times_in_ten():
    rng = np.random.default_rng(4)
    world = Wereld(groep=6, vergelijking=8, voor=6, na=5, effect=0)
    zichtbaar = np.median([estimate(draw(world, rng)).zichtbaar for _ in range(300)]) / 100
    big = Wereld(**{**world.__dict__, "effect": -zichtbaar})
    found = [verdict(estimate(draw(big, rng)), "omlaag") for _ in range(KEREN)]
    assert (
        0.72
        <= np.mean([een == "beter" for een in found]) / (np.mean([een != "loopt_uiteen" for een in found]))
        <= 0.93
    )


def test_groups_that_part_before_the_start_are_met():
    rng = np.random.default_rng(5)
    apart = Wereld(voor=6, uiteen=-0.015, effect=0)
    alike = Wereld(voor=6, effect=0)
    met = [verdict(estimate(draw(apart, rng)), "omlaag") for _ in range(400)]
    quiet = [estimate(draw(alike, rng)).aanloop.oordeel for _ in range(KEREN)]
    assert np.mean([een == "loopt_uiteen" for een in met]) > 0.8
    assert np.mean([een == "uiteen" for een in quiet]) <= 0.07
