"""The pages of the wheel: carrying a round, answering by a link, and what each shows to whom."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from koers.domain.rollen import Rol
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import WielGroep, WielRonde, WielUitnodiging
from koers.web.netwerk import wiel_antwoord
from tests.integration.netwerk.wielwereld import answer, ask, close, hold, prepare
from tests.integration.regio.lezen import read
from tests.wereld import actor_of, make_medewerker, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _nobody_tried_before():
    cache.clear()


@pytest.fixture
def manager():
    return make_medewerker(Rol.REGIOMANAGER)


@pytest.fixture
def by(manager):
    return actor_of(manager)


@pytest.fixture
def signed_in(client, manager):
    sign_in(client, manager)
    return client


def words(html):
    """What a page says, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def link(sleutel):
    return reverse("wiel-antwoord", args=[sleutel])


def form_id(html):
    return re.search(r'name="formulier_id" value="([^"]+)"', html)[1]


def filled(html, keuze="4"):
    """Every statement of a sheet with this choice."""
    fields = set(re.findall(r'name="(vraag-[^"]+)"', html))
    return {"formulier_id": form_id(html)} | dict.fromkeys(fields, keuze)


def test_a_round_from_beginning_to_outcome(signed_in):
    html = signed_in.get("/netwerk/wiel/").text
    assert "Er is nog geen ronde" in html
    html = signed_in.get("/netwerk/wiel/nieuw/").text
    data = {"soort": "wiel", "naam": "najaar", "groepering": "gremium"}
    laatste = (vandaag() + timedelta(days=10)).isoformat()
    answer_ = signed_in.post(
        "/netwerk/wiel/nieuw/", data | {"formulier_id": form_id(html), "laatste_datum": laatste}
    )
    ronde = WielRonde.objects.get()
    assert answer_.url == reverse("wiel-ronde", args=[ronde.pk])
    html = signed_in.get(reverse("wiel-uitnodigen", args=[ronde.pk])).text
    html = signed_in.post(
        reverse("wiel-uitnodigen", args=[ronde.pk]),
        {"formulier_id": form_id(html), "aantal-bestuurlijk": "5", "aantal-ambtelijk": ""},
    ).text
    adressen = re.findall(r"http://testserver(/antwoord/[^/<]+/)", html)
    assert len(set(adressen)) == 5
    for nummer, adres in enumerate(adressen):
        html = signed_in.get(answer_.url).text
        assert "minder dan vijf" in html
        anybody = Client()
        sheet = anybody.get(adres).text
        assert "Dank u wel" in anybody.post(adres, filled(sheet, str(1 + nummer % 5))).text
    html = signed_in.get(reverse("wiel-sluiten", args=[ronde.pk])).text
    versie = re.search(r'name="versie" value="(\d+)"', html)[1]
    signed_in.post(
        reverse("wiel-sluiten", args=[ronde.pk]), {"formulier_id": form_id(html), "versie": versie}
    )
    html = signed_in.get(answer_.url).text
    assert read(html).fouten == []
    assert 'id="wiel-tekening"' in html
    assert "3,0" in html
    assert words(html).index("Gedeeld doel") < words(html).index("Open over belangen")


def test_a_wrong_round_is_asked_back_and_nothing_typed_is_lost(signed_in):
    html = signed_in.get("/netwerk/wiel/nieuw/").text
    answer_ = signed_in.post(
        "/netwerk/wiel/nieuw/",
        {
            "formulier_id": form_id(html),
            "soort": "wiel",
            "naam": "mijn najaar",
            "groepering": "gremium",
            "laatste_datum": (vandaag() - timedelta(days=1)).isoformat(),
        },
    )
    assert answer_.status_code == 422
    assert "die is voorbij" in answer_.text
    assert 'value="mijn najaar"' in answer_.text


