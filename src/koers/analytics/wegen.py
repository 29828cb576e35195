"""Which level of help follows on which, and how long help takes per level: exact, for inside use only.

Every number stands in one lattice for the one exit, with keys (what, part, at):
- "stap": from a level (`part`) to a level, to NIETS (no other level followed) or to MEER (the chain was cut
  off); of stays that began in the year. All steps from a level together are the times that it was reached.
- "risico", "gestopt": per level and moment (days after the first day) on which anybody stopped.
- "lopend": per level and moment: stays that have come so far on the last day, and still run.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from koers.analytics.areas import Area
from koers.analytics.bathtub import SPECIALISTISCH
from koers.analytics.engines import Flows
from koers.analytics.model import Selectie, Venster, Voorwaarde
from koers.analytics.model.flows import Lopend, Overleving, Paden
from koers.domain.disclosed import Sleutel

NODIG = ("spells",)
NIETS, MEER = "niets", "meer"


def steps_of(paden: Iterable[tuple[tuple[int, ...], bool, int]]) -> Mapping[tuple[str, str], int]:
    """How often each level (or nothing) followed on each; from chains (levels, cut off, how often)."""
    found: Counter[tuple[str, str]] = Counter()
    for niveaus, cut_off, aantal in paden:
        for van, naar in pairwise(niveaus):
            found[str(van), str(naar)] += aantal
        found[str(niveaus[-1]), MEER if cut_off else NIETS] += aantal
    return found


def path_cells(
    stromen: Flows, data: Any, area: Area, jaar: Venster, *, specialistisch: bool
) -> dict[Sleutel, int]:
    """The lattice of one area in one year."""
    waar = [Voorwaarde("gemeente", area.gemeenten)]
    waar += [Voorwaarde("niveau", SPECIALISTISCH)] if specialistisch else []
    uit = (Selectie("spells", tuple(waar)),)
    chains = stromen.flow(Paden(uit), data, (jaar,))
    paden = ((r.sleutel[:-1], bool(r.sleutel[-1]), r.aantallen[0]) for r in chains)
    found: dict[Sleutel, int] = {("stap", *step): n for step, n in steps_of(paden).items()}
    for regel in stromen.flow(Overleving(uit), data, (jaar,), ("niveau",)):
        key = (str(regel.groep[0]), str(regel.sleutel[0]))
        found["risico", *key], found["gestopt", *key] = regel.aantallen
    for regel in stromen.flow(Lopend(uit), data, (jaar,), ("niveau",)):
        found["lopend", str(regel.groep[0]), str(regel.sleutel[0])] = regel.aantallen[0]
    return found
