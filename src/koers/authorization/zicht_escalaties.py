"""May they see it, for escalations: who acts in one sees those of the own municipalities."""

from datetime import date

from django.db.models import QuerySet

from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.escalaties import MELDT
from koers.registers.netwerk.models import Escalatie
from koers.registers.toegang.models import Casus


def visible_escalatiegevallen(by: Actor) -> QuerySet[Escalatie]:
    """Escalations and drills of the own municipalities, for who has a part in them."""
    here = Escalatie.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
    return here if by.rol in MELDT else here.none()


def visible_escalatiecasussen(by: Actor, today: date) -> QuerySet[Casus]:
    """The casussen at which an escalation may point: a password alone shows none."""
    return visible_casussen(by, today) if by.tweede_factor else Casus.objects.none()
