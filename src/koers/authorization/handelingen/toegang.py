"""Acts of door toegang."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.rollen import OP_SCHOOL, TOEGANG, Doel, Rol

TOEGANG_HANDELINGEN: dict[str, Regel] = {
    "read_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_melding": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "decide_besluit": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_plan": Regel(
        TOEGANG | {Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING}, Doel.TOEGANG, personen=True
    ),
    "edit_plan": Regel(
        TOEGANG | {Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING}, Doel.TOEGANG, personen=True
    ),
    "start_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Size, children, readers and who works along: of the plan as a whole.
    "shape_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "settle_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "agree_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "close_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "print_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_planstap": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_planvraag": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_familiegroepsplan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_toestemming": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "correct_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_uitzondering": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_lichte_hulp": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "register_voorliggend": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "read_school": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_schoolwerk": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_ervaring": Regel(TOEGANG, Doel.TOEGANG, personen=True),
}
