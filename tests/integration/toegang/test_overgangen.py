"""Every move of an aanvraag, a bezwaar and a letter, in every state and by every role."""

from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.toegang import aanvragen, besluit_lezen, besluiten, bezwaren, brieven
from koers.actions.toegang.aanvragen import NieuweStap
from koers.domain.rollen import Rol
from koers.domain.toestanden.besluit import AANVRAAG, BEZWAAR, BRIEF
from koers.domain.toestanden.machine import Machine, row
from koers.registers.kern.models import Huishouden
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit
from tests.integration.toegang.besluitwereld import (
    DAG,
    asked,
    besluit_of,
    involve,
    letters,
    made,
    second_parent,
    stand,
    toestand_of,
)
from tests.overgangen import ElkeOvergang
from tests.wereld import granted, make_actor, make_organisatie, make_product, rejected

pytestmark = pytest.mark.django_db
TOEGANG = frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})


class MetBesluit(ElkeOvergang):
    """A jeugdconsulent who decides, and a colleague for what somebody else has to do."""

    def maak(self):
        self.by, self.ander = make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.GEDRAGSWETENSCHAPPER)
        self.product = make_product(make_organisatie("GM1731", "aanbieder"))

    def decided(self):
        """A zaak with a besluit."""
        z = asked(self.by)
        second_parent(self.by, z)
        besluiten.decide_besluit(by=self.by, casus_id=z.casus, besluit=granted(self.product))
        involve(self.ander, z, self.by)
        return z


class TestAanvraag(MetBesluit):
    machine = AANVRAAG
    wie = dict.fromkeys({o.handeling for o in AANVRAAG.overgangen}, TOEGANG)
    weigert = frozenset({"overgang_mag_niet", "geen_aanvraag", "niet_gevonden"})
    wegen = {
        "aangevraagd": [],
        "voorgelegd": [("propose_besluit", "")],
        "toegekend": [("decide_besluit", "toekenning")],
        "afgewezen": [("decide_besluit", "afwijzing")],
        "aanvraag_ingetrokken": [("withdraw_aanvraag", "")],
        "besluit_ingetrokken": [("decide_besluit", "toekenning"), ("withdraw_besluit", "")],
        "aanvulling_gevraagd": [],
        "buiten_behandeling": [("set_aside_aanvraag", "")],
    }

    def zetten(self):
        step = lambda **more: NieuweStap(vandaag(), **more)  # noqa: E731
        on = lambda do, **more: lambda who, z: do(by=who, aanvraag_id=z.aanvraag.pk, **more)  # noqa: E731
        besluit = {"toekenning": granted(self.product), "afwijzing": rejected()}

        def deciding(keuze):
            return lambda who, z: besluiten.decide_besluit(by=who, casus_id=z.casus, besluit=besluit[keuze])

        def correcting(keuze):
            return lambda who, z: besluiten.correct_besluit(
                by=who, besluit_id=newest(z), besluit=besluit[keuze], reden="Verkeerd product."
            )

        return {
            ("request_aanvulling", ""): on(
                aanvragen.request_aanvulling, stap=step(termijn_datum=vandaag() + DAG, toelichting="Verslag.")
            ),
            ("register_aanvulling", ""): on(aanvragen.register_aanvulling, stap=step()),
            ("set_aside_aanvraag", ""): on(aanvragen.set_aside_aanvraag, stap=step(toelichting="Niets.")),
            ("withdraw_aanvraag", ""): on(aanvragen.withdraw_aanvraag, stap=step()),
            ("propose_besluit", ""): lambda who, z: besluiten.propose_besluit(
                by=who, casus_id=z.casus, besluit=besluit[z.voorstel], aan=self.ander.id
            ),
            ("return_besluit", ""): on(besluiten.return_besluit, toelichting="Noem de school."),
            ("decide_besluit", "toekenning"): deciding("toekenning"),
            ("decide_besluit", "afwijzing"): deciding("afwijzing"),
            ("approve_besluit", "toekenning"): on(besluiten.approve_besluit),
            ("approve_besluit", "afwijzing"): on(besluiten.approve_besluit),
            ("correct_besluit", "toekenning"): correcting("toekenning"),
            ("correct_besluit", "afwijzing"): correcting("afwijzing"),
            ("withdraw_besluit", ""): lambda who, z: besluiten.withdraw_besluit(
                by=who, besluit_id=newest(z), datum=vandaag(), per_datum=vandaag(), reden="Verhuisd."
            ),
        }

    def reach(self, toestand, voorstel="toekenning"):
        z = asked(self.by)
        z.voorstel = voorstel
        if toestand in ("aanvulling_gevraagd", "buiten_behandeling"):
            # Asked twenty days ago, until ten days ago.
            stap = NieuweStap(vandaag() - 20 * DAG, vandaag() - 10 * DAG, "Verslag.")
            aanvragen.request_aanvulling(by=self.by, aanvraag_id=z.aanvraag.pk, stap=stap)
        for move in self.wegen[toestand]:
            self.zetten()[move](self.by, z)
        involve(self.ander, z, self.by)
        return z

    def reach_for(self, move, toestand):
        return self.reach(toestand, move[1] or "toekenning")

    def state(self, z):
        return toestand_of(self.by, z)

    def doener(self, z, handeling):
        return self.ander if handeling in ("return_besluit", "approve_besluit") else self.by

    def test_a_proposed_afwijzing_is_taken_as_one(self):
        z = self.reach("aangevraagd", "afwijzing")
        self.zetten()["propose_besluit", ""](self.by, z)
        self.zetten()["approve_besluit", "afwijzing"](self.ander, z)
        assert self.state(z) == "afgewezen"

    def test_planted_an_aanvraag_that_can_still_be_withdrawn_after_the_besluit_is_met(self, monkeypatch):
        late = row("withdraw_aanvraag", "toegekend", "aanvraag_ingetrokken")
        table = Machine("aanvraag", "aangevraagd", (*AANVRAAG.overgangen, late))
        monkeypatch.setattr(aanvragen, "AANVRAAG", table)
        assert self.wrong_moves("toegekend")


