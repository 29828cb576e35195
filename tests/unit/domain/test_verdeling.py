"""Sharing: exact sums, nobody a cent off, order does not matter; in periods too. Naive ways are caught."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.verdeling import hours_to_cents, in_periods, mixed, share

PROCENTEN = {
    "aa-en-hunze": "4.3",
    "assen": "18.3",
    "midden-drenthe": "5.7",
    "noordenveld": "4.7",
    "tynaarlo": "5.0",
    "borger-odoorn": "4.9",
    "coevorden": "6.3",
    "de-wolden": "2.9",
    "emmen": "24.7",
    "hoogeveen": "13.1",
    "meppel": "6.9",
    "westerveld": "3.1",
}
SLEUTEL = {naam: Fraction(procent) for naam, procent in PROCENTEN.items()}
bedragen = st.integers(-(10**13), 10**13)
gewichten = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.fractions(0, 1000, max_denominator=1000),
    min_size=1,
    max_size=14,
).filter(lambda w: sum(w.values()) > 0)


def cents(bedrag, key):
    return {deel.gemeente: deel.bedrag_cent for deel in share(bedrag, key)}


def faults(shares, bedrag, key):
    """What is wrong with shares of an amount; none for a sound way of sharing."""
    totaal = sum(key.values())
    exact = {naam: Fraction(bedrag) * gewicht / totaal for naam, gewicht in key.items()}
    wrong = []
    if sum(shares.values()) != bedrag:
        wrong.append("sum")
    wrong += ["a cent off" for naam in key if abs(shares[naam] - exact[naam]) >= 1]
    for a in key:
        wrong += ["larger gets less" for b in key if key[a] > key[b] and abs(shares[a]) < abs(shares[b])]
    return wrong


@given(bedragen, gewichten)
def test_shares_are_exact_near_and_fair(bedrag, key):
    assert faults(cents(bedrag, key), bedrag, key) == []


@given(bedragen, gewichten, st.randoms(use_true_random=False))
def test_the_order_of_the_weights_does_not_matter(bedrag, key, random):
    other = list(key.items())
    random.shuffle(other)
    assert share(bedrag, dict(other)) == share(bedrag, key)


@given(bedragen, gewichten)
def test_a_negative_amount_is_the_mirror_of_the_positive_one(bedrag, key):
    assert cents(-bedrag, key) == {naam: -waarde for naam, waarde in cents(bedrag, key).items()}


@given(st.integers(0, 10**9), gewichten)
def test_one_cent_more_moves_nobody_by_more_than_a_cent(bedrag, key):
    a, b = cents(bedrag, key), cents(bedrag + 1, key)
    assert all(abs(a[naam] - b[naam]) <= 1 for naam in key)


@given(bedragen, gewichten, st.fractions(min_value=Fraction(1, 100), max_value=100))
def test_only_the_proportions_count(bedrag, key, maal):
    assert cents(bedrag, {naam: gewicht * maal for naam, gewicht in key.items()}) == cents(bedrag, key)


def test_the_published_key_of_99_9_percent_loses_nothing():
    assert sum(SLEUTEL.values()) == Fraction("99.9")
    delen = cents(2_977_725_00, SLEUTEL)
    assert sum(delen.values()) == 2_977_725_00
    # 24.7 / 99.9 of the amount, not 24.7%
    assert delen["emmen"] == 736_234_31
    assert cents(0, SLEUTEL) == dict.fromkeys(SLEUTEL, 0)
    assert sorted(cents(1, SLEUTEL).values()) == [0] * 11 + [1]
    assert cents(1, SLEUTEL)["emmen"] == 1


def test_equal_losses_are_settled_by_weight_and_then_by_name():
    assert cents(1, {"b": Fraction(1), "a": Fraction(1)}) == {"a": 1, "b": 0}
    # 3 cents by 1:1:2 is 0.75, 0.75 and 1.5: after 0, 0 and 1 the two small ones lost most
    assert cents(3, {"a": Fraction(1), "b": Fraction(1), "c": Fraction(2)}) == {"a": 1, "b": 1, "c": 1}
    # 1 cent by 1:3 over two equal remainders of a half: 2 cents by 1:3 is 0.5 and 1.5
    assert cents(2, {"a": Fraction(1), "b": Fraction(3)}) == {"a": 0, "b": 2}


@pytest.mark.parametrize("key", [{}, {"a": Fraction(0)}, {"a": Fraction(2), "b": Fraction(-1)}])
def test_a_key_without_weight_is_refused(key):
    with pytest.raises(ValueError, match="weights"):
        share(100, key)


def _per_hundred(bedrag, key):
    return {naam: round(bedrag * gewicht / 100) for naam, gewicht in key.items()}


def _rounded(bedrag, key):
    totaal = sum(key.values())
    return {naam: round(bedrag * gewicht / totaal) for naam, gewicht in key.items()}


def _rest_to_the_largest(bedrag, key):
    delen = {naam: int(bedrag * gewicht / sum(key.values())) for naam, gewicht in key.items()}
    delen[max(key, key=key.__getitem__)] += bedrag - sum(delen.values())
    return delen


@pytest.mark.parametrize(
    ("naive", "fault"),
    [(_per_hundred, "sum"), (_rounded, "sum"), (_rest_to_the_largest, "a cent off")],
)
def test_naive_ways_of_sharing_are_caught(naive, fault):
    assert any(fault in faults(naive(bedrag, SLEUTEL), bedrag, SLEUTEL) for bedrag in range(1_000, 1_100))


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), bedragen, max_size=13), st.integers(1, 12))
def test_invoices_add_up_and_differ_by_a_cent(bedragen, perioden):
    facturen = in_periods(bedragen, perioden)
    for naam, rij in facturen.items():
        assert sum(rij) == bedragen[naam]
        assert max(rij) - min(rij) <= 1
    if bedragen and all(bedrag >= 0 for bedrag in bedragen.values()):
        kolommen = [sum(kolom) for kolom in zip(*facturen.values(), strict=True)]
        assert max(kolommen) - min(kolommen) <= 1


def test_no_period_is_refused():
    with pytest.raises(ValueError, match="period"):
        in_periods({"a": 1}, 0)


def test_a_mix_counts_each_key_by_its_weight():
    keys = {"x": {"a": Fraction(1), "b": Fraction(1)}, "y": {"a": Fraction(0), "b": Fraction(10)}}
    assert mixed(keys, {"x": Fraction(50), "y": Fraction(50)}) == {"a": Fraction(1, 4), "b": Fraction(3, 4)}
    assert mixed(keys, {"x": Fraction(1)}) == {"a": Fraction(1, 2), "b": Fraction(1, 2)}
    with pytest.raises(ValueError, match="different"):
        mixed({"x": {"a": Fraction(1)}, "y": {"b": Fraction(1)}}, {"x": Fraction(1), "y": Fraction(1)})


@pytest.mark.parametrize(
    ("minuten", "tarief", "cent"),
    [(60, 8000, 8000), (90, 8000, 12000), (1, 8000, 133), (1, 30, 1), (1, 29, 0), (0, 8000, 0)],
)
def test_hours_into_money(minuten, tarief, cent):
    assert hours_to_cents(minuten, tarief) == cent
