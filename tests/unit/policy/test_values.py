"""Dates as precise as the source, and texts in two languages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koers.policy import Tekst, Tijdstip


@pytest.mark.parametrize(
    ("text", "precisie", "vanaf", "tot_en_met", "nl", "en"),
    [
        ("2021-05-07", "dag", date(2021, 5, 7), date(2021, 5, 7), "7 mei 2021", "7 May 2021"),
        ("2018-02", "maand", date(2018, 2, 1), date(2018, 2, 28), "februari 2018", "February 2018"),
        ("2020-12", "maand", date(2020, 12, 1), date(2020, 12, 31), "december 2020", "December 2020"),
        ("2013", "jaar", date(2013, 1, 1), date(2013, 12, 31), "2013", "2013"),
        ("voorjaar 2018", "seizoen", date(2018, 3, 1), date(2018, 5, 31), "voorjaar 2018", "spring 2018"),
        ("zomer 2020", "seizoen", date(2020, 6, 1), date(2020, 8, 31), "zomer 2020", "summer 2020"),
        ("najaar 2015", "seizoen", date(2015, 9, 1), date(2015, 11, 30), "najaar 2015", "autumn 2015"),
        (
            "na september 2018",
            "na_maand",
            date(2018, 10, 1),
            None,
            "na september 2018",
            "after September 2018",
        ),
        ("na december 2018", "na_maand", date(2019, 1, 1), None, "na december 2018", "after December 2018"),
    ],
)
def test_a_date_is_no_more_precise_than_its_source(text, precisie, vanaf, tot_en_met, nl, en):
    moment = Tijdstip.lees(text)
    assert (moment.precisie, moment.vanaf, moment.tot_en_met) == (precisie, vanaf, tot_en_met)
    assert moment.in_taal("nl") == nl
    assert moment.in_taal("en-gb") == en


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018-13",
        "2018-02-30",
        "0000",
        "winter 2018",
        "na 2018",
        "13",
        "20180501",
        "najaar",
        "2018-2",
        "na december 9999",
        "２０１８",
        "2018-02-01T00:00",
    ],
)
def test_other_writing_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError will do, the decoder catches that
        Tijdstip.lees(text)


@settings(max_examples=50)
@given(st.one_of(st.text(max_size=20), st.from_regex(r"(na |zomer )?[a-z]{0,9} ?[0-9]{4}(-[0-9]{2}){0,2}")))
def test_whatever_is_typed_gives_a_period_or_a_value_error(text):
    try:
        moment = Tijdstip.lees(text)
    except ValueError:
        return
    assert moment.tot_en_met is None or moment.vanaf <= moment.tot_en_met
    assert str(moment.vanaf.year) in moment.in_taal("nl") or moment.precisie == "na_maand"


@pytest.mark.parametrize("taal", ["nl", "nl-nl", "de", "", None])
def test_dutch_is_the_language_of_whoever_asks_for_nothing_else(taal):
    assert Tekst("ja", "yes").in_taal(taal) == str(Tekst("ja", "yes")) == "ja"


def test_english_for_who_asks():
    assert Tekst("ja", "yes").in_taal("EN") == "yes"
