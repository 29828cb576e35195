"""Acts of door toegang."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.rollen import OP_SCHOOL, TOEGANG, Doel, Rol

TOEGANG_HANDELINGEN: dict[str, Regel] = {
    "read_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_melding": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "decide_besluit": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    **dict.fromkeys(
        (
            *("register_aanvraag", "request_aanvulling", "register_aanvulling", "extend_term"),
            *("register_ingebrekestelling", "set_aside_aanvraag", "withdraw_aanvraag"),
            *("propose_besluit", "approve_besluit", "return_besluit", "correct_besluit"),
            *("withdraw_besluit", "preview_besluit", "read_besluit", "read_aanvragen"),
            *("read_brief", "attach_document", "release_brief", "renew_brief", "hide_adres"),
            *("register_bezwaar", "decide_bezwaar"),
        ),
        Regel(TOEGANG, Doel.TOEGANG, personen=True),
    ),
    "register_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "correct_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_uitzondering": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_lichte_hulp": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "register_voorliggend": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "read_school": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_schoolwerk": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_ervaring": Regel(TOEGANG, Doel.TOEGANG, personen=True),
}
