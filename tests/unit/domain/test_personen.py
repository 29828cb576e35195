"""BSN, ages and what can be wrong with a person as told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.bsn import is_bsn, plain_bsn
from koers.domain.personen import NieuwPersoon, check_persoon, leeftijd

TODAY = date(2026, 3, 3)


def test_the_test_range_holds_9091_valid_numbers():
    assert sum(is_bsn(str(n)) for n in range(999900000, 1000000000 - 9)) == 9091


def test_the_published_example_passes_and_its_neighbour_does_not():
    assert is_bsn("123456782")
    assert not is_bsn("123456783")


@pytest.mark.parametrize(
    "wrong", ["", "000000000", "12345678", "1234567820", "١٢٣٤٥٦٧٨٢", "12345678a", "¹²³⁴⁵⁶⁷⁸²"]
)
def test_what_is_no_bsn_is_refused(wrong):
    assert not is_bsn(wrong)


@given(st.integers(10, 999999999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number, place, shift):
    bsn = str(number).zfill(9)
    wrong = bsn[:place] + str((int(bsn[place]) + shift) % 10) + bsn[place + 1 :]
    assert not (is_bsn(bsn) and is_bsn(wrong))


def test_people_write_points_and_spaces():
    assert plain_bsn("1234.56.782") == plain_bsn(" 1234 56 782 ") == "123456782"
    assert plain_bsn("12345672") == "012345672"


@pytest.mark.parametrize(
    ("geboren", "op", "jaren"),
    [
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2008, 3, 3), date(2026, 3, 3), 18),
        (date(2008, 3, 4), date(2026, 3, 3), 17),
    ],
)
def test_a_leap_day_child_turns_on_the_first_of_march(geboren, op, jaren):
    assert leeftijd(geboren, op) == jaren


@pytest.mark.parametrize(
    ("nieuw", "jeugdige", "veld", "code"),
    [
        (NieuwPersoon(" ", geboortedatum=TODAY), True, "achternaam", "achternaam_ontbreekt"),
        (NieuwPersoon("A"), True, "geboortedatum", "geboortedatum_ontbreekt"),
        (
            NieuwPersoon("A", geboortedatum=date(2026, 3, 4)),
            True,
            "geboortedatum",
            "geboortedatum_in_toekomst",
        ),
        (
            NieuwPersoon("A", geboortedatum=date(1900, 1, 1)),
            False,
            "geboortedatum",
            "geboortedatum_te_lang_geleden",
        ),
        (NieuwPersoon("A", geboortedatum=date(2003, 3, 3)), True, "geboortedatum", "te_oud_voor_jeugdhulp"),
        (
            NieuwPersoon("A", geboortedatum=TODAY, bsn="123456783", bsn_status="bekend"),
            True,
            "bsn",
            "bsn_klopt_niet",
        ),
        (NieuwPersoon("A", geboortedatum=TODAY, bsn_status="bekend"), True, "bsn", "bsn_en_reden"),
        (NieuwPersoon("A", geboortedatum=TODAY, bsn="123456782"), True, "bsn", "bsn_en_reden"),
    ],
)
def test_what_is_wrong_is_named_by_field(nieuw, jeugdige, veld, code):
    fouten = check_persoon(nieuw, today=TODAY, jeugdige=jeugdige)
    assert {veld: refused.code for veld, refused in fouten.items()} == {veld: code}


@pytest.mark.parametrize(
    ("nieuw", "jeugdige"),
    [
        (NieuwPersoon("A", geboortedatum=date(2003, 3, 4)), True),
        (NieuwPersoon("A", bsn_status="ongeboren"), True),
        (NieuwPersoon("A"), False),
        (NieuwPersoon("A", geboortedatum=TODAY, bsn="123456782", bsn_status="bekend"), True),
    ],
)
def test_what_is_right_passes(nieuw, jeugdige):
    assert check_persoon(nieuw, today=TODAY, jeugdige=jeugdige) == {}
