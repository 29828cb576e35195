"""Acts of door toegang."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.rollen import TOEGANG, Doel, Rol

TOEGANG_HANDELINGEN: dict[str, Regel] = {
    "read_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_melding": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "decide_besluit": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "correct_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_uitzondering": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_lichte_hulp": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "register_voorliggend": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "register_ervaring": Regel(TOEGANG, Doel.TOEGANG, personen=True),
}
