"""Help that ends in time asks for an evaluation with the family; help that goes on says on what ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import one_person
from koers.actions.zorg.einden import running, with_end
from koers.authorization.zicht import visible_toewijzingen
from koers.domain.actor import Actor
from koers.domain.herindicatie import Grond, check_evaluatie, check_herindicatie
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Organisatie
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Verwijzing
from koers.registers.zorg.models import Evaluatie, Herindicatie, Toewijzing, TrajectStap

NORM_EINDE, NORM_HUISARTS = "evaluatie-voor-einde", "herindicatie-huisarts"


@dataclass(frozen=True, slots=True)
class NieuweEvaluatie:
    datum: date
    met: str
    doelen: int
    vervolg: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class HerindicatieGrond:
    """Which help goes on, and, without an evaluation, why and by which day that will be done."""

    toewijzing_id: UUID
    reden: str = ""
    evaluatie_voor: date | None = None

    def as_json(self) -> dict[str, str | None]:
        """As it is kept with a besluit that lies before somebody else."""
        voor = self.evaluatie_voor.isoformat() if self.evaluatie_voor else None
        return {"toewijzing_id": str(self.toewijzing_id), "reden": self.reden, "evaluatie_voor": voor}

    @classmethod
    def from_json(cls, said: Mapping[str, str | None]) -> "HerindicatieGrond":
        """Reads what `as_json` wrote."""
        voor = said["evaluatie_voor"]
        return cls(
            UUID(said["toewijzing_id"] or ""), said["reden"] or "", date.fromisoformat(voor) if voor else None
        )


@dataclass(frozen=True, slots=True)
class AflopendRegel:
    """Help that ends soon, or an evaluation that was promised. `beloofd`: by that day it would be done."""

    toewijzing_id: UUID
    kind: str
    product: str
    einde: date | None
    geevalueerd: bool
    beloofd: date | None = None


@dataclass(frozen=True, slots=True)
class HerindicatieBeeld:
    """One toewijzing with its evaluations (newest first) and the times that it went on."""

    toewijzing_id: UUID
    casus_id: UUID
    kind: str
    product: str
    product_code: str
    route: str
    einde: date | None
    evaluaties: tuple[NieuweEvaluatie, ...]
    verlengd: tuple[tuple[date, str, date | None, str], ...]
    praktijken: tuple[tuple[UUID, str], ...]
    reden_afgesproken: bool


def weeks_before_end() -> timedelta:
    """So long before help ends it is evaluated."""
    waarde = beleid().normen[NORM_EINDE].waarde
    if waarde is None:
        raise LookupError(f"norm {NORM_EINDE} has no value")
    return timedelta(weeks=int(waarde))


def reason_agreed(today: date) -> bool:
    """Whether the agreement with the doctors is in force."""
    norm = beleid().normen.get(NORM_HUISARTS)
    if norm is None or norm.soort != "plicht":
        return False
    begun = norm.geldt_vanaf is None or norm.geldt_vanaf <= today
    return begun and (norm.geldt_tot is None or today < norm.geldt_tot)


def register_evaluatie(
    *, by: Actor, toewijzing_id: UUID, evaluatie: NieuweEvaluatie, formulier: UUID | None = None
) -> UUID:
    """What the help brought, told with the family. Refused: niet_gevonden, and as `check_evaluatie`."""
    with act("register_evaluatie", by=by, formulier=formulier) as spoor:
        toewijzing = _find(by, toewijzing_id, spoor)
        e = evaluatie
        check_evaluatie(e.datum, _first_day(toewijzing), e.met, e.doelen, e.vervolg, today=vandaag())
        row = Evaluatie.objects.create(
            toewijzing=toewijzing,
            datum=e.datum,
            met=e.met,
            doelen=e.doelen,
            vervolg=e.vervolg,
            toelichting=e.toelichting,
            **written_by(by, toewijzing.gemeente_id),
        )
        spoor.touched(toewijzing.casus.jeugdige_id, toewijzing.gemeente_id)
        return row.pk


def refer_herindicatie(
    *,
    by: Actor,
    grond: HerindicatieGrond,
    datum: date,
    praktijk: UUID | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """A doctor, gecertificeerde instelling or court lets help go on: a new referral with its ground.

    `praktijk`: the practice that refers. Returns the id of the verwijzing.
    Refused: niet_gevonden, datum_in_toekomst, herindicatie_met_besluit, and as `check_herindicatie`.
    """
    if datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act("register_herindicatie", by=by, formulier=formulier) as spoor:
        toewijzing = _find(by, grond.toewijzing_id, spoor)
        melding = toewijzing.casus.melding
        if melding.route == "toegang":
            raise Refused("herindicatie_met_besluit")
        if praktijk is not None and not _practices(toewijzing.gemeente_id).filter(pk=praktijk).exists():
            raise Refused("niet_gevonden")
        verwijzing = Verwijzing.objects.create(
            casus=toewijzing.casus,
            datum=datum,
            verwijzer=melding.verwijzer,
            organisatie_id=praktijk,
            herindicatie=True,
            **written_by(by, toewijzing.gemeente_id),
        )
        _note(by, toewijzing, grond, verwijzing=verwijzing)
        spoor.touched(toewijzing.casus.jeugdige_id, toewijzing.gemeente_id)
        return verwijzing.pk


def check_grond(by: Actor, jeugdige_id: UUID, grond: HerindicatieGrond | None) -> Toewijzing:
    """The toewijzing that goes on by a besluit, if the ground carries it; inside the act that decides.

    Refused: herindicatie_zonder_grond, niet_gevonden, and as `check_herindicatie`.
    """
    if grond is None:
        raise Refused("herindicatie_zonder_grond")
    toewijzing: Toewijzing = _find(by, grond.toewijzing_id, None)
    if toewijzing.casus.jeugdige_id != jeugdige_id:
        raise Refused("niet_gevonden")
    _check(toewijzing, grond)
    return toewijzing


def check_grond_on_page(beeld: HerindicatieBeeld, grond: HerindicatieGrond) -> None:
    """Whether help may go on by this ground, as the page knows it. Refused: as `check_herindicatie`."""
    check_herindicatie(
        beeld.route,
        Grond(beeld.evaluaties[0].vervolg if beeld.evaluaties else "", grond.reden, grond.evaluatie_voor),
        reden_afgesproken=beeld.reden_afgesproken,
        uitstel=weeks_before_end(),
        today=vandaag(),
    )


def note_besluit(by: Actor, besluit: Besluit, grond: HerindicatieGrond | None) -> None:
    """The ground of a besluit that lets help go on, inside the act that decides. Refused: as there."""
    toewijzing = check_grond(by, besluit.casus.jeugdige_id, grond)
    if grond is not None:
        _note(by, toewijzing, grond, besluit=besluit)


def _check(toewijzing: Toewijzing, grond: HerindicatieGrond) -> Evaluatie | None:
    """The evaluation that the ground leans on, if there is one."""
    last: Evaluatie | None = _evaluations(toewijzing).first()
    check_herindicatie(
        toewijzing.casus.melding.route,
        Grond(last.vervolg if last else "", grond.reden, grond.evaluatie_voor),
        reden_afgesproken=reason_agreed(vandaag()),
        uitstel=weeks_before_end(),
        today=vandaag(),
    )
    return last


def _note(by: Actor, toewijzing: Toewijzing, grond: HerindicatieGrond, **road: Besluit | Verwijzing) -> None:
    last = _check(toewijzing, grond)
    Herindicatie.objects.create(
        toewijzing=toewijzing,
        evaluatie=last,
        reden=grond.reden.strip(),
        evaluatie_voor_datum=None if last else grond.evaluatie_voor,
        datum=vandaag(),
        **road,
        **written_by(by, toewijzing.gemeente_id),
    )


def read_aflopend(*, by: Actor) -> tuple[AflopendRegel, ...]:
    """Help of own families that ends within the weeks of the norm, and promised evaluations."""
    today = vandaag()
    with act("read_herindicatie", by=by) as spoor:
        mine = running(visible_toewijzingen(by, today), today).filter(opvolgers__isnull=True)
        ending = mine.filter(einde__lte=today + weeks_before_end())
        rows = list(ending.select_related("casus__jeugdige", "contractproduct").order_by("einde", "pk"))
        done = set(
            Evaluatie.objects.current()
            .filter(toewijzing__in=rows, ingetrokken=False)
            .values_list("toewijzing_id", flat=True)
        )
        # A toewijzing whose going on was already decided waits for nothing more than a promise.
        decided = set(
            Herindicatie.objects.filter(toewijzing__in=rows).values_list("toewijzing_id", flat=True)
        )
        one = one_person(by, today)
        regels = [
            AflopendRegel(
                row.pk, one.name_of(row.casus.jeugdige), row.contractproduct.naam, row.einde, row.pk in done
            )
            for row in rows
            if row.pk not in decided
        ]
        for row in rows:
            spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
        return (*regels, *_promised(by, today, spoor))


def _promised(by: Actor, today: date, spoor: Spoor) -> list[AflopendRegel]:
    """Evaluations that would be done by a day, and are not."""
    mine = visible_toewijzingen(by, today)
    open_ = Herindicatie.objects.current().filter(
        toewijzing__in=mine.values("pk"), evaluatie__isnull=True, evaluatie_voor_datum__isnull=False
    )
    rows = open_.select_related("toewijzing__casus__jeugdige", "toewijzing__contractproduct")
    found, one = [], one_person(by, today)
    for row in rows.order_by("evaluatie_voor_datum", "pk"):
        if _evaluations(row.toewijzing).exists():
            continue
        spoor.seen(row.toewijzing.casus.jeugdige_id, row.gemeente_id)
        naam, product = one.name_of(row.toewijzing.casus.jeugdige), row.toewijzing.contractproduct.naam
        beloofd = row.evaluatie_voor_datum
        found.append(AflopendRegel(row.toewijzing_id, naam, product, None, False, beloofd))
    return found


def read_herindicatie(*, by: Actor, toewijzing_id: UUID) -> HerindicatieBeeld:
    """What is needed to let help go on. Refused: niet_gevonden."""
    with act("read_herindicatie", by=by) as spoor:
        row = _find(by, toewijzing_id, spoor)
        spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
        grounds = Herindicatie.objects.current().filter(toewijzing=row, ingetrokken=False)
        return HerindicatieBeeld(
            toewijzing_id=row.pk,
            casus_id=row.casus_id,
            kind=one_person(by, vandaag()).name_of(row.casus.jeugdige),
            product=row.contractproduct.naam,
            product_code=row.contractproduct.code,
            route=row.casus.melding.route,
            einde=row.einde,
            evaluaties=tuple(
                NieuweEvaluatie(e.datum, e.met, e.doelen, e.vervolg, e.toelichting) for e in _evaluations(row)
            ),
            verlengd=tuple(
                (g.datum, g.reden, g.evaluatie_voor_datum, _practice(g))
                for g in grounds.order_by("-datum", "pk")
            ),
            praktijken=tuple(_practices(row.gemeente_id).order_by("naam", "pk").values_list("pk", "naam")),
            reden_afgesproken=reason_agreed(vandaag()),
        )


def _practice(grond: Herindicatie) -> str:
    verwijzing = grond.verwijzing
    return verwijzing.organisatie.naam if verwijzing and verwijzing.organisatie else ""


def _practices(gemeente: str):
    return Organisatie.objects.filter(soort="huisartspraktijk", gemeenten=gemeente)


def _find(by: Actor, toewijzing_id: UUID, spoor: Spoor | None) -> Any:
    """The toewijzing with its `einde`. Refused: niet_gevonden."""
    found = with_end(visible_toewijzingen(by, vandaag())).select_related(
        "casus__melding", "casus__jeugdige", "contractproduct"
    )
    row = found.filter(pk=toewijzing_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    if spoor is not None:
        spoor.onderwerp("toewijzing", row.pk)
    return row


def _evaluations(toewijzing: Toewijzing):
    rows = Evaluatie.objects.current().filter(toewijzing=toewijzing, ingetrokken=False)
    return rows.order_by("-datum", "-vastgelegd_at", "pk")


def _first_day(toewijzing: Toewijzing) -> date | None:
    starts = TrajectStap.objects.current().filter(toewijzing=toewijzing, soort="start", ingetrokken=False)
    return starts.order_by("datum").values_list("datum", flat=True).first()
