"""A wish that is kept comes back as it was; tariffs rise once a year, on the same day."""

from datetime import date
from decimal import Decimal

import pytest

from koers.domain.hefbomen import read_inzet
from koers.domain.scenario import Wens

WENS = Wens(
    (read_inzet("vervolg:20:2027-01:12"),), Decimal("7.5"), 2029, 100, 5, Decimal("2.5"), date(2027, 7, 1)
)


def test_what_is_kept_is_read_and_an_older_one_has_no_indexation():
    assert Wens.of(WENS.plain()) == WENS
    ouder = {k: v for k, v in WENS.plain().items() if not k.startswith("indexatie")}
    assert Wens.of(ouder).indexatie is None
    assert Wens.of(ouder).tariff(date(2040, 1, 1)) == 1


@pytest.mark.parametrize(
    ("dag", "keer"),
    [
        (date(2026, 12, 31), 0),
        (date(2027, 6, 30), 0),
        (date(2027, 7, 1), 1),
        (date(2028, 6, 30), 1),
        (date(2028, 7, 1), 2),
        (date(2030, 1, 31), 3),
    ],
)
def test_a_tariff_rises_on_its_day(dag, keer):
    assert WENS.tariff(dag) == pytest.approx(1.025**keer)


def test_a_shortage_grows_in_a_straight_line_from_its_month():
    vol = Wens(tekort=30)
    assert vol.shortage(date(2026, 1, 1)) == 0.3
    later = Wens(tekort=30, tekort_vanaf=date(2027, 3, 1))
    assert [later.shortage(date(2027, maand, 1)) for maand in (1, 2, 3, 4)] == [0.0, 0.0, 0.3, 0.3]
    langzaam = Wens(tekort=30, tekort_vanaf=date(2027, 3, 1), tekort_aanloop=3)
    gang = [langzaam.shortage(date(2027, maand, 1)) for maand in (2, 3, 4, 5, 6)]
    assert gang == pytest.approx([0.0, 0.05, 0.15, 0.25, 0.3])
