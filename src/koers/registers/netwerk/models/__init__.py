"""Tables of the door netwerk, by subject."""

from koers.registers.netwerk.models.wiel import (
    WielGroep,
    WielRonde,
    WielTelling,
    WielUitnodiging,
    WielVraag,
)

__all__ = ["WielGroep", "WielRonde", "WielTelling", "WielUitnodiging", "WielVraag"]
