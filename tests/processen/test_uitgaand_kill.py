"""kill -9 before and after every step of sending: each message goes out, and once."""

import json
import os
import subprocess
import sys

from tests.processen.test_serve import env, fresh  # noqa: F401

RONDES = 100 if os.environ.get("KOERS_LANG") == "1" else 20


def run(env, tmp_path, rondes: int, *anders: str) -> dict[str, int]:  # noqa: F811
    map_ = tmp_path / "uit"
    map_.mkdir()
    proces = subprocess.run(
        [sys.executable, "-m", "tests.processen.uitgaand_kill", str(map_), str(rondes), *anders],
        env=env,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert proces.returncode == 0, proces.stderr[-2000:]
    return json.loads(proces.stdout.splitlines()[-1])


def test_every_message_goes_out_once(env, tmp_path):  # noqa: F811
    assert run(env, tmp_path, RONDES) == {
        "gedood": RONDES,
        "dubbel": 0,
        "toewijzingen": RONDES,
        "berichten": RONDES,
        "verstuurd": RONDES,
        "bij_het_knooppunt": RONDES,
    }


def test_sending_before_marking_sends_twice_and_is_seen(env, tmp_path):  # noqa: F811
    assert run(env, tmp_path, 10, "--fout")["dubbel"] > 0
