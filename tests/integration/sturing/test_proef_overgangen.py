"""Every move of a proeftuin, a risk, its measures and a subsidy, in every state and by every role."""

from typing import ClassVar

import pytest

from koers.actions.sturing.proeftuinen import (
    change_ontwerp,
    decide_proeftuin,
    drop_proeftuin,
    evaluate_proeftuin,
    start_proeftuin,
)
from koers.actions.sturing.proeftuinen_lezen import read_proeftuin
from koers.actions.sturing.risicos import (
    add_risicomaatregel,
    close_risico,
    judge_risico,
    reopen_risico,
    settle_risicomaatregel,
)
from koers.actions.sturing.risicos_lezen import read_risico, read_risicomaatregel
from koers.actions.sturing.subsidies_lezen import read_subsidie
from koers.domain.proeftuinen import KEUZES
from koers.domain.risicos import MAATREGELUITKOMSTEN
from koers.domain.rollen import Rol
from koers.domain.subsidies import CONCLUSIES, Houder
from koers.domain.toestanden.proeftuin import PROEFTUIN
from koers.domain.toestanden.risico import RISICO, RISICOMAATREGEL
from koers.domain.toestanden.subsidie import SUBSIDIE
from tests.agendawereld import days
from tests.overgangen import ElkeOvergang
from tests.proeftuinwereld import PRINCIPE, count_year, ontwerp, try_out
from tests.risicowereld import measure, oordeel, risk
from tests.subsidiewereld import agree as agree_on
from tests.subsidiewereld import subsidise, weigh
from tests.wereld import ASSEN, make_actor

pytestmark = pytest.mark.django_db
SCHRIJFT = frozenset({Rol.BELEIDSADVISEUR})


class TestProeftuin(ElkeOvergang):
    machine = PROEFTUIN
    wie: ClassVar = {
        **dict.fromkeys(
            (
                *("change_ontwerp", "start_proeftuin", "write_proeftuintelling"),
                *("evaluate_proeftuin", "drop_proeftuin"),
            ),
            SCHRIJFT,
        ),
        "decide_proeftuin": SCHRIJFT | {Rol.WETHOUDER},
    }
    wegen: ClassVar = {
        "ontwerp": (),
        "loopt": ("start_proeftuin",),
        "geevalueerd": ("start_proeftuin", "evaluate_proeftuin"),
        "verbreed": ("start_proeftuin", "evaluate_proeftuin", "opschalen"),
        "gestopt": ("start_proeftuin", "evaluate_proeftuin", "stoppen"),
        "afgebroken": ("drop_proeftuin",),
    }

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def zetten(self):
        decided = {
            ("decide_proeftuin", keuze): lambda who, p, keuze=keuze: decide_proeftuin(
                by=who,
                proeftuin_id=p,
                keuze=keuze,
                reden="Daarom.",
                principes=[PRINCIPE],
                evaluatie_op=days(9),
            )
            for keuze in KEUZES
        }
        return decided | {
            ("change_ontwerp", ""): lambda who, p: change_ontwerp(by=who, proeftuin_id=p, ontwerp=ontwerp()),
            ("start_proeftuin", ""): lambda who, p: start_proeftuin(by=who, proeftuin_id=p),
            ("write_proeftuintelling", ""): lambda who, p: count_year(who, p, 2020, {"Praktijk A": (1, 2)}),
            ("evaluate_proeftuin", ""): lambda who, p: evaluate_proeftuin(
                by=who, proeftuin_id=p, woorden="Zo staat het."
            ),
            ("drop_proeftuin", ""): lambda who, p: drop_proeftuin(by=who, proeftuin_id=p, reden="Daarom."),
        }

    def reach(self, toestand):
        proeftuin = try_out(self.by, ASSEN)
        for stap in self.wegen[toestand]:
            move = ("decide_proeftuin", stap) if stap in KEUZES else (stap, "")
            self.zetten()[move](self.by, proeftuin)
        return proeftuin

    def state(self, proeftuin):
        return read_proeftuin(by=self.by, proeftuin_id=proeftuin).stand


class TestRisico(ElkeOvergang):
    machine = RISICO
    wie: ClassVar = dict.fromkeys(
        ("judge_risico", "add_risicomaatregel", "close_risico", "reopen_risico"), SCHRIJFT
    )

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def zetten(self):
        return {
            ("judge_risico", ""): lambda who, r: judge_risico(by=who, risico_id=r, oordeel=oordeel()),
            ("add_risicomaatregel", ""): lambda who, r: add_risicomaatregel(
                by=who, risico_id=r, wat="Werven", wie="P&O", uiterlijk=days(9)
            ),
            ("close_risico", ""): lambda who, r: close_risico(by=who, risico_id=r, reden="Voorbij."),
            ("reopen_risico", ""): lambda who, r: reopen_risico(by=who, risico_id=r, reden="Toch."),
        }

    def reach(self, toestand):
        risico = risk(self.by, ASSEN)
        if toestand == "gesloten":
            close_risico(by=self.by, risico_id=risico, reden="Voorbij.")
        return risico

    def state(self, risico):
        return read_risico(by=self.by, risico_id=risico)[1].stand


class TestRisicomaatregel(ElkeOvergang):
    machine = RISICOMAATREGEL
    wie: ClassVar = {"settle_risicomaatregel": SCHRIJFT}

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def zetten(self):
        return {
            ("settle_risicomaatregel", keuze): lambda who, m, keuze=keuze: settle_risicomaatregel(
                by=who, maatregel_id=m, keuze=keuze, datum=days(0), reden="Daarom."
            )
            for keuze in MAATREGELUITKOMSTEN
        }

    def reach(self, toestand):
        maatregel = measure(self.by, risk(self.by, ASSEN))
        if toestand in MAATREGELUITKOMSTEN:
            self.zetten()[("settle_risicomaatregel", toestand)](self.by, maatregel)
        return maatregel

    def state(self, maatregel):
        return read_risicomaatregel(by=self.by, maatregel_id=maatregel)[2].stand


class TestSubsidie(ElkeOvergang):
    machine = SUBSIDIE
    wie: ClassVar = {"weigh_prestaties": SCHRIJFT}
    wegen: ClassVar = {"loopt": "", "wordt_aangepast": "aanpassen", "houdt_op": "stoppen"}

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def zetten(self):
        return {
            ("weigh_prestaties", conclusie): lambda who, s, conclusie=conclusie: weigh(
                who, Houder(subsidie=s), conclusie
            )
            for conclusie in CONCLUSIES
        }

    def reach(self, toestand):
        subsidie = subsidise(self.by, ASSEN)
        agree_on(self.by, Houder(subsidie=subsidie))
        if self.wegen[toestand]:
            weigh(self.by, Houder(subsidie=subsidie), self.wegen[toestand], ago=2)
        return subsidie

    def state(self, subsidie):
        return read_subsidie(by=self.by, subsidie_id=subsidie)[0].prestaties.stand
