"""kill -9 before and after every step of receiving: no message is lost, none counts twice."""

import os

from tests.processen.draaien import kill_again_and_again

RONDES = 100 if os.environ.get("KOERS_LANG") == "1" else 30


def test_nothing_is_lost_and_nothing_counts_twice(env, tmp_path):
    alles = 2 * RONDES
    assert kill_again_and_again(env, "berichten_kill", tmp_path / "in", RONDES) == {
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


def test_acknowledging_before_storing_loses_messages_and_is_seen(env, tmp_path):
    gevonden = kill_again_and_again(env, "berichten_kill", tmp_path / "in", 8, "--fout")
    assert gevonden["opgehaald"] == 2 * 8
    assert gevonden["ontvangen"] < 2 * 8
