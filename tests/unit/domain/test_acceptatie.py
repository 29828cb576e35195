"""The acceptatieplicht: a clock in working days, a refusal with a ground after a call, and every move."""

from datetime import date, timedelta

import pytest

from koers.domain import acceptatie
from koers.domain.acceptatie import (
    Gesprek,
    Plicht,
    Stap,
    answer_before,
    check_gesprek,
    check_weigering,
    days_late,
    state_of_acceptatie,
    state_of_route,
    working_days_after,
    working_days_between,
)
from koers.domain.toestanden.acceptatie import ACCEPTATIE, ANTWOORDESCALATIE, ZORGMAKELAARROUTE
from koers.domain.weigering import Refused

PLICHT = Plicht(5, 1, date(2026, 1, 1), {"leeftijd": True, "geen-plek": False})
GESPREK = Gesprek("aanbieder", date(2026, 3, 2), "intake", "nee", "ja")


def code(do, *args, **kwargs):
    try:
        do(*args, **kwargs)
    except Refused as refused:
        return refused.code
    return ""


# Counted by hand on the calendar of 2026: Good Friday 3 April, Easter Monday 6 April, King's Day Monday 27
# April, 5 May, Ascension Day 14 May, Whit Monday 25 May, Christmas on Friday and Saturday.
@pytest.mark.parametrize(
    ("van", "dagen", "uiterlijk"),
    [
        (date(2026, 3, 2), 5, date(2026, 3, 9)),  # Monday: over one weekend
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # Friday: the next working day is Monday
        (date(2026, 3, 7), 5, date(2026, 3, 13)),  # given on Saturday
        (date(2026, 4, 1), 5, date(2026, 4, 10)),  # over Easter: Friday to Monday do not count
        (date(2026, 4, 24), 1, date(2026, 4, 28)),  # over King's Day
        (date(2026, 5, 4), 5, date(2026, 5, 12)),  # over 5 May
        (date(2026, 12, 24), 5, date(2027, 1, 4)),  # over Christmas and New Year
    ],
)
def test_the_last_day_is_that_of_the_calendar(van, dagen, uiterlijk):
    assert working_days_after(van, dagen) == uiterlijk
    assert working_days_between(van, uiterlijk) == dagen


@pytest.mark.parametrize("wrong", [lambda dag, gelijk=(): dag.weekday() >= 5, lambda dag, gelijk=(): False])
def test_planted_a_clock_without_holidays_or_weekends_is_met(monkeypatch, wrong):
    monkeypatch.setattr(acceptatie, "is_rest_day", wrong)
    with pytest.raises(AssertionError):
        test_the_last_day_is_that_of_the_calendar(date(2026, 4, 1), 5, date(2026, 4, 10))


def test_counting_there_and_back_agrees_over_years():
    for n in range(0, 1200, 7):
        van = date(2024, 1, 1) + timedelta(days=n)
        for dagen in (1, 3, 5, 10):
            assert working_days_between(van, working_days_after(van, dagen)) == dagen


def test_urgent_has_its_own_clock_and_what_was_given_before_the_duty_has_none():
    assert answer_before(date(2026, 3, 2), PLICHT, spoed=False) == date(2026, 3, 9)
    assert answer_before(date(2026, 3, 2), PLICHT, spoed=True) == date(2026, 3, 3)
    assert answer_before(date(2025, 12, 31), PLICHT, spoed=True) is None


def test_late_counts_working_days_until_the_answer_or_until_today():
    last = date(2026, 4, 2)
    assert days_late(last, None, today=date(2026, 4, 6)) == 0  # Good Friday, weekend, Easter Monday
    assert days_late(last, None, today=date(2026, 4, 8)) == 2
    assert days_late(last, date(2026, 4, 7), today=date(2026, 9, 1)) == 1
    assert days_late(last, date(2026, 4, 1), today=date(2026, 9, 1)) == 0
    assert days_late(None, None, today=date(2026, 9, 1)) == 0


@pytest.mark.parametrize(
    ("grond", "toelichting", "besproken", "verwacht"),
    [
        ("leeftijd", "", True, ""),
        ("geen-plek", "vol tot mei", True, ""),
        ("", "vol", True, "weigering_zonder_grond"),
        ("verzonnen", "vol", True, "weigering_zonder_grond"),
        ("geen-plek", "  ", True, "weigering_zonder_toelichting"),
        ("leeftijd", "", False, "weigering_zonder_gesprek"),
    ],
)
def test_a_refusal_needs_a_call_a_ground_and_outside_the_grounds_an_explanation(
    grond, toelichting, besproken, verwacht
):
    assert code(check_weigering, grond, toelichting, PLICHT, besproken=besproken) == verwacht


