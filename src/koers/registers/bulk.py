"""Many rows at once, past the models but not past constraints, triggers and rights."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import cache
from operator import attrgetter
from types import TracebackType
from typing import Any, Self, cast
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist
from django.db import DatabaseError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import (
    BinaryField,
    CharField,
    DateField,
    DateTimeField,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    UUIDField,
)

STUK_WEINIG = 200  # rows per statement of `insert_few`: within what either database takes in one
STUK = 20_000  # rows per statement batch: bounded memory, few round trips
# Keys are random, so every index is written all over: with SQLite's own 2 MB the same pages go out and come
# back thousands of times.
SQLITE_GEHEUGEN_KIB = 200_000


def insert_rows(model: type[Model], velden: Sequence[str], rijen: Iterable[Sequence[object]]) -> int:
    """Inserts rows of `velden` (field names) in their order; the number of rows.

    Values are as the database keeps them: keys as 32 hex digits, days "2026-03-03", moments
    "2026-03-03 12:00:00" in UTC. Must run inside an act.
    """
    columns = [_column(model, veld) for veld in velden]
    if connection.vendor == "postgresql":
        return _copy(model._meta.db_table, columns, rijen)
    return _insert(model._meta.db_table, columns, rijen)


def insert_few(model: type[Model], velden: tuple[str, ...], rijen: Sequence[Sequence[object]]) -> None:
    """Inserts some dozens of rows of `velden` (field names), values as Python has them.

    For what every page writes: no model of each row, and one statement.
    """
    writers, begin_of, marks = _insertion(model, velden, connection.vendor)
    with connection.cursor() as cursor:
        for begin in range(0, len(rijen), STUK_WEINIG):
            stuk = rijen[begin : begin + STUK_WEINIG]
            values = [value for rij in stuk for value in _prepared(writers, rij)]
            cursor.execute(begin_of + ", ".join([marks] * len(stuk)), values)


def insert_one(model: type[Model], velden: tuple[str, ...], rij: Sequence[object]) -> int:
    """Inserts one row in the same way; the number (`id`) that the database gave it."""
    writers, begin_of, marks = _insertion(model, velden, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(f'{begin_of}{marks} RETURNING "id"', _prepared(writers, rij))
        return int(cursor.fetchone()[0])


class Invoeger:
    """One statement that inserts a row, made once for the thousands that come one by one.

    It speaks to the driver itself, for Django composes and wraps anew at each. Of the transaction that is
    open where it is made; what the database refuses is raised as Django does.
    """

    def __init__(self, model: type[Model], velden: tuple[str, ...]) -> None:
        self._writers, begin_of, marks = _insertion(model, velden, connection.vendor)
        self._statement = _of_driver(begin_of + marks)
        self._cursor, self._errors = connection.connection.cursor(), connection.wrap_database_errors

    def insert(self, rij: Sequence[object]) -> None:
        """Inserts one row, values as Python has them."""
        with self._errors:
            self._cursor.execute(self._statement, _prepared(self._writers, rij))


class Deelstap:
    """A savepoint that is set thousands of times within one transaction: what fails in it is undone alone.

        with deelstap:
            ...

    Django's own names each and asks each time what the database can. Not one within another. PostgreSQL gets
    all that stands in it without being waited for in between: what it refuses may be raised at the end.
    """

    def __init__(self) -> None:
        self._cursor, self._errors = connection.connection.cursor(), connection.wrap_database_errors
        self._going: Any = None
        self._pipe: Any = None

    def __enter__(self) -> Self:
        if connection.vendor == "postgresql":
            self._going = connection.connection.pipeline()
            self._pipe = self._going.__enter__()
        self._run("SAVEPOINT koers_deelstap")
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, plek: TracebackType | None
    ) -> None:
        if soort is None:
            try:
                self._run("RELEASE SAVEPOINT koers_deelstap")
                self._wait()
            except DatabaseError:
                self._undo()
                raise
        else:
            self._undo()

    def _wait(self) -> None:
        """Until the database has answered; raises the first that it refused."""
        if (going := self._going) is None:
            return
        self._going = None
        with self._errors:
            try:
                self._pipe.sync()
            except Exception:
                with suppress(DatabaseError), self._errors:  # what stood behind it was passed over
                    going.__exit__(None, None, None)
                raise
            going.__exit__(None, None, None)

    def _undo(self) -> None:
        with suppress(DatabaseError):  # why it is undone is raised already; who is gone says so below
            self._wait()
        self._run("ROLLBACK TO SAVEPOINT koers_deelstap")
        self._run("RELEASE SAVEPOINT koers_deelstap")
        transaction.set_rollback(False)  # what Django saw fail in it has been undone

    def _run(self, statement: str) -> None:
        with self._errors:
            self._cursor.execute(statement)


def _of_driver(statement: str) -> str:
    """The statement with the marks of the driver."""
    return statement.replace("%s", "?") if connection.vendor == "sqlite" else statement


# How a value of a field becomes what the database takes.
Schrijver = Callable[[Any], Any]


@cache
def _insertion(
    model: type[Model], velden: tuple[str, ...], vendor: str
) -> tuple[tuple[Schrijver, ...], str, str]:
    """How each value is written, the statement up to its values, and the marks of one row."""
    fields = [cast(Field, model._meta.get_field(veld)) for veld in velden]
    names = ", ".join(f'"{_column(model, veld)}"' for veld in velden)
    begin_of = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES '  # noqa: S608  our own names
    marks = ", ".join(["%s"] * len(velden))
    return tuple(_writer(field, vendor) for field in fields), begin_of, f"({marks})"


def _prepared(writers: tuple[Schrijver, ...], rij: Sequence[object]) -> list[Any]:
    return [write(value) for write, value in zip(writers, rij, strict=True)]


def _writer(field: Field, vendor: str) -> Schrijver:
    """As the field itself writes it, by a shorter road for what comes at every row."""
    target = field.target_field if isinstance(field, ForeignKey) else field
    short = next((roads for kind, roads in _KORT[vendor].items() if isinstance(target, kind)), {})

    def write(value: Any) -> Any:
        road = short.get(type(value))
        return field.get_db_prep_save(value, connection) if road is None else road(value)

    return write


def _as_it_is(value: Any) -> Any:
    return value


def _as_moment(value: datetime) -> str:
    return str(value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value)


# Per database: of a kind of field, for a type of value, how it is written. The first kind that fits.
_OVERAL: dict[type[Field], dict[type, Schrijver]] = {
    CharField: {str: _as_it_is},
    IntegerField: {int: _as_it_is},
}
_KORT: dict[str, dict[type[Field], dict[type, Schrijver]]] = {
    "postgresql": _OVERAL
    | {
        UUIDField: {UUID: _as_it_is},
        DateTimeField: {datetime: _as_it_is},
        DateField: {date: _as_it_is},
    },
    "sqlite": _OVERAL
    | {
        UUIDField: {UUID: attrgetter("hex")},
        DateTimeField: {datetime: _as_moment},
        DateField: {date: str},
        JSONField: {dict: json.dumps, list: json.dumps},
        BinaryField: {bytes: _as_it_is},
    },
}


def update_each(
    model: type[Model], velden: Sequence[str], rijen: Sequence[tuple[int | str | None, ...]]
) -> None:
    """Gives some dozens of rows each its own values of `velden`; a row is those values, then its key."""
    names = ", ".join(f'"{_column(model, veld)}" = %s' for veld in velden)
    statement = f'UPDATE "{model._meta.db_table}" SET {names} WHERE "id" = %s'  # noqa: S608  own names
    with connection.cursor() as cursor:
        cursor.executemany(statement, rijen)


def _column(model: type[Model], veld: str) -> str:
    column = getattr(model._meta.get_field(veld), "column", None)
    if column is None:
        raise FieldDoesNotExist(f"{model.__name__} keeps no column for {veld}")
    return str(column)


def dashed(key: UUID | str) -> str:
    """A key as text with dashes, from how either database hands it out without a model."""
    if isinstance(key, str):
        return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"
    return str(key)


def is_empty(models: Iterable[type[Model]]) -> bool:
    """Whether none of the tables has a row."""
    return not any(model._default_manager.exists() for model in models)


def _copy(tabel: str, columns: Sequence[str], rijen: Iterable[Sequence[object]]) -> int:
    """By way of a table of this transaction: PostgreSQL refuses COPY into one with row level security."""
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        empty = f'SELECT {names} FROM "{tabel}" WITH NO DATA'  # noqa: S608  names of our own models
        cursor.execute(f"CREATE TEMPORARY TABLE koers_lading ON COMMIT DROP AS {empty}")
        with cursor.copy(f"COPY koers_lading ({names}) FROM STDIN") as copy:
            for rij in rijen:
                copy.write_row(rij)
        cursor.execute(f'INSERT INTO "{tabel}" ({names}) SELECT {names} FROM koers_lading')  # noqa: S608
        aantal = cursor.rowcount
        cursor.execute("DROP TABLE koers_lading")
    return int(aantal)


def _insert(tabel: str, columns: Sequence[str], rijen: Iterable[Sequence[object]]) -> int:
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    statement = f'INSERT INTO "{tabel}" ({names}) VALUES ({marks})'  # noqa: S608  names of our own models
    aantal = 0
    stuk: list[Any] = []
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA cache_size = -{SQLITE_GEHEUGEN_KIB}")
        with _indexes_afterwards(cursor, tabel):
            for rij in rijen:
                stuk.append(rij)
                if len(stuk) == STUK:
                    cursor.executemany(statement, stuk)
                    aantal += len(stuk)
                    stuk = []
            if stuk:
                cursor.executemany(statement, stuk)
    return aantal + len(stuk)


@contextmanager
def _indexes_afterwards(cursor: CursorWrapper, tabel: str) -> Iterator[None]:
    """An empty table gets its indexes when its rows are there: sorted at once instead of written all over.

    Within the transaction of the act: what fails leaves the table and its indexes as they were. A unique
    index refuses doubles as it is made.
    """
    cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{tabel}")')  # noqa: S608  names of our own models
    indexes: list[tuple[str, str]] = []
    if cursor.fetchone() == (0,):
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL",
            [tabel],
        )
        indexes = cursor.fetchall()
    for naam, _ in indexes:
        cursor.execute(f'DROP INDEX "{naam}"')
    yield
    for _, sql in indexes:
        cursor.execute(sql)
