"""Chance is addressed, not consumed; and what the draws become."""

import numpy as np
import pytest

from koers.simulation.proefregio.stroom import (
    EEN,
    Kwantielen,
    Stroom,
    deel_uit,
    gulden,
    kies,
    rang_binnen,
    systematisch,
)

WIE = np.arange(20_000, dtype=np.int64)
GETROKKEN = [102620408, 499426018, 808696487, 1162054606]


def test_same_address_same_draw_and_order_does_not_matter():
    stroom = Stroom(7, "zorgpaden")
    door_elkaar = WIE[::-3]
    assert np.array_equal(stroom.deel(WIE, 4)[door_elkaar], Stroom(7, "zorgpaden").deel(door_elkaar, 4))


@pytest.mark.parametrize("ander", [(8, "zorgpaden", 4), (7, "zorgpad", 4), (7, "zorgpaden", 5)])
def test_another_seed_name_or_step_gives_unrelated_draws(ander):
    seed, naam, stap = ander
    a, b = Stroom(7, "zorgpaden").deel(WIE, 4), Stroom(seed, naam).deel(WIE, stap)
    assert abs(np.corrcoef(a, b)[0, 1]) < 0.03


def test_draws_do_not_move_when_others_are_added():
    stroom = Stroom(7, "a")
    alleen = stroom.deel(WIE[:10])
    Stroom(7, "b").deel(WIE)
    assert np.array_equal(stroom.deel(np.concatenate([WIE[:10], WIE]))[:10], alleen)


def test_known_draws_hold_on_every_machine():
    # Pinned: integer arithmetic gives these on any processor and numpy.
    assert Stroom(2026, "proef").deel(np.array([0, 1, 2, 2**40], dtype=np.int64), 3).tolist() == GETROKKEN


def test_draws_fill_the_range_evenly():
    tellen = np.bincount(Stroom(1, "gelijk").deel(WIE) * 20 // EEN, minlength=20)
    # 1,000 expected in each part; chi-square over 19 degrees of freedom stays under 43.8 in 99.9% of seeds.
    assert ((tellen - 1000) ** 2 / 1000).sum() < 43.8


def test_chance_and_choice_follow_their_weights():
    stroom = Stroom(3, "kansen")
    assert abs(stroom.kans(WIE, 250).mean() - 0.25) < 0.012
    assert not stroom.kans(WIE, 0).any()
    assert stroom.kans(WIE, 1000).all()
    assert np.allclose(np.bincount(stroom.keuze(WIE, (1, 0, 3))) / len(WIE), [0.25, 0, 0.75], atol=0.012)
    per_rij = np.tile(np.array([[0, 5, 0], [0, 0, 2]]), (3, 1))
    assert stroom.keuze(WIE[:6], per_rij).tolist() == [1, 2, 1, 2, 1, 2]


def test_whole_numbers_reach_both_ends():
    uit = Stroom(3, "geheel").geheel(WIE, -2, 2)
    assert set(uit.tolist()) == {-2, -1, 0, 1, 2}


def test_layered_draws_put_one_person_in_each_part():
    groep = WIE[:300] % 3
    u = Stroom(5, "lagen").gelaagd(WIE[:300], groep)
    for g in range(3):
        assert sorted((u[groep == g] * 100 >> 32).tolist()) == list(range(100))


def test_golden_ratio_is_even_over_every_window():
    keuzes = kies(gulden(np.arange(1000), np.array([123])), (480, 520))
    for begin in range(0, 900, 37):
        assert abs((keuzes[begin : begin + 100] == 0).sum() - 48) <= 2


def test_systematic_choice_keeps_its_number_within_one_and_goes_on():
    groep = np.array([0] * 50 + [1] * 70)
    kansen, fase = np.full(120, 300), np.array([999, 0])
    eerst = systematisch(np.arange(120), groep, kansen, fase)
    daarna = systematisch(np.arange(120), groep, kansen, fase)
    assert abs(eerst[:50].sum() + daarna[:50].sum() - 30) <= 1
    assert eerst[50:].sum() + daarna[50:].sum() == 42
    assert systematisch(np.arange(0), groep[:0], kansen[:0], fase).tolist() == []


def test_quantiles_hit_their_knots_and_mean():
    verdeling = Kwantielen((0, 10), (500, 20), (1000, 120))
    half = EEN // 2
    assert verdeling(np.array([0, half, EEN - 1])).tolist() == [10, 20, 119]
    trekkingen = verdeling(np.arange(0, EEN, EEN // 10_000))
    assert abs(trekkingen.mean() + 0.5 - verdeling.gemiddelde) < 0.1


@pytest.mark.parametrize("knopen", [((0, 1), (900, 2)), ((1, 1), (1000, 2)), ((0, 5), (1000, 2), (500, 3))])
def test_broken_quantiles_are_refused(knopen):
    with pytest.raises(ValueError, match="quantile knots"):
        Kwantielen(*knopen)


@pytest.mark.parametrize(
    ("totaal", "gewichten", "delen"),
    [(10, [1, 1, 1], [4, 3, 3]), (7, [0, 0], [0, 0]), (5, [3, 0, 7], [2, 0, 3])],
)
def test_sharing_out_loses_nothing(totaal, gewichten, delen):
    assert deel_uit(totaal, gewichten) == delen


def test_rank_within_groups():
    assert rang_binnen(np.array([2, 1, 2, 1]), np.array([5, 9, 3, 1])).tolist() == [1, 1, 0, 0]
    assert rang_binnen(np.zeros(0, dtype=np.int64)).tolist() == []
