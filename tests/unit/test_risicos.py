"""How heavy a risk weighs, and when a figure warns."""

from decimal import Decimal
from itertools import product

import pytest

from koers.domain.risicos import SCHAAL, warns, weight


def test_a_larger_chance_or_impact_never_weighs_less():
    for kans, impact in product(SCHAAL, SCHAAL):
        for more in SCHAAL[SCHAAL.index(kans) :]:
            assert SCHAAL.index(weight(more, impact)) >= SCHAAL.index(weight(kans, impact))
            assert SCHAAL.index(weight(impact, more)) >= SCHAAL.index(weight(impact, kans))


@pytest.mark.parametrize(
    ("kans", "impact", "zwaarte"),
    [
        ("klein", "klein", "klein"),
        ("klein", "groot", "middel"),
        ("middel", "middel", "middel"),
        ("middel", "groot", "groot"),
        ("groot", "groot", "groot"),
    ],
)
def test_what_the_scale_means(kans, impact, zwaarte):
    assert weight(kans, impact) == zwaarte


@pytest.mark.parametrize(
    ("waarde", "kant", "warnt"),
    [
        ("10", "boven", False),
        ("10.01", "boven", True),
        ("9.99", "onder", True),
        ("10", "onder", False),
        (None, "onder", False),
    ],
)
def test_on_the_threshold_is_not_across_it(waarde, kant, warnt):
    assert warns(Decimal(waarde) if waarde else None, kant, Decimal("10")) is warnt
