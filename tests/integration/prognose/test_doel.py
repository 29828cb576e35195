"""What is needed for a goal: the same chance as "Wat als", the smallest step, and what cannot be reached."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from koers.actions.prognose.doel import Doelvraag, read_doel
from koers.actions.prognose.wat_als import Wens, read_wat_als
from koers.domain.hefbomen import HOOGSTE_PROCENT, KNOPPEN, Inzet
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from tests.integration.prognose.conftest import TOT
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
JAAR = TOT.year + 3


@pytest.fixture
def vraag(mart, controller):
    """Ten percent fewer than is expected without levers, with a chance of 80%."""
    zonder = wat_als(controller).zonder[3]
    doel = Decimal(str(round(0.9 * zonder.aandeel, 1)))
    return Doelvraag(doel, JAAR, 0.8, date(TOT.year + 1, 1, 1), 0, ("instroom-toegang", "vervolg"))


def wat_als(by, procenten=None, vraag=None):
    inzetten = tuple(Inzet(KNOPPEN[k], p, vraag.vanaf, vraag.aanloop) for k, p in (procenten or {}).items())
    wens = Wens(inzetten, vraag and vraag.doel, vraag and vraag.doeljaar)
    return read_wat_als(by=by, gemeente=MIDDEN_DRENTHE, wens=wens)[1]


def found(by, vraag):
    return read_doel(by=by, gemeente=MIDDEN_DRENTHE, vraag=vraag)[1]


def test_what_is_found_has_the_same_chance_on_the_other_page_and_one_percent_less_is_not_enough(
    controller, vraag
):
    blad = found(controller, vraag)
    assert blad.nu < vraag.kans <= blad.alles
    reached = [(knop, g) for knop, g in blad.alleen if g.procent is not None]
    assert reached
    for knop, g in reached:
        assert wat_als(controller, {knop: g.procent}, vraag).met[3].kans == g.kans >= vraag.kans
        less = wat_als(controller, {knop: g.procent - 1}, vraag)
        assert (less.met or less.zonder)[3].kans < vraag.kans
    for knop, g in blad.alleen:
        if g.procent is None:
            assert wat_als(controller, {knop: HOOGSTE_PROCENT}, vraag).met[3].kans == g.kans < vraag.kans


def test_two_together_need_less_of_each_and_the_border_is_played_itself(controller, vraag):
    blad = found(controller, vraag)
    needed = [p.tweede for p in blad.grens if p.tweede is not None]
    assert needed == sorted(needed, reverse=True)
    een, ander = vraag.paar
    punt, _som = blad.beste
    met = wat_als(controller, {een: punt.eerste, ander: punt.tweede}, vraag).met[3]
    assert met.kans == punt.kans >= vraag.kans
    # A dear first lever moves the suggestion to the second.
    dear = found(controller, replace(vraag, prijzen=((een, 10**9), (ander, 1)))).beste[0]
    assert dear.eerste <= punt.eerste


def test_the_mix_of_all_levers_is_no_dearer_than_one_or_two_and_one_percent_less_is_not_enough(
    controller, vraag
):
    blad = found(controller, vraag)
    mix = dict(blad.mengsel.standen)
    assert "collectief" not in mix
    assert wat_als(controller, mix, vraag).met[3].kans == blad.mengsel.kans >= vraag.kans
    assert blad.mengsel.kosten == sum(mix.values())
    for knop, stand in mix.items():
        less = wat_als(controller, {**mix, knop: stand - 1}, vraag)
        assert (less.met or less.zonder)[3].kans < vraag.kans
    alone = [g.procent for knop, g in blad.alleen if g.procent is not None and knop != "collectief"]
    assert blad.mengsel.kosten <= min(alone, default=10**9)
    # More chance never comes for less.
    assert [z.kosten for z in blad.zekerheid] == sorted(z.kosten for z in blad.zekerheid)
    assert [z.kans for z in blad.zekerheid] == sorted(z.kans for z in blad.zekerheid)
    for z in blad.zekerheid:
        found_there = wat_als(controller, dict(z.standen), vraag)
        assert (found_there.met or found_there.zonder)[3].kans == z.kans


def test_prices_decide_which_levers_take_part_and_what_is_cheapest(controller, vraag):
    prijzen = (("instroom-toegang", 100), ("vervolg", 10_000_000), ("duur-4-5", 200))
    blad = found(controller, replace(vraag, prijzen=prijzen))
    assert blad.vraag.knoppen == ("instroom-toegang", "duur-4-5", "vervolg")
    mix = dict(blad.mengsel.standen)
    assert mix.keys() <= set(blad.vraag.knoppen)
    assert mix.get("vervolg", 0) == 0
    assert blad.mengsel.kosten == sum(dict(prijzen)[knop] * stand for knop, stand in mix.items())


def test_what_cannot_be_is_said(controller, vraag):
    nooit = found(controller, replace(vraag, doel=Decimal("0.1")))
    assert nooit.alles < vraag.kans
    assert nooit.beste is None
    assert nooit.mengsel is None
    assert nooit.zekerheid == ()
    assert all(g.procent is None for _, g in nooit.alleen)
    al = found(controller, replace(vraag, doel=Decimal("99")))
    assert al.nu == 1
    assert all(g.procent == 0 for _, g in al.alleen)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"doeljaar": TOT.year + 19}, "doeljaar_te_ver"),
        ({"doeljaar": TOT.year - 1}, "doeljaar_te_ver"),
        ({"paar": ("vervolg", "vervolg")}, "hefbomen_gelijk"),
        ({"paar": ("vervolg", "toverstaf")}, "hefboom_onbekend"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(controller, vraag, more, code):
    with pytest.raises(Refused) as refused:
        found(controller, replace(vraag, **more))
    assert refused.value.code == code


def test_it_stands_in_the_log_and_nobody_searches_for_another_municipality(controller, vraag):
    found(controller, vraag)
    regel = LogRegel.objects.filter(onderwerp_soort="doel").get()
    assert regel.bijzonderheden == {"doel": str(vraag.doel), "doeljaar": JAAR, "kans": 0.8}
    for by, code in (
        (make_actor(Rol.CONTROLLER, ASSEN), "niet_gevonden"),
        (make_actor(Rol.RAADSLID), "geen_recht"),
    ):
        with pytest.raises(Refused) as refused:
            found(by, vraag)
        assert refused.value.code == code


def page(client, **velden):
    make_gemeente(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.CONTROLLER, MIDDEN_DRENTHE))
    return client.get(f"/wat-als/{MIDDEN_DRENTHE}/doel/", velden)


def asked(vraag, **more):
    return {
        "doel": str(vraag.doel).replace(".", ","),
        "doeljaar": JAAR,
        "kans": 80,
        "vanaf": f"{TOT.year + 1}-01",
        "aanloop": 0,
        "eerste": vraag.paar[0],
        "tweede": vraag.paar[1],
        **more,
    }


def test_the_page_says_first_whether_it_can_be_done_and_leads_to_the_levers(vraag, client):
    html = page(client, **asked(vraag)).content.decode()
    zin = re.search(r'<p class="kernzin">(.*?)</p>', html).group(1)
    assert "De lichtste mix die Koers vond: " in html
    assert "één maatregel genoeg" in zin or "combinatie nodig" in zin
    links = re.findall(rf'href="(/wat-als/{MIDDEN_DRENTHE}/\?[^"]+)"', html)
    assert len(links) >= len(KNOPPEN)
    there = client.get(links[0].replace("&amp;", "&"))
    assert there.status_code == 200
    assert "Zonder deze maatregelen: " in there.content.decode()


def test_the_page_without_a_question_asks_one_and_keeps_what_was_typed_wrongly(mart, client):
    empty = page(client)
    assert empty.status_code == 200
    assert "Kies een doel." in empty.content.decode()
    wrong = page(client, doel="veel", doeljaar=JAAR, kans=80, vanaf="straks", aanloop=12, eerste="vervolg")
    html = wrong.content.decode()
    assert wrong.status_code == 422
    assert 'value="veel"' in html
    assert 'value="straks"' in html
    same = page(
        client,
        doel="9",
        doeljaar=JAAR,
        kans=80,
        vanaf=f"{TOT.year + 1}-01",
        aanloop=1,
        eerste="vervolg",
        tweede="vervolg",
    )
    assert same.status_code == 422
    assert "Kies twee verschillende maatregelen." in same.content.decode()


def test_without_figures_the_page_says_what_to_wait_for(client, settings, tmp_path):
    settings.MART = tmp_path / "leeg"
    velden = {"doel": "9", "doeljaar": JAAR, "kans": 80, "vanaf": f"{TOT.year + 1}-01", "aanloop": 1}
    html = page(client, **velden, eerste="vervolg", tweede="collectief").content.decode()
    assert "staat hier de vooruitblik" in html
