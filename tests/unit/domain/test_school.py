"""Work at school is told in numbers that can be; the totals are of one year."""

from datetime import date, timedelta

import pytest

from koers.domain.school import (
    CONSULTATIE,
    GROEP,
    MEESTE_MENSEN,
    SOORTEN_SCHOOLWERK,
    THEMAS,
    VRAGERS,
    ZAT,
    Bereik,
    Schoolwerk,
    check_schoolwerk,
    reach,
)
from koers.domain.weigering import Refused
from koers.presentation import woorden

TODAY = date(2026, 3, 3)


def werk(soort=ZAT, thema="pesten", aantal=3, datum=TODAY, **more):
    return Schoolwerk(soort, thema, aantal, datum, **more)


@pytest.mark.parametrize(
    ("een", "code"),
    [
        (werk(), None),
        (werk(GROEP, aantal=MEESTE_MENSEN, bijeenkomsten=1), None),
        (werk(CONSULTATIE, vrager="coach", overgedragen=3), None),
        (werk("praatje"), "schoolwerk_onbekend"),
        (werk(thema="Jantje"), "schoolwerk_onbekend"),
        (werk(datum=TODAY + timedelta(days=1)), "datum_in_toekomst"),
        (werk(aantal=0), "aantal_onmogelijk"),
        (werk(aantal=MEESTE_MENSEN + 1), "aantal_onmogelijk"),
        (werk(GROEP), "groep_zonder_bijeenkomst"),
        (werk(CONSULTATIE), "vrager_ontbreekt"),
        (werk(CONSULTATIE, vrager="Jantje"), "vrager_ontbreekt"),
        (werk(overgedragen=4), "meer_overgedragen"),
        (werk(overgedragen=-1), "meer_overgedragen"),
    ],
)
def test_what_is_written_down_can_be(een, code):
    if code is None:
        check_schoolwerk(een, today=TODAY)
        return
    with pytest.raises(Refused) as refused:
        check_schoolwerk(een, today=TODAY)
    assert refused.value.code == code


def test_the_reach_is_of_one_year_and_each_kind_by_itself():
    rows = (
        werk(GROEP, aantal=8, bijeenkomsten=6),
        werk(GROEP, aantal=5, bijeenkomsten=2),
        werk(GROEP, aantal=99, bijeenkomsten=2, datum=date(2025, 12, 31)),
        werk(ZAT, aantal=4, overgedragen=1),
        werk(CONSULTATIE, aantal=2, vrager="ouders", overgedragen=1),
    )
    assert reach(rows, 2026) == Bereik(groepen=2, jongeren=13, zat_vragen=4, consultaties=2, overgedragen=2)
    assert reach((), 2026) == Bereik(0, 0, 0, 0, 0)


def test_every_choice_has_its_words():
    assert set(woorden.SCHOOLWERK) == set(SOORTEN_SCHOOLWERK)
    assert set(woorden.THEMAS) == set(THEMAS)
    assert set(woorden.VRAGERS) == set(VRAGERS)
