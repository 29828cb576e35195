"""Who may lead to help of levels 4 to 8, and whether help could not wait."""

from datetime import date

from koers.domain.actor import Actor
from koers.domain.leiding import ROL_VAN_VERWIJZER, check_leiding
from koers.domain.rollen import Rol
from koers.domain.routes import TOEGANG
from koers.policy import beleid
from koers.registers.toegang.models import Casus, TriageStap, Verwijzing
from koers.registers.zorg.models import Contractproduct


def nieuwe_werkwijze() -> date:
    """The day from which only the jeugdconsulent, doctor and GI or court lead to levels 4 to 8."""
    return beleid().normen["wie-leidt-naar-zware-hulp"].geldt_vanaf or date.min


def require_leiding(by: Actor, casus: Casus, product: str, *, op: date) -> None:
    """By the road of the toegang whoever decides leads. Refused: leidt_niet_zelf, leidt_niet.

    The other roads were opened by a doctor, GI or court, and nobody of the toegang leads there.
    """
    if casus.melding.route != TOEGANG:
        return
    niveaus = Contractproduct.objects.on(op).filter(code=product).values_list("niveau", flat=True)
    check_leiding(by.rol, max(niveaus, default=0), op=op, nieuwe_werkwijze=nieuwe_werkwijze())


def require_verwijzer(verwijzing: Verwijzing, niveau: int) -> None:
    """Whoever referred by law leads; the court (08) does so by its own decision. Refused: leidt_niet."""
    rol: Rol | None = ROL_VAN_VERWIJZER.get(verwijzing.verwijzer)
    if rol is not None:
        check_leiding(rol, niveau, op=verwijzing.datum, nieuwe_werkwijze=nieuwe_werkwijze())


def was_crisis(casus: Casus) -> bool:
    """Whether this question went to Spoed4Jeugd: then help may have begun before the besluit."""
    return TriageStap.objects.current().filter(casus=casus, uitkomst="spoed", ingetrokken=False).exists()
