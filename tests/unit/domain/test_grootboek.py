"""Ledger and monitor beside each other: every cent of both sides stands somewhere, once."""

from hypothesis import given
from hypothesis import strategies as st

from koers.domain.grootboek import reconcile

MAANDEN = [f"2026-{m:02}" for m in range(1, 7)]
POSTEN = st.lists(
    st.tuples(
        st.sampled_from(["6.72a", "6.74b", "6.72A ", ""]),
        st.sampled_from(MAANDEN),
        st.integers(-(10**6), 10**6),
    ),
    max_size=30,
)


def test_equal_to_the_cent_is_equal_and_a_cent_is_a_difference():
    boek = [("6.72a", "2026-01", 100), ("6.72A", "2026-01", 50), ("6.74b", "2026-01", 7)]
    uit = reconcile(boek, [("6.72a", "2026-01", 150), ("6.74b", "2026-01", 6)])
    assert [(r.taakveld, r.grootboek, r.monitor, r.verschil) for r in uit.verschillen] == [("6.74b", 7, 6, 1)]
    assert [(r.taakveld, r.grootboek) for r in uit.gelijk] == [("6.72a", 150)]
    assert (uit.totaal.grootboek, uit.totaal.monitor, uit.totaal.verschil) == (157, 156, 1)


def test_what_stands_on_one_side_only_is_a_difference():
    uit = reconcile([("6.72a", "2026-01", 100), ("6.72a", "2026-03", 5)], [("", "2026-02", 30)])
    assert [(r.taakveld, r.maand, r.grootboek, r.monitor) for r in uit.verschillen] == [
        ("", "2026-02", None, 30),
        ("6.72a", "2026-01", 100, None),
        ("6.72a", "2026-03", 5, None),
    ]
    assert [(r.taakveld, r.grootboek, r.monitor) for r in uit.per_taakveld] == [
        ("", None, 30),
        ("6.72a", 105, None),
    ]
    assert reconcile([], [("6.72a", "2026-01", 1)]) is None


@given(POSTEN, POSTEN)
def test_nothing_gets_lost(boek, monitor):
    uit = reconcile(boek, monitor)
    if not boek:
        assert uit is None
        return
    binnen = [cent for _, maand, cent in monitor if uit.van <= maand <= uit.tot]
    assert uit.totaal.grootboek == sum(cent for *_, cent in boek)
    assert uit.totaal.monitor == sum(binnen)
    assert sum(r.verschil for r in uit.verschillen) == uit.totaal.verschil
    assert sum(r.verschil for r in uit.per_taakveld) == uit.totaal.verschil
    assert all(r.grootboek == r.monitor or not (r.grootboek or r.monitor) for r in uit.gelijk)
