"""`python -m benchmarks [NAME [ARGUMENT …]]`: every measurement, or the named one."""

import sys
from importlib import import_module

METINGEN = (
    "cohort",
    "jw301",
    "laden",
    "land",
    "lijst",
    "monitor",
    "ontvangst",
    "paginas",
    "passen",
    "prognose",
    "snelheid",
    "wachtrij",
    "wat_als",
)


def main() -> int:
    """Runs them one after another; 1 when one of them did not reach its goal."""
    naam, argumenten = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if naam and naam not in METINGEN:
        sys.stderr.write(f"Onbekend: {naam}. Kies uit: {', '.join(METINGEN)}.\n")
        return 2
    return max(int(import_module(f"benchmarks.{m}").main(argumenten)) for m in ([naam] if naam else METINGEN))


if __name__ == "__main__":
    sys.exit(main())
