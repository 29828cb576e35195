"""May they see it, for reports: what is being written is of one municipality, what was published of all."""

from django.db.models import QuerySet

from koers.domain.actor import Actor, ActorSoort
from koers.domain.rapportages import LEEST_RAPPORTAGES, ZIET_CONCEPT
from koers.registers.sturing.models import Rapportage, Rapportageuitgave, Sjabloonversie


def visible_rapportages(by: Actor) -> QuerySet[Rapportage]:
    """Reports of the own municipality, also in the making, for who writes them or signs off."""
    if by.soort is ActorSoort.SYSTEEM:
        return Rapportage.objects.all()
    if by.rol not in ZIET_CONCEPT:
        return Rapportage.objects.none()
    return Rapportage.objects.filter(gemeente__in=by.gemeenten)


def visible_uitgaven(by: Actor) -> QuerySet[Rapportageuitgave]:
    """What was published, of every municipality: it holds nothing that is not for everybody."""
    if by.soort is ActorSoort.SYSTEEM or by.rol in LEEST_RAPPORTAGES:
        return Rapportageuitgave.objects.all()
    return Rapportageuitgave.objects.none()


def visible_sjablonen(by: Actor) -> QuerySet[Sjabloonversie]:
    """Templates of the own municipality."""
    if by.soort is ActorSoort.SYSTEEM:
        return Sjabloonversie.objects.all()
    return Sjabloonversie.objects.filter(gemeente__in=by.gemeenten)
