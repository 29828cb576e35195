"""An answer that stays away goes to contract management by itself, once; what came of it is counted."""

from dataclasses import replace
from datetime import timedelta
from threading import Thread
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from koers.actions.zorg.acceptatie import accept_toewijzing
from koers.actions.zorg.acceptatielijst import read_acceptatie
from koers.actions.zorg.escalatie import close_escalatie, escalate_antwoorden, read_escalatie
from koers.actions.zorg.lezen import BEANTWOORD, WACHT, read_toewijzingenlijst
from koers.cli.werk import _once_a_day
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers import klok
from koers.registers.kern.models import LogBetrokkene, LogRegel
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import AntwoordEscalatie, Contractproduct, Toewijzing
from koers.web.kern.vandaag import today_of
from tests.integration.zorg.test_acceptatie import on_day, outcome, phone, refuse, wereld  # noqa: F401
from tests.wereld import ASSEN, give_help, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
DAGWERK = systeemactor("dagwerk", functionaris="contractmanager")


@pytest.fixture
def laat(wereld, monkeypatch):  # noqa: F811
    """The same world three weeks later: nobody answered."""
    on_day(monkeypatch, vandaag() + timedelta(days=21))
    return wereld


def test_a_late_answer_comes_to_contract_management_once(laat):
    assert escalate_antwoorden(by=DAGWERK) == 1
    assert escalate_antwoorden(by=DAGWERK) == 0
    (fact,) = AntwoordEscalatie.objects.all()
    assert fact.uiterlijk == read_acceptatie(by=laat.beheer).regels[0].beeld.uiterlijk
    (telling,) = read_acceptatie(by=laat.beheer).tellingen
    assert (telling.te_laat, telling.geescaleerd) == (1, 1)


def test_what_is_not_late_or_was_answered_or_refused_stays_out(wereld, monkeypatch):  # noqa: F811
    assert escalate_antwoorden(by=DAGWERK) == 0  # still in time
    accept_toewijzing(by=wereld.aanbieder, toewijzing_id=wereld.toewijzing)
    product = Contractproduct.objects.get(pk=wereld.product)
    other = give_help(wereld.consulent, make_familie(wereld.consulent, "Tweede"), product)
    refused_one = replace(wereld, toewijzing=other.toewijzing)
    phone(refused_one)
    refuse(refused_one)
    on_day(monkeypatch, vandaag() + timedelta(days=21))
    assert escalate_antwoorden(by=DAGWERK) == 0


def test_the_work_of_the_day_does_it(laat, monkeypatch):
    monkeypatch.setattr(connection, "close", lambda: None)  # the program ends its own; the test goes on
    assert _once_a_day(None) == klok.vandaag()
    assert AntwoordEscalatie.objects.count() == 1


def test_a_second_writer_meets_the_constraint(laat):
    escalate_antwoorden(by=DAGWERK)
    fact = AntwoordEscalatie.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        AntwoordEscalatie.objects.create(
            toewijzing_id=fact.toewijzing_id,
            gemeente_id=fact.gemeente_id,
            soort="geopend",
            uiterlijk=fact.uiterlijk,
            datum=vandaag(),
            vastgelegd_at=nu(),
            vastgelegd_door="x",
        )


@pytest.mark.postgres
def test_two_processes_at_once_write_one(laat):
    def run():
        try:
            escalate_antwoorden(by=DAGWERK)
        finally:
            connection.close()

    both = [Thread(target=run) for _ in range(2)]
    for een in both:
        een.start()
    for een in both:
        een.join()
    assert AntwoordEscalatie.objects.count() == 1


def test_it_stays_until_somebody_writes_what_came_of_it_also_when_the_answer_came_later(laat):
    escalate_antwoorden(by=DAGWERK)
    accept_toewijzing(by=laat.aanbieder, toewijzing_id=laat.toewijzing)
    (regel,) = read_acceptatie(by=laat.beheer).regels
    assert regel.bij_ons
    assert not regel.te_laat
    found = {"by": laat.beheer, "toewijzing_id": laat.toewijzing}
    assert outcome(lambda: close_escalatie(**found, uitkomst="zomaar")) == "afhandeling_onbekend"
    close_escalatie(**found, uitkomst="alsnog_antwoord", toelichting="Gebeld.")
    assert outcome(lambda: close_escalatie(**found, uitkomst="alsnog_antwoord")) == "overgang_mag_niet"
    assert read_acceptatie(by=laat.beheer).regels == ()
    beeld = read_escalatie(**found).beeld
    assert (beeld.escalatie, beeld.escalatie_uitkomst) == ("escalatie_afgerond", "alsnog_antwoord")
    assert read_acceptatie(by=laat.beheer).tellingen[0].geescaleerd == 1  # what happened stays counted


