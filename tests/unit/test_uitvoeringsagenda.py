"""What waits on what, what a slip touches, and what an action and a status need."""

from datetime import date
from itertools import permutations, product
from uuid import UUID

import pytest

from koers.domain.rollen import Rol
from koers.domain.uitvoeringsagenda import (
    Geraakt,
    NieuweAgendaactie,
    NieuweHouding,
    Schakel,
    check_agendaactie,
    check_eigenaar,
    check_houding,
    check_past_day,
    check_schakel,
    check_verschuiving,
    since,
    steps_from,
    touched,
)
from koers.domain.weigering import Refused

A, B, C, D = (UUID(int=nr) for nr in range(1, 5))
DAG = date(2026, 6, 1)


def code(do) -> str:
    try:
        do()
    except Refused as refused:
        return refused.code
    return ""


def has_circle(schakels) -> bool:
    """By hand: somebody can walk from an action back to itself, in at most as many steps as links."""
    for start in (A, B, C, D):
        here = {start}
        for _step in schakels:
            here = {een.wacht_op for een in schakels if een.wacht in here}
            if start in here:
                return True
    return False


def test_no_link_ever_closes_a_circle_and_every_other_link_may_be_made():
    possible = [Schakel(*pair) for pair in permutations((A, B, C, D), 2)]
    tried = 0
    for first, second, third in product(possible, repeat=3):
        known = tuple(dict.fromkeys((first, second, third)))
        if has_circle(known):
            continue
        for nieuw in possible:
            expected = (
                "wacht_al" if nieuw in known else "wacht_in_kring" if has_circle((*known, nieuw)) else ""
            )
            assert code(lambda nieuw=nieuw, known=known: check_schakel(nieuw, known)) == expected
            tried += 1
    assert tried > 10_000
    assert code(lambda: check_schakel(Schakel(A, A), ())) == "wacht_op_zichzelf"


def test_a_slip_touches_what_waits_nearest_first_and_says_where_it_pinches():
    schakels = (Schakel(B, A), Schakel(C, B), Schakel(D, B), Schakel(C, A))
    assert steps_from(A, schakels) == {B: 1, C: 1, D: 2}
    begins = {A: DAG, B: date(2026, 6, 10), D: date(2026, 6, 11)}  # C was done
    assert touched(A, date(2026, 6, 10), schakels, begins) == (Geraakt(B, 1, True), Geraakt(D, 2, False))
    assert touched(D, DAG, schakels, begins) == ()


def test_what_happened_on_the_day_itself_was_heard_there():
    rows = [date(2026, 6, nr) for nr in (1, 3, 2)]
    assert since(rows, date(2026, 6, 1), lambda dag: dag) == (date(2026, 6, 3), date(2026, 6, 2))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ""),
        ({"uiterlijk": DAG}, ""),
        ({"wat": "  "}, "actie_zonder_wat"),
        ({"wie": ""}, "actie_zonder_eigenaar"),
        ({"uiterlijk": date(2026, 5, 31)}, "klaar_voor_begin"),
        ({"datum": date(2026, 6, 2)}, "datum_in_toekomst"),
        ({"wat": "x" * 4_001}, "tekst_te_lang"),
    ],
)
def test_what_an_action_needs(more, expected):
    said = {
        "wat": "Bellen",
        "wie": "de coach",
        "begindatum": DAG,
        "uiterlijk": date(2026, 7, 1),
        "datum": DAG,
    }
    assert code(lambda: check_agendaactie(NieuweAgendaactie(**(said | more)), DAG)) == expected


def test_a_new_day_is_another_day_and_not_before_the_begin():
    assert code(lambda: check_verschuiving(DAG, date(2026, 7, 1), date(2026, 8, 1))) == ""
    assert code(lambda: check_verschuiving(DAG, date(2026, 7, 1), date(2026, 6, 1))) == ""
    assert code(lambda: check_verschuiving(DAG, date(2026, 7, 1), date(2026, 7, 1))) == "dag_blijft_gelijk"
    assert code(lambda: check_verschuiving(DAG, date(2026, 7, 1), date(2026, 5, 31))) == "klaar_voor_begin"


def test_nobody_writes_before_what_stands_there_or_after_today():
    assert code(lambda: check_past_day(DAG, DAG, DAG)) == ""
    assert code(lambda: check_past_day(date(2026, 5, 31), DAG, DAG)) == "dag_voor_vorige"
    assert code(lambda: check_past_day(date(2026, 6, 2), DAG)) == "datum_in_toekomst"


@pytest.mark.parametrize(
    ("rol", "wie", "expected"),
    [
        (Rol.WETHOUDER, None, ""),
        ("", A, ""),
        (Rol.RAADSLID, None, "eigenaar_onbekend"),
        (Rol.JEUGDCONSULENT, None, "eigenaar_onbekend"),
        ("", B, "eigenaar_onbekend"),
        ("", None, "eigenaar_onbekend"),
        (Rol.WETHOUDER, A, "eigenaar_onbekend"),
    ],
)
def test_an_owner_is_a_role_or_a_colleague(rol, wie, expected):
    assert code(lambda: check_eigenaar(rol, wie, {A})) == expected


def test_who_deviates_says_why():
    known = {"normaliseren"}
    assert code(lambda: check_houding(NieuweHouding("normaliseren", "leunt", ""), known)) == ""
    assert (
        code(lambda: check_houding(NieuweHouding("normaliseren", "wijkt_af", " "), known))
        == "afwijking_zonder_reden"
    )
    assert code(lambda: check_houding(NieuweHouding("normaliseren", "wijkt_af", "Haast."), known)) == ""
    assert code(lambda: check_houding(NieuweHouding("iets", "leunt", ""), known)) == "principe_onbekend"
    assert (
        code(lambda: check_houding(NieuweHouding("normaliseren", "misschien", ""), known))
        == "houding_onbekend"
    )
