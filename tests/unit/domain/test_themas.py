"""A round, a vote and a decision: what is refused, and how votes are counted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.themas import (
    NieuweRonde,
    NieuweStem,
    NieuwThemabesluit,
    check_ronde,
    check_stem,
    check_stembaar,
    check_themabesluit,
    votes_per_thema,
)
from koers.domain.weigering import Refused

VANDAAG = date(2026, 11, 30)
KANDIDATEN = ("geld", "school", "wonen", "werk", "gezond", "samen")


def code_of(do) -> str:
    try:
        do()
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("ronde", "code"),
    [
        (NieuweRonde("2027", VANDAAG), ""),
        (NieuweRonde("  ", VANDAAG), "ronde_zonder_naam"),
        (NieuweRonde("2027", date(2026, 11, 29)), "ronde_al_voorbij"),
        (NieuweRonde("2027", VANDAAG, 0), "ronde_aantal"),
        (NieuweRonde("2027", VANDAAG, 11), "ronde_aantal"),
    ],
)
def test_a_round_that_cannot_be(ronde, code):
    assert code_of(lambda: check_ronde(ronde, today=VANDAAG)) == code


@pytest.mark.parametrize(
    ("themas", "reden", "code"),
    [
        (("geld", "school"), "Dit speelt.", ""),
        ((), "Dit speelt.", "stem_zonder_thema"),
        (("geld", "maan"), "Dit speelt.", "thema_onbekend"),
        (("geld", "geld"), "Dit speelt.", "stem_te_veel"),
        (("geld", "school", "wonen"), "Dit speelt.", "stem_te_veel"),
        (("geld",), " \n", "stem_zonder_reden"),
    ],
)
def test_a_vote_that_cannot_be(themas, reden, code):
    assert code_of(lambda: check_stem(NieuweStem(themas, reden), KANDIDATEN, hoogstens=2)) == code


def test_the_last_day_still_counts():
    assert code_of(lambda: check_stembaar(stemmen_tot_en_met=VANDAAG, today=VANDAAG)) == ""
    assert (
        code_of(lambda: check_stembaar(stemmen_tot_en_met=date(2026, 11, 29), today=VANDAAG))
        == "ronde_gesloten"
    )


@pytest.mark.parametrize(
    ("verander", "code"),
    [
        ({}, ""),
        ({"redenen": {}}, "besluit_zonder_thema"),
        ({"redenen": {"maan": "ver"}}, "thema_onbekend"),
        ({"redenen": dict.fromkeys(KANDIDATEN, "ja")}, "stem_te_veel"),
        ({"datum": date(2026, 12, 1)}, "datum_in_toekomst"),
        ({"datum": date(2026, 11, 20)}, "besluit_voor_stemmen"),
        ({"reden": "   "}, "besluit_zonder_reden"),
        ({"redenen": {"geld": "Veel schulden.", "school": " "}}, "thema_zonder_reden"),
    ],
)
def test_a_decision_comes_after_the_votes_and_with_reasons(verander, code):
    goed = {
        "datum": VANDAAG,
        "gremium": "stuurgroep",
        "redenen": {"geld": "Veel schulden."},
        "reden": "Samen.",
    }
    besluit = NieuwThemabesluit(**(goed | verander))
    gevonden = code_of(
        lambda: check_themabesluit(
            besluit, KANDIDATEN, hoogstens=5, stemmen_tot_en_met=date(2026, 11, 20), today=VANDAAG
        )
    )
    assert gevonden == code


STEMMEN = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.sets(st.sampled_from(KANDIDATEN), min_size=1), max_size=6
)


@given(STEMMEN)
def test_every_vote_counts_once_where_it_was_given(stemmen):
    geteld = votes_per_thema(((wie, sorted(wat)) for wie, wat in stemmen.items()), KANDIDATEN)
    assert set(geteld) == set(KANDIDATEN)
    assert sum(map(len, geteld.values())) == sum(map(len, stemmen.values()))
    assert all(
        (wie in geteld[thema]) == (thema in wat) for wie, wat in stemmen.items() for thema in KANDIDATEN
    )
