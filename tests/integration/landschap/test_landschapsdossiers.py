"""Dossiers of the zorglandschap: the besluit is of a meeting, figures stand there only for who may."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.netwerk.demo_landschapsdossiers import seed_landschapsdossiers
from koers.actions.netwerk.landschapsdossiers import (
    answer_markt,
    decide_landschap,
    hand_over_landschap,
    reopen_landschap,
)
from koers.actions.netwerk.landschapsdossiers_lezen import (
    read_landschapsdossier,
    read_landschapsdossiers,
    read_now,
)
from koers.domain.actor import systeemactor
from koers.domain.landschapsdossiers import Marktantwoord, Overdrachtsplan
from koers.domain.rollen import STURING, Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Landschapsdossier, LandschapsdossierStap, Vergaderbesluit
from tests.landschapwereld import consult, need, weigh, whole_dossier
from tests.vergaderwereld import whole_meeting
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.REGIOMANAGER)


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


def see(by, dossier):
    return read_landschapsdossier(by=by, dossier_id=dossier)


def besluit_in(gemeente: str) -> Vergaderbesluit:
    return Vergaderbesluit.objects.get(punt__vergadering=whole_meeting(gemeente))


def decide(by, dossier, besluit, soort="inkopen"):
    return decide_landschap(
        by=by, dossier_id=dossier, soort=soort, reden="Het is nodig.", besluit_id=besluit.pk
    )


def test_from_need_to_the_hand_over(by):
    dossier = need(by)
    besluit = besluit_in(MIDDEN_DRENTHE)
    assert refused(lambda: decide(by, dossier, besluit)) == "overgang_mag_niet"
    weigh(by, dossier)
    vraag = consult(by, dossier, answered=False)
    assert refused(lambda: decide(by, dossier, besluit)) == "markt_wacht_nog"
    for soort, tekst in (("kan", "Ja."), ("onder_voorwaarde", "Ja, maar.")):
        nieuw = Marktantwoord(soort, tekst, vandaag())
        answer_markt(by=make_actor(Rol.CONTRACTMANAGER), marktvraag_id=vraag, nieuw=nieuw)
    decide(by, dossier, besluit)
    late = Marktantwoord("kan", "Toch.", vandaag())
    assert refused(lambda: answer_markt(by=by, marktvraag_id=vraag, nieuw=late)) == "overgang_mag_niet"
    plan = Overdrachtsplan("zuid-drenthe", "de inkoper", vandaag() + timedelta(days=9), "Alles.")
    hand_over_landschap(by=by, dossier_id=dossier, nieuw=plan)
    een = see(by, dossier)
    assert [said.soort for said in een.marktvragen[0].antwoorden] == ["kan", "onder_voorwaarde"]
    assert [(stap.soort, stap.besluit_tekst) for stap in een.stappen] == [
        ("inkopen", besluit.tekst),
        ("overgedragen", ""),
    ]
    assert (een.stappen[1].inkoopregio, een.stappen[1].eigenaar) == ("zuid-drenthe", "de inkoper")
    assert not een.overdracht_te_laat


def test_a_hand_over_is_late_after_its_day(by, monkeypatch):
    dossier, _vraag = whole_dossier(by)
    decide(by, dossier, besluit_in(MIDDEN_DRENTHE))
    dag = vandaag() + timedelta(days=9)
    hand_over_landschap(
        by=by, dossier_id=dossier, nieuw=Overdrachtsplan("zuid-drenthe", "de inkoper", dag, "Alles.")
    )
    monkeypatch.setattr(
        "koers.actions.netwerk.landschapsdossiers_lezen.vandaag", lambda: dag + timedelta(days=1)
    )
    assert see(by, dossier).overdracht_te_laat


def test_the_besluit_is_one_that_the_writer_sees_and_others_read_it_only_at_their_own_meeting(by):
    dossier, _vraag = whole_dossier(by)
    strange = besluit_in(ASSEN)
    assert refused(lambda: decide(by, dossier, strange)) == "niet_gevonden"
    own = besluit_in(MIDDEN_DRENTHE)
    decide(by, dossier, own)
    assert see(make_actor(Rol.WETHOUDER), dossier).stappen[0].besluit_tekst == own.tekst
    for who in (make_actor(Rol.WETHOUDER, ASSEN), make_actor(Rol.CONTRACTMANAGER)):
        stap = see(who, dossier).stappen[0]
        assert (stap.besluit_tekst, stap.vergadering_id, stap.tekst) == ("", None, "Het is nodig.")


def test_the_database_keeps_what_was_written_and_a_decision_without_besluit_out(by):
    dossier, _vraag = whole_dossier(by)
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        Landschapsdossier.objects.update(naam="Iets anders")
    row = LandschapsdossierStap(
        dossier_id=dossier,
        soort="inkopen",
        tekst="x",
        door="x",
        datum=vandaag(),
        vastgelegd_at=see(by, dossier).datum.isoformat() + "T00:00:00Z",
        vastgelegd_door="x",
    )
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        row.save(force_insert=True)


def test_what_is_taken_up_again_asks_the_market_anew(by):
    dossier, _vraag = whole_dossier(by)
    decide(by, dossier, besluit_in(MIDDEN_DRENTHE), "niet_inkopen")
    reopen_landschap(by=by, dossier_id=dossier, tekst="Er zijn nu meer kinderen.")
    assert see(by, dossier).stand == "alternatieven"
    consult(by, dossier)
    assert see(by, dossier).stand == "marktconsultatie"
    assert len(see(by, dossier).stappen) == 2


# --- the figures beside it --------------------------------------------------------------------------


def test_exact_figures_stand_beside_it_only_for_who_may_read_them(by, client):
    dossier = need(by)
    for rol in (*STURING, Rol.CONTRACTMANAGER):
        who = make_actor(rol)
        now = read_now(by=who, dossier=see(who, dossier))
        may = rol in {Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}
        assert (now is not None) is may, rol
        read = LogRegel.objects.filter(handeling="read_landschap", by_id=who.id)
        assert read.exists() is may
        assert now is None or now.gebied.code == MIDDEN_DRENTHE  # an own area, not the whole region
    for rol, shown in ((Rol.REGIOMANAGER, True), (Rol.RAADSLID, False)):
        sign_in(client, make_medewerker(rol))
        page = client.get(reverse("landschapsdossier", args=[dossier])).text
        assert ("Wat het zorglandschap zegt" in page) is shown


# --- pages ------------------------------------------------------------------------------------------


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


def test_a_dossier_page_by_page(client):
    besluit = besluit_in(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.REGIOMANAGER))
    fields = form(naam="Kleine huizen", hulpvorm="14", gebied="drenthe", tekst="Jeugdigen.", plekken="0")
    answer = client.post(reverse("landschapsdossier-nieuw"), fields)
    assert (answer.status_code, "Jeugdigen." in answer.text) == (422, True)
    client.post(reverse("landschapsdossier-nieuw"), fields | {"plekken": ""})
    made = Landschapsdossier.objects.get()
    here = reverse("landschapsdossier", args=[made.pk])
    assert "niet geteld" in client.get(here).text

    def send(naam, **said):
        return client.post(reverse(f"landschap-{naam}", args=[made.pk]), form(**said))

    send("alternatief", wat="Inkopen", voor="Snel.", tegen="Duur.")
    send("markt", aanbieder="Huis en Haard", vraag="Kunt u dit?", datum=vandaag().isoformat())
    said = {"besluit": str(besluit.pk), "soort": "inkopen", "reden": "Nodig."}
    answer = send("besluit", **said)
    assert (answer.status_code, "heeft geantwoord (1)" in answer.text) == (422, True)
    vraag = made.marktvragen.get()
    client.post(
        reverse("landschap-antwoord", args=[vraag.pk]),
        form(soort="geen_antwoord", datum=vandaag().isoformat()),
    )
    send("besluit", **said)
    day = vandaag() + timedelta(days=9)
    send("overdragen", inkoopregio="zuid-drenthe", eigenaar="de inkoper", tekst="Alles.", uiterlijk=day)
    page = client.get(here).text
    assert besluit.tekst in page
    assert "de inkoper" in page
    send("afronden", tekst="Het contract loopt.")
    assert see(make_actor(Rol.RAADSLID), made.pk).stand == "landschap_afgerond"


def test_the_demo_has_one_in_the_market_and_one_handed_over(settings):
    settings.DEMO = True
    create_demo(by=systeemactor("toets", functionaris="de beheerder"), demo=True)
    seed_landschapsdossiers()
    found = {een.project: een for een in read_landschapsdossiers(by=demo_actor("raadslid"))}
    assert {id: een.stand for id, een in found.items()} == {
        "kwv": "marktconsultatie",
        "rst": "overgedragen_aan_inkoop",
    }
    assert [len(vraag.antwoorden) for vraag in found["kwv"].marktvragen] == [1, 1, 0]
