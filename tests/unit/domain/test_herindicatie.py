"""Help goes on by the rule of its road; nothing is ever in the way of a court."""

from datetime import date, timedelta

import pytest

from koers.domain.herindicatie import Grond, check_evaluatie, check_herindicatie
from koers.domain.weigering import Refused

TODAY, UITSTEL = date(2026, 6, 1), timedelta(weeks=8)
LATER = date(2026, 7, 1)


def code(route, grond, *, afgesproken=True):
    try:
        check_herindicatie(route, grond, reden_afgesproken=afgesproken, uitstel=UITSTEL, today=TODAY)
    except Refused as refused:
        return refused.code
    return None


@pytest.mark.parametrize(
    ("grond", "verwacht"),
    [
        (Grond("doorgaan"), None),
        (Grond("afschalen"), None),
        (Grond("stoppen"), "herindicatie_tegen_evaluatie"),
        (Grond("stoppen", "Er kwam iets bij."), None),
        (Grond(), "herindicatie_zonder_evaluatie"),
        (Grond(reden="Vader is ziek."), "herindicatie_zonder_evaluatie"),
        (Grond(evaluatie_voor=LATER), "herindicatie_zonder_evaluatie"),
        (Grond(reden="  ", evaluatie_voor=LATER), "herindicatie_zonder_evaluatie"),
        (Grond(reden="Vader is ziek.", evaluatie_voor=LATER), None),
        (Grond(reden="Vader is ziek.", evaluatie_voor=TODAY + UITSTEL), None),
        (
            Grond(reden="Vader is ziek.", evaluatie_voor=TODAY + UITSTEL + timedelta(1)),
            "evaluatie_dag_kan_niet",
        ),
        (Grond(reden="Vader is ziek.", evaluatie_voor=TODAY - timedelta(1)), "evaluatie_dag_kan_niet"),
    ],
)
def test_the_toegang_asks_for_an_evaluation_or_a_reason_with_a_day(grond, verwacht):
    assert code("toegang", grond) == verwacht


def test_a_doctor_gives_a_reason_where_that_was_agreed():
    assert code("medisch", Grond()) == "herindicatie_zonder_reden"
    assert code("medisch", Grond("doorgaan")) == "herindicatie_zonder_reden"
    assert code("medisch", Grond(reden="Klachten blijven.")) is None
    assert code("medisch", Grond(), afgesproken=False) is None


@pytest.mark.parametrize("grond", [Grond(), Grond("stoppen"), Grond(evaluatie_voor=date(2020, 1, 1))])
def test_nothing_is_in_the_way_of_a_court(grond):
    assert code("justitie", grond) is None


@pytest.mark.parametrize(
    ("told", "verwacht"),
    [
        ({}, None),
        ({"met": "buurman"}, "evaluatie_onvolledig"),
        ({"vervolg": "zien"}, "evaluatie_onvolledig"),
        ({"doelen": 0}, "evaluatie_onvolledig"),
        ({"doelen": 6}, "evaluatie_onvolledig"),
        ({"datum": TODAY + timedelta(1)}, "datum_in_toekomst"),
        ({"datum": date(2026, 1, 1)}, "evaluatie_voor_begin"),
        ({"begin": None}, "evaluatie_voor_begin"),
    ],
)
def test_an_evaluation_is_of_help_that_there_was(told, verwacht):
    right = {"datum": TODAY, "begin": date(2026, 2, 1), "met": "allebei", "doelen": 4, "vervolg": "doorgaan"}
    try:
        check_evaluatie(**right | told, today=TODAY)
        met = None
    except Refused as refused:
        met = refused.code
    assert met == verwacht
