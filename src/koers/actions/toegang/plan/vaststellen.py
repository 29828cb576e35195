"""A plan becomes a version that never changes; who agreed with it; what was done; and its end."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.toegang.plan.laden import (
    concept,
    get_plan,
    note_people,
    offer_of,
    people_of,
    state_of,
    versions,
)
from koers.domain.actor import Actor
from koers.domain.plan.familiegroepsplan import is_discussed
from koers.domain.plan.onderdelen import Actie, Hulp, Onderdeel
from koers.domain.plan.opslag import encode_plan
from koers.domain.plan.volledig import missing
from koers.domain.toestanden.plan import PLAN
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import (
    Plan,
    PlanInstemming,
    PlanJeugdige,
    PlanStap,
    PlanVersie,
    VoorliggendGebruik,
)

WIJZEN = ("ondertekend", "mondeling", "bericht")
GEDAAN, VERVALLEN, BEGONNEN = "gedaan", "vervallen", "begonnen"


def settle_plan(*, by: Actor, gezin_id: UUID, versie: int, formulier: UUID | None = None) -> UUID:
    """Makes the concept a version. Returns the version's id.

    Agreed help that has begun by today becomes a fact for the figures as well, so that nobody types it twice.
    Refused: niet_gevonden, overgang_mag_niet, plan_mist_nog, al_gewijzigd.
    """
    today = vandaag()
    with act("settle_plan", by=by, formulier=formulier) as spoor:
        plan = get_plan(by, gezin_id, today)
        PLAN.move(state_of(plan), "settle_plan")
        inhoud = concept(plan)
        gaps = missing(inhoud, familiegroepsplan_besproken=is_discussed(offer_of(plan)))
        if gaps:
            raise Refused("plan_mist_nog", aantal=len(gaps))
        if not Plan.objects.filter(pk=plan.pk, versie=versie).update(versie=F("versie") + 1):
            raise Refused("al_gewijzigd")
        row = PlanVersie.objects.create(
            plan=plan,
            datum=today,
            nummer=len(versions(plan)) + 1,
            grootte=plan.grootte,
            evaluatiedatum=plan.evaluatiedatum,
            inhoud=encode_plan(inhoud),
            **written_by(by, plan.gemeente_id),
        )
        for een in inhoud.all(Hulp):
            hulp = een.inhoud
            if isinstance(hulp, Hulp) and hulp.vanaf is not None and hulp.vanaf <= today:
                _begin(by, plan, een, hulp.vanaf)
        note_people(plan, spoor, touched=True)
        return row.pk


def _begin(by: Actor, plan: Plan, een: Onderdeel, datum: date) -> None:
    """What is there for everybody beside help has begun: once per thing in the plan."""
    hulp = een.inhoud
    if not isinstance(hulp, Hulp) or not hulp.voorliggend.strip():
        return
    if PlanStap.objects.filter(plan=plan, onderdeel=een.id, soort=BEGONNEN).exists():
        return
    facts = written_by(by, plan.gemeente_id)
    PlanStap.objects.create(plan=plan, onderdeel=een.id, soort=BEGONNEN, datum=datum, **facts)
    VoorliggendGebruik.objects.create(
        jeugdige_id=hulp.jeugdige, voorziening=hulp.voorliggend.strip()[:80], datum=datum, **facts
    )


def register_planstap(
    *, by: Actor, gezin_id: UUID, onderdeel_id: UUID, soort: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """An action was done or dropped, or agreed help began. Returns the id of the plan.

    Refused: niet_gevonden, datum_in_toekomst, overgang_mag_niet.
    """
    today = vandaag()
    if datum > today:
        raise Refused("datum_in_toekomst")
    with act("register_planstap", by=by, formulier=formulier) as spoor:
        plan = get_plan(by, gezin_id, today)
        PLAN.move(state_of(plan), "edit_plan")
        kind = Hulp if soort == BEGONNEN else Actie
        found = [een for een in concept(plan).all(kind) if een.id == onderdeel_id]
        if not found or soort not in (GEDAAN, VERVALLEN, BEGONNEN):
            raise Refused("niet_gevonden")
        if soort == BEGONNEN:
            _begin(by, plan, found[0], datum)
        else:
            PlanStap.objects.get_or_create(
                plan=plan,
                onderdeel=onderdeel_id,
                soort=soort,
                defaults={"datum": datum, **written_by(by, plan.gemeente_id)},
            )
        note_people(plan, spoor, touched=True)
        return plan.pk


@dataclass(frozen=True, slots=True)
class NieuweInstemming:
    """Who agreed with the newest version, or not, in which way and when."""

    persoon: UUID
    akkoord: bool
    wijze: str
    datum: date
    toelichting: str = ""


def agree_plan(
    *, by: Actor, gezin_id: UUID, instemming: NieuweInstemming, formulier: UUID | None = None
) -> UUID:
    """Somebody of the family agreed with the newest version, or not. Returns the id of the version.

    Refused: niet_gevonden, datum_in_toekomst, wijze_onbekend, overgang_mag_niet, plan_stap_te_vroeg,
    hoort_niet_bij_gezin.
    """
    today = vandaag()
    if instemming.datum > today:
        raise Refused("datum_in_toekomst")
    if instemming.wijze not in WIJZEN:
        raise Refused("wijze_onbekend")
    with act("agree_plan", by=by, formulier=formulier) as spoor:
        plan = get_plan(by, gezin_id, today)
        PLAN.move(state_of(plan), "agree_plan")
        newest = versions(plan)[-1]
        if instemming.datum < newest.datum:
            raise Refused("plan_stap_te_vroeg", datum=newest.datum)
        if instemming.persoon not in people_of(plan):
            raise Refused("hoort_niet_bij_gezin")
        PlanInstemming.objects.create(
            versie=newest,
            persoon_id=instemming.persoon,
            akkoord=instemming.akkoord,
            wijze=instemming.wijze,
            datum=instemming.datum,
            toelichting=instemming.toelichting,
            **written_by(by, plan.gemeente_id),
        )
        spoor.note(nummer=newest.nummer, akkoord=instemming.akkoord)
        note_people(plan, spoor, touched=True)
        return newest.pk


def close_plan(*, by: Actor, gezin_id: UUID, versie: int, formulier: UUID | None = None) -> UUID:
    """The plan is over; its versions stay. Refused: niet_gevonden, overgang_mag_niet, al_gewijzigd."""
    today = vandaag()
    with act("close_plan", by=by, formulier=formulier) as spoor:
        plan = get_plan(by, gezin_id, today)
        PLAN.move(state_of(plan), "close_plan")
        note_people(plan, spoor, touched=True)
        closed = Plan.objects.filter(pk=plan.pk, versie=versie)
        if not closed.update(versie=F("versie") + 1, tot_datum=today):
            raise Refused("al_gewijzigd")
        PlanJeugdige.objects.filter(plan=plan, tot_datum__isnull=True).update(tot_datum=today)
        return plan.pk
