"""Tells the database who acts, so that its triggers and row level security can hold the second wall.

SQLite asks a function of this connection; another program that opens the file has no such function, so
its writes are refused too. PostgreSQL gets settings that end with the transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection
from django.db.backends.signals import connection_created

ALLE_GEMEENTEN = frozenset({"*"})

_handeling: ContextVar[str] = ContextVar("koers_handeling", default="")


def _give_function(sender, connection, **kwargs) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function("koers_handeling", 0, _handeling.get)


connection_created.connect(_give_function, dispatch_uid="koers_handeling")


def running_handeling() -> str:
    """The id of the act that runs here, or an empty string."""
    return _handeling.get()


@contextmanager
def acting(
    handeling_id: UUID, gemeenten: frozenset[str], before: tuple[str, str] | None = None
) -> Iterator[None]:
    """Marks the current transaction as one act, for these municipalities ('*' is all of them).

    Must be entered inside a transaction; acts do not nest. `before`: what `told` said, from who begins
    many in one transaction; then PostgreSQL is told and not waited for.
    """
    if _handeling.get():
        raise RuntimeError("an act cannot start inside another act")
    if not connection.in_atomic_block:
        raise RuntimeError("an act needs a transaction")
    tells = connection.vendor == "postgresql"
    token = _handeling.set(str(handeling_id))
    try:
        if tells:
            now = (str(handeling_id), ",".join(sorted(gemeenten)))
            if before is None:
                before = _tell(*now)
            else:
                _only_tell(*now)
        yield
        # Only after success: an act that failed is rolled back, and the settings with it.
        if tells and before is not None:
            _only_tell(*before)
    finally:
        _handeling.reset(token)


def _tell(handeling: str, gemeenten: str) -> tuple[str, str]:
    """Gives PostgreSQL both settings until the transaction ends; what they were before."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH was AS MATERIALIZED (
                SELECT coalesce(current_setting('koers.handeling', true), '') AS handeling,
                       coalesce(current_setting('koers.gemeenten', true), '') AS gemeenten
            )
            SELECT was.handeling, was.gemeenten,
                   set_config('koers.handeling', %s, true), set_config('koers.gemeenten', %s, true)
            FROM was
            """,
            [handeling, gemeenten],
        )
        row = cursor.fetchone()
    return row[0], row[1]


def _only_tell(handeling: str, gemeenten: str) -> None:
    """The same without asking what they were before, so that the answer need not be waited for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('koers.handeling', %s, true), set_config('koers.gemeenten', %s, true)",
            [handeling, gemeenten],
        )


def told() -> tuple[str, str] | None:
    """What PostgreSQL knows now of who acts and for which municipalities; None elsewhere."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT coalesce(current_setting('koers.handeling', true), ''),
                   coalesce(current_setting('koers.gemeenten', true), '')
            """
        )
        handeling, gemeenten = cursor.fetchone()
    return handeling, gemeenten
