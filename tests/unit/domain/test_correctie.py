"""Between a forecast and a published figure lies a line of its own, and the lines add up as printed."""

from decimal import Decimal

import pytest

from koers.domain.correctie import Correctie


@pytest.mark.parametrize(
    ("gepubliceerd", "koers", "verwacht", "regels"),
    [
        ("11.2", "9.46", 9.5, ("9.5", "1.7", "11.2")),
        ("7.0", "9.46", 9.04, ("9.0", "-2.5", "6.5")),
        ("9.5", "9.5", 0.05, ("0.1", "0.0", "0.1")),
    ],
)
def test_the_lines_add_up_as_they_are_printed(gepubliceerd, koers, verwacht, regels):
    correctie = Correctie(2021, Decimal(gepubliceerd), Decimal(koers), "CBS")
    gelegd = correctie.lay(verwacht)
    assert gelegd == tuple(Decimal(een) for een in regels)
    assert gelegd[0] + gelegd[1] == gelegd[2]


def test_the_line_is_the_same_every_year_and_never_a_factor():
    correctie = Correctie(2021, Decimal("11.2"), Decimal("9.2"), "CBS")
    assert {correctie.lay(jaar)[1] for jaar in (1.0, 9.0, 40.0)} == {Decimal("2.0")}


def test_without_a_figure_of_koers_there_is_no_line():
    correctie = Correctie(2012, Decimal("11.2"), None, "CBS")
    assert correctie.regel is None
    assert correctie.lay(9.0) is None
