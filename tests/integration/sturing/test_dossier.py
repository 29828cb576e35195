"""The council report says what leaned on the principles; the evidence file grows with every report."""

import hashlib
import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from koers.actions.sturing.dossier import read_dossier
from koers.actions.sturing.lezen import read_document, read_periode, read_rapportage
from koers.actions.sturing.principes import state_principe
from koers.actions.sturing.rapportages import open_rapportage
from koers.domain.rapportages import digest
from koers.domain.rollen import Rol
from koers.domain.uitvoeringsagenda import NieuweHouding, Waarvan
from koers.domain.weigering import Refused
from koers.presentation.sturing.rapport import compose
from koers.registers.klok import nu, vandaag
from tests import proeftuinwereld
from tests.agendawereld import intervene
from tests.integration.sturing.rapportwereld import NU, SYSTEEM, make_schrijvers, published
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
LEUNT = NieuweHouding("normaliseren", "leunt")
WIJKT_AF = NieuweHouding("normaliseren", "wijkt_af", "Er was haast.")


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def wie():
    make_gemeente(MIDDEN_DRENTHE)
    return make_schrijvers()


def council_report(wie):
    return open_rapportage(
        by=wie.controller, gemeente=MIDDEN_DRENTHE, soort="jaarrapportage", periode=str(vandaag().year)
    )


def told(wie, rapportage) -> dict[str, list[tuple[str, str, str]]]:
    """Per principle what its chapter says: what it is, how, and why."""
    inhoud = read_rapportage(by=wie.controller, rapportage_id=rapportage).inhoud
    (chapter,) = (een for een in inhoud["hoofdstukken"] if een["id"] == "principes")
    return {
        een["id"]: [(regel["naam"], regel["houding"], regel["reden"]) for regel in een["regels"]]
        for een in chapter["principesdeel"]
    }


# --- the leading principles in the council report ---------------------------------------------------


def test_the_council_reads_what_leaned_on_a_principle_and_where_was_deviated(wie):
    first, second = intervene(wie.adviseur), intervene(wie.adviseur)
    state_principe(by=wie.adviseur, van=Waarvan("interventie", first), nieuw=LEUNT)
    state_principe(by=wie.adviseur, van=Waarvan("interventie", second), nieuw=LEUNT)
    with time_machine.travel(nu() + timedelta(minutes=1), tick=False):
        state_principe(by=wie.adviseur, van=Waarvan("interventie", second), nieuw=WIJKT_AF)  # the last counts
    rapportage = council_report(wie)
    assert sorted(told(wie, rapportage)["normaliseren"]) == [
        ("Groepen op alle scholen", "leunt", ""),
        ("Groepen op alle scholen", "wijkt_af", "Er was haast."),
    ]
    beeld = read_rapportage(by=wie.controller, rapportage_id=rapportage)
    chapter = next(een for een in compose(beeld.inhoud, "nl").hoofdstukken if een.id == "principes")
    (normal,) = (een for een in chapter.figuren if een.tabellen)
    assert normal.kernzin == "1 besluit of afspraak leunt erop. 1 wijkt er bewust van af."
    assert ("interventie", "wijkt hiervan af", "Er was haast.") in [
        rij[1:4] for rij in normal.tabellen[0].rijen
    ]
    silent = [een for een in chapter.figuren if not een.tabellen]
    assert {een.kernzin for een in silent} == {"Over dit principe is in deze periode niets gezegd."}


def test_the_command_tells_what_the_page_tells(wie):
    state_principe(by=wie.adviseur, van=Waarvan("interventie", intervene(wie.adviseur)), nieuw=WIJKT_AF)
    about = {"gemeente": MIDDEN_DRENTHE, "soort": "jaarrapportage", "periode": str(vandaag().year)}
    by_command, by_page = (
        next(een for een in read_periode(by=by, **about).inhoud["hoofdstukken"] if een["id"] == "principes")
        for by in (SYSTEEM, wie.controller)
    )
    assert by_command["principesdeel"] == by_page["principesdeel"]
    assert any(een["regels"] for een in by_command["principesdeel"])


def test_another_year_and_another_municipality_are_not_in_it(wie):
    with time_machine.travel(nu() - timedelta(days=400), tick=False):
        earlier = intervene(wie.adviseur)
        state_principe(by=wie.adviseur, van=Waarvan("interventie", earlier), nieuw=WIJKT_AF)
    make_gemeente(ASSEN)
    other = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    state_principe(by=other, van=Waarvan("interventie", intervene(other, ASSEN)), nieuw=WIJKT_AF)
    assert not any(told(wie, council_report(wie)).values())


def test_a_report_from_before_this_chapter_reads_as_it_was(wie):
    rapportage = published(wie)
    inhoud = read_rapportage(by=wie.controller, rapportage_id=rapportage).inhoud
    old = inhoud | {
        "hoofdstukken": [
            {naam: een[naam] for naam in een if naam not in ("principes", "principesdeel")}
            for een in inhoud["hoofdstukken"]
        ]
    }
    assert compose(old, "nl") == compose(inhoud, "nl")
    assert digest(old) != digest(inhoud)


# --- the evidence file ------------------------------------------------------------------------------


def test_the_evidence_grows_with_each_published_report_and_holds_it_as_signed(client, wie):
    sign_in(client, make_medewerker(Rol.RAADSLID))
    assert "Er is nog geen rapportage gepubliceerd" in client.get(reverse("rapportage-dossier")).text
    second, first = published(wie, periode="2025-K3"), published(wie, periode="2025-K2")
    council_report(wie)  # what is being written is no evidence
    page = client.get(reverse("rapportage-dossier")).text
    assert "Er zitten 2 rapportages in het dossier." in page
    assert page.index(reverse("rapportage", args=[first])) < page.index(reverse("rapportage", args=[second]))
    answer = client.get(reverse("rapportage-dossier-bestand"))
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as bundle:
        names = bundle.namelist()
        assert names == ["2025-K2-kwartaalrapportage-1.pdf", "2025-K3-kwartaalrapportage-1.pdf", "inhoud.txt"]
        pdf, lijst = bundle.read(names[0]), bundle.read("inhoud.txt").decode()
    assert pdf == read_document(by=wie.controller, rapportage_id=first, vorm="pdf")
    assert f"{names[0]}; Kwartaalrapportage jeugd; " in lijst
    assert hashlib.sha256(pdf).hexdigest() in lijst
    assert client.get(reverse("rapportage-dossier-bestand")).content == answer.content


def test_only_a_proeftuin_with_an_evaluation_is_in_it_and_only_for_its_own(client, wie):
    proeftuinwereld.running(wie.adviseur)
    proeftuin = proeftuinwereld.evaluated(wie.adviseur)
    assert [een.id for een in read_dossier(by=wie.adviseur).proeftuinen] == [proeftuin]
    make_gemeente(ASSEN)
    there = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    assert read_dossier(by=there).proeftuinen == ()
    with pytest.raises(Refused) as refused:
        read_dossier(by=there, gemeente=MIDDEN_DRENTHE)
    assert refused.value.code == "niet_gevonden"
    sign_in(client, make_medewerker(Rol.WETHOUDER, ASSEN))
    away = client.get(reverse("rapportage-dossier-bestand"), {"gemeente": MIDDEN_DRENTHE})
    assert away.status_code == 404
