"""`python -m benchmarks [prognose] [options]`: what is measured by hand. See README.md beside this file."""

import sys

from benchmarks.prognose import tabel

METINGEN = {"prognose": tabel.main}


def main(woorden: list[str]) -> int:
    """Runs one measurement, or all of them."""
    if woorden and not woorden[0].startswith("-"):
        if woorden[0] not in METINGEN:
            sys.stderr.write(f"unknown: {woorden[0]}; choose from {', '.join(METINGEN)}\n")
            return 2
        METINGEN[woorden[0]](woorden[1:])
        return 0
    for meting in METINGEN.values():
        meting(woorden)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
