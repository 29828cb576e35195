"""Long runs: asked for on the page, done once by the worker whatever ends it, and kept as a scenario."""

import threading
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.prognose import berekeningen
from koers.actions.prognose.berekeningen import (
    HOOGSTENS,
    MEESTE_POGINGEN,
    fail_berekening,
    finish_berekening,
    request_berekening,
    take_berekening,
    work_berekening,
)
from koers.actions.prognose.scenarios import read_scenarios, withdraw_scenario
from koers.cli.werk import _reckon_once, _reckon_until
from koers.domain.actor import systeemactor
from koers.domain.hefbomen import KNOPPEN, Inzet
from koers.domain.rollen import Rol
from koers.domain.scenario import KEREN, Wens
from koers.domain.toestanden import BEREKENING
from koers.domain.toestanden.berekening import GEEN_CIJFERS, GESTOPT, KLAAR, LOOPT, MISLUKT, WACHT
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.klok import nu
from koers.registers.prognose.models import Scenario
from tests.integration.prognose.conftest import TOT
from tests.overgangen import ElkeOvergang
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

WERK = systeemactor("rekenwerk", functionaris="controller")
WENS = Wens(
    (Inzet(KNOPPEN["instroom-arts"], 20, date(TOT.year + 1, 1, 1), 12),), Decimal("7.5"), TOT.year + 3
)
UITKOMST = {"tot": TOT.isoformat(), "jaren": []}


class Gedood(BaseException):
    """A worker that is ended here: nothing after it happens, and no transaction is kept."""


@pytest.fixture(autouse=True)
def weinig(monkeypatch):
    """So few replications that nobody waits for them here."""
    monkeypatch.setattr(berekeningen, "KEREN", (60,))


def ask(by, naam="Ver vooruit"):
    return request_berekening(
        by=by, gemeente=MIDDEN_DRENTHE, naam=naam, toelichting="Voor de raad.", wens=WENS, keren=60
    )


def later(monkeypatch, hoeveel=HOOGSTENS):
    """Lets the program think that it is so much later."""
    moment = nu() + hoeveel + timedelta(seconds=1)
    monkeypatch.setattr(berekeningen, "nu", lambda: moment)


@pytest.mark.django_db
class TestBerekening(ElkeOvergang):
    machine = BEREKENING
    weigert = frozenset({"niet_gevonden", "overgang_mag_niet"})
    vreemd = ASSEN
    wie = {
        "take_berekening": frozenset(),
        "finish_berekening": frozenset(),
        "fail_berekening": frozenset(),
        "withdraw_scenario": frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}),
    }

    @pytest.fixture(autouse=True)
    def _figures(self, mart, monkeypatch, _begin):
        self.monkeypatch = monkeypatch

    def maak(self):
        make_gemeente(MIDDEN_DRENTHE)
        make_gemeente(ASSEN)
        self.by = make_actor(Rol.CONTROLLER)

    def zetten(self):
        return {
            ("finish_berekening", ""): lambda by, een: finish_berekening(
                by=by, berekening_id=last(een).pk, uitkomst=UITKOMST
            ),
            ("fail_berekening", ""): lambda by, een: fail_berekening(
                by=by, berekening_id=last(een).pk, reden=GESTOPT
            ),
            ("withdraw_scenario", ""): lambda by, een: withdraw_scenario(
                by=by, gemeente=MIDDEN_DRENTHE, scenario_id=last(een).pk
            ),
            # Last: it takes what was there to be refused along.
            ("take_berekening", ""): self.take,
        }

    def take(self, by, een):
        """Much later, and this one too: what other tries left waiting is taken first."""
        with self.monkeypatch.context() as klok:
            later(klok)
            while take_berekening(by=by).id != last(een).pk:
                pass

    def reach(self, toestand):
        een = Scenario.objects.get(pk=ask(self.by))
        wegen = {
            WACHT: (),
            LOOPT: ("take_berekening",),
            KLAAR: ("take_berekening", "finish_berekening"),
            MISLUKT: ("take_berekening", "fail_berekening"),
        }
        for stap in wegen.get(toestand, ("withdraw_scenario",)):
            self.zetten()[stap, ""](self.doener(een, stap), een)
        return een

    def state(self, een):
        row = last(een)
        return "berekening_ingetrokken" if row.ingetrokken else row.uitkomst["staat"]

    def doener(self, een, handeling):
        return self.by if handeling == "withdraw_scenario" else WERK


