"""The drawings of states are those of the tables, every move is an act, and every table is driven."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest
from scripts.toestanden import BLAD, page

from koers.authorization.handelingen import HANDELINGEN
from koers.domain import toestanden
from koers.domain.toestanden import MACHINES
from koers.domain.toestanden.machine import Machine, row
from koers.domain.weigering import Refused
from koers.presentation.woorden import TOESTANDEN

VOORBEELD = Machine(
    ding="brief",
    begin="concept",
    overgangen=(
        row("send_brief", "concept", "verstuurd"),
        row("answer_brief", "verstuurd", "ja", keuze="ja"),
        row("answer_brief", "verstuurd", "nee", keuze="nee"),
        row("withdraw_brief", "concept verstuurd", "ingetrokken"),
    ),
)


def test_the_page_is_that_of_the_tables():
    assert BLAD.read_text(encoding="utf-8") == page(), "Voer `make toestanden` uit."


def test_every_move_is_an_act_with_a_rule_and_every_state_has_words():
    moves = {o.handeling for machine in MACHINES for o in machine.overgangen}
    assert moves <= set(HANDELINGEN)
    assert {t for machine in MACHINES for t in machine.toestanden} == set(TOESTANDEN)


def test_every_state_can_be_reached_and_no_row_says_the_same_twice():
    for machine in (*MACHINES, VOORBEELD):
        reached = {machine.begin} | {o.naar for o in machine.overgangen}
        assert {van for o in machine.overgangen for van in o.van} <= reached, machine.ding
        rows = [(van, o.handeling, o.keuze) for o in machine.overgangen for van in o.van]
        assert len(rows) == len(set(rows)), machine.ding


def test_a_move_that_is_not_in_the_table_is_refused_with_its_state():
    assert VOORBEELD.move("concept", "send_brief") == "verstuurd"
    assert VOORBEELD.move("verstuurd", "answer_brief", "nee") == "nee"
    assert VOORBEELD.open_acts("verstuurd") == ("answer_brief", "withdraw_brief")
    with pytest.raises(Refused) as refused:
        VOORBEELD.move("ja", "withdraw_brief")
    assert refused.value.params == {"ding": "brief", "toestand": "ja"}
    assert "    verstuurd --> nee: answer_brief nee" in VOORBEELD.diagram()


INTEGRATIE = Path(__file__).parents[1] / "integration"


def driven(sources: Iterable[str]) -> set[str]:
    """The machines of test classes that try every move: `class Test…(ElkeOvergang)` or by a class between."""
    found = set()
    for source in sources:
        if "ElkeOvergang" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
                found |= {
                    een.value.id
                    for een in node.body
                    if isinstance(een, ast.Assign)
                    and isinstance(een.value, ast.Name)
                    and [getattr(t, "id", "") for t in een.targets] == ["machine"]
                }
    return found


def test_every_machine_is_driven_through_every_move_by_every_role():
    known = {id(een): naam for naam, een in vars(toestanden).items() if isinstance(een, Machine)}
    names = {known[id(machine)] for machine in MACHINES}
    sources = [pad.read_text(encoding="utf-8") for pad in INTEGRATIE.rglob("test_*.py")]
    assert driven(sources) == names
    # A machine whose test is taken away is missed.
    assert driven(een for een in sources if "machine = BRIEF" not in een) == names - {
        "AANVRAAG",
        "BEZWAAR",
        "BRIEF",
    }
