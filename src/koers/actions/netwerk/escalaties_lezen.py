"""Escalations as they stand: the clock of every step, who was informed when, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.netwerk.escalaties import VOLGORDE, protocol_of, state_of
from koers.authorization.zicht_escalaties import visible_escalatiecasussen, visible_escalatiegevallen
from koers.domain.actor import Actor
from koers.domain.escalaties import (
    LEIDT_ESCALATIE,
    OPENT_ESCALATIE,
    Stapregel,
    deadline,
    step_state,
)
from koers.domain.toestanden.escalatie import ESCALATIE
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gemeente
from koers.registers.klok import dag_van, nu, vandaag
from koers.registers.netwerk.models import Escalatie, EscalatieStap
from koers.registers.toegang.models import Casus

LOPEND = frozenset({"escalatie_loopt", "bedaard", "geevalueerd"})


@dataclass(frozen=True, slots=True)
class GemeldBeeld:
    """What was written down of a step, when and by whom."""

    soort: str
    wie: str
    aan: str
    moment: datetime | None
    reden: str
    naam: str
    opgeschreven: datetime


@dataclass(frozen=True, slots=True)
class StapBeeld:
    """A step of the protocol. `gemeld`: what counts; `eerder`: what it replaced, the oldest first."""

    regel: Stapregel
    deadline: datetime
    stand: str
    gemeld: GemeldBeeld | None
    eerder: tuple[GemeldBeeld, ...]


@dataclass(frozen=True, slots=True)
class VervolgBeeld:
    """The escalation went to another state."""

    soort: str
    tekst: str
    lessen: str
    datum: date
    naam: str


@dataclass(frozen=True, slots=True)
class EscalatieBeeld:
    """An escalation or a drill. `casus`: only for who may see that casus. `evalueren_voor`: the last day."""

    id: UUID
    soort: str
    naam: Mapping[str, str]
    versie: str
    oefening: bool
    omschrijving: str
    gemeente: str
    begin: datetime
    geopend: datetime
    door: str
    stand: str
    stappen: tuple[StapBeeld, ...]
    vervolgen: tuple[VervolgBeeld, ...]
    evalueren_voor: date | None
    casus: UUID | None
    leid_ik: bool

    @property
    def loopt(self) -> bool:
        return self.stand in LOPEND

    @property
    def te_laat(self) -> tuple[StapBeeld, ...]:
        """Steps whose hour is past without an answer."""
        return tuple(een for een in self.stappen if self.loopt and een.stand == "te_laat")

    @property
    def evaluatie_te_laat(self) -> bool:
        """Whether what was learned should have been written down by now."""
        waits = self.stand in ("escalatie_loopt", "bedaard")
        return waits and self.evalueren_voor is not None and self.evalueren_voor < vandaag()

    def stap(self, id: str) -> StapBeeld:
        """Refused: niet_gevonden."""
        for een in self.stappen:
            if een.regel.id == id:
                return een
        raise Refused("niet_gevonden")

    @property
    def handelingen(self) -> tuple[str, ...]:
        """What may be done now, whoever does it."""
        return ESCALATIE.open_acts(self.stand)


@dataclass(frozen=True, slots=True)
class EscalatiesBeeld:
    """All that the reader may see, the newest first. `gemeenten`: code and name of the own ones."""

    alle: tuple[EscalatieBeeld, ...]
    gemeenten: tuple[tuple[str, str], ...]
    open_ik: bool


def read_escalaties(*, by: Actor) -> EscalatiesBeeld:
    """Escalations and drills of the own municipalities."""
    with act("read_escalaties", by=by) as spoor:
        rows = visible_escalatiegevallen(by).order_by("-begin_at", "pk")
        gemeenten = Gemeente.objects.filter(pk__in=by.gemeenten).order_by("naam")
        return EscalatiesBeeld(
            _pictures(by, rows, spoor),
            tuple(gemeenten.values_list("pk", "naam")),
            by.rol in OPENT_ESCALATIE,
        )


def read_escalatie(*, by: Actor, escalatie_id: UUID) -> EscalatieBeeld:
    """One of them. Refused: niet_gevonden."""
    with act("read_escalaties", by=by) as spoor:
        found = _pictures(by, visible_escalatiegevallen(by).filter(pk=escalatie_id), spoor)
        if not found:
            raise Refused("niet_gevonden")
        spoor.onderwerp("escalatie", escalatie_id)
        return found[0]


def asked_of_me(by: Actor, een: EscalatieBeeld) -> tuple[StapBeeld, ...]:
    """The steps that wait for this role; who leads sees every step whose hour is past as well."""
    if not een.loopt:
        return ()
    return tuple(
        stap
        for stap in een.stappen
        if stap.gemeld is None
        and (stap.regel.rol == by.rol or (stap.stand == "te_laat" and by.rol in LEIDT_ESCALATIE))
    )


# --- rows into pictures -----------------------------------------------------------------------------


def _pictures(by: Actor, rows: Any, spoor: Spoor) -> tuple[EscalatieBeeld, ...]:
    found = list(rows.select_related("gemeente").prefetch_related("stappen", "vervolgen"))
    wanted = [een.casus_id for een in found if een.casus_id]
    mine = visible_escalatiecasussen(by, vandaag()).filter(pk__in=wanted) if wanted else Casus.objects.none()
    casussen = {een.pk: een for een in mine}
    for een in casussen.values():
        spoor.seen(een.jeugdige_id, een.gemeente_id)
    return tuple(_picture(by, row, casussen) for row in found)


def _picture(by: Actor, row: Escalatie, casussen: Mapping[UUID, Casus]) -> EscalatieBeeld:
    protocol, now = protocol_of(row), nu()
    told: dict[str, list[EscalatieStap]] = {}
    for een in _in_order(row.stappen.all()):
        told.setdefault(een.stap, []).append(een)
    dagen = protocol.evaluatie_binnen_dagen
    return EscalatieBeeld(
        id=row.pk,
        soort=row.soort,
        naam=protocol.naam,
        versie=protocol.versie,
        oefening=row.oefening,
        omschrijving=row.omschrijving,
        gemeente=row.gemeente.naam,
        begin=row.begin_at,
        geopend=row.vastgelegd_at,
        door=row.naam,
        stand=state_of(row),
        stappen=tuple(_step(een, row.begin_at, told.get(een.id, []), now) for een in protocol.stappen),
        vervolgen=tuple(
            VervolgBeeld(een.soort, een.tekst, een.lessen, een.datum, een.naam)
            for een in _in_order(row.vervolgen.all())
        ),
        evalueren_voor=dag_van(row.begin_at) + timedelta(days=dagen) if dagen else None,
        casus=row.casus_id if row.casus_id in casussen else None,
        leid_ik=by.rol in LEIDT_ESCALATIE,
    )


def _step(regel: Stapregel, begin: datetime, rows: list[EscalatieStap], now: datetime) -> StapBeeld:
    uiterlijk = deadline(begin, regel.binnen_uren)
    told = tuple(
        GemeldBeeld(row.soort, row.wie, row.aan, row.moment_at, row.reden, row.naam, row.vastgelegd_at)
        for row in rows
    )
    last = told[-1] if told else None
    stand = step_state(uiterlijk, last.soort if last else "", last.moment if last else None, now)
    return StapBeeld(regel, uiterlijk, stand, last, told[:-1])


def _in_order(rows: Iterable[Any]) -> list[Any]:
    """As they were written; a prefetch would be asked anew by `order_by`."""
    return sorted(rows, key=lambda row: tuple(getattr(row, naam) for naam in VOLGORDE))
