"""Pages that are kept: the same as drawn anew, never old, never somebody else's."""

import re

import pytest
from django.apps import apps
from django.contrib.messages.storage import default_storage
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from koers.actions.monitor.regio import figures_mark
from koers.domain.rollen import Rol
from koers.registers.kern import stempels, triggers
from koers.registers.monitor.models import Cijferstempel, Gebied, GebiedDeel, Opvolging, Waarneming
from koers.web import gehouden
from koers.web.monitor import regio as regiopagina
from tests.integration.monitor.tabellen import bring
from tests.wereld import make_medewerker, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

KOP = "gemeentecode;gemeente;inkoopregio;verdeelsleutel;jeugdzorg_pct\n"
ADRESSEN = ("/regio/", "/regio/?sorteer=-inwoners&jaar=2021", "/regio/GM1731/", "/regio/GM0106/")


@pytest.fixture(autouse=True)
def lade(monkeypatch):
    """Empty drawers for each test."""
    for naam in ("LADE", "KADERS"):
        monkeypatch.setattr(gehouden, naam, gehouden.Lade())
    return gehouden.LADE


@pytest.fixture
def made(monkeypatch):
    """How often a page was really made."""
    made = []
    for naam in ("_state_of_region", "_municipality"):
        right = getattr(regiopagina, naam)
        monkeypatch.setattr(
            regiopagina, naam, lambda *a, right=right, naam=naam: made.append(naam) or right(*a)
        )
    return made


def inner(html: str) -> str:
    """The page without its frame, which holds the time and the proof of its forms."""
    return html[html.index("<main") : html.index("</main>")]


def page(client, adres: str) -> str:
    answer = client.get(adres)
    assert answer.status_code == 200
    return inner(answer.content.decode())


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("adres", [*ADRESSEN, "/indicatoren/", "/indicatoren/aandeel-specialistisch/"])
def test_a_kept_page_is_the_page_as_django_draws_it_whole(client, monkeypatch, adres, taal):
    client.cookies["django_language"] = taal
    kept = [page(client, adres), page(client, adres)]

    def whole(request, sjabloon, stempel, keus, make):
        return render(request, sjabloon, make())

    monkeypatch.setattr(regiopagina, "kept_page", whole)
    monkeypatch.setattr("koers.web.monitor.indicatoren.kept_page", whole)
    assert [page(client, adres)] * 2 == kept


@pytest.mark.parametrize("adres", ADRESSEN)
def test_the_second_reader_gets_what_was_made_for_the_first(client, made, adres):
    page(client, adres)
    assert len(made) == 1
    page(client, adres + ("&" if "?" in adres else "?") + "vreemd=1")
    assert len(made) == 1


def test_each_language_and_each_choice_has_its_own(client, made):
    dutch = page(client, "/regio/")
    client.cookies["django_language"] = "en"
    english = page(client, "/regio/")
    assert dutch != english
    assert page(client, "/regio/?sorteer=-inwoners") != english
    assert len(made) == 3


def show_a_corrected_figure(client):
    """Delivers another figure for a municipality and looks for it on both pages."""
    een = Waarneming.objects.geldend().get(gebied_code="GM1731", jaar=2021, grootheid="jeugdzorg_in_natura")
    old, new = (f"{waarde:.1f}".replace(".", ",") for waarde in (een.waarde, een.waarde + 60))
    for adres in ("/regio/", "/regio/GM1731/"):
        assert old in page(client, adres)
        assert new not in page(client, adres)
    bring(f"code;jeugdzorg_in_natura\nGM1731;{new}\n")
    for adres in ("/regio/", "/regio/GM1731/"):
        assert new in page(client, adres)


def test_a_corrected_figure_is_on_the_page_at_once(client):
    show_a_corrected_figure(client)


def test_planted_what_is_kept_without_its_mark_shows_the_old_figure(client, monkeypatch):
    monkeypatch.setattr(regiopagina, "figures_mark", lambda: "altijd")
    with pytest.raises(AssertionError):
        show_a_corrected_figure(client)


@pytest.mark.sqlite  # on PostgreSQL the program is not the owner, and can take no trigger away
def test_planted_without_the_triggers_the_old_figure_stays(client):
    triggers.remove(connection)
    try:
        with pytest.raises(AssertionError):
            show_a_corrected_figure(client)
    finally:
        triggers.install(connection)


def test_a_change_by_hand_is_seen_too(client):
    """Not by an act: straight in the table, as somebody who mends something might."""
    page(client, "/regio/GM1731/")
    Gebied.objects.filter(code="GM1731").update(naam="Midden-Drenthe bij de Brink")
    assert "Midden-Drenthe bij de Brink" in page(client, "/regio/GM1731/")
    assert "Midden-Drenthe bij de Brink" in page(client, "/regio/")


def test_another_policy_and_another_day_are_another_page(client, made, monkeypatch):
    class Ander:
        digest = "ander"

    page(client, "/regio/")
    monkeypatch.setattr(gehouden, "beleid", Ander)
    page(client, "/regio/")
    assert len(made) == 2
    monkeypatch.setattr(gehouden, "vandaag", lambda: "morgen")
    page(client, "/regio/")
    assert len(made) == 3


