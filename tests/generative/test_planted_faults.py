"""Mistakes that are easily made in the fast engine, planted one by one: the generated histories find each."""

from dataclasses import replace

import ibis
import pytest
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from koers.analytics.engines import ibis_engine
from koers.analytics.model import (
    Combinatie,
    Gebeurtenissen,
    Heropname,
    Stand,
    Stroom,
    Uniek,
    Verandering,
    Wachttijd,
)
from tests.generative.histories import BY_KIND, crowds, grids, groupings, history
from tests.generative.test_twins import answers

SEARCH = settings(
    max_examples=400,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)

_run, _aged, _windows = ibis_engine._run, ibis_engine._aged, ibis_engine._windows
_stays, _re_entry, _runs, _goes_with, _wait, _count = (
    ibis_engine._stays,
    ibis_engine._re_entry,
    ibis_engine._runs,
    ibis_engine._goes_with,
    ibis_engine._wait,
    ibis_engine._count,
)


def exclusive_end(con, selectie, fixed):
    rows = _run(con, selectie, fixed)
    return rows.mutate(tot=ibis.ifelse(rows.tot == ibis_engine.ZONDER_EINDE, rows.tot, rows.tot - 1))


def running_help_forgotten(con, selectie, fixed):
    rows = _run(con, selectie, fixed)
    return rows.filter(rows.tot < ibis_engine.ZONDER_EINDE)


def forgotten_distinct(rows):
    return rows.count()


def age_at_wrong_day(rows, leeftijd, maand):
    return _aged(rows, replace(leeftijd, op="dag" if leeftijd.op == "1_januari" else "1_januari"), maand)


def age_a_month_late(rows, leeftijd, maand):
    return _aged(rows, leeftijd, maand - 1)


def last_age_left_out(rows, leeftijd, maand):
    last = leeftijd.tot_en_met
    return _aged(rows, leeftijd if last is None else replace(leeftijd, tot_en_met=last - 1), maand)


def window_a_day_too_long(vensters, wanneer="in_de_periode"):
    windows = _windows(vensters, wanneer)
    return windows.mutate(w_tot=windows.w_tot + 1)


def stock_on_the_first_day_after(vensters, wanneer="in_de_periode"):
    windows = _windows(vensters, wanneer)
    if wanneer != "laatste_dag":
        return windows
    return windows.mutate(w_van=windows.w_van + 1, w_tot=windows.w_tot + 1)


def only_the_end_just_before(runs, who):
    return runs.tot.lag().over(ibis.window(group_by=who, order_by=["begin", "tot"]))


def pause_a_day_short(maat, con, dims):
    return _stays(replace(maat, pauze_dagen=maat.pauze_dagen - 1), con, dims)


def re_entry_a_day_short(maat, con, vensters, dims):
    return _re_entry(replace(maat, binnen_dagen=maat.binnen_dagen - 1), con, vensters, dims)


def touching_is_overlap(maat, hits):
    if maat.verband != "zelfde_dag":
        return _goes_with(maat, hits)
    return ibis.greatest(hits.begin, hits.met_begin) <= ibis.least(hits.tot, hits.met_tot)


def unfinished_waits_left_out(maat, con, vensters, dims):
    return _wait(replace(maat, cohort="tot"), con, vensters, dims)


def double_rows_lost(con, selecties, dims):
    return _runs(con, selecties, dims).distinct()


def base_year_forgotten(maat, con, vensters, dims):
    return (
        _count(maat.van, con, vensters, dims)
        if isinstance(maat, Verandering)
        else _count(maat, con, vensters, dims)
    )


# The function that is replaced, by what, and the kinds of measures in which it shows.
FAULTS = {
    "exclusive end": ("_run", exclusive_end, (Stand, Uniek, Stroom)),
    "running help forgotten": ("_run", running_help_forgotten, (Stand, Uniek, Stroom)),
    "forgotten distinct": ("_persons", forgotten_distinct, (Uniek,)),
    "age at the wrong day": ("_aged", age_at_wrong_day, (Stand, Uniek, Stroom)),
    "age a month late": ("_aged", age_a_month_late, (Stand, Uniek, Stroom, Heropname)),
    "last age left out": ("_aged", last_age_left_out, (Stand, Uniek, Stroom)),
    "window a day too long": ("_windows", window_a_day_too_long, (Uniek, Stroom, Gebeurtenissen)),
    "stock on the first day after": ("_windows", stock_on_the_first_day_after, (Stand,)),
    "only the end just before": ("_earlier_end", only_the_end_just_before, (Stroom, Heropname)),
    "pause a day short": ("_stays", pause_a_day_short, (Stroom, Heropname)),
    "re-entry a day short": ("_re_entry", re_entry_a_day_short, (Heropname,)),
    "touching is overlap": ("_goes_with", touching_is_overlap, (Combinatie,)),
    "unfinished waits left out": ("_wait", unfinished_waits_left_out, (Wachttijd,)),
    "double rows lost": ("_runs", double_rows_lost, (Stand,)),
    "base year forgotten": ("_count", base_year_forgotten, (Verandering,)),
}


@st.composite
def questions(draw, kinds):
    """A history and something to ask about it."""
    maat = draw(st.one_of(*(BY_KIND[kind] for kind in kinds)))
    return maat, draw(crowds), draw(grids), draw(groupings(maat))


def disagree(question):
    maat, people, vensters, groepeer = question
    fast, slow = answers(maat, history(people), vensters, groepeer)
    return fast != slow


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name, monkeypatch):
    place, wrong, kinds = FAULTS[name]
    monkeypatch.setattr(ibis_engine, place, wrong)
    find(questions(kinds), disagree, settings=SEARCH)


def test_without_a_fault_nothing_is_found():
    with pytest.raises(NoSuchExample):
        find(questions((Stroom, Heropname)), disagree, settings=settings(SEARCH, max_examples=20))
