"""The team of the toegang: which families nobody leads, what is late, who is away. Numbers, no ranking."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from koers.actions.handeling import Spoor, act
from koers.actions.kern.gezin_lezen import regisseurs_of
from koers.actions.kern.regie import caseworkers
from koers.actions.toegang.besluit_lezen import waiting_of
from koers.actions.toegang.plan.punten import late_of
from koers.authorization.zicht import visible_gezinnen, visible_zonder_regie
from koers.domain.actor import Actor
from koers.registers.kern.models import Gezin, Gezinslid, Regisseurschap, Vervanging
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, Plan


@dataclass(frozen=True, slots=True)
class ZonderRegie:
    """A family without exactly one regisseur. `regisseurs`: of none, who was written down last and left.

    `sinds`: the last day on which the regie changed; `in_zicht`: the reader works with it.
    """

    gezin_id: UUID
    gezin: str
    regisseurs: tuple[str, ...]
    sinds: date | None
    in_zicht: bool


@dataclass(frozen=True, slots=True)
class Afwezig:
    """`door` stands in until just before `tot_datum`, in so many families."""

    door: str
    tot_datum: date
    gezinnen: int


@dataclass(frozen=True, slots=True)
class Teamlid:
    """A colleague: what is past its last day and what runs, in the families of which they are regisseur."""

    id: UUID
    naam: str
    te_laat: int
    gezinnen: int
    aanvragen: int
    plannen: int
    afwezig: tuple[Afwezig, ...]


@dataclass(frozen=True, slots=True)
class TeamBeeld:
    """The team by name. `te_laat`: all that is late, also of families that nobody leads."""

    zonder_regie: tuple[ZonderRegie, ...]
    leden: tuple[Teamlid, ...]
    te_laat: int


def read_team(*, by: Actor) -> TeamBeeld:
    """The team of the actor's municipalities."""
    today = vandaag()
    with act("read_team", by=by) as spoor:
        late, asked, plans = _running(by, today)
        led = _led(by, today)
        away = _away(by, today)
        people = {
            wie.pk: wie.naam for gemeente in sorted(by.gemeenten) for wie in caseworkers(gemeente, today)
        }
        mine: dict[UUID, list[UUID]] = {}
        for gezin, leaders in led.items():
            for wie in leaders:
                mine.setdefault(wie, []).append(gezin)
        return TeamBeeld(
            zonder_regie=_orphans(by, today, spoor),
            leden=tuple(
                Teamlid(
                    id=wie,
                    naam=people[wie],
                    te_laat=_total(late, mine.get(wie, ())),
                    gezinnen=len(mine.get(wie, ())),
                    aanvragen=_total(asked, mine.get(wie, ())),
                    plannen=_total(plans, mine.get(wie, ())),
                    afwezig=away.get(wie, ()),
                )
                for wie in sorted(people, key=lambda wie: (people[wie].casefold(), wie))
            ),
            te_laat=late.total(),
        )


def count_zonder_regie(*, by: Actor) -> int:
    """How many families of the team, outside the actor's own, have not exactly one regisseur."""
    today = vandaag()
    with act("read_team", by=by):
        own = visible_gezinnen(by, today).values("pk")
        return visible_zonder_regie(by, today).exclude(pk__in=own).count()


def _running(by: Actor, today: date) -> tuple[Counter[UUID], Counter[UUID], Counter[UUID]]:
    """Per family: what is late, the aanvragen that wait, and the plans that are open."""
    casussen = Casus.objects.filter(gemeente__in=by.gemeenten)
    open_plans = Plan.objects.filter(gemeente__in=by.gemeenten, tot_datum__isnull=True)
    waiting = waiting_of(by, casussen)
    families = dict(
        Casus.objects.filter(pk__in=[een.casus_id for een in waiting]).values_list("pk", "melding__gezin_id")
    )
    late = Counter(families[een.casus_id] for een in waiting if een.te_laat)
    late.update(late_of(open_plans, today))
    return (
        late,
        Counter(families[een.casus_id] for een in waiting),
        Counter(open_plans.values_list("gezin_id", flat=True)),
    )


def _led(by: Actor, today: date) -> dict[UUID, set[UUID]]:
    rows = Regisseurschap.objects.on(today).filter(gemeente__in=by.gemeenten)
    led: dict[UUID, set[UUID]] = {}
    for gezin, wie in rows.values_list("gezin_id", "medewerker_id"):
        led.setdefault(gezin, set()).add(wie)
    return led


def _away(by: Actor, today: date) -> dict[UUID, tuple[Afwezig, ...]]:
    """Per regisseur who stands in for them today, and until when."""
    led = _led(by, today)
    rows = Vervanging.objects.on(today).filter(gemeente__in=by.gemeenten)
    counted: Counter[tuple[UUID, str, date]] = Counter()
    for gezin, door, tot in rows.values_list("gezin_id", "medewerker__naam", "tot_datum"):
        if tot is not None:
            counted.update((wie, door, tot) for wie in led.get(gezin, ()))
    away: dict[UUID, tuple[Afwezig, ...]] = {}
    for (wie, door, tot), aantal in sorted(counted.items(), key=lambda een: (een[0][2], een[0][1])):
        away[wie] = (*away.get(wie, ()), Afwezig(door, tot, aantal))
    return away


def _orphans(by: Actor, today: date, spoor: Spoor) -> tuple[ZonderRegie, ...]:
    gezinnen = list(visible_zonder_regie(by, today).order_by("naam", "pk"))
    own = set(visible_gezinnen(by, today).values_list("pk", flat=True))
    leaders = regisseurs_of(gezinnen, today)
    changed = _last_change(gezinnen, today)
    for lid in Gezinslid.objects.on(today).filter(gezin__in=gezinnen):
        spoor.seen(lid.persoon_id, lid.gemeente_id)
    return tuple(
        ZonderRegie(g.pk, g.naam, leaders.get(g.pk, ()), changed.get(g.pk), g.pk in own) for g in gezinnen
    )


def _last_change(gezinnen: list[Gezin], today: date) -> dict[UUID, date]:
    rows: QuerySet[Regisseurschap] = Regisseurschap.objects.filter(gezin__in=gezinnen)
    days: dict[UUID, date] = {}
    for gezin, begin, tot in rows.values_list("gezin_id", "begindatum", "tot_datum"):
        day = tot if tot is not None and tot <= today else begin
        days[gezin] = max(day, days.get(gezin, day))
    return days


def _total(counted: Counter[UUID], gezinnen: Iterable[UUID]) -> int:
    return sum(counted[gezin] for gezin in gezinnen)
