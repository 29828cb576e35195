"""PostgreSQL's own wall, met as koers_app: no act, no persons; an act for one gemeente, only its persons."""

from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from koers.domain.rollen import Rol
from koers.registers.kern import rls
from koers.registers.kern.models import (
    Bericht,
    Berichtregel,
    Gezin,
    Inschrijving,
    LogRegel,
    Ongedaanmaking,
    Persoon,
    Samenvoeging,
    Vervanging,
)
from koers.registers.kern.triggers import PERSOONSTABELLEN
from koers.registers.kern.verbinding import acting
from koers.registers.klok import nu, vandaag
from tests.databank import owner_settings
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_familie, make_medewerker, make_organisatie

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]

TABELLEN = [apps.get_model(label)._meta.db_table for label in PERSOONSTABELLEN]
KERN = [tabel for tabel in TABELLEN if tabel.startswith("kern_")]


@pytest.fixture(autouse=True)
def families():
    """The same family in two municipalities; and no more sight than the product itself has."""
    for gemeente in (MIDDEN_DRENTHE, ASSEN):
        familie = make_familie(make_actor(Rol.JEUGDCONSULENT, gemeente), "Gelijk")
        make_inschrijving(familie.kind, gemeente)
        make_vervanging(familie.gezin, gemeente)
        make_bericht(gemeente)
        make_samenvoeging(familie.kind, familie.ouder, gemeente)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL koers.gemeenten = ''")


def make_inschrijving(kind: UUID, gemeente: str) -> None:
    """The child goes to a school."""
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        Inschrijving.objects.create(
            jeugdige_id=kind,
            instelling=make_organisatie(gemeente, "school"),
            gemeente_id=gemeente,
            begindatum=vandaag(),
        )


def make_vervanging(gezin: UUID, gemeente: str) -> None:
    """Somebody stands in for the regisseur today."""
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        Vervanging.objects.create(
            gezin_id=gezin,
            medewerker=make_medewerker(Rol.JEUGDCONSULENT, gemeente),
            gemeente_id=gemeente,
            begindatum=vandaag(),
            tot_datum=vandaag() + timedelta(days=1),
        )


def make_samenvoeging(een: UUID, ander: UUID, gemeente: str) -> None:
    """Two rows called one person, and undone."""
    feit = {"gemeente_id": gemeente, "datum": vandaag(), "vastgelegd_at": nu(), "vastgelegd_door": "x"}
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        row = Samenvoeging.objects.create(blijft_id=een, opgegaan_id=ander, reden="x", **feit)
        Ongedaanmaking.objects.create(samenvoeging=row, reden="x", **feit)


def make_bericht(gemeente: str) -> None:
    """A message with one line in the inbox of a municipality."""
    kop = {"soort": "JW305", "afzender": "42420001", "ontvanger": gemeente[2:], "identificatie": gemeente}
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        bericht = Bericht.objects.create(
            gemeente_id=gemeente,
            richting="in",
            dagtekening=vandaag(),
            vingerafdruk=gemeente,
            inhoud=b"",
            stand="verwerkt",
            vastgelegd_at=nu(),
            **kop,
        )
        Berichtregel.objects.create(
            bericht=bericht,
            gemeente_id=gemeente,
            volgnummer=1,
            soort="start",
            begindatum=vandaag(),
            stand="geldt",
        )


