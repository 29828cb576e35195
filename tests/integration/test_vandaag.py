"""Today, per role: what asks something now, and nothing that is not so."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction

from koers.actions.kern import veranderd
from koers.actions.kern.controle import verify_log
from koers.actions.kern.zegel import seal
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.rollen import STURING, Rol
from koers.exchange.tabellen.invoer import deliver
from koers.policy import beleid
from koers.registers.kern.models import Gezin, LogRegel, Regisseurschap
from koers.registers.kern.verbinding import acting
from koers.registers.klok import nu, vandaag
from koers.web.kern import vandaag as pagina
from koers.web.kern.vandaag import today_of
from tests.integration.toegang.wandelaars import involve
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


TEAM = ("Het team", "Team bekijken")  # always a door, also when nothing of it asks for anybody


def what(regels):
    return [(regel.wie, regel.werk) for regel in regels]


def nobody_leads(familie):
    """Takes the lead away, but leaves who works with the family."""
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
        Regisseurschap.objects.filter(gezin_id=familie.gezin).update(tot_datum=vandaag())


def deliver_list(jaar=2026, *, fouten=0):
    """A list of municipalities comes in, with so many rows that cannot be."""
    regels = ["code;naam;jeugdregio", "GM1731;Midden-Drenthe;JZ04"]
    regels += [f"GM17{n};Nergens;JZ99" for n in range(32, 32 + fouten)]
    deliver(
        by=make_actor(Rol.CONTROLLER),
        soort=SoortAanlevering.GEMEENTEN,
        inhoud="\n".join(regels).encode(),
        bestandsnaam=f"gemeenten_{jaar}.csv",
    )


@pytest.mark.parametrize("rol", list(Rol))
def test_every_role_has_a_day(client, rol):
    sign_in(client, make_medewerker(rol))
    answer = client.get("/vandaag/")
    assert answer.status_code == 200
    asked = "Vraagt nu iets van mij" in answer.text
    assert ("Niets wacht op u." in answer.text) != asked
    # A beheerder without a second factor is itself something to see to; a new log was never checked.
    assert asked == (rol in (Rol.FUNCTIONEEL_BEHEERDER, Rol.PRIVACY_OFFICER))


def test_without_a_role_the_page_says_what_to_do(client):
    sign_in(client, make_medewerker(None))
    answer = client.get("/")
    assert answer.status_code == 200
    assert "Uw account heeft vandaag geen rol" in answer.text


def test_who_has_work_goes_straight_to_it(client):
    sign_in(client, make_medewerker(Rol.WETHOUDER))
    assert client.get("/").headers["Location"] == "/vandaag/"


def test_a_family_that_nobody_leads_asks_something_of_me():
    by = make_actor(Rol.JEUGDCONSULENT)
    make_familie(by, "Geleid")
    alone = make_familie(by, "Alleen")
    nobody_leads(alone)
    dag = today_of(by)
    assert what(dag.werk) == [("Gezin Geleid", "Gezin openen"), TEAM]
    assert what(dag.vraagt) == [("Gezin Alleen", "Gezin openen")]
    assert dag.sentence() == "Eén ding vraagt nu iets van u."


def test_what_a_colleague_did_lately_is_told_by_family_and_my_own_acts_are_not(monkeypatch):
    by, collega = make_actor(Rol.JEUGDCONSULENT), make_medewerker(Rol.JEUGDCONSULENT, naam="Bram Visser")
    familie, other = make_familie(by, "Veranderd"), make_familie(actor_of(collega), "Elders")
    assert today_of(by).veranderd == []
    involve(collega, familie.gezin, MIDDEN_DRENTHE)
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="06")
    for _ in range(2):
        register_melding(by=actor_of(collega), gezin_id=familie.gezin, melding=melding)
    (regel,) = today_of(by).veranderd
    assert regel.wie == "Gezin Veranderd"
    assert regel.wat == "Bram Visser schreef een melding op, en nog één verandering"
    assert regel.adres == f"/gezinnen/{familie.gezin}/"
    with time_machine.travel(nu() + timedelta(days=8)):
        assert today_of(by).veranderd == []
    # Planted: whose family it is does not count.
    monkeypatch.setattr(veranderd, "visible_gezinnen", lambda by, today: Gezin.objects.all())
    assert str(other.gezin) in {r.adres.split("/")[2] for r in today_of(by).veranderd}


def test_the_names_on_the_page_are_in_the_log_and_no_others(monkeypatch):
    monkeypatch.setattr(pagina, "HOOGSTENS", 1)
    by = make_actor(Rol.JEUGDCONSULENT)
    shown, hidden = make_familie(by, "Aa"), make_familie(by, "Bee")
    dag = today_of(by)
    assert what(dag.werk) == [("Gezin Aa", "Gezin openen"), ("Alle gezinnen", "Gezinnen bekijken"), TEAM]
    rows = LogRegel.objects.filter(handeling="read_gezinnen", by_id=by.id)
    seen = {b.persoon_id for row in rows for b in row.betrokkenen.all()}
    assert shown.kind in seen
    assert hidden.kind not in seen


def test_without_a_second_factor_no_name_is_shown_and_the_step_is_asked():
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    make_familie(actor_of(medewerker), "Verborgen")
    dag = today_of(actor_of(medewerker, tweede_factor=False))
    assert what(dag.vraagt) == [("Uw aanmelding", "Tweede stap zetten")]
    assert dag.werk == []


def test_a_beheerder_sees_who_cannot_work_yet():
    make_medewerker(Rol.JEUGDCONSULENT, naam="Zonder Stap")
    make_medewerker(Rol.WETHOUDER, naam="Ziet Geen Personen")
    demo = make_medewerker(Rol.JEUGDCONSULENT, naam="Uit De Demo")
    demo.demo = True
    demo.save()
    closed = make_medewerker(Rol.JEUGDCONSULENT, naam="Al Weg")
    closed.is_active = False
    closed.save()
    names = {regel.wie for regel in today_of(make_actor(Rol.FUNCTIONEEL_BEHEERDER)).vraagt}
    assert "Zonder Stap" in names
    assert not names & {"Ziet Geen Personen", "Uit De Demo", "Al Weg"}


def test_refused_rows_ask_something_until_a_newer_table_is_right():
    by = make_actor(Rol.CONTROLLER)
    deliver_list(fouten=2)
    assert [(regel.wie, regel.wat) for regel in today_of(by).vraagt] == [
        ("Lijst van gemeenten met hun jeugdregio, 2026", "kwam binnen; 2 van de 3 rijen geweigerd")
    ]
    deliver_list(2025)
    assert len(today_of(by).vraagt) == 1
    deliver_list(2026)
    assert today_of(by).vraagt == []
    assert len(today_of(by).veranderd) == 3


def test_who_cannot_mend_a_table_is_told_but_not_asked():
    deliver_list(fouten=1)
    dag = today_of(make_actor(Rol.REGIOMANAGER))
    assert (dag.vraagt, len(dag.veranderd)) == ([], 1)


def test_an_indicator_whose_review_day_came_asks_the_adviser(monkeypatch):
    assert today_of(make_actor(Rol.BELEIDSADVISEUR)).vraagt == []
    oldest = min(i.herkomst.herzien_voor for i in beleid().indicatoren.values())
    monkeypatch.setattr(pagina, "vandaag", lambda: oldest)
    asked = today_of(make_actor(Rol.BELEIDSADVISEUR)).vraagt
    assert {regel.werk for regel in asked} == {"Indicator bekijken"}
    assert today_of(make_actor(Rol.WETHOUDER)).vraagt == []


def test_a_privacy_officer_sees_whether_the_log_is_whole(settings):
    by = make_actor(Rol.PRIVACY_OFFICER)
    make_familie(make_actor(Rol.JEUGDCONSULENT), "Gelogd")
    assert what(today_of(by).vraagt) == [("Controle", "Logboek controleren")]
    seal(nu())
    verify_log(by=by)
    seal(nu())
    whole = today_of(by)
    assert (whole.vraagt, what(whole.werk)) == ([], [("Logboek", "Logboek bekijken")])
    settings.GETUIGE.unlink()
    assert what(today_of(by).vraagt)[0] == ("Logboek", "Logboek bekijken")


@pytest.mark.parametrize("rol", sorted(STURING))
def test_who_steers_sees_which_questions_are_open(rol):
    open_ = sum(len(i.open_vragen) for i in beleid().indicatoren.values())
    assert any(f"{open_} open vragen" in regel.wat for regel in today_of(make_actor(rol)).wacht)
