"""Wat als: from the mart of a municipality to the sentence on the page."""

import re
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from pyarrow import parquet

from koers.actions.prognose import wat_als
from koers.actions.prognose.gegevens import day_prices, read_gegevens, residents
from koers.actions.prognose.wat_als import Wens, effect_ranges, read_wat_als
from koers.analytics.mart import mart_files
from koers.domain.hefbomen import KNOPPEN, read_inzet
from koers.domain.rollen import Rol
from koers.domain.spells import Bevolking, GedeclareerdeKosten, Spell
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from tests.integration.prognose.conftest import TOT
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
KNOP = f"instroom-arts:60:{TOT.year + 1}-01"


def ask(by, *knoppen, **rest):
    return read_wat_als(
        by=by, gemeente=MIDDEN_DRENTHE, wens=Wens(tuple(read_inzet(k) for k in knoppen), **rest)
    )[1]


def test_the_goal_of_the_source_has_a_chance_with_and_without(mart, controller):
    blik = ask(controller, KNOP)
    assert (float(blik.doel), blik.doeljaar) == (7.0, 2027)
    assert [k.jaar for k in blik.zonder] == list(range(TOT.year, TOT.year + 11))
    zonder, met = blik.zonder[-1], blik.met[-1]
    assert met.jeugd < 0.85 * zonder.jeugd
    assert met.kans >= zonder.kans
    assert zonder.band[0] < zonder.aandeel < zonder.band[1]
    # In the running year the lever has not begun.
    assert blik.met[0] == blik.zonder[0]


def test_the_year_before_stands_beside_the_first_forecast(mart, controller):
    """The same people, counted by the indicator and by the forecast: last year and this one hardly differ."""
    blik = ask(controller)
    _jaar, jeugd, inwoners = blik.verleden[-1]
    assert inwoners == 60 * 19
    assert blik.zonder[0].jeugd == pytest.approx(jeugd, rel=0.15)


def test_every_look_is_in_the_log_with_its_levers(mart, controller):
    ask(controller, KNOP)
    regel = LogRegel.objects.get(handeling="read_wat_als")
    assert (regel.onderwerp_id, regel.bijzonderheden["hefbomen"]) == (MIDDEN_DRENTHE, [f"{KNOP}:0"])


def test_nobody_looks_ahead_for_another_municipality(mart):
    with pytest.raises(Refused) as refused:
        ask(make_actor(Rol.CONTROLLER, ASSEN))
    assert refused.value.code == "niet_gevonden"


def test_money_is_days_times_price_minus_what_the_levers_cost(mart, controller):
    gratis = ask(controller, KNOP).geld
    duur = ask(controller, KNOP, jaarkosten_cent=1_200_000, eenmalig_cent=500_000).geld
    eerste, tweede = TOT.year + 1, TOT.year + 2
    verschil = {
        jaar: som - dan for (jaar, som, *_), (_, dan, *_) in zip(gratis.jaren, duur.jaren, strict=True)
    }
    assert (verschil[TOT.year], verschil[eerste], verschil[tweede]) == (0, 1_700_000, 1_200_000)
    assert (gratis.maand, gratis.kans) == (None, 1.0)
    assert gratis.zonder_prijs == (6,)
    assert gratis.jaren[-1][1] > gratis.jaren[1][1] > 0


def test_costs_that_never_come_back_are_said_to_be_lost(mart, controller):
    geld = ask(controller, KNOP, jaarkosten_cent=10**10).geld
    assert (geld.maand, geld.kans) == (None, 0.0)


def test_tariffs_that_rise_make_help_dearer_and_change_nobody(mart, controller):
    vlak = ask(controller, KNOP)
    duur = ask(controller, KNOP, indexatie=Decimal("3.0"), indexatie_vanaf=date(TOT.year + 1, 1, 1))
    assert (duur.zonder, duur.met) == (vlak.zonder, vlak.met)
    for keer, (nu, straks) in enumerate(zip(vlak.uitgaven, duur.uitgaven, strict=True)):
        assert nu.zonder == nu.nu == straks.nu
        assert straks.zonder == pytest.approx(nu.nu * 1.03**keer, abs=2)
        # Both are rounded to whole cents by themselves, and the first of the two then grows.
        assert straks.met == pytest.approx(nu.met * 1.03**keer, abs=2)
        assert straks.onder < straks.met < straks.boven
    assert [een.zonder - een.met for een in vlak.uitgaven][1:] == pytest.approx(
        [som for _, som, *_ in vlak.geld.jaren][1:], abs=2
    )
    assert duur.geld.jaren[2][1] == pytest.approx(vlak.geld.jaren[2][1] * 1.03**2, abs=1)
    assert vlak.zonder_prijs == (6, 7, 8)


def test_every_lever_has_a_range_and_it_is_in_the_band(mart, controller, monkeypatch):
    assert effect_ranges().keys() == KNOPPEN.keys()
    ruim = ask(controller, KNOP).met[-1]
    monkeypatch.setattr(wat_als, "effect_ranges", dict)
    wat_als.played.cache_clear()
    precies = ask(controller, KNOP).met[-1]
    wat_als.played.cache_clear()
    assert ruim.boven - ruim.onder > precies.boven - precies.onder
    # Less comes about than is filled in, on average.
    assert ruim.jeugd > precies.jeugd


