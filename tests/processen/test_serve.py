"""`koers serve` and `koers werk` as processes: they end with everything they started, and lose nothing when
somebody pulls the plug. In a folder of its own, because starting processes takes time."""

import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from tests.processen.draaien import KOERS, environment, run_koers

# Acts without end; each line on stdout is an act that was committed.
DOE = """
import django; django.setup()
from koers.actions.handeling import act
from koers.domain.actor import systeemactor
by = systeemactor("toets", functionaris="wie de toets draait")
for nummer in range({aantal}):
    with act("verify_log", by=by) as spoor:
        spoor.note(nummer=nummer)
    print(nummer, flush=True)
"""
# Rows of what the server and the worker do by themselves on the first round of a day, an act each.
DAGWERK = 2  # the future plans of the day, and the answers that became too late


def start(env, *command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*KOERS, *command], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(question, seconds: int = 60):
    """The first answer that is not nothing; the limit only keeps a broken test from hanging."""
    for _ in range(seconds * 10):
        if answer := question():
            return answer
        time.sleep(0.1)
    raise AssertionError("waited in vain")


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezondheid/", timeout=5) as answer:
            return answer.read() == b"goed\n"
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def is_free(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def children(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in told.split()]


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def act_times(env, aantal: int) -> None:
    subprocess.run(
        [sys.executable, "-c", DOE.format(aantal=aantal)],
        env=env,
        check=True,
        timeout=120,
        stdout=subprocess.DEVNULL,
    )


def checked(env) -> dict:
    """What `koers logboek controleer --json` says, without the row that the check itself adds."""
    return json.loads(run_koers(env, "logboek", "controleer", "--json").stdout)


def test_a_busy_port_is_one_sentence_and_nothing_is_started(env):
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = run_koers(env, "serve", "--port", str(port))
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == (
        f"Poort {port} op 127.0.0.1 is al in gebruik. Stop wat daar draait, of kies een andere poort.\n"
    )


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["serve", "--processen", "2"], "Met SQLite antwoordt één proces"),
        (["serve", "--host", "bestaat.invalid"], "bestaat niet op deze computer"),
    ],
)
def test_what_cannot_be_served_is_told_in_a_sentence(env, command, words):
    answer = run_koers(env, *command, "--port", str(free_port()))
    assert answer.returncode == 1
    assert words in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_a_new_installation_shows_its_pages_with_their_stylesheet(env):
    """As somebody runs it, not as tests do: pages call stylesheets by a name that holds their digest."""
    own = {naam: waarde for naam, waarde in env.items() if naam != "KOERS_TESTING"} | {"KOERS_DEMO": "1"}
    port = free_port()
    server = start(own, "serve", "--port", str(port))

    def read(pad: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{pad}", timeout=30) as answer:
            return answer.read().decode()

    try:
        until(lambda: answers(port))
        sheet = re.search(r'href="(/static/koers/onderdelen[.][0-9a-f]{12}[.]css)"', read("/aanmelden/"))
        assert sheet is not None
        assert ".knop" in read(sheet[1])
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=60)


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_serving_ends_at_once_with_everything_sealed(env, name):
    port = free_port()
    server = start(env, "serve", "--port", str(port))
    until(lambda: answers(port))
    started = children(server.pid)
    act_times(env, 3)
    server.send_signal(name)
    out, err = server.communicate(timeout=60)
    assert (server.returncode, err) == (0, "")
    assert out.splitlines() == [
        f"Koers draait op http://127.0.0.1:{port}/  Stop met Ctrl-C.",
        "Koers is gestopt.",
    ]
    assert started
    assert until(lambda: all(gone(child) for child in started))
    assert is_free(port)
    outcome = checked(env)
    assert (outcome["klopt"], outcome["rijen"], outcome["onverzegeld"]) == (True, 3 + DAGWERK, 0)


def test_after_kill_9_nobody_goes_on_answering_and_no_sealed_row_is_lost(env):
    port = free_port()
    server = start(env, "serve", "--port", str(port))
    until(lambda: answers(port))
    started = children(server.pid)
    act_times(env, 13)  # ten of these were sealed by the tenth
    server.kill()
    server.communicate(timeout=60)
    assert until(lambda: all(gone(child) for child in started))
    assert until(lambda: is_free(port))
    outcome = checked(env)
    assert (outcome["klopt"], outcome["rijen"], outcome["onverzegeld"]) == (True, 10 + DAGWERK, 3)


@pytest.mark.parametrize("after", [4, 11, 23])
def test_after_kill_9_in_the_middle_of_acts_every_committed_row_is_there(env, after):
    busy = subprocess.Popen(
        [sys.executable, "-c", DOE.format(aantal=100_000)], env=env, stdout=subprocess.PIPE, text=True
    )
    told = [busy.stdout.readline() for _ in range(after)]
    busy.kill()
    told += busy.communicate()[0].splitlines()
    committed = len([line for line in told if line.strip()])
    outcome = checked(env)
    assert outcome["klopt"]
    assert outcome["rijen"] + outcome["onverzegeld"] >= committed >= after
    run_koers(env, "logboek", "verzegel")
    assert checked(env)["klopt"]


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_the_worker_seals_and_ends_at_once(env, name):
    act_times(env, 2)
    worker = start(env, "werk")
    assert worker.stdout.readline() == "Koers werkt op de achtergrond. Stop met Ctrl-C.\n"
    act_times(env, 3)
    worker.send_signal(name)
    out, err = worker.communicate(timeout=60)
    assert (worker.returncode, out, err) == (0, "Koers is gestopt.\n", "")
    outcome = checked(env)
    assert (outcome["klopt"], outcome["rijen"], outcome["onverzegeld"]) == (True, 5 + DAGWERK, 0)


def test_a_command_seals_what_it_did(env):
    assert checked(env)["rijen"] == 0
    assert checked(env)["rijen"] == 1  # the check before was an act, sealed when that command ended


def test_a_log_that_is_not_whole_is_told_with_code_1(env):
    act_times(env, 10)
    with closing(sqlite3.connect(Path(env["KOERS_VAR"]) / "koers.sqlite3")) as raw:
        raw.execute("DROP TRIGGER koers_kern_logregel_delete")
        raw.execute("DELETE FROM kern_logregel WHERE volgnummer = 3")
        raw.commit()
    answer = run_koers(env, "logboek", "controleer")
    assert answer.returncode == 1
    assert "Het logboek klopt niet. Aantal bevindingen: 1; 9 rijen zijn verzegeld." in answer.stdout
    assert "Van het logboek ontbreken de rijen 3 tot en met 3." in answer.stderr
    assert checked(env)["bevindingen"][0]["code"] == "log_rij_ontbreekt"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_on_postgresql_several_processes_serve(tmp_path):
    here = connection.settings_dict
    port = free_port()
    url = f"postgresql://{here['USER']}@{here['HOST']}:{here['PORT'] or 5432}/{here['NAME']}"
    env = environment(tmp_path, url)
    server = start(env, "serve", "--port", str(port), "--processen", "2")
    until(lambda: answers(port))
    assert len(children(server.pid)) >= 3  # two that serve, and one that cleans up after them
    act_times(env, 3)
    server.send_signal(signal.SIGTERM)
    _, err = server.communicate(timeout=60)
    assert (server.returncode, err) == (0, "")
    outcome = checked(env)
    assert (outcome["klopt"], outcome["onverzegeld"]) == (True, 0)
    assert outcome["rijen"] == 3 + DAGWERK
