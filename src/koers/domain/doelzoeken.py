"""Backwards from a goal: how far a lever has to be turned for a chance that is good enough.

The chance of a goal grows with a lever (all runs share their luck), so halving finds the smallest step.
What is found was played itself; what is not found is said, with the best that could be reached.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gevonden:
    """The smallest position that is good enough and its chance; without one (None) the chance at the end."""

    procent: int | None
    kans: float


@dataclass(frozen=True, slots=True)
class Grenspunt:
    """Two levers: this much of the first needs this much of the second (None: not even all of it)."""

    eerste: int
    tweede: int | None
    kans: float


def smallest(kans_bij: Callable[[int], float], nodig: float, hoogste: int) -> Gevonden:
    """The smallest whole percent from 0 to `hoogste` with a chance of at least `nodig` (0 to 1)."""
    genoeg, kans = hoogste, kans_bij(hoogste)
    if kans < nodig:
        return Gevonden(None, kans)
    te_weinig = -1
    while genoeg - te_weinig > 1:
        midden = (genoeg + te_weinig) // 2
        gevonden = kans_bij(midden)
        if gevonden >= nodig:
            genoeg, kans = midden, gevonden
        else:
            te_weinig = midden
    return Gevonden(genoeg, kans)


def frontier(
    kans_bij: Callable[[int, int], float], nodig: float, hoogste: int, stappen: Sequence[int]
) -> tuple[Grenspunt, ...]:
    """Per position of the first lever the smallest of the second. More of the first never needs more of the
    second, so each search begins where the one before ended.
    """
    punten: list[Grenspunt] = []
    for eerste in stappen:
        tot = next((p.tweede for p in reversed(punten) if p.tweede is not None), hoogste)
        gevonden = smallest(lambda tweede, eerste=eerste: kans_bij(eerste, tweede), nodig, tot)  # type: ignore[misc]
        punten.append(Grenspunt(eerste, gevonden.procent, gevonden.kans))
        if gevonden.procent == 0:
            break
    return tuple(punten)


def cheapest(
    punten: Sequence[Grenspunt], prijs_eerste: int, prijs_tweede: int
) -> tuple[Grenspunt, int] | None:
    """The point that costs least, in cents a year, at a price per percent point; None when no point will do.

    Without prices a percent point of each counts the same (then the sum of both is the answer's second half).
    """
    if not prijs_eerste and not prijs_tweede:
        prijs_eerste = prijs_tweede = 1
    known = [(p, p.eerste * prijs_eerste + p.tweede * prijs_tweede) for p in punten if p.tweede is not None]
    return min(known, key=lambda een: (een[1], een[0].eerste), default=None)
