"""`koers databank bereid-voor` on a server that has nothing yet, and again on one that has everything."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from koers.registers.kern import rls
from tests.databank import owner_settings
from tests.processen.draaien import environment, run_koers
from tests.processen.test_serve import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def new_name():
    """The name of a database that is not there, thrown away afterwards."""
    naam = f"koers_toets_{uuid4().hex[:12]}"
    yield naam
    with superuser() as raw:
        raw.execute(f"DROP DATABASE IF EXISTS {naam} WITH (FORCE)")


def superuser() -> psycopg.Connection:
    address = owner_settings()
    return psycopg.connect(
        dbname="postgres",
        user=address["USER"],
        host=address["HOST"],
        port=address["PORT"] or None,
        autocommit=True,
    )


def on(tmp_path, naam: str, *, owner: str = "") -> dict[str, str]:
    here = connection.settings_dict
    server = f"{here['HOST']}:{here['PORT'] or 5432}"
    env = environment(tmp_path, f"postgresql://koers_app@{server}/{naam}")
    return env | ({"KOERS_EIGENAAR_URL": f"postgresql://{owner}@{server}/{naam}"} if owner else {})


@pytest.mark.postgres
def test_a_new_database_is_made_guarded_and_checked_and_twice_is_once(tmp_path, new_name):
    env = on(tmp_path, new_name, owner=owner_settings()["USER"] or os.environ["USER"])
    first = run_koers(env, "databank", "bereid-voor")
    assert (first.returncode, first.stderr) == (0, "")
    assert f"Gemaakt: {new_name}" in first.stdout
    second = run_koers(env, "databank", "bereid-voor")
    assert (second.returncode, second.stderr) == (0, "")
    assert "Gemaakt" not in second.stdout
    with superuser() as raw:
        owner = raw.execute(
            "SELECT rolname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba WHERE datname = %s",
            [new_name],
        )
        assert owner.fetchone() == (rls.EIGENAAR,)
    checked = run_koers(env, "logboek", "controleer")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.postgres
def test_afterwards_the_owner_itself_is_enough(tmp_path, new_name):
    superuser_env = on(tmp_path, new_name, owner=owner_settings()["USER"] or os.environ["USER"])
    assert run_koers(superuser_env, "databank", "bereid-voor").returncode == 0
    answer = run_koers(on(tmp_path, new_name, owner=rls.EIGENAAR), "databank", "bereid-voor")
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.postgres
def test_without_the_road_of_the_owner_it_says_which_setting_is_missing(tmp_path, new_name):
    answer = run_koers(on(tmp_path, new_name), "databank", "bereid-voor")
    assert answer.returncode == 1
    assert "KOERS_EIGENAAR_URL" in answer.stderr


@pytest.mark.postgres
def test_a_program_that_runs_as_the_owner_is_refused(tmp_path, new_name):
    env = on(tmp_path, new_name, owner=owner_settings()["USER"] or os.environ["USER"])
    run_koers(env, "databank", "bereid-voor")
    as_owner = env | {"KOERS_DATABASE_URL": env["KOERS_EIGENAAR_URL"]}
    answer = run_koers(as_owner, "werk")
    assert answer.returncode == 1
    assert "Koers verbindt als een rol die te veel mag (" in answer.stderr


@pytest.mark.sqlite
def test_a_file_is_made_ready_and_twice_is_once(tmp_path):
    env = environment(tmp_path)
    for _ in range(2):
        answer = run_koers(env, "databank", "bereid-voor")
        assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout == f"De database is klaar: {tmp_path}/koers.sqlite3\n"


@pytest.mark.sqlite
def test_tables_that_are_made_together_go_away_together(env):
    def migrate(*more: str) -> None:
        done = subprocess.run(
            [sys.executable, "manage.py", "migrate", "-v0", *more], env=env, cwd=ROOT, check=False
        )
        assert done.returncode == 0

    file = Path(env["KOERS_VAR"]) / "koers.sqlite3"
    with closing(sqlite3.connect(file)) as raw:
        before = sorted(raw.execute("SELECT name, sql FROM sqlite_master"))
        migrate("prognose", "zero")
        left = raw.execute("SELECT count(*) FROM sqlite_master WHERE tbl_name LIKE 'prognose_%'")
        assert left.fetchone() == (0,)
        migrate()
        assert sorted(raw.execute("SELECT name, sql FROM sqlite_master")) == before


@pytest.mark.sqlite
def test_a_start_on_a_database_that_is_not_ready_says_what_to_do(tmp_path):
    answer = run_koers(environment(tmp_path), "werk")
    assert answer.returncode == 1
    assert "Draai: koers databank bereid-voor" in answer.stderr


def test_a_server_that_does_not_answer_is_one_sentence(tmp_path):
    url = f"postgresql://koers_app@127.0.0.1:{free_port()}/koers"
    answer = run_koers(environment(tmp_path, url), "werk")
    assert answer.returncode == 1
    first, second = answer.stderr.splitlines()
    assert first.startswith("De database antwoordt niet: connection failed")
    assert second == "Koers is niet gestart."
