"""Periods, ages, and rows of the published tables."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest

from koers.domain.perioden import Periode, age_on
from koers.domain.spells import TABELLEN, Spell
from koers.domain.tabelvorm import CelOngeldig, Kolomsoort, RijOngeldig, read_cell, read_row, read_rows

SPELLS = TABELLEN["spells"]
GOED = {
    "jeugdige": "17",
    "geboortemaand": "2010-03",
    "geslacht": "V",
    "gemeente": "GM1731",
    "route": "toegang",
    "niveau": "5",
    "product": "",
    "aanbieder": "99000001",
    "begindatum": "2024-02-29",
    "einddatum": "",
    "vastgelegd_at": "2024-03-01 09:30",
}


def test_the_last_day_belongs_to_a_period_and_the_day_after_does_not():
    period = Periode.from_inclusive(date(2024, 2, 1), date(2024, 2, 29))
    assert period.contains(date(2024, 2, 29))
    assert not period.contains(date(2024, 3, 1))
    assert period.einddatum == date(2024, 2, 29)


def test_periods_that_follow_on_each_other_do_not_overlap():
    before = Periode.from_inclusive(date(2024, 1, 1), date(2024, 1, 31))
    after = Periode.from_inclusive(date(2024, 2, 1), None)
    assert not before.overlaps(after)
    assert after.overlaps(Periode.from_inclusive(date(2024, 1, 31), date(2024, 2, 1)))
    assert Periode.from_inclusive(date(2024, 2, 1), date(2024, 1, 31)).is_empty


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2006-01", date(2023, 12, 31), 17),
        ("2006-01", date(2024, 1, 1), 18),
        ("2004-02", date(2022, 2, 1), 18),  # perhaps born on 29 February: still the first of the month
        ("2004-02", date(2022, 1, 31), 17),
        ("2024-05", date(2024, 4, 30), -1),
        ("2024-05", date(2024, 5, 1), 0),
    ],
)
def test_a_year_older_on_the_first_of_the_month(born, day, age):
    assert age_on(born, day) == age


def test_text_as_in_a_file_becomes_a_row():
    assert read_row(SPELLS, 2, GOED) == Spell(
        "17",
        "2010-03",
        "V",
        "GM1731",
        "toegang",
        5,
        None,
        "99000001",
        date(2024, 2, 29),
        None,
        datetime(2024, 3, 1, 9, 30, tzinfo=UTC),
    )


# What is changed in a good row, the column that is named, and why.
WRONG = [
    ({"jeugdige": " "}, "jeugdige", "rij_leeg"),
    ({"geboortemaand": "2010-03-04"}, "geboortemaand", "rij_geen_maand"),
    ({"geboortemaand": date(2010, 3, 1)}, "geboortemaand", "rij_geen_maand"),
    ({"geslacht": "X"}, "geslacht", "rij_niet_in_lijst"),
    ({"niveau": "9"}, "niveau", "rij_niet_in_lijst"),
    ({"niveau": "5,0"}, "niveau", "rij_geen_getal"),
    ({"begindatum": "29-02-2024"}, "begindatum", "rij_geen_datum"),
    ({"begindatum": "2023-02-29"}, "begindatum", "rij_geen_datum"),
    ({"einddatum": "2024-02-28"}, "einddatum", "rij_volgorde"),
    ({"vastgelegd_at": "gisteren"}, "vastgelegd_at", "rij_geen_moment"),
    ({"bsn": "999990019"}, "bsn", "rij_kolom_onbekend"),
]


@pytest.mark.parametrize(("change", "column", "code"), WRONG)
def test_a_row_that_does_not_fit_says_where_and_why(change, column, code):
    good, found = read_rows(SPELLS, [GOED, GOED | change], eerste_rij=2)
    assert len(good) == 1
    assert [(v.rijnummer, v.kolom, v.code) for v in found] == [(3, column, code)]


def test_all_reasons_of_a_row_are_told_at_once():
    with pytest.raises(RijOngeldig) as fout:
        read_row(SPELLS, 7, GOED | {"niveau": "hoog", "route": "achterdeur"})
    assert [v.kolom for v in fout.value.vondsten] == ["niveau", "route"]


@pytest.mark.parametrize(
    ("raw", "value"), [("ja", True), ("Nee", False), (1, True), (0, False), (True, True)]
)
def test_yes_and_no_in_the_ways_that_databases_and_people_write_it(raw, value):
    assert read_cell(TABELLEN["ervaringen"].kolom("passend"), raw) is value


def test_a_moment_in_another_zone_is_kept_in_utc():
    cell = read_cell(SPELLS.kolom("vastgelegd_at"), "2024-07-01T12:00:00+02:00")
    assert cell == datetime(2024, 7, 1, 10, tzinfo=UTC)


def test_the_population_has_no_negative_numbers():
    with pytest.raises(CelOngeldig, match="rij_te_klein"):
        read_cell(TABELLEN["bevolking"].kolom("aantal"), "-1")


@pytest.mark.parametrize("tabel", TABELLEN.values(), ids=lambda tabel: tabel.naam)
def test_every_table_says_what_it_holds(tabel):
    assert tabel.rij.__doc__
    assert all(kolom.nl and kolom.en for kolom in tabel.kolommen)
    assert tabel.kolom(tabel.dagkolom).soort in (Kolomsoort.DATUM, Kolomsoort.MAAND, Kolomsoort.GETAL)
    assert tabel.namen == tuple(f.name for f in fields(tabel.rij))


def test_the_spell_table_is_the_published_one():
    assert SPELLS.namen == tuple(GOED)


def test_no_table_holds_who_somebody_is():
    forbidden = ("bsn", "naam", "adres", "postcode", "geboortedatum", "telefoon", "email")
    names = {naam for tabel in TABELLEN.values() for naam in tabel.namen}
    assert not [naam for naam in names if any(word in naam for word in forbidden)]
