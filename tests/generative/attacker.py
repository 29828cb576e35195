"""An outsider who reads everything that is published, knows the relations, and solves for the rest.

Integer programming (HiGHS) gives the exact least and most that each cell can be, and which values between
them are possible. Nothing here is shared with the publisher.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

MOST = 100_000


@dataclass
class Attacker:
    """`told`: per key the least and most published. `relations`: (kind, whole, parts with factor)."""

    told: dict
    relations: list

    def __post_init__(self):
        keys = set(self.told)
        for _, whole, parts in self.relations:
            keys |= {whole, *(part for part, _ in parts)}
        self.keys = sorted(keys)
        self.place = {key: i for i, key in enumerate(self.keys)}
        rows = list(self._rows())
        self.matrix = np.zeros((max(len(rows), 1), len(self.keys)))
        self.down, self.up = np.full(len(self.matrix), -np.inf), np.full(len(self.matrix), np.inf)
        for i, (terms, down, up) in enumerate(rows):
            self.down[i], self.up[i] = down, up
            for key, factor in terms:
                self.matrix[i, self.place[key]] += factor
        self.low = np.array([self.told.get(key, (0, None))[0] for key in self.keys], dtype=float)
        highs = [self.told.get(key, (0, None))[1] for key in self.keys]
        self.high = np.array([MOST if high is None else high for high in highs], dtype=float)

    def _rows(self):
        for kind, whole, parts in self.relations:
            less = [(whole, 1), *((part, -factor) for part, factor in parts)]
            if kind == "som":
                yield less, 0, 0
            if kind in ("vereniging", "hoogstens"):
                yield less, -np.inf, 0
            if kind in ("vereniging", "deel"):
                for part, _ in parts:
                    yield [(whole, 1), (part, -1)], 0, np.inf

    def _solve(self, goal, low, high):
        return milp(
            goal,
            constraints=LinearConstraint(self.matrix, self.down, self.up),
            bounds=Bounds(low, high),
            integrality=np.ones(len(self.keys)),
        )

    def bounds(self, key):
        """The least and the most that this cell can be."""
        goal = np.zeros(len(self.keys))
        goal[self.place[key]] = 1
        least, most = self._solve(goal, self.low, self.high), self._solve(-goal, self.low, self.high)
        assert least.success
        assert most.success
        return round(least.fun), round(-most.fun)

    def possible(self, key, enough=5):
        """How many values this cell can have, counted up to `enough`."""
        low, high = self.bounds(key)
        found, nothing = 0, np.zeros(len(self.keys))
        for value in range(low, high + 1):
            fixed_low, fixed_high = self.low.copy(), self.high.copy()
            fixed_low[self.place[key]] = fixed_high[self.place[key]] = value
            found += self._solve(nothing, fixed_low, fixed_high).success
            if found == enough:
                break
        return found
