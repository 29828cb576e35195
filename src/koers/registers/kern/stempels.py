"""Triggers that make a mark anew whenever a table changes, so that what was computed from it can be kept.

They look at the tables and not at the acts: whatever road a change takes, also a correction by hand, the
mark is another one in the same transaction. It is drawn at random. A number that counts up would come back
after a transaction that was undone, or a database that was put back.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

# Per mark the tables that it stands for.
STEMPELTABELLEN = {
    "cijfers": ("monitor.Waarneming", "monitor.Gebied", "monitor.GebiedDeel", "monitor.Opvolging"),
}
STEMPEL = "monitor.Cijferstempel"


@dataclass(frozen=True, slots=True)
class Stempeling:
    """One trigger, and how it is made."""

    naam: str
    tabel: str
    statement: str


def stampings(vendor: str) -> list[Stempeling]:
    """Every trigger that the database must have."""
    make = _sqlite if vendor == "sqlite" else _postgres
    return [
        een
        for soort, labels in STEMPELTABELLEN.items()
        for label in labels
        for een in make(soort, apps.get_model(label)._meta.db_table)
    ]


def install(connection: BaseDatabaseWrapper, tabellen: set[str]) -> None:
    """Puts them on the tables that are there, and begins with new marks: what was before is not known."""
    stempel = apps.get_model(STEMPEL)._meta.db_table
    if stempel not in tabellen:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTIE.format(stempel=stempel))
        for een in stampings(connection.vendor):
            if een.tabel in tabellen:
                cursor.execute(een.statement)
        for soort in STEMPELTABELLEN:
            cursor.execute(_new_mark(connection.vendor, stempel, soort))


def _sqlite(soort: str, tabel: str) -> Iterator[Stempeling]:
    stempel = apps.get_model(STEMPEL)._meta.db_table
    for gebeurtenis in ("INSERT", "UPDATE", "DELETE"):
        naam = f"koers_stempel_{tabel}_{gebeurtenis.lower()}"
        yield Stempeling(
            naam,
            tabel,
            f"CREATE TRIGGER {naam} AFTER {gebeurtenis} ON {tabel} FOR EACH ROW"
            f" BEGIN {_new_mark('sqlite', stempel, soort)}; END",
        )


def _postgres(soort: str, tabel: str) -> Iterator[Stempeling]:
    naam = f"koers_stempel_{tabel}"
    yield Stempeling(
        naam,
        tabel,
        f"CREATE TRIGGER {naam} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {tabel}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION koers_stempel('{soort}')",
    )


def _new_mark(vendor: str, stempel: str, soort: str) -> str:
    drawn = "lower(hex(randomblob(16)))" if vendor == "sqlite" else "gen_random_uuid()::text"
    return (
        f"INSERT INTO {stempel} (soort, stempel) VALUES ('{soort}', {drawn})"  # noqa: S608  our own names
        " ON CONFLICT (soort) DO UPDATE SET stempel = excluded.stempel"
    )


FUNCTIE = """
CREATE OR REPLACE FUNCTION koers_stempel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {stempel} (soort, stempel) VALUES (TG_ARGV[0], gen_random_uuid()::text)
    ON CONFLICT (soort) DO UPDATE SET stempel = excluded.stempel;
    RETURN NULL;
END $$;
"""
