"""Triage through the acts: safety first, a crisis straight on, and a person who decides who goes on."""

from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.toegang import triage
from koers.actions.toegang.besluiten import decide_besluit
from koers.actions.toegang.leiding import was_crisis
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.triage import (
    NieuweUitkomst,
    assign_casus,
    conclude_triage,
    read_open_triage,
    read_triage,
    register_veiligheidsstap,
    start_triage,
)
from koers.authorization.handelingen import HANDELINGEN
from koers.domain.rollen import Rol
from koers.domain.toestanden.melding import MELDING
from koers.domain.triage import VRAGEN, Antwoord
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, LichteHulp
from koers.web.kern.vandaag import today_of
from tests.integration.toegang.wandelaars import involve
from tests.overgangen import ElkeOvergang
from tests.wereld import (
    MIDDEN_DRENTHE,
    actor_of,
    granted,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
    walk_ladder,
)
from tests.wereld import ask as apply_for

pytestmark = pytest.mark.django_db
RUSTIG = {vraag: Antwoord("niet_aan_de_orde") for vraag in VRAGEN}


@pytest.fixture
def medewerker():
    return make_medewerker(Rol.JEUGDCONSULENT, naam="Annet")


@pytest.fixture
def by(medewerker):
    return actor_of(medewerker)


@pytest.fixture
def gw():
    return make_medewerker(Rol.GEDRAGSWETENSCHAPPER, naam="Ruben")


@pytest.fixture
def poh():
    return make_medewerker(Rol.POH_JEUGD, naam="Samira", soort="huisartspraktijk")


@pytest.fixture
def familie(by):
    return make_familie(by, "Triagestra")


def ask(by, familie, verwijzer="06", **more):
    melding = NieuweMelding((familie.kind,), vandaag(), verwijzer, **more)
    return register_melding(by=by, gezin_id=familie.gezin, melding=melding)[0]


def conclude(by, casus, keuze, gw=None, poh=None, antwoorden=RUSTIG):
    uitkomst = NieuweUitkomst(keuze, "zo is het", antwoorden, gw and gw.pk, poh and poh.pk)
    return conclude_triage(by=by, casus_id=casus, uitkomst=uitkomst)


def code_of(do, **kwargs):
    with pytest.raises(Refused) as refused:
        do(**kwargs)
    return refused.value.code


def test_a_question_goes_through_triage_to_a_jeugdconsulent_with_few_casussen(by, gw, familie, medewerker):
    rustig = make_medewerker(Rol.JEUGDCONSULENT, naam="Zoë")
    first = ask(by, familie)
    assert [r.werk for r in today_of(by).vraagt] == ["Triage doen"]
    for casus in (first, ask(by, familie)):
        start_triage(by=by, casus_id=casus)
        conclude(by, casus, "onderzoek", gw)
        if casus == first:
            assign_casus(by=by, casus_id=casus, medewerker=medewerker.pk)
    beeld = read_triage(by=by, casus_id=casus)
    assert beeld.toestand == "te_verdelen"
    assert beeld.voorstel.naam == "Zoë"  # Annet has one already
    assign_casus(by=by, casus_id=casus, medewerker=rustig.pk)
    assert read_triage(by=actor_of(rustig), casus_id=casus).toegedeeld == "Zoë"
    assert code_of(assign_casus, by=by, casus_id=casus, medewerker=gw.pk) == "geen_collega"


def test_a_crisis_goes_straight_to_spoed4jeugd_and_is_decided_afterwards(by, familie):
    casus = ask(by, familie, met_spoed=True)
    assert "spoed: triage vandaag" in [r.wat for r in today_of(by).vraagt]
    conclude(by, casus, "spoed", antwoorden={})
    assert read_triage(by=by, casus_id=casus).toestand == "spoed"
    row = Casus.objects.get(pk=casus)
    with act("read_triage", by=by):
        assert was_crisis(row)
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    apply_for(by, casus)
    decide_besluit(by=by, casus_id=casus, besluit=granted(product))


def test_what_is_acute_cannot_go_anywhere_else(by, gw, familie):
    casus = ask(by, familie)
    start_triage(by=by, casus_id=casus)
    acute = RUSTIG | {VRAGEN[0]: Antwoord("acuut", "nu")}
    assert code_of(conclude, by=by, casus=casus, keuze="onderzoek", gw=gw, antwoorden=acute) == (
        "acuut_is_spoed"
    )


