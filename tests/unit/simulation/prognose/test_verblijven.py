"""Stays out of spells: nobody twice, nothing from after the last known day, every origin told."""

import numpy as np
import pytest

from koers.simulation.prognose.blootstelling import count
from koers.simulation.prognose.klassen import GRENZEN, JAAR
from koers.simulation.prognose.rekenen import Vraag, forecast
from koers.simulation.prognose.verblijven import (
    AANSLUITEND,
    ERNAAST,
    NIEUW,
    TERUG,
    Spelkolommen,
    _order,
    make_verblijven,
)
from tests.unit.simulation.prognose.spellen import TOT, spells, steady


def test_rows_that_touch_or_come_twice_are_one_stay():
    rijen = [(1, 5, 100, 120), (1, 5, 121, 140), (1, 5, 121, 140), (1, 5, 110, 115), (1, 6, 130, 150)]
    v = make_verblijven(spells(*rijen, *reversed(rijen)), TOT)
    assert list(zip(v.staat, v.begin, v.einde, strict=True)) == [(4, 100, 141), (5, 130, 151)]


def test_a_later_start_is_not_there_and_a_later_end_is_not_known():
    v = make_verblijven(spells((1, 5, TOT - 10, TOT + 3), (2, 5, TOT + 1, None), (3, 4, TOT, TOT)), TOT)
    assert v.jeugdige.tolist() == [1, 3]
    assert v.loopt.tolist() == [True, True]  # help whose last day is today still counts today
    assert v.einde.tolist() == [TOT + 1, TOT + 1]


def test_an_end_before_the_start_does_not_count():
    assert len(make_verblijven(spells((1, 5, 500, 400)), TOT)) == 0


def test_how_each_stay_began():
    v = make_verblijven(
        spells(
            *((k, 4, 3000, 3100) for k in range(10, 20)),  # the table is complete from here
            (1, 5, 15_000, 15_100),
            (1, 6, 15_101, 15_200),
            (1, 7, 15_150, 15_160),
            (1, 5, 15_300, 15_310),
            (1, 5, 17_000, None),
        ),
        TOT,
    )
    een = v.jeugdige == 1
    assert v.soort[een].tolist() == [NIEUW, AANSLUITEND, ERNAAST, TERUG, NIEUW]
    assert v.sluit[een].tolist() == [False, True, False, True, True]


def test_days_and_ends_are_all_there_once():
    v = make_verblijven(steady(120, 200), TOT)
    b = count(v)
    gezien = sum(max(0, e - max(a, v.begin_telling)) for a, e in zip(v.begin, v.einde, strict=True))
    assert b.dagen.sum() == gezien
    assert b.einden.sum() == (~v.loopt & (v.einde > v.begin_telling)).sum() == b.oorzaak.sum()


def test_exposure_of_two_periods_adds_up():
    v = make_verblijven(steady(120, 200), TOT)
    midden = TOT - 700
    vroeg = make_verblijven(steady(120, 200), midden - 1)
    vanaf = max(v.begin_telling, vroeg.begin_telling)
    samen, geheel = count(vroeg, vanaf) + count(v, midden), count(v, vanaf)
    assert samen.dagen.sum() == geheel.dagen.sum()
    assert samen.einden.sum() == geheel.einden.sum()


def test_who_left_before_counting_began_is_not_missed():
    """Only survivors of the time before the window are in the table: the count starts at the first ends."""
    v = make_verblijven(steady(200, 300, jaren=3), TOT)
    assert abs(v.begin_telling - (TOT - 3 * 365)) < 40


def test_earlier_help_of_survivors_and_of_who_moved_away_does_not_make_the_table_older():
    """A register that began three years ago holds all help its people had before; and a few long gone.

    Taken for complete since then, it would seem that hardly anybody came in those days: that inflow grows.
    """
    spellen = steady(400, 300, jaren=3)
    er = np.flatnonzero(spellen.begin < TOT - 3 * 365 + 200)
    eerder = Spelkolommen(*(kolom[er] for kolom in spellen))
    eerder = eerder._replace(begin=eerder.begin - 900, einde=eerder.begin - 500)
    weg = spells(*((5_000 + i, 5, TOT - 3000 + 50 * i, TOT - 2950 + 50 * i) for i in range(20)))
    alles = Spelkolommen(*(np.concatenate(kolommen) for kolommen in zip(spellen, eerder, weg, strict=True)))
    v = make_verblijven(alles, TOT)
    assert abs(v.begin_telling - (TOT - 3 * 365)) < 95
    zonder, met = (forecast(t, Vraag(TOT, np.array([730]))).verwacht[0, 8] for t in (spellen, alles))
    assert met == pytest.approx(zonder, rel=0.06)


def test_an_end_in_the_month_of_eighteen_is_of_age_and_not_of_help():
    maand = 200
    achttien = int((maand + 0.5) * JAAR / 12 + GRENZEN[0] * JAAR)
    b = count(
        make_verblijven(
            spells((1, 5, achttien - 300, achttien, maand), (2, 5, achttien - 300, achttien + 200, maand)),
            TOT,
        )
    )
    assert b.einden.sum() == 1
    assert b.grens_bereikt[4].tolist() == [2, 0, 0]
    assert b.grens_voorbij[4].tolist() == [1, 0, 0]


@pytest.mark.parametrize("hoogst", [40, 2**40])
def test_order_is_that_of_a_sort_by_three_columns(hoogst):
    rng = np.random.default_rng(2)
    een, twee, drie = (rng.integers(-5, grens, 500) for grens in (hoogst, 9, hoogst))
    assert _order(een, twee, drie).tolist() == np.lexsort((drie, twee, een)).tolist()
