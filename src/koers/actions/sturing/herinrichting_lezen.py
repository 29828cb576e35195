"""The herinrichting of a municipality: the hand-over in numbers, what has to be ready, fte per role."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.sturing.herinrichting import VOLGORDE, agreed, state_of
from koers.actions.toegang.overgang_lezen import verlopen_of
from koers.analytics.overgang import disclosed_table
from koers.authorization.zicht_sturing import (
    countable_overgangen,
    visible_herinrichting,
    visible_herinrichtingsgemeenten,
)
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedTable
from koers.domain.herinrichting import Optelling, rolsleutel, shortage, summed
from koers.domain.overgang import TELT_EXACT, counted
from koers.domain.rollen import Doel
from koers.domain.toestanden.overgang import GEREEDHEIDSVOORWAARDE
from koers.domain.uitvoeringsagenda import SCHRIJFT_AGENDA
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Formatie, Gereedheidsvoorwaarde, VoorwaardeStap


@dataclass(frozen=True, slots=True)
class VoorwaardeRegel:
    """What came of a condition. `wat`, `wie`: where those changed; `was`: the day until then, if it moved."""

    soort: str
    datum: date
    toelichting: str
    naam: str
    wat: str = ""
    wie: str = ""
    uiterlijk: date | None = None
    was: date | None = None


@dataclass(frozen=True, slots=True)
class VoorwaardeBeeld:
    """A condition as it stands; `eerst`: words, who and day as agreed first, on `datum`."""

    id: UUID
    wat: str
    wie: str
    uiterlijk: date
    stand: str
    te_laat: bool
    datum: date
    naam: str
    eerst: tuple[str, str, date]
    regels: tuple[VoorwaardeRegel, ...]
    handelingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormatieRegel:
    """Fte of a role as written on a day."""

    id: UUID
    rol: str
    nu: Decimal
    nodig: Decimal
    afgesproken: Decimal | None
    per: date | None
    bron: str
    reden: str
    naam: str
    datum: date
    vervallen: bool

    @property
    def tekort(self) -> Decimal:
        """Needed and not agreed."""
        return shortage(self.nodig, self.afgesproken)


@dataclass(frozen=True, slots=True)
class FormatieBeeld:
    """A role of the plan: what holds now, and what stood there before."""

    nu: FormatieRegel
    eerder: tuple[FormatieRegel, ...]


@dataclass(frozen=True, slots=True)
class PlanBeeld:
    """The conditions, open ones first by day, and the roles. `vervallen`: roles not in it any more."""

    voorwaarden: tuple[VoorwaardeBeeld, ...]
    formatie: tuple[FormatieBeeld, ...]
    vervallen: tuple[FormatieBeeld, ...]

    @property
    def optelling(self) -> Optelling:
        return summed((een.nu.nu, een.nu.nodig, een.nu.afgesproken) for een in self.formatie)

    @property
    def eerder(self) -> tuple[FormatieRegel, ...]:
        """Figures that do not count any more, the newest first; of what left the plan the last ones too."""
        old = [een for rol in self.formatie for een in rol.eerder]
        old += [een for rol in self.vervallen for een in (*rol.eerder, rol.nu)]
        return tuple(sorted(old, key=lambda een: een.datum, reverse=True))

    def voorwaarde(self, id: UUID) -> VoorwaardeBeeld:
        """Refused: niet_gevonden."""
        for een in self.voorwaarden:
            if een.id == id:
                return een
        raise Refused("niet_gevonden")

    def rol(self, id: UUID) -> FormatieBeeld:
        """The role of which this row counts. Refused: niet_gevonden."""
        for een in self.formatie:
            if een.nu.id == id:
                return een
        raise Refused("niet_gevonden")


@dataclass(frozen=True, slots=True)
class HerinrichtingBeeld:
    """The page of one municipality. `tellingen`: as of `peildag`, exact for who may (`TELT_EXACT`)."""

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    tellingen: DisclosedTable
    exact: bool
    peildag: date
    plan: PlanBeeld
    schrijf_ik: bool


def read_herinrichting(*, by: Actor, gemeente: str = "") -> HerinrichtingBeeld:
    """Of a municipality; the first of the actor's own when none is named. Refused: niet_gevonden."""
    with act("read_herinrichting", by=by) as spoor:
        gemeente, names = _gemeente(by, gemeente, spoor)
        exact = by.rol in TELT_EXACT
        dag = vandaag() if exact else _month_end(vandaag())
        return HerinrichtingBeeld(
            gemeente=gemeente,
            naam=names[gemeente],
            gemeenten=tuple(names.items()),
            tellingen=_counts(by, gemeente, dag, exact=exact),
            exact=exact,
            peildag=dag,
            plan=plan_of(by, gemeente),
            schrijf_ik=by.rol in SCHRIJFT_AGENDA,
        )


