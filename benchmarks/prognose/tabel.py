"""Prints, per kind of history and size, how far off each method is two years ahead."""

import argparse
import sys

import numpy as np

from benchmarks.prognose.geschiedenis import SOORTEN
from benchmarks.prognose.meten import CELLEN, METHODEN, measure

KOLOMMEN = ("MAPE%", "+/-", "bias%", "cover%", "width%", "/buur", "/best", "failed", "CPU s")
BESTE = "buur 2 jaar"  # of the windows of the peer the one with the smallest error over the six cells


def main(woorden: list[str]) -> int:
    """The table, of six cells of 40 histories unless asked otherwise; 1 when a method failed somewhere."""
    lezer = argparse.ArgumentParser(prog="python -m benchmarks prognose")
    lezer.add_argument("--aantal", type=int, default=40, help="histories per cell")
    lezer.add_argument("--seed", type=int, default=1)
    lezer.add_argument("--soort", action="append", choices=sorted(SOORTEN), help="other kinds of history")
    lezer.add_argument("--omvang", action="append", type=int, help="other sizes")
    lezer.add_argument(
        "--rommelig", action="store_true", help="blanks, spells of no days, one child per level"
    )
    keuze = lezer.parse_args(woorden)
    cellen = [(s, o) for s in keuze.soort or ("vlak", "groei", "schok") for o in keuze.omvang or (130, 650)]
    fouten: dict[str, list[float]] = {m: [] for m in METHODEN}
    dekking: dict[str, list[float]] = {m: [] for m in METHODEN}
    marges: dict[str, list[float]] = {m: [] for m in METHODEN}
    mislukt: list[int] = []
    _say(f"{'history':<13}{'size':>5}  {'method':<13}" + "".join(f"{kop:>8}" for kop in KOLOMMEN))
    for soort, omvang in cellen if keuze.soort or keuze.omvang else CELLEN:
        uit = measure(soort, omvang, keuze.aantal, keuze.seed, tuple(METHODEN), rommelig=keuze.rommelig)
        for m, cel in uit.items():
            fouten[m].append(cel.fout.mean())
            dekking[m].append(cel.gedekt.mean())
            mislukt.append(cel.mislukt)
            delen = (
                cel.fout.mean(),
                _margin(cel.fout),
                cel.scheef.mean(),
                cel.gedekt.mean(),
                cel.breedte.mean(),
            )
            naast = [cel.breedte.mean() / uit[wie].breedte.mean() for wie in ("buur", BESTE)]
            marges[m].append(_margin(cel.fout))
            _say(
                f"{soort:<13}{omvang:>5}  {m:<13}"
                + "".join(f"{100 * deel:>8.1f}" for deel in delen)
                + "".join(f"{deel:>8.2f}" for deel in naast)
                + f"{cel.mislukt:>8}{cel.seconden / keuze.aantal:>8.2f}"
            )
    for m in METHODEN:
        marge = 100 * np.sqrt(np.sum(np.square(marges[m]))) / len(marges[m])
        _say(
            f"all cells: {m:<13} MAPE {100 * np.mean(fouten[m]):.1f} +/- {marge:.1f},"
            f" cover {100 * np.mean(dekking[m]):.1f}"
        )
    return int(any(mislukt))


def _margin(fout: np.ndarray) -> float:
    """Half the 95% interval of a mean error."""
    return float(1.96 * fout.std(ddof=1) / np.sqrt(len(fout))) if len(fout) > 1 else float("nan")


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()
