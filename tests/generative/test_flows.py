"""Both engines say the same about how help flows, and the lines hang together with inflow and outflow."""

import ibis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics.engines import ibis_engine, ibis_flows, in_memory, in_memory_flows
from koers.analytics.model import Selectie, Stand, Stroom, Voorwaarde, windows
from koers.analytics.model.flows import Bestedingen, Lopend, Overleving, Paden, Persoonsdagen, Stapeling
from tests.generative.histories import HEAVY, ages, examples, grids, history, pauses, spells, towns

uit = spells.map(lambda s: (s,))
BY_KIND = {
    Persoonsdagen: st.builds(Persoonsdagen, uit),
    Overleving: st.builds(Overleving, uit, pauses),
    Lopend: st.builds(Lopend, uit, pauses),
    Stapeling: st.builds(Stapeling, uit, ages),
    Paden: st.builds(Paden, st.sampled_from(((Selectie("spells"),), (Selectie("spells", HEAVY),))), pauses),
    Bestedingen: st.sampled_from((Bestedingen(), Bestedingen((Voorwaarde("team", ("team_jeugd",)),)))),
}
groups = st.sampled_from(((), ("gemeente",), ("gemeente", "route"), ("niveau",)))


def answers(vraag, tables, vensters, groepeer):
    con = ibis_engine.load_rows(tables)
    try:
        fast = ibis_flows.flow(vraag, con, vensters, groepeer)
    finally:
        con.disconnect()
    return fast, in_memory_flows.flow(vraag, tables, vensters, groepeer)


@pytest.mark.parametrize("kind", BY_KIND, ids=lambda kind: kind.__name__)
def test_both_engines_give_the_same_lines(kind):
    @examples(20, 150)
    @given(people=towns, vraag=BY_KIND[kind], vensters=grids, groepeer=groups)
    def agree(people, vraag, vensters, groepeer):
        fast, slow = answers(vraag, history(people), vensters, groepeer)
        assert fast == slow

    agree()


@pytest.mark.parametrize("kind", BY_KIND, ids=lambda kind: kind.__name__)
def test_generated_questions_count_something(kind):
    seen = []

    @examples(40, 40)
    @given(people=towns, vraag=BY_KIND[kind])
    def look(people, vraag):
        seen.append(bool(in_memory_flows.flow(vraag, history(people), windows("jaar", 2022, 2024))))

    look()
    assert sum(seen) * 2 >= len(seen)


@examples(30, 300)
@given(people=towns, uit=uit, pauze=pauses, groepeer=st.sampled_from(((), ("gemeente",))))
def test_all_stops_together_are_the_outflow(people, uit, pauze, groepeer):
    tables, years = history(people), windows("kwartaal", 2022, 2024)
    stops = {}
    for regel in in_memory_flows.flow(Overleving(uit, pauze), tables, years, groepeer):
        stops[regel.periode, regel.groep] = stops.get((regel.periode, regel.groep), 0) + regel.aantallen[1]
        assert regel.aantallen[0] >= regel.aantallen[1] > 0
    out = in_memory.compute(Stroom(uit, "uit", pauze_dagen=pauze), tables, years, groepeer)
    assert stops == {(u.periode, u.groep): u.teller for u in out}


@examples(20, 200)
@given(people=towns, uit=uit)
def test_stacking_adds_up_to_the_stock(people, uit):
    tables, years = history(people), windows("jaar", 2022, 2024)
    lines = in_memory_flows.flow(Stapeling(uit), tables, years)
    for tel, number in (
        ("jeugdigen", lambda r: r.aantallen[0]),
        ("trajecten", lambda r: r.sleutel[0] * r.aantallen[0]),
    ):
        stock = {u.periode: u.teller for u in in_memory.compute(Stand(uit, tel), tables, years)}
        found = {}
        for regel in lines:
            found[regel.periode] = found.get(regel.periode, 0) + number(regel)
        assert found == stock


@examples(20, 200)
@given(people=towns, uit=uit, groepeer=groups)
def test_what_still_runs_adds_up_to_the_stock(people, uit, groepeer):
    tables, years, found = history(people), windows("kwartaal", 2022, 2024), {}
    for regel in in_memory_flows.flow(Lopend(uit), tables, years, groepeer):
        key = regel.periode, regel.groep
        found[key] = found.get(key, 0) + regel.aantallen[0]
    assert found == {
        (u.periode, u.groep): u.teller for u in in_memory.compute(Stand(uit), tables, years, groepeer)
    }


@examples(20, 200)
@given(people=towns, pauze=pauses)
def test_there_are_as_many_paths_as_times_that_help_began(people, pauze):
    tables, years, uit = history(people), windows("jaar", 2022, 2024), (Selectie("spells"),)
    paths = {}
    for regel in in_memory_flows.flow(Paden(uit, pauze), tables, years):
        paths[regel.periode] = paths.get(regel.periode, 0) + regel.aantallen[0]
    assert paths == {
        u.periode: u.teller for u in in_memory.compute(Stroom(uit, "in", pauze_dagen=pauze), tables, years)
    }


@pytest.mark.parametrize(
    "planted", [False, True], ids=["as it is", "planted: who came in late counts from the start"]
)
def test_forgetting_late_entry_is_noticed(monkeypatch, planted):
    """A stay that began long before the window may not stand among those at risk in its first days."""
    if planted:
        monkeypatch.setattr(ibis_flows, "_came_in_late", lambda rows: ibis.literal(0))
    vraag, differs = Overleving((Selectie("spells"),)), False
    for number in range(60):
        fast, slow = answers(
            vraag, history([number, number + 1000, number + 2000]), windows("jaar", 2023, 2023), ()
        )
        differs = differs or fast != slow
    assert differs is planted
