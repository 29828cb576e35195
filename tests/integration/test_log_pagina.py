"""The log as the privacy officer reads it: own municipalities, no names of children, and an act itself."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koers.actions.handeling import act
from koers.actions.kern import logboek
from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.logboek import SYSTEEM, Keuze, read_log
from koers.domain.actor import systeemactor
from koers.domain.rollen import Doel, Rol
from koers.domain.weigering import Refused
from koers.presentation.woorden import DOELEN
from koers.registers.kern.models import LogRegel
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make_medewerker(Rol.PRIVACY_OFFICER, naam="Petra Privacy")


@pytest.fixture
def by(officer):
    return actor_of(officer)


def kinds(by, **keuze) -> list[str]:
    return [h.handeling for h in read_log(by=by, keuze=Keuze(**keuze)).handelingen]


def about(by, *persons: str, handeling: str = "read_gezin") -> None:
    """An act about one person of each of these municipalities."""
    with act(handeling, by=by) as spoor:
        for gemeente in persons:
            spoor.seen(uuid4(), gemeente)


def test_a_look_at_the_log_is_in_the_log(by):
    assert kinds(by) == []
    assert kinds(by) == ["read_log"]
    row = LogRegel.objects.filter(handeling="read_log").first()
    assert (row.by_id, row.doel) == (by.id, Doel.TOEZICHT)


def test_acts_about_people_here_are_shown_by_whoever_and_elsewhere_not(by):
    here, there = make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.JEUGDCONSULENT, ASSEN)
    about(here, MIDDEN_DRENTHE)
    about(there, MIDDEN_DRENTHE, ASSEN)
    about(there, ASSEN)
    about(here, ASSEN)
    lines = read_log(by=by).handelingen
    assert [(line.wie, line.personen) for line in lines] == [(there.naam, 1), (here.naam, 1)]


def test_acts_about_nobody_are_shown_of_colleagues_and_of_the_system(by):
    about(make_actor(Rol.CONTROLLER), handeling="read_vandaag")
    about(make_actor(Rol.CONTROLLER, ASSEN), handeling="read_vandaag")
    about(systeemactor("inlezer", functionaris="J. Beheer"), handeling="import_tabel")
    assert [(h.wie, h.functionaris) for h in read_log(by=by).handelingen] == [
        ("inlezer", "J. Beheer"),
        ("controller te Midden-Drenthe", ""),
    ]


def test_two_officers_with_equal_data_each_see_their_own():
    for gemeente in (MIDDEN_DRENTHE, ASSEN):
        consulent = make_actor(Rol.JEUGDCONSULENT, gemeente)
        familie = make_familie(consulent, "Gelijk")
        read_gezin(by=consulent, gezin_id=familie.gezin)
    for gemeente, naam in ((MIDDEN_DRENTHE, "Midden-Drenthe"), (ASSEN, "Assen")):
        lines = read_log(by=make_actor(Rol.PRIVACY_OFFICER, gemeente)).handelingen
        assert {line.wie for line in lines} == {f"jeugdconsulent te {naam}"}
        assert [line.personen for line in lines] == [2, 2, 1]


def strangers(by) -> set[str]:
    """Who is shown to an officer of Midden-Drenthe and did nothing there."""
    consulent, controller = make_actor(Rol.JEUGDCONSULENT, ASSEN), make_actor(Rol.CONTROLLER, ASSEN)
    about(consulent, ASSEN)
    about(controller, handeling="read_vandaag")
    about(make_actor(Rol.JEUGDCONSULENT), MIDDEN_DRENTHE)
    return {line.wie for line in read_log(by=by).handelingen} & {consulent.naam, controller.naam}


def test_who_did_nothing_here_is_not_shown(by):
    assert strangers(by) == set()


@pytest.mark.parametrize(
    "fault",
    [
        lambda by: LogRegel.objects.all(),
        lambda by: LogRegel.objects.filter(betrokkenen__isnull=True),
        lambda by: LogRegel.objects.filter(betrokkenen__isnull=False).distinct(),
    ],
    ids=["no filter", "acts about nobody of anybody", "acts about anybody"],
)
def test_planted_a_filter_that_was_dropped_is_caught(by, monkeypatch, fault):
    monkeypatch.setattr(logboek, "visible_log", fault)
    assert strangers(by) != set()


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.PRIVACY_OFFICER])
def test_nobody_else_reads_the_log(rol):
    with pytest.raises(Refused) as refused:
        read_log(by=make_actor(rol))
    assert refused.value.code == "geen_recht"


def test_without_a_second_factor_nobody_reads_it(officer):
    with pytest.raises(Refused) as refused:
        read_log(by=actor_of(officer, tweede_factor=False))
    assert refused.value.code == "tweede_factor_nodig"


class TestChoosing:
    def test_by_medewerker_act_and_system(self, by):
        consulent, poh = make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.POH_JEUGD)
        about(consulent, MIDDEN_DRENTHE)
        about(poh, MIDDEN_DRENTHE, handeling="read_gezinnen")
        about(systeemactor("inlezer", functionaris="J. Beheer"), handeling="import_tabel")
        assert kinds(by, medewerker=consulent.id) == ["read_gezin"]
        assert kinds(by, handeling="read_gezinnen") == ["read_gezinnen"]
        assert kinds(by, medewerker=SYSTEEM) == ["import_tabel"]
        assert kinds(by, medewerker=consulent.id, handeling="read_gezinnen") == []

    def test_a_made_up_medewerker_finds_nothing(self, by):
        about(make_actor(Rol.JEUGDCONSULENT, ASSEN), ASSEN)
        assert kinds(by, medewerker="' OR 1=1") == []

    @pytest.mark.parametrize(
        ("moment", "dag"),
        [
            (datetime(2026, 11, 22, 22, 59, tzinfo=UTC), date(2026, 11, 22)),
            (datetime(2026, 11, 22, 23, 0, tzinfo=UTC), date(2026, 11, 23)),
            # The clock goes back: this legal day has 25 hours.
            (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
            (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
            # And forward: 23 hours.
            (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
            (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
            (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        ],
    )
    def test_a_day_is_a_legal_day(self, by, monkeypatch, moment, dag):
        monkeypatch.setattr("koers.actions.handeling.nu", lambda: moment)
        about(make_actor(Rol.JEUGDCONSULENT), MIDDEN_DRENTHE)
        monkeypatch.undo()
        for other, found in ((-1, []), (0, ["read_gezin"]), (1, [])):
            assert kinds(by, dag=dag + timedelta(days=other), handeling="read_gezin") == found


def test_pages_hold_so_many_and_say_whether_there_are_more(by, monkeypatch):
    monkeypatch.setattr(logboek, "PER_PAGINA", 3)
    consulent = make_actor(Rol.JEUGDCONSULENT)
    for _ in range(7):
        about(consulent, MIDDEN_DRENTHE)
    keuze = Keuze(handeling="read_gezin")
    pages = [read_log(by=by, keuze=keuze, pagina=nummer) for nummer in (1, 2, 3, 4)]
    assert [(len(page.handelingen), page.meer) for page in pages] == [
        (3, True),
        (3, True),
        (1, False),
        (0, False),
    ]


def test_the_number_of_questions_does_not_grow(by):
    def questions() -> int:
        with CaptureQueriesContext(connection) as captured:
            read_log(by=by)
        return len(captured)

    consulent = make_actor(Rol.JEUGDCONSULENT)
    about(consulent, MIDDEN_DRENTHE)
    read_log(by=by)
    few = questions()
    for _ in range(20):
        about(make_actor(Rol.JEUGDCONSULENT), MIDDEN_DRENTHE, MIDDEN_DRENTHE)
    assert questions() == few


@pytest.mark.django_db(transaction=True)
class TestChain:
    def test_a_chain_and_a_witness_that_agree(self, by):
        for _ in range(10):
            about(make_actor(Rol.JEUGDCONSULENT), MIDDEN_DRENTHE)
        keten = read_log(by=by).keten
        assert (keten.rijen, keten.onverzegeld, keten.sluit_aan, keten.te_lang) == (10, 0, True, False)
        assert keten.bevestigd.tot == 10

    def test_a_witness_that_is_gone_is_seen_at_a_glance(self, by, settings, client, officer):
        for _ in range(10):
            about(make_actor(Rol.JEUGDCONSULENT), MIDDEN_DRENTHE)
        settings.GETUIGE.unlink()
        assert not read_log(by=by).keten.sluit_aan
        sign_in(client, officer)
        assert "sluiten niet op elkaar aan" in client.get("/logboek/").content.decode()

    def test_rows_that_wait_too_long_are_seen_at_a_glance(self, by, monkeypatch):
        about(make_actor(Rol.JEUGDCONSULENT), MIDDEN_DRENTHE)
        later = logboek.nu() + timedelta(seconds=61)
        monkeypatch.setattr(logboek, "nu", lambda: later)
        assert read_log(by=by).keten.te_lang


class TestPage:
    @pytest.fixture
    def browser(self, client, officer):
        sign_in(client, officer)
        return client

    def test_it_shows_who_did_what_and_no_name_of_a_young_person(self, browser):
        consulent = make_actor(Rol.JEUGDCONSULENT)
        familie = make_familie(consulent, "Kanariegeel")
        read_gezin(by=consulent, gezin_id=familie.gezin)
        page = browser.get("/logboek/").content.decode()
        assert "bekeek het gezin" in page
        assert "jeugdconsulent te Midden-Drenthe" in page
        assert "Kanariegeel" not in page
        assert str(familie.kind) not in page
        assert str(familie.gezin) not in page

    @pytest.mark.parametrize("keuze", ["dag=2020-01-01", "pagina=7", "medewerker=iemand"])
    def test_a_choice_without_outcome_says_so(self, browser, keuze):
        assert "Met deze keuze is er niets gevonden" in browser.get(f"/logboek/?{keuze}").content.decode()

    @pytest.mark.parametrize("dag", ["gisteren", "2026-13-45", "23-11-2026", "<script>"])
    def test_a_day_that_is_none_gets_a_sentence(self, browser, dag):
        answer = browser.get("/logboek/", {"dag": dag})
        assert answer.status_code == 200
        assert "Dit is geen dag" in answer.content.decode()
        assert "<script>" not in answer.content.decode().replace("<script src", "")

    @pytest.mark.parametrize("pagina", ["0", "-1", "x", "9999999999999999999999", "²"])
    def test_a_page_number_that_is_none_opens_a_page(self, browser, pagina):
        assert browser.get("/logboek/", {"pagina": pagina}).status_code == 200

    def test_every_purpose_has_words(self):
        assert set(DOELEN) == {doel.value for doel in Doel}

    @pytest.mark.django_db(transaction=True)
    def test_the_whole_log_is_checked_at_a_push_of_a_button(self, browser):
        page = browser.post("/logboek/controle/").content.decode()
        assert "Geen enkele rij is gewijzigd" in page
        assert "klopte alles" in browser.get("/logboek/").content.decode()

    @pytest.mark.django_db(transaction=True)
    def test_what_the_check_finds_is_told(self, browser, settings):
        for _ in range(10):
            about(make_actor(Rol.JEUGDCONSULENT), MIDDEN_DRENTHE)
        settings.GETUIGE.unlink()
        page = browser.post("/logboek/controle/").content.decode()
        assert "De getuige is er niet" in page
        assert "waren er 1 bevindingen" in browser.get("/logboek/").content.decode()
