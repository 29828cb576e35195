"""How many casussen of the JeugdTeam run and how they stand, through the one exit for numbers."""

from collections.abc import Mapping

from koers.analytics.disclosure import ExactTable, disclose, show_internal
from koers.analytics.lattice import total
from koers.domain.disclosed import DisclosedTable, Sleutel
from koers.domain.overgang import GROEPEN, LOPEND

LOOPT = "loopt"


def disclosed_table(tellingen: Mapping[str, int], *, doel: str = "") -> DisclosedTable:
    """The counts per group of `GROEPEN`, with what runs in all. `doel`: exact, for a role that has it."""
    cells: dict[Sleutel, int] = {(groep,): tellingen[groep] for groep in GROEPEN}
    cells[LOOPT,] = sum(tellingen[groep] for groep in LOPEND)
    tabel = ExactTable("overgang", ("groep",), cells, [total((LOOPT,), [(groep,) for groep in LOPEND])])
    return show_internal(tabel, doel=doel) if doel else disclose(tabel)
