"""The engine that is read, against counts made by hand on small histories."""

from datetime import UTC, date, datetime

import pytest

from koers.analytics.engines import engine
from koers.analytics.engines.in_memory import compute
from koers.analytics.measures import definition
from koers.analytics.model import (
    Combinatie,
    Gebeurtenissen,
    Heropname,
    Leeftijd,
    MaatOngeldig,
    Selectie,
    Stand,
    Stroom,
    Uitkomst,
    Uniek,
    Voorwaarde,
    Wachttijd,
    windows,
)
from koers.domain.spells import Bevolking, GedeclareerdeKosten, LichteHulp, Spell, VoorliggendGebruik

T = datetime(2025, 1, 1, tzinfo=UTC)
ALLE = (Selectie("spells"),)
Y2024 = windows("jaar", 2024, 2024)


def help_(jeugdige, begin, eind, *, gemeente="GM1731", niveau=5, born="2010-06"):
    day = date.fromisoformat
    return Spell(jeugdige, born, "V", gemeente, None, niveau, None, None, day(begin), eind and day(eind), T)


def count(maat, *spells, vensters=Y2024, groepeer=(), **tables):
    found = compute(maat, {"spells": spells} | tables, vensters, groepeer)
    return {(u.periode, *u.groep): u.teller if u.noemer is None else (u.teller, u.noemer) for u in found}


def test_who_stops_on_the_last_day_is_still_in_stock_that_day():
    stops, gone = help_("a", "2024-01-01", "2024-12-31"), help_("b", "2024-01-01", "2024-12-30")
    assert count(Stand(ALLE), stops, gone) == {("2024",): 1}


def test_two_trajectories_are_one_young_person():
    two = help_("a", "2024-01-01", None), help_("a", "2024-03-01", None)
    assert count(Uniek(ALLE), *two) == {("2024",): 1}
    assert count(Stand(ALLE, "trajecten"), *two) == {("2024",): 2}


def test_who_moves_counts_in_both_municipalities_and_once_together():
    moved = (
        help_("a", "2024-01-01", "2024-05-31"),
        help_("a", "2024-06-01", None, gemeente="GM0106"),
    )
    assert count(Uniek(ALLE), *moved) == {("2024",): 1}
    assert count(Uniek(ALLE), *moved, groepeer=("gemeente",)) == {
        ("2024", "GM0106"): 1,
        ("2024", "GM1731"): 1,
    }
    assert count(Stroom(ALLE, "uit"), *moved) == {}
    assert count(Stroom(ALLE, "uit"), *moved, groepeer=("gemeente",)) == {("2024", "GM1731"): 1}


def test_a_change_of_level_on_the_same_day_is_no_outflow():
    change = help_("a", "2023-01-01", "2024-05-31"), help_("a", "2024-05-31", None, niveau=7)
    assert count(Stroom(ALLE, "uit"), *change) == {}
    assert count(Stroom(ALLE, "uit"), *change, groepeer=("niveau",)) == {("2024", 5): 1}


def test_outflow_is_on_the_first_day_without_help():
    last_day_of_the_year = help_("a", "2024-01-01", "2024-12-31")
    two_years = windows("jaar", 2024, 2025)
    assert count(Stroom(ALLE, "uit"), last_day_of_the_year, vensters=two_years) == {("2025",): 1}


@pytest.mark.parametrize(("pause", "times"), [(9, 1), (10, 0)])
def test_a_pause_is_no_outflow(pause, times):
    ten_days_without = help_("a", "2024-01-01", "2024-03-31"), help_("a", "2024-04-11", None)
    found = count(Stroom(ALLE, "uit", pauze_dagen=pause), *ten_days_without)
    assert found.get(("2024",), 0) == times


@pytest.mark.parametrize(("days", "again"), [(10, 0), (11, 1)])
def test_re_entry_counts_from_the_last_day_of_help(days, again):
    eleven_days_later = help_("a", "2024-01-01", "2024-03-31"), help_("a", "2024-04-11", None)
    assert count(Heropname(ALLE, binnen_dagen=days), *eleven_days_later) == {("2024",): (again, 1)}


def test_short_help_within_long_help_is_one_stay():
    nested = help_("a", "2024-01-01", "2024-12-01"), help_("a", "2024-02-01", "2024-02-10")
    third = help_("a", "2024-06-01", "2024-06-30")
    assert count(Stroom(ALLE, "in"), *nested, third) == {("2024",): 1}


def test_help_without_a_day_does_not_count():
    never = help_("a", "2024-05-02", "2024-05-01")
    assert count(Uniek(ALLE), never) == count(Stroom(ALLE), never) == {}


