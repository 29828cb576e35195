"""Supply against demand: the same counts as the engine, contracts on the day, one provider, gaps."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koers.analytics.engines import engine, layout
from koers.analytics.measures import definition
from koers.analytics.model import Selectie, Stand, Stroom, windows
from koers.analytics.model.definitions import Voorwaarde
from koers.analytics.zorglandschap import Contract, demand, gather, products_of, regions_of
from koers.analytics.zorglandschap import supply as supply_of
from koers.domain.spells import Spell

HIER, DAAR = "GM1731", "GM0106"
JAAR = windows("jaar", 2025, 2025)[0]
VANAF, TOT = date(2020, 1, 1), None


def contract(product="A1", hulpvorm="02", wie="Een", agb="11111111", regio="N", vanaf=VANAF, tot=TOT):
    return Contract(product, hulpvorm, wie, agb, regio, vanaf, tot)


def spell(begin, einde=None, *, wie="j1", product="A1", agb="11111111", gemeente=HIER):
    at = datetime(2025, 12, 1, tzinfo=UTC)
    return Spell(wie, "2012-04", "V", gemeente, "toegang", 4, product, agb, begin, einde, at)


def rows(spells):
    return layout.load_rows({"spells": spells}).rijen("spells")


def supply(contracten, spells, gemeenten, venster):
    return supply_of(contracten, rows(spells), gemeenten, venster)


CONTRACTEN = (
    contract(),
    contract(wie="Twee", agb="22222222"),
    contract("B1", "11", tot=date(2025, 7, 1)),
    contract("C1", "14", "Drie", "33333333", "Z"),
)
DAG = st.dates(date(2023, 1, 1), date(2026, 12, 31))
SPELL = st.builds(
    lambda begin, duur, wie, product, agb, gemeente: spell(
        begin,
        None if duur is None else begin + timedelta(days=duur),
        wie=wie,
        product=product,
        agb=agb,
        gemeente=gemeente,
    ),
    DAG,
    st.none() | st.integers(0, 900),
    st.sampled_from(["j1", "j2", "j3"]),
    st.sampled_from(["A1", "B1", "C1", "X9", None]),
    st.sampled_from(["11111111", "22222222", "33333333", None]),
    st.sampled_from([HIER, DAAR]),
)


@settings(max_examples=60)
@given(st.lists(SPELL, max_size=12))
def test_what_runs_and_begins_is_what_the_engine_counts(spells):
    """Two ways to count: rows by hand here, the measure with the product as a condition there."""
    motor = engine("in_memory")
    data = motor.load_rows({"spells": spells, "verwijzingen": []})
    beeld = supply(CONTRACTEN, spells, (HIER,), JAAR)
    for hulpvorm, codes in products_of(CONTRACTEN).items():
        uit = (Selectie("spells", (Voorwaarde("product", codes),)),)
        een = beeld.aanbod[hulpvorm]
        for maat, eigen in (
            (Stand(uit, tel="trajecten"), een.lopend),
            (Stroom(uit, tel="trajecten"), een.begonnen),
        ):
            gevonden = motor.compute(maat, data, (JAAR,), ("gemeente",))
            assert eigen == sum(u.teller for u in gevonden if u.groep[0] == HIER), (hulpvorm, maat)


@given(st.lists(SPELL, max_size=12))
def test_no_part_is_larger_than_its_whole(spells):
    for een in supply(CONTRACTEN, spells, (HIER, DAAR), JAAR).aanbod.values():
        assert een.zonder_contract <= een.begonnen
        assert een.grootste <= een.lopend
        assert (een.leverend == 0) == (een.lopend == 0)
        assert een.leverend <= een.lopend


@pytest.mark.parametrize(
    ("begin", "agb", "zonder"),
    [
        (date(2025, 6, 30), "11111111", 0),
        (date(2025, 7, 1), "11111111", 1),  # the first day after the contract
        (date(2025, 3, 1), "22222222", 1),  # a provider with a contract, but not for this
        (date(2025, 3, 1), None, 1),
    ],
)
def test_without_a_contract_is_about_the_provider_the_product_and_the_day(begin, agb, zonder):
    een = supply(CONTRACTEN, [spell(begin, product="B1", agb=agb)], (HIER,), JAAR).aanbod["11"]
    assert (een.begonnen, een.zonder_contract) == (1, zonder)


def test_the_last_day_of_help_counts_and_the_day_after_does_not():
    laatste, eerder = date(2025, 12, 31), date(2025, 12, 30)
    loopt = [spell(date(2025, 1, 1), laatste), spell(date(2025, 1, 1), eerder, wie="j2")]
    assert supply(CONTRACTEN, loopt, (HIER,), JAAR).aanbod["02"].lopend == 1


def test_a_contract_that_ended_leaves_a_gap():
    een = supply(CONTRACTEN, [spell(date(2025, 3, 1), product="B1")], (HIER,), JAAR).aanbod["11"]
    assert een.aanbieders == ()
    assert een.lopend == 1


def test_supply_is_of_the_region_that_the_municipality_buys_in():
    spells = [
        spell(date(2025, 1, 1)),
        spell(date(2025, 1, 1), wie="j2"),
        spell(date(2025, 2, 1), product="C1"),
    ]
    assert regions_of(CONTRACTEN, gather(rows(spells), (HIER,), JAAR), (HIER,)) == ("N",)
    beeld = supply(CONTRACTEN, spells, (HIER,), JAAR)
    assert beeld.aanbod["02"].aanbieders == ("Een", "Twee")
    assert beeld.aanbod["14"].aanbieders == ()  # only the other region has it
    assert beeld.aanbod["14"].lopend == 1


def test_a_product_of_no_contract_is_said_and_counts_in_no_form():
    beeld = supply(CONTRACTEN, [spell(date(2025, 3, 1), product="X9")], (HIER,), JAAR)
    assert beeld.onbekend == 1
    assert sum(een.begonnen for een in beeld.aanbod.values()) == 0


def test_who_waits_is_counted_with_the_wait_of_the_indicator():
    maten = demand("02", ("A1",))
    eigen, bekend = maten["wachttijd"].maat, definition("wachttijd").maat
    assert (eigen.van, eigen.tot, eigen.cohort, eigen.leeftijd) == (
        bekend.van,
        bekend.tot,
        bekend.cohort,
        bekend.leeftijd,
    )
    assert eigen.waar[-1].een_van == ("A1",)
