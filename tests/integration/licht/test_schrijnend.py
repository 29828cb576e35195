"""One balance for distressing cases: promised within it, above it by one mandated person, never twice."""

import threading
from contextlib import suppress
from datetime import date
from uuid import uuid4

import pytest
from django.db import connections

from koers.actions.kern.gezinnen import register_gezin
from koers.actions.toegang import schrijnend
from koers.actions.toegang.schrijnend import (
    ask_schrijnend_geval,
    commit_schrijnend_geval,
    exceed_schrijnend_budget,
    read_schrijnend,
    read_schrijnend_geval,
    reject_schrijnend_geval,
    set_schrijnend_budget,
    settle_schrijnend_geval,
    withdraw_schrijnend_geval,
)
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.toestanden.toekomst import SCHRIJNEND_GEVAL
from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence
from koers.registers.kern.models import Gezinslid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import SchrijnendBudget
from tests.integration.toegang.wandelaars import involve
from tests.overgangen import ElkeOvergang
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker

pytestmark = pytest.mark.django_db
BEDRAG = 600_000


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def gemandateerde():
    return make_medewerker(Rol.GEDRAGSWETENSCHAPPER, naam="Mandaat")


@pytest.fixture
def controller():
    return make_actor(Rol.CONTROLLER)


def budget(controller, cents=1_000_000, gemandateerde=None):
    return set_schrijnend_budget(
        by=controller,
        jaar=vandaag().year,
        bedrag_cent=cents,
        besluit="collegebesluit 12",
        gemandateerde=gemandateerde and gemandateerde.pk,
    )


def ask(by, bedrag=BEDRAG):
    persoon = NieuwPersoon(
        achternaam=f"Klem{uuid4().hex[:6]}", roepnaam="Isa", geboortedatum=date(vandaag().year - 17, 3, 1)
    )
    gezin = register_gezin(by=by, jeugdige=persoon, formulier=uuid4())
    kind = Gezinslid.objects.get(gezin=gezin).persoon_id
    return ask_schrijnend_geval(
        by=by, jeugdige_id=kind, bedrag_cent=bedrag, reden="Nergens een kamer."
    ), gezin


def refused(do, **kwargs):
    with pytest.raises(Refused) as info:
        do(**kwargs)
    return info.value


def state(by, geval):
    return read_schrijnend_geval(by=by, geval_id=geval)[0].toestand


def test_promised_expected_and_left_add_up_in_cents(by, controller):
    een, _ = ask(by)
    twee, _ = ask(by, 350_050)
    assert refused(commit_schrijnend_geval, by=by, geval_id=een).code == "schrijnend_zonder_budget"
    budget(controller)
    commit_schrijnend_geval(by=by, geval_id=een)
    stand = read_schrijnend(by=by).stand
    assert (stand.toegezegd_cent, stand.verwacht_cent, stand.rest_cent) == (600_000, 350_050, 400_000)
    assert stand.rest_als_alles_doorgaat_cent == 49_950
    settle_schrijnend_geval(by=by, geval_id=een, bedrag_cent=512_345)
    stand = read_schrijnend(by=by).stand
    assert (stand.toegezegd_cent, stand.rest_cent) == (512_345, 487_655)
    withdraw_schrijnend_geval(by=by, geval_id=twee, reden="Heeft een kamer.")
    assert read_schrijnend(by=by).stand.verwacht_cent == 0


def test_above_the_budget_the_mandated_person_decides_with_a_reason(by, controller, gemandateerde):
    budget(controller, gemandateerde=gemandateerde)
    een, _ = ask(by)
    commit_schrijnend_geval(by=by, geval_id=een)
    twee, gezin = ask(by)
    no = refused(commit_schrijnend_geval, by=by, geval_id=twee)
    assert no.code == "schrijnend_budget_op"
    assert "4.000" in sentence(no)
    above = {"geval_id": twee, "reden": "Anders op straat."}
    assert refused(exceed_schrijnend_budget, by=by, **above).code == "schrijnend_geen_mandaat"
    # Another gedragswetenschapper of the family has no mandate either.
    ander = make_medewerker(Rol.GEDRAGSWETENSCHAPPER)
    involve(ander, gezin, MIDDEN_DRENTHE)
    assert refused(exceed_schrijnend_budget, by=actor_of(ander), **above).code == "schrijnend_geen_mandaat"
    mandaat = actor_of(gemandateerde)
    assert refused(exceed_schrijnend_budget, by=mandaat, geval_id=twee, reden=" ").code == "reden_verplicht"
    exceed_schrijnend_budget(by=mandaat, **above)  # sees it without working with the family
    assert state(by, twee) == "boven_budget"
    assert read_schrijnend(by=by).stand.rest_cent == -200_000