def last(een: Scenario) -> Scenario:
    """The newest fact of a run."""
    row = Scenario.objects.get(pk=een.pk)
    while (volgende := Scenario.objects.filter(vervangt=row).first()) is not None:
        row = volgende
    return row


@pytest.fixture
def by(transactional_db, mart):
    make_gemeente(MIDDEN_DRENTHE)
    return make_actor(Rol.CONTROLLER)


def kept(by):
    return read_scenarios(by=by, gemeente=MIDDEN_DRENTHE)[1:]


def test_a_run_becomes_a_kept_scenario_of_who_asked_for_it(by):
    ask(by)
    bewaard, (wacht,) = kept(by)
    assert (bewaard, wacht.staat, wacht.door, wacht.keren) == ((), WACHT, by.naam, 60)
    assert work_berekening(by=WERK)
    ((een,), wachtend) = kept(by)
    assert wachtend == ()
    assert (een.naam, een.door, een.wens, een.toen["keren"]) == ("Ver vooruit", by.naam, WENS, 60)
    jaar = next(j for j in een.toen["jaren"] if j["jaar"] == WENS.doeljaar)
    direct = next(j for j in een.nu.met if j.jaar == WENS.doeljaar)
    assert jaar["onder"] < jaar["aandeel"] < jaar["boven"]
    # Two runs of the same question, of 60 and of 200 replications.
    assert jaar["aandeel"] == pytest.approx(direct.aandeel, rel=0.1)
    assert not work_berekening(by=WERK)


def test_nothing_to_do_leaves_no_row_in_the_log(by):
    before = LogRegel.objects.count()
    assert not work_berekening(by=WERK)
    assert LogRegel.objects.count() == before


def die(*args, **kwargs):
    raise Gedood


def after(stap):
    def done_and_dead(*args, **kwargs):
        stap(*args, **kwargs)
        raise Gedood

    return done_and_dead


def marks_before_it_stores(*, by, berekening_id, uitkomst):
    """The planted fault: the word that it is done is written down by itself, and the outcome after it."""
    with act("finish_berekening", by=by) as spoor:
        row = Scenario.objects.get(pk=berekening_id)
        berekeningen._follow(by, row, "finish_berekening", {})
        spoor.onderwerp("scenario", row.pk)
    raise Gedood


def lost_or_double(monkeypatch, by, stap, wat):
    """A worker is ended in this step of a run; another one comes later. How many outcomes there are."""
    ask(by)
    with monkeypatch.context() as dood:
        dood.setattr(berekeningen, stap, wat)
        with pytest.raises(Gedood):
            work_berekening(by=WERK)
    assert not work_berekening(by=WERK)  # the time of the first has not passed
    later(monkeypatch)
    while work_berekening(by=WERK):
        pass
    return len(kept(by)[0])


@pytest.mark.parametrize(
    ("stap", "wat"),
    [
        ("_reckoned", die),
        ("finish_berekening", die),
        ("finish_berekening", after(finish_berekening)),
    ],
)
def test_a_worker_that_is_ended_anywhere_leaves_one_outcome(by, monkeypatch, stap, wat):
    assert lost_or_double(monkeypatch, by, stap, wat) == 1


def test_done_before_it_is_stored_loses_it_and_is_seen(by, monkeypatch):
    assert lost_or_double(monkeypatch, by, "finish_berekening", marks_before_it_stores) == 0


def test_a_slow_worker_that_was_taken_over_changes_nothing(by, monkeypatch):
    ask(by)
    slow = take_berekening(by=WERK)
    later(monkeypatch)
    assert work_berekening(by=WERK)
    with pytest.raises(Refused) as refused:
        finish_berekening(by=WERK, berekening_id=slow.id, uitkomst=UITKOMST)
    assert refused.value.code == "niet_gevonden"
    assert len(kept(by)[0]) == 1


