"""The future plan opens by itself on its day, and goes from state to state as its table says."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from koers.actions.kern.gezinnen import register_gezin
from koers.actions.toegang import toekomst
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.toekomst import (
    NieuweUitkomst,
    answer_toekomst,
    close_toekomstplan,
    decline_toekomstplan,
    open_toekomstplannen,
    read_toekomstplan,
    read_toekomstplannen,
    reopen_toekomstplan,
)
from koers.authorization.handelingen import HANDELINGEN
from koers.domain.actor import systeemactor
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.toekomst import ONDERWERPEN
from koers.domain.toestanden.toekomst import TOEKOMSTPLAN
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezinslid, LogRegel
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Toekomstplan
from tests.integration.toegang.wandelaars import involve
from tests.overgangen import ElkeOvergang
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker

pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("dagelijks", functionaris="coördinator toegang")
DAG = timedelta(days=1)


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


def child_of(by, geboren: date, *, asked: date | None = None):
    """A young person with a question of `asked` (today when None)."""
    persoon = NieuwPersoon(achternaam=f"Jong{uuid4().hex[:6]}", roepnaam="Sem", geboortedatum=geboren)
    gezin = register_gezin(by=by, jeugdige=persoon, formulier=uuid4())
    kind = Gezinslid.objects.get(gezin=gezin).persoon_id
    melding = NieuweMelding(jeugdigen=(kind,), datum=asked or vandaag(), verwijzer="06")
    register_melding(by=by, gezin_id=gezin, melding=melding)
    return kind, gezin


def on(monkeypatch, dag: date) -> None:
    """Only the day on which plans are opened is moved; acts keep their own clock."""
    monkeypatch.setattr(toekomst, "vandaag", lambda: dag)


def opened() -> dict:
    return dict(Toekomstplan.objects.values_list("jeugdige_id", "datum"))


def test_a_plan_opens_on_the_day_itself_once_and_a_missed_day_is_caught_up(by, monkeypatch):
    today = vandaag()
    kind, _ = child_of(by, date(today.year - 16, today.month, 1))
    half = date(today.year + (today.month > 6), (today.month + 5) % 12 + 1, 1)
    on(monkeypatch, half - DAG)
    assert (open_toekomstplannen(by=SYSTEEM), opened()) == (0, {})
    on(monkeypatch, half)
    assert (open_toekomstplannen(by=SYSTEEM), opened()) == (1, {kind: half})
    assert open_toekomstplannen(by=SYSTEEM) == 0
    regel = LogRegel.objects.filter(handeling="open_toekomstplannen", bijzonderheden__geopend=1).get()
    assert (regel.by_id, regel.functionaris) == ("systeem:dagelijks", "coördinator toegang")
    assert list(regel.betrokkenen.values_list("persoon_id", flat=True)) == [kind]

    ander, _ = child_of(by, date(today.year - 16, today.month, 1))
    on(monkeypatch, half + 20 * DAG)  # the program stood still for three weeks
    assert (open_toekomstplannen(by=SYSTEEM), opened()[ander]) == (1, half)


def test_no_plan_for_who_is_grown_up_or_whose_question_is_long_ago(by):
    today = vandaag()
    child_of(by, date(today.year - 19, 1, 1))
    child_of(by, date(today.year - 17, 1, 1), asked=today - timedelta(days=800))
    child_of(by, date(today.year - 15, 1, 1))
    assert open_toekomstplannen(by=SYSTEEM) == 0


@pytest.fixture
def plan(by):
    kind, gezin = child_of(by, date(vandaag().year - 17, 1, 1))
    open_toekomstplannen(by=SYSTEEM)
    return Toekomstplan.objects.get(jeugdige=kind).pk, gezin


def answer(by, plan_id, onderwerp="wonen", uitkomst="geregeld"):
    antwoord = NieuweUitkomst(onderwerp, uitkomst, "mentor van school", vandaag(), "Plek in Beilen")
    return answer_toekomst(by=by, plan_id=plan_id, antwoord=antwoord)


def code_of(do, *args, **kwargs):
    try:
        do(*args, **kwargs)
    except Refused as refused:
        return refused.code
    return None


ACTS = {
    "answer_toekomst": answer,
    "close_toekomstplan": lambda by, plan_id: close_toekomstplan(by=by, plan_id=plan_id),
    "decline_toekomstplan": lambda by, plan_id: decline_toekomstplan(by=by, plan_id=plan_id, reden="Nee."),
    "reopen_toekomstplan": lambda by, plan_id: reopen_toekomstplan(by=by, plan_id=plan_id, reden="Toch."),
}


class TestToekomstplan(ElkeOvergang):
    machine = TOEKOMSTPLAN
    wie = dict.fromkeys(ACTS, frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER}))
    wegen = {"open": [], "afgerond": ["close_toekomstplan"], "niet_gewenst": ["decline_toekomstplan"]}

    def maak(self):
        self.by = make_actor(Rol.JEUGDCONSULENT)

    def zetten(self):
        return {(handeling, ""): do for handeling, do in ACTS.items()}

    def reach(self, toestand):
        kind, _ = child_of(self.by, date(vandaag().year - 17, 1, 1))
        open_toekomstplannen(by=SYSTEEM)
        plan_id = Toekomstplan.objects.get(jeugdige=kind).pk
        for onderwerp in ONDERWERPEN:
            answer(self.by, plan_id, onderwerp)
        for step in self.wegen[toestand]:
            ACTS[step](self.by, plan_id)
        return plan_id

    def state(self, plan_id):
        return read_toekomstplan(by=self.by, plan_id=plan_id).kort.toestand


def test_only_the_toegang_moves_a_plan_and_only_of_own_families(plan):
    plan_id, gezin = plan
    for rol in Rol:
        medewerker = make_medewerker(rol)
        involve(medewerker, gezin, MIDDEN_DRENTHE)
        stranger = make_actor(rol)
        for handeling, do in ACTS.items():
            allowed = rol in HANDELINGEN[handeling].rollen
            assert allowed == (rol in {Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})
            assert code_of(do, stranger, plan_id) == ("niet_gevonden" if allowed else "geen_recht")
            code = code_of(do, actor_of(medewerker), plan_id)
            assert (code != "geen_recht") == allowed
            assert code != "niet_gevonden"


def test_a_plan_is_done_when_every_check_has_an_outcome(by, plan):
    plan_id, _ = plan
    for onderwerp in ONDERWERPEN[1:]:
        answer(by, plan_id, onderwerp)
    answer(by, plan_id, ONDERWERPEN[0], "loopt")
    assert code_of(close_toekomstplan, by=by, plan_id=plan_id) == "toekomst_niet_compleet"
    answer(by, plan_id, ONDERWERPEN[0], "niet_nodig")
    close_toekomstplan(by=by, plan_id=plan_id)
    beeld = read_toekomstplan(by=by, plan_id=plan_id)
    assert [u.uitkomst for u in beeld.uitkomsten[ONDERWERPEN[0]]] == ["loopt", "niet_nodig"]
    assert beeld.uitkomsten["wonen"][0].wie == "mentor van school"
    assert read_toekomstplannen(by=by, alleen_open=True) == ()


def test_what_cannot_be_written_down_is_refused(by, plan):
    plan_id, _ = plan
    assert code_of(answer, by, plan_id, "hobby") == "toekomst_onderwerp_onbekend"
    assert code_of(answer, by, plan_id, "wonen", "misschien") == "toekomst_onderwerp_onbekend"
    later = NieuweUitkomst("wonen", "geregeld", "mentor", vandaag() + DAG)
    assert code_of(answer_toekomst, by=by, plan_id=plan_id, antwoord=later) == "datum_in_toekomst"
    nobody = NieuweUitkomst("wonen", "geregeld", " ", vandaag())
    assert code_of(answer_toekomst, by=by, plan_id=plan_id, antwoord=nobody) == "wie_ontbreekt"
    assert code_of(decline_toekomstplan, by=by, plan_id=plan_id, reden=" ") == "reden_verplicht"