def test_what_is_outside_is_what_the_policy_does_not_allow():
    assert check_weigering("leeftijd", "", PLICHT, besproken=True) is False
    assert check_weigering("geen-plek", "vol", PLICHT, besproken=True) is True


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        ({}, ""),
        ({"met": " "}, "gesprek_met"),
        ({"capaciteit": "misschien"}, "gesprek_onvolledig"),
        ({"passend": ""}, "gesprek_onvolledig"),
        ({"kant": "gezin"}, "gesprek_onvolledig"),
        ({"datum": date(2026, 3, 4)}, "datum_in_toekomst"),
        ({"datum": date(2025, 12, 1)}, "gesprek_te_lang_geleden"),
    ],
)
def test_a_call_says_who_whether_there_is_room_and_whether_it_fits(wat, verwacht):
    from dataclasses import replace

    assert code(check_gesprek, replace(GESPREK, **wat), date(2026, 3, 2), today=date(2026, 3, 3)) == verwacht


DAG = date(2026, 3, 3)
WEIGERT = Stap("geweigerd", DAG)
BUITEN = Stap("geweigerd", DAG, buiten=True)


@pytest.mark.parametrize(
    ("stappen", "besproken", "gestart", "weg", "verwacht"),
    [
        ([], False, False, False, "wacht_op_aanbieder"),
        ([], True, False, False, "besproken"),
        ([], True, False, True, "vraag_vervallen"),
        ([], False, True, False, "geaccepteerd"),
        ([Stap("geaccepteerd", DAG)], True, False, False, "geaccepteerd"),
        ([WEIGERT], True, False, False, "weigering_binnen"),
        ([BUITEN], True, False, True, "weigering_buiten"),
        ([BUITEN, Stap("beoordeeld", DAG, oordeel="erkend")], True, False, False, "weigering_erkend"),
        ([BUITEN, Stap("beoordeeld", DAG, oordeel="moet_accepteren")], True, False, False, "moet_accepteren"),
        ([BUITEN, Stap("geaccepteerd", DAG)], True, False, False, "geaccepteerd"),
        ([BUITEN], True, True, False, "geaccepteerd"),
        ([BUITEN, Stap("afgerond", DAG)], True, True, True, "weigering_afgerond"),
    ],
)
def test_the_state_follows_from_the_facts(stappen, besproken, gestart, weg, verwacht):
    assert state_of_acceptatie(stappen, besproken=besproken, gestart=gestart, weg=weg) == verwacht


def test_the_state_of_the_route():
    assert [state_of_route(s) for s in ([], ["geopend"], ["geopend", "opgepakt"])] == [
        "",
        "route_open",
        "bij_zorgmakelaar",
    ]
    assert state_of_route(["geopend", "opgepakt", "afgerond"]) == "route_afgerond"


# Written by hand beside the table: state -> what may be done there, and where it leads.
W, B, G = "wacht_op_aanbieder", "besproken", "geaccepteerd"
BI, BU, ER, MO = "weigering_binnen", "weigering_buiten", "weigering_erkend", "moet_accepteren"
AF, VE = "weigering_afgerond", "vraag_vervallen"
NEEMT = {("accept_toewijzing", ""): G, ("register_start", ""): G}
SLUIT = {("close_weigering", ""): AF}
MAG = {
    "nieuw": {("assign_toewijzing", ""): W},
    W: {("register_gesprek", ""): B, ("change_toewijzing", "weg"): VE, **NEEMT},
    B: {
        ("register_gesprek", ""): B,
        ("change_toewijzing", "weg"): VE,
        ("refuse_toewijzing", "binnen"): BI,
        ("refuse_toewijzing", "buiten"): BU,
        **NEEMT,
    },
    G: {("register_start", ""): G},
    BI: NEEMT | SLUIT,
    BU: {("judge_weigering", "erkend"): ER, ("judge_weigering", "moet_accepteren"): MO} | NEEMT | SLUIT,
    ER: NEEMT | SLUIT,
    MO: NEEMT | SLUIT,
    AF: {},
    VE: {("register_start", ""): G},
}
MAG_ROUTE = {
    "nieuw": {("refuse_toewijzing", "buiten"): "route_open"},
    "route_open": {("take_zorgmakelaarroute", ""): "bij_zorgmakelaar"},
    "bij_zorgmakelaar": {("close_zorgmakelaarroute", ""): "route_afgerond"},
    "route_afgerond": {},
}
MAG_ESCALATIE = {
    "nieuw": {("escalate_antwoorden", ""): "escalatie_open"},
    "escalatie_open": {("close_escalatie", ""): "escalatie_afgerond"},
    "escalatie_afgerond": {},
}


@pytest.mark.parametrize(
    ("machine", "mag"),
    [(ACCEPTATIE, MAG), (ZORGMAKELAARROUTE, MAG_ROUTE), (ANTWOORDESCALATIE, MAG_ESCALATIE)],
)
def test_every_move_in_every_state(machine, mag):
    assert set(machine.toestanden) == set(mag)
    moves = {(o.handeling, o.keuze) for o in machine.overgangen}
    for toestand, allowed in mag.items():
        for move in moves:
            if move in allowed:
                assert machine.move(toestand, *move) == allowed[move]
            else:
                assert code(machine.move, toestand, *move) == "overgang_mag_niet"
