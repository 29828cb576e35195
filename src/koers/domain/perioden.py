"""A period in days: half-open inside, so that periods join and split without adding or losing a day.

Standards and people say the last day of help ("tot en met"); that day exists only at the edges.
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Periode:
    """The days from `begindatum` until just before `tot_datum`; None: it has no end yet.

    A period whose `tot_datum` is not after `begindatum` holds no day at all.
    """

    begindatum: date
    tot_datum: date | None = None

    @classmethod
    def from_inclusive(cls, begindatum: date, einddatum: date | None) -> "Periode":
        """From a first and a last day, as iJw and people write them."""
        return cls(begindatum, None if einddatum is None else einddatum + timedelta(days=1))

    @property
    def einddatum(self) -> date | None:
        """The last day, for the edges."""
        return None if self.tot_datum is None else self.tot_datum - timedelta(days=1)

    @property
    def is_empty(self) -> bool:
        """Does it hold no day?"""
        return self.tot_datum is not None and self.tot_datum <= self.begindatum

    def contains(self, dag: date) -> bool:
        """Does the period hold this day?"""
        return self.begindatum <= dag and (self.tot_datum is None or dag < self.tot_datum)

    def overlap(self, other: "Periode") -> "Periode":
        """The days that both hold; perhaps none (`is_empty`)."""
        ends = [tot for tot in (self.tot_datum, other.tot_datum) if tot is not None]
        return Periode(max(self.begindatum, other.begindatum), min(ends, default=None))

    def overlaps(self, other: "Periode") -> bool:
        """Is there a day that both hold?"""
        return not self.overlap(other).is_empty


def age_on(geboortemaand: str, dag: date) -> int:
    """Full years on `dag`, counted from the first day of the month of birth ("2010-03").

    The figures know no exact birth date. Counting from the first of the month makes everybody a little
    early, never more than 30 days, also who was born on 29 February. Against CBS, which counts exact
    ages on 1 January, only who was born in January (but not on the 1st) is a year older here.
    Negative before birth.
    """
    born = int(geboortemaand[:4]) * 12 + int(geboortemaand[5:7])
    return (dag.year * 12 + dag.month - born) // 12
