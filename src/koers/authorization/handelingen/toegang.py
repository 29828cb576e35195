"""Acts of door toegang."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.aanvragen import DIENT_IN
from koers.domain.eerste_notitie import GEVEN_DOOR
from koers.domain.rollen import OP_SCHOOL, TOEGANG, Doel, Rol

TOEGANG_HANDELINGEN: dict[str, Regel] = {
    "read_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_melding": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "decide_besluit": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "begin_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "save_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "pick_up_vraag": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "discard_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "complete_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Who cannot refer passes a question on, and follows how far it is; nothing of a file comes back.
    "pass_on_vraag": Regel(GEVEN_DOOR, Doel.TOEGANG, personen=True),
    "read_doorgegeven": Regel(GEVEN_DOOR, Doel.TOEGANG, personen=True),
    "read_triage": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "start_triage": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "conclude_triage": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "assign_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_veiligheidsstap": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # A message of a provider opens the road too: then a process does it.
    "open_route_b": Regel(
        DIENT_IN - {Rol.GECERTIFICEERDE_INSTELLING}, Doel.TOEGANG, personen=True, systeem=True
    ),
    "open_route_c": Regel(frozenset({Rol.GECERTIFICEERDE_INSTELLING}), Doel.TOEGANG, personen=True),
    "read_own_aanvragen": Regel(DIENT_IN, Doel.TOEGANG, personen=True),
    "read_aanvragen": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "link_aanvraag": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "refuse_aanvraag": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_stilstand": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "correct_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_uitzondering": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_lichte_hulp": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "register_voorliggend": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "read_school": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_schoolwerk": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_ervaring": Regel(TOEGANG, Doel.TOEGANG, personen=True),
}
