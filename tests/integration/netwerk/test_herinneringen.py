"""The collective memory finds reports, decisions and agreements with what followed: for who may read them."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from koers.actions.netwerk.besproken import read_besproken
from koers.actions.netwerk.vergadering_lezen import read_punt
from koers.actions.netwerk.vergaderingen import close_agendapunt
from koers.actions.sturing.gebiedsagenda import finish_gebiedsafspraak
from koers.actions.sturing.herinneringen import read_herinneringen
from koers.actions.sturing.proeftuinen import decide_proeftuin, evaluate_proeftuin
from koers.domain.rollen import Rol
from koers.domain.vergadering import NieuwPunt
from koers.domain.weigering import Refused
from koers.registers.klok import nu, vandaag
from tests import gebiedswereld, vergaderwereld
from tests.integration.sturing import rapportwereld
from tests.proeftuinwereld import PRINCIPE, decided, evaluated
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


# --- linked to what followed ------------------------------------------------------------------------

TITEL = "Kwartaalrapportage jeugd 2025-K2, Midden-Drenthe"


def cell(client, vraag: str, adres: str) -> str:
    """What the page says of the one thing that was found at this address."""
    page = found(client, vraag)
    return page.split(f'<th scope="row"><a href="{adres}">')[1].split("</th>")[0]


def lay(regio, rapportage) -> tuple:
    """The report lies on the table of a meeting of today."""
    meeting = vergaderwereld.plan(regio)
    punt = vergaderwereld.put(regio, meeting, NieuwPunt("besluiten", "beleidsoverleg", rapportage=rapportage))
    vergaderwereld.send(regio, meeting)
    return meeting, punt


def test_a_report_is_linked_to_what_a_meeting_decided_on_it_and_to_the_periods_around_it(client):
    regio = vergaderwereld.make_regio()
    wie = rapportwereld.make_schrijvers(MIDDEN_DRENTHE)
    first, second, third = (
        rapportwereld.published(wie, MIDDEN_DRENTHE, f"2025-K{nummer}") for nummer in (1, 2, 3)
    )
    meeting, punt = lay(regio, second)
    assert "Midden-Drenthe" in read_punt(by=regio.als("regiomanager"), punt_id=punt)[1].titel
    vergaderwereld.decide(regio, punt, tekst="Wij sturen bij.", zonder_voorbereiding="De cijfers zijn er.")
    sign_in(client, regio.mensen["regiomanager"])
    said = cell(client, "kwartaalrapportage tweede kwartaal", reverse("rapportage", args=[second]))
    assert f'Volgde op: <a href="{reverse("rapportage", args=[first])}"' in said
    assert f'Daaruit kwam: <a href="{reverse("vergadering", args=[meeting])}">Wij sturen bij.' in said
    assert f'Daaruit kwam: <a href="{reverse("rapportage", args=[third])}"' in said
    back = cell(client, "wij sturen bij", reverse("vergadering", args=[meeting]))
    assert f'Volgde op: <a href="{reverse("rapportage", args=[second])}"' in back
    report = client.get(reverse("rapportage", args=[second])).text
    assert f"{reverse('vergadering', args=[meeting])}#punt-1" in report
    assert "Wij sturen bij." in report
    assert "lag nog niet op tafel" in client.get(reverse("rapportage", args=[first])).text
    there = client.get(reverse("vergadering", args=[meeting])).text
    assert f'Op tafel: <a href="{reverse("rapportage", args=[second])}"' in there


def test_a_report_that_was_only_discussed_says_so(client, rapport):
    regio = vergaderwereld.make_regio()
    _meeting, punt = lay(regio, rapport)
    by = regio.als("regiomanager")
    close_agendapunt(by=by, punt_id=punt, keuze="besproken", reden="Ter kennis.")
    (een,) = read_besproken(by=by, rapportage_id=rapport)
    assert (een.stand, een.besluit) == ("besproken", "")
    sign_in(client, regio.mensen["regiomanager"])
    said = cell(client, "kwartaalrapportage tweede kwartaal", reverse("rapportage", args=[rapport]))
    assert "(besproken, geen besluit)" in said


def test_what_is_still_being_written_lies_on_no_table(rapport):
    regio = vergaderwereld.make_regio()
    begun = rapportwereld.begin(rapportwereld.make_schrijvers(MIDDEN_DRENTHE), MIDDEN_DRENTHE, "2025-K3")
    with pytest.raises(Refused) as refused:
        lay(regio, begun)
    assert refused.value.code == "punt_rapportage_onbekend"


def test_the_form_of_an_item_offers_what_was_published_and_nothing_else(client, rapport):
    regio = vergaderwereld.make_regio()
    meeting = vergaderwereld.plan(regio)
    sign_in(client, regio.mensen["regiomanager"])
    address = reverse("agendapunt-nieuw", args=[meeting])
    page = client.get(address).text
    assert f'<option value="{rapport}">' in page
    assert "vierde kwartaal van 2025" not in page  # that one is being written
    empty = client.post(
        address, {"formulier_id": str(uuid4()), "vraag": "informeren", "voorbereider": "jeugdoverleg"}
    )
    assert "Kies een dossier of een rapportage, of schrijf waar het punt over gaat." in empty.text
    client.post(
        address,
        {
            "formulier_id": str(uuid4()),
            "vraag": "informeren",
            "voorbereider": "jeugdoverleg",
            "rapportage": str(rapport),
        },
    )
    assert (
        f'Op tafel: <a href="{reverse("rapportage", args=[rapport])}"'
        in client.get(reverse("vergadering", args=[meeting])).text
    )


def test_two_decisions_on_a_proeftuin_follow_each_other(client):
    by = make_actor(Rol.BELEIDSADVISEUR)
    proeftuin = decided(by, "doorgaan", evaluatie_op=vandaag() + timedelta(days=90))
    with time_machine.travel(nu() + timedelta(days=91), tick=False):
        evaluate_proeftuin(by=by, proeftuin_id=proeftuin, woorden="Het werkt.")
        decide_proeftuin(by=by, proeftuin_id=proeftuin, keuze="stoppen", reden="Klaar.", principes=[PRINCIPE])
    sign_in(client, make_medewerker(Rol.RAADSLID))
    page = found(client, "proeftuin")
    assert page.count("Volgde op:") == page.count("Daaruit kwam:") == 1


def test_an_agreement_of_an_area_is_found_with_what_came_of_it(client):
    adviser = make_actor(Rol.BELEIDSADVISEUR)
    by = gebiedswereld.partner(soort="gemeente")
    afspraak = gebiedswereld.promise(by, gebiedswereld.hold(adviser), "De bus naar Beilen regelen")
    sign_in(client, make_medewerker(Rol.WETHOUDER))
    address = reverse("gebiedsafspraak", args=[afspraak])
    assert "Daaruit kwam" not in cell(client, "bus Beilen", address)
    finish_gebiedsafspraak(by=by, afspraak_id=afspraak, reden="De bus rijdt.", datum=vandaag())
    assert "De bus rijdt." in cell(client, "bus Beilen", address)
    make_gemeente(ASSEN)
    sign_in(client, make_medewerker(Rol.WETHOUDER, ASSEN))
    assert address not in found(client, "bus Beilen")
    sign_in(client, make_medewerker(Rol.RAADSLID))
    assert address not in found(client, "bus Beilen")
