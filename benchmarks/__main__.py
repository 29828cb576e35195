"""`python -m benchmarks [NAME …]`: every measurement, or the named ones."""

import sys
from importlib import import_module

METINGEN = ("lijst",)


def main() -> int:
    """Runs them one after another; 1 when one of them did not reach its goal."""
    wanted = sys.argv[1:] or METINGEN
    unknown = set(wanted) - set(METINGEN)
    if unknown:
        sys.stderr.write(f"Onbekend: {', '.join(sorted(unknown))}. Kies uit: {', '.join(METINGEN)}.\n")
        return 2
    return max(int(import_module(f"benchmarks.{naam}").main()) for naam in wanted)


if __name__ == "__main__":
    sys.exit(main())
