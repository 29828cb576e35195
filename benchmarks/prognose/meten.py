"""The table of cells: kind of history x size, and how far off each method is two years ahead."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks.prognose.buur import peer
from benchmarks.prognose.geschiedenis import Geschiedenis, in_care, make_history, make_untidy
from benchmarks.prognose.ijkpunten import Antwoord, as_today, markov, straight_line
from koers.simulation.prognose.rekenen import Vraag, forecast
from koers.simulation.prognose.verblijven import Spelkolommen

CELLEN = tuple((soort, omvang) for soort in ("vlak", "groei", "schok") for omvang in (130, 650))
TWEE_JAAR = 730


def koers(s: Spelkolommen, tot: int, dagen: int) -> Antwoord:
    """The forecast of Koers."""
    p = forecast(s, Vraag(tot, np.array([dagen])))
    return Antwoord(float(p.verwacht[0, 8]), float(p.onder[0, 8]), float(p.boven[0, 8]))


METHODEN: dict[str, Callable[[Spelkolommen, int, int], Antwoord]] = {
    "koers": koers,
    "als vandaag": as_today,
    "lijn": straight_line,
    "markov": markov,
    "buur": lambda s, tot, dagen: Antwoord(*peer(s, tot, dagen)),
    "buur 1 jaar": lambda s, tot, dagen: Antwoord(*peer(s, tot, dagen, 365)),
    "buur 2 jaar": lambda s, tot, dagen: Antwoord(*peer(s, tot, dagen, 730)),
    "buur 3 jaar": lambda s, tot, dagen: Antwoord(*peer(s, tot, dagen, 1096)),
}


@dataclass(frozen=True)
class Cel:
    """One method in one cell: errors and widths as parts of the truth, how often the band held it."""

    fout: np.ndarray
    gedekt: np.ndarray
    breedte: np.ndarray
    scheef: np.ndarray
    mislukt: int
    seconden: float


def history(soort: str, omvang: int, seed: int, nummer: int) -> Geschiedenis:
    """History number `nummer` of a cell: the windows are 3.5 to 6 years long in turn."""
    return make_history(soort, omvang, seed * 100_003 + nummer * 7 + omvang, jaren=3.5 + 0.5 * (nummer % 6))


def measure(
    soort: str, omvang: int, aantal: int, seed: int, methoden: tuple[str, ...], *, rommelig: bool = False
) -> dict[str, Cel]:
    """All methods on the same histories. `rommelig`: as untidy as tables are."""
    found: dict[str, list] = {m: [] for m in methoden}
    mislukt = dict.fromkeys(methoden, 0)
    duur = dict.fromkeys(methoden, 0.0)
    for i in range(aantal):
        h = history(soort, omvang, seed, i)
        if rommelig:
            h = make_untidy(h, i)
        waar = float(in_care(h.alles, h.tot + TWEE_JAAR)[8])
        for m in methoden:
            begin = time.process_time()
            try:
                a = METHODEN[m](h.bekend, h.tot, TWEE_JAAR)
                found[m].append(
                    (
                        abs(a.verwacht - waar) / waar,
                        a.onder <= waar <= a.boven,
                        (a.boven - a.onder) / waar,
                        (a.verwacht - waar) / waar,
                    )
                )
            except (ArithmeticError, ValueError, np.linalg.LinAlgError):
                mislukt[m] += 1
            duur[m] += time.process_time() - begin
    return {
        m: Cel(*np.array(found[m], dtype=float).reshape(-1, 4).T, mislukt=mislukt[m], seconden=duur[m])
        for m in methoden
    }
