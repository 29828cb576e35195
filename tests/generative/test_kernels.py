"""The compiled engine says what the slow one says, on every kind of measure; and what would be met if not."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics.engines import in_memory, kernels, layout, walks
from koers.analytics.measures import measures
from koers.analytics.model import (
    Combinatie,
    Gebeurtenissen,
    Heropname,
    Leeftijd,
    MaatOngeldig,
    Selectie,
    Stand,
    Stroom,
    Uniek,
    Wachttijd,
    windows,
)
from koers.analytics.model.definitions import SOORTEN
from tests.generative.histories import (
    BY_KIND,
    crowds,
    examples,
    grids,
    groupings,
    history,
    planted_fault_is_met,
    towns,
)

ALLES = (Selectie("spells"),)
MET_LEEFTIJD = (Stand, Uniek, Stroom, Heropname, Combinatie, Gebeurtenissen, Wachttijd)
ZONDER_LEEFTIJD = ("declaraties", "ervaringen")  # no birth month in these tables
T_BEGIN = date(2022, 3, 1)


def answers(maat, tables, vensters, groepeer):
    """What both engines say."""
    fast = kernels.compute(maat, kernels.load_rows(tables), vensters, groepeer)
    return fast, in_memory.compute(maat, tables, vensters, groepeer)


@pytest.mark.parametrize("kind", BY_KIND, ids=lambda kind: kind.__name__)
def test_the_fast_engine_counts_what_the_slow_one_counts(kind):
    @examples(40, 100)  # together 400 here and 1,000 in the long run
    @given(people=towns, maat=BY_KIND[kind], vensters=grids, data=st.data())
    def agree(people, maat, vensters, data):
        groepeer = data.draw(groupings(maat).filter(lambda names: "leeftijd" not in names))
        fast, slow = answers(maat, history(people), vensters, groepeer)
        assert fast == slow

    agree()


def test_who_comes_back_near_the_limit_is_the_same():
    @examples(40, 100)
    @given(people=crowds, binnen=st.sampled_from((1, 2, 29, 30, 31, 89, 90)), vensters=grids)
    def agree(people, binnen, vensters):
        fast, slow = answers(Heropname(ALLES, binnen), history(people), vensters, ())
        assert fast == slow

    agree()


def test_every_kind_of_measure_is_generated():
    assert set(BY_KIND) == set(SOORTEN.values())


@pytest.mark.parametrize(
    "definitie", [d for m in measures().values() for d in m.values()], ids=lambda d: d.lezing
)
def test_every_indicator_is_the_same(definitie):
    @examples(4, 20)
    @given(people=crowds)
    def agree(people):
        fast, slow = answers(definitie.maat, history(people), windows("jaar", 2022, 2024), ("gemeente",))
        assert fast == slow

    agree()


def test_help_that_follows_on_is_one_stay(monkeypatch):
    """Planted: help that follows on without a gap counts as a new stay."""
    right = walks.stays
    monkeypatch.setattr(walks, "stays", lambda rijen, vorm, pauze, *more: right(rijen, vorm, -1, *more))
    with planted_fault_is_met():
        test_the_fast_engine_counts_what_the_slow_one_counts(Stroom)


@pytest.mark.parametrize(
    "kind", [Stand, Uniek, Stroom, Heropname, Combinatie], ids=lambda kind: kind.__name__
)
def test_the_first_day_without_help_is_no_day_of_help(kind, monkeypatch):
    """Planted: the half-open end is read as inclusive, so that help lasts a day too long."""
    right = layout._days

    def day_too_long(rijen, moment):
        begin, einde = right(rijen, moment)
        return begin, np.where(einde == layout.NOOIT, einde, einde + 1)

    monkeypatch.setattr(layout, "_days", day_too_long)
    with planted_fault_is_met():
        test_the_fast_engine_counts_what_the_slow_one_counts(kind)


def test_back_within_so_many_days_is_not_a_day_more(monkeypatch):
    """Planted: who comes back after 366 days counts as back within 365."""
    right = walks.stays

    def day_more(rijen, vorm, pauze, binnen, van, tot):
        return right(rijen, vorm, pauze, binnen + 1, van, tot)

    assert [_back_after(days) for days in (365, 366)] == [1, 0]
    monkeypatch.setattr(walks, "stays", day_more)
    assert [_back_after(days) for days in (365, 366)] == [1, 1]
    with planted_fault_is_met():
        test_who_comes_back_near_the_limit_is_the_same()


def _back_after(days):
    """How often somebody is counted as back who began again so many days after the last day of help."""
    first = next(s for s in history([1])["spells"] if s.einddatum)
    first = replace(first, begindatum=T_BEGIN, einddatum=T_BEGIN)
    again = replace(first, begindatum=T_BEGIN + timedelta(days=days), einddatum=None)
    found = kernels.compute(
        Heropname(ALLES, 365), kernels.load_rows({"spells": [first, again]}), windows("jaar", 2022, 2022)
    )
    return found[0].teller


@pytest.mark.parametrize("kind", MET_LEEFTIJD, ids=lambda kind: kind.__name__)
def test_who_turns_nineteen_stops_counting_that_month(kind):
    about_persons = BY_KIND[kind].filter(lambda maat: getattr(maat, "tabel", "") not in ZONDER_LEEFTIJD)

    @examples(40, 100)
    @given(people=crowds, maat=about_persons, vensters=grids)
    def agree(people, maat, vensters):
        fast, slow = answers(replace(maat, leeftijd=Leeftijd(0, 18)), history(people), vensters, ())
        assert fast == slow

    agree()


@pytest.mark.parametrize("kind", MET_LEEFTIJD, ids=lambda kind: kind.__name__)
def test_who_turned_too_old_does_not_count(kind, monkeypatch):
    """Planted: the upper age is a month too high."""
    right = kernels._bounds
    monkeypatch.setattr(kernels, "_bounds", lambda leeftijd: (right(leeftijd)[0], right(leeftijd)[1] + 1))
    with planted_fault_is_met():
        test_who_turns_nineteen_stops_counting_that_month(kind)


@pytest.mark.parametrize(
    "maat", [Stroom(ALLES, "uit", leeftijd=Leeftijd(0, 17)), Heropname(ALLES, 90, leeftijd=Leeftijd(0, 17))]
)
def test_rows_that_disagree_about_a_birth_month(maat):
    """The earliest that any row of the stay knows, as in the other engines."""

    @examples(40, 100)
    @given(people=towns, months=st.lists(st.sampled_from(("2005-01", "2006-06", None)), min_size=1))
    def agree(people, months):
        spells = history(people)["spells"]
        tables = {"spells": [replace(s, geboortemaand=months[i % len(months)]) for i, s in enumerate(spells)]}
        fast, slow = answers(maat, tables, windows("kwartaal", 2022, 2024), ("gemeente",))
        assert fast == slow

    agree()


def test_grouping_by_age_is_refused():
    with pytest.raises(MaatOngeldig, match="DuckDB"):
        kernels.compute(Stand(ALLES), kernels.load_rows({}), (), ("leeftijd",))


def test_persons_may_be_divided_over_threads(monkeypatch):
    data, vensters = kernels.load_rows(history(range(60))), windows("kwartaal", 2021, 2024)
    asked = (Stroom(ALLES), Uniek(ALLES), Combinatie(ALLES, ALLES), Heropname(ALLES))
    whole = [kernels.compute(maat, data, vensters, ("gemeente",)) for maat in asked]
    monkeypatch.setattr(kernels, "_VEEL_PERSONEN", 1)
    assert [kernels.compute(maat, data, vensters, ("gemeente",)) for maat in asked] == whole
    assert all(whole)


def test_of_many_groups_only_those_that_occur_are_kept(monkeypatch):
    tables, vensters = history(range(60)), windows("kwartaal", 2022, 2024)
    groepeer = ("gemeente", "niveau", "product", "aanbieder")
    monkeypatch.setattr(kernels, "_VEEL_GROEPEN", 1)
    for maat in (Stroom(ALLES, "uit"), Uniek(ALLES), Combinatie(ALLES, ALLES)):
        fast, slow = answers(maat, tables, vensters, groepeer)
        assert fast == slow
        assert len({u.groep for u in fast}) > 4


def test_windows_with_a_gap_between_them_count_each_by_itself():
    tables, vensters = history(range(30)), (*windows("jaar", 2022, 2022), *windows("maand", 2024, 2024))
    fast, slow = answers(Uniek(ALLES), tables, vensters, ("gemeente",))
    assert fast == slow
    assert fast
