"""kill -9 before and after every step of receiving: no message is lost, none counts twice."""

import json
import os
import subprocess
import sys

from tests.processen.test_serve import env, fresh  # noqa: F401

RONDES = 100 if os.environ.get("KOERS_LANG") == "1" else 28


def run(env, tmp_path, rondes: int, *anders: str) -> dict[str, int]:  # noqa: F811
    map_ = tmp_path / "in"
    map_.mkdir()
    proces = subprocess.run(
        [sys.executable, "-m", "tests.processen.berichten_kill", str(map_), str(rondes), *anders],
        env=env,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert proces.returncode == 0, proces.stderr[-2000:]
    return json.loads(proces.stdout.splitlines()[-1])


def test_nothing_is_lost_and_nothing_counts_twice(env, tmp_path):  # noqa: F811
    alles = 2 * RONDES
    assert run(env, tmp_path, RONDES) == {
        "gedood": RONDES,
        "blijft_liggen": 0,
        "opgehaald": alles,
        "ontvangen": alles,
        "verwerkt": alles,
        "stappen": alles,
        "ooit_geschreven": alles,
        "antwoorden": alles,
        "bestanden": alles,
    }


def test_acknowledging_before_storing_loses_messages_and_is_seen(env, tmp_path):  # noqa: F811
    gevonden = run(env, tmp_path, 8, "--fout")
    assert gevonden["opgehaald"] == 2 * 8
    assert gevonden["ontvangen"] < 2 * 8
