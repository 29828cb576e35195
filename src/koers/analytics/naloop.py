"""What is still to come in: how late things are written down, and what that means for the latest months.

Ends of help are written down days to months after the day itself. So the latest months always seem low. The
delay is learned from what was written before, and the count of a month is divided by the share that is
expected to be known by now.

*Right truncation.* Of what happened a week ago only delays up to a week can be seen. Who takes the mean of
all delays seen so far finds delays that are too short. So the share is built from the longest delay down: of
all that was written within k days, and happened at least k days ago, which part came exactly on day k? That
is the reverse hazard; the product of its complements is the share known after d days (Kalbfleisch and
Lawless, 1989; in insurance the chain ladder, here per day instead of per month).

*Spread.* Two parts: chance in what still comes in, and uncertainty about the share itself (Greenwood's sum).
Together they give a negative binomial for what is still missing; its 10th and 90th percentile are told.

*What is assumed.* Delays of the last three years hold for the latest months as well. What comes in later than
the longest delay that can be seen (a year at most) is not expected at all. Exact counts: for inside use only.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import ceil, exp, floor, inf, lgamma, log, log1p, sqrt

from koers.analytics.model.windows import Venster

LANGSTE = 365  # days; later than this is not expected
TERUG = 3 * 365  # days of history from which delays are learned
GENOEG = 50  # events of which a delay could be seen, else it is not learned from
KORTSTE = 28  # days of delay that must be learned at least
VOLLEDIG = 0.98  # share that is known from which a month is no longer provisional
TE_VROEG = 0.25  # share that is known below which nothing is expected
ONDER, BOVEN = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """Something that happened on `datum` and was first written down on `gemeld` (legal days)."""

    datum: date
    gemeld: date

    @property
    def dagen(self) -> int:
        """The delay in days; what is written down before its day is known on the day itself."""
        return max(0, (self.gemeld - self.datum).days)


@dataclass(frozen=True)
class Vertraging:
    """Which share is written down within 0, 1, 2 … days (`deel`), of all within the longest delay.

    `variantie`: of the logarithm of each share. `aantal`: events that it was learned from.
    """

    aantal: int
    deel: tuple[float, ...]
    variantie: tuple[float, ...]

    @property
    def langste(self) -> int:
        """The longest delay in days that was learned."""
        return len(self.deel) - 1

    def known(self, dagen: int) -> float:
        """The share that is written down within so many days, from 0 to 1."""
        return 0.0 if dagen < 0 else self.deel[min(dagen, self.langste)]

    def spread(self, dagen: int) -> float:
        """The variance of the logarithm of that share."""
        return self.variantie[min(max(dagen, 0), self.langste)]

    def within(self, deel: float) -> int:
        """After how many days this share is written down."""
        return next(dag for dag, known in enumerate(self.deel) if known >= deel)


@dataclass(frozen=True, slots=True)
class Maandstand:
    """A month: what was reported, and what is expected after the late ones came in.

    `bekend`: the share of the days up to now that is expected to be reported. `verwacht`, `onder`, `boven`:
    None when it is too early to tell, or delays could not be learned.
    """

    maand: str
    gemeld: int
    bekend: float | None
    verwacht: float | None
    onder: int | None
    boven: int | None
    voorlopig: bool


def delays(gebeurd: Iterable[Gebeurd], stand: date) -> Vertraging | None:
    """The delay as it shows on `stand`; None when too little happened to learn it from."""
    seen = [
        ((stand - een.datum).days, een.dagen)
        for een in gebeurd
        if stand - timedelta(days=TERUG) <= een.datum <= stand and een.gemeld <= stand
    ]
    exactly = [0] * (LANGSTE + 1)
    for _, dagen in seen:
        if dagen <= LANGSTE:
            exactly[dagen] += 1
    looked_at = _at_risk(seen)
    langste = max((k for k in range(LANGSTE + 1) if looked_at[k] >= GENOEG), default=0)
    if langste < KORTSTE:
        return None
    deel, variantie = [1.0] * (langste + 1), [0.0] * (langste + 1)
    for k in range(langste, 0, -1):
        n, of = exactly[k], looked_at[k]
        deel[k - 1] = deel[k] * (1 - n / of) if of else deel[k]
        variantie[k - 1] = variantie[k] + (n / (of * (of - n)) if of > n else inf if n else 0.0)
    return Vertraging(sum(exactly[: langste + 1]), tuple(deel), tuple(variantie))


def _at_risk(seen: Sequence[tuple[int, int]]) -> list[int]:
    """Per number of days k: what was written within k days, and happened at least k days ago."""
    written, younger = [0] * (LANGSTE + 1), [0] * (LANGSTE + 2)
    for age, dagen in seen:
        if dagen <= LANGSTE:
            written[dagen] += 1
            if age < LANGSTE:
                younger[age + 1] += 1
    return [w - y for w, y in zip(accumulate(written), accumulate(younger), strict=False)]


def expected(
    gebeurd: Iterable[Gebeurd], vertraging: Vertraging | None, maanden: Iterable[Venster], stand: date
) -> tuple[Maandstand, ...]:
    """Per month what was reported by `stand`, and what is expected. Months that did not begin stay out."""
    per_dag: dict[date, int] = {}
    for een in gebeurd:
        if een.datum <= stand and een.gemeld <= stand:
            per_dag[een.datum] = per_dag.get(een.datum, 0) + 1
    return tuple(_month(per_dag, vertraging, m, stand) for m in maanden if m.begindatum <= stand)


def _month(
    per_dag: dict[date, int], vertraging: Vertraging | None, maand: Venster, stand: date
) -> Maandstand:
    last = min(maand.tot_datum - timedelta(days=1), stand)
    days = [maand.begindatum + timedelta(days=n) for n in range((last - maand.begindatum).days + 1)]
    reported = sum(per_dag.get(dag, 0) for dag in days)
    if vertraging is None:
        # Nothing could be learned; only what is older than the longest delay is surely complete.
        return Maandstand(maand.naam, reported, None, None, None, None, (stand - last).days < LANGSTE)
    known = sum(vertraging.known((stand - dag).days) for dag in days) / len(days)
    voorlopig = known < VOLLEDIG or last == stand
    if known < TE_VROEG:
        return Maandstand(maand.naam, reported, known, None, None, None, voorlopig)
    missing, spread = _missing([(per_dag.get(dag, 0), (stand - dag).days) for dag in days], vertraging)
    if known < 1:
        # Half an event more, so that a month without a report does not seem certain.
        spread += 0.5 * (1 - known) / known**2
    low, high = _quantiles(max(missing, 0.5 * (1 - known) / known**2), spread)
    verwacht = reported + missing
    onder, boven = min(reported + low, floor(verwacht)), max(reported + high, ceil(verwacht))
    return Maandstand(maand.naam, reported, known, verwacht, onder, boven, voorlopig)


def _missing(days: Iterable[tuple[int, int]], vertraging: Vertraging) -> tuple[float, float]:
    """What is still to come in over these days (reported, days ago), and the variance of that."""
    mean = chance = share = 0.0
    for reported, age in days:
        known = vertraging.known(age)
        if reported and known > 0:
            mean += reported * (1 - known) / known
            chance += reported * (1 - known) / known**2
            # Shares of neighbouring days err together, so their spreads add up.
            share += reported / known * sqrt(vertraging.spread(age))
    return mean, chance + share**2


def _quantiles(mean: float, variance: float) -> tuple[int, int]:
    """The 10th and 90th percentile of a negative binomial with this mean and variance."""
    if mean <= 0:
        return 0, 0
    low = None
    total = 0.0
    for number, chance in _negative_binomial(mean, max(variance, mean * 1.000001)):
        total += chance
        if low is None and total >= ONDER:
            low = number
        if total >= BOVEN:
            return low or 0, number
    raise AssertionError("a distribution that does not add up")


def _negative_binomial(mean: float, variance: float) -> Iterator[tuple[int, float]]:
    """0, 1, 2 … with their chances, until nothing of them is left."""
    r = mean * mean / (variance - mean)
    p = mean / variance
    number, most = 0, int(mean + 40 * sqrt(variance)) + 100
    while number <= most:
        yield (
            number,
            exp(lgamma(number + r) - lgamma(r) - lgamma(number + 1) + r * log(p) + number * log1p(-p)),
        )
        number += 1
