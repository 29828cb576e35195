"""What can be deduced from published numbers: cells, the relations between them, and the values left.

A cell is a whole number of 0 or more. A relation says how cells hang together (a total and its parts,
a stock and its flows). Bounds follow by propagation: every relation narrows every cell in it, until
nothing narrows any more. Where the relations form no cycle these bounds are exact: every whole number
within them occurs in some table that fits. Where they do form a cycle (rows and columns, stock and flow)
propagation may leave too much, and then nothing is called safe. Relations that follow from others are set
aside first: they tell nothing new, and would only seem to close a cycle.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from koers.domain.disclosed import Sleutel

VEEL = 10**12  # stands for "no upper bound"


@dataclass(frozen=True, slots=True)
class Verband:
    """How a cell (`geheel`) hangs together with others (`delen`, each with a factor 1 or -1).

    som: the whole is the sum of the parts times their factor. vereniging: persons who may be in more than
    one part, so the whole is at least the largest part and at most their sum. deel: no part exceeds it.
    hoogstens: the whole is at most the sum of the parts, and may be less than any of them.
    """

    soort: Literal["som", "vereniging", "deel", "hoogstens"]
    geheel: Sleutel
    delen: tuple[tuple[Sleutel, int], ...]

    def holds(self, cellen: Mapping[Sleutel, int]) -> bool:
        """Is it true of these numbers?"""
        whole = cellen[self.geheel]
        parts = [factor * cellen[deel] for deel, factor in self.delen]
        if self.soort == "som":
            return whole == sum(parts)
        at_least = self.soort == "hoogstens" or max(parts, default=0) <= whole
        return at_least and (self.soort == "deel" or whole <= sum(parts))


def total(geheel: Sleutel, delen: Iterable[Sleutel], *, uniek: bool = False) -> Verband:
    """A total over parts; `uniek`: of persons who may be in more than one part."""
    return Verband("vereniging" if uniek else "som", geheel, tuple((deel, 1) for deel in delen))


def at_most(geheel: Sleutel, delen: Iterable[Sleutel]) -> Verband:
    """A count of a region that moves within it can only make smaller."""
    return Verband("hoogstens", geheel, tuple((deel, 1) for deel in delen))


def balance(eind: Sleutel, begin: Sleutel, instroom: Sleutel, uitstroom: Sleutel) -> Verband:
    """Stock at the end = stock at the beginning + inflow - outflow."""
    return Verband("som", eind, ((begin, 1), (instroom, 1), (uitstroom, -1)))


def part_of(deel: Sleutel, geheel: Sleutel) -> Verband:
    """A count within another."""
    return Verband("deel", geheel, ((deel, 1),))


def crossed(
    dimensies: Sequence[Mapping[str, Sequence[str]]], sleutels: Iterable[Sleutel], *, uniek: bool = False
) -> list[Verband]:
    """The totals of a table: per dimension which value is the total of which others.

    `dimensies`: one mapping per part of the key, from a total to its parts; empty when it has none.
    """
    present = set(sleutels)
    found = []
    for place, totals in enumerate(dimensies):
        for sleutel in sorted(present):
            parts = [
                (*sleutel[:place], deel, *sleutel[place + 1 :]) for deel in totals.get(sleutel[place], ())
            ]
            if parts and present.issuperset(parts):
                found.append(total(sleutel, parts, uniek=uniek))
    return found


def independent(verbanden: Iterable[Verband]) -> list[Verband]:
    """The relations without the sums that follow from sums before them (elimination in fractions)."""
    kept: list[Verband] = []
    solved: dict[Sleutel, dict[Sleutel, Fraction]] = {}  # a cell, as a sum of cells that are not solved
    for v in verbanden:
        if v.soort == "som":
            rest = _substituted({v.geheel: 1, **{deel: -factor for deel, factor in v.delen}}, solved)
            if not rest:
                continue
            cell = v.geheel if v.geheel in rest else min(rest)
            share = rest.pop(cell)
            solution = {other: -factor / share for other, factor in rest.items()}
            for naam, other in solved.items():
                if cell in other:
                    solved[naam] = _substituted(other, {cell: solution})
            solved[cell] = solution
        kept.append(v)
    return kept


def _substituted(
    terms: Mapping[Sleutel, int | Fraction], solved: Mapping[Sleutel, Mapping[Sleutel, Fraction]]
) -> dict[Sleutel, Fraction]:
    """The sum of cells with their factors, with every solved cell written out; what cancels out is gone."""
    found: dict[Sleutel, Fraction] = defaultdict(Fraction)
    for cell, factor in terms.items():
        for other, share in solved.get(cell, {cell: Fraction(1)}).items():
            found[other] += factor * share
    return {cell: factor for cell, factor in found.items() if factor}


@dataclass(frozen=True, slots=True)
class _Row:
    """laag <= sum of factor x cell <= hoog; `verband` is the number of the relation it comes from."""

    cells: tuple[tuple[int, int], ...]
    laag: int
    hoog: int
    verband: int


class Bounds:
    """The lowest and highest value of every cell, given all that was told so far."""

    def __init__(self, sleutels: Sequence[Sleutel], verbanden: Sequence[Verband]) -> None:
        self.place = {sleutel: i for i, sleutel in enumerate(sleutels)}
        self.verbanden = independent(verbanden)
        self.low = [0] * len(sleutels)
        self.high = [VEEL] * len(sleutels)
        self.told: set[int] = set()
        self._rows = list(self._make_rows())
        self._rows_of: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            for cell, _ in row.cells:
                self._rows_of[cell].append(number)
        self._members = [
            tuple({self.place[v.geheel], *(self.place[deel] for deel, _ in v.delen)}) for v in self.verbanden
        ]
        # What every question below asks of a relation, looked up once: these are walked millions of times.
        self._whole = [self.place[v.geheel] for v in self.verbanden]
        self._adds_up = [all(f > 0 for _, f in v.delen) for v in self.verbanden]
        self._part_of = [
            tuple(self.place[deel] for deel, _ in v.delen) if v.soort == "deel" else None
            for v in self.verbanden
        ]
        self._groups: dict[int, set[int]] = defaultdict(set)
        for number, cells in enumerate(self._members):
            for cell in cells:
                self._groups[cell].add(number)

    def _make_rows(self) -> Iterator[_Row]:
        for number, v in enumerate(self.verbanden):
            whole = self.place[v.geheel]
            parts = [(self.place[deel], factor) for deel, factor in v.delen]
            if v.soort != "deel":
                yield _Row(
                    ((whole, 1), *((c, -f) for c, f in parts)), 0 if v.soort == "som" else -VEEL, 0, number
                )
            if v.soort in ("vereniging", "deel"):
                for cell, _ in parts:
                    yield _Row(((whole, 1), (cell, -1)), 0, VEEL, number)

    def tell(self, cell: int, low: int, high: int) -> None:
        """The cell is now known to lie between these. ValueError when that cannot be."""
        self.told.add(cell)
        self.low[cell], self.high[cell] = max(self.low[cell], low), min(self.high[cell], high)
        if not self._narrow(self.low, self.high, self._rows_of[cell]):
            raise ValueError("what is told contradicts itself")

    def settle(self) -> None:
        """Work out all bounds from the beginning."""
        if not self._narrow(self.low, self.high, range(len(self._rows))):
            raise ValueError("what is told contradicts itself")

    def leaves(self, cell: int, low: int, high: int, needs: "Needs") -> bool:
        """If the cell were told to lie between these, would every cell keep the values it needs?

        Only what was told before decides, never a true number. A told range that no table fits: False.
        """
        lows, highs = self.low.copy(), self.high.copy()
        lows[cell], highs[cell] = max(lows[cell], low), min(highs[cell], high)
        if lows[cell] > highs[cell] or not self._narrow(lows, highs, self._rows_of[cell]):
            return False
        near, _ = self._neighbourhood(cell, lows, highs)
        return all(highs[c] - lows[c] + 1 >= needs.of(c, lows[c]) for c in near)

    def closes_cycle(self, cell: int) -> bool:
        """Would the relations form a cycle once this cell is told? Then the bounds are not exact any more."""
        return self._neighbourhood(cell, self.low, self.high)[1]

    def _narrow(self, low: list[int], high: list[int], rows: Iterable[int]) -> bool:
        """Narrow the bounds in place until nothing changes. False: no table can fit."""
        todo = list(rows)
        waiting = set(todo)
        while todo:
            number = todo.pop()
            waiting.discard(number)
            changed = self._narrow_row(self._rows[number], low, high)
            if changed is None:
                return False
            for cell in changed:
                for other in self._rows_of[cell]:
                    if other not in waiting:
                        waiting.add(other)
                        todo.append(other)
        return True

    @staticmethod
    def _narrow_row(row: _Row, low: list[int], high: list[int]) -> list[int] | None:
        """The cells that became narrower; None when the row cannot hold."""
        least = most = 0
        for c, f in row.cells:
            least += f * (low[c] if f > 0 else high[c])
            most += f * (high[c] if f > 0 else low[c])
        above, below = row.hoog - least, most - row.laag  # what is left to move in
        if above < 0 or below < 0:
            return None
        changed = []
        for c, f in row.cells:
            # A cell can go from its one end as far as the row has left, whatever the others do.
            rise, fall = (above, below) if f > 0 else (below, above)
            highest, lowest = low[c] + rise, high[c] - fall
            if highest < high[c] and highest < VEEL // 2:
                high[c] = highest
                changed.append(c)
            if lowest > low[c]:
                low[c] = lowest
                changed.append(c)
            if low[c] > high[c]:
                return None
        return changed

    def _says_nothing(self, number: int, low: list[int], high: list[int]) -> bool:
        """A part that, as far as told, cannot exceed its whole anyway: neither says anything of the other."""
        parts = self._part_of[number]
        if parts is None:
            return False
        least = low[self._whole[number]]
        return not any(high[part] > least for part in parts)

    def _active(self, start: int, low: list[int], high: list[int]) -> set[int]:
        """Relations that tell something. A whole of which nothing was told is whatever its parts are."""
        active = {n for n in range(len(self.verbanden)) if not self._says_nothing(n, low, high)}
        todo = sorted(active)
        while todo:
            number = todo.pop()
            if number not in active or not self._adds_up[number]:
                continue
            whole = self._whole[number]
            if whole in self.told or whole == start or self._holds_elsewhere(whole, number, active):
                continue
            active.discard(number)
            # Its parts may be wholes that now take everything too.
            todo += [n for c in self._members[number] for n in self._groups[c] if n in active]
        return active

    def _holds_elsewhere(self, cell: int, number: int, active: set[int]) -> bool:
        """Whether another relation that tells something has this cell."""
        return any(other != number and other in active for other in self._groups[cell])

    def _neighbourhood(self, start: int, low: list[int], high: list[int]) -> tuple[list[int], bool]:
        """The cells that hang together with this one, and whether the relations among them form a cycle.

        A cell that is already known passes nothing on.
        """
        active = self._active(start, low, high)
        free = {n: [c for c in self._members[n] if low[c] < high[c]] for n in active}
        groups_of: dict[int, list[int]] = defaultdict(list)
        for n, cells in free.items():
            for c in cells:
                groups_of[c].append(n)
        seen, groups, todo = {start}, set(), [start]
        while todo:
            for n in groups_of[todo.pop()]:
                if n not in groups:
                    groups.add(n)
                    todo += [c for c in free[n] if c not in seen]
                    seen.update(free[n])
        edges = sum(len(free[n]) for n in groups)
        return sorted(seen), edges > len(seen) + len(groups) - 1


class Needs:
    """How many values each cell must keep: five when it can be small, three otherwise, and never more than
    it had before anything of this table was told. Cells that everybody knows need none.
    """

    def __init__(self, bounds: Bounds, small: int, values_small: int, values: int) -> None:
        self._before = [high - low + 1 for low, high in zip(bounds.low, bounds.high, strict=True)]
        self._small, self._values_small, self._values = small, values_small, values

    def of(self, cell: int, low: int) -> int:
        """For a cell whose lowest possible value is `low`."""
        wish = self._values_small if low <= self._small else self._values
        return min(wish, self._before[cell])
