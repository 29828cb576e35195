"""What the forms of a plan choose from."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from koers.actions.handeling import act
from koers.actions.toegang.plan.laden import circumstances, concept, get_plan, note_people, people_of
from koers.actions.toegang.plan.lezen import viewer_of
from koers.domain.actor import Actor
from koers.domain.namen import name_of
from koers.domain.plan.zicht import read_by
from koers.domain.rollen import TOEGANG
from koers.registers.kern.models import Betrokkenheid, Gezinslid, Medewerker, Organisatie, Persoon
from koers.registers.klok import vandaag

Namen = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Plankeuzes:
    """Children of the plan, children that could join, people of the family, workers, organisations."""

    jeugdigen: Namen
    kinderen: Namen
    gezinsleden: Namen
    medewerkers: Namen
    organisaties: Namen


def read_plankeuzes(*, by: Actor, gezin_id: UUID) -> Plankeuzes:
    """The choices; for who has only a section, what that section needs. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_plan", by=by) as spoor:
        plan = get_plan(by, gezin_id, today)
        note_people(plan, spoor)
        mine = by.rol in TOEGANG
        known = read_by(concept(plan), viewer_of(by), circumstances(plan, today)).jeugdigen
        people = people_of(plan) if mine else set(known)
        rows = sorted(Persoon.objects.filter(pk__in=people), key=lambda p: (name_of(p), p.pk))
        leden = Gezinslid.objects.on(today).filter(gezin_id=plan.gezin_id, rol="jeugdige")
        own = set(leden.values_list("persoon_id", flat=True)) if mine else set()
        team = Betrokkenheid.objects.on(today).filter(gezin_id=plan.gezin_id).values("medewerker")
        workers = Medewerker.objects.filter(Q(pk=by.id) | Q(pk__in=team) if mine else Q(pk=by.id))
        partners = Organisatie.objects.filter(gemeenten=plan.gemeente_id).exclude(soort="gemeente")
        return Plankeuzes(
            jeugdigen=tuple((p.pk, name_of(p)) for p in rows if p.pk in known),
            kinderen=tuple((p.pk, name_of(p)) for p in rows if p.pk in own),
            gezinsleden=tuple((p.pk, name_of(p)) for p in rows),
            medewerkers=tuple(workers.order_by("naam", "pk").values_list("pk", "naam")),
            organisaties=tuple(partners.order_by("naam", "pk").values_list("pk", "naam")) if mine else (),
        )
