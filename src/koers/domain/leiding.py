"""Who may lead to help of levels 4 to 8: a rule with a day on which it begins (Koersen, opgave 4)."""

from datetime import date

from koers.domain.rollen import TOEGANG, Rol
from koers.domain.routes import INDIVIDUEEL_VANAF
from koers.domain.weigering import Refused

# The roles that lead by each legal road; a judge or prosecutor has no role here but does lead (route C).
LEIDT = frozenset(
    {
        Rol.JEUGDCONSULENT,
        Rol.HUISARTS,
        Rol.JEUGDARTS,
        Rol.MEDISCH_SPECIALIST,
        Rol.GECERTIFICEERDE_INSTELLING,
    }
)
# The other partners of the CJG, who could refer before the new way of working.
LEIDDE_VROEGER = frozenset(
    {
        Rol.GEDRAGSWETENSCHAPPER,
        Rol.POH_JEUGD,
        Rol.JONGERENWERKER,
        Rol.GEZINSCOACH,
        Rol.JEUGDVERPLEEGKUNDIGE,
        Rol.SCHOOL,
    }
)
# CBS verwijzer -> who it is. 08 (court) is left out: it leads by a decision of its own.
ROL_VAN_VERWIJZER = {
    "02": Rol.HUISARTS,
    "03": Rol.JEUGDARTS,
    "05": Rol.MEDISCH_SPECIALIST,
    "04": Rol.GECERTIFICEERDE_INSTELLING,
}
VERWIJZER_VAN_ROL = {rol: code for code, rol in ROL_VAN_VERWIJZER.items()}


def may_lead(rol: Rol | None, niveau: int, *, op: date, nieuwe_werkwijze: date) -> bool:
    """Whether this role leads to help of this level on day `op`; light help asks for no leader."""
    if niveau < INDIVIDUEEL_VANAF or rol in LEIDT:
        return True
    return op < nieuwe_werkwijze and rol in LEIDDE_VROEGER


def check_leiding(rol: Rol | None, niveau: int, *, op: date, nieuwe_werkwijze: date) -> None:
    """Refused: leidt_niet_zelf (to the toegang itself), leidt_niet (to everybody else)."""
    if not may_lead(rol, niveau, op=op, nieuwe_werkwijze=nieuwe_werkwijze):
        code = "leidt_niet_zelf" if rol in TOEGANG else "leidt_niet"
        raise Refused(code, niveau=niveau, datum=nieuwe_werkwijze)
