"""The database of the tests: on PostgreSQL made by its owner and used as koers_app, as in real life.

`in_handeling` lets a test write persons without an act of the product; `aanvaller` is somebody who got
at the database itself.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from uuid import uuid4

import dj_database_url
import psycopg
from django.apps import apps
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from koers.registers.kern import rls, triggers
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting, running_handeling

PRODUCT, TESTS = "/src/koers/", "/tests/"


def is_postgres() -> bool:
    """Whether this run has KOERS_DATABASE_URL on PostgreSQL."""
    return connection.vendor == "postgresql"


@contextmanager
def in_handeling() -> Iterator[None]:
    """The database takes writes on persons here, and shows all of them."""
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        yield


def owner_settings() -> dict:
    """How the owner (or a superuser, who can also make the roles) reaches the server."""
    url = os.environ.get("KOERS_EIGENAAR_URL")
    if not url:
        raise RuntimeError("PostgreSQL tests need KOERS_EIGENAAR_URL: the address of a superuser")
    parsed = dj_database_url.parse(url)
    return {key: parsed[key] for key in ("USER", "PASSWORD", "HOST", "PORT")}


def become_owner(connection: BaseDatabaseWrapper) -> dict:
    """Points the connection at the owner; returns what to go back to."""
    here = connection.settings_dict
    app = {key: here[key] for key in ("USER", "PASSWORD", "HOST", "PORT")}
    here["OPTIONS"] = {}
    here.update(owner_settings())
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(1263748435)")  # several test processes at once
        rls.create_roles(cursor)
        cursor.execute(f"ALTER ROLE {rls.EIGENAAR} CREATEDB")
    here["OPTIONS"] = {"assume_role": rls.EIGENAAR}
    return app


def become_app(connection: BaseDatabaseWrapper, app: dict) -> None:
    """From here on as the program. Outside acts a test may look at all rows; acts narrow that down."""
    connection.close()
    connection.settings_dict.update(app)
    connection.settings_dict["OPTIONS"] = {"options": "-c koers.gemeenten=*"}


def as_owner(do: Callable[[], object]) -> None:
    """Migrating is the owner's work, also in a test."""
    if not is_postgres():
        do()
        return
    connection.close()
    app = become_owner(connection)
    connection.close()
    try:
        do()
    finally:
        become_app(connection, app)


class Aanvaller:
    """Somebody with raw access to the database file or server; no trigger, right or policy holds them."""

    def __init__(self, raw: sqlite3.Connection | psycopg.Connection) -> None:
        self._raw = raw

    def run(self, sql: str, *params: object) -> list[tuple]:
        """One statement, with %s for the parameters; its rows."""
        if isinstance(self._raw, sqlite3.Connection):
            return self._raw.execute(sql.replace("%s", "?"), params).fetchall()
        cursor = self._raw.execute(sql, params or None)
        return cursor.fetchall() if cursor.description else []

    def commit(self) -> None:
        """What was done so far can be seen by others."""
        self._raw.commit()


@contextmanager
def aanvaller() -> Iterator[Aanvaller]:
    """Raw access to the test database with the log's triggers out of the way, committed at the end."""
    name = str(connection.settings_dict["NAME"])
    if not is_postgres():
        with closing(sqlite3.connect(name, timeout=20)) as raw, raw:
            rows = raw.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'kern_log%'"
            ).fetchall()
            for trigger, _ in rows:
                raw.execute(f"DROP TRIGGER {trigger}")
            yield Aanvaller(raw)
            for _, sql in rows:
                raw.execute(sql)
        return
    owner = owner_settings()
    with psycopg.connect(
        dbname=name,
        user=owner["USER"],
        password=owner["PASSWORD"] or None,
        host=owner["HOST"] or None,
        port=owner["PORT"] or None,
    ) as raw:
        raw.execute("SET session_replication_role = replica")
        raw.execute("SET lock_timeout = '10s'")
        yield Aanvaller(raw)


def keep_fresh() -> Path | None:
    """A copy beside the database that was just made, to begin again from (SQLite)."""
    if is_postgres():
        return None
    name = Path(connection.settings_dict["NAME"])
    fresh = name.with_name(f"{name.name}.vers")
    with closing(sqlite3.connect(name)) as ready, closing(sqlite3.connect(fresh)) as copy:
        ready.backup(copy)
    return fresh


def begin_again(fresh: Path | None) -> None:
    """What a test with real transactions left behind is gone. Django's own flush empties every table and
    makes all triggers anew: seconds for each of those tests.
    """
    if fresh:
        connection.close()
        name = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(fresh)) as ready, closing(sqlite3.connect(name, timeout=20)) as copy:
            ready.backup(copy)
        return
    filled = " UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT 1 FROM {t})" for t in _emptied())
    with aanvaller() as raw:
        for (table,) in raw.run(filled):
            raw.run(f"DELETE FROM {table}")


@cache
def _emptied() -> tuple[str, ...]:
    """The tables of the product: what Django itself wrote down about the models stays."""
    models = apps.get_models(include_auto_created=True)
    kept = {"contenttypes", "auth"}
    return tuple(m._meta.db_table for m in models if m._meta.managed and m._meta.app_label not in kept)


def no_person_outside_an_act(execute, sql, params, many, context):
    """An execute wrapper: the product meets tables of persons only while an act runs."""
    if not running_handeling() and _names_persons(sql) and _called_by_product():
        raise AssertionError(f"product code meets persons outside an act: {sql[:200]}")
    return execute(sql, params, many, context)


def _names_persons(sql: str) -> bool:
    return any(tabel in sql for tabel in _quoted_tables())


@cache
def _quoted_tables() -> tuple[str, ...]:
    return tuple(f'"{apps.get_model(label)._meta.db_table}"' for label in triggers.PERSOONSTABELLEN)


def _called_by_product() -> bool:
    frame = sys._getframe(2)
    while frame is not None:
        filename = Path(frame.f_code.co_filename).as_posix()
        if TESTS in filename and not filename.endswith("/tests/databank.py"):
            return False
        if PRODUCT in filename:
            return True
        frame = frame.f_back
    return False
