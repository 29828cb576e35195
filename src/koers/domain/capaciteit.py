"""What a controller asks about waiting: hours, questions and places. Nothing filled in: what is counted, or
what the source says."""

from dataclasses import dataclass
from decimal import Decimal

HOOGSTE_FTE = 100
MEESTE_VRAGEN = 5_000
MEESTE_PLAATSEN = 5_000
LANGSTE_DAGEN = 3_650


@dataclass(frozen=True, slots=True)
class Capaciteitsvraag:
    """`tekort` and `lijst_voorrang` in percent; questions a year; `lijst_geduld` in weeks (None: nobody
    leaves).

    `fte`, `vragen`, `wachtend`: of the POH Jeugd. `regie_*`: of Regie op 3. `lijst_*`: of a provider.
    """

    fte: Decimal | None = None
    vragen: int | None = None
    wachtend: int | None = None
    tekort: int = 0
    regie_vragen: int | None = None
    regie_plaatsen: int | None = None
    regie_wachtend: int = 0
    lijst_vragen: int | None = None
    lijst_plaatsen: int | None = None
    lijst_dagen: int | None = None
    lijst_wachtend: int = 0
    lijst_voorrang: int = 0
    lijst_geduld: int | None = None
