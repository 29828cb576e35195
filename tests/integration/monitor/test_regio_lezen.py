"""The region side by side: every figure with source, year and how it came about."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koers.actions.monitor import regio
from koers.actions.monitor.gemeente import read_gemeente
from koers.actions.monitor.regio import figures_of, read_regio, read_vergelijking
from koers.domain.grootheden import GROOTHEDEN
from koers.domain.weigering import Refused
from koers.presentation.cijfers import about, figure, how, in_words
from koers.presentation.grootheden import REDENEN, WOORDEN
from tests.integration.monitor.tabellen import ASSEN, EMMEN, KOP, bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
D = Decimal


def test_the_twelve_stand_in_the_order_of_the_alphabet_with_their_published_figures():
    overzicht = read_regio(by=None)
    assert [regel.naam for regel in overzicht.gemeenten] == [
        "Aa en Hunze",
        "Assen",
        "Borger-Odoorn",
        "Coevorden",
        "De Wolden",
        "Emmen",
        "Hoogeveen",
        "Meppel",
        "Midden-Drenthe",
        "Noordenveld",
        "Tynaarlo",
        "Westerveld",
    ]
    midden = next(regel for regel in overzicht.gemeenten if regel.code == "GM1731")
    assert {naam: cijfer.waarde for naam, cijfer in midden.cijfers.items() if cijfer.waarde is not None} == {
        "jeugdzorg_in_natura": D("11.2"),
        "jeugd_0_18": D(6357),
        "inwoners": D(33381),
        "aandeel_0_14": D("13.92"),
        "aandeel_15_24": D("11.34"),
        "verdeelsleutel": D("5.7"),
        "bijstand_per_1000": D("12.88"),
        "gemiddeld_inkomen": midden.cijfers["gemiddeld_inkomen"].waarde,
        "stedelijkheid": midden.cijfers["stedelijkheid"].waarde,
    }
    assert {cijfer.jaar for cijfer in midden.cijfers.values()} == {2021}
    assert "85039NED" in midden.cijfers["jeugdzorg_in_natura"].bron
    assert "Omarm" in midden.cijfers["verdeelsleutel"].bron
    assert midden.inkoopregio == "noordmidden-drenthe"


def test_wholes_are_summed_weighed_or_not_told():
    overzicht = read_regio(by=None)
    drenthe, noord = overzicht.regio.cijfers, overzicht.inkoopregios[0].cijfers
    assert (drenthe["inwoners"].waarde, drenthe["inwoners"].berekening) == (D(494771), "som")
    assert (noord["jeugd_0_18"].waarde, noord["jeugd_0_18"].delen) == (D(38756), 5)
    assert (drenthe["verdeelsleutel"].waarde, how(drenthe["verdeelsleutel"])) == (
        D("99.9"),
        "opgeteld over 12 gemeenten",
    )
    assert (drenthe["aandeel_0_14"].waarde, drenthe["aandeel_0_14"].berekening) == (D("14.82"), "gewogen")
    assert overzicht.nederland.cijfers["inwoners"].waarde == D(17475415)
    for whole in (drenthe, noord, overzicht.nederland.cijfers):
        assert (whole["jeugdzorg_in_natura"].waarde, whole["jeugdzorg_in_natura"].reden) == (
            None,
            "niet_gepubliceerd",
        )


def test_what_the_region_publishes_about_itself_goes_before_a_sum_and_keeps_its_own_denominator():
    drenthe = read_regio(by=None).regio
    assert (drenthe.cijfers["jeugd_0_18"].waarde, drenthe.cijfers["jeugd_0_18"].berekening) == (D(97536), "")
    assert drenthe.cijfers["jeugdzorg_volgens_regio"].waarde == D("11.8")
    assert WOORDEN["jeugdzorg_volgens_regio"].noemer != WOORDEN["jeugdzorg_in_natura"].noemer


def test_the_national_spread_counts_every_municipality_once():
    spreiding = read_regio(by=None).nederland.spreiding["jeugdzorg_in_natura"]
    assert (spreiding.aantal, spreiding.gemiddelde, spreiding.laagste, spreiding.hoogste) == (
        352,
        D("10.4"),
        D("4.6"),
        D("19.0"),
    )


def test_reading_costs_a_constant_number_of_queries():
    with CaptureQueriesContext(connection) as queries:
        read_regio(by=None)
    assert len(queries) <= 6  # one of them asks whether the year that is kept is still whole
    with CaptureQueriesContext(connection) as queries:
        read_vergelijking(by=None)
    assert len(queries) <= 3


def test_columns_to_compare_hold_every_municipality_of_that_year_once():
    vergelijking = read_vergelijking(by=None)
    assert (vergelijking.jaar, len(vergelijking.codes), len(set(vergelijking.codes))) == (2021, 352, 352)
    assert {len(kolom) for kolom in vergelijking.kolommen.values()} == {352}
    plek = vergelijking.codes.index("GM0106")
    assert (vergelijking.namen[plek], vergelijking.kolommen["jeugdzorg_in_natura"][plek]) == (
        "Assen",
        D("14.6"),
    )
    assert vergelijking.kolommen["bijstand_per_1000"].count(None) == 1


def test_a_municipality_knows_what_it_came_from_and_went_on_in():
    cuijk = read_gemeente(by=None, code="GM1982")
    assert (cuijk.vanaf_jaar, len(cuijk.ontstaan_uit)) == (2022, 5)
    weesp = read_gemeente(by=None, code="GM0457")
    assert (weesp.tot_jaar, [een.naam for een in weesp.opgegaan_in]) == (2023, ["Amsterdam"])
    assert [(lid.naam, lid.vanaf_jaar, lid.tot_jaar) for lid in weesp.hoort_bij] == [
        ("Noord-Holland", 2021, 2023)
    ]


@pytest.mark.parametrize("code", ["GM9999", "JZ04", "NL00", ""])
def test_what_is_no_municipality_is_not_there(code):
    with pytest.raises(Refused, match="niet_gevonden"):
        read_gemeente(by=None, code=code)


def test_every_quantity_has_words_and_every_figure_says_over_whom_it_is():
    assert set(WOORDEN) == set(GROOTHEDEN)
    assert set(regio.GETOOND) <= set(GROOTHEDEN)
    for naam in GROOTHEDEN:
        assert "2021" in about(naam, 2021)
    assert "personen tot 23 jaar" in about("jeugdzorg_in_natura", 2021)
    assert "0 tot en met 18" in about("jeugd_0_18", 2021)


def test_every_share_names_its_denominator():
    shares = [naam for naam, soort in GROOTHEDEN.items() if soort.eenheid in ("procent", "per_1000")]
    assert all(str(WOORDEN[naam].noemer) for naam in shares)


def test_every_figure_on_the_page_can_be_told_in_words_and_as_data():
    overzicht = read_regio(by=None)
    for regel in (*overzicht.gemeenten, *overzicht.inkoopregios, overzicht.regio, overzicht.nederland):
        for cijfer in regel.cijfers.values():
            data = figure(regel, cijfer)
            assert data["klasse"] == "gepubliceerd"
            assert how(cijfer)
            assert in_words(cijfer)
            if cijfer.waarde is not None:
                assert data["bron"]
    reasons = {cijfer.reden for regel in overzicht.gemeenten for cijfer in regel.cijfers.values()}
    assert reasons - {""} <= set(REDENEN)


def test_all_areas_have_the_same_year_of_a_quantity_also_when_one_is_ahead():
    bring("code;inwoners\nGM0106;69000\n", naam="kwb_2022.csv")
    overzicht = read_regio(by=None)
    assert (overzicht.jaren["inwoners"], overzicht.jaren["jeugdzorg_in_natura"]) == (2022, 2021)
    cijfers_ = {regel.code: regel.cijfers["inwoners"] for regel in overzicht.gemeenten}
    assert {cijfer.jaar for cijfer in cijfers_.values()} == {2022}
    assert (cijfers_["GM0114"].waarde, cijfers_["GM0114"].reden) == (None, "ontbreekt")
    assert overzicht.regio.cijfers["inwoners"].reden == "onvolledig"
    assert read_regio(by=None, jaar=2021).regio.cijfers["inwoners"].waarde == D(494771)
    assert overzicht.beschikbare_jaren == (2021, 2022)
    # Shares of 2021 are still weighed with the inhabitants of 2021.
    assert overzicht.regio.cijfers["aandeel_0_14"].waarde == D("14.82")


def test_a_provisional_part_makes_a_provisional_sum():
    bring("code;inwoners\nGM0106;68836*\n")
    drenthe = read_regio(by=None).regio.cijfers["inwoners"]
    assert (drenthe.voorlopig, in_words(drenthe)) == (True, "494.771*")


def test_a_kept_year_shows_a_new_or_corrected_figure_at_once():
    bring(KOP + ASSEN)
    assert figures_of(2021)["GM0106"]["jeugdzorg_in_natura"].waarde == Decimal("14.6")
    bring(KOP + ASSEN.replace("14,6", "14,8") + EMMEN)
    assert figures_of(2021)["GM0106"]["jeugdzorg_in_natura"].waarde == Decimal("14.8")
    assert figures_of(2021)["GM0114"]["jeugdzorg_in_natura"].waarde == Decimal(12)


def test_planted_a_year_kept_for_ever_would_show_the_old_figure(monkeypatch):
    right = regio._kept_figures
    monkeypatch.setattr(regio, "_kept_figures", lambda jaar, stempel: right(jaar, "altijd"))
    with pytest.raises(AssertionError):
        test_a_kept_year_shows_a_new_or_corrected_figure_at_once()


def test_what_is_kept_can_not_be_changed_by_who_reads_it():
    bring(KOP + ASSEN)
    with pytest.raises(TypeError):
        figures_of(2021)["GM0106"]["inwoners"] = None
