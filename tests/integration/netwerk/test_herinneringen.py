"""The collective memory finds published reports and decisions on proeftuinen: for who may read them."""

import pytest
from django.urls import reverse

from koers.actions.sturing.herinneringen import read_herinneringen
from koers.domain.rollen import Rol
from tests.integration.sturing import rapportwereld
from tests.proeftuinwereld import decided, evaluated
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapport():
    """A published quarter, and one that is being written."""
    wie = rapportwereld.make_schrijvers(MIDDEN_DRENTHE)
    rapportwereld.begin(wie, MIDDEN_DRENTHE, "2025-K4")
    return rapportwereld.published(wie, MIDDEN_DRENTHE, "2025-K2")


def found(client, vraag: str) -> str:
    return client.get(reverse("geheugen"), {"zoek": vraag}).text


def test_a_published_report_is_found_by_its_name_and_period_and_a_concept_by_nobody(client, rapport):
    sign_in(client, make_medewerker(Rol.RAADSLID))
    page = found(client, "kwartaalrapportage tweede kwartaal")
    assert reverse("rapportage", args=[rapport]) in page
    assert "tweede kwartaal van 2025" in page
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert "vierde kwartaal van 2025" not in found(client, "kwartaalrapportage")
    client.logout()
    assert reverse("rapportage", args=[rapport]) not in found(client, "kwartaalrapportage")


def test_a_decision_on_a_proeftuin_is_found_with_its_reason_by_who_steers_there(client):
    by = make_actor(Rol.BELEIDSADVISEUR)
    proeftuin, _waits = decided(by), evaluated(by)
    sign_in(client, make_medewerker(Rol.RAADSLID))
    page = found(client, "proeftuin")
    assert page.count("Besluit over een proeftuin") == 1  # what waits for a decision was not decided
    assert reverse("proeftuin", args=[proeftuin]) in page
    assert "Groter maken: het werkt goed genoeg om het overal te doen. Daarom." in page
    make_gemeente(ASSEN)
    sign_in(client, make_medewerker(Rol.RAADSLID, ASSEN))
    assert "Besluit over een proeftuin" not in found(client, "proeftuin")
    sign_in(client, make_medewerker(Rol.JEUGDCONSULENT))
    assert "Besluit over een proeftuin" not in found(client, "proeftuin")


@pytest.mark.parametrize("rol", sorted(Rol))
def test_every_role_gets_an_answer_and_no_more_than_its_own(rol, rapport):
    decided(make_actor(Rol.BELEIDSADVISEUR))
    make_gemeente(ASSEN)
    there = read_herinneringen(by=make_actor(rol, ASSEN))
    assert (there.proeftuinen, there.themas) == ((), ())
    assert {een.id for een in there.rapportages} <= {rapport}
    assert read_herinneringen(by=None).rapportages == ()