def test_a_run_taken_off_the_list_is_nobodys_when_it_is_done(by, monkeypatch):
    def withdrawn(opdracht):
        withdraw_scenario(by=by, gemeente=MIDDEN_DRENTHE, scenario_id=opdracht.id)
        return UITKOMST

    ask(by)
    monkeypatch.setattr(berekeningen, "_reckoned", withdrawn)
    assert work_berekening(by=WERK)
    assert kept(by) == ((), ())


def broken(opdracht):
    raise ValueError("niets om op te tellen")


@pytest.mark.parametrize(("wat", "reden"), [(broken, "fout"), (lambda opdracht: None, GEEN_CIJFERS)])
def test_what_cannot_be_reckoned_is_said_once(by, monkeypatch, wat, reden):
    ask(by)
    monkeypatch.setattr(berekeningen, "_reckoned", wat)
    assert work_berekening(by=WERK)
    assert not work_berekening(by=WERK)
    assert [(een.staat, een.reden) for een in kept(by)[1]] == [(MISLUKT, reden)]


def test_a_run_that_ends_every_worker_is_given_up(by, monkeypatch):
    ask(by)
    for keer in range(MEESTE_POGINGEN):
        later(monkeypatch, keer * 2 * HOOGSTENS)
        take_berekening(by=WERK)
    later(monkeypatch, MEESTE_POGINGEN * 2 * HOOGSTENS)
    assert work_berekening(by=WERK)
    assert [(een.staat, een.reden) for een in kept(by)[1]] == [(MISLUKT, GESTOPT)]


def test_what_cannot_be_written_down_ends_no_worker():
    def unreachable():
        raise OSError("de database is weg")

    assert _reckon_once(unreachable) is False


def test_the_worker_does_what_waits_until_it_is_stopped(by, monkeypatch):
    stop = threading.Event()

    def work(*, by):
        if not work_berekening(by=by):
            stop.set()  # nothing waits: the end of this test
            return False
        return True

    monkeypatch.setattr(berekeningen, "work_berekening", work)
    ask(by, "Een")
    ask(by, "Twee")
    _reckon_until(stop)
    assert {een.naam for een in kept(by)[0]} == {"Een", "Twee"}


def test_on_the_page_it_waits_runs_fails_or_is_there(by, client, monkeypatch):
    monkeypatch.setattr(berekeningen, "KEREN", KEREN)
    sign_in(client, make_medewerker(Rol.CONTROLLER, naam="Gert"))
    vraag = f"instroom-arts=20&instroom-arts-vanaf={TOT.year + 1}-01&instroom-arts-aanloop=12"
    adres = f"/wat-als/{MIDDEN_DRENTHE}/bewaren/?{vraag}"
    form = {"formulier_id": str(uuid4()), "naam": "Ver vooruit", "keren": "2000"}
    for _ in range(2):  # a double click is one
        assert client.post(adres, form).status_code == 302
    assert client.post(adres, form | {"formulier_id": str(uuid4()), "keren": "7"}).status_code == 422

    def page():
        return client.get(f"/wat-als/{MIDDEN_DRENTHE}/scenarios/").content.decode()

    assert page().count("Wacht op zijn beurt") == 1
    opdracht = take_berekening(by=WERK)
    assert "Koers rekent, sinds" in page()
    uitkomst = berekeningen._reckoned(opdracht)
    with monkeypatch.context() as fout:
        fout.setattr(berekeningen, "_reckoned", broken)
        client.post(adres, form | {"formulier_id": str(uuid4())})
        work_berekening(by=WERK)
        assert "Niet gelukt door een fout in Koers" in page()
    finish_berekening(by=WERK, berekening_id=opdracht.id, uitkomst=uitkomst)
    html = page()
    assert "2.000 keer nagespeeld, bekend tot" in html
    assert "Gert, " in html
