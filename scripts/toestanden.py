"""Writes docs/reference/toestanden.md from the tables of states. For `make toestanden`."""

import sys
from pathlib import Path

from koers.domain.toestanden import MACHINES

BLAD = Path(__file__).resolve().parents[1] / "docs" / "reference" / "toestanden.md"


def page() -> str:
    """The whole page: a drawing per machine."""
    parts = [
        "# States",
        "",
        "Made from `koers.domain.toestanden` by `make toestanden`; a test fails when they differ.",
    ]
    for machine in sorted(MACHINES, key=lambda machine: machine.ding):
        parts += ["", f"## {machine.ding}", "", "```mermaid", machine.diagram(), "```"]
    return "\n".join(parts) + "\n"


def main() -> int:
    """Writes the page."""
    BLAD.parent.mkdir(parents=True, exist_ok=True)
    BLAD.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
