"""The command line answers at once: help loads nothing that is slow to load (decision 18)."""

import subprocess
import sys

TRAAG = {"django", "numba", "scipy", "numpy", "pandas", "rich", "duckdb", "pyarrow", "ibis"}
SCRIPT = """
import sys
from koers.cli import main
sys.argv = ["koers", *sys.argv[1:]]
try:
    main()
except SystemExit as stopped:
    assert not stopped.code, stopped.code
print("GELADEN", *sorted(m for m in sys.modules if "." not in m))
"""


def loaded_by(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stdout.rpartition("GELADEN ")[2].split())


def test_help_and_version_load_nothing_slow():
    for arguments in (["--help"], ["--version"]):
        loaded = loaded_by(*arguments)
        assert "click" in loaded
        assert loaded & TRAAG == set()


def test_planted_a_slow_import_is_noticed():
    """The same look, with one command imported up front as a careless group would."""
    done = subprocess.run(
        [sys.executable, "-c", "import koers.cli.regio, koers.cli.importeer, django\n" + SCRIPT, "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "django" in done.stdout.rpartition("GELADEN ")[2].split()