def test_a_form_sent_twice_writes_one(laat):
    escalate_antwoorden(by=DAGWERK)
    formulier = uuid4()
    found = {"by": laat.beheer, "toewijzing_id": laat.toewijzing, "uitkomst": "niet_meer_nodig"}
    close_escalatie(**found, formulier=formulier)
    assert outcome(lambda: close_escalatie(**found, formulier=formulier)) == "al_verwerkt"
    assert AntwoordEscalatie.objects.filter(soort="afgerond").count() == 1


def test_another_municipality_and_other_roles_see_nothing_of_it(laat):
    escalate_antwoorden(by=DAGWERK)
    elsewhere = make_actor(Rol.CONTRACTMANAGER, ASSEN)
    assert outcome(lambda: read_escalatie(by=elsewhere, toewijzing_id=laat.toewijzing)) == "niet_gevonden"
    for rol in set(Rol) - {Rol.CONTRACTMANAGER, Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR}:
        with pytest.raises(Refused):
            read_escalatie(by=make_actor(rol), toewijzing_id=laat.toewijzing)
    with pytest.raises(Refused):
        escalate_antwoorden(by=make_actor(Rol.CONTRACTMANAGER))  # nobody starts it by hand


def test_the_day_of_the_contractmanager_names_it_with_its_clock_and_no_child(laat):
    manager = make_actor(Rol.CONTRACTMANAGER)
    (before,) = today_of(manager).vraagt  # late, and the work of the day did not run yet
    assert "stand=te_laat" in before.adres
    escalate_antwoorden(by=DAGWERK)
    (line,) = today_of(manager).vraagt
    assert str(laat.toewijzing) in line.adres
    assert "werkdagen te laat" in line.wat
    assert "Kanarie" not in line.wie + line.wat


def test_pages_of_fifty_and_only_who_is_shown_counts_as_seen(wereld):  # noqa: F811
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        many(wereld.toewijzing, 60)
    first = read_toewijzingenlijst(by=wereld.aanbieder)
    assert (len(first.regels), first.alle, first.wachten) == (50, 61, 61)
    row = LogRegel.objects.filter(handeling="read_toewijzingen").latest("tijdstip_at")
    assert LogBetrokkene.objects.filter(regel=row).count() == 1  # one child, however many toewijzingen
    second = read_toewijzingenlijst(by=wereld.aanbieder, pagina="2")
    assert len(second.regels) == 11
    assert {een[0].id for een in first.regels}.isdisjoint(een[0].id for een in second.regels)
    accept_toewijzing(by=wereld.aanbieder, toewijzing_id=wereld.toewijzing)
    (answered,) = read_toewijzingenlijst(by=wereld.aanbieder, stand=BEANTWOORD).regels
    assert answered[0].id == wereld.toewijzing
    assert read_toewijzingenlijst(by=wereld.aanbieder, stand=WACHT).pagina.paginator.count == 60
    assert read_toewijzingenlijst(by=wereld.aanbieder, hulp="iets anders").regels == ()
    assert read_toewijzingenlijst(by=wereld.ander).alle == 0


def many(toewijzing, aantal: int) -> None:
    """So many more of the same help."""
    row = Toewijzing.objects.get(pk=toewijzing)
    for number in range(aantal):
        row.pk, row.nummer, row._state.adding = uuid4(), 1_000 + number, True
        row.save(force_insert=True)


def test_the_list_of_contract_management_has_pages_and_filters(laat):
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        many(laat.toewijzing, 60)
    client = Client()
    sign_in(client, make_medewerker(Rol.CONTRACTMANAGER))
    page = client.get("/antwoorden/")
    assert page.context["aantal"] == 61
    assert len(page.context["pagina"]) == 20
    assert len(client.get("/antwoorden/?pagina=4").context["pagina"]) == 1
    assert client.get("/antwoorden/?stand=te_laat").context["aantal"] == 61
    assert client.get("/antwoorden/?stand=geweigerd").context["aantal"] == 0
    assert client.get(f"/antwoorden/?aanbieder={laat.aanbieder.organisatie_id}").context["aantal"] == 61
    assert client.get("/antwoorden/?pagina=x&stand=y&aanbieder=z").status_code == 200
