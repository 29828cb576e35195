"""Who pays for a casus, what it cost so far, and what is to come."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import rows_anywhere
from koers.actions.zorg.einden import amount_of, with_amount
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.kosten import Hulp, Kosten, cost_of, in_all
from koers.domain.trajecten import TIJDELIJK
from koers.domain.weigering import Refused
from koers.domain.woonplaats import VERBLIJF
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus
from koers.registers.zorg.models import Contractproduct, Declaratie, Toewijzing, TrajectStap, Woonplaats


@dataclass(frozen=True, slots=True)
class Betaler:
    """Which gemeente (CBS code) pays, since when and by which rule; without a move: our own."""

    gemeentecode: str
    per_datum: date | None = None
    grond: str = ""
    bevestigd_door: str = ""
    bevestigd_datum: date | None = None


@dataclass(frozen=True, slots=True)
class KostenRegel:
    """The cost of one toewijzing."""

    id: UUID
    product: str
    aanbieder: str
    kosten: Kosten


@dataclass(frozen=True, slots=True)
class Casusgeld:
    """`te_komen_cent` is None if of one toewijzing nobody can say. `met_verblijf`: help with a stay runs."""

    eigen: str
    betaler: Betaler
    met_verblijf: bool
    regels: tuple[KostenRegel, ...]
    gedeclareerd_cent: int
    te_komen_cent: int | None


def read_casusgeld(*, by: Actor, casus_id: UUID) -> Casusgeld:
    """Who pays and what it costs. Refused: niet_gevonden."""
    with act("read_casusgeld", by=by) as spoor:
        casus = visible_casussen(by, vandaag()).filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("casus", casus.pk)
        spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        regels = _lines(casus)
        gedaan, te_komen = in_all([een.kosten for een in regels])
        return Casusgeld(casus.gemeente_id, payer_of(casus), stays_now(casus), regels, gedaan, te_komen)


def payer_of(casus: Casus) -> Betaler:
    """The gemeente that pays for this child; of several moves the last one."""
    rows = Woonplaats.objects.current().filter(
        casus__jeugdige__in=rows_anywhere(casus.jeugdige_id), gemeente=casus.gemeente_id, ingetrokken=False
    )
    row = rows.order_by("-per_datum", "-vastgelegd_at", "pk").first()
    if row is None:
        return Betaler(casus.gemeente_id)
    return Betaler(row.gemeentecode, row.per_datum, row.grond, row.bevestigd_door, row.bevestigd_datum)


def refuse_after_move(casus: Casus, tot_datum: date | None) -> None:
    """No help of ours goes on where another gemeente pays. Refused: andere_gemeente_betaalt."""
    payer = payer_of(casus)
    if payer.per_datum is None or payer.gemeentecode == casus.gemeente_id:
        return
    if tot_datum is None or tot_datum > payer.per_datum:
        raise Refused("andere_gemeente_betaalt", datum=payer.per_datum)


def stays_now(casus: Casus) -> bool:
    """Whether help with a stay was given to this child and holds today."""
    today = vandaag()
    rows = Toewijzing.objects.current().filter(
        casus__jeugdige__in=rows_anywhere(casus.jeugdige_id),
        gemeente=casus.gemeente_id,
        ingetrokken=False,
        ingangsdatum__lte=today,
        contractproduct__hulpvorm__in=VERBLIJF,
    )
    return any(row.einde is None or row.einde > today for row in with_amount(rows))


def _lines(casus: Casus) -> tuple[KostenRegel, ...]:
    found = Toewijzing.objects.current().filter(casus=casus, ingetrokken=False)
    rows = list(
        with_amount(found).select_related("contractproduct__aanbieder").order_by("ingangsdatum", "pk")
    )
    paid, stopped, tariffs = _claimed(rows), _stopped(rows), _tariffs(rows)
    horizon = vandaag().replace(month=12, day=31)
    return tuple(
        KostenRegel(
            row.pk,
            row.contractproduct.naam,
            row.contractproduct.aanbieder.naam,
            cost_of(_help(row, paid.get(row.pk, []), stopped.get(row.pk), tariffs[row.pk]), horizon=horizon),
        )
        for row in rows
    )


def _help(row: Any, paid: list[Declaratie], gestopt: date | None, tarief_cent: int) -> Hulp:
    last = None if row.einde is None else row.einde - timedelta(days=1)
    if gestopt is not None:
        last = gestopt if last is None else min(last, gestopt)
    return Hulp(
        row.ingangsdatum,
        last,
        amount_of(row),
        row.nu_budget_cent,
        tarief_cent,
        sum(een.bedrag_cent for een in paid),
        sum((een.volume or 0) * (-1 if een.vorige_referentie else 1) for een in paid),
        _months(paid),
        row.einde == row.ingangsdatum,
    )


def _months(paid: list[Declaratie]) -> tuple[date, ...]:
    """Months of which something stands: what was taken back may be claimed again."""
    per: dict[date, int] = {}
    for een in paid:
        per[een.maand] = per.get(een.maand, 0) + een.bedrag_cent
    return tuple(maand for maand, cent in sorted(per.items()) if cent)


def _claimed(rows: list[Any]) -> dict[UUID, list[Declaratie]]:
    found: dict[UUID, list[Declaratie]] = {}
    for een in Declaratie.objects.current().filter(toewijzing__in=rows, ingetrokken=False):
        found.setdefault(een.toewijzing_id, []).append(een)
    return found


def _stopped(rows: list[Any]) -> dict[UUID, date]:
    """Last day of help that stopped for good."""
    steps = TrajectStap.objects.current().filter(toewijzing__in=rows, ingetrokken=False, soort="stop")
    return dict(steps.exclude(reden=TIJDELIJK).order_by("datum").values_list("toewijzing_id", "datum"))


def _tariffs(rows: list[Any]) -> dict[UUID, int]:
    """The tariff of today for each; of a product that ended the last one known."""
    products = [row.contractproduct for row in rows]
    now: dict[tuple[UUID, str, str], int] = {}
    for een in Contractproduct.objects.on(vandaag()).filter(aanbieder__in={p.aanbieder_id for p in products}):
        now[een.aanbieder_id, een.code, een.inkoopregio] = een.tarief_cent
    return {
        row.pk: now.get((p.aanbieder_id, p.code, p.inkoopregio), p.tarief_cent)
        for row, p in zip(rows, products, strict=True)
    }
