"""The offer of a familiegroepsplan, consent, and what readers ask."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.toegang.plan.laden import children_of, get_plan, note_people, offer_of, people_of
from koers.domain.actor import Actor
from koers.domain.plan.familiegroepsplan import Groepsplanstap, check_stap
from koers.domain.toestemming import GRONDEN, Antwoord
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import FamiliegroepsplanStap, Plan, PlanToestemming, PlanVraag

VRAGEN = ("op_papier", "op_papier_gegeven", "hoofdzaken")


def register_familiegroepsplan(
    *, by: Actor, gezin_id: UUID, stap: Groepsplanstap, formulier: UUID | None = None
) -> UUID:
    """A step of the offer that the family makes the plan itself. Refused: niet_gevonden, as `check_stap`."""
    today = vandaag()
    with act("register_familiegroepsplan", by=by, formulier=formulier) as spoor:
        plan = _open(by, gezin_id, today)
        check_stap(offer_of(plan), stap, today=today)
        FamiliegroepsplanStap.objects.create(
            plan=plan,
            stap=stap.stap.value,
            datum=stap.datum,
            grond=stap.grond,
            reden=stap.reden,
            **written_by(by, plan.gemeente_id),
        )
        note_people(plan, spoor, touched=True)
        return plan.pk


@dataclass(frozen=True, slots=True)
class NieuweToestemming:
    """What was answered about one child. No receiver: about help. A ground has no `gever`, but a reason."""

    jeugdige: UUID
    antwoord: Antwoord
    datum: date
    gever: UUID | None = None
    organisatie: UUID | None = None
    ontvanger: UUID | None = None
    toelichting: str = ""


def register_toestemming(
    *, by: Actor, gezin_id: UUID, toestemming: NieuweToestemming, formulier: UUID | None = None
) -> UUID:
    """Consent was given, refused or withdrawn, or a ground sets it aside.

    Refused: niet_gevonden, datum_in_toekomst, hoort_niet_bij_gezin, gever_ontbreekt, plan_reden_nodig,
    kind_niet_in_plan.
    """
    today = vandaag()
    _check(toestemming, today)
    with act("register_toestemming", by=by, formulier=formulier) as spoor:
        plan = _open(by, gezin_id, today)
        if toestemming.jeugdige not in children_of(plan):
            raise Refused("kind_niet_in_plan")
        people = {een for een in (toestemming.gever, toestemming.ontvanger) if een}
        if people - people_of(plan):
            raise Refused("hoort_niet_bij_gezin")
        if toestemming.organisatie and not plan.delen.filter(organisatie=toestemming.organisatie).exists():
            raise Refused("niet_gevonden")
        PlanToestemming.objects.create(
            plan=plan,
            jeugdige_id=toestemming.jeugdige,
            gever_id=toestemming.gever,
            antwoord=toestemming.antwoord.value,
            datum=toestemming.datum,
            organisatie_id=toestemming.organisatie,
            ontvanger_id=toestemming.ontvanger,
            toelichting=toestemming.toelichting,
            **written_by(by, plan.gemeente_id),
        )
        note_people(plan, spoor, touched=True)
        return plan.pk


def _check(toestemming: NieuweToestemming, today: date) -> None:
    if toestemming.datum > today:
        raise Refused("datum_in_toekomst")
    is_ground = toestemming.antwoord in GRONDEN
    if is_ground and not toestemming.toelichting.strip():
        raise Refused("plan_reden_nodig")
    if is_ground == (toestemming.gever is not None):
        raise Refused("gever_ontbreekt")


def register_planvraag(
    *, by: Actor, gezin_id: UUID, persoon_id: UUID, soort: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """Somebody asks for the plan on paper or for the main facts, or got it on paper.

    Refused: niet_gevonden, datum_in_toekomst, hoort_niet_bij_gezin.
    """
    today = vandaag()
    if datum > today:
        raise Refused("datum_in_toekomst")
    with act("register_planvraag", by=by, formulier=formulier) as spoor:
        plan = _open(by, gezin_id, today)
        if soort not in VRAGEN:
            raise Refused("niet_gevonden")
        if persoon_id not in people_of(plan):
            raise Refused("hoort_niet_bij_gezin")
        PlanVraag.objects.create(
            plan=plan, persoon_id=persoon_id, soort=soort, datum=datum, **written_by(by, plan.gemeente_id)
        )
        note_people(plan, spoor, touched=True)
        return plan.pk


def _open(by: Actor, gezin_id: UUID, today: date) -> Plan:
    plan = get_plan(by, gezin_id, today)
    if plan.tot_datum is not None:
        raise Refused("overgang_mag_niet", ding="plan", toestand="afgesloten")
    return plan
