"""kill -9 before and after every step of sending: each message goes out, and once."""

import os

from tests.processen.draaien import kill_again_and_again

RONDES = 100 if os.environ.get("KOERS_LANG") == "1" else 20


def test_every_message_goes_out_once(env, tmp_path):
    assert kill_again_and_again(env, "uitgaand_kill", tmp_path / "uit", RONDES) == {
        "gedood": RONDES,
        "dubbel": 0,
        "toewijzingen": RONDES,
        "berichten": RONDES,
        "verstuurd": RONDES,
        "bij_het_knooppunt": RONDES,
    }


def test_sending_before_marking_sends_twice_and_is_seen(env, tmp_path):
    assert kill_again_and_again(env, "uitgaand_kill", tmp_path / "uit", 10, "--fout")["dubbel"] > 0
