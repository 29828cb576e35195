"""Every move of a plan and of a familiegroepsplan, in every state and by every role, through the real acts.

The tables of states say what may happen next; here it is tried. `wrong_moves` lists where the acts differ
from the table, so that a planted fault in a table or in the rights must make the list longer.
"""

from collections.abc import Callable
from dataclasses import dataclass
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
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from tests.integration.plan.wereld import TweeHuizen, begin, fill, make_two_homes, part_of
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db

TOEGANG = frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})
MET_DEEL = TOEGANG | {Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING}
# By hand, beside the table of rights.
WIE = {
    "edit_plan": MET_DEEL,
    **dict.fromkeys(("settle_plan", "agree_plan", "close_plan", "register_familiegroepsplan"), TOEGANG),
}


@dataclass(frozen=True)
class Zaak:
    """A plan of two homes, with ids that a stranger would have to guess."""

    by: Actor
    thuis: TweeHuizen
    samen: UUID

    @property
    def beeld(self):
        return read_plan(by=self.by, gezin_id=self.thuis.gezin)


Zet = Callable[[Actor, Zaak], object]


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


ZETTEN_PLAN: dict[tuple[str, str], Zet] = {
    ("edit_plan", ""): _edit,
    ("settle_plan", ""): _with_version(vaststellen.settle_plan),
    ("agree_plan", ""): _agree,
    ("close_plan", ""): _with_version(vaststellen.close_plan),
}
ZETTEN_AANBOD: dict[tuple[str, str], Zet] = {
    ("register_familiegroepsplan", stap.value): _offer(stap) for stap in Stap
}
# State -> the moves that lead there.
WEGEN_PLAN = {
    "concept": [],
    "vastgesteld": [("settle_plan", "")],
    "in_herziening": [("settle_plan", ""), ("edit_plan", "")],
    "afgesloten": [("close_plan", "")],
}
WEGEN_AANBOD = {
    "niet_besproken": [],
    "aangeboden": ["aangeboden"],
    "wordt_gemaakt": ["aangeboden", "gaat_maken"],
    "afgezien": ["aangeboden", "ziet_af"],
    "niet_aangeboden": ["niet_aangeboden"],
    "gemaakt": ["aangeboden", "gaat_maken", "gemaakt"],
}


def make_zaak(by: Actor, *, vol: bool) -> Zaak:
    """A new plan; `vol`: with everything that it needs to be settled."""
    nummer = make_zaak.nummer = getattr(make_zaak, "nummer", 0) + 1
    thuis = make_two_homes(by, f"Zaak{nummer}", date(2016, 1, 1 + nummer % 28))
    begin(by, thuis)
    if vol:
        fill(by, thuis)
    return Zaak(by, thuis, part_of(by, thuis, DeelSoort.SAMEN).id)


def plan_in(by: Actor, toestand: str) -> Zaak:
    zaak = make_zaak(by, vol=True)
    for move in WEGEN_PLAN[toestand]:
        ZETTEN_PLAN[move](by, zaak)
    return zaak


def offer_in(by: Actor, toestand: str) -> Zaak:
    zaak = make_zaak(by, vol=False)
    for stap in WEGEN_AANBOD[toestand]:
        ZETTEN_AANBOD["register_familiegroepsplan", stap](by, zaak)
    return zaak


@dataclass(frozen=True)
class Proef:
    """One machine: its table, its moves, how a state is reached and read."""

    machine: Machine
    zetten: dict[tuple[str, str], Zet]
    reach: Callable[[Actor, str], Zaak]
    state: Callable[[Zaak], str]


PROEVEN = {
    "plan": Proef(PLAN, ZETTEN_PLAN, plan_in, lambda zaak: zaak.beeld.toestand),
    "familiegroepsplan": Proef(
        FAMILIEGROEPSPLAN, ZETTEN_AANBOD, offer_in, lambda zaak: zaak.beeld.groepsplan_stand
    ),
}


def code_of(do: Zet, who: Actor, zaak: Zaak) -> str:
    try:
        do(who, zaak)
    except Refused as refused:
        return refused.code
    return ""


def wrong_moves(proef: Proef, by: Actor, toestand: str) -> list[str]:
    """Where the acts do something else than the table, from this state."""
    allowed = {(o.handeling, o.keuze): o.naar for o in proef.machine.overgangen if toestand in o.van}
    wrong = []
    refused = proef.reach(by, toestand)  # what is refused changes nothing, so one thing is enough for that
    assert proef.state(refused) == toestand
    for move, do in proef.zetten.items():
        zaak = proef.reach(by, toestand) if move in allowed else refused
        code = code_of(do, by, zaak)
        expected = ("", allowed[move]) if move in allowed else ("overgang_mag_niet", toestand)
        if (code, proef.state(zaak)) != expected:
            wrong.append(f"{toestand}: {move} gave {code or proef.state(zaak)}, not {expected}")
    return wrong


def wrong_roles(proef: Proef, zaak: Zaak) -> list[str]:
    """Who may do what they should not, or the other way: strangers with each role, in one state."""
    before, wrong = proef.state(zaak), []
    for rol in Rol:
        who = make_actor(rol)
        for (handeling, keuze), do in proef.zetten.items():
            expected = "niet_gevonden" if rol in WIE[handeling] else "geen_recht"
            code = code_of(do, who, zaak)
            if code != expected:
                wrong.append(f"{rol}: {handeling} {keuze} gave {code!r}, not {expected!r}")
    if proef.state(zaak) != before:
        wrong.append(f"{before} became {proef.state(zaak)}")
    return wrong


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


CASES = [(naam, toestand) for naam, proef in PROEVEN.items() for toestand in proef.machine.toestanden]


@pytest.mark.parametrize(("naam", "toestand"), CASES)
def test_every_move_is_done_or_refused_as_the_table_says(naam, toestand, by):
    proef = PROEVEN[naam]
    assert {(o.handeling, o.keuze) for o in proef.machine.overgangen} == set(proef.zetten)
    assert wrong_moves(proef, by, toestand) == []


@pytest.mark.parametrize(("naam", "toestand"), CASES)
def test_no_role_makes_a_move_that_is_not_its_own(naam, toestand, by):
    proef = PROEVEN[naam]
    assert wrong_roles(proef, proef.reach(by, toestand)) == []


# --- planted faults --------------------------------------------------------------------------------------


def test_planted_a_plan_that_is_settled_twice_is_met(by, monkeypatch):
    moves = (*PLAN.overgangen, row("settle_plan", "vastgesteld", "vastgesteld"))
    monkeypatch.setattr(vaststellen, "PLAN", Machine("plan", "concept", moves))
    assert wrong_moves(PROEVEN["plan"], by, "vastgesteld")


def test_planted_an_offer_that_can_be_made_after_the_answer_is_met(by, monkeypatch):
    moves = (
        *FAMILIEGROEPSPLAN.overgangen,
        row("register_familiegroepsplan", "gemaakt", "aangeboden", keuze="aangeboden"),
    )
    monkeypatch.setattr(
        familiegroepsplan, "FAMILIEGROEPSPLAN", Machine("familiegroepsplan", "niet_besproken", moves)
    )
    assert wrong_moves(PROEVEN["familiegroepsplan"], by, "gemaakt")


def test_planted_a_role_too_many_is_met(by, monkeypatch):
    from dataclasses import replace

    rule = HANDELINGEN["close_plan"]
    monkeypatch.setitem(HANDELINGEN, "close_plan", replace(rule, rollen=rule.rollen | {Rol.HUISARTS}))
    assert wrong_roles(PROEVEN["plan"], plan_in(by, "concept"))
