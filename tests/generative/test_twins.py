"""The two engines agree exactly, on every kind of measure, over generated histories."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics.engines import ibis_engine, in_memory
from koers.analytics.measures import measures
from koers.analytics.model import Stand, Stroom, windows
from koers.analytics.model.definitions import SOORTEN
from tests.generative.histories import (
    BY_KIND,
    EDGES,
    crowds,
    examples,
    grids,
    groupings,
    history,
    selections,
    towns,
)

# Together 150 examples here and 1,000 in the long run.
PER_KIND = examples(15, 100)


def answers(maat, tables, vensters, groepeer):
    """What both engines say."""
    con = ibis_engine.load_rows(tables)
    try:
        fast = ibis_engine.compute(maat, con, vensters, groepeer)
    finally:
        con.disconnect()
    return fast, in_memory.compute(maat, tables, vensters, groepeer)


@pytest.mark.parametrize("kind", BY_KIND, ids=lambda kind: kind.__name__)
def test_both_engines_give_the_same_figures(kind):
    @PER_KIND
    @given(people=towns, maat=BY_KIND[kind], vensters=grids, data=st.data())
    def agree(people, maat, vensters, data):
        fast, slow = answers(maat, history(people), vensters, data.draw(groupings(maat)))
        assert fast == slow

    agree()


def test_every_kind_of_measure_is_generated():
    assert set(BY_KIND) == set(SOORTEN.values())


@pytest.mark.parametrize("kind", BY_KIND, ids=lambda kind: kind.__name__)
def test_generated_measures_count_something(kind):
    """Engines that agree on nothing would prove nothing: at least one in ten examples counts."""
    seen = []

    @examples(60, 60)
    @given(people=towns, maat=BY_KIND[kind])
    def look(people, maat):
        found = in_memory.compute(maat, history(people), windows("jaar", 2022, 2024))
        seen.append(any(u.teller > 0 for u in found))

    look()
    assert sum(seen) * 10 >= len(seen)


def test_every_trouble_is_generated():
    seen = set()

    @examples(300, 300)
    @given(people=towns)
    def look(people):
        seen.update(troubles(history(people)["spells"]))

    look()
    assert seen >= {
        "no end",
        "no day",
        "one day",
        "overlap",
        "follows on",
        "same-day change of level",
        "pause",
        "move",
        "twin",
        "leap month",
        "unknown age",
        "turns 18",
        "turns 19",
        "edge of a year",
    }


def troubles(spells):
    """What is difficult in these stretches of help."""
    for s in spells:
        length = None if s.einddatum is None else (s.einddatum - s.begindatum).days
        yield from (
            ("no end",)
            if length is None
            else ("no day",)
            if length < 0
            else ("one day",)
            if length == 0
            else ()
        )
        yield from ("leap month",) if s.geboortemaand == "2004-02" else ()
        yield from ("unknown age",) if s.geboortemaand is None else ()
        yield from ("twin",) if s.jeugdige.endswith("tweeling") else ()
        yield from ("edge of a year",) if s.begindatum in EDGES else ()
        for years in (18, 19):
            if s.geboortemaand and s.einddatum:
                birthday = f"{int(s.geboortemaand[:4]) + years}{s.geboortemaand[4:]}-01"
                yield from (
                    (f"turns {years}",)
                    if s.begindatum.isoformat() < birthday <= s.einddatum.isoformat()
                    else ()
                )
    for one, two in pairwise(spells):
        if one.jeugdige == two.jeugdige and one.einddatum and two.begindatum >= one.begindatum:
            gap = (two.begindatum - one.einddatum).days
            yield "overlap" if gap < 0 else "follows on" if gap == 1 else "pause" if gap > 1 else "same day"
            yield from ("move",) if one.gemeente != two.gemeente else ()
            yield from ("same-day change of level",) if gap == 0 and one.niveau != two.niveau else ()


@examples(30, 300)
@given(people=towns, uit=selections, groepeer=st.sampled_from(((), ("gemeente",))))
def test_stock_is_stock_before_plus_inflow_minus_outflow(people, uit, groepeer):
    """Per group, exactly, in every quarter; the engine that is read decides."""
    quarters, tables = windows("kwartaal", 2022, 2024), history(people)

    def count(maat):
        return {(u.periode, u.groep): u.teller for u in in_memory.compute(maat, tables, quarters, groepeer)}

    stock, into, out = count(Stand(uit)), count(Stroom(uit, "in")), count(Stroom(uit, "uit"))
    for before, after in pairwise(quarters):
        for groep in {groep for _, groep in stock | into | out}:
            moved = into.get((after.naam, groep), 0) - out.get((after.naam, groep), 0)
            assert stock.get((after.naam, groep), 0) == stock.get((before.naam, groep), 0) + moved


@examples(1, 15)
@given(people=crowds)
def test_every_published_indicator_runs_on_both_engines(people):
    tables = history(people)
    for readings in measures().values():
        for definitie in readings.values():
            fast, slow = answers(definitie.maat, tables, windows("jaar", 2023, 2024), definitie.groepeer)
            assert fast == slow
