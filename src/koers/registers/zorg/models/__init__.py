"""Tables of door zorg. Contract products are kept by period; the rest are facts."""

from koers.registers.zorg.models.contracten import Contractproduct
from koers.registers.zorg.models.toewijzingen import (
    Declaratie,
    Toewijzing,
    ToewijzingWijziging,
    TrajectSoort,
    TrajectStap,
)

__all__ = [
    "Contractproduct",
    "Declaratie",
    "Toewijzing",
    "ToewijzingWijziging",
    "TrajectSoort",
    "TrajectStap",
]