def test_planted_safety_skipped_is_met(by, gw, familie, monkeypatch):
    """Planted: the check of safety is forgotten; the test above would then find no refusal."""
    monkeypatch.setattr(triage, "check_uitkomst", lambda uitkomst: None)
    casus = ask(by, familie)
    start_triage(by=by, casus_id=casus)
    conclude(by, casus, "afgesloten", antwoorden={VRAGEN[0]: Antwoord("acuut", "nu")})
    assert read_triage(by=by, casus_id=casus).toestand == "afgesloten"


def test_a_light_question_goes_to_the_practice_that_then_sees_the_family(by, gw, poh, familie):
    casus = ask(by, familie)
    start_triage(by=by, casus_id=casus)
    assert code_of(conclude, by=by, casus=casus, keuze="poh", gw=gw) == "geen_poh"
    assert code_of(conclude, by=by, casus=casus, keuze="poh", gw=poh, poh=poh) == "geen_gedragswetenschapper"
    assert code_of(read_gezin, by=actor_of(poh), gezin_id=familie.gezin) == "niet_gevonden"
    conclude(by, casus, "poh", gw, poh)
    hulp = LichteHulp.objects.get()
    assert (hulp.soort, hulp.casus_id, hulp.praktijk.soort) == ("poh_jeugd", casus, "huisartspraktijk")
    read_gezin(by=actor_of(poh), gezin_id=familie.gezin)
    assert today_of(by).vraagt == []


@pytest.mark.parametrize("verwijzer", ["02", "04"])
def test_nobody_judges_again_what_a_doctor_or_gi_referred(by, familie, verwijzer, client, medewerker):
    casus = ask(by, familie, verwijzer)
    assert code_of(start_triage, by=by, casus_id=casus) == "route_zonder_triage"
    assert read_open_triage(by=by) == ()
    sign_in(client, medewerker)
    assert client.get(f"/casussen/{casus}/triage/").status_code == 409
    # Safety asks no permission of a route.
    register_veiligheidsstap(by=by, casus_id=casus, soort="meldcode_1", datum=vandaag())


def test_the_clock_of_the_raad_runs_until_the_answer(by, familie):
    casus = ask(by, familie)
    step = {"by": by, "casus_id": casus, "datum": vandaag()}
    assert code_of(register_veiligheidsstap, soort="vto_antwoord", **step) == "vto_niet_gevraagd"
    register_veiligheidsstap(soort="vto_gevraagd", **step)
    assert read_triage(by=by, casus_id=casus).vto_sinds == vandaag()
    register_veiligheidsstap(soort="vto_antwoord", **step)
    register_veiligheidsstap(soort="warme_overdracht", wie="de gezinsvoogd", **step)
    assert read_triage(by=by, casus_id=casus).vto_sinds is None


class TestMelding(ElkeOvergang):
    machine = MELDING
    wie = dict.fromkeys(
        ("start_triage", "conclude_triage", "assign_casus"),
        frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER}),
    )

    def maak(self):
        self.medewerker = make_medewerker(Rol.JEUGDCONSULENT, naam="Annet")
        self.by = actor_of(self.medewerker)
        self.gw = make_medewerker(Rol.GEDRAGSWETENSCHAPPER, naam="Ruben")
        self.poh = make_medewerker(Rol.POH_JEUGD, naam="Samira", soort="huisartspraktijk")
        self.familie = make_familie(self.by, "Triagestra")

    def zetten(self):
        assign = lambda who, c: assign_casus(by=who, casus_id=c, medewerker=self.medewerker.pk)  # noqa: E731
        return {
            ("start_triage", ""): lambda who, c: start_triage(by=who, casus_id=c),
            **{
                ("conclude_triage", keuze): lambda who, c, keuze=keuze: conclude(
                    who, c, keuze, self.gw, self.poh
                )
                for keuze in ("onderzoek", "poh", "spoed", "afgesloten")
            },
            ("assign_casus", ""): assign,
        }

    def reach(self, toestand):
        casus = ask(self.by, self.familie)
        if toestand == "spoed":
            conclude(self.by, casus, "spoed")
        elif toestand != "ontvangen":
            start_triage(by=self.by, casus_id=casus)
        keuze = {"te_verdelen": "onderzoek", "in_onderzoek": "onderzoek", "naar_poh": "poh"}.get(toestand)
        if keuze or toestand == "afgesloten":
            conclude(self.by, casus, keuze or "afgesloten", self.gw, self.poh)
        if toestand == "in_onderzoek":
            assign_casus(by=self.by, casus_id=casus, medewerker=self.medewerker.pk)
        return casus

    def state(self, casus):
        return read_triage(by=self.by, casus_id=casus).toestand


