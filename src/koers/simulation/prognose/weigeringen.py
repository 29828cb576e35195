"""What fewer refusals by providers do to waiting: how often somebody is refused, and the days it costs.

Every replication draws how many refusals a year brings, how much longer somebody waits after one, and which
part of the lever comes about; two positions of the lever share all three.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from koers.domain.bereik import Bereik
from koers.simulation.prognose.capaciteit import HERHALINGEN, JAAR, Maat, drawn, inflow, measure

STROOM_DAGEN, STROOM_EFFECT = 111, 112
NUL = Maat(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Weigerjaar:
    """Refusals in a year without and with the lever, and the days of waiting that fall away."""

    zonder: Maat
    met: Maat
    dagen: Maat


def play_refusals(
    geweigerd: int,
    buiten: int,
    krachten: Sequence[float],
    bereiken: tuple[Bereik, Bereik],
    *,
    seed: int = 1,
    keer: int = HERHALINGEN,
) -> tuple[Weigerjaar, ...]:
    """`geweigerd`: in the last year; `buiten`: of those outside the allowed grounds, which is all that the
    lever acts on. `krachten`: per coming year the part that falls away at full effect. `bereiken`: days that
    a refusal costs, and which part of the effect comes about.
    """
    dagen = drawn(bereiken[0], seed, STROOM_DAGEN, keer)
    effect = drawn(bereiken[1], seed, STROOM_EFFECT, keer)
    per_jaar = inflow(geweigerd, seed, keer) * JAAR
    deel = buiten / geweigerd if geweigerd else 0.0
    found = []
    for kracht in krachten:
        weg = per_jaar * deel * np.clip(kracht * effect, 0, 1)
        maten = (measure(w) or NUL for w in (per_jaar, per_jaar - weg, weg * dagen))
        found.append(Weigerjaar(*maten))
    return tuple(found)
