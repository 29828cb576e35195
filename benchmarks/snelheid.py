"""What a forecast of a municipality costs, in seconds of processor.

`python -m benchmarks snelheid`: 100 replications of ten years, asked at every month end and with every year
counted, for a history with about 650 young people in care; without levers, and with two that have a range.
Fit and play apart. The goal is two seconds for both together; 1 when it is not reached.
"""

import sys
import time

import numpy as np

from benchmarks.prognose.geschiedenis import make_history
from koers.domain.bereik import Bereik
from koers.domain.hefbomen import read_inzet
from koers.simulation.prognose.hefbomen import as_hefbomen
from koers.simulation.prognose.rekenen import Klaar, Vraag, play, prepare, warm_up

DOEL = 2.0
KEER, JAREN = 100, 10
KNOPPEN = ("instroom-arts:20:2027-01:12", "duur-4-5:20:2027-01:12")


def main(_woorden: list[str]) -> int:
    """Prints the seconds; 1 when fit and play with levers take more than the goal."""
    warm_up()
    h = make_history("vlak", 650, 1, jaren=6)
    jaren = tuple((h.tot + 1 + 365 * j, h.tot + 365 * (j + 1)) for j in range(JAREN))
    dagen = np.rint(np.arange(1, 12 * JAREN + 1) * 365.25 / 12).astype(int)
    vraag = Vraag(h.tot, dagen, herhalingen=KEER, jaren=jaren, threads=1)
    ruim = Bereik(0.5, 1.0, 1.2)
    inzetten = [read_inzet(tekst) for tekst in KNOPPEN]
    hefbomen = as_hefbomen(inzetten, {inzet.knop.sleutel: ruim for inzet in inzetten})
    passen, klaar = _seconds(lambda: prepare(h.bekend, vraag))
    zonder, _ = _seconds(lambda: play(klaar, ()))
    met, uit = _seconds(lambda: play(klaar, hefbomen))
    hulp = uit.verloop[:, 3].sum() / 365.25
    _say(
        f"{_stock(klaar)} young people to begin with, {KEER} replications of {JAREN} years, one thread: "
        f"fit {passen:.2f} s, play {zonder:.2f} s, with levers {met:.2f} s; "
        f"{hulp / met / 1e6:.2f} million years of help a second"
    )
    return int(passen + met > DOEL)


def _stock(klaar: Klaar) -> int:
    return 0 if klaar.wereld is None else len(klaar.wereld.van)


def _seconds(werk):
    begin = time.process_time()
    uit = werk()
    return time.process_time() - begin, uit


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
