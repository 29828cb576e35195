"""What people type in the search box, and how a name answers."""

from datetime import date
from uuid import UUID

import pytest

from koers.domain.namen import fold_persoon
from koers.domain.zoekvraag import casusnummer, parse
from koers.domain.zoekwoorden import halves, key, one_off, searched, weigh

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "tekst",
    [
        *("3-1-2012", "03-01-2012", "3/1/2012", "3.1.2012", "03 01 2012", "3-1-12", "3/1/'12", "2012-01-03"),
        *("3 jan 2012", "3 januari 2012", "3 jan. '12", "3-jan-2012", "03012012", "030112"),
    ],
)
def test_a_birth_date_is_read_as_people_type_it(tekst):
    vraag = parse(f"elif {tekst}", today=TODAY)
    assert vraag.geboortedatum == date(2012, 1, 3)
    assert [gezocht.woord for gezocht in vraag.naam] == ["elif"]


def test_a_short_year_is_never_in_the_future():
    assert parse("3-1-26", today=TODAY).geboortedatum == date(2026, 1, 3)
    assert parse("3-1-27", today=TODAY).geboortedatum == date(1927, 1, 3)


def test_a_day_that_is_not_there_is_said():
    vraag = parse("30-2-2012", today=TODAY)
    assert (vraag.geboortedatum, vraag.datum_fout) == (None, "30-2-2012")


@pytest.mark.parametrize("tekst", ["999900006", "9999.00.006", "999 900 006", "bsn 999900006"])
def test_a_bsn_is_read_with_dots_and_spaces(tekst):
    assert parse(tekst, today=TODAY).bsn == "999900006"


def test_nine_digits_that_fail_the_elfproef_are_no_bsn():
    vraag = parse("123456789", today=TODAY)
    assert (vraag.bsn, vraag.bsn_fout, vraag.is_leeg) == ("", True, True)


def test_a_casus_number_and_an_address_are_read():
    assert casusnummer(UUID("3f2a91bc" + "0" * 24)) == "C-3F2A-91BC"
    assert parse("c-3f2a-91bc", today=TODAY).casus == "3f2a91bc"
    vraag = parse("Brink 3, 9411 ab", today=TODAY)
    assert (vraag.postcode, vraag.adres, vraag.getallen) == ("9411AB", ("brink", "3"), (3,))


def answers(zoek: str, roepnaam: str, voorvoegsel: str, achternaam: str, voornamen: str = "") -> float:
    gevouwen = fold_persoon(
        roepnaam=roepnaam, voornamen=voornamen, voorvoegsel=voorvoegsel, achternaam=achternaam
    )
    return weigh(searched(zoek), gevouwen)


@pytest.mark.parametrize(
    ("zoek", "naam"),
    [
        ("elif van den berg", ("Elif", "van den", "Berg")),
        ("Berg, van den, Elif", ("Elif", "van den", "Berg")),
        ("Berg", ("Elif", "van den", "Berg")),
        ("v.d. Berg", ("Elif", "van den", "Berg")),
        ("vandenberg elif", ("Elif", "van den", "Berg")),
        ("van den Berg", ("Elif", "", "Vandenberg")),
        ("E. Yilmaz", ("Elif", "", "Yılmaz")),
        ("Dykstra", ("Sietse", "", "Dijkstra")),
        ("Vries-de Boer", ("Anna", "de", "Boer-de Vries")),
        ("Jansn", ("Piet", "", "Jansen")),
        ("Janesn", ("Piet", "", "Jansen")),
        ("'t hart", ("Jo", "'t", "Hart")),
        ("Ben Ali", ("Sara", "ben", "Ali")),
    ],
)
def test_a_name_answers_to_what_people_make_of_it(zoek, naam):
    assert answers(zoek, *naam) > 0


@pytest.mark.parametrize(
    ("zoek", "naam"),
    [
        ("Elif Yilmaz", ("Emine", "", "Yılmaz")),  # a twin
        ("Vos", ("Jan", "", "Bos")),
        ("Jonsan", ("Piet", "", "Jansen")),  # two letters
        ("A. Jansen", ("Piet", "", "Jansen")),
        ("Jann Jansn", ("Jan", "", "Jaspers")),
    ],
)
def test_another_name_does_not_answer(zoek, naam):
    assert answers(zoek, *naam) == 0


def test_the_same_name_goes_before_what_only_looks_like_it():
    exact, klank, begin, fout = (
        answers(zoek, "Sietse", "", "Dijkstra") for zoek in ("Dijkstra", "Dykstra", "Dijk", "Dijkstro")
    )
    assert exact > klank > begin > fout > 0


def test_one_mistake_leaves_a_half_that_the_index_knows():
    """Every word at one mistake of 'dijkstra' or 'bos' shares a half key with it."""
    for woord in ("dijkstra", "hansen", "bosch", "smit"):
        kept = key(woord)
        letters = "abcdefghijklmnopqrstuvwxyz"
        wrong = {woord[:i] + woord[i + 1 :] for i in range(len(woord))}
        wrong |= {woord[:i] + c + woord[i + 1 :] for i in range(len(woord)) for c in letters}
        wrong |= {woord[:i] + c + woord[i:] for i in range(len(woord) + 1) for c in letters}
        wrong |= {woord[:i] + woord[i + 1] + woord[i] + woord[i + 2 :] for i in range(len(woord) - 1)}
        for fout in wrong - {woord}:
            koppen, staarten = halves(fout)
            assert one_off(fout, woord)
            assert kept.kop in koppen or kept.staart in staarten, (fout, woord)