def test_a_link_shows_the_statements_and_its_own_group_and_nothing_of_the_round(by):
    ronde = prepare(by)
    sleutels = ask(by, ronde, bestuurlijk=7, ambtelijk=3)
    for sleutel in sleutels["bestuurlijk"][:6]:
        answer(sleutel, 5)
    answer_ = Client().get(link(sleutels["ambtelijk"][0]))
    text = words(answer_.text)
    assert "ambtelijk overleg" in text
    for secret in ("bestuurlijk overleg", str(ronde), "Uitgenodigd", "van de 10", "5,0"):
        assert secret not in text
    assert str(ronde) not in answer_.text
    assert answer_["Cache-Control"] == "no-store"
    assert answer_["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer_["X-Robots-Tag"]
    assert not answer_.cookies


def test_a_used_an_expired_a_closed_and_a_made_up_link_give_the_same_page(by):
    used = ask(by, prepare(by, "gebruikt"), bestuurlijk=1)["bestuurlijk"][0]
    answer(used, 3)
    expired = ask(by, prepare(by, "verlopen"), bestuurlijk=1)["bestuurlijk"][0]
    WielUitnodiging.objects.update(laatste_datum=vandaag() - timedelta(days=1))
    closing = prepare(by, "dicht")
    closed = ask(by, closing, bestuurlijk=1)["bestuurlijk"][0]
    close(by, closing)
    pages = {Client().get(link(sleutel)).content for sleutel in (used, expired, closed, "verzonnen")}
    assert len(pages) == 1
    assert Client().get(link(used)).status_code == 404


def test_a_button_pressed_twice_says_thanks_twice_and_counts_once(by):
    sleutel = ask(by, prepare(by), bestuurlijk=1)["bestuurlijk"][0]
    anybody = Client()
    data = filled(anybody.get(link(sleutel)).text)
    for _ in range(2):
        answer_ = anybody.post(link(sleutel), data)
        assert (answer_.status_code, "Dank u wel" in answer_.text) == (200, True)
    assert WielGroep.objects.get().antwoorden == 1


def test_what_was_not_answered_is_asked_back_at_its_statement(by):
    sleutel = ask(by, prepare(by), bestuurlijk=1)["bestuurlijk"][0]
    anybody = Client()
    data = filled(anybody.get(link(sleutel)).text)
    data.pop("vraag-vertrouwen")
    answer_ = anybody.post(link(sleutel), data)
    assert answer_.status_code == 422
    assert "Kies een antwoord" in answer_.text
    assert answer_.text.count("checked") == 19
    assert WielGroep.objects.get().antwoorden == 0


def test_an_answer_needs_no_cookie_and_the_sheet_is_the_same_for_who_is_signed_in(by, signed_in):
    sleutel = ask(by, prepare(by), bestuurlijk=1)["bestuurlijk"][0]
    strict = Client(enforce_csrf_checks=True)
    here, there = (words(een.get(link(sleutel)).text) for een in (signed_in, strict))
    assert here == there
    data = filled(strict.get(link(sleutel)).text)
    assert strict.post(link(sleutel), data).status_code == 200


def test_who_tries_many_links_has_to_wait_and_others_do_not(by, monkeypatch):
    monkeypatch.setattr(wiel_antwoord, "POGINGEN", 3)
    sleutel = ask(by, prepare(by), bestuurlijk=1)["bestuurlijk"][0]
    for _ in range(3):
        assert Client().get(link("verzonnen")).status_code == 404
    assert Client().get(link("verzonnen")).status_code == 429
    assert Client().get(link(sleutel)).status_code == 429
    assert Client(REMOTE_ADDR="10.0.0.9").get(link(sleutel)).status_code == 200


def test_planted_fault_failures_that_are_not_counted_are_met(monkeypatch):
    monkeypatch.setattr(wiel_antwoord, "POGINGEN", 3)
    monkeypatch.setattr(wiel_antwoord, "count_failure", lambda *_rest: None)
    assert {Client().get(link("verzonnen")).status_code for _ in range(9)} == {404}


def test_links_stand_there_once(by, signed_in):
    ronde = prepare(by)
    adres = reverse("wiel-uitnodigen", args=[ronde])
    data = {"formulier_id": form_id(signed_in.get(adres).text), "aantal-bestuurlijk": "2"}
    first = signed_in.post(adres, data)
    assert first["Cache-Control"] == "no-store"
    assert first.text.count("/antwoord/") == 2
    assert signed_in.post(adres, data).url == reverse("wiel-ronde", args=[ronde])
    assert WielGroep.objects.get().uitgenodigd == 2


def test_differences_and_time_are_told_in_calm_sentences(by, signed_in):
    hold(by, "voorjaar", bestuurlijk=[3] * 5, uitvoerend=[3] * 5)
    ronde = hold(by, "najaar", bestuurlijk=[4] * 5, uitvoerend=[2] * 5)
    html = signed_in.get(reverse("wiel-ronde", args=[ronde])).text
    assert (
        "1. Gedeeld doel (ambitie): bestuurlijk overleg zegt gemiddeld 4,0, uitvoerend overleg zegt 2,0."
        in words(html)
    )
    assert "Gestreept: voorjaar" in html
    rows = read(signed_in.get("/netwerk/wiel/").text).rows
    assert ["Ambitie", "3,0", "3,0"] in rows
    assert ["Ambitie: bestuurlijk overleg", "3,0", "4,0"] in rows


def test_who_steers_reads_closed_rounds_and_gets_no_buttons(by, client):
    ronde = hold(by, "najaar", bestuurlijk=[4] * 5)
    running = prepare(by, "loopt")
    sign_in(client, make_medewerker(Rol.WETHOUDER))
    assert "Ronde beginnen" not in client.get("/netwerk/wiel/").text
    assert client.get(reverse("wiel-ronde", args=[ronde])).status_code == 200
    assert client.get(reverse("wiel-ronde", args=[running])).status_code == 404
    assert client.get(reverse("wiel-sluiten", args=[running])).status_code == 404


@pytest.mark.parametrize("naam", ["wiel-ronde", "wiel-stellingen", "wiel-uitnodigen", "wiel-sluiten"])
def test_the_pages_of_a_round_read_in_both_languages(by, signed_in, naam):
    ronde = prepare(by)
    ask(by, ronde, bestuurlijk=1) if naam != "wiel-stellingen" else None
    for taal in ("nl", "en"):
        signed_in.post("/taal/", {"taal": taal})
        html = signed_in.get(reverse(naam, args=[ronde])).text
        assert read(html).fouten == []
        assert "%(" not in html
        assert f'lang="{taal}"' in html


def test_the_words_of_a_round_are_changed_on_its_page(by, signed_in):
    ronde = prepare(by)
    adres = reverse("wiel-stellingen", args=[ronde])
    html = signed_in.get(adres).text
    data = dict(re.findall(r'name="(naam-[^"]+)" value="([^"]+)"', html))
    data |= dict(re.findall(r'name="(stelling-[^"]+)"[^>]*>\s*([^<]+)<', html))
    data |= {"formulier_id": form_id(html), "versie": "1", "stelling-vertrouwen": "Afspraak is afspraak."}
    assert signed_in.post(adres, data).status_code == 302
    assert "Afspraak is afspraak." in signed_in.get(reverse("wiel-ronde", args=[ronde])).text
    assert (
        signed_in.post(adres, data | {"formulier_id": form_id(signed_in.get(adres).text)}).status_code == 422
    )
