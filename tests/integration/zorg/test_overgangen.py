"""Every move of a provider's answer and of the zorgmakelaar's route, in every state and by every role."""

from datetime import timedelta
from types import SimpleNamespace
from typing import ClassVar
from uuid import uuid4

import pytest

from koers.actions.zorg.acceptatie import (
    accept_toewijzing,
    close_weigering,
    close_zorgmakelaarroute,
    judge_weigering,
    refuse_toewijzing,
    register_gesprek,
    take_zorgmakelaarroute,
)
from koers.actions.zorg.escalatie import close_escalatie, escalate_antwoorden, read_escalatie
from koers.actions.zorg.lezen import read_toewijzing_met_antwoord
from koers.actions.zorg.toewijzen import register_start
from koers.actions.zorg.wijzigen import change_toewijzing
from koers.actions.zorg.zorgmakelaar import read_zorgmakelaarroute
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.toestanden.acceptatie import ACCEPTATIE, ANTWOORDESCALATIE, ZORGMAKELAARROUTE
from koers.registers.klok import vandaag
from tests.integration.zorg.test_acceptatie import BINNEN, BUITEN, call, on_day
from tests.overgangen import ELDERS, ElkeOvergang
from tests.wereld import actor_of, give_help, make_actor, make_familie, make_medewerker, make_product

TOEGANG = frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})
AAN_DE_BEURT = TOEGANG | {Rol.AANBIEDER}
BEHEER = frozenset({Rol.CONTRACTMANAGER, Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR})
MAKELAAR = frozenset({Rol.ZORGMAKELAAR})


def refuse(grond):
    return lambda who, z: refuse_toewijzing(
        by=who, toewijzing_id=z.toewijzing, grond=grond, toelichting="Alles zit vol."
    )


def judge(oordeel):
    return lambda who, z: judge_weigering(
        by=who, toewijzing_id=z.toewijzing, oordeel=oordeel, toelichting="Gesproken."
    )


def phone(who, z):
    return register_gesprek(by=who, toewijzing_id=z.toewijzing, gesprek=call())


class MetToewijzing(ElkeOvergang):
    """Each thing is help for a child of its own, given to one provider."""

    vastgelegd = True
    vreemd = ELDERS
    wegen: ClassVar[dict[str, tuple[tuple[str, str], ...]]]

    def maak(self):
        self.by = make_actor(Rol.JEUGDCONSULENT)
        medewerker = make_medewerker(Rol.AANBIEDER, soort="aanbieder")
        self.aanbieder = actor_of(medewerker)
        self.product = make_product(medewerker.aanstellingen.get().organisatie)
        self.beheer, self.makelaar = make_actor(Rol.REGIOMANAGER), make_actor(Rol.ZORGMAKELAAR)

    def given(self, since=0):
        familie = make_familie(self.by, f"Antwoord{uuid4().hex[:6]}")
        given = give_help(self.by, familie, self.product, since=since).toewijzing
        return SimpleNamespace(toewijzing=given, dag=vandaag() - timedelta(days=since))


