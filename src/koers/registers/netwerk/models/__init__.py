"""Tables of the door netwerk, by subject."""

from koers.registers.netwerk.models.scenariokeuze import (
    KeuzeBesluit,
    KeuzeCriterium,
    KeuzeInbreng,
    Scenariokeuze,
)
from koers.registers.netwerk.models.wiel import (
    WielGroep,
    WielRonde,
    WielTelling,
    WielUitnodiging,
    WielVraag,
)

__all__ = [
    "KeuzeBesluit",
    "KeuzeCriterium",
    "KeuzeInbreng",
    "Scenariokeuze",
    "WielGroep",
    "WielRonde",
    "WielTelling",
    "WielUitnodiging",
    "WielVraag",
]
