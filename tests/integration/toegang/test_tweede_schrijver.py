"""Two colleagues with one form of a besluit: the second reads what the first did, and loses nothing."""

from uuid import uuid4

import pytest

from koers.actions.toegang.besluiten import propose_besluit
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.domain.rollen import Rol
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit
from tests.integration.toegang.wandelaars import involve
from tests.wereld import (
    MIDDEN_DRENTHE,
    actor_of,
    ask,
    decide,
    make_familie,
    make_medewerker,
    rejected,
    sign_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def samen(client):
    """A casus with two who work on it; the browser is of the second."""
    een, twee = (make_medewerker(Rol.JEUGDCONSULENT) for _ in range(2))
    familie = make_familie(actor_of(een), "Samenloop")
    involve(twee, familie.gezin, MIDDEN_DRENTHE)
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="06")
    (casus,) = register_melding(by=actor_of(een), gezin_id=familie.gezin, melding=melding)
    sign_in(client, twee)
    return actor_of(een), twee, casus


def send(client, casus):
    sent = {"datum": vandaag().isoformat(), "toegekend": "nee", "reden": "Mijn eigen woorden."}
    return client.post(f"/casussen/{casus}/besluit/", {"formulier_id": str(uuid4())} | sent)


def test_after_a_besluit_of_a_colleague_both_are_on_the_page(client, samen):
    een, _twee, casus = samen
    besluit = decide(een, casus, rejected())
    page = send(client, casus)
    assert page.status_code == 422
    assert "Een collega nam intussen een besluit" in page.text
    assert f"/besluiten/{besluit}/" in page.text
    assert rejected().reden in page.text
    assert "Mijn eigen woorden." in page.text
    assert "Er is nog geen aanvraag" not in page.text
    assert Besluit.objects.count() == 1


def test_after_a_proposal_of_a_colleague_both_are_on_the_page(client, samen):
    een, twee, casus = samen
    ask(een, casus)
    propose_besluit(by=een, casus_id=casus, besluit=rejected(), aan=twee.pk, formulier=uuid4())
    page = send(client, casus)
    assert page.status_code == 422
    assert "Een collega legde intussen een besluit voor" in page.text
    assert rejected().reden in page.text
    assert "Mijn eigen woorden." in page.text
    assert Besluit.objects.count() == 0


def test_who_is_first_meets_no_such_card(client, samen):
    een, _twee, casus = samen
    ask(een, casus)
    page = send(client, casus)
    assert page.status_code == 422
    assert "Een collega" not in page.text
