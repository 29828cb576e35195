"""The owner's road to the database: on PostgreSQL somebody else than the program makes and changes tables."""

from collections.abc import Iterator
from contextlib import contextmanager

import dj_database_url
from django.db.backends.base.base import BaseDatabaseWrapper

from koers.registers.kern import rls

_ADRES = ("USER", "PASSWORD", "HOST", "PORT")


@contextmanager
def as_owner(connection: BaseDatabaseWrapper, url: str) -> Iterator[None]:
    """Inside, the connection goes to the server as `url` says and works as koers_owner.

    `url` is the address of koers_owner itself, or of a superuser, who can also make what is missing.
    """
    here = connection.settings_dict
    before = {key: here[key] for key in (*_ADRES, "OPTIONS")}
    parsed = dict(dj_database_url.parse(url))
    _close(connection)
    here.update({key: parsed[key] for key in _ADRES}, OPTIONS={"assume_role": rls.EIGENAAR})
    try:
        yield
    finally:
        _close(connection)
        here.update(before)


def make_roles_and_database(connection: BaseDatabaseWrapper, url: str) -> list[str]:
    """Makes the roles and the database that are not there yet; the names of what was made.

    Raises a database error when something is missing and `url` may not make it.
    """
    naam = connection.settings_dict["NAME"]
    with as_owner(connection, url):
        connection.settings_dict["OPTIONS"] = {}  # the owner may not be there yet
        with connection._nodb_cursor() as cursor:
            made = rls.create_roles(cursor)
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam])
            if cursor.fetchone() is None:
                quoted = connection.ops.quote_name(naam)
                cursor.execute(f"CREATE DATABASE {quoted} OWNER {rls.EIGENAAR}")
                made.append(naam)
    return made


def _close(connection: BaseDatabaseWrapper) -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # only PostgreSQL comes here
