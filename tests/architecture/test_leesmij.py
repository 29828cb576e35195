"""README and LEESMIJ say the same, and everything they point to is there."""

import re
from pathlib import Path

import click

from koers.cli import koers

ROOT = Path(__file__).resolve().parents[2]
BEIDE = [(ROOT / naam).read_text() for naam in ("README.md", "LEESMIJ.md")]


def shape(text: str) -> list[str]:
    """What both have to have in the same order: headings, table rows, code blocks and links."""
    found = []
    for line in text.splitlines():
        if line.startswith("#"):
            found.append(f"heading {line.count('#', 0, 3)}")
        elif line.startswith("|"):
            found.append("row " + " ".join(re.findall(r"`([^`]+)`", line)))
        elif line.startswith("    "):
            found.append("code " + line.split("#")[0].strip())
    return found


def links(text: str) -> set[str]:
    return set(re.findall(r"\]\(([^)]+)\)", text)) - {"README.md", "LEESMIJ.md"}


def test_both_have_the_same_shape_commands_and_links():
    english, dutch = BEIDE
    assert shape(english) == shape(dutch)
    assert links(english) == links(dutch)


def test_a_difference_is_noticed():
    english, dutch = BEIDE
    assert shape(english) != shape(dutch.replace("`koers medewerker`", "`koers accounts`"))


def test_every_link_leads_somewhere():
    assert [link for link in links(BEIDE[0]) if not (ROOT / link).exists()] == []


def test_every_command_that_is_named_exists():
    ctx = click.Context(koers)
    for command in re.findall(r"`koers ([a-z-]+)", " ".join(BEIDE)):
        assert koers.get_command(ctx, command) is not None, command


def test_every_make_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text()
    text = " ".join([*BEIDE, (ROOT / "CONTRIBUTING.md").read_text()])
    for target in re.findall(r"make ([a-z][a-z-]+)", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE) or target in {"alone"}, target
