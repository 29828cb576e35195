"""Figures as they may be told: what came through the one exit (decision 13)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Sleutel = tuple[str, ...]


class Klasse(StrEnum):
    """Who may see a table. GEPUBLICEERD: by CBS or the council, as they published it. OPENBAAR: everybody.
    INTERN: a role with a purpose; exact, logged, and marked on every screen and export.
    """

    GEPUBLICEERD = "gepubliceerd"
    OPENBAAR = "openbaar"
    INTERN = "intern"


class CelStatus(StrEnum):
    """What a cell tells. GETOOND: the exact number. AFGEROND: a rounded one. AFGESCHERMD: that it is small.
    INGEHOUDEN: nothing that could be of use, or it would tell about others.
    """

    GETOOND = "getoond"
    AFGEROND = "afgerond"
    AFGESCHERMD = "afgeschermd"
    INGEHOUDEN = "ingehouden"


MET_WAARDE = frozenset({CelStatus.GETOOND, CelStatus.AFGEROND})


@dataclass(frozen=True, slots=True)
class DisclosedCell:
    """One number. The true one lies from `onder` up to and including `boven` (None: nothing is told).

    `basis`: 1 exact, 5 or 10 rounded to a multiple of that.
    """

    sleutel: Sleutel
    status: CelStatus
    waarde: int | None
    onder: int
    boven: int | None
    basis: int = 1


@dataclass(frozen=True, slots=True)
class DisclosedShare:
    """A percentage made of told numbers only, with the least and most that it can be."""

    sleutel: Sleutel
    status: CelStatus
    waarde: Decimal | None
    onder: Decimal | None
    boven: Decimal | None


@dataclass(frozen=True, slots=True)
class DisclosedTable:
    """A table of told numbers. `dimensies` name the parts of a key. `bron`: who published it.

    `noten`: codes of remarks that belong under the table (afgerond_op_5, tot_en_met_7_afgeschermd,
    totaal_verbreed, totaal_ingehouden, intern_niet_verspreiden, enquete_minstens_5, groep_minstens_5).
    """

    maat: str
    dimensies: tuple[str, ...]
    cellen: tuple[DisclosedCell, ...]
    klasse: Klasse
    bron: str = ""
    doel: str = ""
    noten: tuple[str, ...] = ()

    def cell(self, *sleutel: str) -> DisclosedCell:
        """The cell with this key. KeyError when there is none."""
        for cel in self.cellen:
            if cel.sleutel == sleutel:
                return cel
        raise KeyError(sleutel)
