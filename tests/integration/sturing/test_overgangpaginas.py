"""The pages of the hand-over and of the herinrichting, as somebody works with them."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse

from koers.domain.rollen import Rol
from koers.registers.sturing.models import Formatie, VoorwaardeStap
from koers.registers.toegang.models import Overgang, OvergangStap
from tests.overgangswereld import assign, days, make_casussen, mark, plan, require
from tests.wereld import actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
NAAM = "Kanarieveld"


@pytest.fixture
def consulent():
    return make_medewerker(Rol.JEUGDCONSULENT)


@pytest.fixture
def casus(consulent):
    return make_casussen(actor_of(consulent), naam=NAAM)[0]


def text(client, naam: str, *args, **query) -> str:
    answer = client.get(reverse(naam, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client, naam: str, *args, **velden):
    return client.post(reverse(naam, args=args), {"formulier_id": uuid4(), **velden})


def test_a_casus_is_marked_and_gets_an_owner(client, consulent, casus):
    sign_in(client, consulent)
    assert "Nieuwe eigenaar" not in text(client, "casus", casus)
    assert send(client, "overgang-markeren", casus, drager="JeugdTeam", datum=days(-3)).status_code == 302
    assert "Er is nog niet afgesproken wie de casus overneemt." in text(client, "casus", casus)
    said = {"eigenaar": "team_jeugd", "regisseur": "", "uiterlijk": days(20), "reden": "", "datum": days(0)}
    assert send(client, "overgang-toewijzen", casus, **said).status_code == 302
    page = text(client, "casus", casus)
    assert "Team Jeugd" in page
    assert reverse("regie", args=[Overgang.objects.get().casus.melding.gezin_id]) in page
    # What was agreed stands in the form the next time.
    assert '<option value="team_jeugd" selected>' in text(client, "overgang-toewijzen", casus)


def test_the_same_form_sent_twice_is_one_mark(client, consulent, casus):
    sign_in(client, consulent)
    velden = {"formulier_id": uuid4(), "drager": "JeugdTeam", "datum": days(0)}
    for _time in range(2):
        assert client.post(reverse("overgang-markeren", args=[casus]), velden).status_code == 302
    assert Overgang.objects.count() == 1


def test_what_is_refused_stays_in_the_form_with_a_sentence(client, consulent, casus):
    by = actor_of(consulent)
    assign(by, mark(by, casus), klaar=20)
    sign_in(client, consulent)
    said = {"eigenaar": "welzijn", "regisseur": "", "uiterlijk": days(30), "reden": "", "datum": days(0)}
    answer = send(client, "overgang-toewijzen", casus, **said)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Schrijf op waarom." in page
    assert '<option value="welzijn" selected>' in page
    assert OvergangStap.objects.count() == 1
    answer = send(client, "overgang-gezin", casus, akkoord="nee", toelichting="", datum=days(0))
    assert "In eigen woorden" in answer.content.decode()
    assert answer.status_code == 422


def test_a_casus_that_was_never_marked_has_no_pages_to_go_on_with(client, consulent, casus):
    sign_in(client, consulent)
    for naam in ("toewijzen", "gezin", "overgenomen", "einde"):
        assert client.get(reverse(f"overgang-{naam}", args=[casus])).status_code == 404


@pytest.mark.parametrize("rol", [Rol.WETHOUDER, Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.RAADSLID])
def test_who_steers_meets_no_family(rol, client, consulent, casus):
    mark(actor_of(consulent), casus, ago=60)
    sign_in(client, make_medewerker(rol))
    page = text(client, "overgangen")
    assert NAAM not in page
    assert str(casus) not in page
    exact = rol in (Rol.CONTROLLER, Rol.BELEIDSADVISEUR)
    assert ("7 of minder" in page) is not exact
    assert ("Voorwaarde toevoegen" in page) is (rol is Rol.BELEIDSADVISEUR)


def test_who_works_with_the_family_finds_it_in_the_list_and_a_colleague_does_not(client, consulent, casus):
    mark(actor_of(consulent), casus)
    sign_in(client, consulent)
    assert NAAM in text(client, "overgangen")
    sign_in(client, make_medewerker(Rol.JEUGDCONSULENT))
    page = text(client, "overgangen")
    assert NAAM not in page
    assert "Geen van uw casussen gaat over." in page
    # Without a second factor there is no list at all.
    sign_in(client, consulent, tweede_factor=False)
    page = text(client, "overgangen")
    assert NAAM not in page
    assert "Waar u bij betrokken bent" not in page


def test_conditions_and_fte_are_written_on_pages(client):
    adviseur = make_medewerker(Rol.BELEIDSADVISEUR)
    sign_in(client, adviseur)
    said = {"wat": "Taken getekend.", "wie": "teamleider", "uiterlijk": days(40), "datum": days(-9)}
    assert send(client, "voorwaarde-nieuw", **said).status_code == 302
    role = {"rol": "POH Jeugd", "nu": "1,2", "nodig": "2,25", "bron": "het plan", "datum": days(0)}
    assert send(client, "formatie-nieuw", **role, afgesproken="1,5", per=days(30)).status_code == 302
    page = text(client, "overgangen")
    for words in ("Taken getekend.", "2,25", "0,75 te weinig", "het plan"):
        assert words in page
    row = Formatie.objects.get()
    said = role | {
        "rol": "Iets anders",
        "nodig": "1,2",
        "afgesproken": "1,5",
        "per": days(30),
        "reden": "Minder vragen.",
    }
    assert send(client, "formatie", row.pk, **said).status_code == 302
    page = text(client, "overgangen")
    assert "0,3 meer dan nodig" in page
    assert "Iets anders" not in page
    half = send(client, "formatie-nieuw", **(role | {"rol": "Gezinscoach", "per": days(3)}))
    assert half.status_code == 422
    assert "allebei" in half.content.decode()


def test_a_condition_is_met_changed_and_opened_on_pages(client):
    adviseur = make_medewerker(Rol.BELEIDSADVISEUR)
    voorwaarde = require(actor_of(adviseur), wat="Taken getekend.")
    sign_in(client, adviseur)
    assert "Taken getekend." in text(client, "voorwaarde-wijzigen", voorwaarde)
    for naam in ("voldaan", "heropenen", "vervallen"):
        done = send(client, f"voorwaarde-{naam}", voorwaarde, reden=f"Want {naam}.", datum=days(0))
        assert done.status_code == 302
    assert [een.soort for een in VoorwaardeStap.objects.order_by("vastgelegd_at")] == [
        "voldaan",
        "open",
        "vervallen",
    ]
    assert "Want heropenen." in text(client, "overgangen")


def test_the_stuurgroep_reads_what_moved(client):
    adviseur = make_actor(Rol.BELEIDSADVISEUR)
    require(adviseur, wat="Taken getekend.", ago=3)
    plan(adviseur)
    sign_in(client, make_medewerker(Rol.STUURGROEPLID))
    page = text(client, "agenda-sinds", dag=days(-5))
    assert "nieuwe voorwaarde" in page
    assert "POH Jeugd staat in het plan: nodig 2,2 fte, afgesproken – fte." in page


def test_the_page_is_there_in_english(client, consulent, casus):
    assign(actor_of(consulent), mark(actor_of(consulent), casus))
    sign_in(client, consulent)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    answer = client.get(reverse("overgangen"))
    assert "Hand-over of the JeugdTeam" in answer.content.decode()
