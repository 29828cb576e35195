"""May they see it, for the gebiedsagenda: who takes part in a municipality, or steers it, sees its own.

Numbers here are exact. What a raadslid reads is the half-yearly document (`zicht_rapportages`).
"""

from typing import TypeVar, cast

from django.db.models import QuerySet

from koers.domain.actor import Actor, ActorSoort
from koers.domain.gebiedsagenda import LEEST_GEBIEDSAGENDA, PARTNERSOORTEN
from koers.registers.feiten import Feit
from koers.registers.kern.models import Gemeente, Organisatie
from koers.registers.toegang.models import LichteGroep, SchoolWerk

F = TypeVar("F", bound=Feit)


def visible_gebiedsagenda(by: Actor, table: type[F]) -> QuerySet[F]:
    """Facts of this table of the gebiedsagenda, of the actor's own municipalities, that hold."""
    here = table.objects.current().filter(ingetrokken=False)
    if by.soort is ActorSoort.SYSTEEM:  # a process makes the half-yearly document for who asks for it
        return cast("QuerySet[F]", here)
    if by.rol not in LEEST_GEBIEDSAGENDA:
        return cast("QuerySet[F]", table.objects.none())
    return cast("QuerySet[F]", here.filter(gemeente__in=by.gemeenten))


def visible_gebiedsgemeenten(by: Actor) -> QuerySet[Gemeente]:
    """The municipalities whose gebiedsagenda the actor reads."""
    if by.rol not in LEEST_GEBIEDSAGENDA:
        return Gemeente.objects.none()
    return Gemeente.objects.filter(pk__in=by.gemeenten)


def visible_partners(by: Actor, gemeente: str) -> QuerySet[Organisatie]:
    """Organisations that work in a municipality of the actor and can sit at its table."""
    if by.rol not in LEEST_GEBIEDSAGENDA or gemeente not in by.gemeenten:
        return Organisatie.objects.none()
    return Organisatie.objects.filter(soort__in=PARTNERSOORTEN, gemeenten=gemeente)


def visible_schoolgroepen(by: Actor, gemeente: str) -> QuerySet[SchoolWerk]:
    """Groups of Hulp op School and of voorliggende voorzieningen: numbers and themes, no persons."""
    if not _counts_groups(by, gemeente):
        return SchoolWerk.objects.none()
    return SchoolWerk.objects.current().filter(ingetrokken=False, gemeente=gemeente, soort="groep")


def visible_lichte_groepen(by: Actor, gemeente: str) -> QuerySet[LichteGroep]:
    """Groups of light help: numbers and a theme, no persons."""
    if not _counts_groups(by, gemeente):
        return LichteGroep.objects.none()
    return LichteGroep.objects.current().filter(ingetrokken=False, gemeente=gemeente)


def _counts_groups(by: Actor, gemeente: str) -> bool:
    if by.soort is ActorSoort.SYSTEEM:
        return True
    return by.rol in LEEST_GEBIEDSAGENDA and gemeente in by.gemeenten
