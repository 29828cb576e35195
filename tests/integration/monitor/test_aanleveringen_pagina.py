"""The ledger in the browser, without JavaScript: hand in, see what stayed out, never twice."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from koers.actions.monitor import aanleveringen
from koers.domain.rollen import Rol
from koers.registers.monitor.models import Aanlevering
from tests.integration.monitor.tabellen import ASSEN, EMMEN, KOP, bring
from tests.wereld import make_medewerker, sign_in

pytestmark = pytest.mark.django_db
LIJST, NIEUW = "aanleveringen", "aanlevering-nieuw"


def browser(rol: Rol = Rol.CONTROLLER) -> Client:
    client = Client()
    sign_in(client, make_medewerker(rol))
    return client


def hand_in(client: Client, tekst: str | bytes, *, soort: str = "kwb", naam: str = "kwb_2021.csv", **velden):
    inhoud = tekst.encode() if isinstance(tekst, str) else tekst
    velden = {"soort": soort, "formulier_id": str(uuid4())} | velden
    return client.post(reverse(NIEUW), velden | {"bestand": SimpleUploadedFile(naam, inhoud)})


def text(answer) -> str:
    """The page as somebody reads it."""
    kaal = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", unescape(kaal))


def test_an_empty_ledger_says_what_to_do():
    page = browser().get(reverse(LIJST))
    assert "Er is nog geen tabel binnengekomen." in text(page)
    assert reverse(NIEUW) in page.content.decode()


def test_who_may_look_but_not_hand_in_gets_no_button_and_no_form():
    client = browser(Rol.REGIOMANAGER)
    assert reverse(NIEUW) not in client.get(reverse(LIJST)).content.decode()
    assert client.get(reverse(NIEUW)).status_code == 404
    assert hand_in(client, KOP + ASSEN).status_code == 404
    assert not Aanlevering.objects.exists()


def test_a_table_goes_in_and_its_page_tells_what_became_of_every_row():
    client = browser()
    answer = hand_in(client, KOP + ASSEN + EMMEN.replace("12,0", "112,0"))
    rij = Aanlevering.objects.get(soort="kwb")
    assert (answer.status_code, answer["Location"]) == (302, reverse("aanlevering", args=[rij.pk]))
    page = text(client.get(answer["Location"]))
    assert "Van de 2 rijen in dit bestand zijn er 1 overgenomen. 1 rij is geweigerd." in page
    assert "rij 3 jeugdzorg_in_natura 112,0 Dit getal kan niet: het ligt niet tussen 0 en 100." in page
    assert "Van de 2 rijen zijn er 1 geweigerd." in page
    assert rij.sha256 in page
    assert rij.door in page
    assert "kwb_2021.csv" in text(client.get(reverse(LIJST)))


def test_the_same_form_twice_leads_to_the_same_delivery():
    client, formulier = browser(), str(uuid4())
    first = hand_in(client, KOP + ASSEN, formulier_id=formulier)
    second = hand_in(client, KOP + ASSEN, formulier_id=formulier)
    assert first["Location"] == second["Location"]
    assert Aanlevering.objects.filter(soort="kwb").count() == 1


def test_the_same_file_again_changes_nothing_and_says_so():
    client = browser()
    hand_in(client, KOP + ASSEN)
    page = text(client.get(hand_in(client, KOP + ASSEN)["Location"]))
    assert "Alles was al bekend; er is niets veranderd." in page
    assert "Hetzelfde bestand, andere keren" in page


@pytest.mark.parametrize(
    ("tekst", "naam", "zin"),
    [
        (b"%PDF-1.4", "kwb_2021.pdf", "Dit is een PDF."),
        (b"", "kwb_2021.csv", "Dit bestand is leeg."),
        ((KOP + ASSEN).encode(), "tabel.csv", "Koers weet niet over welk jaar deze tabel gaat."),
    ],
)
def test_a_file_that_cannot_be_read_stays_on_the_form_with_the_reason_and_in_the_ledger(tekst, naam, zin):
    client, formulier = browser(), str(uuid4())
    answer = hand_in(client, tekst, naam=naam, formulier_id=formulier)
    assert answer.status_code == 422
    assert zin in text(answer)
    assert f'value="{formulier}"' not in answer.content.decode()
    rij = Aanlevering.objects.get()
    page = text(client.get(reverse("aanlevering", args=[rij.pk])))
    assert "Koers kon dit bestand niet lezen. Er is niets overgenomen." in page
    assert zin in page


def test_after_a_refusal_the_next_form_goes_in_as_a_new_one():
    client = browser()
    answer = hand_in(client, KOP + ASSEN, naam="tabel.csv")
    (formulier,) = re.findall(r'name="formulier_id" value="([^"]+)"', answer.content.decode())
    again = hand_in(client, KOP + ASSEN, naam="tabel.csv", jaar="2021", formulier_id=formulier)
    assert again.status_code == 302
    assert Aanlevering.objects.get(soort="kwb", status="verwerkt").jaar == 2021


@pytest.mark.parametrize("velden", [{"soort": "onzin"}, {"jaar": "ooit"}, {"formulier_id": "x"}])
def test_a_crafted_form_writes_nothing(velden):
    assert hand_in(browser(), KOP + ASSEN, **velden).status_code == 422
    assert not Aanlevering.objects.exists()


def test_a_form_without_a_file_asks_for_one():
    answer = browser().post(reverse(NIEUW), {"soort": "kwb", "formulier_id": str(uuid4())})
    assert answer.status_code == 422
    assert "Bestand" in text(answer)


def test_what_stands_in_a_cell_is_shown_as_text_and_never_as_markup():
    client = browser()
    answer = hand_in(client, KOP + "GM0106;Assen;<script>alert(1)</script>;1;1\n")
    page = client.get(answer["Location"]).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_name_of_a_file_is_only_a_name():
    client = browser()
    hand_in(client, KOP + ASSEN, naam="../../etc/kwb_2021.csv")
    assert Aanlevering.objects.get(soort="kwb").bestandsnaam == "kwb_2021.csv"


def test_long_lists_are_leafed_through(monkeypatch):
    monkeypatch.setattr(aanleveringen, "BEVINDINGEN_PER_PAGINA", 2)
    from koers.web.monitor import aanleveringen as pages

    monkeypatch.setattr(pages, "BEVINDINGEN_PER_PAGINA", 2)
    rij = bring(KOP + "".join(f"GM{nummer:04d};x;veel;1;1\n" for nummer in range(9001, 9006)))
    client = browser()
    adres = reverse("aanlevering", args=[rij.id])
    first, last, beyond = (text(client.get(adres, {"pagina": pagina})) for pagina in ("1", "3", "99"))
    assert "rij 2 inwoners veel" in first
    assert "Bladzijde 1 van 3" in first
    assert "rij 6 inwoners veel" in last
    assert "rij 2 inwoners" not in last
    assert "Bladzijde 3 van 3" in beyond


@pytest.mark.parametrize("pagina", ["0", "-1", "abc", "９", "9" * 30, ""])
def test_a_strange_page_number_is_no_error(pagina):
    bring(KOP + ASSEN)
    assert browser().get(reverse(LIJST), {"pagina": pagina}).status_code == 200


@pytest.mark.parametrize("nummer", [12345, 10**30])
def test_a_delivery_that_is_not_there_is_the_page_for_that(nummer):
    assert browser().get(reverse("aanlevering", args=[nummer])).status_code == 404
