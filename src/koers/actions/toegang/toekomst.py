"""The future plan: it opens by itself at sixteen and a half, and is filled in with the young person."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import one_person
from koers.actions.zorg.einden import running
from koers.authorization.zicht import visible_toekomstplannen
from koers.domain.actor import Actor
from koers.domain.leeftijd import day_of_age, years_and_months
from koers.domain.toekomst import ONDERWERPEN, UITKOMSTEN, check_afronden, is_due, open_onderwerpen
from koers.domain.toestanden.toekomst import TOEKOMSTPLAN
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Gezinslid, Persoon, Regisseurschap, Slot
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, Toekomstplan, ToekomstplanStap, ToekomstUitkomst
from koers.registers.zorg.models import Toewijzing

NORM, VOLWASSEN = "toekomstplan-16-5", 18
# A question of this age counts as one that is still there, also when no help came of it.
VRAAG_DAGEN = 365


@dataclass(frozen=True, slots=True)
class UitkomstBeeld:
    """How one onderwerp stood from `datum`; who sees to it and who wrote it down are two people."""

    onderwerp: str
    uitkomst: str
    datum: date
    wie: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class ToekomstKort:
    """A plan in one line. `te_doen`: how many checks have no outcome yet."""

    id: UUID
    kind: str
    datum: date
    achttien: date
    toestand: str
    te_doen: int
    regie: bool


@dataclass(frozen=True, slots=True)
class ToekomstBeeld:
    """A plan with, per onderwerp, every outcome so far (the newest last)."""

    kort: ToekomstKort
    jeugdige_id: UUID
    uitkomsten: dict[str, tuple[UitkomstBeeld, ...]]
    reden: str


@dataclass(frozen=True, slots=True)
class NieuweUitkomst:
    onderwerp: str
    uitkomst: str
    wie: str
    datum: date
    toelichting: str = ""


def open_toekomstplannen(*, by: Actor) -> int:
    """Opens a plan for everybody who is sixteen and a half and has help or a recent question. How many.

    Done twice it opens nothing more; a day on which it did not run is caught up the next time.
    """
    today = vandaag()
    with act("open_toekomstplannen", by=by) as spoor:
        Slot.objects.lock("toekomstplannen")  # two at once would both find the same plan missing
        due = _due(today)
        for lid in due:
            Toekomstplan.objects.create(
                jeugdige_id=lid.persoon_id,
                datum=day_of_age(_born(lid.persoon), *_age()),
                **written_by(by, lid.gemeente_id),
            )
            spoor.touched(lid.persoon_id, lid.gemeente_id)
        spoor.note(geopend=len(due))
        return len(due)


def _age() -> tuple[int, int]:
    waarde = beleid().normen[NORM].waarde
    if waarde is None:
        raise LookupError(f"norm {NORM} has no value")
    return years_and_months(waarde)


def _due(today: date) -> list[Gezinslid]:
    """One membership per young person for whom a plan is due and not there."""
    asked = Q(melding__datum__gte=today - timedelta(days=VRAAG_DAGEN), melding__ingetrokken=False)
    helped = running(Toewijzing.objects.current().filter(ingetrokken=False), today).values("casus")
    questions = Casus.objects.filter(asked | Q(pk__in=helped))
    leden = (
        Gezinslid.objects.on(today)
        .filter(
            rol="jeugdige",
            persoon__in=questions.values("jeugdige"),
            persoon__toekomstplan__isnull=True,
            # Wide on purpose: the exact day is for `is_due`.
            persoon__geboortedatum__gt=today - timedelta(days=366 * VOLWASSEN),
            persoon__geboortedatum__lt=today - timedelta(days=365 * _age()[0]),
        )
        .select_related("persoon")
        .order_by("persoon", "begindatum", "pk")
    )
    found = {lid.persoon_id: lid for lid in reversed(leden)}
    return [lid for lid in found.values() if is_due(_born(lid.persoon), _age(), VOLWASSEN, today)]


def _born(persoon: Persoon) -> date:
    """The birth date; who has a plan has one."""
    if persoon.geboortedatum is None:
        raise LookupError("a plan of somebody without a birth date")
    return persoon.geboortedatum


def read_toekomstplannen(
    *, by: Actor, gezin_id: UUID | None = None, alleen_open: bool = False
) -> tuple[ToekomstKort, ...]:
    """The plans of own families (of one, when asked), who is eighteen first on top."""
    today = vandaag()
    with act("read_toekomstplan", by=by) as spoor:
        found = visible_toekomstplannen(by, today)
        if gezin_id is not None:
            leden = Gezinslid.objects.on(today).filter(gezin_id=gezin_id, rol="jeugdige")
            found = found.filter(jeugdige__in=leden.values("persoon"))
        plans = list(found.select_related("jeugdige").order_by("datum", "pk"))
        pictures = _short(by, plans, today)
        shown = [p for p in pictures if p.toestand == "open" or not alleen_open]
        ids = {p.id for p in shown}
        for plan in (p for p in plans if p.pk in ids):
            spoor.seen(plan.jeugdige_id, plan.gemeente_id)
        return tuple(shown)


def read_toekomstplan(*, by: Actor, plan_id: UUID) -> ToekomstBeeld:
    """One plan with everything that was written in it. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_toekomstplan", by=by) as spoor:
        plan = _visible(by, plan_id, spoor)
        spoor.seen(plan.jeugdige_id, plan.gemeente_id)
        steps = _steps([plan]).get(plan.pk, [])
        outcomes: dict[str, tuple[UitkomstBeeld, ...]] = {}
        for row in _outcomes([plan]):
            beeld = UitkomstBeeld(row.onderwerp, row.uitkomst, row.datum, row.wie, row.toelichting)
            outcomes[row.onderwerp] = (*outcomes.get(row.onderwerp, ()), beeld)
        return ToekomstBeeld(
            kort=_short(by, [plan], today)[0],
            jeugdige_id=plan.jeugdige_id,
            uitkomsten=outcomes,
            reden=steps[-1].reden if steps else "",
        )


