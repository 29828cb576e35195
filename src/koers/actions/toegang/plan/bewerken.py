"""Making a plan and working on it: things come, change and go; two people never lose each other's words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import one_person
from koers.actions.toegang.plan.laden import (
    betrokkenen,
    children_of,
    circumstances,
    concept,
    get_plan,
    note_people,
    part,
    state_of,
)
from koers.authorization.zicht import visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.plan.onderdelen import DeelSoort, Grootte, Inhoud, check_onderdeel, soort_of
from koers.domain.plan.opslag import decode, encode
from koers.domain.plan.zicht import tells_address
from koers.domain.rollen import TOEGANG
from koers.domain.toestanden.plan import PLAN
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezin, Gezinslid, Huishoudenlid, Organisatie, Ouderschap
from koers.registers.klok import nu, vandaag
from koers.registers.toegang.models import Plan, PlanDeel, PlanJeugdige, PlanOnderdeel


def start_plan(
    *,
    by: Actor,
    gezin_id: UUID,
    jeugdigen: tuple[UUID, ...],
    grootte: Grootte,
    evaluatiedatum: date | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """Begins the plan of a gezin for these children. Returns its id.

    Refused: niet_gevonden, geen_jeugdige, hoort_niet_bij_gezin, al_een_plan.
    """
    today = vandaag()
    if not jeugdigen:
        raise Refused("geen_jeugdige")
    with act("start_plan", by=by, formulier=formulier) as spoor:
        gezin = visible_gezinnen(by, today).filter(pk=gezin_id).first()
        if gezin is None:
            raise Refused("niet_gevonden")
        _refuse_strangers(gezin, jeugdigen, today)
        _refuse_second_plan(by, jeugdigen, today)
        try:
            with transaction.atomic():  # a savepoint: the refusal still has to be told
                plan = Plan.objects.create(
                    gezin=gezin,
                    gemeente_id=gezin.gemeente_id,
                    grootte=grootte.value,
                    begindatum=today,
                    evaluatiedatum=evaluatiedatum,
                )
                _add_children(plan, jeugdigen, today)
        except IntegrityError as error:
            raise Refused("al_een_plan") from error
        PlanDeel.objects.create(plan=plan, gemeente_id=plan.gemeente_id, soort=DeelSoort.SAMEN.value)
        _add_parts(plan, today)
        note_people(plan, spoor, touched=True)
        return plan.pk


def _refuse_strangers(gezin: Gezin, jeugdigen: tuple[UUID, ...], today: date) -> None:
    own = Gezinslid.objects.on(today).filter(gezin=gezin, rol="jeugdige")
    if set(jeugdigen) - set(own.values_list("persoon_id", flat=True)):
        raise Refused("hoort_niet_bij_gezin")


def _refuse_second_plan(by: Actor, jeugdigen: tuple[UUID, ...], today: date) -> None:
    """One open plan per child, also when two rows are that child; the database sees to one row each."""
    one = one_person(by, today)
    others = one.rows_of(jeugdigen) - set(jeugdigen)
    if PlanJeugdige.objects.filter(jeugdige__in=others, tot_datum__isnull=True).exists():
        raise Refused("al_een_plan")


def _add_children(plan: Plan, jeugdigen: tuple[UUID, ...], today: date) -> None:
    for kind in jeugdigen:
        PlanJeugdige.objects.create(
            plan=plan, jeugdige_id=kind, gemeente_id=plan.gemeente_id, begindatum=today
        )


def _add_parts(plan: Plan, today: date) -> None:
    """A part for the voice of every child, and for every home of theirs or of who raises them."""
    kinderen = children_of(plan)
    parents = set(Ouderschap.objects.filter(jeugdige__in=kinderen).values_list("ouder_id", flat=True))
    holders = {wie for een in betrokkenen(kinderen, today).values() for wie in een.gezag}
    homes = Huishoudenlid.objects.on(today).filter(persoon__in={*kinderen, *parents, *holders})
    wanted = [{"soort": DeelSoort.JEUGDIGE.value, "jeugdige_id": kind} for kind in kinderen]
    wanted += [
        {"soort": DeelSoort.THUIS.value, "huishouden_id": huis}
        for huis in sorted(set(homes.values_list("huishouden_id", flat=True)))
    ]
    for van_wie in wanted:
        PlanDeel.objects.get_or_create(plan=plan, **van_wie, defaults={"gemeente_id": plan.gemeente_id})


@dataclass(frozen=True, slots=True)
class Plangegevens:
    """What is about the plan as a whole."""

    grootte: Grootte
    jeugdigen: tuple[UUID, ...]
    evaluatiedatum: date | None


def change_plan(
    *, by: Actor, gezin_id: UUID, gegevens: Plangegevens, versie: int, formulier: UUID | None = None
) -> UUID:
    """Another size, other children, another day to look again. A child that was in stays in: it is heard.

    Refused: niet_gevonden, geen_jeugdige, hoort_niet_bij_gezin, al_een_plan, al_gewijzigd, overgang_mag_niet.
    """
    today = vandaag()
    with act("shape_plan", by=by, formulier=formulier) as spoor:
        plan = _editable(by, gezin_id, today)
        _refuse_strangers(plan.gezin, gegevens.jeugdigen, today)
        now = set(children_of(plan))
        if now - set(gegevens.jeugdigen):
            raise Refused("kind_blijft_in_plan")
        moved = Plan.objects.filter(pk=plan.pk, versie=versie).update(
            versie=F("versie") + 1, grootte=gegevens.grootte.value, evaluatiedatum=gegevens.evaluatiedatum
        )
        if not moved:
            raise Refused("al_gewijzigd")
        try:
            with transaction.atomic():
                _add_children(plan, tuple(k for k in gegevens.jeugdigen if k not in now), today)
        except IntegrityError as error:
            raise Refused("al_een_plan") from error
        _add_parts(plan, today)
        note_people(plan, spoor, touched=True)
        return plan.pk


def _editable(by: Actor, gezin_id: UUID, today: date) -> Plan:
    plan = get_plan(by, gezin_id, today)
    PLAN.move(state_of(plan), "edit_plan")
    return plan


def _count(plan: Plan) -> None:
    """The plan as a whole is another one now: who settles it must have seen this (`settle_plan`)."""
    Plan.objects.filter(pk=plan.pk).update(versie=F("versie") + 1)


def _own_part(by: Actor, plan: Plan, deel_id: UUID) -> PlanDeel:
    """A part that this actor writes in: all for the local team, else the own section."""
    deel = plan.delen.filter(pk=deel_id).first()
    if deel is None or (by.rol not in TOEGANG and str(deel.organisatie_id) != by.organisatie_id):
        raise Refused("niet_gevonden")
    return deel


def add_onderdeel(
    *, by: Actor, gezin_id: UUID, deel_id: UUID, inhoud: Inhoud, formulier: UUID | None = None
) -> UUID:
    """Adds one thing to a part. Returns its id.

    Refused: niet_gevonden, overgang_mag_niet, geheim_adres_in_tekst, and as `check_onderdeel`.
    """
    today = vandaag()
    with act("edit_plan", by=by, formulier=formulier) as spoor:
        plan = _editable(by, gezin_id, today)
        deel = _own_part(by, plan, deel_id)
        _check(plan, deel, inhoud, today)
        row = PlanOnderdeel.objects.create(
            deel=deel,
            gemeente_id=plan.gemeente_id,
            soort=soort_of(inhoud),
            inhoud=encode(inhoud),
            aangemaakt_at=nu(),
            gewijzigd_at=nu(),
            gewijzigd_door=by.id,
        )
        _count(plan)
        note_people(plan, spoor, touched=True)
        return row.pk


def _check(plan: Plan, deel: PlanDeel, inhoud: Inhoud, today: date) -> None:
    check_onderdeel(inhoud, part(deel), concept(plan))
    # In the own home the own address is no secret; anywhere else it would travel to every reader.
    if deel.soort != DeelSoort.THUIS.value and tells_address(inhoud, None, circumstances(plan, today)):
        raise Refused("geheim_adres_in_tekst")


def change_onderdeel(
    *,
    by: Actor,
    gezin_id: UUID,
    onderdeel_id: UUID,
    inhoud: Inhoud,
    versie: int,
    formulier: UUID | None = None,
) -> UUID:
    """Changes one thing. Who was second is refused, and the page shows both (`read_onderdeel`).

    Refused: niet_gevonden, al_gewijzigd, overgang_mag_niet, and as `add_onderdeel`.
    """
    today = vandaag()
    with act("edit_plan", by=by, formulier=formulier) as spoor:
        plan = _editable(by, gezin_id, today)
        row = _own_thing(by, plan, onderdeel_id)
        if row.soort != soort_of(inhoud):
            raise Refused("niet_gevonden")
        _check(plan, row.deel, inhoud, today)
        _write(row, versie, by, inhoud=encode(inhoud), weg=False)
        _count(plan)
        note_people(plan, spoor, touched=True)
        return row.pk


def remove_onderdeel(
    *, by: Actor, gezin_id: UUID, onderdeel_id: UUID, versie: int, formulier: UUID | None = None
) -> UUID:
    """Takes one thing out of the concept; versions keep it. Refused: as `change_onderdeel`."""
    with act("edit_plan", by=by, formulier=formulier) as spoor:
        plan = _editable(by, gezin_id, vandaag())
        row = _own_thing(by, plan, onderdeel_id)
        _write(row, versie, by, weg=True)
        _count(plan)
        note_people(plan, spoor, touched=True)
        return row.pk


def _own_thing(by: Actor, plan: Plan, onderdeel_id: UUID) -> PlanOnderdeel:
    row = PlanOnderdeel.objects.filter(deel__plan=plan, pk=onderdeel_id).select_related("deel").first()
    if row is None:
        raise Refused("niet_gevonden")
    _own_part(by, plan, row.deel_id)
    return row


def _write(row: PlanOnderdeel, versie: int, by: Actor, **columns: object) -> None:
    written = PlanOnderdeel.objects.filter(pk=row.pk, versie=versie).update(
        versie=F("versie") + 1, gewijzigd_at=nu(), gewijzigd_door=by.id, **columns
    )
    if not written:
        raise Refused("al_gewijzigd")


@dataclass(frozen=True, slots=True)
class OnderdeelBeeld:
    """One thing as it stands now, for its form. `weg`: somebody took it out meanwhile."""

    id: UUID
    deel_id: UUID
    inhoud: Inhoud
    versie: int
    weg: bool


def read_onderdeel(*, by: Actor, gezin_id: UUID, onderdeel_id: UUID) -> OnderdeelBeeld:
    """One thing to edit. Refused: niet_gevonden."""
    with act("read_plan", by=by) as spoor:
        plan = get_plan(by, gezin_id, vandaag())
        row = _own_thing(by, plan, onderdeel_id)
        note_people(plan, spoor)
        return OnderdeelBeeld(row.pk, row.deel_id, decode(row.soort, row.inhoud), row.versie, row.weg)


def invite_organisatie(
    *, by: Actor, gezin_id: UUID, organisatie_id: UUID, formulier: UUID | None = None
) -> UUID:
    """Gives an organisation a section of its own. It reads more only with consent.

    Refused: niet_gevonden, organisatie_niet_van_u, overgang_mag_niet.
    """
    with act("shape_plan", by=by, formulier=formulier) as spoor:
        plan = _editable(by, gezin_id, vandaag())
        if not Organisatie.objects.filter(pk=organisatie_id, gemeenten=plan.gemeente_id).exists():
            raise Refused("organisatie_niet_van_u")
        deel, _ = PlanDeel.objects.get_or_create(
            plan=plan,
            organisatie_id=organisatie_id,
            defaults={"soort": DeelSoort.ORGANISATIE.value, "gemeente_id": plan.gemeente_id},
        )
        note_people(plan, spoor, touched=True)
        spoor.note(organisatie=str(organisatie_id))
        return deel.pk


def set_lezers(
    *,
    by: Actor,
    gezin_id: UUID,
    deel_id: UUID,
    vrijgegeven: tuple[UUID, ...],
    achtergehouden: tuple[UUID, ...],
    versie: int,
    formulier: UUID | None = None,
) -> UUID:
    """Opens a part to persons by hand, or keeps it from them. The law's own noes stay (`who_sees`).

    Refused: niet_gevonden, al_gewijzigd, lezer_twee_keer, overgang_mag_niet.
    """
    if set(vrijgegeven) & set(achtergehouden):
        raise Refused("lezer_twee_keer")
    with act("shape_plan", by=by, formulier=formulier) as spoor:
        plan = _editable(by, gezin_id, vandaag())
        deel = _own_part(by, plan, deel_id)
        written = PlanDeel.objects.filter(pk=deel.pk, versie=versie).update(
            versie=F("versie") + 1,
            vrijgegeven=sorted(str(een) for een in vrijgegeven),
            achtergehouden=sorted(str(een) for een in achtergehouden),
        )
        if not written:
            raise Refused("al_gewijzigd")
        note_people(plan, spoor, touched=True)
        return deel.pk
