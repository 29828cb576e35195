"""From counts to why they changed: staying, stock, and spending. Exact, and the parts add up.

*Staying* is the estimate of Kaplan and Meier: of who was at risk on each moment, the part that did not stop.

*Stock.* The end - the beginning = inflow - outflow. Against an earlier year, with I inflow, P days with
help and r = outflow / P (how fast the drain runs):

    growth = (I' - r'P)   what would have happened with the tap and the drain of the earlier year
           + (I - I')     the tap runs harder or softer
           - (r - r')P    the drain is slower (more growth) or faster

*Spending* = young people x months of each x cents per month. Of three factors that change together each gets
its average share over all orders in which they could have changed (Shapley), so no order is favoured.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from math import prod
from typing import Literal

Oorzaak = Literal["instroom", "uitstroom", "beide", "geen"]
ZEKER = 2  # standard deviations: what chance alone does in one year of twenty


GENOEG = 5  # stays at risk; a curve that was made with fewer is not sure any more from there on


@dataclass(frozen=True, slots=True)
class Verblijfsduur:
    """The curve of staying: `punten` are (moment, part that is still there after it), falling."""

    punten: tuple[tuple[int, Fraction], ...]

    def after(self, dagen: int) -> Fraction:
        """The part that is still there after so many days; 1 before anybody stopped."""
        return next((part for moment, part in reversed(self.punten) if moment <= dagen), Fraction(1))

    def quantile(self, deel: Fraction) -> int | None:
        """The first moment on which at least this part has stopped; None: that is not seen yet."""
        return next((moment for moment, part in self.punten if part <= 1 - deel), None)


def staying(regels: Iterable[tuple[int, int, int]]) -> Verblijfsduur:
    """The curve from lines (moment, at risk, stopped). ValueError for more stops than persons."""
    part, punten = Fraction(1), []
    for moment, at_risk, stopped in sorted(regels):
        if not 0 < stopped <= at_risk:
            raise ValueError("so many stops need at least as many persons")
        part *= Fraction(at_risk - stopped, at_risk)
        punten.append((moment, part))
    return Verblijfsduur(tuple(punten))


def unsure_from(regels: Iterable[tuple[int, int, int]]) -> int | None:
    """The first moment of lines (moment, at risk, stopped) with too few at risk to be sure of the curve."""
    return min((moment for moment, at_risk, _stopped in regels if at_risk < GENOEG), default=None)


@dataclass(frozen=True, slots=True)
class Jaarstroom:
    """A year: stock at its beginning and end, what came in and went out, and days with help."""

    begin: int
    instroom: int
    uitstroom: int
    eind: int
    dagen: int

    def __post_init__(self) -> None:
        if self.begin + self.instroom - self.uitstroom != self.eind:
            raise ValueError("stock at the end is stock before plus inflow minus outflow")

    @property
    def groei(self) -> int:
        """How much the stock changed."""
        return self.eind - self.begin


@dataclass(frozen=True, slots=True)
class Groei:
    """Why the stock changed, in young people; the three add up to `totaal`.

    `oorzaak`: which of tap and drain differ from the earlier year by more than chance does.
    """

    totaal: int
    zonder_verandering: Fraction
    door_instroom: Fraction
    door_uitstroom: Fraction
    oorzaak: Oorzaak


def explain_growth(nu: Jaarstroom, eerder: Jaarstroom) -> Groei | None:
    """Why the stock changed this year, against an earlier one. None: no help in the earlier year."""
    if not eerder.dagen:
        return None
    usual = Fraction(eerder.uitstroom, eerder.dagen) * nu.dagen  # outflow, had the drain run as before
    tap, drain = Fraction(nu.instroom - eerder.instroom), usual - nu.uitstroom
    ratio = Fraction(nu.dagen, eerder.dagen)
    harder = _more_than_chance(tap, Fraction(nu.instroom + eerder.instroom))
    slower = _more_than_chance(drain, nu.uitstroom + eerder.uitstroom * ratio**2)
    oorzaken: dict[tuple[bool, bool], Oorzaak] = {
        (True, True): "beide",
        (True, False): "instroom",
        (False, True): "uitstroom",
        (False, False): "geen",
    }
    return Groei(nu.groei, eerder.instroom - usual, tap, drain, oorzaken[harder, slower])


def _more_than_chance(verschil: Fraction, variantie: Fraction) -> bool:
    """Counts of a year vary by about the root of themselves."""
    return verschil != 0 and verschil**2 > ZEKER**2 * variantie


@dataclass(frozen=True, slots=True)
class Uitgavenjaar:
    """Declared in a year: young people, months of them together, cents."""

    jeugdigen: int
    maanden: int
    cent: int


@dataclass(frozen=True, slots=True)
class Uitgavengroei:
    """Why spending changed, in whole cents that add up to `totaal`: how many young people (volume), how many
    months each (intensiteit), how much a month (prijs).
    """

    totaal: int
    volume: int
    intensiteit: int
    prijs: int


def explain_spending(nu: Uitgavenjaar, eerder: Uitgavenjaar) -> Uitgavengroei | None:
    """Why spending changed. None when in one of the years nobody had a declared month."""
    if not all((nu.jeugdigen, nu.maanden, eerder.jeugdigen, eerder.maanden)):
        return None
    shares = _shapley(_factors(eerder), _factors(nu))
    volume, intensiteit, prijs = _whole(shares, nu.cent - eerder.cent)
    return Uitgavengroei(nu.cent - eerder.cent, volume, intensiteit, prijs)


def _factors(jaar: Uitgavenjaar) -> tuple[Fraction, Fraction, Fraction]:
    return (
        Fraction(jaar.jeugdigen),
        Fraction(jaar.maanden, jaar.jeugdigen),
        Fraction(jaar.cent, jaar.maanden),
    )


def _shapley(van: Sequence[Fraction], naar: Sequence[Fraction]) -> list[Fraction]:
    """What each factor adds, on average over all orders of changing; together the whole change."""
    orders = list(permutations(range(len(van))))
    shares = [Fraction(0)] * len(van)
    for order in orders:
        now = list(van)
        for place in order:
            before = prod(now, start=Fraction(1))
            now[place] = naar[place]
            shares[place] += (prod(now, start=Fraction(1)) - before) / len(orders)
    return shares


def _whole(delen: Sequence[Fraction], totaal: int) -> list[int]:
    """Whole numbers beside these that add up to the total: what rounding leaves goes to the largest rest."""
    down = [deel.numerator // deel.denominator for deel in delen]
    order = sorted(range(len(delen)), key=lambda i: (down[i] - delen[i], i))
    for place in order[: totaal - sum(down)]:
        down[place] += 1
    return down


def tenths(delen: Sequence[Fraction], totaal: int) -> list[int]:
    """The parts in tenths, so that what people read adds up too."""
    return _whole([deel * 10 for deel in delen], totaal * 10)
