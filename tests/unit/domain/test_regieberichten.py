"""What lines of JW305 and JW307 add up to, case by case."""

from datetime import date

import pytest

from koers.domain.regieberichten import Lot, Regieregel, settle, steps
from koers.domain.trajecten import Stap

A, B = date(2026, 4, 1), date(2026, 6, 1)
EIND, LATER = date(2026, 5, 1), date(2026, 5, 20)
START, START_B = Regieregel("start", A), Regieregel("start", B)
PAUZE = Regieregel("stop", A, reden="20", eind=EIND)
STOP = Regieregel("stop", A, reden="31", eind=LATER)
GEEN_START = Regieregel("start", A, verwijdert=True)
GEEN_STOP = Regieregel("stop", A, verwijdert=True, reden="31", eind=LATER)
BETER = Regieregel("stop", A, reden="31", eind=date(2026, 5, 21))


@pytest.mark.parametrize(
    ("regels", "code"),
    [
        ([STOP], "9069"),
        ([GEEN_START], "9063"),
        ([START, START], "9074"),
        ([START, START_B], "9326"),
        ([START, STOP, GEEN_START], "9071"),
        ([START, STOP, Regieregel("stop", A, reden="32", eind=LATER)], "9415"),
        ([START, PAUZE, Regieregel("stop", A, reden="31", eind=date(2026, 4, 30))], "9414"),
    ],
)
def test_what_cannot_hold_yet_waits_with_its_code(regels, code):
    laatste = settle(regels).uitslagen[-1]
    assert (laatste.lot, laatste.code) == (Lot.WACHT, code)


def test_a_stop_that_waits_holds_once_its_start_is_there():
    assert settle([STOP, START]).geldend == (START, STOP)


def test_a_corrected_stop_keeps_the_right_day_whichever_of_the_three_comes_first():
    for regels in ([STOP, GEEN_STOP, BETER], [BETER, STOP, GEEN_STOP], [GEEN_STOP, BETER, STOP]):
        assert settle([START, *regels]).geldend == (START, BETER)


def test_a_removed_start_takes_nothing_with_it_until_its_stop_is_removed_too():
    assert settle([START, STOP, GEEN_START, GEEN_STOP]).geldend == ()


def test_a_pause_that_became_final_ended_with_the_pause():
    geldend = settle([START, PAUZE, STOP]).geldend
    assert steps(geldend) == [Stap("start", A), Stap("stop", EIND, "31")]


def test_help_that_runs_has_no_stop():
    assert steps(settle([START, PAUZE, START_B]).geldend) == [
        Stap("start", A),
        Stap("stop", EIND, "20"),
        Stap("start", B),
    ]
