"""Many rows at once, past the models but not past constraints, triggers and rights."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import CharField, Field, ForeignKey, IntegerField, Model

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
    fields, begin_of, marks = _insertion(model, velden)
    with connection.cursor() as cursor:
        for begin in range(0, len(rijen), STUK_WEINIG):
            stuk = rijen[begin : begin + STUK_WEINIG]
            values = [value for rij in stuk for value in _prepared(fields, rij)]
            cursor.execute(begin_of + ", ".join([marks] * len(stuk)), values)


def insert_one(model: type[Model], velden: tuple[str, ...], rij: Sequence[object]) -> int:
    """Inserts one row in the same way; the number (`id`) that the database gave it."""
    fields, begin_of, marks = _insertion(model, velden)
    with connection.cursor() as cursor:
        cursor.execute(f'{begin_of}{marks} RETURNING "id"', _prepared(fields, rij))
        return int(cursor.fetchone()[0])


@cache
def _insertion(model: type[Model], velden: tuple[str, ...]) -> tuple[tuple[Field, ...], str, str]:
    """The fields, the statement up to its values, and the marks of one row."""
    fields = tuple(cast(Field, model._meta.get_field(veld)) for veld in velden)
    names = ", ".join(f'"{_column(model, veld)}"' for veld in velden)
    begin_of = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES '  # noqa: S608  our own names
    return fields, begin_of, f"({', '.join(['%s'] * len(velden))})"


_ZOALS_HET_IS: dict[type, tuple[type[Field], ...]] = {str: (CharField,), int: (IntegerField, ForeignKey)}


def _prepared(fields: tuple[Field, ...], rij: Sequence[object]) -> list[Any]:
    """The values as the database takes them; text for a field of text and numbers are that already."""
    return [
        value
        if isinstance(field, _ZOALS_HET_IS.get(type(value), ()))
        else field.get_db_prep_save(value, connection)
        for field, value in zip(fields, rij, strict=True)
    ]


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
