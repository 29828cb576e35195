"""Light help through its acts: own families only, corrections that stay, a way on to the toegang."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from koers.actions.kern.dubbelen import Dubbelen
from koers.actions.kern.gezinnen import register_gezin
from koers.actions.toegang import overdragen
from koers.actions.toegang.lezen import read_casus
from koers.actions.toegang.licht import register_lichte_hulp, register_lichte_stap
from koers.actions.toegang.licht_invoer import import_lichte_invoer, preview_lichte_invoer
from koers.actions.toegang.overdragen import (
    NieuweOverdracht,
    accept_overdracht,
    read_dubbelen_overdracht,
    read_overdracht,
    read_overdrachten,
    step_up_lichte_hulp,
)
from koers.actions.toegang.poh import (
    NieuweLichteVraag,
    ask_lichte_hulp,
    correct_lichte_hulp,
    read_lichte_hulp,
    read_poh,
    register_lichte_groep,
)
from koers.domain.lichte_hulp import LichteStap, Verloop
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.toestanden.licht import LICHTE_HULP, OVERDRACHT
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezin, Regisseurschap
from koers.registers.klok import vandaag
from koers.registers.toegang.models import LichteHulp, LichteHulpStap, Melding, OverdrachtOpname
from tests.overgangen import ELDERS, ElkeOvergang
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
PARTNERS = {Rol.POH_JEUGD, Rol.JONGERENWERKER, Rol.GEZINSCOACH, Rol.JEUGDVERPLEEGKUNDIGE}


@pytest.fixture
def poh():
    return actor_of(make_medewerker(Rol.POH_JEUGD, soort="huisartspraktijk"))


KIND = NieuwPersoon(achternaam="Licht", roepnaam="Fenna", geboortedatum=date(2015, 5, 5))


def ask(by, *, ago=10, naam="Licht", vraag="Slaapt slecht."):
    kind = NieuwPersoon(achternaam=naam, roepnaam="Fenna", geboortedatum=date(2015, 5, 5))
    nieuw = NieuweLichteVraag(vandaag() - timedelta(days=ago), vraag, kind=kind)
    return ask_lichte_hulp(by=by, vraag=nieuw)


def stap(by, hulp, soort, *, ago=0, minuten=0, gesprekken=0):
    step = LichteStap(soort, vandaag() - timedelta(days=ago), minuten, gesprekken)
    return register_lichte_stap(by=by, lichte_hulp_id=hulp, stap=step)


def shared(**more):
    told = {
        "datum": vandaag(),
        "vraag": "",
        "gedeeld": "Slaapt slecht sinds de scheiding.",
        "akkoord": "ouder",
    }
    return NieuweOverdracht(**told | more)


def step_up(by, hulp, **more):
    return step_up_lichte_hulp(by=by, lichte_hulp_id=hulp, overdracht=shared(**more))


def code_of(do, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        do(*args, **kwargs)
    return refused.value.code


def test_who_waits_longest_past_four_weeks_stands_on_top(poh):
    vers, laat, net = (
        ask(poh, ago=3, naam="Vers"),
        ask(poh, ago=40, naam="Laat"),
        ask(poh, ago=28, naam="Net"),
    )
    begonnen = ask(poh, ago=50, naam="Begonnen")
    stap(poh, begonnen, "start", ago=30)
    beeld = read_poh(by=poh)
    assert [r.id for r in beeld.loopt] == [laat, net, vers, begonnen]
    assert [r.dagen_over for r in beeld.loopt] == [-12, 0, 25, None]
    assert (beeld.norm_dagen, beeld.over_tijd) == (28, 1)


def test_the_same_child_is_not_made_twice_and_others_see_nothing(poh):
    een, twee = ask(poh), ask(poh, ago=5)
    assert read_lichte_hulp(by=poh, lichte_hulp_id=een).regel.jeugdige_id == (
        read_lichte_hulp(by=poh, lichte_hulp_id=twee).regel.jeugdige_id
    )
    assert Gezin.objects.count() == 1
    for ander in (
        actor_of(make_medewerker(Rol.POH_JEUGD, soort="huisartspraktijk")),
        make_actor(Rol.JONGERENWERKER),
        make_actor(Rol.POH_JEUGD, ASSEN),
    ):
        assert read_poh(by=ander).loopt == ()
        assert code_of(read_lichte_hulp, by=ander, lichte_hulp_id=een) == "niet_gevonden"
        assert code_of(stap, ander, een, "start") == "niet_gevonden"
        assert code_of(step_up, ander, een) == "niet_gevonden"
        correct = {"lichte_hulp_id": een, "verloop": None, "reden": "x"}
        assert code_of(correct_lichte_hulp, by=ander, **correct) == "niet_gevonden"


def test_step_up_brings_the_question_and_what_was_shared_and_nothing_is_typed_again(poh):
    hulp = ask(poh)
    stap(poh, hulp, "start", ago=5)
    step_up(poh, hulp, minuten=90, gesprekken=2)
    consulent = make_actor(Rol.JEUGDCONSULENT)
    assert read_overdrachten(by=make_actor(Rol.JEUGDCONSULENT, ASSEN)) == ()
    (wacht,) = read_overdrachten(by=consulent)
    assert (wacht.vraag, wacht.gedeeld) == ("Slaapt slecht.", "Slaapt slecht sinds de scheiding.")
    assert (wacht.verloop.gesprekken, wacht.verloop.minuten, wacht.toestand) == (2, 90, "overgedragen")
    assert code_of(read_casus, by=consulent, casus_id=wacht.casus_id) == "niet_gevonden"

    assert accept_overdracht(by=consulent, overdracht_id=wacht.id) == wacht.casus_id
    casus = read_casus(by=consulent, casus_id=wacht.casus_id)
    assert (casus.kort.vraag, casus.kort.route, casus.kort.verwijzer) == ("Slaapt slecht.", "toegang", "06")
    assert Melding.objects.get().kanaal == "poh_jeugd"
    assert Regisseurschap.objects.on(vandaag()).get().medewerker_id.hex == consulent.id.replace("-", "")
    assert read_lichte_hulp(by=poh, lichte_hulp_id=hulp).regel.toestand == "opgeschaald"
    collega = make_actor(Rol.JEUGDCONSULENT)
    assert read_overdrachten(by=collega) == ()  # once taken it is of who took it
    assert code_of(accept_overdracht, by=collega, overdracht_id=wacht.id) == "niet_gevonden"
    assert code_of(accept_overdracht, by=consulent, overdracht_id=wacht.id) == "overgang_mag_niet"
    assert read_overdracht(by=consulent, overdracht_id=wacht.id).toestand == "opgenomen"


def test_a_child_that_is_known_already_is_asked_about_before_it_is_taken(poh, monkeypatch):
    """Light help writes a child down without seeing who is known: whoever takes it is asked then."""
    known = make_actor(Rol.JEUGDCONSULENT)
    register_gezin(by=known, jeugdige=KIND, formulier=uuid4())
    wacht = step_up(poh, ask(poh))
    for by in (known, make_actor(Rol.JEUGDCONSULENT)):
        assert code_of(accept_overdracht, by=by, overdracht_id=wacht) == "mogelijk_dubbel"
    assert len(read_dubbelen_overdracht(by=known, overdracht_id=wacht).kandidaten) == 1
    found = read_dubbelen_overdracht(by=make_actor(Rol.JEUGDCONSULENT), overdracht_id=wacht)
    assert (found.kandidaten, found.elders) == ((), True)
    assert OverdrachtOpname.objects.count() == 0
    assert accept_overdracht(by=known, overdracht_id=wacht, toch=True)
    assert code_of(accept_overdracht, by=known, overdracht_id=wacht) == "overgang_mag_niet"
    # Planted: the child that comes along is not compared.
    again = step_up(poh, ask(poh))
    monkeypatch.setattr(overdragen, "find_zelfden", lambda *a, **k: Dubbelen((), False))
    assert accept_overdracht(by=known, overdracht_id=again)


def test_the_page_of_an_overdracht_shows_who_it_may_be(poh, client):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    gezin = register_gezin(by=actor_of(medewerker), jeugdige=KIND, formulier=uuid4())
    adres = f"/overdrachten/{step_up(poh, ask(poh))}/"
    sign_in(client, medewerker)
    page = client.post(adres, {"formulier_id": str(uuid4())})
    assert page.status_code == 422
    assert f"/gezinnen/{gezin}/" in page.text
    assert "Ik heb gekeken, en neem de vraag op" in page.text
    assert client.post(adres, {"formulier_id": str(uuid4()), "toch": "on"}).status_code == 302


def test_nothing_is_shared_without_agreement(poh):
    hulp = ask(poh)
    assert code_of(step_up, poh, hulp, akkoord="") == "akkoord_ontbreekt"
    assert code_of(step_up, poh, hulp, gedeeld="  ") == "gedeeld_ontbreekt"
    assert code_of(stap, poh, hulp, "opgeschaald") == "opschalen_met_overdracht"
    assert Melding.objects.count() == 0


def test_a_correction_takes_the_place_and_what_was_written_stays(poh):
    hulp = ask(poh, ago=20)
    stap(poh, hulp, "start", ago=15)
    stap(poh, hulp, "afgerond", ago=2, minuten=60, gesprekken=1)
    today = vandaag()
    right = Verloop(today - timedelta(days=30), today - timedelta(days=14), None)
    assert (
        code_of(correct_lichte_hulp, by=poh, lichte_hulp_id=hulp, verloop=right, reden="")
        == "reden_verplicht"
    )
    now = correct_lichte_hulp(by=poh, lichte_hulp_id=hulp, verloop=right, reden="Verkeerde dag overgenomen")
    beeld = read_lichte_hulp(by=poh, lichte_hulp_id=now)
    assert (beeld.regel.verloop, beeld.regel.vraag) == (right, "Slaapt slecht.")
    (verbeterd,) = beeld.verbeterd
    assert (verbeterd.dag, verbeterd.reden) == (today, "Verkeerde dag overgenomen")
    began, ended = today - timedelta(days=15), today - timedelta(days=2)
    assert verbeterd.was == Verloop(today - timedelta(days=20), began, ended, "afgerond", 60, 1)
    assert (LichteHulp.objects.count(), LichteHulpStap.objects.count()) == (2, 4)
    assert code_of(read_lichte_hulp, by=poh, lichte_hulp_id=hulp) == "niet_gevonden"
    correct_lichte_hulp(by=poh, lichte_hulp_id=now, verloop=None, reden="Ander kind")
    assert read_poh(by=poh).loopt == ()
    overgedragen = ask(poh, naam="Verder")
    step_up(poh, overgedragen)
    again = {"lichte_hulp_id": overgedragen, "verloop": None, "reden": "x"}
    assert code_of(correct_lichte_hulp, by=poh, **again) == "correctie_na_overdracht"


CONSULENTEN = {Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER}


class TestLichteHulp(ElkeOvergang):
    """Of a practice, and of the local team, which ends as stepped up by itself: it is the toegang."""

    machine = LICHTE_HULP
    wie = {
        **dict.fromkeys(("begin_lichte_hulp", "end_lichte_hulp"), frozenset(PARTNERS | CONSULENTEN)),
        "step_up_lichte_hulp": frozenset(PARTNERS),
    }
    weigert = frozenset({"lichte_hulp_voorbij", "al_begonnen", "opschalen_met_overdracht"})

    def maak(self):
        self.by = actor_of(make_medewerker(Rol.POH_JEUGD, soort="huisartspraktijk"))
        self.team = make_actor(Rol.JEUGDCONSULENT)

    def zetten(self):
        ends = ("afgerond", "gestopt_door_gezin", "opgeschaald")
        return {
            ("begin_lichte_hulp", ""): lambda who, z: stap(who, z.hulp, "start"),
            **{("end_lichte_hulp", e): lambda who, z, e=e: stap(who, z.hulp, e) for e in ends},
            ("step_up_lichte_hulp", ""): lambda who, z: step_up(who, z.hulp),
        }

    def reach(self, toestand):
        z = SimpleNamespace(van=self.by, hulp=ask(self.by, naam=f"Tabel{uuid4().hex[:6]}"))
        return self._there(z, toestand)

    def reach_for(self, move, toestand):
        if move != ("end_lichte_hulp", "opgeschaald"):
            return self.reach(toestand)
        familie = make_familie(self.team, f"Tabel{uuid4().hex[:6]}")
        hulp = register_lichte_hulp(by=self.team, jeugdige_id=familie.kind, datum=vandaag(), vraag="Slaapt.")
        return self._there(SimpleNamespace(van=self.team, hulp=hulp), toestand)

    def _there(self, z, toestand):
        if toestand == "begonnen":
            stap(z.van, z.hulp, "start")
        elif toestand == "opgeschaald":
            step_up(z.van, z.hulp)
        elif toestand != "gevraagd":
            stap(z.van, z.hulp, toestand)
        return z

    def state(self, z):
        last = LichteHulpStap.objects.filter(lichte_hulp=z.hulp).order_by("vastgelegd_at").last()
        return {None: "gevraagd", "start": "begonnen"}.get(last and last.soort, last and last.soort)

    def doener(self, z, handeling):
        return z.van


class TestOverdracht(ElkeOvergang):
    machine = OVERDRACHT
    wie = {"accept_overdracht": frozenset(CONSULENTEN)}
    vreemd = ELDERS

    def maak(self):
        self.poh = actor_of(make_medewerker(Rol.POH_JEUGD, soort="huisartspraktijk"))
        self.by = make_actor(Rol.JEUGDCONSULENT)

    def zetten(self):
        return {("accept_overdracht", ""): lambda who, wacht: accept_overdracht(by=who, overdracht_id=wacht)}

    def reach(self, toestand):
        wacht = step_up(self.poh, ask(self.poh, naam=f"Over{uuid4().hex[:6]}"))
        if toestand == "opgenomen":
            accept_overdracht(by=self.by, overdracht_id=wacht)
        return wacht

    def state(self, wacht):
        taken = OverdrachtOpname.objects.filter(overdracht=wacht).exists()
        return "opgenomen" if taken else "overgedragen"


KOP = "roepnaam;achternaam;geboortedatum;gevraagd;eerste_gesprek;gesprekken;minuten;einddatum;uitkomst\n"


def test_a_list_is_shown_first_stored_once_and_a_wrong_row_keeps_its_reason(poh):
    jaar = vandaag().year - 1
    tekst = KOP + (
        f"Sem;de Boer;3-4-2014;1-5-{jaar};12-5-{jaar};3;150;28-5-{jaar};afgerond\n"
        f"Lotte;Mulder;9-9-2012;2-5-{jaar}\n"
        f"Bram;Kuiper;1-1-1970;2-5-{jaar}\n"
        f"Lotte;Mulder;9-9-2012;2-5-{jaar};10-5-{jaar}\n"
    )
    shown = preview_lichte_invoer(by=poh, tekst=tekst)
    assert [r.oordeel for r in shown] == ["nieuw", "nieuw", "geweigerd", "vult_aan"]
    assert (shown[2].fout.code, shown[2].nummer) == ("te_oud_voor_jeugdhulp", 4)
    assert LichteHulp.objects.count() == 0

    formulier = uuid4()
    stored = import_lichte_invoer(by=poh, tekst=tekst, formulier=formulier)
    assert [r.oordeel for r in stored] == [r.oordeel for r in shown]
    assert (LichteHulp.objects.count(), LichteHulpStap.objects.count(), Gezin.objects.count()) == (2, 3, 2)
    assert code_of(import_lichte_invoer, by=poh, tekst=tekst, formulier=formulier) == "al_verwerkt"
    again = import_lichte_invoer(by=poh, tekst=tekst, formulier=uuid4())
    assert [r.oordeel for r in again] == ["staat_er_al", "staat_er_al", "geweigerd", "staat_er_al"]
    assert (LichteHulp.objects.count(), LichteHulpStap.objects.count(), Gezin.objects.count()) == (2, 3, 2)


def test_a_group_is_numbers_and_a_theme(poh):
    group = {"thema": "Weerbaar", "datum": vandaag(), "deelnemers": 8, "bijeenkomsten": 6}
    register_lichte_groep(by=poh, **group)
    (beeld,) = read_poh(by=poh).groepen
    assert (beeld.thema, beeld.deelnemers, beeld.bijeenkomsten) == ("Weerbaar", 8, 6)
    assert read_poh(by=make_actor(Rol.POH_JEUGD, ASSEN)).groepen == ()
    assert code_of(register_lichte_groep, by=poh, **group | {"deelnemers": 0}) == "groep_onvolledig"
    assert MIDDEN_DRENTHE in poh.gemeenten
