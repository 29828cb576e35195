"""The search in the memory against judged questions; it runs in Python, so no database changes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics.zoeken import Stuk, Zoeker, ndcg, words
from koers.policy import beleid
from koers.presentation.netwerk.geheugen import pieces, short_forms
from tests.unit.presentation.oordelen import ANDERS_GESCHREVEN, OORDELEN

GENOEG = 0.8
STUKKEN = pieces(beleid())
KORT = short_forms(beleid())


@pytest.fixture(scope="module")
def zoeker():
    return Zoeker(STUKKEN, KORT)


def mean(zoeker, oordelen):
    return sum(
        ndcg([een.sleutel for een in zoeker.search(vraag)], goed) for vraag, goed in oordelen.items()
    ) / len(oordelen)


def first(zoeker, vraag, hoeveel=3):
    return [een.sleutel for een in zoeker.search(vraag)][:hoeveel]


def test_every_judged_text_exists_and_there_are_sixty_questions():
    bestaat = {stuk.sleutel for stuk in STUKKEN}
    assert len(OORDELEN) == 60
    for oordelen in (OORDELEN, ANDERS_GESCHREVEN):
        assert {sleutel for goed in oordelen.values() for sleutel in goed} - bestaat == set()


def test_the_judged_questions_are_answered_well(zoeker):
    assert mean(zoeker, OORDELEN) >= GENOEG
    assert mean(zoeker, ANDERS_GESCHREVEN) >= GENOEG


def test_without_stems_other_forms_of_words_are_lost():
    assert mean(Zoeker(STUKKEN, KORT, stammer=lambda woord: woord), ANDERS_GESCHREVEN) < GENOEG


def test_without_the_list_of_short_forms_those_are_lost(zoeker):
    korte = {vraag: goed for vraag, goed in OORDELEN.items() if vraag.lower() in {k.lower() for k in KORT}}
    assert len(korte) >= 8
    assert mean(zoeker, korte) >= GENOEG
    assert mean(Zoeker(STUKKEN), korte) < GENOEG


def test_a_short_form_and_the_words_it_means_find_each_other(zoeker):
    for vraag in (
        "KWV",
        "kwv",
        "kleinschalige woonvoorziening",
        "kleinschalig wonen",
        "Kleinschalige Woonvoorzieningen",
    ):
        gevonden = first(zoeker, vraag)
        assert gevonden[0] == "projecten/kwv"
        assert "spuk/driemilieuvoorzieningen" in gevonden


@pytest.mark.parametrize(("een", "ander"), [("kenniscafé", "KENNISCAFE"), ("coördinerende", "coordinerende")])
def test_marks_and_capitals_do_not_count(zoeker, een, ander):
    assert zoeker.search(een) == zoeker.search(ander) != []


def test_a_compound_is_found_by_its_parts():
    delen = [Stuk("b", "Een voorziening", ""), Stuk("c", "Wonen", ""), Stuk("d", "Iets anders", "")]
    assert set(first(Zoeker(delen), "woonvoorziening")) == {"b", "c"}
    heel = [Stuk("a", "Woonvoorziening", ""), *delen]
    assert first(Zoeker(heel), "woonvoorziening") == ["a"]
    assert set(first(Zoeker(heel), "wonen")) == {"a", "c"}


@pytest.mark.parametrize("vraag", ["", "de het een", "???", "qqqq", "💡", "'; DROP --", "a" * 500])
def test_what_cannot_be_found_gives_nothing_and_breaks_nothing(zoeker, vraag):
    assert zoeker.search(vraag) == []


@given(st.text(max_size=60))
def test_any_question_gives_an_order_without_doubles(vraag):
    gevonden = VAST.search(vraag)
    assert len({een.sleutel for een in gevonden}) == len(gevonden) <= 10
    assert [een.score for een in gevonden] == sorted((een.score for een in gevonden), reverse=True)


VAST = Zoeker(STUKKEN, KORT)


def test_the_order_of_the_texts_does_not_matter(zoeker):
    andersom = Zoeker(STUKKEN[::-1], KORT)
    assert all(andersom.search(vraag) == zoeker.search(vraag) for vraag in OORDELEN)


def test_a_key_twice_is_refused_and_nothing_at_all_is_fine():
    with pytest.raises(ValueError, match="key"):
        Zoeker([Stuk("a", "x", ""), Stuk("a", "y", "")])
    assert Zoeker([]).search("iets") == []


def test_words_are_folded_numbers_are_figures_and_articles_are_gone():
    assert list(words("De twee inkoopregio's en één CAFÉ")) == ["2", "inkoopregio", "cafe"]


def test_ndcg_on_paper():
    assert ndcg(["a"], {"a": 2}) == 1
    assert ndcg(["x", "a"], {"a": 2}) == pytest.approx(0.6309, abs=1e-4)
    assert ndcg([], {"a": 1}) == 0
    with pytest.raises(ValueError, match="find"):
        ndcg([], {})
