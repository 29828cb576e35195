"""Sums of answers per provider and procurement region, exact and as everybody may see them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from koers.analytics.disclosure import ExactTable, disclose
from koers.analytics.lattice import Verband, part_of, total
from koers.domain.disclosed import DisclosedTable, Sleutel

GEGEVEN, OP_TIJD, TE_LAAT, OPEN = "gegeven", "op_tijd", "te_laat", "open"
GEWEIGERD, BINNEN, BUITEN, GEESCALEERD = "geweigerd", "binnen", "buiten", "geescaleerd"
MATEN = (GEGEVEN, OP_TIJD, TE_LAAT, GEESCALEERD, OPEN, GEWEIGERD, BINNEN, BUITEN)


@dataclass(frozen=True, slots=True)
class Telling:
    """What was given to one provider in one region, and how it answered; every toewijzing counts once.

    `gegeven` = `op_tijd` + `te_laat` + `open`: answered in time, late (answered or not), and still in time
    to answer. `geweigerd` = `binnen` + `buiten`: within and outside the allowed grounds.
    `geescaleerd`: of `te_laat` those that came to contract management while there was no answer.
    """

    aanbieder: str
    naam: str
    inkoopregio: str
    gegeven: int = 0
    op_tijd: int = 0
    te_laat: int = 0
    open: int = 0
    geweigerd: int = 0
    binnen: int = 0
    buiten: int = 0
    geescaleerd: int = 0

    def plus(self, *, late: bool, answered: bool, refused: bool, outside: bool, escalated: bool) -> "Telling":
        """The same with one toewijzing more."""
        return replace(
            self,
            gegeven=self.gegeven + 1,
            te_laat=self.te_laat + late,
            op_tijd=self.op_tijd + (answered and not late),
            open=self.open + (not answered and not late),
            geweigerd=self.geweigerd + refused,
            binnen=self.binnen + (refused and not outside),
            buiten=self.buiten + (refused and outside),
            geescaleerd=self.geescaleerd + (late and escalated),
        )


def disclosed_table(tellingen: Sequence[Telling]) -> DisclosedTable:
    """The sums with keys (provider, region, measure), told through the one exit: small ones stay hidden."""
    cells: dict[Sleutel, int] = {}
    relations: list[Verband] = []
    for een in tellingen:
        key = (een.aanbieder, een.inkoopregio)
        cells |= {(*key, maat): int(getattr(een, maat)) for maat in MATEN}
        relations += [
            total((*key, GEGEVEN), [(*key, deel) for deel in (OP_TIJD, TE_LAAT, OPEN)]),
            total((*key, GEWEIGERD), [(*key, deel) for deel in (BINNEN, BUITEN)]),
            part_of((*key, GEWEIGERD), (*key, GEGEVEN)),
            part_of((*key, GEESCALEERD), (*key, TE_LAAT)),
        ]
    return disclose(ExactTable("acceptatie", ("aanbieder", "inkoopregio", "maat"), cells, relations))
