"""The fit of lengths of stay beside lifelines: a million censored stays, the same numbers, in one run.

`python -m benchmarks passen`; lifelines comes with `make bench`. Some three in ten stays still run. The
goal is a fiftieth of the seconds of processor; 1 when it is not reached or the shapes differ by more than
a thousandth.
"""

import sys

import numpy as np

from benchmarks.prognose.bevolking import seconds
from koers.simulation.prognose.weibull import fit_weibull

DOEL, GELIJK = 50, 1e-3
N, VORM, SCHAAL = 1_000_000, 0.8, 300.0


def main(_woorden: list[str]) -> int:
    """Prints the ratio."""
    try:
        from lifelines import WeibullFitter
    except ImportError:
        sys.stdout.write("lifelines is not installed: make bench\n")
        return 1
    rng = np.random.default_rng(1)
    duur = np.floor(SCHAAL * rng.weibull(VORM, N)).astype(np.int64)
    gekeken = np.floor(rng.exponential(700.0, N)).astype(np.int64)  # until when somebody looked
    gezien, duur = duur <= gekeken, np.minimum(duur, gekeken)
    ons, _, kromme = seconds(lambda: fit_weibull(duur, gezien))
    hun, _, ander = seconds(lambda: WeibullFitter().fit(duur + 0.5, gezien))
    verschil = abs(kromme.vorm / ander.rho_ - 1)
    sys.stdout.write(
        f"{N:,} stays: {1000 * ons:.0f} ms of processor, shape {kromme.vorm:.4f}; lifelines {hun:.2f} s = "
        f"{hun / ons:.0f} times, shape {ander.rho_:.4f} (standard errors {kromme.fout:.5f} and "
        f"{ander.summary.loc['rho_', 'se(coef)']:.5f})\n"
    )
    return int(hun / ons < DOEL or verschil > GELIJK)