def read_voorwaarde(*, by: Actor, voorwaarde_id: UUID) -> tuple[HerinrichtingBeeld, VoorwaardeBeeld]:
    """A condition with the page it stands on. Refused: niet_gevonden."""
    beeld = read_herinrichting(by=by, gemeente=_gemeente_of(by, Gereedheidsvoorwaarde, voorwaarde_id))
    return beeld, beeld.plan.voorwaarde(voorwaarde_id)


def read_formatie(*, by: Actor, formatie_id: UUID) -> tuple[HerinrichtingBeeld, FormatieBeeld]:
    """A role of the plan with the page it stands on. Refused: niet_gevonden."""
    beeld = read_herinrichting(by=by, gemeente=_gemeente_of(by, Formatie, formatie_id))
    return beeld, beeld.plan.rol(formatie_id)


def plan_of(by: Actor, gemeente: str) -> PlanBeeld:
    """Conditions and fte; within an act."""
    steps: dict[UUID, list[VoorwaardeStap]] = {}
    for step in _rows(by, VoorwaardeStap, gemeente):
        steps.setdefault(step.voorwaarde_id, []).append(step)
    found = [_voorwaarde(row, steps.get(row.pk, [])) for row in _rows(by, Gereedheidsvoorwaarde, gemeente)]
    order = {"open": 0, "voldaan": 1, "vervallen": 2}
    roles = _roles(by, gemeente)
    return PlanBeeld(
        tuple(sorted(found, key=lambda een: (order[een.stand], een.uiterlijk, een.wat))),
        tuple(een for een in roles if not een.nu.vervallen),
        tuple(een for een in roles if een.nu.vervallen),
    )


def _gemeente(by: Actor, gemeente: str, spoor: Spoor) -> tuple[str, Mapping[str, str]]:
    names = dict(visible_herinrichtingsgemeenten(by).order_by("naam").values_list("pk", "naam"))
    gemeente = gemeente or next(iter(names), "")
    if gemeente not in names:
        raise Refused("niet_gevonden")
    spoor.onderwerp("herinrichting", gemeente)
    return gemeente, names


def _gemeente_of(by: Actor, table: Any, id: UUID) -> str:
    with act("read_herinrichting", by=by):
        found = visible_herinrichting(by, table).filter(pk=id).values_list("gemeente", flat=True).first()
        if found is None:
            raise Refused("niet_gevonden")
        return str(found)


def _counts(by: Actor, gemeente: str, dag: date, *, exact: bool) -> DisclosedTable:
    """Who does not work with exact figures gets those of the last month: nobody learns from day to day what
    happened in between."""
    rows = list(countable_overgangen(by).filter(gemeente=gemeente, datum__lte=dag))
    tellingen = counted(list(verlopen_of(rows, dag).values()), dag)
    return disclosed_table(tellingen, doel=Doel.BELEID.value if exact else "")


def _month_end(today: date) -> date:
    return today.replace(day=1) - timedelta(days=1)


def _rows(by: Actor, table: Any, gemeente: str) -> Any:
    return visible_herinrichting(by, table).filter(gemeente=gemeente).order_by(*VOLGORDE)


def _voorwaarde(row: Gereedheidsvoorwaarde, steps: list[VoorwaardeStap]) -> VoorwaardeBeeld:
    wat, wie, uiterlijk = agreed(row, steps)
    stand = state_of([een.soort for een in steps])
    now, regels = (row.wat, row.wie, row.uiterlijk), []
    for een in steps:
        regels.append(_regel(een, *now))
        now = (een.wat or now[0], een.wie or now[1], een.uiterlijk or now[2])
    return VoorwaardeBeeld(
        id=row.pk,
        wat=wat,
        wie=wie,
        uiterlijk=uiterlijk,
        stand=stand,
        te_laat=stand == "open" and uiterlijk < vandaag(),
        datum=row.datum,
        naam=row.naam,
        eerst=(row.wat, row.wie, row.uiterlijk),
        regels=tuple(regels),
        handelingen=GEREEDHEIDSVOORWAARDE.open_acts(stand),
    )


def _regel(step: VoorwaardeStap, wat: str, wie: str, uiterlijk: date) -> VoorwaardeRegel:
    """A step, with what it changed of what stood until then."""
    moved = step.uiterlijk is not None and step.uiterlijk != uiterlijk
    return VoorwaardeRegel(
        *(step.soort, step.datum, step.toelichting, step.naam),
        wat=step.wat if step.wat != wat else "",
        wie=step.wie if step.wie != wie else "",
        uiterlijk=step.uiterlijk,
        was=uiterlijk if moved else None,
    )


def _roles(by: Actor, gemeente: str) -> list[FormatieBeeld]:
    per: dict[str, list[FormatieRegel]] = {}
    for row in _rows(by, Formatie, gemeente):
        regel = FormatieRegel(
            *(row.pk, row.rol, row.nu, row.nodig, row.afgesproken, row.per, row.bron, row.reden, row.naam),
            *(row.datum, row.vervallen),
        )
        per.setdefault(rolsleutel(row.rol), []).append(regel)
    said = (FormatieBeeld(rows[-1], tuple(rows[:-1])) for rows in per.values())
    return sorted(said, key=lambda een: een.nu.rol.casefold())
