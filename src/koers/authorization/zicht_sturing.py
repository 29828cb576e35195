"""May they see it, for steering: a municipality sees its own uitvoeringsagenda, and no other."""

from datetime import date
from typing import TypeVar, cast

from django.db.models import QuerySet

from koers.domain.actor import Actor, ActorSoort
from koers.domain.rollen import STURING, TOEGANG
from koers.domain.uitvoeringsagenda import DRAAGT_OPGAVE
from koers.registers.feiten import Feit
from koers.registers.kern.models import Aanstelling, Gemeente, Medewerker
from koers.registers.sturing.models import Principegebruik
from koers.registers.toegang.models import Overgang

F = TypeVar("F", bound=Feit)
# Who reads how the hand-over of the JeugdTeam goes.
ZIET_HERINRICHTING = STURING | TOEGANG


def visible_agenda(by: Actor, table: type[F]) -> QuerySet[F]:
    """Facts of this table of the uitvoeringsagenda, of the actor's own municipalities, that hold."""
    here = table.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
    return cast("QuerySet[F]", here if by.rol in STURING else table.objects.none())


def visible_principegebruik(by: Actor) -> QuerySet[Principegebruik]:
    """What the actor's own municipalities said of the leading principles."""
    if by.soort is ActorSoort.SYSTEEM:  # a process makes the council report for who asks for it
        return Principegebruik.objects.current().filter(ingetrokken=False)
    return visible_agenda(by, Principegebruik)


def visible_agendagemeenten(by: Actor) -> QuerySet[Gemeente]:
    """The municipalities whose agenda the actor reads."""
    if by.rol not in STURING:
        return Gemeente.objects.none()
    return Gemeente.objects.filter(pk__in=by.gemeenten)


def visible_eigenaren(by: Actor, gemeente: str, today: date) -> QuerySet[Medewerker]:
    """Who of a municipality of the actor can carry an opgave by name today."""
    if by.rol not in STURING or gemeente not in by.gemeenten:
        return Medewerker.objects.none()
    here = Aanstelling.objects.on(today).filter(gemeenten=gemeente, rol__in=DRAAGT_OPGAVE)
    return Medewerker.objects.filter(pk__in=here.values("medewerker"), is_active=True)


def visible_herinrichting(by: Actor, table: type[F]) -> QuerySet[F]:
    """Conditions and fte of the herinrichtingsplan of the actor's own municipalities, that hold."""
    here = table.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
    return cast("QuerySet[F]", here if by.rol in ZIET_HERINRICHTING else table.objects.none())


def visible_herinrichtingsgemeenten(by: Actor) -> QuerySet[Gemeente]:
    """The municipalities of which the actor reads it."""
    if by.rol not in ZIET_HERINRICHTING:
        return Gemeente.objects.none()
    return Gemeente.objects.filter(pk__in=by.gemeenten)


def countable_overgangen(by: Actor) -> QuerySet[Overgang]:
    """What is counted of the own municipalities: only numbers of it leave the act that asks."""
    if by.rol not in ZIET_HERINRICHTING:
        return Overgang.objects.none()
    return Overgang.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
