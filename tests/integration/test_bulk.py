"""Rows that go past the models are written as the models write them."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import CharField, DateField, DateTimeField, Field, IntegerField, JSONField, UUIDField

from koers.registers import bulk
from koers.registers.kern.models import Bericht, BerichtRichting, BerichtStand, LogRegel

pytestmark = pytest.mark.django_db
NU = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
WAARDEN: dict[type[Field], list[object]] = {
    UUIDField: [uuid4(), None],
    DateTimeField: [NU, NU.replace(microsecond=0), NU.astimezone(timezone(timedelta(hours=2))), None],
    DateField: [date(2026, 3, 29), None],
    JSONField: [
        {"soort": "JW305", "namen": ["é", "\u2028"], "n": 1},
        [],
        [["TR056", "9056", "Header", "“a”"]],
        {},
    ],
    IntegerField: [3, None],
    CharField: ["tekst", "", BerichtRichting.IN, BerichtStand.ONTVANGEN],
}


def told(value: object) -> object:
    """What a value is to the driver; JSON of PostgreSQL is an object of its own."""
    return getattr(value, "obj", value)


def fields() -> list[Field]:
    return [f for model in (Bericht, LogRegel) for f in model._meta.concrete_fields]


def differing() -> set[str]:
    found = set()
    for field in fields():
        write = bulk._writer(field, connection.vendor)
        kind = next((een for een in WAARDEN if isinstance(field, een)), None)
        for value in WAARDEN.get(kind, []):
            ours, theirs = write(value), field.get_db_prep_save(value, connection)
            if (told(ours), str(ours)) != (told(theirs), str(theirs)):
                found.add(field.name)
    return found


def test_every_short_road_writes_what_the_field_writes():
    assert {type(een) for een in fields()} & {UUIDField, DateTimeField, JSONField, CharField}
    assert differing() == set()


def test_a_moment_that_keeps_its_own_zone_is_met(monkeypatch):
    """Planted: the hour is written as the clock there shows it."""
    roads = {DateTimeField: {datetime: lambda v: str(v.replace(tzinfo=None))}}
    monkeypatch.setitem(bulk._KORT, connection.vendor, bulk._KORT[connection.vendor] | roads)
    assert {"tijdstip_at", "vastgelegd_at"} <= differing()
