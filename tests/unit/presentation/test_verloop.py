"""The line of a figure through the years, with the road to its target."""

import re

import pytest

from koers.presentation.beelden.verloop import Doel, Punt, verloop


def draw(waarden, doelen=(), *, open_vanaf=9999):
    punten = [
        Punt(2019 + n, waarde, "" if waarde is None else f"{waarde}%", open=2019 + n >= open_vanaf)
        for n, waarde in enumerate(waarden)
    ]
    return verloop(id="v", titel="Het verloop", omschrijving="Een lijn.", punten=punten, doelen=doelen)


def dots(beeld):
    """The middles of the dots, from left to right."""
    return [(float(x), float(y)) for x, y in re.findall(r'<circle[^>]*cx="([\d.]+)" cy="([\d.]+)"', beeld)]


def lines(beeld, klasse):
    return re.findall(rf'<line class="{klasse}"', beeld)


def test_every_told_figure_is_a_dot_and_years_go_from_left_to_right():
    found = dots(draw([9.5, 9.4, 8.9]))
    assert [x for x, _ in found] == sorted(x for x, _ in found)
    assert found[0][1] < found[1][1] < found[2][1]  # lower figures stand lower


def test_the_line_is_broken_where_nothing_may_be_told():
    beeld = draw([9.5, None, 9.0, 8.9])
    assert len(dots(beeld)) == 3
    assert len(lines(beeld, "verloop__lijn")) == 1


def test_what_can_still_change_is_open():
    assert draw([9.5, 9.4, 9.0], open_vanaf=2020).count("verloop__stip--open") == 2


def test_each_target_date_has_a_road_that_ends_at_its_value():
    beeld = draw([9.5, 9.4], [Doel(2027.0, 7.0, "doel: 7%"), Doel(2028.0, 7.0, "doel: 7%")])
    assert len(lines(beeld, "beeld__streep")) == 2
    assert beeld.count("doel: 7%") == 1  # said once
    hoogte = set(re.findall(r'<rect class="verloop__doel" x="[\d.]+" y="([\d.]+)"', beeld))
    assert len(hoogte) == 1


def test_zero_is_the_bottom_and_everything_stays_inside():
    for waarden in ([0.2, 0.1], [99.0, 3.0], [0.0, 0.0, 5.0], [12.0, 12.0]):
        for x, y in dots(draw(waarden, [Doel(2027.0, 7.0, "doel")])):
            assert 0 <= x <= 560
            assert 0 <= y <= 250


@pytest.mark.parametrize("waarden", [[], [None, None], [9.5], [None, 9.5]])
def test_fewer_than_two_figures_make_no_picture(waarden):
    assert draw(waarden) is None
