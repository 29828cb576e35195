"""Every page x every role x two municipalities; and every command has a row."""

import click
import pytest

from koers.authorization.handelingen import HANDELINGEN
from koers.authorization.ingangen import INGANGEN, PUBLIEK
from koers.cli import koers
from koers.presentation.woorden_handelingen import HANDELINGEN as WOORDEN
from tests.databank import is_postgres
from tests.integration.toegang.verwacht import ALLEEN_FORMULIER, PAGINAS, VAN_DE_BIBLIOTHEEK
from tests.integration.toegang.wandeling import ALLES, clients_of, names_of_pages, walk_part

pytestmark = pytest.mark.django_db
DELEN = 6


def commands(group: click.Group, ctx: click.Context, path: str = "") -> set[str]:
    """Every command, with its group before it."""
    found: set[str] = set()
    for naam in group.list_commands(ctx):
        command = group.get_command(ctx, naam)
        full = f"{path} {naam}".strip()
        found |= commands(command, ctx, full) if isinstance(command, click.Group) else {full}
    return found


def test_every_page_has_a_row_and_every_row_a_page():
    assert {f"web:{naam}" for naam in names_of_pages()} == {k for k in INGANGEN if k.startswith("web:")}


def test_every_command_has_a_row_and_every_row_a_command():
    ctx = click.Context(koers)
    assert {f"cli:{naam}" for naam in commands(koers, ctx)} == {k for k in INGANGEN if k.startswith("cli:")}


def test_every_row_names_an_act_and_every_act_has_words():
    assert set(INGANGEN.values()) - {PUBLIEK} <= set(HANDELINGEN)
    assert set(WOORDEN) == set(HANDELINGEN)


def test_the_walk_knows_every_page():
    assert names_of_pages() == {*PAGINAS, *ALLEEN_FORMULIER, *VAN_DE_BIBLIOTHEEK}


@pytest.fixture(scope="module")
def wereld(request):
    """Every role, on PostgreSQL; on SQLite those that stand for the others, so as to know it soon."""
    return request.getfixturevalue("hele_wereld" if is_postgres() else "kleine_wereld")


@pytest.mark.parametrize("deel", range(DELEN))
def test_nobody_meets_what_is_not_theirs_and_everybody_reaches_what_is(wereld, deel):
    """A share of the pages at a time, so that the processes of a test run can walk side by side."""
    clients = clients_of(wereld)
    assert [met for naam in ALLES[deel::DELEN] for met in walk_part(wereld, naam, clients)] == []
