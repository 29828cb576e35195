"""BEGRIPPEN.md knows every Dutch name in domain and registers."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGELS = frozenset((Path(__file__).parent / "engels.txt").read_text().split())


def names(source: str) -> Iterator[str]:
    """Classes, and what stands in their bodies as a field: `x: int` or `x = …`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            yield node.name
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield line.target.id
                elif isinstance(line, ast.Assign):
                    yield from (target.id for target in line.targets if isinstance(target, ast.Name))


def words(name: str) -> Iterator[str]:
    """GezinslidRol -> gezinslid, rol; tot_datum -> tot, datum."""
    for part in name.split("_"):
        yield from (word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", part))


def known_words(table: str) -> set[str]:
    """Every word in the first and third column of the table."""
    rows = [line.split("|") for line in table.splitlines() if line.startswith("|")]
    return {
        word
        for row in rows
        for cell in (row[1], row[3])
        for name in re.findall(r"\w+", cell)
        for word in words(name)
    }


def unknown(sources: Iterator[str]) -> set[str]:
    """Words that neither the table nor the short list of English machinery knows."""
    known = known_words((ROOT / "BEGRIPPEN.md").read_text()) | ENGELS
    return {
        word for source in sources for name in names(source) for word in words(name) if len(word) > 2
    } - known


def test_every_dutch_name_has_a_row():
    files = [p for room in ("domain", "registers") for p in (ROOT / "src/koers" / room).rglob("*.py")]
    assert unknown(path.read_text() for path in files if "migrations" not in path.parts) == set()


def test_a_new_dutch_name_without_a_row_is_found():
    assert unknown(iter(["class Zorgdoel:\n    streefplek: int = 1\n"])) == {"zorgdoel", "streefplek"}


def test_a_row_has_all_four_cells():
    rows = [
        line.strip("|").split("|")
        for line in (ROOT / "BEGRIPPEN.md").read_text().splitlines()
        if line[:1] == "|"
    ]
    assert [row for row in rows if len(row) != 4 or not all(cell.strip() for cell in row)] == []