def answer_toekomst(
    *, by: Actor, plan_id: UUID, antwoord: NieuweUitkomst, formulier: UUID | None = None
) -> UUID:
    """How one onderwerp stands. Returns the id of the plan.

    Refused: niet_gevonden, toekomst_onderwerp_onbekend, wie_ontbreekt, datum_in_toekomst, overgang_mag_niet.
    """
    if antwoord.onderwerp not in ONDERWERPEN or antwoord.uitkomst not in UITKOMSTEN:
        raise Refused("toekomst_onderwerp_onbekend")
    if not antwoord.wie.strip():
        raise Refused("wie_ontbreekt")
    if antwoord.datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act("answer_toekomst", by=by, formulier=formulier) as spoor:
        plan = _visible(by, plan_id, spoor, lock=True)
        TOEKOMSTPLAN.move(_state(plan), "answer_toekomst")
        ToekomstUitkomst.objects.create(
            plan=plan,
            onderwerp=antwoord.onderwerp,
            uitkomst=antwoord.uitkomst,
            wie=antwoord.wie.strip()[:80],
            toelichting=antwoord.toelichting,
            datum=antwoord.datum,
            **written_by(by, plan.gemeente_id),
        )
        spoor.touched(plan.jeugdige_id, plan.gemeente_id)
        return plan.pk


def close_toekomstplan(*, by: Actor, plan_id: UUID, formulier: UUID | None = None) -> UUID:
    """Everything has an outcome. Refused: niet_gevonden, toekomst_niet_compleet, overgang_mag_niet."""
    return _move("close_toekomstplan", "", by=by, plan_id=plan_id, formulier=formulier)


def decline_toekomstplan(*, by: Actor, plan_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """The young person does not want a plan. Refused: as `close_toekomstplan`, reden_verplicht."""
    return _move("decline_toekomstplan", reden, by=by, plan_id=plan_id, formulier=formulier)


def reopen_toekomstplan(*, by: Actor, plan_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """There is something to settle after all. Refused: as `close_toekomstplan`, reden_verplicht."""
    return _move("reopen_toekomstplan", reden, by=by, plan_id=plan_id, formulier=formulier)


def _move(handeling: str, reden: str, *, by: Actor, plan_id: UUID, formulier: UUID | None) -> UUID:
    if handeling != "close_toekomstplan" and not reden.strip():
        raise Refused("reden_verplicht")
    with act(handeling, by=by, formulier=formulier) as spoor:
        plan = _visible(by, plan_id, spoor, lock=True)
        naar = TOEKOMSTPLAN.move(_state(plan), handeling)
        if handeling == "close_toekomstplan":
            check_afronden({row.onderwerp: row.uitkomst for row in _outcomes([plan])})
        ToekomstplanStap.objects.create(
            plan=plan, soort=naar, reden=reden, datum=vandaag(), **written_by(by, plan.gemeente_id)
        )
        spoor.touched(plan.jeugdige_id, plan.gemeente_id)
        return plan.pk


def _visible(by: Actor, plan_id: UUID, spoor: Spoor, *, lock: bool = False) -> Toekomstplan:
    found = visible_toekomstplannen(by, vandaag()).select_related("jeugdige").filter(pk=plan_id)
    plan = (found.select_for_update(of=("self",)) if lock else found).first()
    if plan is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("toekomstplan", plan.pk)
    return plan


def _steps(plans: list[Toekomstplan]) -> dict[UUID, list[ToekomstplanStap]]:
    steps: dict[UUID, list[ToekomstplanStap]] = {}
    rows = ToekomstplanStap.objects.current().filter(plan__in=plans, ingetrokken=False)
    for row in rows.order_by("vastgelegd_at", "pk"):
        steps.setdefault(row.plan_id, []).append(row)
    return steps


def _state(plan: Toekomstplan) -> str:
    steps = _steps([plan]).get(plan.pk)
    return steps[-1].soort if steps else TOEKOMSTPLAN.begin


def _outcomes(plans: list[Toekomstplan]) -> list[ToekomstUitkomst]:
    rows = ToekomstUitkomst.objects.current().filter(plan__in=plans, ingetrokken=False)
    return list(rows.order_by("datum", "vastgelegd_at", "pk"))


def _short(by: Actor, plans: list[Toekomstplan], today: date) -> list[ToekomstKort]:
    steps = _steps(plans)
    last: dict[UUID, dict[str, str]] = {}
    for row in _outcomes(plans):
        last.setdefault(row.plan_id, {})[row.onderwerp] = row.uitkomst
    led = Regisseurschap.objects.on(today).filter(medewerker_id=by.id).values("gezin")
    mine = set(
        Gezinslid.objects.on(today)
        .filter(gezin__in=led, persoon__in=[plan.jeugdige_id for plan in plans])
        .values_list("persoon_id", flat=True)
    )
    one = one_person(by, today)
    return [
        ToekomstKort(
            id=plan.pk,
            kind=one.name_of(plan.jeugdige),
            datum=plan.datum,
            achttien=day_of_age(_born(plan.jeugdige), VOLWASSEN),
            toestand=steps[plan.pk][-1].soort if plan.pk in steps else TOEKOMSTPLAN.begin,
            te_doen=len(open_onderwerpen(last.get(plan.pk, {}))),
            regie=plan.jeugdige_id in mine,
        )
        for plan in plans
    ]
