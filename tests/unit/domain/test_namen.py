"""Names: the same person however they are written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.namen import fold, sorted_by, written


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Élise", "ELISE"),
        ("Élise", unicodedata.normalize("NFD", "élise")),
        ("Şahin", "sahin"),
        ("Łukasz", "LUKASZ"),
        ("Weiß", "WEISS"),
        ("İbrahim", "ibrahim"),
        ("Yılmaz", "YILMAZ"),
        ("Bağcı", "bagci"),
        ("O'Brien", "obrien"),
        ("Op ’t Hof", "op t hof"),
        ("Van-Dijk", "van dijk"),
        ("Ĳsbrand", "IJSBRAND"),
        ("Søren", "soren"),
        ("Æbbe", "aebbe"),
        ("  de   Vries ", "De Vries"),
    ],
)
def test_two_ways_to_write_a_name_fold_alike(een, ander):
    assert fold(een) == fold(ander)


@pytest.mark.parametrize(("een", "ander"), [("Jansen", "Janssen"), ("Bakker", "Backer"), ("Ali", "Alia")])
def test_different_names_stay_different(een, ander):
    assert fold(een) != fold(ander)


@given(st.text())
def test_folding_twice_is_folding_once_and_leaves_plain_letters(naam):
    folded = fold(naam)
    assert fold(folded) == folded
    assert all(c == " " or (c.isascii() and c.isalnum() and not c.isupper()) for c in folded)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(naam):
    assert fold(unicodedata.normalize("NFC", naam)) == fold(unicodedata.normalize("NFD", naam))


def test_after_an_apostrophe_comes_no_space():
    assert (
        written(roepnaam="Noëlle", voornamen="", voorvoegsel="d'", achternaam="Ancona") == "Noëlle d'Ancona"
    )


def test_a_name_is_written_and_sorted_the_dutch_way():
    assert (
        written(roepnaam="Elif", voornamen="", voorvoegsel="van den", achternaam="Berg")
        == "Elif van den Berg"
    )
    assert sorted_by(voorvoegsel="van den", achternaam="Berg") == "Berg, van den"
    assert sorted_by(voorvoegsel="", achternaam="Yılmaz") == "Yılmaz"
