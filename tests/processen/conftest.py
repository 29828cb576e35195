"""An installation for every test, copied from one that is ready."""

import shutil
from pathlib import Path

import pytest

from tests.processen.draaien import environment, run_koers


@pytest.fixture(scope="session")
def fresh(tmp_path_factory) -> Path:
    """A folder with a database that is ready, to copy."""
    folder = tmp_path_factory.mktemp("vers")
    run_koers(environment(folder), "databank", "bereid-voor")
    return folder


@pytest.fixture
def env(fresh, tmp_path) -> dict[str, str]:
    """An installation of its own on SQLite."""
    folder = tmp_path / "var"
    shutil.copytree(fresh, folder)
    return environment(folder)
