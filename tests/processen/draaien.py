"""Koers as a process, with an installation of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

KOERS = [sys.executable, "-c", "from koers.cli import main; main()"]


def environment(folder: Path, url: str = "") -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("KOERS_", "DJANGO_"))}
    own = {"KOERS_VAR": str(folder), "KOERS_TESTING": "1", "DJANGO_SETTINGS_MODULE": "koers.config.settings"}
    return kept | own | ({"KOERS_DATABASE_URL": url} if url else {})


def run_koers(env, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KOERS, *command], env=env, capture_output=True, text=True, timeout=120, check=False
    )


def kill_again_and_again(env, module: str, map_: Path, rondes: int, *anders: str) -> dict[str, int]:
    """Runs a module that kills Koers so many times; what was left of the messages afterwards."""
    map_.mkdir()
    proces = subprocess.run(
        [sys.executable, "-m", f"tests.processen.{module}", str(map_), str(rondes), *anders],
        env=env,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert proces.returncode == 0, proces.stderr[-2000:]
    return json.loads(proces.stdout.splitlines()[-1])
