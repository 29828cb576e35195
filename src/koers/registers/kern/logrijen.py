"""Rows of the log as the sealer reads them: no models, and no keys made into objects.

A page of a list is about dozens of people, and whoever completes the ten rows that are sealed waits for it.
"""

from collections.abc import Sequence

from django.db import connection

from koers.registers.bulk import dashed
from koers.registers.kern.models import LogBetrokkene

_WACHTEND = """
    SELECT count(*) FROM (SELECT 1 FROM kern_logregel WHERE volgnummer IS NULL LIMIT %s) AS wachtend
"""


def count_unsealed(most: int) -> int:
    """How many rows wait for their seal, counted no further than `most`."""
    with connection.cursor() as cursor:
        cursor.execute(_WACHTEND, [most])
        return int(cursor.fetchone()[0])


def betrokkenen_of(regels: Sequence[int]) -> dict[int, list[dict[str, object]]]:
    """Per log row whom it is about, column by column, as JSON values."""
    found: dict[int, list[dict[str, object]]] = {regel: [] for regel in regels}
    if not regels:
        return found
    names = [field.attname for field in LogBetrokkene._meta.concrete_fields]
    columns, marks = ", ".join(names), ", ".join(["%s"] * len(regels))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM kern_logbetrokkene WHERE regel_id IN ({marks})",  # noqa: S608
            regels,
        )
        for row in cursor.fetchall():
            wie = dict(zip(names, row, strict=True))
            found[wie["regel_id"]].append(wie | {"persoon_id": dashed(wie["persoon_id"])})
    return found
