"""The link of the log's chain."""

import pytest

from koers.domain.keten import BEGIN, link

ROW = {"handeling": "read_gezin", "tijdstip_at": "2026-11-23T12:00:00+00:00", "betrokkenen": []}


def test_the_recipe_stays_what_it_was():
    # A new recipe breaks every chain that exists; it then needs a number of its own in every row.
    assert link(BEGIN, 1, ROW) == "bf1b047f4df33cb6c33b3a1dc146db6d9cdff852d24afe02d235ecb98193bc24"


def test_the_order_of_keys_says_nothing():
    assert link(BEGIN, 1, ROW) == link(BEGIN, 1, dict(reversed(ROW.items())))


@pytest.mark.parametrize(
    "other",
    [
        ("1" * 64, 1, ROW),
        (BEGIN, 2, ROW),
        (BEGIN, 1, ROW | {"handeling": "read_gezinnen"}),
        (BEGIN, 1, ROW | {"betrokkenen": [{"id": 1}]}),
        (BEGIN, 1, ROW | {"extra": None}),
    ],
)
def test_whatever_changes_changes_the_link(other):
    assert link(*other) != link(BEGIN, 1, ROW)


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        link(BEGIN, 1, {"bijzonderheden": {"x": float("nan")}})