@pytest.mark.parametrize("rol", list(Rol))
def test_every_role_does_what_its_row_says_and_nothing_else(by, gw, familie, medewerker, rol):
    casus = ask(by, familie)
    collega = make_medewerker(rol)
    involve(collega, familie.gezin, MIDDEN_DRENTHE)
    actor = actor_of(collega)
    doing = {
        "read_triage": lambda: read_triage(by=actor, casus_id=casus),
        "start_triage": lambda: start_triage(by=actor, casus_id=casus),
        "conclude_triage": lambda: conclude(actor, casus, "onderzoek", gw),
        "assign_casus": lambda: assign_casus(by=actor, casus_id=casus, medewerker=medewerker.pk),
        "register_veiligheidsstap": lambda: register_veiligheidsstap(
            by=actor, casus_id=casus, soort="meldcode_1", datum=vandaag()
        ),
    }
    for handeling, do in doing.items():
        if rol in HANDELINGEN[handeling].rollen:
            do()
        else:
            assert code_of(do) == "geen_recht", handeling


def test_only_a_jeugdconsulent_leads_to_heavy_help_by_the_toegang(by, gw, familie):
    involve(gw, familie.gezin, MIDDEN_DRENTHE)
    organisatie = make_organisatie(MIDDEN_DRENTHE, "aanbieder")
    zwaar, licht = make_product(organisatie), make_product(organisatie, niveau=3, code="45A01")
    casus = ask(by, familie)
    walk_ladder(by, casus)

    other = actor_of(gw)
    apply_for(by, casus)
    assert code_of(decide_besluit, by=other, casus_id=casus, besluit=granted(zwaar)) == "leidt_niet_zelf"
    decide_besluit(by=other, casus_id=casus, besluit=granted(licht))
    apply_for(by, casus)
    decide_besluit(by=by, casus_id=casus, besluit=granted(zwaar))


def test_the_page_of_triage_from_begin_to_hand_over(client, by, gw, familie, medewerker):
    casus = ask(by, familie, vraag="Wij slapen niet meer.")
    sign_in(client, medewerker)
    page = client.get(f"/casussen/{casus}/triage/")
    assert "Doe de triage vandaag." in page.text
    assert "Geheimstraat" not in page.text
    client.post(f"/casussen/{casus}/triage/beginnen/")
    form = dict.fromkeys(VRAGEN, "niet_aan_de_orde")
    form |= {"formulier_id": str(uuid4()), "keuze": "onderzoek", "reden": "Meer nodig."}
    form_without = {k: v for k, v in form.items() if k != VRAGEN[0]}
    assert client.post(f"/casussen/{casus}/triage/", form_without).status_code == 422
    missing = client.post(f"/casussen/{casus}/triage/", form)
    assert missing.status_code == 422
    assert "gedragswetenschapper" in missing.text
    assert client.post(f"/casussen/{casus}/triage/", form | {"samen_met": str(gw.pk)}).status_code == 302
    assert "Voorstel: Annet." in client.get(f"/casussen/{casus}/triage/").text
    client.post(f"/casussen/{casus}/toedelen/", {"medewerker": str(medewerker.pk)})
    assert "Annet zoekt het uit." in client.get(f"/casussen/{casus}/triage/").text
    assert client.post(f"/casussen/{casus}/toedelen/", {"medewerker": "niemand"}).status_code == 302


def test_in_a_crisis_the_page_asks_nothing_but_the_reason(client, by, familie, medewerker):
    casus = ask(by, familie)
    sign_in(client, medewerker)
    form = {"formulier_id": str(uuid4()), "keuze": "spoed", "reden": "Gebeld met Spoed4Jeugd."}
    assert client.post(f"/casussen/{casus}/triage/", form).status_code == 302
    assert read_triage(by=by, casus_id=casus).toestand == "spoed"
