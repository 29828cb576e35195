"""Policy as plain data: what JSON can carry, in the words of the files."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from koers.policy.values import Tijdstip

JsonValue = None | bool | int | float | str | list[Any] | dict[str, Any]


def as_data(value: Any) -> JsonValue:
    """Dataclasses become objects, days ISO text, whole numbers integers; absent optional keys stay out."""
    if isinstance(value, Tijdstip):
        return _moment(value)
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: as_data(part) for name, part in pairs if part is not None and part != ()}
    if isinstance(value, Mapping):
        return {str(key): as_data(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [as_data(part) for part in value]
    return _single(value)


def _moment(value: Tijdstip) -> JsonValue:
    end = value.tot_en_met.isoformat() if value.tot_en_met else None
    return {"precisie": value.precisie, "vanaf": value.vanaf.isoformat(), "tot_en_met": end}


def _single(value: Any) -> JsonValue:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"No plain form for {type(value).__name__}")
