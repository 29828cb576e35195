"""The uitvoeringsagenda of a municipality as it stands now, with everything that was agreed before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_sturing import visible_agenda, visible_agendagemeenten, visible_eigenaren
from koers.domain.actor import Actor
from koers.domain.toestanden.agenda import AGENDAACTIE, OPGAVE
from koers.domain.uitvoeringsagenda import LOPEND, SCHRIJFT_AGENDA, Geraakt, Schakel, touched
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import (
    Afhankelijkheid,
    Agendaactie,
    AgendaactieStap,
    Interventie,
    OpgaveDoel,
    OpgaveEigenaar,
    OpgaveStand,
    Principegebruik,
)


@dataclass(frozen=True, slots=True)
class EigenaarBeeld:
    """Who carries an opgave since `datum`: a role, or a name."""

    rol: str
    naam: str
    datum: date


@dataclass(frozen=True, slots=True)
class StandBeeld:
    """How an opgave stood on a day, why, and who wrote that down."""

    soort: str
    toelichting: str
    datum: date
    naam: str


@dataclass(frozen=True, slots=True)
class DoelBeeld:
    """What an indicator has to show on a day; `eerder`: what was aimed at before."""

    indicator: str
    doel: str
    uiterlijk: date
    datum: date
    eerder: tuple["DoelBeeld", ...] = ()


@dataclass(frozen=True, slots=True)
class StapBeeld:
    """What came of an action on a day. `was`: the day that counted until then, where a new one was agreed."""

    soort: str
    datum: date
    reden: str
    uiterlijk: date | None
    was: date | None
    naam: str


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Another action, named. `id`: of the action; `schakel_id`: of the link, to undo it."""

    id: UUID
    wat: str
    uiterlijk: date
    stand: str
    opgave: str
    schakel_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AgendaactieBeeld:
    """An action as it stands. `dagen`: every agreed end day, the first one first; the last counts."""

    id: UUID
    wat: str
    wie: str
    begindatum: date
    dagen: tuple[date, ...]
    stand: str
    datum: date
    stappen: tuple[StapBeeld, ...]
    opgave: str
    interventie: str
    te_laat: bool

    @property
    def uiterlijk(self) -> date:
        return self.dagen[-1]

    @property
    def loopt(self) -> bool:
        """Whether something still has to be done."""
        return self.stand in LOPEND

    @property
    def uitgelopen(self) -> bool:
        """Whether it will be done later than was agreed first."""
        return self.uiterlijk > self.dagen[0]

    @property
    def klaar_op(self) -> date | None:
        """The day on which it was done."""
        return self.stappen[-1].datum if self.stand == "gedaan" else None


@dataclass(frozen=True, slots=True)
class PrincipeBeeld:
    """On which principle something leans, or from which it deviates, and why."""

    principe: str
    houding: str
    reden: str
    datum: date


@dataclass(frozen=True, slots=True)
class InterventieBeeld:
    """What is done for an opgave, with its actions, the one that is due first on top."""

    id: UUID
    naam: str
    resultaat: str
    datum: date
    opgave: str
    acties: tuple[AgendaactieBeeld, ...]
    principes: tuple[PrincipeBeeld, ...]


@dataclass(frozen=True, slots=True)
class OpgaveBeeld:
    """An opgave (its id in the policy) as a municipality keeps it; the last of `standen` counts."""

    id: str
    nr: int
    pijler: int
    eigenaren: tuple[EigenaarBeeld, ...]
    standen: tuple[StandBeeld, ...]
    doelen: tuple[DoelBeeld, ...]
    interventies: tuple[InterventieBeeld, ...]

    @property
    def eigenaar(self) -> EigenaarBeeld | None:
        return self.eigenaren[-1] if self.eigenaren else None

    @property
    def stand(self) -> str:
        return self.standen[-1].soort if self.standen else OPGAVE.begin

    @property
    def acties(self) -> tuple[AgendaactieBeeld, ...]:
        return tuple(actie for een in self.interventies for actie in een.acties)

    @property
    def volgende(self) -> AgendaactieBeeld | None:
        """The action that runs and is due first."""
        return min((een for een in self.acties if een.loopt), key=lambda een: een.uiterlijk, default=None)

    @property
    def uitloop(self) -> tuple[AgendaactieBeeld, ...]:
        """Actions that run and will be done later than was agreed first, or should have been done."""
        return tuple(een for een in self.acties if een.loopt and (een.uitgelopen or een.te_laat))


