"""Quantities and delivered rows: bounds, what follows from counts, doubles, contradictions."""

from datetime import date
from decimal import Decimal

import pytest

from koers.domain.aanlevering import (
    Bestand,
    GelezenRij,
    GelezenTabel,
    SoortAanlevering,
    Vondst,
    Waarde,
    find_doubles,
    impossible_together,
)
from koers.domain.gebieden import PROVINCIES, Herindeling, province_code
from koers.domain.grootheden import AFLEIDINGEN, GROOTHEDEN, Samenvoegen, Status, derive, round_half_up

NIETS = Bestand("x.csv", 1, "0" * 64)


def waarden(**getallen: str) -> dict[str, Waarde]:
    return {naam: Waarde(Decimal(getal), Status.GEPUBLICEERD) for naam, getal in getallen.items()}


def rij(nummer: int, code: str = "GM0106", jaar: int = 2021, **getallen: str) -> GelezenRij:
    return GelezenRij(nummer, code, "", jaar, waarden(**getallen))


@pytest.mark.parametrize(
    ("grootheid", "goed", "fout"),
    [
        ("inwoners", ["0", "25399", "17475415"], ["-1", "0.5", "20000001"]),
        ("jeugdzorg_in_natura", ["0", "11.3", "100"], ["-0.1", "100.1"]),
        ("stedelijkheid", ["1", "5"], ["0", "6", "2.5"]),
        ("bijstand_per_1000", ["0", "54.92"], ["1000.01"]),
    ],
)
def test_what_a_municipality_can_have(grootheid, goed, fout):
    soort = GROOTHEDEN[grootheid]
    assert all(soort.possible(Decimal(getal)) for getal in goed)
    assert not any(soort.possible(Decimal(getal)) for getal in fout)


def test_a_share_is_weighed_only_with_the_people_that_it_is_over():
    weighed = {
        naam: soort.gewicht for naam, soort in GROOTHEDEN.items() if soort.samenvoegen is Samenvoegen.GEWOGEN
    }
    assert weighed == {
        "aandeel_0_14": "inwoners",
        "aandeel_15_24": "inwoners",
        "bijstand_per_1000": "inwoners",
        "arbeidsongeschikt_per_1000": "inwoners",
        "aandeel_gescheiden": "inwoners",
    }
    assert GROOTHEDEN["jeugdzorg_in_natura"].samenvoegen is Samenvoegen.GEEN


def test_a_share_follows_from_its_two_counts_rounded_as_on_paper():
    counts = {"inwoners": Decimal(25399), "inwoners_0_14": Decimal(3383), "bijstandsontvangers": Decimal(330)}
    assert derive("aandeel_0_14", counts) == Decimal("13.32")
    assert derive("bijstand_per_1000", counts) == Decimal("12.99")


@pytest.mark.parametrize(
    "counts", [{}, {"inwoners_0_14": Decimal(1)}, {"inwoners": Decimal(0), "inwoners_0_14": Decimal(0)}]
)
def test_nothing_follows_from_half_of_the_counts_or_from_nobody(counts):
    assert derive("aandeel_0_14", counts) is None
    assert derive("jeugdzorg_in_natura", counts) is None


def test_every_derivation_names_quantities_that_exist():
    for naam, regel in AFLEIDINGEN.items():
        assert {naam, regel.teller, regel.noemer} <= set(GROOTHEDEN)


def test_rounding_goes_up_at_the_half():
    assert [round_half_up(Decimal(getal), 1) for getal in ("11.85", "11.84", "0.05")] == [
        Decimal("11.9"),
        Decimal("11.8"),
        Decimal("0.1"),
    ]


def test_parts_are_never_more_than_the_whole():
    assert impossible_together(waarden(inwoners="100", inwoners_0_14="60", inwoners_15_24="40")) == []
    assert impossible_together(waarden(inwoners="100", inwoners_0_14="60", inwoners_15_24="41")) == [
        "inwoners_0_14",
        "inwoners_15_24",
    ]
    assert impossible_together(waarden(inwoners="100", jongeren_met_jeugdzorg="101")) == [
        "jongeren_met_jeugdzorg"
    ]
    assert impossible_together(waarden(aandeel_0_14="60", aandeel_15_24="40.1")) == [
        "aandeel_0_14",
        "aandeel_15_24",
    ]
    assert impossible_together(waarden(inwoners_0_14="60")) == []


def test_the_same_area_in_another_year_is_no_double():
    assert find_doubles([rij(2, jaar=2021, inwoners="1"), rij(3, jaar=2022, inwoners="1")]) == []


def test_of_equal_doubles_the_first_stays_and_of_different_ones_none():
    gelijk = find_doubles([rij(2, inwoners="1"), rij(3, inwoners="1"), rij(4, inwoners="1")])
    assert [(vondst.rijnummer, vondst.code, vondst.params) for vondst in gelijk] == [
        (3, "dubbele_rij", {"ander": 2}),
        (4, "dubbele_rij", {"ander": 2}),
    ]
    verschillend = find_doubles([rij(2, inwoners="1"), rij(3, inwoners="2")])
    assert [(vondst.rijnummer, vondst.params["ander"]) for vondst in verschillend] == [(2, 3), (3, 2)]
    assert {vondst.code for vondst in verschillend} == {"dubbele_rij_verschilt"}


def test_what_was_refused_leaves_the_rows_and_a_remark_does_not():
    tabel = GelezenTabel(SoortAanlevering.KWB, 2021, NIETS, (rij(2), rij(3)))
    after = tabel.with_found([Vondst(2, "geen_getal"), Vondst(3, "naam_ontbreekt", geweigerd=False)])
    assert [een.rijnummer for een in after.rijen] == [3]
    assert after.geweigerd == {2}
    assert len(after.vondsten) == 2


def test_provinces_are_known_however_they_are_written():
    assert {province_code(naam) for naam in ("Fryslân", "Friesland", "FRYSLAN")} == {"PV21"}
    assert {province_code(naam) for naam in PROVINCIES.values()} == set(PROVINCIES)
    assert province_code("Holland") is None


@pytest.mark.parametrize(("dag", "jaar"), [("2022-01-01", 2022), ("2022-03-24", 2023), ("2021-12-31", 2022)])
def test_a_municipality_that_ends_during_a_year_still_has_the_figures_of_that_year(dag, jaar):
    een = Herindeling("GM0457", "Weesp", "GM0363", nieuw=False, datum=date.fromisoformat(dag))
    assert een.eerste_jaar == jaar
