"""Backwards from a goal: how far a lever has to be turned for a chance that is good enough, one lever, two
together, or all of them.

The chance of a goal grows with a lever (all runs share their luck), so halving finds the smallest step.
What is found was played itself; what is not found is said, with the best that could be reached.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

# So many percent more of one lever are tried for as much less of another as that allows.
RUILSTAPPEN = (1, 2, 3, 5, 10)


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


@dataclass(frozen=True, slots=True)
class Mengsel:
    """A position of every lever, in the order asked, with its chance and what it costs a year in cents (or,
    without prices, the sum of the percentages).
    """

    standen: tuple[int, ...]
    kans: float
    kosten: int


Standen = tuple[int, ...]


def cost(standen: Standen, prijzen: Sequence[int]) -> int:
    """Of a position, at a price per percent point."""
    return sum(stand * prijs for stand, prijs in zip(standen, prijzen, strict=True))


def cheapest_guess(
    tekort: Callable[[Standen], float], hoogste: int, prijzen: Sequence[int]
) -> Standen | None:
    """A position that costs little and for which `tekort` (what is still missing; 0 or less is enough) says
    it will do; None when not even everything does. `tekort` is cheap and falls with every lever.

    One lever does more, the further it is turned while the others stand still: so the cheapest is to turn few
    levers to their end, and one a little. All of those are tried, and each is made cheaper where it can be.
    Whole percents can hide a mix that is cheaper by less than one percent of the dearest lever.
    """
    if tekort((hoogste,) * len(prijzen)) > 0:
        return None
    return min(
        (
            _exchanged(tekort, standen, hoogste, prijzen)
            for standen in _corners(tekort, hoogste, len(prijzen))
        ),
        key=lambda standen: (cost(standen, prijzen), standen),
    )


def _corners(tekort: Callable[[Standen], float], hoogste: int, aantal: int) -> Iterator[Standen]:
    """Some levers at their end, which is not enough, and one more as far as makes it enough."""
    nul = (0,) * aantal
    if tekort(nul) <= 0:
        yield nul
    for vol in product((0, hoogste), repeat=aantal):
        if tekort(vol) <= 0:
            continue
        for knop in range(aantal):
            erbij = (*vol[:knop], hoogste, *vol[knop + 1 :])
            if not vol[knop] and tekort(erbij) <= 0:
                yield (*vol[:knop], _least(tekort, erbij, knop), *vol[knop + 1 :])


def _least(tekort: Callable[[Standen], float], standen: Sequence[int], knop: int) -> int:
    """How little of one lever is enough, the others as they are; it is enough as it stands."""
    laag, hoog = 0, standen[knop]
    while laag < hoog:
        midden = (laag + hoog) // 2
        if tekort((*standen[:knop], midden, *standen[knop + 1 :])) <= 0:
            hoog = midden
        else:
            laag = midden + 1
    return hoog


def _exchanged(
    tekort: Callable[[Standen], float], standen: Standen, hoogste: int, prijzen: Sequence[int]
) -> Standen:
    """More of one lever for less of another, as long as that is cheaper."""
    while True:
        beter = [
            ruil
            for een in range(len(standen))
            for meer in RUILSTAPPEN
            if standen[een] + meer <= hoogste
            for ander in range(len(standen))
            if ander != een and standen[ander]
            for ruil in [_swapped(tekort, standen, een, standen[een] + meer, ander)]
            if cost(ruil, prijzen) < cost(standen, prijzen)
        ]
        if not beter:
            return standen
        standen = min(beter, key=lambda ruil: (cost(ruil, prijzen), ruil))


def _swapped(
    tekort: Callable[[Standen], float], standen: Standen, een: int, naar: int, ander: int
) -> Standen:
    ruim = list(standen)
    ruim[een] = naar
    ruim[ander] = _least(tekort, ruim, ander)
    return tuple(ruim)


def settle(
    kans_bij: Callable[[Standen], float], nodig: float, begin: Standen, hoogste: int, prijzen: Sequence[int]
) -> Mengsel | None:
    """From a guess to a position that was played itself: with a chance of at least `nodig`, and one percent
    less of any lever is not enough. None when not even everything is.
    """
    standen = list(begin)
    while kans_bij(tuple(standen)) < nodig:
        # The cheapest lever that is not at its end; those that do not take part have no room.
        ruimte = [knop for knop in range(len(standen)) if standen[knop] < hoogste]
        if not ruimte:
            return None
        gebruikt = [knop for knop in ruimte if standen[knop]] or ruimte
        standen[min(gebruikt, key=lambda knop: prijzen[knop])] += 1
    minder = True
    while minder:
        minder = False
        for knop in sorted(range(len(standen)), key=lambda knop: -prijzen[knop]):
            while standen[knop] and kans_bij(_less(standen, knop)) >= nodig:
                standen[knop] -= 1
                minder = True
    klaar = tuple(standen)
    return Mengsel(klaar, kans_bij(klaar), cost(klaar, prijzen))


def _less(standen: Sequence[int], knop: int) -> Standen:
    return (*standen[:knop], standen[knop] - 1, *standen[knop + 1 :])
