"""Acts of door sturing."""

from koers.authorization.handelingen.regel import Regel

STURING_HANDELINGEN: dict[str, Regel] = {}
