"""Every way in (page, command, API call) and the act it belongs to. No row, no entry: a test walks all.

Keys: `web:<URL name>`, `cli:<command and subcommand>`. `PUBLIEK` entries show nothing of anybody.
"""

from koers.authorization.ingangen.kern import KERN_INGANGEN
from koers.authorization.ingangen.landschap import LANDSCHAP_INGANGEN
from koers.authorization.ingangen.monitor import MONITOR_INGANGEN
from koers.authorization.ingangen.netwerk import NETWERK_INGANGEN
from koers.authorization.ingangen.prognose import PROGNOSE_INGANGEN
from koers.authorization.ingangen.publiek import PUBLIEK
from koers.authorization.ingangen.sturing import STURING_INGANGEN
from koers.authorization.ingangen.toegang import TOEGANG_INGANGEN
from koers.authorization.ingangen.uitlevering import UITLEVERING_INGANGEN
from koers.authorization.ingangen.zorg import ZORG_INGANGEN

INGANGEN: dict[str, str] = {
    **KERN_INGANGEN,
    **TOEGANG_INGANGEN,
    **ZORG_INGANGEN,
    **MONITOR_INGANGEN,
    **NETWERK_INGANGEN,
    **PROGNOSE_INGANGEN,
    **LANDSCHAP_INGANGEN,
    **STURING_INGANGEN,
    **UITLEVERING_INGANGEN,
}

__all__ = ["INGANGEN", "PUBLIEK"]
