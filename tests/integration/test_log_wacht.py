"""The triggers: the log only grows, and persons change in acts only, whoever holds the connection."""

import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.migrations import Migration

from koers.actions.handeling import act
from koers.domain.rollen import Rol
from koers.registers.kern import stempels, triggers
from koers.registers.kern.models import Gezin, LogBetrokkene, LogRegel, Persoon
from koers.registers.klok import nu
from tests.databank import aanvaller, as_owner, in_handeling
from tests.wereld import make_actor, make_familie

pytestmark = pytest.mark.django_db

OTHER = {
    "handeling_id": uuid4(),
    "tijdstip_at": nu(),
    "bijzonderheden": {"anders": 1},
    "formulier_id": uuid4(),
    "id": 999_999,
}
SEALING = {"volgnummer": 1, "schakel": "a" * 64}
REST = [f.attname for f in LogRegel._meta.concrete_fields if f.attname not in SEALING]


@pytest.fixture
def regel():
    """An unsealed row about two persons."""
    by = make_actor(Rol.JEUGDCONSULENT)
    with act("read_gezin", by=by) as spoor:
        spoor.seen(uuid4(), "GM1731")
        spoor.touched(uuid4(), "GM1731")
    return LogRegel.objects.get()


def refused(words: str = "koers: "):
    """A trigger says no, or on PostgreSQL already the rights of koers_app."""
    return pytest.raises(DatabaseError, match=f"{words}|permission denied")


def test_a_log_row_cannot_go(regel):
    with refused("append-only"), transaction.atomic():
        connection.cursor().execute("DELETE FROM kern_logregel")
    with refused("append-only"), transaction.atomic():
        connection.cursor().execute("DELETE FROM kern_logbetrokkene")


def test_a_log_row_is_sealed_once(regel):
    rows = LogRegel.objects.filter(pk=regel.pk)
    assert rows.update(**SEALING) == 1
    for again in (SEALING, {"volgnummer": 2}, {"schakel": "b" * 64}, {"volgnummer": None, "schakel": ""}):
        with refused("append-only"), transaction.atomic():
            rows.update(**again)


@pytest.mark.parametrize("half", [{"volgnummer": 1}, {"schakel": "a" * 64}])
def test_half_a_seal_is_none(regel, half):
    with refused("append-only"), transaction.atomic():
        LogRegel.objects.update(**half)


@pytest.mark.parametrize("column", REST)
def test_nothing_else_changes_with_the_seal(regel, column):
    with refused("append-only"), transaction.atomic():
        LogRegel.objects.update(**SEALING, **{column: OTHER.get(column, "anders")})
    with refused("append-only"), transaction.atomic():
        LogRegel.objects.update(**{column: OTHER.get(column, "anders")})


def test_who_was_seen_stays_as_it_is(regel):
    with refused("append-only"), transaction.atomic():
        LogBetrokkene.objects.update(wijze=LogBetrokkene.GEWIJZIGD)
    with refused("written by its own act"), transaction.atomic():
        LogBetrokkene.objects.create(
            regel=regel, persoon_id=uuid4(), gemeente_id="GM1731", wijze=LogBetrokkene.GEZIEN
        )
    with refused("written by its own act"), in_handeling():
        LogBetrokkene.objects.create(
            regel=regel, persoon_id=uuid4(), gemeente_id="GM1731", wijze=LogBetrokkene.GEZIEN
        )


def test_a_log_row_comes_from_its_own_act_and_without_a_seal():
    def row(**more):
        return LogRegel.objects.create(
            handeling="read_gezin", tijdstip_at=nu(), by_soort="medewerker", by_id="x", doel="x", **more
        )

    with refused("its own act"), transaction.atomic():
        row()
    with refused("its own act"), in_handeling():
        row()
    from koers.registers.kern.verbinding import acting

    own = uuid4()
    with refused("unsealed"), transaction.atomic(), acting(own, frozenset()):
        row(handeling_id=own, **SEALING)
    with transaction.atomic(), acting(own, frozenset()):
        row(handeling_id=own)


@pytest.mark.sqlite
def test_replacing_a_log_row_counts_as_throwing_it_away(regel):
    columns = ", ".join(f.column for f in LogRegel._meta.concrete_fields)
    with refused(), transaction.atomic():
        connection.cursor().execute(
            f"INSERT OR REPLACE INTO kern_logregel ({columns}) SELECT {columns} FROM kern_logregel"
        )


@pytest.mark.parametrize("label", triggers.PERSOONSTABELLEN)
def test_no_person_enters_outside_an_act(label):
    tabel = apps.get_model(label)._meta.db_table
    with refused("only an act"), transaction.atomic():
        connection.cursor().execute(f"INSERT INTO {tabel} DEFAULT VALUES")