def test_turning_nineteen_during_the_year_depends_on_the_day_that_counts():
    turns_19_in_june = help_("a", "2024-01-01", None, born="2005-06")
    january, day = Leeftijd(0, 18, "1_januari"), Leeftijd(0, 18, "dag")
    assert count(Uniek(ALLE, january), turns_19_in_june) == {("2024",): 1}
    assert count(Stand(ALLE, leeftijd=january), turns_19_in_june) == {("2024",): 1}
    assert count(Stand(ALLE, leeftijd=day), turns_19_in_june) == {}


def test_an_unknown_age_counts_only_where_age_does_not_matter():
    unknown = help_("a", "2024-01-01", None, born=None)
    assert count(Uniek(ALLE), unknown) == {("2024",): 1}
    assert count(Uniek(ALLE, Leeftijd(0, 18)), unknown) == {}
    assert count(Uniek(ALLE), unknown, groepeer=("leeftijd",)) == {("2024", None): 1}


@pytest.mark.parametrize(
    ("verband", "begin", "eind", "together"),
    [
        ("zelfde_dag", "2024-04-01", "2024-05-01", 1),
        ("zelfde_dag", "2024-05-02", None, 0),
        ("zelfde_periode", "2024-05-02", None, 1),
        ("zelfde_periode", "2025-01-01", None, 0),
        ("vooraf", "2023-06-01", "2023-12-31", 1),
        ("vooraf", "2022-01-01", "2022-12-31", 0),
        ("vooraf", "2024-03-01", None, 0),
    ],
)
def test_specialised_help_beside_or_after_something_light(verband, begin, eind, together):
    use = VoorliggendGebruik(
        "a", "2010-06", "GM1731", "cursus", date.fromisoformat(begin), eind and date.fromisoformat(eind), T
    )
    maat = Combinatie(ALLE, (Selectie("voorliggend"),), verband)
    heavy = help_("a", "2024-03-01", "2024-05-01")
    assert count(maat, heavy, voorliggend=[use]) == {("2024",): (together, 1)}


def light(vraag, begin):
    return LichteHulp(
        "a",
        "2010-06",
        "GM1731",
        "poh_jeugd",
        None,
        date(2024, 1, vraag),
        begin and date(2024, 2, begin),
        None,
        None,
        T,
    )


def test_a_question_without_a_conversation_waited_too_long():
    rows = [light(4, 1), light(4, 2), light(3, 1), light(31, None)]  # 28, 29, 29 days, none
    maat = Wachttijd("lichte_hulp", "vraagdatum", "begindatum", grens_dagen=28)
    assert count(maat, lichte_hulp=rows) == {("2024",): (1, 4)}


def test_waits_have_a_sum_a_number_and_a_median_that_somebody_had():
    rows = [light(4, 1), light(4, 2), light(1, 10), light(31, None), light(31, 1)]  # 28, 29, 40, none, 1
    maat = Wachttijd("lichte_hulp", "vraagdatum", "begindatum", cohort="tot")
    assert compute(maat, {"lichte_hulp": rows}, Y2024) == (Uitkomst("2024", (), 98, 4, 28),)


def test_declared_cents_are_summed_with_their_credits():
    rows = [
        GedeclareerdeKosten("a", "GM1731", maand, cents, None, None, None, team, None, None, T)
        for maand, cents, team in (
            ("2024-01", 500, "team_jeugd"),
            ("2024-12", -200, None),
            ("2025-01", 9, None),
        )
    ]
    assert count(Gebeurtenissen("declaraties", som="bedrag_cent"), declaraties=rows) == {("2024",): 300}
    team = Gebeurtenissen("declaraties", (Voorwaarde("team", ("team_jeugd",)),), som="bedrag_cent")
    assert count(team, declaraties=rows) == {("2024",): 500}


def test_the_share_of_specialised_care_in_both_readings():
    people = [Bevolking("GM1731", age, 2024, 10) for age in range(23)]
    spells = [
        help_("a", "2023-05-01", "2024-01-01"),  # had help on one day of the year
        help_("b", "2024-06-01", None),
        help_("c", "2024-06-01", None, niveau=3),  # freely accessible
        help_("d", "2024-06-01", None, born="2005-01"),  # 19 on 1 January
        help_("e", "2024-06-01", None, born="2024-03"),  # born this year
    ]
    whole = {"bevolking": people, "groepeer": ("gemeente",)}
    assert count(definition("aandeel-specialistisch").maat, *spells, **whole) == {
        ("2024", "GM1731"): (2, 190)
    }
    stock = definition("aandeel-specialistisch", "stand-31-december").maat
    assert count(stock, *spells, **whole) == {("2024", "GM1731"): (1, 190)}


def test_a_group_that_does_not_exist_is_refused():
    with pytest.raises(MaatOngeldig, match="Groeperen naar 'wie' kan niet"):
        count(Uniek(ALLE), groepeer=("wie",))


def test_there_are_two_engines():
    assert engine("in_memory").compute is compute
    with pytest.raises(ValueError, match="no engine"):
        engine("excel")
