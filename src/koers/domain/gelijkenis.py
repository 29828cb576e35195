"""Which municipalities are most alike: pure counting over published figures of one year.

Every characteristic is first put on the same scale, so that none decides only because its numbers are
large. The scale is robust (median, and the median distance to it): a few very large cities do not
stretch it. The figure that people want to compare is never a characteristic, else the answer would be
in the question.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log10, sqrt
from statistics import fmean, median, pstdev, quantiles

# The median distance of a normal distribution is this part of its standard deviation; the quartile
# distance so many times.
MAD_NAAR_STAP = 1.4826
IQR_NAAR_STAP = 1 / 1.349
# Fewer characteristics in common than this is too little to call two municipalities alike.
MINSTENS = 4


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A characteristic to compare by. `verhouding`: twice as much counts, not so many more (logarithm)."""

    naam: str
    verhouding: bool = False

    def measure(self, waarde: Decimal) -> float:
        """The value on the line on which distances are taken. Raises ValueError for a log of nothing."""
        return log10(waarde) if self.verhouding else float(waarde)


# Size, ages, income and how urban: what a municipality is, not what its youth care does.
KENMERKEN = (
    Kenmerk("inwoners", verhouding=True),
    Kenmerk("aandeel_0_14"),
    Kenmerk("aandeel_15_24"),
    Kenmerk("gemiddeld_inkomen"),
    Kenmerk("bijstand_per_1000"),
    Kenmerk("stedelijkheid"),
)


@dataclass(frozen=True, slots=True)
class Verschil:
    """Own and other value of one characteristic. `stappen`: how far apart, in the usual difference between
    municipalities; positive when the other has more.
    """

    kenmerk: str
    eigen: Decimal
    ander: Decimal
    stappen: float


@dataclass(frozen=True, slots=True)
class Gelijke:
    """A municipality that is alike. `afstand`: root of the mean square of the steps over what both have.
    `ontbreekt`: characteristics that did not count for this pair, because one of the two has no figure.
    """

    code: str
    afstand: float
    verschillen: tuple[Verschil, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """The nearest of all. `kenmerken`: what was compared by; `zonder`: what could not be (no own figure, or
    all municipalities the same). Empty `gelijken` with few `kenmerken`: too little is known.
    """

    gelijken: tuple[Gelijke, ...]
    kenmerken: tuple[str, ...]
    zonder: tuple[str, ...]
    stappen: Mapping[str, float]


def nearest(
    code: str,
    codes: Sequence[str],
    kolommen: Mapping[str, Sequence[Decimal | None]],
    *,
    aantal: int = 8,
    kenmerken: Sequence[Kenmerk] = KENMERKEN,
) -> Gelijkenis:
    """The `aantal` municipalities most like `code`; place i of every column is that of codes[i].

    Equal distances stand in the order of the code, so the answer is always the same. Raises ValueError
    when `code` is not among `codes`.
    """
    if code not in codes:
        raise ValueError(f"{code} is none of the municipalities to compare with")
    eigen = codes.index(code)
    maten = {kenmerk.naam: _measures(kenmerk, kolommen.get(kenmerk.naam, ())) for kenmerk in kenmerken}
    stappen = {
        naam: stap
        for naam, rij in maten.items()
        if rij and rij[eigen] is not None and (stap := step([waarde for waarde in rij if waarde is not None]))
    }
    zonder = tuple(kenmerk.naam for kenmerk in kenmerken if kenmerk.naam not in stappen)
    if len(stappen) < MINSTENS:
        return Gelijkenis((), tuple(stappen), zonder, stappen)
    paren = (
        _pair(plek, eigen, codes, kolommen, maten, stappen) for plek in range(len(codes)) if plek != eigen
    )
    found = sorted((paar for paar in paren if paar is not None), key=lambda paar: (paar.afstand, paar.code))
    return Gelijkenis(tuple(found[:aantal]), tuple(stappen), zonder, stappen)


def step(maten: Sequence[float]) -> float:
    """The usual difference between municipalities: about a standard deviation, but outliers do not count.

    Falls back on the quartiles, then on the standard deviation, where most have the same value; 0 when all
    have.
    """
    midden = median(maten)
    afwijking = median(abs(maat - midden) for maat in maten) * MAD_NAAR_STAP
    if afwijking or len(maten) < 2:
        return afwijking
    laag, _, hoog = quantiles(maten, n=4, method="inclusive")
    return (hoog - laag) * IQR_NAAR_STAP or pstdev(maten)


def _measures(kenmerk: Kenmerk, waarden: Sequence[Decimal | None]) -> list[float | None]:
    """On the line of the characteristic; what has no figure, or no logarithm, stays without."""
    return [
        None if waarde is None or (kenmerk.verhouding and waarde <= 0) else kenmerk.measure(waarde)
        for waarde in waarden
    ]


def _pair(
    plek: int,
    eigen: int,
    codes: Sequence[str],
    kolommen: Mapping[str, Sequence[Decimal | None]],
    maten: Mapping[str, list[float | None]],
    stappen: Mapping[str, float],
) -> Gelijke | None:
    """Two municipalities beside each other; None when they have too few figures in common."""
    verschillen = tuple(_differences(plek, eigen, kolommen, maten, stappen))
    if len(verschillen) < MINSTENS:
        return None
    bekend = {verschil.kenmerk for verschil in verschillen}
    return Gelijke(
        codes[plek],
        # Rounded, so that a last binary digit does not decide between two that are equally far.
        round(sqrt(fmean(verschil.stappen**2 for verschil in verschillen)), 9),
        verschillen,
        tuple(naam for naam in stappen if naam not in bekend),
    )


def _differences(
    plek: int,
    eigen: int,
    kolommen: Mapping[str, Sequence[Decimal | None]],
    maten: Mapping[str, list[float | None]],
    stappen: Mapping[str, float],
) -> Iterator[Verschil]:
    for naam, stap in stappen.items():
        hier, daar = maten[naam][eigen], maten[naam][plek]
        waarde, andere = kolommen[naam][eigen], kolommen[naam][plek]
        if hier is not None and daar is not None and waarde is not None and andere is not None:
            yield Verschil(naam, waarde, andere, (daar - hier) / stap)