def test_persons_change_and_go_in_acts_only():
    familie = make_familie(make_actor(Rol.JEUGDCONSULENT), "Vast")
    rows = Persoon.objects.filter(pk=familie.ouder)
    with refused("only an act"), transaction.atomic():
        rows.update(achternaam="Anders")
    with refused("only an act"), transaction.atomic():
        connection.cursor().execute("DELETE FROM kern_gezag")
    with in_handeling():
        assert rows.update(achternaam="Anders") == 1
        connection.cursor().execute("DELETE FROM kern_gezag")
    with refused("only an act"), transaction.atomic():
        Gezin.objects.update(naam="Weer buiten")


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_another_program_that_opens_the_file_cannot_write_persons():
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as raw:
        with pytest.raises(sqlite3.OperationalError, match="no such function: koers_handeling"):
            raw.execute("INSERT INTO kern_gezin DEFAULT VALUES")
        with pytest.raises(sqlite3.OperationalError, match="no such function: koers_handeling"):
            raw.execute("INSERT INTO kern_logregel DEFAULT VALUES")


# Shared by all municipalities on purpose, though it points at what is of one: no row level security hides it,
# and the guard on shared facts keeps it as it was.
VOOR_IEDEREEN = {"sturing.Rapportageuitgave"}  # what was published, frozen and about nobody


def forgotten(protected: tuple[str, ...]) -> set[str]:
    """Models that point at a person, a family or something else protected, and are not protected."""
    roots = {apps.get_model(label) for label in ("kern.Persoon", "kern.Gezin", *protected)}
    return {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label not in {*protected, *VOOR_IEDEREEN}
        and any(f.is_relation and f.related_model in roots for f in model._meta.local_fields)
    }


def test_every_table_about_persons_is_on_the_list():
    assert forgotten(triggers.PERSOONSTABELLEN) == set()


def test_what_is_for_everybody_is_guarded_as_a_shared_fact():
    assert set(triggers.shared_facts()) >= VOOR_IEDEREEN


@pytest.mark.parametrize("left_out", ["kern.Gezag", "kern.Regisseurschap", "kern.Gezinslid"])
def test_a_table_left_off_the_list_is_found(left_out):
    assert forgotten(tuple(t for t in triggers.PERSOONSTABELLEN if t != left_out)) == {left_out}


def test_every_row_about_persons_says_which_gemeente_answers_for_it():
    for label in triggers.PERSOONSTABELLEN:
        assert apps.get_model(label)._meta.get_field("gemeente").column == "gemeente_id", label


def test_all_triggers_stand():
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("naam", ["koers_kern_logregel_update", "koers_kern_persoon_delete"])
def test_a_trigger_that_is_gone_is_missed_and_comes_back_with_migrate(naam):
    tabel = naam.removeprefix("koers_").rsplit("_", 1)[0]
    with aanvaller() as raw:
        raw.run(f"DROP TRIGGER {naam} ON {tabel}" if connection.vendor == "postgresql" else "SELECT 1")
    if connection.vendor == "sqlite":
        connection.cursor().execute(f"DROP TRIGGER {naam}")
    assert triggers.missing(connection) == [naam]
    as_owner(lambda: call_command("migrate", verbosity=0))
    assert triggers.missing(connection) == []


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_trigger_that_does_something_else_counts_as_missing():
    connection.cursor().execute("DROP TRIGGER koers_kern_gezag_update")
    connection.cursor().execute(
        "CREATE TRIGGER koers_kern_gezag_update BEFORE UPDATE ON kern_gezag BEGIN SELECT 1; END"
    )
    assert triggers.missing(connection) == ["koers_kern_gezag_update"]
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_table_cannot_be_rebuilt_under_the_triggers_so_they_step_aside(tmp_path):
    connection.cursor().execute("VACUUM INTO %s", [str(tmp_path / "copy.sqlite3")])
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3", isolation_level=None)) as raw:
        raw.execute("CREATE TABLE new__kern_logregel AS SELECT * FROM kern_logregel")
        raw.execute("DROP TABLE kern_logregel")
        with pytest.raises(sqlite3.OperationalError, match="error in trigger koers_kern_logbetr"):
            raw.execute("ALTER TABLE new__kern_logregel RENAME TO kern_logregel")


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_rebuilding_a_table_drops_its_triggers_and_the_end_of_migrate_puts_them_back(regel):
    emit_pre_migrate_signal(0, False, "default", plan=[(Migration("een_migratie", "kern"), False)])
    with connection.schema_editor() as editor:
        editor._remake_table(LogRegel)
    assert len(triggers.missing(connection)) == len(triggers.guards("sqlite")) + len(
        stempels.stampings("sqlite")
    )
    emit_post_migrate_signal(0, False, "default", plan=[])
    assert triggers.missing(connection) == []
    with refused("append-only"), transaction.atomic():
        connection.cursor().execute("DELETE FROM kern_logregel")


@pytest.mark.django_db(transaction=True)
def test_an_act_is_the_outermost_transaction_and_so_never_inside_another():
    by = make_actor(Rol.JEUGDCONSULENT)
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic(), act("read_gezin", by=by):
        pass
    with pytest.raises(RuntimeError, match="durable"), act("read_gezin", by=by):  # noqa: SIM117
        with act("read_gezin", by=by):
            pass
    assert LogRegel.objects.count() == 0


def test_integrity_errors_that_are_not_about_the_form_are_not_hidden(monkeypatch):
    by = make_actor(Rol.JEUGDCONSULENT)
    taken = uuid4()
    monkeypatch.setattr("koers.actions.handeling.uuid4", lambda: taken)
    with act("read_gezin", by=by):
        pass
    with pytest.raises(IntegrityError, match="handeling_id"), act("read_gezin", by=by, formulier=uuid4()):
        pass
