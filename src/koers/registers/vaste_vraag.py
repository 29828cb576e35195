"""Questions that every page asks, composed once: to compose one takes Django longer than it takes the
database to answer.

    @vaste_vraag
    def _children(today: date, gezinnen: Sequence[UUID]) -> QuerySet: ...

The function makes its queryset from stand-ins: whatever it is given is replaced by a value that means nothing
and comes back in the parameters, where the value of this time goes in. So what is kept holds nothing of
anybody, and a function that would write a value into its question in another way finds nothing rather than
what is somebody else's. What decides how a question looks is not replaced and is part of its name: the role
and kind of an actor, numbers, yes or no, and how many values a list has.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import wraps
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from koers.domain.actor import Actor

# Days that nobody asks for, in a row.
_VREEMDE_DAGEN = count()
Convert = Callable[[Any], object]
_BEWAARD: dict[Callable[..., QuerySet], dict[object, "_Gesteld | None"]] = {}


@dataclass(frozen=True, slots=True)
class _Gesteld:
    """A composed question. `plaatsen`: per parameter the place of its value and how it goes in, or None and
    what it always is.
    """

    sql: str
    plaatsen: tuple[tuple[int | None, Any], ...]
    converters: tuple[tuple[int, tuple[Callable[..., object], ...], object], ...]


def vaste_vraag(compose: Callable[..., QuerySet]) -> Callable[..., list[tuple]]:
    """Makes the rows (as `values_list` gives them) of a function that makes a queryset.

    It takes days, keys, texts, lists and sets of those, and actors; numbers and yes or no stay as they are.
    Raises TypeError for anything else.
    """
    kept = _BEWAARD.setdefault(compose, {})

    @wraps(compose)
    def ask(*values: object) -> list[tuple]:
        told = [part for value in values for part in _parts(value)]
        name = (connection.vendor, *(_shape(value) for value in values))
        if name not in kept:
            kept[name] = _composed(compose, values)
        gesteld = kept[name]
        return [] if gesteld is None else _rows(gesteld, told)

    return ask


def forget() -> None:
    """Composes everything anew from here on: for who changes what composes, as the tests do."""
    for kept in _BEWAARD.values():
        kept.clear()


def _parts(value: object) -> list[object]:
    """The values in it, in an order that `_stand_in` follows."""
    if isinstance(value, Actor):
        return [value.id, *sorted(value.gemeenten)]
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(value)
    return [] if isinstance(value, (bool, int)) else [value]


def _shape(value: object) -> object:
    """What of a value decides how the question looks."""
    if isinstance(value, Actor):
        return "actor", value.soort, value.rol, len(value.gemeenten)
    if isinstance(value, (list, tuple, set, frozenset)):
        return "lijst", len(value), *{type(part) for part in value}
    if isinstance(value, (bool, int)):
        return value
    return type(value)


def _stand_in(value: object) -> object:
    if isinstance(value, Actor):
        return replace(
            Actor(value.soort, str(uuid4()), "", value.rol),
            gemeenten=frozenset(str(uuid4()) for _ in value.gemeenten),
        )
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_stand_in(part) for part in value]
    if isinstance(value, (bool, int)):
        return value
    if type(value) is date:  # a moment is one too
        return date(9000, 1, 1) + timedelta(next(_VREEMDE_DAGEN) % 300_000)
    if isinstance(value, UUID):
        return uuid4()
    if isinstance(value, str):
        return str(uuid4())
    raise TypeError(f"a vaste vraag takes no {type(value).__name__}")


def _composed(compose: Callable[..., QuerySet], values: Sequence[object]) -> _Gesteld | None:
    stand_ins = [_stand_in(value) for value in values]
    meant: dict[object, tuple[int, Convert]] = {}
    for place, part in enumerate(part for value in stand_ins for part in _parts(value)):
        for convert in _ways(part):
            meant[convert(part)] = place, convert
    compiler = compose(*stand_ins).query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    chosen = [column for column, *_ in compiler.select[: compiler.col_count]]
    converters = compiler.get_converters(chosen)
    return _Gesteld(
        sql,
        tuple(
            meant.get(param, (None, param)) if isinstance(param, Hashable) else (None, param)
            for param in params
        ),
        tuple((place, tuple(ways), column) for place, (ways, column) in converters.items()),
    )


def _ways(part: object) -> tuple[Convert, ...]:
    """How the database may be given such a value."""
    if isinstance(part, date):
        return (connection.ops.adapt_datefield_value,)
    if isinstance(part, UUID):
        return (_key,)
    return (str, lambda text: _key(UUID(text)))


def _key(key: UUID) -> object:
    return key if connection.features.has_native_uuid_field else key.hex


def _rows(gesteld: _Gesteld, told: Sequence[object]) -> list[tuple]:
    params = [what if place is None else what(told[place]) for place, what in gesteld.plaatsen]
    with connection.cursor() as cursor:
        cursor.execute(gesteld.sql, params)
        found = cursor.fetchall()
    if not gesteld.converters:
        return found
    rows = [list(row) for row in found]
    for place, ways, column in gesteld.converters:
        for row in rows:
            for way in ways:
                row[place] = way(row[place], column, connection)
    return [tuple(row) for row in rows]
