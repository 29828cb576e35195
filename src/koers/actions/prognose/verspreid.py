"""One run of the forecast over the workers of Spark: each plays a share of the replications.

What happens to whom hangs on seed, replication and person alone, so the numbers are those of one machine,
to the last bit, whoever played what. Workers need Koers installed, as the program that sends them work.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from django.conf import settings

from koers.analytics.engines.spark import LOKAAL, start
from koers.simulation.prognose.hefbomen import Hefboom
from koers.simulation.prognose.kern import Uitkomst, Wereld
from koers.simulation.prognose.rekenen import Klaar, Prognose, play, play_part, summarise, with_levers

# So that a worker that is done early takes another share.
DELEN_PER_WERKER = 4


def play_spread(klaar: Klaar, hefbomen: Sequence[Hefboom]) -> Prognose:
    """`rekenen.play`, at the address of Spark in the settings. Refused: what `start` refuses."""
    vraag = klaar.vraag
    if klaar.wereld is None:
        return play(klaar, hefbomen)
    context = start(settings.SPARK_MASTER or LOKAAL).sparkContext
    wereld = with_levers(klaar.wereld, vraag, hefbomen)
    delen = min(vraag.herhalingen, DELEN_PER_WERKER * context.defaultParallelism)
    randen = np.linspace(0, vraag.herhalingen, delen + 1).astype(int).tolist()
    sent = context.broadcast(tuple(wereld))
    try:
        played = context.parallelize(list(pairwise(randen)), delen).map(_player(sent, vraag.seed)).collect()
    finally:
        sent.destroy()
    found = Uitkomst(*(np.concatenate(part) for part in zip(*played, strict=True)))
    return summarise(found, klaar.gewichten, klaar.geteld)


def _player(sent: Any, seed: int) -> Callable[[tuple[int, int]], tuple[np.ndarray, ...]]:
    """What a worker does with a share; nothing of this process goes along but the world and the seed."""

    def play_share(deel: tuple[int, int]) -> tuple[np.ndarray, ...]:
        return tuple(play_part(Wereld(*sent.value), seed, deel))

    return play_share
