"""Calls that the house bans, where they may stand all the same, and why. Read from the syntax tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Verbod:
    """`naam`: the end of a dotted call ("datetime.now") or a bare name ("print")."""

    naam: str
    reden: str
    mag_in: tuple[str, ...] = ()
    alleen_in: tuple[str, ...] = ("",)
    argument: str = field(default="")


VERBODEN = (
    Verbod("datetime.now", "the clock is koers.registers.klok", ("registers/klok.py",)),
    Verbod("datetime.utcnow", "the clock is koers.registers.klok"),
    Verbod("date.today", "a legal day is klok.vandaag()"),
    Verbod("timezone.now", "the clock is koers.registers.klok"),
    Verbod("time.time", "the clock is koers.registers.klok"),
    Verbod("print", "commands use click.echo, the program its log"),
    Verbod("eval", "never"),
    Verbod("exec", "never"),
    Verbod("__import__", "imports are written out, so that the layers can be checked"),
    Verbod("importlib.import_module", "imports are written out", ("cli/__init__.py",)),
    Verbod("mark_safe", "HTML is made in one room", ("presentation/",)),
    Verbod("default_rng", "random streams are passed in", ("simulation/proefregio/stroom.py",)),
    Verbod("objects.raw", "SQL stands in registers", ("registers/",)),
    Verbod("connection.cursor", "SQL stands in registers", ("registers/", "web/kern/views.py", "config/")),
    Verbod("open", "pure rooms touch no files", alleen_in=("domain/", "simulation/", "analytics/model/")),
    Verbod("Path.read_text", "pure rooms touch no files", alleen_in=("domain/", "simulation/")),
)


@dataclass(frozen=True)
class Vondst:
    plaats: str
    regel: int
    verbod: Verbod


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def _hits(dotted: str, naam: str) -> bool:
    return (
        dotted == naam or dotted.endswith("." + naam)
        if "." in naam
        else dotted == naam or (naam not in ("open", "exec", "eval", "print") and dotted.endswith("." + naam))
    )


def search(source: str, plaats: str) -> Iterator[Vondst]:
    """Every banned call in one file; `plaats` is its path below src/koers."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        dotted = _dotted(node.func)
        for verbod in VERBODEN:
            applies = plaats.startswith(verbod.alleen_in) and not plaats.startswith(verbod.mag_in or ("\0",))
            if applies and _hits(dotted, verbod.naam):
                yield Vondst(plaats, node.lineno, verbod)


def search_tree(root: Path) -> list[Vondst]:
    """Every banned call below `root` (src/koers), migrations left out."""
    return [
        vondst
        for path in sorted(root.rglob("*.py"))
        if "migrations" not in path.parts
        for vondst in search(path.read_text(), path.relative_to(root).as_posix())
    ]
