"""What plans ask of their regisseur: an evaluation, a term of the law, an action past its day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from koers.actions.handeling import act
from koers.actions.toegang.plan.laden import children_of, offer_of, versions
from koers.actions.toegang.plan.lezen import weeks_for_plan
from koers.authorization.zicht import visible_plannen
from koers.domain.actor import Actor
from koers.domain.plan.familiegroepsplan import due
from koers.domain.plan.onderdelen import Actie, Hulp, PlanInhoud
from koers.domain.plan.opslag import decode_plan
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Plan, PlanStap, PlanVersie, PlanVraag

# How long before its day something is shown.
VOORAF = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class PlanPunt:
    """One thing that a plan asks: `soort`, its last day, and what it is about."""

    gezin_id: UUID
    gezin: str
    soort: str
    datum: date
    wat: str = ""


def read_planpunten(*, by: Actor) -> tuple[PlanPunt, ...]:
    """What the open plans of own families ask, the oldest day first."""
    today = vandaag()
    punten: list[PlanPunt] = []
    with act("read_plan", by=by) as spoor:
        plannen = visible_plannen(by, today).filter(tot_datum__isnull=True).select_related("gezin")
        for plan in plannen.order_by("pk"):
            found = [
                PlanPunt(plan.gezin_id, plan.gezin.naam, *rest)
                for rest in (*_terms(plan, today), *_agreed(plan, today))
            ]
            punten += found
            if found:
                for kind in children_of(plan):
                    spoor.seen(kind, plan.gemeente_id)
        spoor.note(punten=len(punten))
    return tuple(sorted(punten, key=lambda punt: (punt.datum, punt.gezin, punt.soort)))


def late_of(plannen: QuerySet[Plan], today: date) -> Counter[UUID]:
    """Per family how much of these plans is past its day: evaluations and agreed actions."""
    rows = dict(plannen.values_list("pk", "gezin_id"))
    late = Counter(plannen.filter(evaluatiedatum__lt=today).values_list("gezin_id", flat=True))
    newest: dict[UUID, PlanVersie] = {}
    for versie in PlanVersie.objects.filter(plan__in=plannen).order_by("nummer"):
        newest[versie.plan_id] = versie
    done = set(PlanStap.objects.current().filter(plan__in=plannen).values_list("onderdeel", flat=True))
    for plan, versie in newest.items():
        late[rows[plan]] += sum(1 for _ in _late_actions(decode_plan(versie.inhoud), done, today))
    return late


def _terms(plan: Plan, today: date) -> Iterator[tuple[str, date, str]]:
    """Days of the plan as a whole."""
    if plan.evaluatiedatum and plan.evaluatiedatum <= today + VOORAF:
        yield "evalueren", plan.evaluatiedatum, ""
    last_day = due(offer_of(plan), weken=weeks_for_plan())
    if last_day and not versions(plan):
        yield "vaststellen", last_day, ""
    dagen = int(beleid().normen["plan-op-papier"].waarde or 0)
    for asked in _asked_on_paper(plan):
        yield "op_papier", asked + timedelta(days=dagen), ""


def _asked_on_paper(plan: Plan) -> list[date]:
    """Days on which somebody asked for the plan on paper and did not get it since."""
    rows = PlanVraag.objects.current().filter(plan=plan, ingetrokken=False)
    waiting: dict[UUID, date] = {}
    for row in rows.order_by("datum", "vastgelegd_at"):
        if row.soort == "op_papier":
            waiting.setdefault(row.persoon_id, row.datum)
        elif row.soort == "op_papier_gegeven":
            waiting.pop(row.persoon_id, None)
    return list(waiting.values())


def _agreed(plan: Plan, today: date) -> Iterator[tuple[str, date, str]]:
    """Days of what was agreed in the newest version."""
    rows = versions(plan)
    if not rows:
        return
    inhoud = decode_plan(rows[-1].inhoud)
    done = set(PlanStap.objects.current().filter(plan=plan).values_list("onderdeel", flat=True))
    yield from _late_actions(inhoud, done, today)
    for een in inhoud.all(Hulp):
        hulp = een.inhoud
        if not isinstance(hulp, Hulp):
            continue
        if hulp.vanaf and hulp.vanaf <= today and hulp.voorliggend and een.id not in done:
            yield "begonnen", hulp.vanaf, hulp.voorliggend
        if hulp.afschalen_op and hulp.afschalen_op <= today + VOORAF:
            yield "afschalen", hulp.afschalen_op, hulp.voorziening


def _late_actions(inhoud: PlanInhoud, done: set[UUID], today: date) -> Iterator[tuple[str, date, str]]:
    for een in inhoud.all(Actie):
        actie = een.inhoud
        if isinstance(actie, Actie) and actie.datum and actie.datum < today and een.id not in done:
            yield "actie", actie.datum, actie.wat
