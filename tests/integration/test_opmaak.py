"""Numbers, money and days are written the Dutch way, and the English way for who reads English."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from koers.presentation import opmaak


@pytest.mark.parametrize(
    ("functie", "waarde", "dutch", "english"),
    [
        ("getal", 97536, "97.536", "97,536"),
        ("getal", -1234, "−1.234", "−1,234"),
        ("getal", 0, "0", "0"),
        ("getal", Decimal("-0.4"), "0", "0"),
        ("euro", 400000, "€\u00a04.000", "€4,000"),
        ("euro", 400050, "€\u00a04.000,50", "€4,000.50"),
        ("euro", -5, "−€\u00a00,05", "−€0.05"),
        ("procent", 9.5, "9,5%", "9.5%"),
        ("procent", Decimal("9.45"), "9,5%", "9.5%"),
        ("aandeel", 0.095, "9,5%", "9.5%"),
        ("aandeel", Decimal("0.0325"), "3,3%", "3.3%"),
        ("datum", date(2026, 3, 3), "3 maart 2026", "3 March 2026"),
        ("datum", datetime(2026, 3, 2, 23, 30, tzinfo=UTC), "3 maart 2026", "3 March 2026"),
        ("tijdstip", datetime(2026, 7, 1, 22, 5, tzinfo=UTC), "2 juli 2026, 00:05", "2 July 2026, 00:05"),
    ],
)
def test_written_as_people_read_it(functie, waarde, dutch, english):
    with override("nl"):
        assert getattr(opmaak, functie)(waarde) == dutch
    with override("en"):
        assert getattr(opmaak, functie)(waarde) == english


@pytest.mark.parametrize(("waarde", "tekst"), [(0.5, "1"), (1.5, "2"), (2.5, "3"), (2.675, "3")])
def test_halves_go_up_as_on_paper(waarde, tekst):
    assert opmaak.getal(waarde) == tekst


def test_decimals_are_those_that_were_asked_for():
    assert opmaak.getal(2.675, 2) == "2,68"
    assert opmaak.getal(3, 1) == "3,0"
