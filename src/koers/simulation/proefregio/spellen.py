"""Trajecten as periods: the current state of their append-only facts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from koers.simulation.proefregio import codes
from koers.simulation.proefregio.kalender import GEEN
from koers.simulation.proefregio.kolommen import ids
from koers.simulation.proefregio.stroom import Getallen, Maskers

if TYPE_CHECKING:
    from koers.simulation.proefregio.regio import Proefregio


@dataclass(frozen=True)
class Spellen:
    """Row for row with `regio.trajecten`: first day, last day (GEEN = runs), JZ588 reason (0 = runs)."""

    start: Getallen
    einde: Getallen
    reden: Getallen

    def loopt(self, van: int, tot: int) -> Maskers:
        """Does it run on at least one day of the period (both days included)?"""
        return (self.start <= tot) & ((self.einde == GEEN) | (self.einde >= van))


def rij_van(sleutels: Getallen, gezocht: Getallen) -> Getallen:
    """Row of each key in a sorted key column; -1 where it is not there."""
    if not len(sleutels):
        return np.full(len(gezocht), -1, dtype=np.int64)
    plek = np.minimum(np.searchsorted(sleutels, gezocht), len(sleutels) - 1)
    return np.where(sleutels[plek] == gezocht, plek, -1)


def spellen(regio: "Proefregio") -> Spellen:
    """The periods of all trajecten, from the facts that none replaces. A pause does not end a traject."""
    f = regio.traject_feiten
    geldig = ~np.isin(f["id"], f["vervangt"][f["vervangt"] >= 0])
    rij = rij_van(ids(regio.trajecten), ids(f, "traject"))
    datum = f["datum"].astype("datetime64[D]").astype(np.int64)
    start = np.full(len(regio.trajecten), GEEN, dtype=np.int64)
    einde, reden = start.copy(), np.zeros(len(start), dtype=np.int64)
    s, e = geldig & (f["soort"] == codes.START), geldig & (f["soort"] == codes.STOP)
    start[rij[s]] = datum[s]
    einde[rij[e]], reden[rij[e]] = datum[e], f["reden"][e]
    return Spellen(start, einde, reden)
