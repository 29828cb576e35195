"""What all tests share."""

from pathlib import Path

import pytest
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import settings
from scripts.vertalingen import compile_catalogues

pytest.register_assert_rewrite("tests.overgangen")
# A busy machine is no fault: nothing in the suite is held to a time.
settings.register_profile("zonder-tijd", deadline=None)
settings.load_profile("zonder-tijd")


def pytest_configure(config):
    """The texts that run are those of the catalogue, also when somebody just changed it."""
    compile_catalogues()


def pytest_collection_modifyitems(config, items):
    """What only the other database has is not part of this run."""
    from tests.databank import is_postgres

    other = "sqlite" if is_postgres() else "postgres"
    chosen = [item for item in items if item.get_closest_marker(other) is None]
    config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker(other)])
    items[:] = chosen


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker):
    """On PostgreSQL the owner makes the database of the tests; afterwards they run as koers_app."""
    from django.db import connection

    from tests.databank import become_owner, is_postgres

    if not is_postgres():
        return None
    with django_db_blocker.unblock():
        return become_owner(connection)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_modify_db_settings):
    """On SQLite the tests begin with a copy of a database that was migrated before, if there is one."""
    from django.db import connection

    from tests.databank import is_postgres
    from tests.sjabloon import copy_sjabloon

    return django_db_keepdb or (
        not is_postgres() and copy_sjabloon(Path(connection.settings_dict["TEST"]["NAME"]))
    )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_modify_db_settings, django_db_keepdb, django_db_blocker):
    """Hands the database over to koers_app, and back to its owner to be thrown away."""
    from django.db import connection

    from tests.databank import become_app, become_owner, begin_again, is_postgres, keep_fresh
    from tests.sjabloon import keep_sjabloon

    app = django_db_modify_db_settings
    with django_db_blocker.unblock():
        if app:
            become_app(connection, app)
        elif not is_postgres() and not django_db_keepdb:
            keep_sjabloon(Path(connection.settings_dict["NAME"]))
        fresh = keep_fresh()
        original = TransactionTestCase._fixture_teardown
        TransactionTestCase._fixture_teardown = lambda self: begin_again(fresh)
        yield
        TransactionTestCase._fixture_teardown = original
        if app:
            connection.close()
            become_owner(connection)


@pytest.fixture(autouse=True)
def _dutch_again():
    """A page that a test asked for in English leaves that language behind, as every request begins anew."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _database_manners(request):
    """Tests that touch the database: a witness and a mart of their own, no look at persons outside an act."""
    if not {"db", "transactional_db", "_django_db_helper"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("_django_db_helper")
    from django.db import connection

    from koers.actions.monitor import regio
    from koers.registers import vaste_vraag
    from koers.web import gehouden
    from tests.databank import no_person_outside_an_act

    # Taken back with what a test did, numbers of rows come again; elsewhere they never do.
    regio._kept_figures.cache_clear()
    # A planted fault in a question or a page would not be seen in one that another test left behind.
    vaste_vraag.forget()
    for lade in (gehouden.LADE, gehouden.KADERS):
        lade.clear()
    settings = request.getfixturevalue("settings")
    settings.GETUIGE = request.getfixturevalue("tmp_path") / "getuige.jsonl"
    settings.MART = request.getfixturevalue("tmp_path") / "mart"
    with connection.execute_wrapper(no_person_outside_an_act):
        yield