class TestAcceptatie(MetToewijzing):
    machine = ACCEPTATIE
    wie: ClassVar = {
        **dict.fromkeys(
            ("register_gesprek", "accept_toewijzing", "refuse_toewijzing", "register_start"), AAN_DE_BEURT
        ),
        "judge_weigering": BEHEER,
        **dict.fromkeys(("close_weigering", "change_toewijzing"), TOEGANG),
    }
    # A refusal that is not outside the agreement is not contract management's to see; without a call nobody
    # refuses; and a toewijzing that began, or is gone, has its own words for what cannot be any more.
    weigert = frozenset(
        {
            *("overgang_mag_niet", "niet_gevonden", "weigering_zonder_gesprek"),
            *("al_begonnen", "toewijzing_verwijderd", "start_na_toewijzing"),
        }
    )
    # Taking help away is about the toewijzing; an answer that was given stays what it was.
    ongemoeid = frozenset({"change_toewijzing"})
    wegen = {
        "wacht_op_aanbieder": (),
        "besproken": (("register_gesprek", ""),),
        "geaccepteerd": (("accept_toewijzing", ""),),
        "weigering_binnen": (("register_gesprek", ""), ("refuse_toewijzing", "binnen")),
        "weigering_buiten": (("register_gesprek", ""), ("refuse_toewijzing", "buiten")),
        "weigering_erkend": (
            *(("register_gesprek", ""), ("refuse_toewijzing", "buiten"), ("judge_weigering", "erkend")),
        ),
        "moet_accepteren": (
            *(("register_gesprek", ""), ("refuse_toewijzing", "buiten")),
            ("judge_weigering", "moet_accepteren"),
        ),
        "weigering_afgerond": (
            *(("register_gesprek", ""), ("refuse_toewijzing", "buiten"), ("close_weigering", "")),
        ),
        "vraag_vervallen": (("change_toewijzing", "weg"),),
    }

    def zetten(self):
        return {
            ("register_gesprek", ""): phone,
            ("accept_toewijzing", ""): lambda who, z: accept_toewijzing(by=who, toewijzing_id=z.toewijzing),
            ("register_start", ""): lambda who, z: register_start(
                by=who, toewijzing_id=z.toewijzing, datum=z.dag
            ),
            ("refuse_toewijzing", "binnen"): refuse(BINNEN),
            ("refuse_toewijzing", "buiten"): refuse(BUITEN),
            ("judge_weigering", "erkend"): judge("erkend"),
            ("judge_weigering", "moet_accepteren"): judge("moet_accepteren"),
            ("close_weigering", ""): lambda who, z: close_weigering(
                by=who, toewijzing_id=z.toewijzing, uitkomst="andere_aanbieder"
            ),
            ("change_toewijzing", "weg"): lambda who, z: change_toewijzing(
                by=who, toewijzing_id=z.toewijzing, reden="13"
            ),
        }

    def reach(self, toestand):
        z = self.given()
        for move in self.wegen[toestand]:
            self.zetten()[move](self.doener(z, move[0]), z)
        return z

    def reach_for(self, move, toestand):
        if (move[0], toestand) != ("register_start", "vraag_vervallen"):
            return self.reach(toestand)
        # Help that ended before anybody answered, of which a start is told afterwards.
        z = self.given(since=5)
        change_toewijzing(
            by=self.by, toewijzing_id=z.toewijzing, reden="12", tot_datum=vandaag(), akkoord=True
        )
        return z

    def state(self, z):
        return read_toewijzing_met_antwoord(by=self.by, toewijzing_id=z.toewijzing)[1].toestand

    def doener(self, z, handeling):
        if handeling == "judge_weigering":
            return self.beheer
        return self.by if handeling in ("close_weigering", "change_toewijzing") else self.aanbieder


class TestZorgmakelaarroute(MetToewijzing):
    machine = ZORGMAKELAARROUTE
    wie: ClassVar = dict.fromkeys(("take_zorgmakelaarroute", "close_zorgmakelaarroute"), MAKELAAR)

    def zetten(self):
        return {
            ("take_zorgmakelaarroute", ""): lambda who, z: take_zorgmakelaarroute(
                by=who, toewijzing_id=z.toewijzing
            ),
            ("close_zorgmakelaarroute", ""): lambda who, z: close_zorgmakelaarroute(
                by=who, toewijzing_id=z.toewijzing, uitkomst="hulp_op_maat"
            ),
        }

    def reach(self, toestand):
        z = self.given()
        phone(self.aanbieder, z)
        refuse(BUITEN)(self.aanbieder, z)
        for naar, handeling in (
            ("bij_zorgmakelaar", "take_zorgmakelaarroute"),
            ("route_afgerond", "close_zorgmakelaarroute"),
        ):
            if toestand in (naar, "route_afgerond"):
                self.zetten()[handeling, ""](self.makelaar, z)
        return z

    def state(self, z):
        return read_zorgmakelaarroute(by=self.makelaar, toewijzing_id=z.toewijzing).beeld.route

    def doener(self, z, handeling):
        return self.makelaar


class TestAntwoordescalatie(MetToewijzing):
    machine = ANTWOORDESCALATIE
    wie: ClassVar = {"close_escalatie": BEHEER}

    def zetten(self):
        return {
            ("close_escalatie", ""): lambda who, z: close_escalatie(
                by=who, toewijzing_id=z.toewijzing, uitkomst="alsnog_antwoord"
            )
        }

    def reach(self, toestand):
        z = self.given()
        with pytest.MonkeyPatch.context() as patch:
            on_day(patch, vandaag() + timedelta(days=30))
            escalate_antwoorden(by=systeemactor("dagwerk", functionaris="contractmanager"))
        if toestand == "escalatie_afgerond":
            self.zetten()["close_escalatie", ""](self.beheer, z)
        return z

    def state(self, z):
        return read_escalatie(by=self.beheer, toewijzing_id=z.toewijzing).beeld.escalatie

    def doener(self, z, handeling):
        return self.beheer
