"""Pages of a plan: the second writer sees both, and every form of every kind opens and stores."""

from uuid import uuid4

import pytest
from django.urls import reverse

from koers.actions.toegang.plan.lezen import read_plan
from koers.domain.plan.onderdelen import IN_DEEL
from koers.domain.rollen import Rol
from tests.integration.plan.wereld import begin, fill, make_two_homes
from tests.wereld import actor_of, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def medewerker():
    return make_medewerker(Rol.JEUGDCONSULENT)


@pytest.fixture
def thuis(medewerker):
    thuis = make_two_homes(actor_of(medewerker))
    begin(actor_of(medewerker), thuis)
    return thuis


def test_who_was_second_sees_both_and_can_put_them_together(client, medewerker, thuis):
    ids = fill(actor_of(medewerker), thuis)
    sign_in(client, medewerker)
    page = reverse("plan-onderdeel", args=[thuis.gezin, ids["doel"]])
    mine = {"formulier_id": uuid4(), "versie": 1, "wat": "Mijn woorden", "zorgen": [ids["zorg"]]}
    assert client.post(page, mine | {"wat": "Haar woorden", "formulier_id": uuid4()}).status_code == 302
    answer = client.post(page, mine)
    told = answer.content.decode()
    assert answer.status_code == 409
    assert "Haar woorden" in told
    assert "Mijn woorden" in told
    assert 'name="versie" value="2"' in told
    again = mine | {"formulier_id": uuid4(), "versie": 2, "wat": "Haar woorden en mijn woorden"}
    assert client.post(page, again).status_code == 302
    assert "Haar woorden en mijn woorden" in client.get(reverse("plan", args=[thuis.gezin])).content.decode()


def test_every_kind_has_a_form_where_it_may_stand_and_nowhere_else(client, medewerker, thuis):
    sign_in(client, medewerker)
    delen = read_plan(by=actor_of(medewerker), gezin_id=thuis.gezin).inhoud.delen
    for deel in delen[:3]:
        for soort in {een for kinds in IN_DEEL.values() for een in kinds}:
            answer = client.get(reverse("plan-onderdeel-nieuw", args=[thuis.gezin, deel.id, soort]))
            assert answer.status_code == (200 if soort in IN_DEEL[deel.soort] else 404), (deel.soort, soort)
