"""Numbers in tables: read only when there is one reading, never guessed, never zero."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.aanlevering import Waarde
from koers.domain.grootheden import GROOTHEDEN, Status
from koers.exchange.tabellen import getallen
from koers.exchange.tabellen.getallen import Formule, NietGelezen, Teken, decimal_sign, read_cell, readings

AANTAL, PROCENT = GROOTHEDEN["inwoners"], GROOTHEDEN["jeugdzorg_in_natura"]
KLASSE = GROOTHEDEN["stedelijkheid"]
NBSP, SMAL = "\u00a0", "\u202f"


def published(getal: str) -> Waarde:
    return Waarde(Decimal(getal), Status.GEPUBLICEERD)


# (cells of the table, quantity, what the first cell is). A str: the code of a refusal.
VOORBEELDEN = [
    (["11,3"], PROCENT, published("11.3")),
    (["11.3"], PROCENT, published("11.3")),
    (["11,3%"], PROCENT, published("11.3")),
    (["0"], PROCENT, published("0")),
    (["25.399"], AANTAL, published("25399")),
    (["25,399"], AANTAL, published("25399")),
    (["25 399"], AANTAL, published("25399")),
    ([f"25{NBSP}399"], AANTAL, published("25399")),
    ([f"1{SMAL}025{SMAL}399"], AANTAL, published("1025399")),
    (["25'399"], AANTAL, published("25399")),
    (["25399,0"], AANTAL, published("25399")),
    (["1.025.399"], AANTAL, published("1025399")),
    (["7.000"], AANTAL, "getal_dubbelzinnig"),
    (["7.000", "25.399"], AANTAL, published("7000")),
    (["7.000", "1.5"], AANTAL, "getal_dubbelzinnig"),
    (["7,000", "1.5"], AANTAL, published("7000")),
    (["0.500", "1.5"], GROOTHEDEN["bijstand_per_1000"], published("0.5")),
    (["0.500"], AANTAL, "geen_heel_getal"),
    (["7.0", "1.5"], AANTAL, published("7")),
    (["11.300"], PROCENT, published("11.3")),
    (["5.000"], KLASSE, published("5")),
    (["1.234,5"], AANTAL, "geen_heel_getal"),
    (["12.5", "1,5"], AANTAL, "geen_heel_getal"),
    (["7.000", "1,5", "1.5"], AANTAL, "getal_dubbelzinnig"),
    (["25.39"], AANTAL, "geen_heel_getal"),
    (["12,34.5"], AANTAL, "geen_getal"),
    (["1.23.456"], AANTAL, "geen_getal"),
    (["1E5"], AANTAL, "geen_getal"),
    (["twaalf"], AANTAL, "geen_getal"),
    (["=A1"], AANTAL, "geen_getal"),
    (["١٢"], AANTAL, "geen_getal"),
    (["-5"], AANTAL, "buiten_grenzen"),
    (["−5"], AANTAL, "buiten_grenzen"),
    (["100,1"], PROCENT, "buiten_grenzen"),
    (["6"], KLASSE, "buiten_grenzen"),
    (["99999999999999999"], AANTAL, "geen_getal"),
    (["."], AANTAL, Waarde(None, Status.NIET_VRIJGEGEVEN)),
    (["      ."], AANTAL, Waarde(None, Status.NIET_VRIJGEGEVEN)),
    (["^"], AANTAL, Waarde(None, Status.NIET_VRIJGEGEVEN)),
    (["x"], AANTAL, Waarde(None, Status.AFGESCHERMD)),
    (["X"], PROCENT, Waarde(None, Status.AFGESCHERMD)),
    (["-"], AANTAL, Waarde(None, Status.ONTBREEKT)),
    (["–"], AANTAL, Waarde(None, Status.ONTBREEKT)),
    ([""], PROCENT, Waarde(None, Status.ONTBREEKT)),
    ([None], PROCENT, Waarde(None, Status.ONTBREEKT)),
    (["NaN"], PROCENT, Waarde(None, Status.ONTBREEKT)),
    (["11,3*"], PROCENT, Waarde(Decimal("11.3"), Status.VOORLOPIG)),
    (["11,3 **"], PROCENT, Waarde(Decimal("11.3"), Status.VOORLOPIG)),
    ([Decimal("25399")], AANTAL, published("25399")),
    ([Decimal("25.399")], AANTAL, "geen_heel_getal"),
    ([Decimal("11.299999999999999")], PROCENT, published("11.3")),
    ([Decimal("1E+400")], AANTAL, "buiten_grenzen"),
    ([Formule("=B2*2")], AANTAL, "formule"),
]


def wrong(read: Callable, sign: Callable) -> list[str]:
    """The examples that a reader gets wrong."""
    found = []
    for cellen, grootheid, expected in VOORBEELDEN:
        got = read(cellen[0], grootheid, sign((cel, grootheid) for cel in cellen))
        if isinstance(got, NietGelezen):
            got = got.code
        if got != expected:
            found.append(f"{cellen} is {got}, not {expected}")
    return found


def test_every_example_is_read_as_meant():
    assert wrong(read_cell, decimal_sign) == []


def _point_is_zero(cel, grootheid, teken):
    return published("0") if getallen.plain(cel) == "." else read_cell(cel, grootheid, teken)


def _empty_is_zero(cel, grootheid, teken):
    return published("0") if not getallen.plain(cel) else read_cell(cel, grootheid, teken)


def _secret_is_missing(cel, grootheid, teken):
    found = read_cell(cel, grootheid, teken)
    return Waarde(None, Status.ONTBREEKT) if getattr(found, "getal", 1) is None else found


def _asterisk_forgotten(cel, grootheid, teken):
    found = read_cell(cel, grootheid, teken)
    return published(str(found.getal)) if getattr(found, "status", "") == Status.VOORLOPIG else found


def _guesses(cel, grootheid, teken):
    return read_cell(cel, grootheid, teken or Teken.KOMMA)


def _without_bounds(cel, grootheid, teken):
    found = read_cell(cel, grootheid, teken)
    too_far = isinstance(found, NietGelezen) and found.code == "buiten_grenzen"
    return published("100.1") if too_far else found


READERS = [_point_is_zero, _empty_is_zero, _secret_is_missing, _asterisk_forgotten, _guesses, _without_bounds]
SIGNS = {
    "always a comma": lambda cellen: Teken.KOMMA,
    "always a point": lambda cellen: Teken.PUNT,
    "never looks": lambda cellen: None,
}


@pytest.mark.parametrize("planted", READERS, ids=lambda reader: reader.__name__)
def test_a_planted_fault_in_the_reader_is_met(planted):
    assert wrong(planted, decimal_sign)


@pytest.mark.parametrize("planted", SIGNS)
def test_a_planted_fault_in_finding_the_sign_is_met(planted):
    assert wrong(read_cell, SIGNS[planted])


def _written(getal: Decimal, teken: Teken, duizend: str) -> str:
    """As somebody types it, with or without separators of thousands."""
    heel, _, deel = f"{getal:f}".partition(".")
    groepen = f"{int(heel):,}".replace(",", duizend) if duizend else heel
    return groepen + (teken.value + deel if deel else "")


@given(
    st.lists(st.integers(0, 17_500_000), min_size=1, max_size=8),
    st.sampled_from(Teken),
    st.sampled_from(["", " ", NBSP, "'", "other"]),
)
def test_a_column_of_counts_is_read_back_or_refused_but_never_different(getallen_, teken, duizend):
    other = next(een.value for een in Teken if een is not teken)
    cellen = [
        _written(Decimal(getal), teken, other if duizend == "other" else duizend) for getal in getallen_
    ]
    sign = decimal_sign((cel, AANTAL) for cel in cellen)
    for cel, getal in zip(cellen, getallen_, strict=True):
        found = read_cell(cel, AANTAL, sign)
        if isinstance(found, Waarde):
            assert found.getal == getal
        else:
            assert found.code == "getal_dubbelzinnig"
            assert getal % 1000 == 0


@given(
    st.lists(st.decimals(0, 100, places=1), min_size=1, max_size=8).filter(
        lambda getallen_: any(getal % 1 for getal in getallen_)
    ),
    st.sampled_from(Teken),
)
def test_a_column_of_shares_is_read_back_exactly(getallen_, teken):
    cellen = [_written(getal, teken, "") for getal in getallen_]
    sign = decimal_sign((cel, PROCENT) for cel in cellen)
    assert [read_cell(cel, PROCENT, sign) for cel in cellen] == [published(str(getal)) for getal in getallen_]


@given(st.text(max_size=12), st.sampled_from([*Teken, None]))
def test_whatever_stands_in_a_cell_gives_a_value_that_can_be_or_a_refusal(tekst, teken):
    found = read_cell(tekst, PROCENT, teken)
    if isinstance(found, Waarde) and found.getal is not None:
        assert 0 <= found.getal <= 100
        assert any(letter.isdecimal() for letter in tekst)


@given(st.text("0123456789.,' -+", max_size=14))
def test_the_readings_of_a_text_use_all_its_digits_in_order(tekst):
    digits = "".join(letter for letter in tekst if letter.isdecimal()).lstrip("0")
    for getal in readings(tekst).values():
        assert "".join(letter for letter in f"{abs(getal):f}" if letter.isdecimal()).strip(
            "0"
        ) == digits.strip("0")
