"""The pages of light help and of help that goes on, by the people who use them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from koers.actions.toegang.poh import read_poh
from koers.domain.rollen import Rol
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, LichteHulp
from tests.integration.licht.test_herindicatie import helped
from tests.wereld import (
    MIDDEN_DRENTHE,
    TOETSING,
    actor_of,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
KOP = "roepnaam;achternaam;geboortedatum;gevraagd\n"


def form_of(client, address, **filled):
    """Fills in a page as a browser would, with the id of its form."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    formulier = answer.context["formulier"]
    return {"formulier_id": str(formulier["formulier_id"].value())} | filled


@pytest.fixture
def poh(client):
    medewerker = make_medewerker(Rol.POH_JEUGD, soort="huisartspraktijk")
    sign_in(client, medewerker)
    return actor_of(medewerker)


def test_a_question_in_three_fields_and_a_wrong_one_keeps_what_was_typed(client, poh):
    typed = {"roepnaam": "Fenna", "achternaam": "Licht", "datum": vandaag().isoformat(), "vraag": "Bang."}
    typed = form_of(client, reverse("poh-nieuw"), **typed)
    wrong = client.post(reverse("poh-nieuw"), typed)
    assert wrong.status_code == 422
    assert "Bang." in wrong.content.decode()
    right = client.post(reverse("poh-nieuw"), typed | {"geboortedatum": "2015-05-05"}, follow=True)
    assert "Lichte hulp voor Fenna Licht" in right.content.decode()
    lane = client.get(reverse("poh")).content.decode()
    assert "1 keer 4,7 uur" in lane
    assert "is niet gemeten" in lane
    again = client.post(reverse("poh-nieuw"), typed | {"geboortedatum": "2015-05-05"})
    assert (again.status_code, LichteHulp.objects.count()) == (302, 1)


def test_a_list_is_looked_at_before_it_is_stored(client, poh):
    dag = (vandaag() - timedelta(days=9)).isoformat()
    lijst = f"{KOP}Sem;de Boer;2014-04-03;{dag}\nLotte;Mulder;2012-09-09;gisteren\n"
    typed = form_of(client, reverse("poh-lijst"), tekst=lijst)
    shown = client.post(reverse("poh-lijst"), typed).content.decode()
    assert "Er is nog niets opgeslagen" in shown
    assert "gisteren” of" not in shown
    assert "dat is geen datum" in shown
    assert LichteHulp.objects.count() == 0
    stored = client.post(reverse("poh-lijst"), typed | {"opslaan": "ja"}).content.decode()
    assert "Lotte;Mulder;2012-09-09;gisteren" in stored  # what was refused can be mended
    assert len(read_poh(by=poh).loopt) == 1
    empty = client.post(reverse("poh-lijst"), typed | {"tekst": " "})
    assert (empty.status_code, "Er staat niets in de lijst" in empty.content.decode()) == (422, True)


def test_going_on_without_an_evaluation_says_what_to_do_and_loses_nothing(client):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    sign_in(client, medewerker)
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    _, toewijzing = helped(actor_of(medewerker), product)
    address = reverse("herindicatie", args=[toewijzing])
    days = {"datum": vandaag().isoformat(), "ingangsdatum": vandaag().isoformat()}
    weighed = {f"regel-{t.regel}": t.antwoord for t in TOETSING} | {
        "bedrag": "6000",
        "principe": "normaliseren",
    }
    typed = form_of(client, address, **days, **weighed, reden="Het gaat nog niet goed.")
    stopped = client.post(address, typed)
    assert stopped.status_code == 422
    text = stopped.content.decode()
    assert "nog geen evaluatie" in text
    assert "Het gaat nog niet goed." in text
    later = (vandaag() + timedelta(days=14)).isoformat()
    assert client.post(address, typed | {"evaluatie_voor": later}).status_code == 302
    assert Besluit.objects.filter(herindicatie=True).count() == 1
    day = client.get(reverse("vandaag")).content.decode()
    assert "evaluatie beloofd voor" in day
