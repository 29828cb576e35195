"""Difference in differences of counted shares, with an interval that knows that periods and places differ.

What is estimated: how much more the group changed than the comparison did, in percentage points. A unit
(municipality, practice, area) weighs by its denominators; every period before, and every one after, weighs
the same. So one estimate can be read in two ways, as a contrast of units (each its change) and as a contrast
of periods (each its difference between the groups).

The interval has two parts. Chance of counting: k of n differs by p(1-p)/n, with one hit and one miss added so
that no cell seems certain (Agresti and Caffo, 2000). And what shares differ more than counting explains, from
unit to unit or from period to period, found as what is left of the spread around the means of both sides
(method of moments). Without the second part an interval is too narrow, and chance looks like success
(Bertrand, Duflo and Mullainathan, 2004). With few units or periods the spread itself is uncertain, hence
Student's t with its degrees of freedom (Donald and Lang, 2007). Units know nothing of a shock that hits a
whole group, periods nothing of one that stays: both are computed where there are at least two degrees of
freedom, and the widest holds. Where neither can be had, only chance of counting is in it, and `spreiding`
says so. What no interval here holds: noise that stays from period to period in all units of a group alike.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

from koers.domain.proeftuinen import Aanloop, Effect, Meting, Punt

ZEKER = 0.975  # both sides: a 95% interval
KANS_OM_TE_ZIEN = 0.8
MINSTE_VRIJHEID = 2
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Table:
    """Shares and their chance of counting: units down, periods across."""

    eenheden: tuple[str, ...]
    perioden: tuple[str, ...]
    groep: NDArray[np.bool_]
    na: NDArray[np.bool_]
    aandeel: Floats
    toeval: Floats
    gewicht: Floats  # within its group the weights of units add up to one


@dataclass(frozen=True, slots=True)
class _Breedte:
    """A standard error and what it was made of. `vrijheid`: None where the spread could not be seen."""

    fout: float
    spreiding: str
    vrijheid: int | None

    def times(self, kans: float) -> float:
        """How many standard errors hold this chance."""
        return float(ndtri(kans) if self.vrijheid is None else stdtrit(self.vrijheid, kans))

    @property
    def half(self) -> float:
        return self.times(ZEKER) * self.fout


def estimate(metingen: Iterable[Meting]) -> Effect | None:
    """The effect; None when a group has no unit with figures before and after the start.

    `metingen` in the order of their periods. A period that one of the groups lacks is left out; then every
    unit that lacks a period.
    """
    rows = list(metingen)
    tabel = _tabulate(rows)
    if tabel is None:
        return None
    verschil = _difference(tabel)
    breedte = max(_widths(tabel), key=lambda een: een.half)
    zien = (breedte.times(ZEKER) + breedte.times(KANS_OM_TE_ZIEN)) * breedte.fout
    named = {een.eenheid: een.groep for een in rows}
    return Effect(
        verschil=_points(verschil),
        onder=_points(verschil - breedte.half),
        boven=_points(verschil + breedte.half),
        zichtbaar=_points(zien),
        spreiding=breedte.spreiding,
        vrijheid=breedte.vrijheid,
        aanloop=_run_up(tabel),
        reeks=_series(tabel),
        groep=tuple(een for een in tabel.eenheden if named[een]),
        vergelijking=tuple(een for een in tabel.eenheden if not named[een]),
        weggelaten=tuple(een for een in named if een not in tabel.eenheden),
    )


def look_back(metingen: Iterable[Meting]) -> tuple[Aanloop, tuple[Punt, ...]]:
    """How both groups moved before the start, for who still chooses a comparison; nothing later is read."""
    tabel = _tabulate([een for een in metingen if not een.na], sides={False})
    return (Aanloop("te_kort"), ()) if tabel is None else (_run_up(tabel), _series(tabel))


def _series(tabel: _Table) -> tuple[Punt, ...]:
    sides = [_side(tabel, wie) for wie in (True, False)]
    return tuple(
        Punt(periode, bool(na), _points(hier), _points(daar))
        for periode, na, hier, daar in zip(tabel.perioden, tabel.na, *sides, strict=True)
    )


def _points(aandeel: float) -> float:
    return round(100 * float(aandeel), 2)


def _tabulate(rows: Sequence[Meting], sides: Collection[bool] = (True, False)) -> _Table | None:
    """None when a group is empty, or there are no periods on one of these sides of the start."""
    found = {(een.eenheid, een.periode): een for een in rows if een.noemer > 0}
    both = {wie: {een.periode for een in found.values() if een.groep is wie} for wie in (True, False)}
    na_of = {een.periode: een.na for een in rows if een.periode in both[True] & both[False]}
    groep_of = {
        een.eenheid: een.groep for een in rows if all((een.eenheid, periode) in found for periode in na_of)
    }
    if set(na_of.values()) != set(sides) or set(groep_of.values()) != {True, False}:
        return None
    cells = [[found[eenheid, periode] for periode in na_of] for eenheid in groep_of]
    teller, noemer = (np.array([[getattr(c, n) for c in row] for row in cells], float) for n in _COUNTS)
    basis = np.array([[c.afronding for c in row] for row in cells], float)
    groep = np.array(list(groep_of.values()))
    omvang = noemer.sum(axis=1)
    return _Table(
        eenheden=tuple(groep_of),
        perioden=tuple(na_of),
        groep=groep,
        na=np.array(list(na_of.values())),
        aandeel=teller / noemer,
        toeval=_chance(teller, noemer, basis, np.array(list(na_of.values()))),
        gewicht=omvang / np.where(groep, omvang[groep].sum(), omvang[~groep].sum()),
    )


_COUNTS = ("teller", "noemer")


def _chance(teller: Floats, noemer: Floats, basis: Floats, na: NDArray[np.bool_]) -> Floats:
    """The variance that counting alone gives each share, from all a unit counted on its side of the start.

    Events that outnumber the whole count as Poisson. Rounding to a multiple is a step that wide.
    """
    share = np.empty_like(teller)
    for side in (na, ~na):
        if not side.any():
            continue
        whole = (teller[:, side].sum(axis=1) + 1) / (noemer[:, side].sum(axis=1) + 2)
        share[:, side] = whole[:, None]
    rounded = (basis**2 - 1) / 12 * (1 + share**2) / noemer**2
    return np.where(share < 1, share * (1 - np.minimum(share, 1)), share) / noemer + rounded


def _side(tabel: _Table, groep: bool) -> Floats:
    """The share of a group per period."""
    here = tabel.groep == groep
    return tabel.gewicht[here] @ tabel.aandeel[here]


def _difference(tabel: _Table) -> float:
    """How much more the group changed than the comparison."""
    apart = _side(tabel, True) - _side(tabel, False)
    return float(apart[tabel.na].mean() - apart[~tabel.na].mean())


def _widths(tabel: _Table) -> list[_Breedte]:
    """Every standard error that these counts allow; counting alone only where no spread can be seen."""
    before, after = 1 / (~tabel.na).sum(), 1 / tabel.na.sum()
    per_unit = np.where(tabel.na, after, -before)
    changes, chance = tabel.aandeel @ per_unit, tabel.toeval @ per_unit**2
    apart = _side(tabel, True) - _side(tabel, False)
    apart_chance = tabel.gewicht**2 @ tabel.toeval
    found = [
        _width("eenheden", changes, chance, tabel.gewicht, tabel.groep),
        _width("perioden", apart, apart_chance, np.where(tabel.na, after, before), tabel.na),
    ]
    seen = [een for een in found if een is not None]
    counting = float(np.sqrt(tabel.gewicht**2 @ chance))
    return seen or [_Breedte(counting, "tellingen", None)]


def _width(
    spreiding: str, values: Floats, chance: Floats, weights: Floats, side: NDArray[np.bool_]
) -> _Breedte | None:
    """The standard error of the difference of two weighted means; None: too few values to see a spread."""
    vrijheid = len(values) - 2
    if vrijheid < MINSTE_VRIJHEID:
        return None
    extra = _extra(values, chance, weights, side)
    return _Breedte(float(np.sqrt(weights**2 @ (chance + extra))), spreiding, vrijheid)


def _extra(values: Floats, chance: Floats, weights: Floats, side: NDArray[np.bool_]) -> float:
    """The variance of a value beyond its chance of counting, at least none.

    Around a weighted mean the expected spread is the sum of w(1-w) times each variance; what is left of it
    after the chance of counting is shared by all.
    """
    means = np.where(side, *(weights[who] @ values[who] for who in (side, ~side)))
    seen = weights @ (values - means) ** 2
    room = weights * (1 - weights)
    return max(0.0, float((seen - room @ chance) / room.sum()))


def _run_up(tabel: _Table) -> Aanloop:
    """Whether the group moved away from the comparison before the start: the slope of their difference."""
    before = ~tabel.na
    apart = (_side(tabel, True) - _side(tabel, False))[before]
    if len(apart) < 2:
        return Aanloop("te_kort")
    chance = (tabel.gewicht**2 @ tabel.toeval)[before]
    time = np.arange(len(apart)) - (len(apart) - 1) / 2
    weights = time / (time**2).sum()
    helling = float(weights @ apart)
    vrijheid = len(apart) - 2
    extra = 0.0
    if vrijheid >= MINSTE_VRIJHEID:
        rest = apart - apart.mean() - helling * time
        # Of every difference the line takes its share of the noise away (the leverage of regression).
        room = 1 - 1 / len(apart) - time**2 / (time**2).sum()
        extra = max(0.0, float((rest @ rest - room @ chance) / room.sum()))
    breedte = _Breedte(
        float(np.sqrt(weights**2 @ (chance + extra))),
        "perioden",
        vrijheid if vrijheid >= MINSTE_VRIJHEID else None,
    )
    onder, boven = helling - breedte.half, helling + breedte.half
    apart_now = "geen_teken" if onder <= 0 <= boven else "uiteen"
    return Aanloop(apart_now, _points(helling), _points(onder), _points(boven))
