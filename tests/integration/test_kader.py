"""The frame: language, theme, errors, and what a municipality puts on top of it."""

from uuid import uuid4

import pytest
from django.core.checks import run_checks
from django.test import Client

from koers.authorization.ingangen import INGANGEN
from koers.domain.rollen import Rol
from koers.presentation.iconen import ICONEN
from koers.web.context import DEUREN
from tests.wereld import ASSEN, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


def test_the_chosen_language_comes_back_on_the_same_page(client):
    answer = client.post("/taal/", {"taal": "en", "terug": "/over/?a=1"}, follow=True)
    assert answer.request["PATH_INFO"] == "/over/"
    assert '<html lang="en"' in answer.text


def test_an_unknown_language_changes_nothing(client):
    assert "taal" not in client.post("/taal/", {"taal": "fy", "terug": "/"}).cookies


@pytest.mark.parametrize("terug", ["https://elders.example/", "//elders.example", "javascript:alert(1)", ""])
def test_the_way_back_never_leads_elsewhere(client, terug):
    assert client.post("/thema/", {"thema": "donker", "terug": terug}).headers["Location"] == "/"


@pytest.mark.parametrize("thema", ["licht", "donker", "systeem"])
def test_the_chosen_theme_stands_on_the_page(client, thema):
    client.post("/thema/", {"thema": thema, "terug": "/"})
    assert f'data-thema="{thema}"' in client.get("/over/").text


def test_a_theme_that_does_not_exist_is_the_systems_choice(client):
    client.cookies["thema"] = '"><script>'
    assert 'data-thema="systeem"' in client.get("/over/").text


def test_every_door_has_a_drawing_a_rule_and_a_place_of_its_own():
    assert len({deur.ingang for deur in DEUREN}) == len(DEUREN)
    assert [deur for deur in DEUREN if deur.icoon not in ICONEN or f"web:{deur.ingang}" not in INGANGEN] == []


@pytest.mark.parametrize(
    ("rol", "zoekt"), [(Rol.JEUGDCONSULENT, True), (Rol.WETHOUDER, False), (None, False)]
)
def test_who_has_families_to_search_has_one_box_on_every_page(client, rol, zoekt):
    sign_in(client, make_medewerker(rol))
    assert ('id="zoek-boven"' in client.get("/over/").text) == zoekt


def test_what_is_not_there_and_what_is_not_for_you_are_the_same_page(client):
    theirs = make_familie(make_actor(Rol.JEUGDCONSULENT, ASSEN), "Anders")
    me = make_medewerker(Rol.JEUGDCONSULENT)
    sign_in(client, me)
    addresses = [f"/gezinnen/{theirs.gezin}/", f"/gezinnen/{uuid4()}/", "/bestaat-niet/"]
    answers = [client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1
    assert "csrf" not in answers[0].text


def test_a_form_without_its_proof_says_what_happened():
    answer = Client(enforce_csrf_checks=True).post("/taal/", {"taal": "en"})
    assert answer.status_code == 403
    assert "Dit formulier is verlopen" in answer.text


def test_what_broke_is_told_without_a_database(client, monkeypatch, django_assert_num_queries):
    def broken(*args, **kwargs):
        raise RuntimeError("stuk")

    monkeypatch.setattr("koers.web.kern.views.render", broken)
    client.raise_request_exception = False
    with django_assert_num_queries(0):
        answer = client.get("/over/")
    assert answer.status_code == 500
    assert "Dit ligt niet aan u" in answer.text
    assert "RuntimeError" not in answer.text


THEMA = ".gemeente-theme, .gemeente-theme--groot { --utrecht-document-color: #112233; }"


def test_a_municipality_wears_its_own_theme_where_the_page_is_light(client, settings, tmp_path):
    settings.THEMA_CSS = str(tmp_path / "thema.css")
    (tmp_path / "thema.css").write_text(THEMA)
    page = client.get("/over/").text
    assert 'class="gemeente-theme"' in page
    assert 'media="print, (prefers-color-scheme: light)"' in page
    css = client.get("/thema.css")
    assert (css.text, css.headers["Content-Type"]) == (THEMA, "text/css; charset=utf-8")
    client.post("/thema/", {"thema": "donker", "terug": "/"})
    assert '"/thema.css' not in client.get("/over/").text


def test_a_changed_theme_gets_another_address(client, settings, tmp_path):
    settings.THEMA_CSS = str(tmp_path / "thema.css")
    addresses = set()
    for kleur in ("#111111", "#222222"):
        (tmp_path / "thema.css").write_text(THEMA.replace("#112233", kleur))
        page = client.get("/over/").text
        addresses.add(page.split('"/thema.css?')[1].split('"')[0])
    assert len(addresses) == 2


def test_a_theme_that_is_not_there_is_told_at_start_up_and_stops_no_page(client, settings, tmp_path):
    assert not [c for c in run_checks(tags=["koers"]) if c.id == "koers.E101"]
    settings.THEMA_CSS = str(tmp_path / "weg.css")
    assert [c.id for c in run_checks(tags=["koers"]) if c.id == "koers.E101"] == ["koers.E101"]
    assert client.get("/over/").status_code == 200
    assert client.get("/thema.css").status_code == 404