def test_who_is_mandated_neither_decides_about_an_own_request_nor_when_it_fits(by, controller, gemandateerde):
    budget(controller, 100_000, gemandateerde)
    mandaat = actor_of(gemandateerde)
    eigen, _ = ask(mandaat)
    above = {"by": mandaat, "reden": "Moet."}
    assert refused(exceed_schrijnend_budget, geval_id=eigen, **above).code == "schrijnend_eigen_vraag"
    klein, _ = ask(by, 50_000)
    assert refused(exceed_schrijnend_budget, geval_id=klein, **above).code == "schrijnend_past_nog"


def test_a_budget_is_replaced_never_changed(by, controller):
    budget(controller, 100)
    budget(controller, 200)
    assert [b.bedrag_cent for b in SchrijnendBudget.objects.order_by("vastgelegd_at")] == [100, 200]
    assert read_schrijnend(by=by).stand.budget_cent == 200
    assert refused(budget, controller=controller, cents=-1).code == "bedrag_negatief"
    elders = make_medewerker(Rol.GEDRAGSWETENSCHAPPER, ASSEN)
    assert refused(budget, controller=controller, gemandateerde=elders).code == "geen_collega"


ACTS = {
    "commit_schrijnend_geval": lambda by, pk: commit_schrijnend_geval(by=by, geval_id=pk),
    "exceed_schrijnend_budget": lambda by, pk: exceed_schrijnend_budget(by=by, geval_id=pk, reden="Moet."),
    "reject_schrijnend_geval": lambda by, pk: reject_schrijnend_geval(by=by, geval_id=pk, reden="Nee."),
    "settle_schrijnend_geval": lambda by, pk: settle_schrijnend_geval(by=by, geval_id=pk, bedrag_cent=1),
    "withdraw_schrijnend_geval": lambda by, pk: withdraw_schrijnend_geval(by=by, geval_id=pk, reden="Weg."),
}


class TestSchrijnendGeval(ElkeOvergang):
    machine = SCHRIJNEND_GEVAL
    wie = dict.fromkeys(ACTS, frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER}))
    wegen = {
        "gevraagd": [],
        "toegezegd": ["commit_schrijnend_geval"],
        "boven_budget": ["exceed_schrijnend_budget"],
        "afgewezen": ["reject_schrijnend_geval"],
        "afgerekend": ["commit_schrijnend_geval", "settle_schrijnend_geval"],
        "ingetrokken": ["withdraw_schrijnend_geval"],
    }

    def maak(self):
        self.by, self.controller = make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.CONTROLLER)
        self.gemandateerde = make_medewerker(Rol.GEDRAGSWETENSCHAPPER, naam="Mandaat")
        self.mandaat = actor_of(self.gemandateerde)

    def _do(self, handeling):
        def do(who, geval):
            # There is money for every act but the one that goes above it.
            cents = 0 if handeling == "exceed_schrijnend_budget" else 10**9
            budget(self.controller, cents, self.gemandateerde)
            return ACTS[handeling](who, geval)

        return do

    def zetten(self):
        return {(handeling, ""): self._do(handeling) for handeling in ACTS}

    def reach(self, toestand):
        geval, _ = ask(self.by)
        for step in self.wegen[toestand]:
            self._do(step)(self.mandaat, geval)
        return geval

    def state(self, geval):
        return state(self.by, geval)

    def doener(self, geval, handeling):
        return self.mandaat


@pytest.mark.django_db(transaction=True)
def test_two_people_who_decide_at_once_see_one_balance(controller, monkeypatch):
    """There is money for one of two. Each waits at the door with the balance in hand if the lock is gone."""
    first, second = promised_together(controller, monkeypatch)
    assert sorted([first, second]) == ["schrijnend_budget_op", "toegezegd"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_both_see_the_last_money(controller, monkeypatch):
    """The planted fault: it is the named row that keeps them apart, nothing else."""
    monkeypatch.setattr(schrijnend, "_hold", lambda gemeente, jaar: None)
    assert promised_together(controller, monkeypatch) == ["toegezegd", "toegezegd"]


def promised_together(controller, monkeypatch) -> list[str]:
    budget(controller)
    requests = []
    for _ in range(2):
        by = make_actor(Rol.JEUGDCONSULENT)
        requests.append((by, ask(by)[0]))
    both_looked = threading.Barrier(2)
    balance = schrijnend._balance

    def look(gemeente, jaar):
        stand = balance(gemeente, jaar)
        with suppress(threading.BrokenBarrierError):  # the other one waits for the lock, as it should
            both_looked.wait(1)
        return stand

    monkeypatch.setattr(schrijnend, "_balance", look)
    answers: list[str] = []

    def promise(by, geval):
        try:
            commit_schrijnend_geval(by=by, geval_id=geval)
            answers.append("toegezegd")
        except Refused as no:
            answers.append(no.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=promise, args=pair) for pair in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