@dataclass(frozen=True, slots=True)
class AgendaBeeld:
    """The agenda of one municipality. `gemeenten`: code and name of all that the reader may choose from."""

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    opgaven: tuple[OpgaveBeeld, ...]
    schakels: tuple[tuple[UUID, Schakel], ...]
    schrijf_ik: bool

    @property
    def acties(self) -> dict[UUID, AgendaactieBeeld]:
        return {een.id: een for opgave in self.opgaven for een in opgave.acties}

    def opgave(self, id: str) -> OpgaveBeeld:
        """Refused: niet_gevonden."""
        for een in self.opgaven:
            if een.id == id:
                return een
        raise Refused("niet_gevonden")

    def interventie(self, id: UUID) -> InterventieBeeld:
        """Refused: niet_gevonden."""
        for opgave in self.opgaven:
            for een in opgave.interventies:
                if een.id == id:
                    return een
        raise Refused("niet_gevonden")

    def wacht_op(self, actie: UUID) -> tuple[Verwijzing, ...]:
        """What this action waits on."""
        return tuple(self._name(een.wacht_op, id) for id, een in self.schakels if een.wacht == actie)

    def raakt(self, actie: AgendaactieBeeld) -> tuple[tuple[Geraakt, Verwijzing], ...]:
        """What waits on this action and still runs, nearest first."""
        begins = {id: een.begindatum for id, een in self.acties.items() if een.loopt}
        found = touched(actie.id, actie.uiterlijk, (een for _id, een in self.schakels), begins)
        return tuple((een, self._name(een.actie)) for een in found)

    def _name(self, actie: UUID, schakel: UUID | None = None) -> Verwijzing:
        een = self.acties[actie]
        return Verwijzing(een.id, een.wat, een.uiterlijk, een.stand, een.opgave, schakel)


def read_agenda(*, by: Actor, gemeente: str = "") -> AgendaBeeld:
    """The whole agenda of a municipality; the first of the actor's own when none is named.

    Refused: niet_gevonden.
    """
    with act("read_agenda", by=by) as spoor:
        return picture(by, gemeente, spoor)


def read_agenda_of(*, by: Actor, actie_id: UUID) -> tuple[AgendaBeeld, AgendaactieBeeld]:
    """An action with the agenda it stands in. Refused: niet_gevonden."""
    with act("read_agenda", by=by) as spoor:
        beeld = picture(by, _gemeente_of(by, Agendaactie, actie_id), spoor)
        return beeld, beeld.acties[actie_id]


def read_agenda_with(*, by: Actor, interventie_id: UUID) -> tuple[AgendaBeeld, InterventieBeeld]:
    """An intervention with the agenda it stands in. Refused: niet_gevonden."""
    with act("read_agenda", by=by) as spoor:
        beeld = picture(by, _gemeente_of(by, Interventie, interventie_id), spoor)
        return beeld, beeld.interventie(interventie_id)


def read_schakel(*, by: Actor, schakel_id: UUID) -> tuple[AgendaBeeld, AgendaactieBeeld, AgendaactieBeeld]:
    """A link: the action that waits, and what it waits on. Refused: niet_gevonden."""
    with act("read_agenda", by=by) as spoor:
        beeld = picture(by, _gemeente_of(by, Afhankelijkheid, schakel_id), spoor)
        schakel = dict(beeld.schakels)[schakel_id]
        return beeld, beeld.acties[schakel.wacht], beeld.acties[schakel.wacht_op]


def read_eigenaren(*, by: Actor, gemeente: str) -> tuple[tuple[UUID, str], ...]:
    """Id and name of who can carry an opgave of this municipality by name."""
    with act("read_agenda", by=by):
        rows = visible_eigenaren(by, gemeente, vandaag()).order_by("naam", "pk")
        return tuple(rows.values_list("pk", "naam"))


# --- rows into pictures -----------------------------------------------------------------------------


