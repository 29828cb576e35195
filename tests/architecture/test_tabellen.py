"""What is put together from several tables stands in one of them only: the last would win without a word."""

import ast
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from koers.authorization import handelingen, ingangen

TEKSTEN = Path(__file__).parents[2] / "src" / "koers" / "presentation"


def twice(tables: list[dict[str, object]]) -> list[str]:
    counted = Counter(key for table in tables for key in table)
    return sorted(key for key, times in counted.items() if times > 1)


def tables_of(package, end: str) -> list[dict[str, object]]:
    """The dicts of the modules of a package whose name ends so."""
    modules = [
        import_module(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__)
    ]
    return [vars(module)[naam] for module in modules for naam in vars(module) if naam.endswith(end)]


@pytest.mark.parametrize(
    ("package", "end"), [(handelingen, "_HANDELINGEN"), (ingangen, "_INGANGEN")], ids=["acts", "ways in"]
)
def test_nothing_stands_in_two_doors(package, end):
    found = tables_of(package, end)
    assert len(found) > 5
    assert twice(found) == []


def literal_keys(tree: ast.Module, begin: str) -> Iterator[str]:
    """The keys that are written out in the tables whose names begin so."""
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        names = node.targets if isinstance(node, ast.Assign) else [node.target]
        if not any(isinstance(naam, ast.Name) and naam.id.startswith(begin) for naam in names):
            continue
        for table in ast.walk(node.value):
            if isinstance(table, ast.Dict):
                yield from (key.value for key in table.keys if isinstance(key, ast.Constant))


def doubles(texts: dict[str, str], begin: str) -> list[str]:
    keys = [key for text in texts.values() for key in literal_keys(ast.parse(text), begin)]
    assert len(keys) > 20
    return sorted(key for key, times in Counter(keys).items() if times > 1)


@pytest.mark.parametrize(
    ("files", "begin"), [("zinnen*.py", "ZINNEN"), ("woorden*.py", "HANDELINGEN"), ("woorden*.py", "DINGEN")]
)
def test_every_text_of_a_code_stands_once(files, begin):
    assert doubles({path.name: path.read_text() for path in TEKSTEN.glob(files)}, begin) == []


def test_planted_a_code_in_two_rooms_is_found():
    een = {str(number): "" for number in range(30)}
    assert twice([een, {"7": ""}]) == ["7"]
    texts = {"a": f"ZINNEN = {een!r}", "b": "ZINNEN_B = {'7': 'anders'}"}
    assert doubles(texts, "ZINNEN") == ["7"]
