"""May they see it, for meetings: each municipality its own and the shared, and nobody what another drafts."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from koers.domain.actor import Actor, ActorSoort
from koers.domain.rollen import STURING
from koers.domain.vergadering import ORGANISEERT, SCHRIJFT_STANDPUNT
from koers.registers.netwerk.models import (
    Actie,
    ConceptStandpunt,
    Vergaderbesluit,
    Vergadering,
    VergaderingDeelnemer,
    VergaderingStap,
)


def visible_vergaderingen(by: Actor) -> QuerySet[Vergadering]:
    """Meetings in which a municipality of the actor takes part. Until the agenda is sent, only who
    organises and prepares sees that a meeting is planned."""
    if by.soort is ActorSoort.SYSTEEM:
        return Vergadering.objects.all()
    if by.rol not in STURING:
        return Vergadering.objects.none()
    deelnemers = VergaderingDeelnemer.objects.filter(vergadering=OuterRef("pk"), gemeente__in=by.gemeenten)
    here = Vergadering.objects.filter(Exists(deelnemers))
    if by.rol in ORGANISEERT:
        return here
    sent = VergaderingStap.objects.filter(vergadering=OuterRef("pk"), soort="agenda_verstuurd")
    return here.filter(Exists(sent))


def visible_besluiten(by: Actor) -> QuerySet[Vergaderbesluit]:
    """What was decided at those meetings."""
    return Vergaderbesluit.objects.filter(punt__vergadering__in=visible_vergaderingen(by).values("pk"))


def visible_acties(by: Actor) -> QuerySet[Actie]:
    """The actions that came of that."""
    return Actie.objects.filter(besluit__in=visible_besluiten(by).values("pk"))


def visible_concepten(by: Actor) -> QuerySet[ConceptStandpunt]:
    """What the own municipality thinks before it says so: for who writes it, and for nobody else."""
    if by.rol not in SCHRIJFT_STANDPUNT:
        return ConceptStandpunt.objects.none()
    return ConceptStandpunt.objects.filter(
        Q(punt__vergadering__in=visible_vergaderingen(by).values("pk")), gemeente__in=by.gemeenten
    )
