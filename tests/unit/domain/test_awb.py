"""Terms of the Awb against vectors, known holidays, and a slow second way of counting."""

import random
from datetime import date, timedelta

import pytest

from koers.domain import awb
from koers.domain.awb import (
    Opschorting,
    Verdaging,
    decision_term,
    objection_term,
    recognised_holidays,
    working_day_before,
)
from koers.domain.weigering import Refused

DAG = timedelta(days=1)
# Easter Sundays as the almanac prints them.
PASEN = {
    2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2019: (4, 21), 2024: (3, 31),
    2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2030: (4, 21), 2038: (4, 25),
}  # fmt: skip


def test_the_worked_cases_of_the_law():
    assert decision_term(date(2026, 6, 9), weken=8) == date(2026, 8, 4)
    assert decision_term(date(2026, 6, 13), weken=8) == date(2026, 8, 10)
    assert objection_term(date(2026, 5, 2), weken=6) == date(2026, 6, 15)


@pytest.mark.parametrize("jaar", PASEN)
def test_easter_is_that_of_the_almanac(jaar):
    assert awb.easter(jaar) == date(jaar, *PASEN[jaar])


def test_the_holidays_are_those_that_the_law_names():
    assert recognised_holidays(2026) == {
        date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 4, 27), date(2026, 5, 5),
        date(2026, 5, 14), date(2026, 5, 25), date(2026, 12, 25), date(2026, 12, 26),
    }  # fmt: skip
    assert date(2025, 4, 26) in recognised_holidays(2025)  # the 27th is a Sunday
    assert date(2025, 4, 27) not in recognised_holidays(2025)
    assert date(2013, 4, 30) in recognised_holidays(2013)
    assert not awb.is_rest_day(date(2026, 12, 31))
    assert awb.is_rest_day(date(2026, 12, 31), [date(2026, 12, 31)])


# --- the oracle: a calendar drawn by hand, day by day, with its own Easter --------------------------------


def gauss_easter(year: int) -> date:
    """Gauss's rule for the Gregorian calendar of 1900-2099, with its two exceptions."""
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + 24) % 30
    e = (2 * b + 4 * c + 6 * d + 5) % 7
    if (d, e) in {(29, 6)} or ((d, e) == (28, 6) and a > 10):
        return date(year, 3, 22) + timedelta(days=d + e - 7)
    return date(year, 3, 22) + timedelta(days=d + e)


def slow_free(dag: date) -> bool:
    if dag.isoweekday() in (6, 7) or (dag.month, dag.day) in {(1, 1), (5, 5), (12, 25), (12, 26)}:
        return True
    if dag.year >= 2014 and (dag.month, dag.day) == (4, 27):
        return True  # on a Sunday it is the weekend already; the day before is a Saturday
    if dag.year < 2014 and (dag.month, dag.day) == (4, 30):
        return True
    return (dag - gauss_easter(dag.year)).days in (-2, 1, 39, 50)


def slow_last_day(ontvangen: date, weken: int, stil: list[Opschorting]) -> date:
    """Cross off one day of the calendar after the other."""
    crossed, dag = 0, ontvangen
    while True:
        dag = dag + DAG
        waiting = False
        for o in stil:
            after = o.aangevuld if o.aangevuld and o.aangevuld <= o.hersteldatum else o.hersteldatum + DAG
            waiting = waiting or (o.gevraagd + DAG <= dag < after)
        if waiting:
            continue
        crossed += 1
        if crossed >= weken * 7 and not slow_free(dag):
            return dag


def test_every_day_of_twenty_years_ends_as_by_the_slow_way():
    for ahead in range(20 * 366):
        dag = date(2010, 1, 1) + timedelta(days=ahead)
        assert awb.is_rest_day(dag) == slow_free(dag), dag
        assert decision_term(dag, weken=8) == slow_last_day(dag, 8, []), dag
        assert objection_term(dag, weken=6) == slow_last_day(dag, 6, []), dag


def test_terms_that_stood_still_end_as_by_the_slow_way():
    chance = random.Random(20260609)
    for _ in range(1_000):
        ontvangen = date(2015, 1, 1) + timedelta(days=chance.randrange(7_000))
        stil, dag = [], ontvangen
        for _ in range(chance.randrange(4)):
            dag += timedelta(days=chance.randrange(30))
            herstel = dag + timedelta(days=chance.randrange(1, 30))
            given = dag + timedelta(days=chance.randrange(1, 45)) if chance.random() < 0.6 else None
            stil.append(Opschorting(dag, herstel, given))
        assert decision_term(ontvangen, weken=8, opschortingen=stil) == slow_last_day(ontvangen, 8, stil)


# --- what a person would ask ------------------------------------------------------------------------------


def test_the_term_stands_still_while_the_applicant_supplies():
    # Asked on the 10th, given on the 17th: the 11th up to the 16th do not count, six days.
    stil = [Opschorting(date(2026, 6, 10), date(2026, 6, 24), date(2026, 6, 17))]
    assert decision_term(date(2026, 6, 9), weken=8, opschortingen=stil) == date(2026, 8, 10)
    # Not given: the 11th up to the 24th, fourteen days. Given too late changes nothing about that.
    for given in (None, date(2026, 7, 20)):
        late = [Opschorting(date(2026, 6, 10), date(2026, 6, 24), given)]
        assert decision_term(date(2026, 6, 9), weken=8, opschortingen=late) == date(2026, 8, 18)


def test_a_later_day_that_was_named_holds_and_moves_with_what_stood_still_after_it():
    named = Verdaging(date(2026, 7, 30), date(2026, 9, 1))
    assert decision_term(date(2026, 6, 9), weken=8, verdaging=named) == date(2026, 9, 1)
    stil = [Opschorting(date(2026, 8, 10), date(2026, 8, 20), date(2026, 8, 13))]
    moved = decision_term(date(2026, 6, 9), weken=8, verdaging=named, opschortingen=stil)
    assert moved == date(2026, 9, 3)


def test_deciding_later_is_said_within_the_term_and_names_a_later_day():
    last = date(2026, 8, 4)
    awb.check_verdaging(Verdaging(last, date(2026, 8, 5)), last)
    for verdaging, code in [
        (Verdaging(date(2026, 8, 5), date(2026, 9, 1)), "verdaging_te_laat"),
        (Verdaging(date(2026, 7, 1), last), "verdaging_niet_later"),
        (Verdaging(date(2026, 7, 1), date(9999, 12, 31)), "termijn_te_ver"),
    ]:
        with pytest.raises(Refused) as refused:
            awb.check_verdaging(verdaging, last)
        assert refused.value.code == code


def test_a_dwangsom_begins_when_two_weeks_have_passed_and_ends_after_42_days():
    som = awb.penalty_days(date(2026, 8, 5), date(2026, 8, 4), weken=2, dagen=42)
    assert (som.eerste_dag, som.laatste_dag) == (date(2026, 8, 20), date(2026, 9, 30))
    with pytest.raises(Refused) as refused:
        awb.penalty_days(date(2026, 8, 4), date(2026, 8, 4), weken=2, dagen=42)
    assert refused.value.code == "ingebrekestelling_te_vroeg"


@pytest.mark.parametrize(
    ("dag", "vorige"),
    [
        (date(2026, 12, 1), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 27)),  # Monday: what was done on Friday is still new
        (date(2026, 4, 7), date(2026, 4, 2)),  # after Easter: Good Friday counts as a holiday (lid 3)
        (date(2027, 1, 4), date(2026, 12, 31)),
    ],
)
def test_the_working_day_before_passes_over_weekends_and_holidays(dag, vorige):
    assert working_day_before(dag) == vorige
