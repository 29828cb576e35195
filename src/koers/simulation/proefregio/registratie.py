"""When the register heard of it: a legal day plus a delay, as a UTC moment in office hours."""

from typing import Final

import numpy as np

from koers.simulation.proefregio.kalender import GEEN, moment, werkdag
from koers.simulation.proefregio.stroom import Getallen, Kwantielen, Maskers, Stroom

_OPEN, _DICHT = 8 * 3600, 18 * 3600 - 1
# A fact that rests on another is recorded a minute after it, at the earliest.
MINUUT: Final = 60
ZELFDE_DAG: Final = Kwantielen((0, 0), (800, 0), (950, 1), (1000, 3))
WEEK: Final = Kwantielen((0, 0), (600, 2), (900, 6), (1000, 14))


def vastgelegd(
    stroom: Stroom, sleutel: Getallen, dagen: Getallen, vertraging: Kwantielen, stap: int
) -> Getallen:
    """Moment (UTC seconds) at which something of this day is recorded; GEEN stays GEEN."""
    is_dag = dagen != GEEN
    op = werkdag(np.where(is_dag, dagen, 0) + vertraging(stroom.deel(sleutel, stap)))
    uit = moment(op, stroom.geheel(sleutel, _OPEN, _DICHT, stap=stap + 500))
    return np.where(is_dag, uit, GEEN)


def daarna(later: Getallen, eerder: Getallen) -> Getallen:
    """`later`, or a minute after `eerder` when that comes out first (GEEN stays GEEN)."""
    return np.where(later == GEEN, GEEN, np.maximum(later, eerder + MINUUT))


class Snede:
    """The knife at the end date: what was recorded after it does not exist yet."""

    def __init__(self, einde: int) -> None:
        self.dag = einde
        # The last second of the day at home, in UTC; nothing is recorded at night, so an hour is no matter.
        self.moment = int(moment(np.array([einde]), np.array([86_399]))[0])

    def bekend(self, momenten: Getallen) -> Maskers:
        """Was it recorded by the end date?"""
        return (momenten != GEEN) & (momenten <= self.moment)

    def of_geen(self, waarden: Getallen, momenten: Getallen, leeg: int = GEEN) -> Getallen:
        """The value where its recording is known by the end date, else empty."""
        return np.where(self.bekend(momenten), waarden, leeg)
