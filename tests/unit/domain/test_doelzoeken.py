"""Backwards from a goal: the search beside trying everything."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.doelzoeken import (
    Gevonden,
    Grenspunt,
    Mengsel,
    cheapest,
    cheapest_guess,
    cost,
    frontier,
    settle,
    smallest,
)

HOOGSTE = 12
STAPPEN = range(0, HOOGSTE + 1, 4)
# A chance that grows.
stijgend = st.lists(st.integers(0, 100), min_size=HOOGSTE + 1, max_size=HOOGSTE + 1).map(
    lambda honderdsten: [honderdste / 100 for honderdste in sorted(honderdsten)]
)
kansen = st.floats(0, 1)


@given(stijgend, kansen)
def test_the_smallest_that_is_good_enough_is_found(kans, nodig):
    gevonden = smallest(kans.__getitem__, nodig, HOOGSTE)
    goed = [p for p, k in enumerate(kans) if k >= nodig]
    assert gevonden == (Gevonden(goed[0], kans[goed[0]]) if goed else Gevonden(None, kans[-1]))


@given(stijgend, stijgend, kansen)
def test_the_border_is_that_of_all_pairs(een, ander, nodig):
    def kans(a, b):
        return 1 - (1 - een[a]) * (1 - ander[b])

    for punt in (punten := frontier(kans, nodig, HOOGSTE, STAPPEN)):
        goed = [b for b in range(HOOGSTE + 1) if kans(punt.eerste, b) >= nodig]
        assert punt.tweede == (goed[0] if goed else None)
        assert punt.kans == kans(punt.eerste, HOOGSTE if punt.tweede is None else punt.tweede)
    # It ends early only where the second is not needed any more.
    assert len(punten) == len(STAPPEN) or punten[-1].tweede == 0


def test_the_cheapest_point_depends_on_the_prices_and_may_not_be_there():
    punten = (Grenspunt(0, None, 0.4), Grenspunt(4, 12, 0.8), Grenspunt(8, 3, 0.8), Grenspunt(12, 0, 0.9))
    assert cheapest(punten, 0, 0) == (punten[2], 11)
    assert cheapest(punten, 100, 1) == (punten[1], 412)
    assert cheapest(punten, 1, 100) == (punten[3], 12)
    assert cheapest(punten[:1], 1, 1) is None


def test_planted_a_search_that_stops_one_too_early_is_met(monkeypatch):
    from koers.domain import doelzoeken

    def lazy(kans_bij, nodig, hoogste):
        gevonden = smallest(kans_bij, nodig, hoogste)
        return Gevonden((gevonden.procent or 0) + 1, gevonden.kans)

    monkeypatch.setattr(doelzoeken, "smallest", lazy)
    kans = lambda a, b: (a + b) / 24  # noqa: E731
    found = doelzoeken.frontier(kans, 0.5, HOOGSTE, STAPPEN)
    assert [p.tweede for p in found] != [HOOGSTE - a for a in STAPPEN]


# Three levers: of what is left each takes a part that grows with it, and together they must take enough.
LAAG = 6
krachten = st.tuples(*[st.integers(1, 15)] * 3)
prijslijst = st.tuples(*[st.integers(1, 9)] * 3)


def left(krachten, standen):
    over = 1.0
    for kracht, stand in zip(krachten, standen, strict=True):
        over *= 1 - kracht * stand / 100
    return over


def tried(genoeg, prijzen):
    """What is cheapest, by trying everything."""
    alle = itertools.product(range(LAAG + 1), repeat=3)
    return min((cost(s, prijzen) for s in alle if genoeg(s)), default=None)


@given(krachten, prijslijst, st.floats(0.1, 1.1))
def test_the_mix_of_all_levers_costs_less_than_a_percent_more_than_trying_everything(krachten, prijzen, doel):
    def tekort(standen):
        return left(krachten, standen) - doel

    gevonden = cheapest_guess(tekort, LAAG, prijzen)
    goedkoopst = tried(lambda s: tekort(s) <= 0, prijzen)
    if goedkoopst is None:
        assert gevonden is None
        return
    assert tekort(gevonden) <= 0
    assert cost(gevonden, prijzen) < goedkoopst + max(prijzen)


@given(krachten, prijslijst, st.floats(0.1, 1.1), st.tuples(*[st.integers(0, LAAG)] * 3))
def test_from_any_guess_it_ends_where_it_is_enough_and_one_less_is_not(krachten, prijzen, doel, begin):
    def kans(standen):
        return float(left(krachten, standen) <= doel)

    mengsel = settle(kans, 0.5, begin, LAAG, prijzen)
    if mengsel is None:
        assert not kans((LAAG,) * 3)
        return
    assert kans(mengsel.standen) == mengsel.kans == 1
    assert mengsel.kosten == cost(mengsel.standen, prijzen)
    for knop, stand in enumerate(mengsel.standen):
        assert not stand or not kans((*mengsel.standen[:knop], stand - 1, *mengsel.standen[knop + 1 :]))


def test_planted_a_guess_that_fills_the_cheapest_lever_first_is_dearer_than_what_is_found():
    """Cheap per percent is not cheap when a percent does little."""
    krachten, prijzen, doel = (2, 15, 15), (1, 3, 9), 0.6
    greedy = (LAAG, LAAG, 0)
    assert left(krachten, greedy) <= doel
    gevonden = cheapest_guess(lambda s: left(krachten, s) - doel, LAAG, prijzen)
    assert cost(gevonden, prijzen) == tried(lambda s: left(krachten, s) <= doel, prijzen)
    assert cost(gevonden, prijzen) < cost(greedy, prijzen)


def test_nothing_is_enough_when_everything_is_not():
    assert cheapest_guess(lambda s: 1 - sum(s) / 100, LAAG, (1, 1, 1)) is None
    assert settle(lambda s: 0.0, 0.5, (1, 2, 3), LAAG, (1, 1, 1)) is None
    with pytest.raises(ValueError, match="zip"):
        cost((1, 2), (1,))
    assert settle(lambda s: 1.0, 0.5, (1, 2, 3), LAAG, (1, 1, 1)) == Mengsel((0, 0, 0), 1.0, 0)