def gemeenten_in(tabel: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT gemeente_id FROM {tabel}")
        return {row[0] for row in cursor.fetchall()}


@contextmanager
def acting_for(*gemeenten: str):
    with transaction.atomic(), acting(uuid4(), frozenset(gemeenten)):
        yield


def test_the_tests_run_as_the_program_does():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (rls.APP,)
    assert rls.excess_rights(connection) == []
    assert rls.unprotected(connection) == []


@pytest.mark.parametrize("tabel", TABELLEN)
def test_outside_an_act_there_are_no_persons(tabel):
    assert gemeenten_in(tabel) == set()


@pytest.mark.django_db(transaction=True)
def test_a_setting_that_was_never_given_shows_nothing_either():
    """A connection that no act ever touched: the silence of the setting is no key."""
    with as_role(rls.APP) as raw:
        assert raw.execute("SELECT current_setting('koers.gemeenten', true)").fetchone() == (None,)
        assert raw.execute("SELECT count(*) FROM kern_persoon").fetchone() == (0,)


@pytest.mark.parametrize("tabel", KERN)
def test_an_act_for_one_gemeente_meets_only_its_rows(tabel):
    with acting_for(MIDDEN_DRENTHE):
        assert gemeenten_in(tabel) == {MIDDEN_DRENTHE}
    with acting_for(MIDDEN_DRENTHE, ASSEN):
        assert gemeenten_in(tabel) == {MIDDEN_DRENTHE, ASSEN}
    with acting_for("*"):
        assert gemeenten_in(tabel) == {MIDDEN_DRENTHE, ASSEN}
    with acting_for():
        assert gemeenten_in(tabel) == set()


def test_rows_of_another_gemeente_cannot_be_changed_or_thrown_away():
    with acting_for(MIDDEN_DRENTHE):
        assert Persoon.objects.filter(gemeente=ASSEN).update(achternaam="Gestolen") == 0
        assert Gezin.objects.update(naam="Nieuw") == 1
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM kern_gezag WHERE gemeente_id = %s", [ASSEN])
            assert cursor.rowcount == 0
    with acting_for("*"):
        assert not Persoon.objects.filter(achternaam="Gestolen").exists()
        assert Gezin.objects.filter(naam="Nieuw").count() == 1


def test_a_row_cannot_be_made_for_another_gemeente_or_moved_there():
    with pytest.raises(DatabaseError, match="row-level security"), acting_for(MIDDEN_DRENTHE):
        Persoon.objects.create(gemeente_id=ASSEN, achternaam="Elders", gevouwen="elders")
    with pytest.raises(DatabaseError, match="row-level security"), acting_for(MIDDEN_DRENTHE):
        Gezin.objects.update(gemeente_id=ASSEN)


def test_the_log_is_not_filtered_by_the_database():
    assert LogRegel.objects.count() == 4  # two families of two acts each
    with acting_for(ASSEN):
        assert LogRegel.objects.count() == 4


def as_role(role: str) -> psycopg.Connection:
    """Straight to the database of this test, as somebody else."""
    address = owner_settings()
    return psycopg.connect(
        dbname=connection.settings_dict["NAME"], user=role, host=address["HOST"], port=address["PORT"] or None
    )


@pytest.mark.parametrize(
    "sql",
    [
        "TRUNCATE kern_logregel CASCADE",
        "TRUNCATE kern_gezag",
        "UPDATE kern_logregel SET rol = 'x'",
        "INSERT INTO kern_gezin DEFAULT VALUES",
    ],
)
@pytest.mark.django_db(transaction=True)
def test_the_owner_too_is_held_by_the_triggers(sql):
    with as_role(rls.EIGENAAR) as raw, pytest.raises(psycopg.errors.RestrictViolation, match="koers: "):
        raw.execute(sql)


@pytest.mark.parametrize(
    "sql",
    ["TRUNCATE kern_gezag", "ALTER TABLE kern_gezin DISABLE ROW LEVEL SECURITY", "DROP TABLE kern_gezin"],
)
def test_the_program_cannot_take_the_wall_down(sql):
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        connection.cursor().execute(sql)


@pytest.mark.parametrize("tabel", ["kern_persoon", "kern_logregel", "kern_medewerker"])
def test_the_role_of_the_mart_reads_no_table(tabel):
    with as_role(rls.MART) as raw, pytest.raises(psycopg.errors.InsufficientPrivilege):
        raw.execute(f"SELECT 1 FROM {tabel}")
