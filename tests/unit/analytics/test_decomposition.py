"""Why figures changed: counted by hand, and held to theory."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics.model.decomposition import (
    Jaarstroom,
    Uitgavenjaar,
    explain_growth,
    explain_spending,
    staying,
    tenths,
    unsure_from,
)

HALF = Fraction(1, 2)


def test_the_curve_of_the_textbook():
    """Times 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+ (a plus: still there)."""
    curve = staying([(6, 21, 3), (7, 17, 1), (10, 15, 1), (13, 12, 1), (16, 11, 1), (22, 7, 1), (23, 6, 1)])
    parts = [round(float(part), 3) for _, part in curve.punten]
    assert parts == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert curve.quantile(HALF) == 23
    assert curve.quantile(Fraction(3, 4)) is None
    assert curve.after(5) == 1
    assert curve.after(12) == curve.after(10)


def test_more_stops_than_persons_cannot_be():
    with pytest.raises(ValueError, match="persons"):
        staying([(3, 2, 3)])


def year(begin, instroom, uitstroom, dagen):
    return Jaarstroom(begin, instroom, uitstroom, begin + instroom - uitstroom, dagen)


BEFORE = year(1000, 600, 600, 365_000)


@pytest.mark.parametrize(
    ("nu", "oorzaak"),
    [
        (year(1000, 800, 600, 365_000), "instroom"),
        (year(1000, 600, 400, 365_000), "uitstroom"),
        (year(1000, 800, 400, 365_000), "beide"),
        (year(1000, 610, 590, 365_000), "geen"),
    ],
)
def test_tap_or_drain(nu, oorzaak):
    found = explain_growth(nu, BEFORE)
    assert found.oorzaak == oorzaak
    assert found.zonder_verandering + found.door_instroom + found.door_uitstroom == found.totaal
    assert (found.door_instroom, found.door_uitstroom) == (nu.instroom - 600, 600 - nu.uitstroom)


def test_a_fuller_basin_loses_more_with_the_same_drain():
    """Twice as many days with help: twice the outflow is the same drain."""
    found = explain_growth(year(2000, 600, 1200, 730_000), BEFORE)
    assert (found.door_instroom, found.door_uitstroom, found.zonder_verandering) == (0, 0, -600)
    assert found.oorzaak == "geen"


def test_a_small_municipality_is_not_told_a_story_about_chance():
    assert explain_growth(year(20, 14, 10, 7300), year(20, 10, 12, 7300)).oorzaak == "geen"


def test_a_curve_is_sure_until_fewer_than_five_are_at_risk():
    assert unsure_from([(10, 9, 2), (40, 5, 1), (90, 4, 1), (120, 3, 1)]) == 90
    assert unsure_from([(10, 9, 2), (40, 5, 5)]) is None


def test_without_help_before_there_is_nothing_to_compare():
    assert explain_growth(BEFORE, year(0, 0, 0, 0)) is None


def test_a_basin_that_leaks_is_noticed():
    with pytest.raises(ValueError, match="inflow"):
        Jaarstroom(10, 5, 3, 13, 100)


def test_spending_by_hand():
    """10 young people, 5 months each, 1,000 euro a month; then 12, 5 months, 1,000: all of it volume."""
    assert explain_spending(Uitgavenjaar(12, 60, 6_000_000), Uitgavenjaar(10, 50, 5_000_000)) is not None
    found = explain_spending(Uitgavenjaar(12, 60, 6_000_000), Uitgavenjaar(10, 50, 5_000_000))
    assert (found.totaal, found.volume, found.intensiteit, found.prijs) == (1_000_000, 1_000_000, 0, 0)
    # Only dearer; and two factors at once share what they make together: 2x3 from 1x1 is 5, each 2 or 3 last.
    dearer = explain_spending(Uitgavenjaar(10, 50, 6_000_000), Uitgavenjaar(10, 50, 5_000_000))
    assert (dearer.volume, dearer.intensiteit, dearer.prijs) == (0, 0, 1_000_000)
    both = explain_spending(Uitgavenjaar(2, 2, 600), Uitgavenjaar(1, 1, 100))
    assert (both.volume, both.intensiteit, both.prijs) == (200, 0, 300)


counts = st.integers(1, 5000)


@given(
    counts,
    st.integers(1, 9),
    st.integers(-(10**9), 10**12),
    counts,
    st.integers(1, 9),
    st.integers(0, 10**12),
)
def test_spending_adds_up_to_the_cent(n1, m1, c1, n0, m0, c0):
    found = explain_spending(Uitgavenjaar(n1, n1 * m1, c1), Uitgavenjaar(n0, n0 * m0, c0))
    assert found.volume + found.intensiteit + found.prijs == found.totaal == c1 - c0


@given(st.lists(st.fractions(-50, 50, max_denominator=97), min_size=3, max_size=3))
def test_tenths_add_up(delen):
    rest = round(sum(delen))
    delen[0] += rest - sum(delen)
    found = tenths(delen, rest)
    assert sum(found) == rest * 10
    assert all(abs(f - d * 10) < 1 for f, d in zip(found, delen, strict=True))
