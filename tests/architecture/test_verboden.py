"""No banned call stands in the house, and each ban is shown to catch one."""

from pathlib import Path

import pytest

from tests.architecture.verboden import VERBODEN, search, search_tree

ROOT = Path(__file__).resolve().parents[2] / "src" / "koers"


def test_the_house_calls_nothing_that_is_banned():
    found = [f"{v.plaats}:{v.regel} {v.verbod.naam}: {v.verbod.reden}" for v in search_tree(ROOT)]
    assert found == []


@pytest.mark.parametrize("verbod", VERBODEN, ids=lambda verbod: verbod.naam)
def test_a_planted_call_is_caught(verbod):
    place = (verbod.alleen_in[0] or "web/") + "geplant.py"
    source = f"import x\n\ndef f():\n    return {verbod.naam}(1)\n"
    assert [vondst.verbod for vondst in search(source, place)] == [verbod]


def test_what_is_allowed_somewhere_is_not_found_there():
    assert list(search("datetime.now(UTC)", "registers/klok.py")) == []
    assert list(search("open('x')", "cli/beleid.py")) == []