def newest(z):
    return getattr(Besluit.objects.current().filter(casus=z.casus).first(), "pk", uuid4())


class TestBezwaar(MetBesluit):
    machine = BEZWAAR
    wie = {"decide_bezwaar": TOEGANG}
    UITKOMSTEN = {
        "gegrond": "gegrond",
        "ongegrond": "ongegrond",
        "niet_ontvankelijk": "niet_ontvankelijk",
        "ingetrokken": "bezwaar_ingetrokken",
    }

    def zetten(self):
        return {("decide_bezwaar", uitkomst): self._decide(uitkomst) for uitkomst in self.UITKOMSTEN}

    def _decide(self, uitkomst):
        return lambda who, een: bezwaren.decide_bezwaar(
            by=who, bezwaar_id=een.bezwaar, datum=vandaag(), uitkomst=uitkomst, toelichting="Omdat."
        )

    def reach(self, toestand):
        z = self.decided()
        z.besluit = besluit_of(z).pk
        z.bezwaar = bezwaren.register_bezwaar(by=self.by, besluit_id=z.besluit, datum=vandaag(), wie="ouder")
        for uitkomst, naar in self.UITKOMSTEN.items():
            if naar == toestand:
                self._decide(uitkomst)(self.ander, z)
        return z

    def state(self, z):
        blad = besluit_lezen.read_besluit(by=self.by, besluit_id=z.besluit)
        return next(beeld.toestand for beeld in blad.bezwaren if beeld.id == z.bezwaar)

    def doener(self, z, handeling):
        return self.ander  # who decided does not judge the objection


class TestBrief(MetBesluit):
    """A letter to a parent elsewhere, whose address can become secret after it was made."""

    machine = BRIEF
    wie = dict.fromkeys(("release_brief", "hide_adres", "renew_brief"), TOEGANG)
    # An address is hidden whatever became of a letter to it; only one that waits comes back.
    ongemoeid = frozenset({"hide_adres"})

    def zetten(self):
        return {
            ("release_brief", "vrijgegeven"): self._release,
            ("release_brief", "teruggehaald"): self._release_secret,
            ("hide_adres", ""): lambda who, z: brieven.hide_adres(
                by=who, gezin_id=z.familie.gezin, huishouden_id=z.brief.huishouden_id, formulier=uuid4()
            ),
            ("renew_brief", ""): lambda who, z: brieven.renew_brief(by=who, beschikking_id=z.brief.pk),
        }

    def _release(self, who, z):
        return brieven.release_brief(by=who, beschikking_id=z.brief.pk)

    def _release_secret(self, who, z):
        """The address became secret along another road than our act."""
        with act("register_gezin", by=self.by):
            Huishouden.objects.filter(pk=z.brief.huishouden_id).update(geheim="onbekend", gevouwen="")
        return self._release(who, z)

    def reach(self, toestand):
        z = self.decided()
        (z.brief,) = [een for een in letters(z) if een.huishouden_id]
        made(self.by, z.brief)
        if toestand == "brief_vrijgegeven":
            self._release(self.by, z)
        if toestand in ("brief_teruggehaald", "brief_vervangen"):
            self.zetten()["hide_adres", ""](self.by, z)
        if toestand == "brief_vervangen":
            self.zetten()["renew_brief", ""](self.by, z)
        return z

    def state(self, z):
        return stand(z.brief)
