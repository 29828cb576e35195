"""Levers in the form of the loop: per month how much quicker help ends, what follows on it, and who comes.

A lever grows from nothing to its full effect in a straight line, from its first day and over its run-up. How
much of the effect comes about is drawn per replication from its range; the draw hangs on the seed, the
replication and the lever alone, so that two positions of one lever share their luck.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from koers.domain.bereik import Bereik
from koers.domain.hefbomen import KNOPPEN, Inzet, Werking
from koers.simulation.prognose import kern
from koers.simulation.prognose.klassen import MAAND, STATEN
from koers.simulation.prognose.spellen import EPOCH, ROUTES
from koers.simulation.prognose.toeval import uniforms

STROOM = 200  # the draws of the first lever; the next has the next stream
ZEKER = Bereik.exactly(1.0)


@dataclass(frozen=True, slots=True)
class Hefboom:
    """`deel` (0 to under 1) less: new young people of `route`, the mean stay at `niveaus`, help that goes on
    or comes back; or the part of new stays at `niveaus` that becomes collective help. `vanaf`: days since
    1970; `aanloop`: months until the full effect. `bereik`: which part of `deel` comes about, drawn from
    `stroom`. `groepen`: the practices whose renewals it is about, by number; None: of every practice.
    """

    werking: Werking
    deel: float
    vanaf: int
    aanloop: int = 0
    niveaus: tuple[int, ...] = ()
    route: int | None = None
    bereik: Bereik = ZEKER
    stroom: int = STROOM
    groepen: tuple[int, ...] | None = None

    def strength(self, peil: int, maanden: int) -> np.ndarray:
        """The part of its effect per month after day `peil`; nothing in a month that began before it."""
        begin = np.arange(maanden) * MAAND - (self.vanaf - peil)
        midden = begin + MAAND / 2
        kracht = np.clip(midden / (self.aanloop * MAAND), 0, 1) if self.aanloop else np.ones(maanden)
        kracht[begin < -1] = 0.0
        kracht[0] = 0.0
        return kracht * self.deel


def as_hefbomen(
    inzetten: Sequence[Inzet],
    bereiken: Mapping[str, Bereik] | None = None,
    praktijken: Sequence[str] = (),
) -> tuple[Hefboom, ...]:
    """What was turned, in the numbers of the loop; a lever at nothing is no lever. `bereiken`: by key of the
    lever, which part of what is expected comes about; without one, all of it. `praktijken`: the practices
    that somebody was referred by; of another one nobody feels a lever.
    """
    nummers = {code: nummer for nummer, code in enumerate(praktijken, start=1)}
    volgorde = list(KNOPPEN)
    return tuple(
        Hefboom(
            inzet.knop.werking,
            inzet.procent / 100,
            inzet.vanaf.toordinal() - EPOCH,
            inzet.aanloop,
            inzet.knop.niveaus,
            None if inzet.knop.route is None else ROUTES.index(inzet.knop.route),
            (bereiken or {}).get(inzet.knop.sleutel, ZEKER),
            STROOM + volgorde.index(inzet.knop.sleutel),
            tuple(nummers[code] for code in inzet.praktijken if code in nummers)
            if inzet.praktijken
            else None,
        )
        for inzet in inzetten
        if inzet.procent
    )


def luck(hefboom: Hefboom, seed: int, keer: int) -> np.ndarray:
    """Which part of its effect a lever has, per replication."""
    return np.array([hefboom.bereik.at(float(u)) for u in uniforms(seed, hefboom.stroom, keer)])


def neutral(maanden: int, routes: int, keer: int = 1, groepen: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Tables under which nothing changes, per replication: the columns of `kern` and a factor per route."""
    tabel = np.ones((keer, maanden, kern.H_HERINDICATIE + groepen))
    tabel[:, :, kern.H_OMZETTEN : kern.H_HERINDICATIE] = 0.0
    return tabel, np.ones((keer, maanden, routes))


def tables(
    hefbomen: Sequence[Hefboom],
    *,
    peil: int,
    horizon: int,
    routes: int,
    seed: int = 1,
    keer: int = 1,
    groepen: int = 1,
) -> tuple[np.ndarray, np.ndarray]:
    """All levers together, per replication; two on the same thing work one after the other (80% of 90% is
    left). One row for all replications when no lever has a range. `groepen`: young people without a practice
    (0), and those of each practice.
    """
    maanden = int(np.ceil(horizon / MAAND)) + 1 if hefbomen else 1
    if all(hefboom.bereik == ZEKER for hefboom in hefbomen):
        keer = 1
    tabel, instroom = neutral(maanden, routes, keer, groepen)
    for hefboom in hefbomen:
        kracht = luck(hefboom, seed, keer)[:, None] * hefboom.strength(peil, maanden)
        staten = [niveau - 1 for niveau in hefboom.niveaus]
        if hefboom.werking is Werking.INSTROOM and hefboom.route is not None:
            instroom[:, :, hefboom.route] *= 1 - kracht
        elif hefboom.werking is Werking.DUUR:
            tabel[:, :, staten] /= (1 - kracht)[:, :, None]
        elif hefboom.werking is Werking.VERVOLG:
            tabel[:, :, kern.H_HERINDICATIE :] *= (1 - kracht)[:, :, None]
        elif hefboom.werking is Werking.HERINDICATIE:
            wie = range(1, groepen) if hefboom.groepen is None else hefboom.groepen
            kolommen = [kern.H_HERINDICATIE + groep for groep in wie if 0 < groep < groepen]
            tabel[:, :, kolommen] *= (1 - kracht)[:, :, None]
        elif hefboom.werking is Werking.COLLECTIEF:
            kolommen = [kern.H_OMZETTEN + staat for staat in staten if 0 <= staat < STATEN]
            tabel[:, :, kolommen] = 1 - (1 - tabel[:, :, kolommen]) * (1 - kracht)[:, :, None]
    return tabel, instroom
