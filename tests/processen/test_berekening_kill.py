"""kill -9 before and after every step of a long run: each has one outcome, and none stays behind."""

import os

from tests.processen.draaien import kill_again_and_again

RONDES = 60 if os.environ.get("KOERS_LANG") == "1" else 12


def test_every_run_has_one_outcome(env, tmp_path):
    assert kill_again_and_again(env, "berekening_kill", tmp_path / "uit", RONDES) == {
        "gedood": RONDES,
        "uitkomsten": RONDES,
        "berekeningen": RONDES,
        "open": 0,
    }


def test_done_before_the_outcome_is_stored_is_seen(env, tmp_path):
    found = kill_again_and_again(env, "berekening_kill", tmp_path / "uit", 8, "--fout")
    assert found == {"gedood": 8, "uitkomsten": 7, "berekeningen": 7, "open": 1}
