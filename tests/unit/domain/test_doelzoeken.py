"""Backwards from a goal: the search beside trying everything."""

from hypothesis import given
from hypothesis import strategies as st

from koers.domain.doelzoeken import Gevonden, Grenspunt, cheapest, frontier, smallest

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