def test_residents_grow_a_year_older_and_as_many_are_born():
    nu = [Bevolking(MIDDEN_DRENTHE, oud, 2026, 100 + oud) for oud in range(23)]
    later = residents(nu, 2028)
    assert later[2026] == sum(range(100, 119))
    assert later[2027] == 100 + sum(range(100, 118))
    assert later[2028] == 2 * 100 + sum(range(100, 117))


def test_a_day_costs_what_was_declared_for_it():
    tot = date(2026, 10, 30)
    spell = Spell(
        "a", "2012-01", "O", MIDDEN_DRENTHE, None, 5, None, None, date(2026, 1, 1), date(2026, 1, 10), None
    )
    kosten = [
        GedeclareerdeKosten(None, MIDDEN_DRENTHE, maand, cent, 5, None, None, None, None, None, None)
        for maand, cent in (("2026-01", 5_000), ("2026-02", -1_000), ("2025-05", 9_999), ("2026-06", 9_999))
    ]
    prijs = day_prices([spell], kosten, tot)
    assert prijs[4] == 400
    assert np.isnan(prijs[3])


def page(client, vraag=""):
    make_gemeente(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.CONTROLLER, MIDDEN_DRENTHE))
    return client.get(f"/wat-als/{MIDDEN_DRENTHE}/{vraag}")


def test_the_page_says_first_what_the_chance_is(mart, client):
    html = page(
        client, f"?instroom-arts=60&instroom-arts-vanaf={TOT.year + 1}-01&jaarkosten=100.000"
    ).content.decode()
    zin = re.search(r'<p class="kernzin">(.*?)</p>', html).group(1)
    assert zin.startswith("Kans op 7,0% of minder in 2027: ")
    assert "Zonder deze maatregelen: " in zin
    assert "Intern: exacte cijfers" in html
    assert html.count("<svg") >= 1
    assert 'value="60"' in html


def test_without_a_year_the_field_shows_the_year_that_the_sentence_is_about(mart, client):
    html = page(client, "?instroom-arts=20").content.decode()
    assert re.search(r'<p class="kernzin">Kans op 7,0% of minder in 2027', html)
    assert '<option value="2027" selected>' in html


def test_the_field_and_the_sentence_agree_when_the_figures_are_a_year_old_and_there_is_no_goal(
    mart, client, monkeypatch
):
    monkeypatch.setattr("koers.web.prognose.wat_als.goal_of", lambda _code: (None, None))
    monkeypatch.setattr(wat_als, "goal_of", lambda _code: (None, None))
    monkeypatch.setattr("koers.web.prognose.wat_als.vandaag", lambda: TOT.replace(year=TOT.year + 1, day=1))
    for vraag in ("", "?instroom-arts=20", "?instroom-arts=20&doeljaar=", "?doeljaar=1999"):
        html = page(client, vraag).content.decode()
        assert f'<p class="kernzin">In {TOT.year + 2} heeft naar verwachting' in html
        assert "1999" in vraag or f'<option value="{TOT.year + 2}" selected>' in html


def test_what_cannot_be_read_is_said_at_its_field_and_the_rest_counts(mart, client):
    answer = page(client, "?instroom-arts=600&vervolg=20&jaarkosten=veel")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.count('class="veld__fout"') == 2
    assert "Zonder deze maatregelen: " in html
    assert 'value="600"' in html
    assert 'value="veel"' in html


def test_without_figures_the_page_says_what_to_wait_for(client, settings, tmp_path):
    settings.MART = tmp_path / "leeg"
    assert "staat hier de vooruitblik" in page(client).content.decode()


def test_how_well_it_did_is_shown_for_days_before(mart, client, monkeypatch):
    monkeypatch.setattr(wat_als, "TERUG_DAGEN", 400)
    wat_als._looked_back.cache_clear()
    page(client)
    html = client.get(f"/wat-als/{MIDDEN_DRENTHE}/terugkijken/").content.decode()
    assert "eerdere dagen rekende Koers een jaar vooruit" in html
    assert len(re.findall(r"<tr><th scope=.row", html)) > 2


def test_the_page_says_between_what_an_effect_lies_and_what_tariffs_do(mart, client):
    html = page(client, "?instroom-arts=20&indexatie=3,5").content.decode()
    assert "Waarschijnlijk 20% minder, tussen 8% en 24%" in html
    assert "Tussen 50% en 120% van wat u invult" in html
    assert "Met indexatie" in html
    assert "Wat de wet altijd laat staan" in html
    assert "In de POH Jeugd (opgave 7)." in html
    wrong = page(client, "?indexatie=99&indexatie_vanaf=ooit")
    assert wrong.status_code == 422
    assert 'value="99"' in wrong.content.decode()
    assert 'value="ooit"' in wrong.content.decode()
    assert "Met indexatie" not in page(client).content.decode()


def test_a_mart_from_before_a_column_is_read_as_if_it_were_empty(mart):
    asked = (mart, MIDDEN_DRENTHE, TOT.year - 2, TOT.year + 1)
    before = read_gegevens(*asked)
    for file in mart_files(mart)["declaraties"]:
        parquet.write_table(parquet.read_table(file).drop_columns(["aanbieder"]), file)
    after = read_gegevens(*asked)
    assert np.nansum(before.dagprijs) > 0
    assert np.array_equal(before.dagprijs, after.dagprijs, equal_nan=True)
