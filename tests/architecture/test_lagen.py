"""The order of the rooms, held by import-linter; each contract is shown to catch a planted violation."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ROOMS = "Rooms depend downward only"
FIGURES = "Pages, commands and documents meet figures only after disclosure"
PERSONS = "Only acts read persons"
PURE = "What decides and what computes knows no framework, no database and no network"
HOMEWORK = "The forecast and the generator of the demo region share nothing"
TWINS = "The engines know only the model, never each other"

# A file to plant, what it imports, and the contract that has to break.
PLANTED = {
    "upward": (ROOMS, "registers/fout.py", "import koers.web.context\n"),
    "unlisted room": (ROOMS, "berging/__init__.py", '"""A room that nobody listed."""\n'),
    "siblings": (ROOMS, "web/fout.py", "import koers.cli\n"),
    "figures": (FIGURES, "web/fout.py", "import koers.analytics.engines.in_memory\n"),
    "figures for programs": (FIGURES, "api/fout.py", "import koers.analytics.engines.kernels\n"),
    "persons for programs": (PERSONS, "api/fout.py", "from koers.registers.kern.models import Persoon\n"),
    "persons": (PERSONS, "cli/fout.py", "from koers.registers.kern.models import Persoon\n"),
    "framework": (PURE, "domain/fout.py", "import django\n"),
    "chance": (PURE, "simulation/fout.py", "import random\n"),
    "homework": (HOMEWORK, "simulation/prognose/fout.py", "import koers.simulation.proefregio.codes\n"),
    "third twin": (TWINS, "analytics/engines/kernels.py", "import koers.analytics.engines.in_memory\n"),
    "twins": (TWINS, "analytics/engines/ibis_engine.py", "import koers.analytics.engines.in_memory\n"),
}


def _lint(source: Path) -> subprocess.CompletedProcess[str]:
    script = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [script, "--config", ROOT / "pyproject.toml", "--no-cache"],
        cwd=source,
        env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy_of_house(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "src",
        tmp_path / "src",
        ignore=shutil.ignore_patterns("__pycache__", "static", "templates", "locale"),
    )
    return tmp_path / "src"


def test_the_house_keeps_its_layers():
    answer = _lint(ROOT / "src")
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_import_is_caught(copy_of_house: Path, planted: str):
    contract, path, text = PLANTED[planted]
    place = copy_of_house / "koers" / path
    place.parent.mkdir(exist_ok=True, parents=True)
    with place.open("a") as file:
        file.write("\n" + text)
    answer = _lint(copy_of_house)
    assert answer.returncode == 1
    assert f"{contract} BROKEN" in answer.stdout, answer.stdout + answer.stderr
