"""Amounts the Dutch way; what could mean two things is asked back, never guessed."""

import pytest

from koers.domain.bedrag import read_bedrag, read_uren
from koers.domain.weigering import Refused


@pytest.mark.parametrize(
    ("tekst", "cent"),
    [
        ("1.000.000,00", 100_000_000),
        ("2977725", 297_772_500),
        ("2.977.725", 297_772_500),
        ("€ 12,50", 1250),
        ("€\u00a012,5", 1250),
        ("EUR 12,50", 1250),
        ("12 euro", 1200),
        ("12,-", 1200),
        ("12,--", 1200),
        ("1.000", 100_000),
        ("0", 0),
        ("0,01", 1),
        ("-3,00", -300),
        ("\u22123", -300),
        ("€ -3", -300),
        ("-€ 3", -300),
        (" 1 000 000 ", 100_000_000),
        ("007", 700),
    ],
)
def test_an_amount_as_people_type_it(tekst, cent):
    assert read_bedrag(tekst) == cent


@pytest.mark.parametrize(
    ("tekst", "code", "bedoeld"),
    [
        ("12.50", "bedrag_dubbelzinnig", "12,50"),
        ("1,000.00", "bedrag_dubbelzinnig", "1000,00"),
        ("12.5", "bedrag_dubbelzinnig", "12,50"),
        ("1,234", "bedrag_dubbelzinnig", "1.234"),
        ("", "bedrag_ontbreekt", None),
        ("€", "bedrag_ontbreekt", None),
        ("-", "bedrag_ontbreekt", None),
        ("veel", "bedrag_onleesbaar", None),
        ("1.00.000", "bedrag_onleesbaar", None),
        ("1000.000", "bedrag_onleesbaar", None),
        ("1,2,3", "bedrag_onleesbaar", None),
        ("12,3456", "bedrag_onleesbaar", None),
        ("--3", "bedrag_onleesbaar", None),
        ("1e6", "bedrag_onleesbaar", None),
        ("٣", "bedrag_onleesbaar", None),
        ("9" * 16, "bedrag_te_groot", None),
    ],
)
def test_what_is_not_clear_is_asked_back(tekst, code, bedoeld):
    with pytest.raises(Refused) as refused:
        read_bedrag(tekst)
    assert refused.value.code == code
    assert refused.value.params.get("bedoeld") == bedoeld


@pytest.mark.parametrize(("tekst", "minuten"), [("29", 1740), ("7,5", 450), ("0,25", 15), ("1.250", 75_000)])
def test_hours_as_people_type_them(tekst, minuten):
    assert read_uren(tekst) == minuten


@pytest.mark.parametrize("tekst", ["", "-1", "7.5", "zeven", "0,01", "9" * 12])
def test_hours_that_are_no_hours(tekst):
    with pytest.raises(Refused) as refused:
        read_uren(tekst)
    assert refused.value.code == "uren_onleesbaar"
