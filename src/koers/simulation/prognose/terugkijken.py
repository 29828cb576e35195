"""How well would it have done? The forecast from earlier days, held beside what then happened.

Each time only what was known on that day is used; beside it stands the simplest forecast there is: as today.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from koers.simulation.prognose.rekenen import Vraag, forecast
from koers.simulation.prognose.verblijven import Spelkolommen, known_on, make_verblijven

STAP = 91  # days between two starting days
HOOGSTENS = 8
AANLOOP = 365  # days of history that the first starting day must have
HERHALINGEN = 200


@dataclass(frozen=True)
class Terugblik:
    """From day `vanaf` (since 1970) `dagen` ahead: expected, band, what it became, and what it was then."""

    vanaf: int
    dagen: int
    verwacht: float
    onder: float
    boven: float
    werkelijk: int
    toen: int

    @property
    def gedekt(self) -> bool:
        """Whether the band held what happened."""
        return self.onder <= self.werkelijk <= self.boven


@dataclass(frozen=True)
class Rapport:
    """All starting days, and what they say together. Errors are parts of what happened."""

    blikken: tuple[Terugblik, ...]

    @property
    def fout(self) -> float:
        """Mean absolute error of the forecast."""
        return self._error([blik.verwacht for blik in self.blikken])

    @property
    def fout_als_toen(self) -> float:
        """Mean absolute error of: it stays as it is."""
        return self._error([float(blik.toen) for blik in self.blikken])

    @property
    def gedekt(self) -> int:
        """How often the band held what happened."""
        return sum(blik.gedekt for blik in self.blikken)

    def _error(self, verwacht: list[float]) -> float:
        paren = zip(verwacht, self.blikken, strict=True)
        fouten = [abs(v - blik.werkelijk) / max(blik.werkelijk, 1) for v, blik in paren]
        return float(np.mean(fouten)) if fouten else 0.0


def look_back(
    spellen: Spelkolommen,
    tot: int,
    dagen: int,
    *,
    seed: int = 1,
    threads: int = 2,
    gedaan: Callable[[int, int], object] | None = None,
) -> Rapport:
    """The forecast `dagen` ahead from days before `tot`; a history too short for it gives none. `gedaan`:
    hears after each starting day how many are done, of how many.
    """
    bekend = known_on(spellen, tot)
    eerste = make_verblijven(bekend, tot).begin_telling + AANLOOP
    starts = range(tot - dagen, eerste, -STAP)[:HOOGSTENS]
    blikken = []
    for nummer, vanaf in enumerate(reversed(starts), 1):
        blikken.append(_once(bekend, vanaf, dagen, seed, threads))
        if gedaan is not None:
            gedaan(nummer, len(starts))
    return Rapport(tuple(blikken))


def _once(spellen: Spelkolommen, vanaf: int, dagen: int, seed: int, threads: int) -> Terugblik:
    p = forecast(spellen, Vraag(vanaf, np.array([dagen]), seed, HERHALINGEN, threads))
    return Terugblik(
        vanaf=vanaf,
        dagen=dagen,
        verwacht=float(p.verwacht[0, 8]),
        onder=float(p.onder[0, 8]),
        boven=float(p.boven[0, 8]),
        werkelijk=young_people_on(spellen, vanaf + dagen),
        toen=young_people_on(spellen, vanaf),
    )


def young_people_on(spellen: Spelkolommen, dag: int) -> int:
    """Young people with a running spell on a day."""
    return len(np.unique(spellen.jeugdige[(spellen.begin <= dag) & (spellen.einde >= dag)]))
