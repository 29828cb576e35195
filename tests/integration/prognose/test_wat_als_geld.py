"""Money and waiting beside the levers: every line adds up, and a shortage is no saving."""

import re
from datetime import date
from decimal import Decimal

import pytest

from koers.actions.prognose.wat_als import mean_stay, read_wat_als, task_of
from koers.domain.hefbomen import read_inzet
from koers.domain.scenario import Wens
from koers.presentation.scenarios import question
from tests.integration.prognose.conftest import TOT
from tests.integration.prognose.test_wat_als import KNOP, page
from tests.wereld import ASSEN, MIDDEN_DRENTHE

pytestmark = pytest.mark.django_db
KNOP_VELDEN = f"instroom-arts=20&instroom-arts-vanaf={TOT.year + 1}-01"
POH = f"poh-jeugd:30:{TOT.year + 1}-01"


def ask(by, *knoppen, **rest):
    wens = Wens(tuple(read_inzet(k) for k in knoppen), **rest)
    return read_wat_als(by=by, gemeente=MIDDEN_DRENTHE, wens=wens)[1]


def test_every_line_of_the_money_adds_up_to_the_cent(mart, controller):
    geld = ask(
        controller,
        KNOP,
        jaarkosten_cent=1_200_000,
        eenmalig_cent=500_000,
        frictie_jaar_cent=240_000,
        frictie_eenmalig_cent=70_000,
    ).geld
    posten = {een.jaar: een for een in geld.posten}
    eerste, tweede = posten[TOT.year + 1], posten[TOT.year + 2]
    assert (eerste.investering, tweede.investering) == (1_700_000, 1_200_000)
    assert (eerste.frictie, tweede.frictie) == (310_000, 240_000)
    for post, (jaar, netto, *_band) in zip(geld.posten, geld.jaren, strict=True):
        assert post.jaar == jaar
        assert post.bespaard - post.investering - post.frictie == pytest.approx(netto, abs=1)
    # Levels 6 to 8 have no price in this mart.
    assert all(post.bespaard_rest == 0 for post in geld.posten)
    maanden = geld.maanden
    assert maanden[-1].stand == sum(m.bespaard - m.kosten for m in maanden)
    assert sum(m.kosten for m in maanden if m.eind.year == TOT.year + 1) == 2_010_000
    assert sum(m.bespaard for m in maanden) == pytest.approx(sum(p.bespaard for p in geld.posten), abs=200)


def test_the_task_of_the_source_is_of_its_own_municipality(mart, controller):
    assert task_of(MIDDEN_DRENTHE).totaal == 320_000_000
    assert [cent for _naam, cent in task_of(MIDDEN_DRENTHE).delen] == [130_000_000, 190_000_000]
    assert task_of(ASSEN) is None
    assert all(0 <= post.opgave <= 1 for post in ask(controller, KNOP).geld.posten)


def test_a_shortage_makes_a_line_and_measures_make_it_shorter_and_neither_changes_the_chance(
    mart, controller
):
    zonder, met = ask(controller, KNOP), ask(controller, KNOP, tekort=20)
    assert zonder.wachten == ()
    assert (met.zonder, met.met, met.geld.jaren) == (zonder.zonder, zonder.met, zonder.geld.jaren)
    laatste = met.wachten[-1]
    assert laatste.zonder[0] > laatste.met[0] >= 0
    assert laatste.zonder[1] <= laatste.zonder[0] <= laatste.zonder[2]
    erger = ask(controller, KNOP, tekort=40).wachten[-1]
    assert erger.zonder[0] > laatste.zonder[0]
    assert 200 < mean_stay_of(mart) < 400


