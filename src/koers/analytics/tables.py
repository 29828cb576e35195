"""Makes whole tables that fit what was told, to prove that a cell can have a value.

A table is made of its free cells; the others are sums of those. From a table that fits, a cell is set to
another value and the rest repaired one step at a time, each time with the step that leaves the least
wrong. Everything is whole numbers and nothing is left to chance: the same question gives the same answer.
A table that is found is a proof; that none is found proves nothing, and counts as "cannot be".
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from koers.domain.disclosed import Sleutel

Numbers = NDArray[np.int64]

_MOST_STEPS = 120
_SIZES = (1, -1, 2, -2, 3, -3, 4, -4)
_TRIED = 4  # of equally good ways
_REMEMBERED = 8  # steps that may not be taken back yet, so that the search does not go round


class Tables:
    """The free cells of a lattice, and every cell and relation as a sum of them.

    `sums`: a cell with the cells and factors that it is the sum of. `others`: (cells with factors, least,
    most) for the relations that are no sum.
    """

    def __init__(
        self,
        sleutels: Sequence[Sleutel],
        sums: Sequence[tuple[int, tuple[tuple[int, int], ...]]],
        others: Sequence[tuple[tuple[tuple[int, int], ...], int, int]],
    ) -> None:
        self._size = len(sleutels)
        self._made_of: dict[int, Mapping[int, int]] = {}
        definition: dict[int, tuple[tuple[int, int], ...]] = {}
        rest = list(others)
        for whole, parts in sums:
            if whole not in definition and not self._needs(whole, parts, definition):
                definition[whole] = parts
            else:  # a second way to make the same total
                rest.append((((whole, 1), *((cell, -factor) for cell, factor in parts)), 0, 0))
        self.sums = len(definition)
        self.free = [cell for cell in range(self._size) if cell not in definition]
        column = {cell: i for i, cell in enumerate(self.free)}
        self._rows = np.zeros((self._size + len(rest), len(self.free)), dtype=np.int64)
        for cell in range(self._size):
            for part, factor in self._expand(cell, definition).items():
                self._rows[cell, column[part]] += factor
        for i, (terms, _, _) in enumerate(rest):
            for cell, factor in terms:
                self._rows[self._size + i] += factor * self._rows[cell]
        self._rest_low = np.array([low for _, low, _ in rest], dtype=np.int64)
        self._rest_high = np.array([high for _, _, high in rest], dtype=np.int64)

    @staticmethod
    def _needs(
        whole: int, parts: tuple[tuple[int, int], ...], definition: Mapping[int, tuple[tuple[int, int], ...]]
    ) -> bool:
        """Is the whole itself, somewhere below, one of its own parts?"""
        todo, seen = [cell for cell, _ in parts], set()
        while todo:
            cell = todo.pop()
            if cell == whole:
                return True
            if cell not in seen:
                seen.add(cell)
                todo += [part for part, _ in definition.get(cell, ())]
        return False

    def _expand(self, cell: int, definition: Mapping[int, tuple[tuple[int, int], ...]]) -> Mapping[int, int]:
        if cell not in self._made_of:
            found: dict[int, int] = {}
            if cell not in definition:
                found[cell] = 1
            for part, factor in definition.get(cell, ()):
                for free, times in self._expand(part, definition).items():
                    found[free] = found.get(free, 0) + factor * times
            self._made_of[cell] = found
        return self._made_of[cell]

    def part(self, near: Sequence[int]) -> "Part":
        """The piece of the lattice in which only these cells may change."""
        columns = np.flatnonzero(np.isin(self.free, near))
        rows = np.flatnonzero(self._rows[:, columns].any(axis=1))
        return Part(self, columns, rows, self._rows[np.ix_(rows, columns)])

    def whole(self, free: Numbers) -> Numbers:
        """All cells and relations of a table, from its free cells."""
        return self._rows @ free

    def limits(self, low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
        """The bounds of the cells, followed by those of the relations."""
        return np.concatenate([low, self._rest_low]), np.concatenate([high, self._rest_high])


class Part:
    """Cells that hang together: what each free one changes, and the search for tables that fit."""

    def __init__(self, tables: Tables, columns: Numbers, rows: Numbers, steps: Numbers) -> None:
        self._tables, self._columns, self._rows, self._steps = tables, columns, rows, steps
        self._cells = [(i, int(row)) for i, row in enumerate(rows) if row < len(tables.free) + tables.sums]

    def repair(
        self, start: Numbers, low: Numbers, high: Numbers, *, turn: int = 0, most: int = _MOST_STEPS
    ) -> Numbers:
        """Free cells of the table nearest to fitting that was found, from `start`; `turn` varies ties."""
        least, most_ = (limit[self._rows] for limit in self._tables.limits(low, high))
        free = start.copy()
        now = self._tables.whole(free)[self._rows]
        taken: list[tuple[int, int]] = []
        for _ in range(most):
            wrong = np.maximum(least - now, 0) + np.maximum(now - most_, 0)
            if not wrong.any():
                break
            place, size = self._best(now, least, most_, int(wrong.max()), taken, turn)
            taken = [*taken[-_REMEMBERED:], (place, -size)]
            free[self._columns[place]] += size
            now = now + size * self._steps[:, place]
        return free

    def fits(self, free: Numbers, low: Numbers, high: Numbers) -> bool:
        """Does this table lie within the bounds, as far as this part goes?"""
        least, most = (limit[self._rows] for limit in self._tables.limits(low, high))
        now = self._tables.whole(free)[self._rows]
        return bool((now >= least).all() and (now <= most).all())

    def values_around(
        self, free: Numbers, low: Numbers, high: Numbers, needs: Mapping[int, int]
    ) -> dict[int, set[int]]:
        """Values that cells take in tables that fit and differ from this one in one free cell or two."""
        least, most = (limit[self._rows] for limit in self._tables.limits(low, high))
        now = self._tables.whole(free)[self._rows]
        found = {row: {int(now[i])} for i, row in self._cells}
        for size in _SIZES:
            self._note(found, now, size, self._fitting(now, size, least, most))
        for i, row in self._cells:
            if len(found[row]) < needs.get(row, 0):
                self._by_two(found, i, now, least, most, needs)
        return found

    def _by_two(
        self,
        found: dict[int, set[int]],
        i: int,
        now: Numbers,
        least: Numbers,
        most: Numbers,
        needs: Mapping[int, int],
    ) -> None:
        """Move a free cell of this row, and set right with another what that breaks."""
        row = int(self._rows[i])
        for place in np.flatnonzero(self._steps[i])[:_TRIED]:
            for size in _SIZES:
                if len(found[row]) >= needs[row]:
                    return
                moved = now + size * self._steps[:, place]
                if int(moved[i]) not in found[row] and least[i] <= moved[i] <= most[i]:
                    for back in (-size, size):
                        others = self._fitting(moved, back, least, most)
                        others = others[self._steps[i, others] == 0]
                        self._note(found, moved, back, others[:_TRIED])

    def _fitting(self, now: Numbers, size: int, least: Numbers, most: Numbers) -> Numbers:
        """The free cells that can change by this much, all else as it is."""
        after = now[:, None] + size * self._steps
        return np.flatnonzero(((after >= least[:, None]) & (after <= most[:, None])).all(axis=0))

    def _note(self, found: dict[int, set[int]], now: Numbers, size: int, places: Numbers) -> None:
        for place in places:
            after = now + size * self._steps[:, place]
            for i, row in self._cells:
                found[row].add(int(after[i]))

    def _best(
        self, now: Numbers, least: Numbers, most: Numbers, far: int, taken: list[tuple[int, int]], turn: int
    ) -> tuple[int, int]:
        """The free cell to change, and by how much, that leaves the least wrong."""
        found: list[tuple[int, int, int]] = []
        for size in dict.fromkeys((1, -1, far, -far)):
            after = now[:, None] + size * self._steps
            wrong = (np.maximum(least[:, None] - after, 0) + np.maximum(after - most[:, None], 0)).sum(axis=0)
            for place, sign in taken:
                if sign * size > 0:
                    wrong[place] = np.iinfo(np.int64).max
            best = np.flatnonzero(wrong == wrong.min())
            place = int(best[turn % len(best)])
            found.append((int(wrong[place]), place, size))
        _, place, size = min(found, key=lambda f: f[0])
        return place, size
