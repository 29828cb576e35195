"""Which role may do which act, and for which purpose: one table per door. No row here, no act."""

from koers.authorization.handelingen.kern import KERN_HANDELINGEN
from koers.authorization.handelingen.landschap import LANDSCHAP_HANDELINGEN
from koers.authorization.handelingen.monitor import MONITOR_HANDELINGEN
from koers.authorization.handelingen.netwerk import NETWERK_HANDELINGEN
from koers.authorization.handelingen.regel import Regel
from koers.authorization.handelingen.sturing import STURING_HANDELINGEN
from koers.authorization.handelingen.toegang import TOEGANG_HANDELINGEN
from koers.authorization.handelingen.uitlevering import UITLEVERING_HANDELINGEN
from koers.authorization.handelingen.zorg import ZORG_HANDELINGEN

HANDELINGEN: dict[str, Regel] = {
    **KERN_HANDELINGEN,
    **TOEGANG_HANDELINGEN,
    **ZORG_HANDELINGEN,
    **MONITOR_HANDELINGEN,
    **NETWERK_HANDELINGEN,
    **LANDSCHAP_HANDELINGEN,
    **STURING_HANDELINGEN,
    **UITLEVERING_HANDELINGEN,
}

__all__ = ["HANDELINGEN", "Regel"]
