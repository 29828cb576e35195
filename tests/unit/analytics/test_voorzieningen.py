"""The directory: found by question, age and place; what the source does not tell excludes nothing."""

from dataclasses import replace
from types import MappingProxyType, SimpleNamespace

import pytest

from koers.analytics.voorzieningen import Zoekopdracht, fitting, search
from koers.domain.ladder import VOORLIGGENDE_TREDEN
from koers.policy import NIET_IN_BRON, beleid
from koers.policy.values import Leeftijd


def ids(found):
    return [een.voorziening.id for een in found]


def policy(digest, **changed):
    """The shipped policy with some services changed."""
    shipped = beleid()
    services = {
        key: replace(een, **changed.get(key.replace("-", "_"), {}))
        for key, een in shipped.voorzieningen.items()
    }
    return SimpleNamespace(
        voorzieningen=MappingProxyType(services),
        gebieden=shipped.gebieden,
        afkortingen=shipped.afkortingen,
        digest=digest,
    )


@pytest.mark.parametrize(
    ("vraag", "eerste"),
    [
        ("we hebben schulden", "budgetcoach"),
        ("mijn zoon spijbelt van school", "jongerengroep"),
        ("POH", "poh-jeugd-in-de-buurt"),
        ("gescheiden en ruzie", "gezinscoach"),
    ],
)
def test_ordinary_words_find_what_fits(vraag, eerste):
    found = search(beleid(), Zoekopdracht(vraag))
    assert eerste in ids(found)[:3]
    assert all(een.past_bij_vraag for een in found)


def test_without_a_question_everything_is_there_and_nonsense_finds_nothing():
    assert sorted(ids(search(beleid(), Zoekopdracht()))) == sorted(beleid().voorzieningen)
    assert search(beleid(), Zoekopdracht("qqqq")) == ()


def test_a_part_has_what_the_whole_has_and_another_gemeente_has_nothing():
    everything = sorted(beleid().voorzieningen)
    for gebied in ("midden-drenthe", "beilen", "westerbork"):
        assert sorted(ids(search(beleid(), Zoekopdracht(gebied=gebied)))) == everything
    assert search(beleid(), Zoekopdracht(gebied="assen")) == ()
    only = policy("beilen", jongerenwerk={"gebieden": ("beilen",)})
    assert "jongerenwerk" in ids(search(only, Zoekopdracht(gebied="midden-drenthe")))
    assert "jongerenwerk" not in ids(search(only, Zoekopdracht(gebied="westerbork")))


def test_an_age_outside_the_bounds_is_left_out_and_an_unknown_one_stays():
    aged = policy(
        "oud", jongerenwerk={"leeftijd": Leeftijd(12, 23)}, hulp_op_school={"leeftijd": NIET_IN_BRON}
    )
    for leeftijd, there in ((11, False), (12, True), (22, True)):
        found = search(aged, Zoekopdracht(leeftijd=leeftijd))
        assert ("jongerenwerk" in ids(found)) is there
        assert next(een for een in found if een.voorziening.id == "hulp-op-school").past_bij_leeftijd is None


@pytest.mark.parametrize("trede", VOORLIGGENDE_TREDEN)
def test_of_this_step_everything_that_is_there_with_what_fits_the_question_first(trede):
    found = fitting(beleid(), Zoekopdracht("mijn kind is bang en slaapt slecht", 9, "beilen", trede))
    assert len(found) == sum(een.trede == trede for een in beleid().voorzieningen.values())
    assert {een.voorziening.trede for een in found} == {trede}
    fits = [een.past_bij_vraag for een in found]
    assert fits == sorted(fits, reverse=True)


def test_without_a_question_what_is_certainly_there_comes_first():
    stand = [een.voorziening.stand for een in search(beleid(), Zoekopdracht())]
    assert stand == sorted(stand, key=("bestaand", "in_opbouw", "voorbeeld").index)
