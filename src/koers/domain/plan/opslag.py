"""A plan as JSON and back: ids and days as text, and nothing that is not named in the dataclasses."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_type_hints
from uuid import UUID

from koers.domain.plan.onderdelen import (
    SOORTEN,
    Deel,
    DeelSoort,
    Grootte,
    Inhoud,
    Onderdeel,
    PlanInhoud,
    soort_of,
)


def encode(inhoud: Inhoud) -> dict[str, Any]:
    """One thing as JSON, without its kind."""
    return {field.name: _out(getattr(inhoud, field.name)) for field in fields(inhoud)}


def decode(soort: str, data: Mapping[str, Any]) -> Inhoud:
    """One thing from JSON. A field that was added later gets its default. KeyError for an unknown kind."""
    kind = SOORTEN[soort]
    hints = get_type_hints(kind)
    return kind(**{name: _in(value, hints[name]) for name, value in data.items() if name in hints})


def encode_plan(plan: PlanInhoud) -> dict[str, Any]:
    """A whole plan as JSON."""
    return {
        "grootte": plan.grootte.value,
        "jeugdigen": _out(plan.jeugdigen),
        "evaluatiedatum": _out(plan.evaluatiedatum),
        "delen": [
            {
                "id": _out(deel.id),
                "soort": deel.soort.value,
                "jeugdige": _out(deel.jeugdige),
                "huishouden": _out(deel.huishouden),
                "organisatie": _out(deel.organisatie),
                "onderdelen": [
                    {"id": _out(o.id), "soort": soort_of(o.inhoud), "inhoud": encode(o.inhoud)}
                    for o in deel.onderdelen
                ],
            }
            for deel in plan.delen
        ],
    }


def decode_plan(data: Mapping[str, Any]) -> PlanInhoud:
    """A whole plan from JSON."""
    return PlanInhoud(
        grootte=Grootte(data["grootte"]),
        jeugdigen=tuple(UUID(een) for een in data["jeugdigen"]),
        evaluatiedatum=_in(data["evaluatiedatum"], date),
        delen=tuple(_deel(een) for een in data["delen"]),
    )


def _deel(data: Mapping[str, Any]) -> Deel:
    return Deel(
        id=UUID(data["id"]),
        soort=DeelSoort(data["soort"]),
        onderdelen=tuple(
            Onderdeel(UUID(een["id"]), decode(een["soort"], een["inhoud"])) for een in data["onderdelen"]
        ),
        **{key: _in(data[key], UUID) for key in ("jeugdige", "huishouden", "organisatie")},
    )


def _out(value: Any) -> Any:
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, tuple):
        return [_out(een) for een in value]
    return value


def _in(value: Any, hint: Any) -> Any:
    """The value as its field wants it: an id, a day, or a tuple of these."""
    if isinstance(value, list):
        inner = [arg for arg in get_args(hint) if arg is not Ellipsis]
        return tuple(_in(een, inner[0]) for een in value) if len(inner) == 1 else tuple(value)
    wanted = get_args(hint) or (hint,)
    if isinstance(value, str) and UUID in wanted:
        return UUID(value)
    if isinstance(value, str) and date in wanted:
        return date.fromisoformat(value)
    return value
