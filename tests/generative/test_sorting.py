"""The one sort of the compiled engine beside numpy: by person, then by first day, in the order rows came."""

import numpy as np
import pytest

from koers.analytics.engines import sorting


def _rows(persons: int, rows: int, days: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    wie = rng.integers(0, persons, rows).astype(np.int32)
    return wie, rng.integers(-days, days, rows).astype(np.int32), rng.random(rows) < 0.9


def _as_numpy(wie: np.ndarray, dag: np.ndarray, houd: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    kept = np.flatnonzero(houd)
    order = kept[np.lexsort((kept, dag[kept], wie[kept]))]
    return order, np.append(np.flatnonzero(np.diff(wie[order], prepend=-1)), len(order))


@pytest.mark.parametrize(
    ("persons", "rows", "days"),
    [
        pytest.param(300, 900, 5, id="same-days"),
        pytest.param(3, 900, 40, id="more-rows-than-insertion-likes"),
        pytest.param(200_000, 90_000, 4000, id="several-parts-and-persons-without-rows"),
        pytest.param(1, 1, 1, id="one"),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_the_same_as_numpy(persons: int, rows: int, days: int, seed: int) -> None:
    given = _rows(persons, rows, days, seed)
    order, first = sorting.person_order(*given)
    expected, begins = _as_numpy(*given)
    assert np.array_equal(order, expected)
    assert np.array_equal(first, begins)


def test_no_rows_and_none_that_count() -> None:
    none = np.zeros(0, dtype=np.int32)
    for houd in (np.zeros(0, dtype=np.bool_), np.zeros(4, dtype=np.bool_)):
        wie = np.resize(none, len(houd))
        order, first = sorting.person_order(wie, wie, houd)
        assert (len(order), first.tolist()) == (0, [0])


def test_planted_fault_days_left_as_they_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who leaves out the order within a person is met by the rows of the first case."""
    given = _rows(300, 900, 5, 0)
    monkeypatch.setattr(sorting, "_ordered", _unordered)
    assert not np.array_equal(sorting.person_order(*given)[0], _as_numpy(*given)[0])


def _unordered(
    rows: np.ndarray, wie: np.ndarray, dag: np.ndarray, ends: np.ndarray, persons: int
) -> np.ndarray:
    rows[:] = rows[np.argsort(wie, kind="stable")]
    return np.append(np.flatnonzero(np.diff(np.sort(wie).astype(np.int64), prepend=-1)), len(rows))
