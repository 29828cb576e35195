"""Routes, and when help may start and stop; a generated history never gets two runs at once."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.routes import ROUTE_VAN_VERWIJZER, needs_besluit, route_of
from koers.domain.trajecten import START, STOP, Kader, Stap, check_start, check_stop
from koers.domain.weigering import Refused

DAG = date(2026, 1, 1)
KADER = Kader(DAG, DAG + timedelta(days=100))


def test_code_07_does_not_exist_and_every_other_code_has_a_road():
    assert sorted(ROUTE_VAN_VERWIJZER) == ["01", "02", "03", "04", "05", "06", "08"]
    with pytest.raises(Refused):
        route_of("07")


@pytest.mark.parametrize(
    ("verwijzer", "niveau", "nodig"),
    [
        ("01", 4, True),
        ("06", 8, True),
        ("01", 3, False),
        ("02", 4, False),
        ("05", 8, False),
        ("04", 6, False),
        ("08", 8, False),
    ],
)
def test_only_the_road_of_the_toegang_needs_a_besluit(verwijzer, niveau, nodig):
    assert needs_besluit(route_of(verwijzer), niveau) is nodig


@pytest.mark.parametrize(
    ("eerder", "dag", "code"),
    [
        ([], -1, "start_voor_toewijzing"),
        ([], 100, "start_na_toewijzing"),
        ([Stap(START, DAG)], 5, "al_begonnen"),
        ([Stap(START, DAG), Stap(STOP, DAG, "31")], 5, "al_beeindigd"),
        ([Stap(START, DAG), Stap(STOP, DAG + timedelta(5), "20")], 5, "start_voor_stop"),
    ],
)
def test_a_start_that_cannot_be_is_refused(eerder, dag, code):
    with pytest.raises(Refused) as refused:
        check_start(KADER, eerder, DAG + timedelta(dag))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("eerder", "dag", "code"),
    [
        ([], 5, "nog_niet_begonnen"),
        ([Stap(START, DAG), Stap(STOP, DAG, "20")], 5, "nog_niet_begonnen"),
        ([Stap(START, DAG + timedelta(3))], 2, "stop_voor_start"),
        ([Stap(START, DAG)], 51, "stop_in_toekomst"),
    ],
)
def test_a_stop_that_cannot_be_is_refused(eerder, dag, code):
    with pytest.raises(Refused) as refused:
        check_stop(eerder, DAG + timedelta(dag), today=DAG + timedelta(50))
    assert refused.value.code == code


def test_help_that_pauses_goes_on_the_next_day():
    check_start(KADER, [Stap(START, DAG), Stap(STOP, DAG + timedelta(5), "20")], DAG + timedelta(6))


@given(st.lists(st.tuples(st.booleans(), st.integers(-5, 110), st.sampled_from(["20", "31"])), max_size=12))
def test_what_is_let_through_alternates_and_never_overlaps(attempts):
    steps: list[Stap] = []
    for is_start, dag, reden in attempts:
        datum = DAG + timedelta(dag)
        try:
            if is_start:
                check_start(KADER, steps, datum)
                steps.append(Stap(START, datum))
            else:
                check_stop(steps, datum, today=DAG + timedelta(105))
                steps.append(Stap(STOP, datum, reden))
        except Refused:
            continue
    assert [step.soort for step in steps] == [START, STOP] * (len(steps) // 2) + [START] * (len(steps) % 2)
    assert all(b.datum >= a.datum for a, b in pairwise(steps))
    assert all(b.datum > a.datum for a, b in zip(steps[1::2], steps[2::2], strict=False))
