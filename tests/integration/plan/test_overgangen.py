"""Every move of a plan and of a familiegroepsplan, in every state and by every role, through the real acts.

`wrong_moves` lists where the acts differ from the table, so that a planted fault in a table or in the rights
must make the list longer.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest

from koers.actions.toegang.plan import afspreken, vaststellen
from koers.actions.toegang.plan.bewerken import add_onderdeel
from koers.actions.toegang.plan.lezen import read_plan
from koers.authorization.handelingen import HANDELINGEN
from koers.domain.actor import Actor
from koers.domain.plan import familiegroepsplan
from koers.domain.plan.familiegroepsplan import Groepsplanstap, Stap
from koers.domain.plan.onderdelen import DeelSoort, Kracht
from koers.domain.rollen import Rol
from koers.domain.toestanden.machine import Machine, row
from koers.domain.toestanden.plan import FAMILIEGROEPSPLAN, PLAN
from koers.registers.klok import vandaag
from tests.integration.plan.wereld import TweeHuizen, begin, fill, make_two_homes, part_of
from tests.overgangen import ElkeOvergang, Zet
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db

TOEGANG = frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})
MET_DEEL = TOEGANG | {Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING}


@dataclass(frozen=True)
class Zaak:
    """A plan of two homes, with ids that a stranger would have to guess."""

    by: Actor
    thuis: TweeHuizen
    samen: UUID

    @property
    def beeld(self):
        return read_plan(by=self.by, gezin_id=self.thuis.gezin)


def _edit(who: Actor, zaak: Zaak) -> object:
    kracht = Kracht("Noor lacht weer.", (zaak.thuis.kind,))
    return add_onderdeel(by=who, gezin_id=zaak.thuis.gezin, deel_id=zaak.samen, inhoud=kracht)


def _agree(who: Actor, zaak: Zaak) -> object:
    yes = vaststellen.NieuweInstemming(zaak.thuis.moeder, True, "mondeling", vandaag())
    return vaststellen.agree_plan(by=who, gezin_id=zaak.thuis.gezin, instemming=yes)


def _with_version(do: Callable[..., object]) -> Zet:
    """The version is that of the owner; who may do nothing needs none."""

    def move(who: Actor, zaak: Zaak) -> object:
        versie = zaak.beeld.versie if who is zaak.by else 0
        return do(by=who, gezin_id=zaak.thuis.gezin, versie=versie)

    return move


def _offer(stap: Stap) -> Zet:
    grond = "bedreiging" if stap is Stap.NIET_AANGEBODEN else ""
    said = Groepsplanstap(stap, vandaag(), grond, "De familie zei het zo.")
    return lambda who, zaak: afspreken.register_familiegroepsplan(
        by=who, gezin_id=zaak.thuis.gezin, stap=said
    )


class Plannen(ElkeOvergang):
    """What both machines share: a plan of two homes."""

    def maak(self) -> None:
        self.by = make_actor(Rol.JEUGDCONSULENT)
        self.nummer = 0

    def zaak(self, *, vol: bool) -> Zaak:
        """A new plan; `vol`: with everything that it needs to be settled."""
        self.nummer += 1
        thuis = make_two_homes(self.by, f"Zaak{self.nummer}", date(2016, 1, 1 + self.nummer % 28))
        begin(self.by, thuis)
        if vol:
            fill(self.by, thuis)
        return Zaak(self.by, thuis, part_of(self.by, thuis, DeelSoort.SAMEN).id)


class TestPlan(Plannen):
    machine = PLAN
    wie = {"edit_plan": MET_DEEL, **dict.fromkeys(("settle_plan", "agree_plan", "close_plan"), TOEGANG)}
    wegen = {
        "concept": [],
        "vastgesteld": ["settle_plan"],
        "in_herziening": ["settle_plan", "edit_plan"],
        "afgesloten": ["close_plan"],
    }

    def zetten(self):
        return {
            ("edit_plan", ""): _edit,
            ("settle_plan", ""): _with_version(vaststellen.settle_plan),
            ("agree_plan", ""): _agree,
            ("close_plan", ""): _with_version(vaststellen.close_plan),
        }

    def reach(self, toestand):
        zaak = self.zaak(vol=True)
        for move in self.wegen[toestand]:
            self.zetten()[move, ""](self.by, zaak)
        return zaak

    def state(self, zaak):
        return zaak.beeld.toestand

    def test_planted_a_plan_that_is_settled_twice_is_met(self, monkeypatch):
        moves = (*PLAN.overgangen, row("settle_plan", "vastgesteld", "vastgesteld"))
        monkeypatch.setattr(vaststellen, "PLAN", Machine("plan", "concept", moves))
        assert self.wrong_moves("vastgesteld")

    def test_planted_a_role_too_many_is_met(self, monkeypatch):
        rule = HANDELINGEN["close_plan"]
        monkeypatch.setitem(HANDELINGEN, "close_plan", replace(rule, rollen=rule.rollen | {Rol.HUISARTS}))
        assert self.wrong_roles()


class TestFamiliegroepsplan(Plannen):
    machine = FAMILIEGROEPSPLAN
    wie = {"register_familiegroepsplan": TOEGANG}
    wegen = {
        "niet_besproken": [],
        "aangeboden": ["aangeboden"],
        "wordt_gemaakt": ["aangeboden", "gaat_maken"],
        "afgezien": ["aangeboden", "ziet_af"],
        "niet_aangeboden": ["niet_aangeboden"],
        "gemaakt": ["aangeboden", "gaat_maken", "gemaakt"],
    }

    def zetten(self):
        return {("register_familiegroepsplan", stap.value): _offer(stap) for stap in Stap}

    def reach(self, toestand):
        zaak = self.zaak(vol=False)
        for stap in self.wegen[toestand]:
            self.zetten()["register_familiegroepsplan", stap](self.by, zaak)
        return zaak

    def state(self, zaak):
        return zaak.beeld.groepsplan_stand

    def test_planted_an_offer_that_can_be_made_after_the_answer_is_met(self, monkeypatch):
        again = row("register_familiegroepsplan", "gemaakt", "aangeboden", keuze="aangeboden")
        table = Machine("familiegroepsplan", "niet_besproken", (*FAMILIEGROEPSPLAN.overgangen, again))
        monkeypatch.setattr(familiegroepsplan, "FAMILIEGROEPSPLAN", table)
        assert self.wrong_moves("gemaakt")
