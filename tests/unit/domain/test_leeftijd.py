"""The day of sixteen and a half, against a slow second way: a calendar walked day by day."""

import os
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest

from koers.domain.leeftijd import birthday_in, day_of_age, years_and_months
from koers.domain.personen import leeftijd
from koers.domain.weigering import Refused

EERSTE, DAGEN = date(1900, 1, 1), 87_000  # births until 2138, over the ordinary years 1900 and 2100
STAP = 1 if os.environ.get("KOERS_LANG") == "1" else 97
DAG = timedelta(days=1)


@cache
def walked(geboren: date) -> date:
    """Leaves home on the sixteenth birthday and walks on, a stroke on the wall for every month that is over.

    A month is over on the same day of the month, or on the last day of a month that has no such day.
    """
    dag = date(geboren.year + 16, geboren.month, 28 if geboren.day > 28 else geboren.day)
    while leeftijd(geboren, dag) < 16:
        dag += DAG
    verjaart, strepen = dag.day, 0
    while strepen < 6:
        dag += DAG
        if dag.day == verjaart or (dag.day < verjaart and (dag + DAG).day == 1):
            strepen += 1
    return dag


def disagreements(reken) -> list[date]:
    births = (EERSTE + timedelta(days=n) for n in range(0, DAGEN, STAP))
    return [geboren for geboren in births if reken(geboren) != walked(geboren)]


def test_every_birth_gives_the_day_that_the_walk_finds():
    assert disagreements(lambda geboren: day_of_age(geboren, 16, 6)) == []


@pytest.mark.parametrize(
    "fout",
    [
        lambda geboren: geboren + timedelta(days=round(16.5 * 365.25)),
        lambda geboren: day_of_age(geboren, 16, 6) + DAG,
        lambda geboren: day_of_age(geboren, 17, 6),
        # The months first and the birthday never: 31 August overflows into March.
        lambda geboren: (
            date(geboren.year + 16 + (geboren.month > 6), (geboren.month + 5) % 12 + 1, 1)
            + timedelta(days=geboren.day - 1)
        ),
    ],
)
def test_a_wrong_way_of_counting_is_met(fout):
    assert disagreements(fout)


@pytest.mark.parametrize(
    ("geboren", "dag"),
    [
        (date(2010, 2, 27), date(2026, 8, 27)),
        (date(2010, 2, 28), date(2026, 8, 28)),
        (date(2008, 2, 29), date(2024, 8, 29)),
        (date(2084, 2, 29), date(2100, 9, 1)),  # 2100 is an ordinary year: the birthday is 1 March
        (date(2009, 8, 31), date(2026, 2, 28)),
        (date(2009, 8, 28), date(2026, 2, 28)),
        (date(2007, 8, 31), date(2024, 2, 29)),
        (date(2007, 8, 29), date(2024, 2, 29)),
        (date(2010, 12, 31), date(2027, 6, 30)),
        (date(2010, 7, 1), date(2027, 1, 1)),
    ],
)
def test_known_days(geboren, dag):
    assert day_of_age(geboren, 16, 6) == dag


def test_a_leap_day_child_is_eighteen_on_the_first_of_march():
    assert day_of_age(date(2008, 2, 29), 18) == date(2026, 3, 1) == birthday_in(date(2008, 2, 29), 2026)
    assert day_of_age(date(2008, 2, 29), 20) == date(2028, 2, 29)


def test_whole_years_agree_with_the_age_of_a_person():
    for n in range(0, 40_000, 37):
        geboren = EERSTE + timedelta(days=n)
        for jaren in (12, 16, 18, 23):
            dag = day_of_age(geboren, jaren)
            assert (leeftijd(geboren, dag - DAG), leeftijd(geboren, dag)) == (jaren - 1, jaren)


def test_an_age_of_policy_is_years_and_months():
    assert years_and_months(Decimal("16.5")) == (16, 6)
    assert years_and_months(Decimal(18)) == (18, 0)
    with pytest.raises(Refused):
        years_and_months(Decimal("16.3"))
