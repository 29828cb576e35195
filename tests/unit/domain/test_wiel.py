"""What a round and an answer may be, and what told figures say."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from koers.domain.weigering import Refused
from koers.domain.wiel import (
    NieuweRonde,
    Stelling,
    average,
    check_aantallen,
    check_antwoord,
    check_ronde,
    differences,
    edited,
    mean_of,
)

VANDAAG = date(2026, 11, 30)
STELLINGEN = (
    Stelling("a", "x", "A", "Stelling A", "A", "A"),
    Stelling("b", "x", "B", "Stelling B", "B", "B"),
)


def ronde(**anders):
    return NieuweRonde(
        **{"soort": "wiel", "naam": " na  jaar ", "groepering": "gremium", "laatste_datum": VANDAAG} | anders
    )


def test_a_name_is_trimmed_and_partners_have_their_own_grouping():
    assert check_ronde(ronde(), today=VANDAAG).naam == "na jaar"
    assert check_ronde(ronde(soort="partners"), today=VANDAAG).groepering == "partner"


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"soort": "anders"}, "wiel_soort_onbekend"),
        ({"groepering": "partner"}, "wiel_soort_onbekend"),
        ({"naam": "  "}, "wiel_naam_ontbreekt"),
        ({"laatste_datum": VANDAAG - timedelta(days=1)}, "wiel_dag_voorbij"),
        ({"laatste_datum": VANDAAG + timedelta(days=93)}, "wiel_te_lang"),
    ],
)
def test_a_round_that_cannot_be_is_refused(anders, code):
    with pytest.raises(Refused, match=code):
        check_ronde(ronde(**anders), today=VANDAAG)


def test_an_edited_statement_loses_its_english_and_the_other_keeps_it():
    een, ander = edited(STELLINGEN, {"a": ("A", "Iets anders")})
    assert (een.naam_en, een.tekst, een.tekst_en) == ("A", "Iets anders", "")
    assert ander == STELLINGEN[1]


@pytest.mark.parametrize(
    ("tekst", "code"), [("  ", "wiel_stelling_leeg"), ("stelling b", "wiel_stelling_dubbel")]
)
def test_a_statement_is_not_empty_and_stands_once(tekst, code):
    with pytest.raises(Refused, match=code):
        edited(STELLINGEN, {"a": ("A", tekst)})


def test_links_are_counted_per_known_group():
    assert check_aantallen({"x": 3, "y": 0}, ["x", "y"]) == {"x": 3}
    for wrong, code in [
        ({"z": 1}, "wiel_groep_onbekend"),
        ({"x": 201}, "wiel_te_veel_links"),
        ({"x": -1}, "wiel_te_veel_links"),
        ({"x": 0}, "wiel_geen_links"),
    ]:
        with pytest.raises(Refused, match=code):
            check_aantallen(wrong, ["x", "y"])


def test_an_answer_counts_what_was_known():
    assert check_antwoord({"a": 5, "b": None}, ["a", "b"], 5) == {"a": 5}


def test_a_mean_is_rounded_half_up_and_needs_answers():
    assert average(7, 2) == Decimal("3.5")
    assert average(245, 100) == Decimal("2.5")
    with pytest.raises(ValueError, match="answers"):
        average(0, 0)


def test_a_part_is_told_only_when_all_of_it_is():
    assert mean_of([Decimal(2), Decimal(3)]) == Decimal("2.5")
    assert mean_of([Decimal(2), None]) is None
    assert mean_of([]) is None


def test_differences_name_the_extremes_in_the_order_of_the_wheel():
    scores = {
        ("p", "a"): Decimal("4.0"),
        ("q", "a"): Decimal("3.0"),
        ("r", "a"): None,
        ("p", "b"): Decimal("4.0"),
        ("q", "b"): Decimal("3.1"),
        ("r", "b"): Decimal("3.5"),
        ("p", "c"): Decimal("1.0"),
        ("q", "c"): Decimal("2.0"),
        ("r", "c"): Decimal("5.0"),
    }
    found = differences(scores, ["p", "q", "r"], ["c", "a", "b"], Decimal(1))
    assert [(een.vraag, een.hoog, een.laag) for een in found] == [("c", "r", "p"), ("a", "p", "q")]