def test_a_shortage_that_begins_later_makes_nobody_wait_before_and_grows_as_it_is_said(mart, controller):
    begin = date(TOT.year + 3, 1, 1)
    nu = ask(controller, tekort=30).wachten
    later = ask(controller, tekort=30, tekort_vanaf=begin).wachten
    langzaam = ask(controller, tekort=30, tekort_vanaf=begin, tekort_aanloop=24).wachten
    for rij in (later, langzaam):
        assert [een.zonder[0] for een in rij if een.jaar < begin.year] == [0.0] * (begin.year - rij[0].jaar)
    assert nu[0].zonder[0] > 0
    plek = begin.year - nu[0].jaar
    assert nu[plek].zonder[0] > later[plek].zonder[0] > langzaam[plek].zonder[0] > 0
    # Places that were there for longer helped more young people: the line at the end is shorter.
    assert nu[-1].zonder[0] > later[-1].zonder[0] > langzaam[-1].zonder[0]


def test_from_when_and_how_fast_is_asked_on_the_page_and_kept_in_its_address(mart, client):
    html = page(client, f"?{KNOP_VELDEN}&tekort=30&tekort_vanaf={TOT.year + 3}-01&tekort_aanloop=24")
    tekst = html.content.decode()
    assert html.status_code == 200
    assert f'value="{TOT.year + 3}-01"' in tekst
    fout = page(client, "?tekort=30&tekort_aanloop=24")
    assert fout.status_code == 422
    assert "Vul in welke maand het tekort begint te groeien." in fout.content.decode()
    assert page(client, "?tekort=30&tekort_vanaf=straks").status_code == 422
    wens = Wens(tekort=30, tekort_vanaf=date(2029, 1, 1), tekort_aanloop=24)
    assert "tekort_vanaf=2029-01&tekort_aanloop=24" in question(wens)
    assert Wens.of(wens.plain()) == wens


def mean_stay_of(mart):
    from koers.actions.prognose.wat_als import figures

    return mean_stay(figures(MIDDEN_DRENTHE)[1])


def test_the_lever_of_the_poh_asks_light_talks_and_both_readings_are_told(mart, controller):
    assert ask(controller, KNOP).poh is None
    poh = ask(controller, POH).poh
    # Half of 150 a year come by a doctor; thirty percent of those had a talk instead.
    assert 15 <= poh.erbij <= 30
    assert poh.straks is not None
    assert poh.straks.nodig.midden > 0
    assert ask(controller, KNOP, poh_fte=Decimal("2.0")).poh.fte == 2.0


def test_the_page_tells_the_path_its_two_conditions_the_line_and_the_readings(mart, client):
    html = page(
        client,
        f"?poh-jeugd=30&poh-jeugd-vanaf={TOT.year + 1}-01&tekort=20&indexatie=3&jaarkosten=100.000"
        "&frictie_eenmalig=50.000",
    ).content.decode()
    tekst = re.sub(r"\s+", " ", html.replace("\u00a0", " "))
    for zin in (
        "De opgave is € 3.200.000 per jaar (€ 1.300.000 + € 1.900.000).",
        "De inkooptarieven stijgen niet harder dan de gemeente kan dragen.",
        "Door de hogere tarieven kost de hulp die blijft",
        "Wat naar de herinrichting gaat, telt niet ook als besparing.",
        "zonder deze maatregelen",
        "350 euro per jeugdige",
        "€ 1.645",
        "Geld per maand",
    ):
        assert zin in tekst, zin
    assert "Wie wacht door het tekort" not in page(client).content.decode()


def test_it_is_kept_with_the_scenario():
    wens = Wens(
        (read_inzet(POH),), frictie_jaar_cent=5, frictie_eenmalig_cent=6, tekort=7, poh_fte=Decimal("1.5")
    )
    assert Wens.of(wens.plain()) == wens
    oud = Wens((read_inzet(POH),), indexatie=Decimal("2"), indexatie_vanaf=date(2027, 1, 1))
    kaal = {k: v for k, v in oud.plain().items() if not k.startswith(("frictie", "tekort", "poh"))}
    assert Wens.of(kaal) == oud
