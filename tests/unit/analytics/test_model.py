"""Definitions of measures: windows, values, targets, and sentences for who writes one wrongly."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from koers.analytics.measures import definition, measures, with_targets
from koers.analytics.model import (
    Aandeel,
    Doelpunt,
    Gebeurtenissen,
    Heropname,
    Inwoners,
    Leeftijd,
    MaatOngeldig,
    Selectie,
    Stand,
    Uitkomst,
    Uniek,
    Verandering,
    Voorwaarde,
    Wachttijd,
    dimensions,
    is_provisional,
    load_definitions,
    load_measure,
    target_on,
    value,
    windows,
    within,
)
from koers.policy import beleid

ALLE = (Selectie("spells"),)


def test_windows_cover_their_years_without_gap_or_overlap():
    for per, number in (("jaar", 2), ("kwartaal", 8), ("maand", 24)):
        found = windows(per, 2023, 2024)
        assert len(found) == number
        assert found[0].begindatum == date(2023, 1, 1)
        assert found[-1].tot_datum == date(2025, 1, 1)
        assert all(a.tot_datum == b.begindatum for a, b in pairwise(found))


def test_the_same_quarter_of_another_year():
    last = windows("kwartaal", 2024, 2024)[3]
    assert last.in_year(2020) == windows("kwartaal", 2020, 2020)[3]
    assert last.naam == "2024-K4"


@pytest.mark.parametrize(
    ("maat", "teller", "noemer", "figure"),
    [
        (Uniek(ALLE), 12, None, Fraction(12)),
        (Aandeel(Uniek(ALLE), Inwoners(0, 18)), 1, 3, Fraction(100, 3)),
        (Aandeel(Uniek(ALLE), Inwoners(0, 18)), 1, 0, None),
        (Heropname(ALLE), 2, 8, Fraction(25)),
        (Wachttijd("lichte_hulp", "vraagdatum", "begindatum"), 45, 2, Fraction(45, 2)),
        (Wachttijd("lichte_hulp", "vraagdatum", "begindatum", grens_dagen=28), 1, 4, Fraction(25)),
        (Verandering(Uniek(ALLE), 2022), 9, 12, Fraction(-25)),
        (Verandering(Uniek(ALLE)), 9, None, None),
    ],
)
def test_the_figure_is_exact(maat, teller, noemer, figure):
    assert value(maat, Uitkomst("2024", (), teller, noemer)) == figure


def test_a_window_is_provisional_until_its_last_day_and_the_wait_are_over():
    year = windows("jaar", 2024, 2024)[0]
    assert is_provisional(Uniek(ALLE), year, date(2024, 12, 30))
    assert not is_provisional(Uniek(ALLE), year, date(2024, 12, 31))
    assert is_provisional(Heropname(ALLE, binnen_dagen=365), year, date(2025, 12, 30))
    assert not is_provisional(Heropname(ALLE, binnen_dagen=365), year, date(2025, 12, 31))


def test_a_target_path_is_straight_and_ends_with_its_target():
    path = (Doelpunt(date(2024, 1, 1), Decimal("9.5")), Doelpunt(date(2026, 12, 31), Decimal("7.0")))
    assert target_on(path, date(2024, 1, 1)) == Decimal("9.5")
    assert target_on(path, date(2026, 12, 31)) == Decimal("7.0")
    assert Decimal("8.2") < target_on(path, date(2025, 7, 2)) < Decimal("8.3")
    assert target_on(path, date(2027, 1, 1)) is None
    assert target_on(path[1:], date(2026, 12, 31)) == Decimal("7.0")


def test_every_indicator_but_the_saving_can_be_computed():
    assert {i.id for i in beleid().indicatoren.values()} - set(measures()) == {"besparing"}
    assert set(measures()) <= {i.id for i in beleid().indicatoren.values()}


def test_unit_and_direction_are_those_of_the_policy_file():
    for naam, readings in measures().items():
        indicator = beleid().indicatoren[naam]
        for definitie in readings.values():
            assert (definitie.eenheid, definitie.richting) == (indicator.eenheid, indicator.richting)


def test_the_share_of_specialised_care_has_its_readings():
    share = definition("aandeel-specialistisch")
    assert share.lezing == "in-de-periode"
    assert isinstance(share.maat.teller, Uniek)
    assert share.maat.noemer == Inwoners(0, 18)
    assert isinstance(definition("aandeel-specialistisch", "stand-31-december").maat.teller, Stand)
    assert len({d.versie for d in measures()["aandeel-specialistisch"].values()}) == 3


def test_both_target_dates_of_the_source_stand_side_by_side():
    indicator = beleid().indicatoren["aandeel-specialistisch"]
    paths = with_targets(definition(indicator.id), indicator).doelpaden
    assert [path[-1] for path in paths] == [
        Doelpunt(date(2026, 12, 31), Decimal("7.0")),
        Doelpunt(date(2027, 12, 31), Decimal("7.0")),
    ]


def test_the_version_changes_with_the_way_of_counting_and_not_with_the_name():
    one = definition("aandeel-specialistisch")
    assert replace(one, naam_nl="Anders genoemd").versie == one.versie
    assert replace(one, maat=Uniek(ALLE)).versie != one.versie


def test_a_region_counts_its_municipalities_together():
    here = Voorwaarde("gemeente", ("GM1731", "GM0106"))
    share = within(definition("aandeel-specialistisch").maat, here.een_van)
    assert all(here in s.waar for s in share.teller.uit)
    assert here in share.noemer.waar
    assert here in within(Gebeurtenissen("ervaringen"), here.een_van).waar


def test_groups_are_those_that_all_tables_share():
    assert "niveau" in dimensions(Uniek(ALLE))
    both = Uniek((Selectie("spells"), Selectie("lichte_hulp")))
    assert dimensions(both) == {"gemeente", "leeftijd"}


# A wrong measure, and a piece of the sentence about it.
WRONG = [
    ({"soort": "gemiddelde"}, "Kies uit: stand"),
    ({"soort": "uniek"}, "ontbreekt: uit"),
    ({"soort": "uniek", "uit": "spells"}, "{tabel: spells}"),
    ({"soort": "uniek", "uit": {"tabel": "spels"}}, "bestaat niet"),
    ({"soort": "uniek", "uit": {"tabel": "spells", "waar": {"nivo": 4}}}, "geen kolom 'nivo'"),
    ({"soort": "uniek", "uit": {"tabel": "spells", "waar": {"niveau": [9]}}}, "'9' kan niet"),
    ({"soort": "uniek", "uit": {"tabel": "spells", "waar": {"niveau": "4"}}}, "'4' kan niet"),
    ({"soort": "uniek", "uit": {"tabel": "verwijzingen"}}, "geen looptijd"),
    ({"soort": "uniek", "uit": {"tabel": "bevolking"}}, "gaat niet over jeugdigen"),
    ({"soort": "uniek", "uit": []}, "ten minste één tabel"),
    ({"soort": "uniek", "uit": {"tabel": "spells"}, "leeftijd": "0-18"}, "Schrijf een leeftijd zo"),
    ({"soort": "uniek", "uit": {"tabel": "spells"}, "leeftijd": {"van": -1}}, "geheel getal"),
    ({"soort": "stroom", "uit": {"tabel": "spells"}, "richting": "weg"}, "Kies uit: in, uit"),
    ({"soort": "stroom", "uit": {"tabel": "spells"}, "pauze": 3}, "hoort niet bij een maat van soort stroom"),
    ({"soort": "heropname", "uit": {"tabel": "spells"}, "binnen_dagen": "een jaar"}, "geheel getal"),
    (
        {"soort": "wachttijd", "tabel": "lichte_hulp", "van": "vraagdatum", "tot": "uitkomst"},
        "geen kolom met",
    ),
    ({"soort": "gebeurtenissen", "tabel": "declaraties", "som": "maand"}, "geen kolom met"),
    ({"soort": "gebeurtenissen", "tabel": "declaraties", "leeftijd": {"van": 0}}, "kent geen leeftijd"),
    ({"soort": "gebeurtenissen", "tabel": "bevolking"}, "de soort 'bevolking'"),
    (
        {"soort": "aandeel", "teller": {"soort": "heropname", "uit": {"tabel": "spells"}}},
        "moet een telling zijn",
    ),
]


@pytest.mark.parametrize(("blok", "piece"), WRONG, ids=[piece for _, piece in WRONG])
def test_a_wrong_definition_gets_a_sentence(blok, piece):
    with pytest.raises(MaatOngeldig) as fout:
        load_measure(blok)
    assert piece in str(fout.value)


def test_the_sentence_names_the_indicator_and_the_reading():
    blok = {
        "indicator": "proef",
        "eenheid": "aantal",
        "standaard": "een",
        "groepeer": ["postcode"],
        "lezingen": {
            "een": {"naam": {"nl": "Een", "en": "One"}, "soort": "uniek", "uit": {"tabel": "spells"}}
        },
    }
    with pytest.raises(MaatOngeldig, match="proef, lezing een: Groeperen naar 'postcode' kan niet"):
        load_definitions(blok)
    with pytest.raises(MaatOngeldig, match="een van de lezingen"):
        load_definitions(blok | {"standaard": "twee"})


def test_a_good_definition_is_read_as_it_stands():
    maat = load_measure(
        {
            "soort": "stroom",
            "uit": [{"tabel": "spells", "waar": {"niveau": [4, 5]}}],
            "richting": "uit",
            "pauze_dagen": 30,
            "leeftijd": {"van": 0, "tot_en_met": 18},
        }
    )
    assert maat.uit == (Selectie("spells", (Voorwaarde("niveau", (4, 5)),)),)
    assert (maat.richting, maat.pauze_dagen, maat.leeftijd) == ("uit", 30, Leeftijd(0, 18))
