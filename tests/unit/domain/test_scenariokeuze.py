"""Weighing scenarios: known cases by hand, and the tipping points against brute force."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koers.domain import scenariokeuze
from koers.domain.scenariokeuze import (
    Criterium,
    Inbreng,
    agreement,
    check_criteria,
    check_inbreng,
    first,
    ranking,
    shares,
    shifted,
    tipping_points,
    together,
)
from koers.domain.weigering import Refused

F = Fraction
# Two criteria: A is best at the first, B at the second.
TWEE = {"A": {"x": F(5), "y": F(1)}, "B": {"x": F(2), "y": F(4)}}


def test_weights_count_as_shares_and_the_best_comes_first():
    assert [(p.scenario, p.score) for p in ranking(TWEE, shares({"x": 3, "y": 1}))] == [
        ("A", F(4)),
        ("B", F(5, 2)),
    ]
    with pytest.raises(ValueError, match="above nought"):
        shares({"x": 0, "y": 0})


def test_the_tipping_point_of_two_scenarios_by_hand():
    """5w + (1-w) = 2w + 4(1-w) at w = 1/2: below half of x, B wins; the same for y."""
    found = {(k.criterium, k.bij, k.scenario) for k in tipping_points(TWEE, shares({"x": 3, "y": 1}))}
    assert found == {("x", F(1, 2), "B"), ("y", F(1, 2), "B")}


def test_what_wins_everywhere_has_no_tipping_point():
    assert (
        tipping_points({"A": {"x": F(5), "y": F(5)}, "B": {"x": F(1), "y": F(4)}}, shares({"x": 1, "y": 1}))
        == ()
    )


def test_level_scenarios_are_said_to_be_level():
    even = shares({"x": 1, "y": 1})
    assert first(ranking(TWEE, even)) == ("A", "B")
    assert tipping_points(TWEE, even) == ()


# --- against brute force ----------------------------------------------------------------------------


@st.composite
def weighings(draw):
    """Scores and whole weights, many of them level, nought or alike."""
    codes = [f"c{n}" for n in range(draw(st.integers(1, 5)))]
    namen = [f"s{n}" for n in range(draw(st.integers(2, 5)))]
    scores = {s: {c: F(draw(st.integers(1, 5))) for c in codes} for s in namen}
    gewichten = {c: draw(st.integers(0, 10)) for c in codes}
    gewichten[codes[0]] = max(gewichten[codes[0]], 1) if not any(gewichten.values()) else gewichten[codes[0]]
    return scores, gewichten


def with_share(delen, code, w):
    """Every share when that of `code` becomes w and the others keep their proportions."""
    rest = {c: deel for c, deel in delen.items() if c != code}
    if not rest:
        return {code: F(1)}
    if not any(rest.values()):
        rest = dict.fromkeys(rest, F(1))
    total = sum(rest.values())
    return {code: w} | {c: (1 - w) * deel / total for c, deel in rest.items()}


def brute(scores, delen, code, way, steps=30):
    """Walks away from the share of now in small steps until another scenario comes first by itself: the last
    share at which the winner of now still was among the first, and the first at which it no longer was."""
    (winnaar,) = first(ranking(scores, delen))
    nu = delen[code]
    end = F(1) if way > 0 else F(0)
    last = nu
    for step in range(1, steps + 1):
        w = nu + (end - nu) * F(step, steps)
        if winnaar not in first(ranking(scores, with_share(delen, code, w))):
            return last, w
        last = w
    return None


def faults(scores, gewichten):
    """Where closed form and walking disagree, or what is named does not win."""
    delen = shares(gewichten)
    winnaars = first(ranking(scores, delen))
    points = scenariokeuze.tipping_points(scores, delen)
    if len(winnaars) > 1:
        return ["told of level scenarios"] if points else []
    found = []
    for code in delen:
        for way in (-1, 1):
            here = [k for k in points if k.criterium == code and (k.bij - k.nu) * way > 0]
            walked = brute(scores, delen, code, way)
            if walked is None:
                # Walking may step over nothing: lines cross once, so beyond a tipping point it stays turned.
                found += [f"{code} {way}: told {k}, walked to the end" for k in here]
                continue
            if len(here) != 1:
                found.append(f"{code} {way}: {len(here)} told, walking met one")
                continue
            low, high = sorted(walked)
            tip = here[0]
            if not low <= tip.bij <= high:
                found.append(f"{code} {way}: {tip.bij} not between {low} and {high}")
            level = first(ranking(scores, with_share(delen, code, tip.bij)))
            if not {winnaars[0], tip.scenario} <= set(level):
                found.append(f"{code} {way}: not level at {tip.bij}")
            # Crossings are fractions with small denominators: a hair beyond is before the next.
            hair = tip.bij + way * F(1, 10**9)
            if tip.scenario not in first(ranking(scores, with_share(delen, code, hair))):
                found.append(f"{code} {way}: {tip.scenario} does not win beyond {tip.bij}")
    return found


@settings(max_examples=200, deadline=None)
@given(weighings())
def test_tipping_points_are_those_that_walking_finds(weighing):
    assert faults(*weighing) == []


def met(monkeypatch, planted):
    """Whether some of a row of weighings shows the fault."""
    monkeypatch.setattr(scenariokeuze, "tipping_points", planted)
    row = [
        (
            {"A": {"x": F(5), "y": F(1), "z": F(3)}, "B": {"x": F(2), "y": F(4), "z": F(3)}},
            {"x": a, "y": b, "z": c},
        )
        for a in range(4)
        for b in range(4)
        for c in range(1, 4)
    ]
    return any(faults(*een) for een in row)


def test_planted_fault_others_that_keep_their_weight_are_met(monkeypatch):
    """Planted: only the one weight changes and the others do not make room."""
    real = tipping_points

    def wrong(scores, delen):
        return tuple(
            scenariokeuze.Kantelpunt(k.criterium, k.nu, k.bij / (1 - k.nu + k.bij), k.scenario)
            for k in real(scores, delen)
        )

    assert met(monkeypatch, wrong)


def test_planted_fault_a_tipping_point_that_names_the_winner_of_now_is_met(monkeypatch):
    real = tipping_points

    def wrong(scores, delen):
        (winnaar, *_rest) = first(ranking(scores, delen))
        return tuple(scenariokeuze.Kantelpunt(k.criterium, k.nu, k.bij, winnaar) for k in real(scores, delen))

    assert met(monkeypatch, wrong)


def test_planted_fault_one_side_forgotten_is_met(monkeypatch):
    real = tipping_points
    assert met(monkeypatch, lambda scores, delen: tuple(k for k in real(scores, delen) if k.bij > k.nu))


# --- the group --------------------------------------------------------------------------------------


def inbreng(x, y, a, b):
    return Inbreng({"x": x, "y": y}, {"A": {"x": a[0], "y": a[1]}, "B": {"x": b[0], "y": b[1]}})


def test_who_gives_only_tens_has_no_more_say():
    delen, scores = together([inbreng(10, 10, (5, 1), (1, 5)), inbreng(0, 1, (1, 1), (1, 1))])
    assert delen == {"x": F(1, 4), "y": F(3, 4)}
    assert scores == {"A": {"x": F(3), "y": F(1)}, "B": {"x": F(1), "y": F(3)}}


def test_agreement_runs_from_all_alike_to_half_against_half():
    alike = [inbreng(1, 2, (3, 3), (4, 4))] * 3
    against = [inbreng(1, 2, (1, 3), (1, 4)), inbreng(7, 2, (5, 3), (5, 4))]
    assert [een.mate for een in agreement(alike)] == [1, 1]
    x, y = agreement(against)
    assert (x.mate, y.mate, x.laagste["A"], x.hoogste["A"], x.gewichten) == (0, 1, 1, 5, (1, 7))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=9))
def test_agreement_lies_between_nought_and_one_whatever_the_order(scores):
    def of(given_):
        return agreement([Inbreng({"x": 1}, {"A": {"x": score}}) for score in given_])[0].mate

    assert 0 <= of(scores) <= 1
    assert of(scores) == of(scores[::-1])
    assert (of(scores) == 1) == (len(set(scores)) == 1)


# --- input ------------------------------------------------------------------------------------------


def test_criteria_need_names_of_their_own():
    een, twee, leeg = Criterium("a", "Een", ""), Criterium("b", "Twee", ""), Criterium("c", " ", "")
    assert check_criteria([een, twee, leeg]) == (een, twee)
    for wrong, code in [
        ([een, leeg], "keuze_te_weinig_criteria"),
        ([een, twee, Criterium("d", "een ", "")], "keuze_criterium_dubbel"),
        ([Criterium(str(n), str(n), "") for n in range(13)], "keuze_te_veel_criteria"),
    ]:
        with pytest.raises(Refused, match=code):
            check_criteria(wrong)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (inbreng(11, 1, (1, 1), (1, 1)), "keuze_gewicht_onmogelijk"),
        (inbreng(0, 0, (1, 1), (1, 1)), "keuze_zonder_gewicht"),
        (inbreng(1, 1, (0, 1), (1, 1)), "keuze_score_onmogelijk"),
        (inbreng(1, 1, (1, 6), (1, 1)), "keuze_score_onmogelijk"),
        (Inbreng({"x": 1, "y": 1}, {"A": {"x": 1, "y": 1}}), "keuze_score_onmogelijk"),
    ],
)
def test_what_cannot_be_brought_in_is_refused(wrong, code):
    with pytest.raises(Refused, match=code):
        check_inbreng(wrong, ["A", "B"], ["x", "y"])


# --- hours ------------------------------------------------------------------------------------------


def test_hours_move_from_one_to_two_that_share_or_each_do_it_whole():
    def moved(**hoe):
        return {v.partij: v.uren for v in shifted("t", Decimal(10), ["regio"], ["noord", "zuid"], **hoe)}

    assert moved(elk=False) == {"regio": -10, "noord": 5, "zuid": 5}
    assert moved(elk=True) == {"regio": -10, "noord": 10, "zuid": 10}


def test_unknown_hours_stay_unknown_and_what_stays_is_left_out():
    moved = shifted("t", None, ["a", "c"], ["a", "b"], elk=False)
    assert [(v.partij, v.uren, v.erbij) for v in moved] == [("c", None, False), ("b", None, True)]
    assert shifted("t", Decimal(4), ["a"], ["a"], elk=False) == ()
    assert {v.partij: v.uren for v in shifted("t", Decimal(4), ["a"], [], elk=False)} == {"a": -4}
