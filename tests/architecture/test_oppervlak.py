"""Names that people and programs rely on: commands with their options, and addresses (decision 17).

They stand in `oppervlak.txt`. Who changes one on purpose writes the list anew and says so in the changelog:
`python -m tests.architecture.test_oppervlak > tests/architecture/oppervlak.txt`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import click

LIJST = Path(__file__).with_name("oppervlak.txt")
# Dutch words without accents; a format behind a dot; ids of the library behind an underscore.
# The library looks its own pages up by its own names; ours answer.
OOK_VAN_DE_BIBLIOTHEEK = {"/aanmelden/", "/afmelden/", "/tweede-factor/"}
NAAM = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")


def commands(group: click.Group, path: str = "koers") -> Iterator[str]:
    """Each command with its options, in one line."""
    ctx = click.Context(group)
    for naam in group.list_commands(ctx):
        command = group.get_command(ctx, naam)
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {naam}")
            continue
        params = [
            p.opts[-1] if isinstance(p, click.Option) else (p.metavar or p.name or "").upper()
            for p in command.params
        ]
        yield " ".join([path, naam, *sorted(params, key=lambda p: (p.startswith("-"), p))])


def addresses(patterns, before: str = "/") -> Iterator[str]:
    """Each address, with what stands in it between angle brackets."""
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, before + str(pattern.pattern))
        else:
            yield before + str(pattern.pattern)


def surface() -> list[str]:
    """All names, in the order of the alphabet."""
    from django.urls import get_resolver

    from koers.cli import koers

    return sorted({*commands(koers), *addresses(get_resolver().url_patterns)})


def differences(now: list[str]) -> list[str]:
    """What the list and the program do not share."""
    listed = LIJST.read_text(encoding="utf-8").splitlines()
    return list(unified_diff(listed, now, "oppervlak.txt", "het programma", lineterm="", n=0))


def test_the_names_are_those_of_the_list():
    assert differences(surface()) == []


def test_names_are_written_one_way():
    for naam in surface():
        for woord in re.split(r"[ /]", re.sub(r"<[^>]+>", "x", naam)):
            plain = woord.lower().strip("-[]")
            assert not plain or NAAM.fullmatch(plain), naam


def claimed_twice(patterns) -> set[str]:
    """Addresses of the same shape: whoever comes first answers, and the other is never reached."""
    shapes = Counter(re.sub(r"<(\w+):\w+>", r"<\1>", address) for address in addresses(patterns))
    return {shape for shape, count in shapes.items() if count > 1}


def test_no_address_is_claimed_twice():
    from django.urls import get_resolver, path

    patterns = get_resolver().url_patterns
    assert claimed_twice(patterns) == OOK_VAN_DE_BIBLIOTHEEK
    planted = [*patterns, path("antwoord/<str:iets>/", lambda request: None)]
    assert claimed_twice(planted) == {"/antwoord/<str>/"} | OOK_VAN_DE_BIBLIOTHEEK


def test_a_name_that_went_or_got_another_option_is_noticed():
    names = surface()
    assert differences(names[1:])
    assert differences([naam.replace("--gebied", "--area") for naam in names])


if __name__ == "__main__":
    import os
    import sys

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    sys.stdout.write("\n".join(surface()) + "\n")
