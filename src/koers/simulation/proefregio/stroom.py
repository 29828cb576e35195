"""Chance, addressed by name x step x person.

A draw is a hash of (seed, name of the stream, step, key of the person or row). Nothing is consumed,
so a new table with its own stream cannot shift any other, and the order of drawing does not matter.

Everything here is integer arithmetic: floating-point logarithms and sums may differ in their last
bit between processors, integers do not. A "draw" is an int64 in [0, 2**32), a uniform number in
units of 2**-32. Chances are given in promille.
"""

import hashlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
Maskers = NDArray[np.bool_]

EEN: Final = 1 << 32
_GAMMA: Final = np.uint64(0x9E3779B97F4A7C15)
_M1: Final = np.uint64(0xBF58476D1CE4E5B9)
_M2: Final = np.uint64(0x94D049BB133111EB)
# 2**32 divided by the golden ratio: the step of a sequence that stays even over every window.
_GULDEN: Final = 2654435769


def _meng(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of splitmix64 (Steele, Lea and Flood 2014): each input bit moves every output bit."""
    x = (x ^ (x >> np.uint64(30))) * _M1
    x = (x ^ (x >> np.uint64(27))) * _M2
    return x ^ (x >> np.uint64(31))


class Stroom:
    """One named stream of chance. Same seed, name, step and key: same draw, on any machine."""

    def __init__(self, seed: int, naam: str) -> None:
        digest = hashlib.blake2b(f"{seed}/{naam}".encode(), digest_size=8).digest()
        self._sleutel = np.uint64(int.from_bytes(digest, "little"))

    def bits(self, wie: Getallen, stap: int | Getallen = 0) -> NDArray[np.uint64]:
        """64 hashed bits per key; `stap` tells apart the draws of one person."""
        stappen = np.asarray(stap, dtype=np.int64).astype(np.uint64)
        with np.errstate(over="ignore"):
            voet = _meng(np.atleast_1d(stappen * _GAMMA + self._sleutel))
            return _meng(_meng(np.asarray(wie, dtype=np.int64).astype(np.uint64) * _GAMMA + voet))

    def deel(self, wie: Getallen, stap: int | Getallen = 0) -> Getallen:
        """A draw per key: int64 in [0, 2**32)."""
        return (self.bits(wie, stap) >> np.uint64(32)).astype(np.int64)

    def geheel(self, wie: Getallen, onder: int | Getallen, boven: int | Getallen, stap: int = 0) -> Getallen:
        """A whole number from `onder` up to and including `boven`, all equally likely."""
        laag = np.asarray(onder, dtype=np.int64)
        return laag + ((self.deel(wie, stap) * (np.asarray(boven, dtype=np.int64) - laag + 1)) >> 32)

    def kans(self, wie: Getallen, promille: int | Getallen, stap: int = 0) -> Maskers:
        """True with the given chance in promille (a number, or one per key)."""
        return self.deel(wie, stap) * 1000 < np.asarray(promille, dtype=np.int64) * EEN

    def keuze(self, wie: Getallen, gewichten: Getallen | tuple[int, ...], stap: int = 0) -> Getallen:
        """Index of a choice with whole weights: one list for all, or one row of weights per key."""
        return kies(self.deel(wie, stap), gewichten)

    def gelaagd(self, wie: Getallen, groep: Getallen, stap: int = 0) -> Getallen:
        """Draws that are spread evenly within each group: n persons get one draw in each n-th part.

        The draws of one person stay uniform; the mean of a group is steadier than with free draws.
        """
        volgorde = np.lexsort((self.bits(wie, stap), groep))
        rang, grootte = rang_en_grootte(groep, volgorde)
        return ((rang << 32) + self.deel(wie, stap + 1_000_003)) // np.maximum(grootte, 1)


def kies(u: Getallen, gewichten: Getallen | tuple[int, ...]) -> Getallen:
    """The index in which draw `u` falls when the whole weights are laid end to end."""
    reeks = np.asarray(gewichten, dtype=np.int64)
    som = np.cumsum(reeks, axis=-1)
    plek = (u * som[..., -1]) >> 32
    if reeks.ndim == 1:
        return np.searchsorted(som, plek, side="right").astype(np.int64)
    return (som <= plek[:, None]).sum(axis=1).astype(np.int64)


def gulden(rang: Getallen, begin: Getallen) -> Getallen:
    """Draws that are even over every stretch of consecutive ranks (a Weyl sequence), from phase `begin`."""
    return (begin + (rang % EEN) * _GULDEN) % EEN


def systematisch(volgorde: Getallen, groep: Getallen, promille: Getallen, fase: Getallen) -> Maskers:
    """Choose rows with the given chances, so that along `volgorde` (which sorts by group) every stretch gets
    its expected number, give or take one (systematic sampling with unequal chances).

    `fase` holds each group's running total in promille; it goes on where an earlier call stopped.
    """
    gekozen = np.zeros(len(groep), dtype=bool)
    if not len(groep):
        return gekozen
    p, g = promille[volgorde], groep[volgorde]
    som = np.cumsum(p)
    eerste = np.searchsorted(g, g, side="left")
    tot_hier = som - (som - p)[eerste] + fase[g]
    gekozen[volgorde] = tot_hier // 1000 > (tot_hier - p) // 1000
    fase += np.bincount(g, p, len(fase)).astype(np.int64)
    return gekozen


def rang_en_grootte(groep: Getallen, volgorde: Getallen) -> tuple[Getallen, Getallen]:
    """Rank of each row within its group along `volgorde` (which sorts by group), and the group's size."""
    n = len(groep)
    if n == 0:
        leeg = np.zeros(0, dtype=np.int64)
        return leeg, leeg
    gesorteerd = groep[volgorde]
    nieuw = np.ones(n, dtype=bool)
    nieuw[1:] = gesorteerd[1:] != gesorteerd[:-1]
    eerste = np.flatnonzero(nieuw)
    aantallen = np.diff(np.append(eerste, n))
    rang, grootte = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    rang[volgorde] = np.arange(n) - np.repeat(eerste, aantallen)
    grootte[volgorde] = np.repeat(aantallen, aantallen)
    return rang, grootte


def rang_binnen(groep: Getallen, *sleutels: NDArray[np.generic]) -> Getallen:
    """Rank within the group, ordered by the keys (the first counts most); ties keep their order."""
    volgorde = np.lexsort((*reversed(sleutels), groep))
    return rang_en_grootte(groep, volgorde)[0]


class Kwantielen:
    """A distribution over whole numbers, as (promille, value) knots with straight lines between them."""

    def __init__(self, *knopen: tuple[int, int]) -> None:
        if knopen[0][0] != 0 or knopen[-1][0] != 1000 or list(knopen) != sorted(knopen):
            raise ValueError("quantile knots run from 0 to 1000 promille and never go down")
        self.knopen = knopen
        self._p = np.array([p * EEN // 1000 for p, _ in knopen], dtype=np.int64)
        self._x = np.array([x for _, x in knopen], dtype=np.int64)

    def __call__(self, u: Getallen) -> Getallen:
        """The values that belong to draws `u`."""
        i = np.clip(np.searchsorted(self._p, u, side="right"), 1, len(self._p) - 1)
        p0, p1, x0, x1 = self._p[i - 1], self._p[i], self._x[i - 1], self._x[i]
        return x0 + (x1 - x0) * (u - p0) // (p1 - p0)

    @property
    def gemiddelde(self) -> float:
        """Mean of the distribution (before whole-number rounding, which lowers it by about a half)."""
        paren = zip(self.knopen[:-1], self.knopen[1:], strict=True)
        return sum((p1 - p0) * (x0 + x1) for (p0, x0), (p1, x1) in paren) / 2000


def deel_uit(totaal: int, gewichten: list[int]) -> list[int]:
    """Share a whole total over whole weights without losing one: largest remainders, first come first."""
    som = sum(gewichten)
    if som == 0:
        return [0] * len(gewichten)
    delen = [totaal * g // som for g in gewichten]
    rest = sorted(range(len(gewichten)), key=lambda i: (-(totaal * gewichten[i] % som), i))
    for i in rest[: totaal - sum(delen)]:
        delen[i] += 1
    return delen
