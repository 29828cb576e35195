"""Prints, per kind of history and size, how far off each method is two years ahead."""

import argparse
import sys

import numpy as np

from benchmarks.prognose.geschiedenis import SOORTEN
from benchmarks.prognose.meten import CELLEN, METHODEN, measure

KOLOMMEN = ("MAPE%", "bias%", "cover%", "width%", "ratio", "failed", "CPU s")


def main(woorden: list[str]) -> int:
    """The table, of six cells of 40 histories unless asked otherwise; 1 when a method failed somewhere."""
    lezer = argparse.ArgumentParser(prog="python -m benchmarks prognose")
    lezer.add_argument("--aantal", type=int, default=40, help="histories per cell")
    lezer.add_argument("--seed", type=int, default=1)
    lezer.add_argument("--soort", action="append", choices=sorted(SOORTEN), help="other kinds of history")
    lezer.add_argument("--omvang", action="append", type=int, help="other sizes")
    keuze = lezer.parse_args(woorden)
    cellen = [(s, o) for s in keuze.soort or ("vlak", "groei", "schok") for o in keuze.omvang or (130, 650)]
    fouten: dict[str, list[float]] = {m: [] for m in METHODEN}
    dekking: dict[str, list[float]] = {m: [] for m in METHODEN}
    mislukt: list[int] = []
    _say(f"{'history':<13}{'size':>5}  {'method':<13}" + "".join(f"{kop:>8}" for kop in KOLOMMEN))
    for soort, omvang in cellen if keuze.soort or keuze.omvang else CELLEN:
        uit = measure(soort, omvang, keuze.aantal, keuze.seed, tuple(METHODEN))
        peer = uit["markov"].breedte.mean()
        for m, cel in uit.items():
            fouten[m].append(cel.fout.mean())
            dekking[m].append(cel.gedekt.mean())
            mislukt.append(cel.mislukt)
            delen = (cel.fout, cel.scheef, cel.gedekt, cel.breedte)
            _say(
                f"{soort:<13}{omvang:>5}  {m:<13}"
                + "".join(f"{100 * deel.mean():>8.1f}" for deel in delen)
                + f"{cel.breedte.mean() / peer:>8.2f}{cel.mislukt:>8}{cel.seconden / keuze.aantal:>8.2f}"
            )
    for m in METHODEN:
        _say(f"all cells: {m:<13} MAPE {100 * np.mean(fouten[m]):.1f}, cover {100 * np.mean(dekking[m]):.1f}")
    return int(any(mislukt))


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()
