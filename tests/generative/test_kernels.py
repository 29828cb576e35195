"""The compiled walks say what the slow engine says, on every kind of measure that they count."""

from datetime import date

import numba
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics.engines import in_memory, kernels, walks
from koers.analytics.model import (
    Combinatie,
    Heropname,
    Leeftijd,
    Selectie,
    Stand,
    Stroom,
    Uniek,
    Voorwaarde,
    windows,
)
from koers.analytics.model.grouping import MaatOngeldig
from tests.generative.histories import GEMEENTEN, NIVEAUS, examples, grids, history, towns

niveaus = st.sets(st.sampled_from(NIVEAUS), min_size=1).map(lambda s: Voorwaarde("niveau", tuple(sorted(s))))
plaatsen = st.sampled_from(GEMEENTEN).map(lambda g: Voorwaarde("gemeente", (g,)))
selecties = st.lists(
    st.lists(st.one_of(niveaus, plaatsen), max_size=2).map(lambda waar: Selectie("spells", tuple(waar))),
    min_size=1,
    max_size=2,
).map(tuple)
pauzes = st.sampled_from((0, 1, 30))
SOORTEN = {
    Stand: st.builds(Stand, uit=selecties, tel=st.sampled_from(("jeugdigen", "trajecten"))),
    Uniek: st.builds(Uniek, uit=selecties),
    Stroom: st.builds(
        Stroom,
        uit=selecties,
        richting=st.sampled_from(("in", "uit")),
        tel=st.sampled_from(("jeugdigen", "trajecten")),
        pauze_dagen=pauzes,
    ),
    Heropname: st.builds(
        Heropname, uit=selecties, binnen_dagen=st.sampled_from((1, 31, 365)), pauze_dagen=pauzes
    ),
    Combinatie: st.builds(
        Combinatie,
        uit=selecties,
        met=selecties,
        verband=st.just("zelfde_dag"),
        wanneer=st.just("laatste_dag"),
    ),
}
GROEPEN = st.sampled_from(((), ("gemeente",), ("niveau",), ("gemeente", "niveau"), ("niveau", "route")))


def arrange(spells):
    """The rows of the slow engine as the fast one keeps them."""
    personen = {wie: nummer for nummer, wie in enumerate(dict.fromkeys(s.jeugdige for s in spells))}
    waarden = {
        naam: (*dict.fromkeys(getattr(s, naam) for s in spells if getattr(s, naam) is not None), None)
        for naam in kernels.KOLOMMEN
    }
    nummers = {naam: {value: nummer for nummer, value in enumerate(found)} for naam, found in waarden.items()}
    return kernels.arrange(
        np.array([personen[s.jeugdige] for s in spells], dtype=np.int64),
        np.array([_day(s.begindatum) for s in spells], dtype=np.int64),
        np.array([_after(s.einddatum) for s in spells], dtype=np.int64),
        {naam: np.array([nummers[naam][getattr(s, naam)] for s in spells]) for naam in kernels.KOLOMMEN},
        waarden,
    )


def _day(dag):
    return (dag - date(1970, 1, 1)).days


def _after(einddatum):
    return kernels.NOOIT if einddatum is None else _day(einddatum) + 1


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.__name__)
def test_the_walks_count_what_the_slow_engine_counts(soort):
    @examples(20, 100)
    @given(people=towns, maat=SOORTEN[soort], vensters=grids, groepeer=GROEPEN)
    def agree(people, maat, vensters, groepeer):
        tables = history(people)
        fast = kernels.compute(maat, arrange(tables["spells"]), vensters, groepeer)
        assert fast == in_memory.compute(maat, tables, vensters, groepeer)

    agree()


def test_a_walk_that_forgets_to_join_is_met(monkeypatch):
    """Planted: help that follows on without a gap counts as a new stay."""
    right = walks.stays
    monkeypatch.setattr(walks, "stays", lambda rijen, vorm, pauze, binnen: right(rijen, vorm, -1, binnen))
    with pytest.raises(AssertionError):
        test_the_walks_count_what_the_slow_engine_counts(Stroom)


@pytest.mark.parametrize(
    "maat",
    [
        Stand(uit=(Selectie("spells"),), leeftijd=Leeftijd(0, 17)),
        Stand(uit=(Selectie("lichte_hulp"),)),
        Stand(uit=(Selectie("spells", (Voorwaarde("product", ("45",)),)),)),
        Combinatie(uit=(Selectie("spells"),), met=(Selectie("spells"),), verband="vooraf"),
    ],
)
def test_what_it_does_not_count_is_refused(maat):
    with pytest.raises(MaatOngeldig, match="DuckDB"):
        kernels.compute(maat, arrange(history([1])["spells"]), (), ())


def test_the_number_of_threads_changes_nothing():
    spellen = arrange(history(range(60))["spells"])
    maat, vensters = Stroom(uit=(Selectie("spells"),)), windows("kwartaal", 2021, 2024)
    before, answers = numba.get_num_threads(), []
    for threads in (1, before):
        numba.set_num_threads(threads)
        answers.append(kernels.compute(maat, spellen, vensters, ("gemeente",)))
    assert answers[0] == answers[1]
    assert answers[0]