def picture(by: Actor, gemeente: str, spoor: Spoor) -> AgendaBeeld:
    """The agenda; within an act. Refused: niet_gevonden."""
    gemeenten = tuple(visible_agendagemeenten(by).order_by("naam").values_list("pk", "naam"))
    names = dict(gemeenten)
    gemeente = gemeente or next(iter(names), "")
    if gemeente not in names:
        raise Refused("niet_gevonden")
    spoor.onderwerp("uitvoeringsagenda", gemeente)
    eigenaren = _per(_rows(by, OpgaveEigenaar, gemeente).select_related("medewerker"), "opgave")
    standen = _per(_rows(by, OpgaveStand, gemeente), "opgave")
    doelen = _per(_rows(by, OpgaveDoel, gemeente), "opgave")
    interventies = _per(_interventies(by, gemeente), "opgave")
    opgaven = sorted(beleid().opgaven.values(), key=lambda een: een.nr)
    return AgendaBeeld(
        gemeente=gemeente,
        naam=names[gemeente],
        gemeenten=gemeenten,
        opgaven=tuple(
            OpgaveBeeld(
                id=een.id,
                nr=een.nr,
                pijler=een.pijler,
                eigenaren=tuple(_eigenaar(row) for row in eigenaren.get(een.id, ())),
                standen=tuple(
                    StandBeeld(row.soort, row.toelichting, row.datum, row.naam)
                    for row in standen.get(een.id, ())
                ),
                doelen=_doelen(doelen.get(een.id, ())),
                interventies=tuple(interventies.get(een.id, ())),
            )
            for een in opgaven
        ),
        schakels=tuple(
            (row.pk, Schakel(row.actie_id, row.wacht_op_id)) for row in _rows(by, Afhankelijkheid, gemeente)
        ),
        schrijf_ik=by.rol in SCHRIJFT_AGENDA,
    )


def _gemeente_of(by: Actor, table: Any, id: UUID) -> str:
    found = visible_agenda(by, table).filter(pk=id).values_list("gemeente", flat=True).first()
    if found is None:
        raise Refused("niet_gevonden")
    return str(found)


def _rows(by: Actor, table: Any, gemeente: str) -> Any:
    return visible_agenda(by, table).filter(gemeente=gemeente).order_by("vastgelegd_at", "pk")


def _per(rows: Iterable[Any], field: str) -> dict[Any, list[Any]]:
    """Rows by the value of a field, in their order."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, field), []).append(row)
    return found


def _eigenaar(row: OpgaveEigenaar) -> EigenaarBeeld:
    return EigenaarBeeld(row.rol, row.medewerker.naam if row.medewerker else "", row.datum)


def _doelen(rows: Iterable[OpgaveDoel]) -> tuple[DoelBeeld, ...]:
    """Per indicator what is aimed at now, with what was aimed at before."""
    per = _per(rows, "indicator")
    return tuple(
        DoelBeeld(
            indicator,
            *(said[-1].doel, said[-1].uiterlijk, said[-1].datum),
            tuple(DoelBeeld(indicator, een.doel, een.uiterlijk, een.datum) for een in said[:-1]),
        )
        for indicator, said in per.items()
    )


def _interventies(by: Actor, gemeente: str) -> Iterable[InterventieBeeld]:
    steps = _per(_rows(by, AgendaactieStap, gemeente), "actie_id")
    acties = _per(_rows(by, Agendaactie, gemeente).select_related("interventie"), "interventie_id")
    principes = _per(_rows(by, Principegebruik, gemeente).filter(interventie__isnull=False), "interventie_id")
    for row in _rows(by, Interventie, gemeente):
        found = (_actie(een, steps.get(een.pk, [])) for een in acties.get(row.pk, ()))
        yield InterventieBeeld(
            *(row.pk, row.naam, row.resultaat, row.datum, row.opgave),
            tuple(sorted(found, key=lambda een: (not een.loopt, een.uiterlijk, een.wat))),
            last_said(principes.get(row.pk, ())),
        )


def last_said(rows: Iterable[Principegebruik]) -> tuple[PrincipeBeeld, ...]:
    """Per principle what was said last, in the order of the policy."""
    per = {row.principe: row for row in rows}
    order = [een for een in beleid().principes if een in per]
    return tuple(PrincipeBeeld(een, per[een].houding, per[een].reden, per[een].datum) for een in order)


def _actie(row: Agendaactie, steps: list[AgendaactieStap]) -> AgendaactieBeeld:
    dagen = [row.uiterlijk]
    stappen = []
    for een in steps:
        was = dagen[-1] if een.uiterlijk else None
        stappen.append(StapBeeld(een.soort, een.datum, een.reden, een.uiterlijk, was, een.naam))
        dagen += [een.uiterlijk] if een.uiterlijk else []
    stand = steps[-1].soort if steps else AGENDAACTIE.begin
    return AgendaactieBeeld(
        id=row.pk,
        wat=row.wat,
        wie=row.wie,
        begindatum=row.begindatum,
        dagen=tuple(dagen),
        stand=stand,
        datum=row.datum,
        stappen=tuple(stappen),
        opgave=row.interventie.opgave,
        interventie=row.interventie.naam,
        te_laat=stand in LOPEND and dagen[-1] < vandaag(),
    )
