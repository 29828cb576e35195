"""Spending: every split adds up to the cent, whatever the amounts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.toewijzingsberichten import Omvang
from koers.domain.uitgaven import (
    SOORTEN,
    Gedeclareerd,
    Jaarmaat,
    Uitgavenregel,
    Verplichting,
    check_uitgave,
    committed,
    decompose,
    late,
    not_invoiced,
    per_kind,
    split,
    spread,
)
from koers.domain.weigering import Refused

GM = "GM1731"
centen = st.integers(-(10**9), 10**9)
posten = st.lists(
    st.builds(
        Gedeclareerd,
        st.sampled_from(("2025-12", "2026-01", "2026-07")),
        centen,
        st.sampled_from(("", "6.72a", "6.74b")),
        st.sampled_from((None, 4, 5, 8)),
        st.sampled_from((None, "toegang", "medisch")),
        st.sampled_from((2025, 2026)),
    )
)
regels = st.lists(
    st.builds(
        Uitgavenregel,
        st.just(GM),
        st.sampled_from(("2025-12", "2026-01")),
        st.sampled_from(SOORTEN[1:]),
        st.sampled_from(("begroting", "wijziging", "uitgave")),
        centen,
        st.none(),
        st.none(),
    )
)


@given(posten, regels)
def test_the_kinds_add_up_to_all_of_it_and_so_does_every_split(zorg, regels):
    lijst = per_kind(2026, zorg, regels, {})
    dit = [p for p in zorg if p.maand.startswith("2026")]
    spent = sum(p.cent for p in dit) + sum(
        r.bedrag_cent for r in regels if r.maand.startswith("2026") and r.kant == "uitgave"
    )
    assert lijst[-1].uitgegeven == sum(r.uitgegeven for r in lijst[:-1]) == spent
    assert lijst[-1].over == sum(r.over for r in lijst[:-1])
    for veld in ("taakveld", "niveau", "route"):
        assert sum(split(dit, veld).values()) == sum(p.cent for p in dit)


def test_planted_a_split_that_leaves_out_what_has_no_level_does_not_add_up():
    zorg = [
        Gedeclareerd("2026-01", 5, "6.72a", None, None, 2026),
        Gedeclareerd("2026-01", 7, "", 4, None, 2026),
    ]
    lost = {niveau: cent for niveau, cent in split(zorg, "niveau").items() if niveau}
    assert sum(lost.values()) != sum(split(zorg, "taakveld").values()) == sum(split(zorg, "niveau").values())


@given(centen, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(0, 900))
def test_an_amount_over_months_loses_no_cent_and_goes_by_days(bedrag, begin, dagen):
    eind = begin + timedelta(days=dagen)
    delen = spread(bedrag, begin, eind)
    assert sum(delen.values()) == bedrag
    assert list(delen) == sorted({f"{begin + timedelta(days=n):%Y-%m}" for n in range(dagen + 1)})
    if len(delen) > 2:
        per_dag = bedrag / (dagen + 1)
        assert all(abs(cent) <= abs(per_dag) * 31 + 1 for cent in delen.values())


@given(*[st.builds(Jaarmaat, st.integers(0, 500), st.integers(0, 90_000), st.integers(0, 10**10))] * 2)
def test_volume_times_intensity_times_price_explains_every_cent(toen, nu):
    uit = decompose(toen, nu)
    if not (toen.jeugdigen and toen.dagen and nu.jeugdigen and nu.dagen):
        assert uit is None
        return
    assert uit.volume + uit.intensiteit + uit.prijs == nu.cent - toen.cent


def test_each_cause_by_itself_is_called_by_its_name():
    toen = Jaarmaat(10, 1_000, 50_000)
    for nu, naam, cent in (
        (Jaarmaat(12, 1_200, 60_000), "volume", 10_000),
        (Jaarmaat(10, 1_100, 55_000), "intensiteit", 5_000),
        (Jaarmaat(10, 1_000, 51_000), "prijs", 1_000),
    ):
        uit = decompose(toen, nu)
        assert {
            veld: getattr(uit, veld) for veld in ("volume", "intensiteit", "prijs") if getattr(uit, veld)
        } == {naam: cent}


def test_late_is_what_came_in_this_year_for_an_earlier_one():
    zorg = [
        Gedeclareerd("2025-12", 5, "", 4, None, 2026),
        Gedeclareerd("2025-12", 7, "", 4, None, 2025),
        Gedeclareerd("2026-01", 11, "", 4, None, 2026),
    ]
    assert (late(2026, zorg), late(2025, zorg)) == (5, 0)


DAG, EIND = date(2026, 6, 30), date(2026, 12, 31)


def owed(omvang, van=date(2026, 1, 1), tot=None, tarief=100, eenheid="04"):
    return committed(Verplichting(omvang, van, tot, tarief, eenheid), DAG, EIND)


def test_what_may_still_be_delivered_is_units_times_the_tariff():
    assert owed(Omvang(2, "04", "4")) == 6 * 2 * 100
    assert owed(Omvang(2, "04", "4"), tot=date(2026, 8, 1)) == 1 * 2 * 100
    assert owed(Omvang(2, "04", "4"), van=date(2026, 11, 1)) == 2 * 2 * 100
    assert owed(Omvang(3, "14", "1"), van=EIND, eenheid="14") == 3 * 100
    # An hour at a tariff per minute, and the other way round.
    assert owed(Omvang(1, "04", "4"), eenheid="01") == 6 * 60 * 100
    assert owed(Omvang(30, "01", "4")) == 6 * 50
    assert owed(Omvang(1, "04", "4"), van=date(2027, 1, 1)) == owed(Omvang(1, "04", "4"), tot=DAG) == 0


@pytest.mark.parametrize("omvang", [None, Omvang(9, "04", "6"), Omvang(9, "14", "2")])
def test_what_cannot_be_said_is_not_guessed(omvang):
    assert owed(omvang) is None


def test_help_without_a_declaration_is_days_times_price_and_too_much_is_no_debt_elsewhere():
    dagen = {("2026-05", 4): 10, ("2026-06", 4): 10, ("2026-06", 5): 10}
    assert (
        not_invoiced(dagen, {("2026-05", 4): 5_000, ("2026-06", 4): 400}, [None] * 3 + [100.0, None]) == 600
    )


@pytest.mark.parametrize(
    ("soort", "kant", "cent", "code"),
    [("pgb", "uitgave", 0, "uitgave_zonder_bedrag"), ("zorg", "uitgave", 5, "uitgave_zorg_geteld")],
)
def test_what_would_count_twice_or_not_at_all_is_refused(soort, kant, cent, code):
    with pytest.raises(Refused) as refused:
        check_uitgave(Uitgavenregel(GM, "2026-01", soort, kant, cent, None, None))
    assert refused.value.code == code
    check_uitgave(Uitgavenregel(GM, "2026-01", "zorg", "begroting", 5, None, None))