def test_without_a_mark_nothing_is_kept(client, made):
    Cijferstempel.objects.all().delete()
    page(client, "/regio/")
    page(client, "/regio/")
    assert len(made) == 2


def test_what_is_not_there_is_not_kept(client, lade):
    assert client.get("/regio/GM9999/").status_code == 404
    assert not lade._inhoud


@pytest.mark.parametrize(
    ("model", "veld"),
    [(Waarneming, "bron"), (Gebied, "naam"), (GebiedDeel, "deel_code"), (Opvolging, "bron")],
)
def test_every_table_of_figures_makes_a_new_mark(model, veld):
    before = figures_mark()
    row = model.objects.order_by("-pk").first()
    assert figures_mark() == before
    model.objects.filter(pk=row.pk).update(**{veld: "anders"})
    changed = figures_mark()
    model.objects.filter(pk=row.pk).delete()
    assert len({before, changed, figures_mark()}) == 3


def test_every_table_that_a_kept_page_asks_has_a_mark(client):
    """The tables are taken from the questions themselves, so a page that asks one more is noticed."""
    with CaptureQueriesContext(connection) as asked:
        for adres in ADRESSEN:
            page(client, adres)
    used = {
        part.strip('"') for q in asked.captured_queries for part in q["sql"].split() if "monitor_" in part
    }
    tables = {part.split('"')[0].split(".")[0] for part in used if part.startswith("monitor_")}
    known = {apps.get_model(label)._meta.db_table for label in stempels.STEMPELTABELLEN["cijfers"]}
    assert known <= tables
    assert tables <= known | {"monitor_cijferstempel"}


def test_the_drawer_stays_small():
    lade = gehouden.Lade(hoogstens=2)
    for sleutel in "abc":
        lade.get(sleutel, lambda sleutel=sleutel: sleutel)
    assert list(lade._inhoud) == ["b", "c"]
    lade.get("b", lambda: "niet opnieuw")
    lade.get("d", lambda: "d")
    assert list(lade._inhoud.values()) == ["b", "d"]


def test_what_is_kept_holds_nothing_of_who_looked():
    """The blocks are drawn without a request: a proof of a form or a name cannot get in."""
    blokken = gehouden.drawn_blocks("monitor/regio_leeg.html", {"zin": "<b>"})
    assert "&lt;b&gt;" in blokken["inhoud"]
    assert "csrfmiddlewaretoken" not in "".join(blokken.values())


PUBLIEK = ("/", "/regio/", "/regio/GM1731/", "/indicatoren/", "/publicaties/")


def proofs(html: str) -> set[str]:
    return set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html))


@pytest.mark.parametrize("adres", PUBLIEK)
def test_each_visitor_gets_a_proof_of_their_own_and_it_works(adres):
    een, ander = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    one, two = (proofs(client.get(adres).content.decode()) for client in (een, ander))
    assert len(one) == len(two) == 1
    assert one != two
    assert "eigen-bewijs" not in "".join(one | two)
    choice = {"thema": "donker", "terug": adres}
    for client, (proof,) in ((een, one), (ander, two)):
        assert client.post("/thema/", choice | {"csrfmiddlewaretoken": proof}).status_code == 302
    (stolen,) = one
    assert ander.post("/thema/", choice | {"csrfmiddlewaretoken": stolen}).status_code == 403
    assert 'data-thema="donker"' in een.get(adres).content.decode()
    assert 'data-thema="donker"' not in Client().get(adres).content.decode()


def test_planted_a_proof_that_is_kept_would_be_one_visitors_for_all(monkeypatch):
    """As it goes when the frame is kept with the proof of whoever came first in it."""
    right, first = gehouden.get_token, []

    def of_the_first(request):
        first.append(right(request))
        return first[0]

    monkeypatch.setattr(gehouden, "get_token", of_the_first)
    with pytest.raises(AssertionError):
        test_each_visitor_gets_a_proof_of_their_own_and_it_works("/regio/")


@pytest.mark.parametrize("adres", PUBLIEK[1:])
def test_who_is_signed_in_never_gets_or_leaves_a_kept_frame(client, adres):
    mien, other = Client(), Client()
    sign_in(mien, make_medewerker(Rol.CONTROLLER, naam="Mien Controle"))
    for _ in range(2):
        assert "Mien Controle" not in client.get(adres).content.decode()
        assert "Mien Controle" in mien.get(adres).content.decode()
        assert "Mien Controle" not in other.get(adres).content.decode()


def test_a_message_is_for_one_reader_once(client):
    page(client, "/regio/")
    message = RequestFactory().get("/")
    message.session, message.COOKIES = client.session, {}
    store = default_storage(message)
    store.add(20, "Alleen voor u")
    answer = HttpResponse()
    store.update(answer)
    client.cookies.update(answer.cookies)
    assert "Alleen voor u" in page(client, "/regio/")
    assert "Alleen voor u" not in page(client, "/regio/")
    assert "Alleen voor u" not in page(Client(), "/regio/")
