"""What changed in the uitvoeringsagenda since the stuurgroep sat together, and what was decided there."""

from dataclasses import dataclass
from datetime import date

from koers.actions.handeling import act
from koers.actions.netwerk.vergaderbeelden import BesluitKort
from koers.actions.netwerk.vergadering_lezen import besluit_short
from koers.actions.netwerk.vergaderingen import stand_of
from koers.actions.sturing.agenda_lezen import (
    AgendaactieBeeld,
    AgendaBeeld,
    InterventieBeeld,
    StandBeeld,
    StapBeeld,
    picture,
)
from koers.actions.sturing.herinrichting_lezen import (
    FormatieRegel,
    PlanBeeld,
    VoorwaardeBeeld,
    VoorwaardeRegel,
    plan_of,
)
from koers.authorization.zicht_netwerk import visible_besluiten, visible_vergaderingen
from koers.domain.actor import Actor
from koers.domain.uitvoeringsagenda import since
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Vergadering

STUURGROEP = "stuurgroep"


@dataclass(frozen=True, slots=True)
class SindsBeeld:
    """What is newer than `dag`. `vergadering`: that the day is the one of the last stuurgroep that was held.

    Of `standen` the opgave and the status before it; of `schuiven`, `klaar` and `vervallen` the step that did
    it; `heropend` likewise. `besluiten`: of the stuurgroep on that day and later, the newest first.
    `voorwaarden` (new ones), `voorwaardestappen` and `formatie` (after what stood there before): of the
    herinrichting.
    """

    agenda: AgendaBeeld
    dag: date | None
    vergadering: bool
    standen: tuple[tuple[str, str, StandBeeld], ...] = ()
    schuiven: tuple[tuple[AgendaactieBeeld, StapBeeld], ...] = ()
    klaar: tuple[tuple[AgendaactieBeeld, StapBeeld], ...] = ()
    gestopt: tuple[tuple[AgendaactieBeeld, StapBeeld], ...] = ()
    heropend: tuple[tuple[AgendaactieBeeld, StapBeeld], ...] = ()
    interventies: tuple[InterventieBeeld, ...] = ()
    acties: tuple[AgendaactieBeeld, ...] = ()
    besluiten: tuple[BesluitKort, ...] = ()
    voorwaarden: tuple[VoorwaardeBeeld, ...] = ()
    voorwaardestappen: tuple[tuple[VoorwaardeBeeld, VoorwaardeRegel], ...] = ()
    formatie: tuple[tuple[FormatieRegel | None, FormatieRegel], ...] = ()

    @property
    def aantal(self) -> int:
        """How many things changed; besluiten are not a change of the agenda."""
        lists = (self.standen, self.schuiven, self.klaar, self.gestopt, self.heropend)
        return sum(map(len, lists)) + len(self.interventies) + len(self.acties) + self.herinrichting

    @property
    def herinrichting(self) -> int:
        """How many things changed in the conditions and the fte."""
        return len(self.voorwaarden) + len(self.voorwaardestappen) + len(self.formatie)


def read_sinds(*, by: Actor, gemeente: str = "", dag: date | None = None) -> SindsBeeld:
    """What changed since a day; since the last held stuurgroep when none is named.

    Nothing is compared when there is neither. Refused: niet_gevonden, datum_in_toekomst.
    """
    if dag is not None and dag > vandaag():
        raise Refused("datum_in_toekomst")
    with act("read_agenda", by=by) as spoor:
        agenda = picture(by, gemeente, spoor)
        last = last_stuurgroep(by, agenda.gemeente)
        day = dag or last
        if day is None:
            return SindsBeeld(agenda, None, False)
        besluiten, plan = _besluiten(by, agenda.gemeente, day), plan_of(by, agenda.gemeente)
        return _compared(agenda, plan, day, vergadering=day == last, besluiten=besluiten)


def last_stuurgroep(by: Actor, gemeente: str) -> date | None:
    """The day of the last stuurgroep of this municipality that was held and that the actor sees."""
    rows = _meetings(by, gemeente).filter(datum__lte=vandaag()).order_by("-datum", "-vastgelegd_at")
    return next((row.datum for row in rows if stand_of(row) not in ("gepland", "afgelast")), None)


def _meetings(by: Actor, gemeente: str):
    with_us = Vergadering.objects.filter(deelnemers__gemeente=gemeente).values("pk")
    return visible_vergaderingen(by).filter(gremium=STUURGROEP, pk__in=with_us)


def _besluiten(by: Actor, gemeente: str, dag: date) -> tuple[BesluitKort, ...]:
    rows = visible_besluiten(by).filter(
        punt__vergadering__in=_meetings(by, gemeente).values("pk"), datum__gte=dag
    )
    rows = rows.select_related("punt__vergadering").order_by("-datum", "punt__volgorde")
    return tuple(besluit_short(row) for row in rows)


def _compared(
    agenda: AgendaBeeld,
    plan: PlanBeeld,
    dag: date,
    *,
    vergadering: bool,
    besluiten: tuple[BesluitKort, ...],
) -> SindsBeeld:
    acties = tuple(agenda.acties.values())
    steps = since(
        ((actie, stap) for actie in acties for stap in actie.stappen), dag, lambda row: row[1].datum
    )

    def kept(soort: str) -> tuple[tuple[AgendaactieBeeld, StapBeeld], ...]:
        return tuple(row for row in steps if row[1].soort == soort)

    return SindsBeeld(
        agenda=agenda,
        dag=dag,
        vergadering=vergadering,
        standen=since(_standen(agenda), dag, lambda row: row[2].datum),
        schuiven=kept("verschoven"),
        klaar=kept("gedaan"),
        gestopt=kept("vervallen"),
        heropend=kept("open"),
        interventies=since(
            (een for opgave in agenda.opgaven for een in opgave.interventies), dag, lambda een: een.datum
        ),
        acties=since(acties, dag, lambda een: een.datum),
        besluiten=besluiten,
        voorwaarden=since(plan.voorwaarden, dag, lambda een: een.datum),
        voorwaardestappen=since(
            ((een, regel) for een in plan.voorwaarden for regel in een.regels), dag, lambda row: row[1].datum
        ),
        formatie=since(_formatie(plan), dag, lambda row: row[1].datum),
    )


def _formatie(plan: PlanBeeld) -> list[tuple[FormatieRegel | None, FormatieRegel]]:
    """Every figure of a role after the one before it (None: the role was not in the plan)."""
    return [
        (before, now)
        for rol in (*plan.formatie, *plan.vervallen)
        for before, now in zip((None, *rol.eerder), (*rol.eerder, rol.nu), strict=True)
    ]


def _standen(agenda: AgendaBeeld) -> list[tuple[str, str, StandBeeld]]:
    """Every status with its opgave and the status before it (empty: there was none)."""
    return [
        (opgave.id, before.soort if before else "", stand)
        for opgave in agenda.opgaven
        for before, stand in zip((None, *opgave.standen), opgave.standen, strict=False)
    ]
