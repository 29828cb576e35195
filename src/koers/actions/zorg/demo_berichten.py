"""Which help the messages of the demo are about, and the day on which each would have come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.zorg.uitgaand import queue_toewijzingen
from koers.domain.actor import Actor
from koers.domain.regieberichten import workdays_after
from koers.registers.kern.models import Bericht, BerichtStand
from koers.registers.klok import begin_van, dag_van, nu, vandaag
from koers.registers.zorg.models import Toewijzing, TrajectStap


@dataclass(frozen=True, slots=True)
class Hulp:
    """A toewijzing with the first day of its help, if there is one, and its last: (day, reason of JZ588)."""

    id: UUID
    nummer: int
    datum: date
    ingangsdatum: date
    begin: date | None
    einde: tuple[date, str] | None


def newest_help(*, by: Actor, gemeente: str, most: int) -> list[Hulp]:
    """The newest toewijzingen of a gemeente at providers with messages, oldest first."""
    with act("create_demo", by=by):
        rows = (
            Toewijzing.objects.current()
            .filter(gemeente=gemeente, ingetrokken=False, nummer__isnull=False)
            .exclude(contractproduct__aanbieder__agb="")
            .order_by("-datum", "-nummer")[:most]
        )
        return [_help(row) for row in reversed(rows)]


def _help(row: Toewijzing) -> Hulp:
    steps = list(
        TrajectStap.objects.current()
        .filter(toewijzing=row, ingetrokken=False)
        .order_by("datum", "-soort")
        .values_list("soort", "datum", "reden")
    )
    whole = [soort for soort, _, _ in steps] == ["start", "stop"]
    return Hulp(
        row.pk,
        row.nummer or 0,
        row.datum,
        row.ingangsdatum,
        begin=steps[0][1] if steps else None,
        einde=steps[1][1:] if whole else None,
    )


def tell(*, by: Actor, hulp: Hulp) -> None:
    """Queues the JW301 about this help, as the act that gave it would have done."""
    with act("create_demo", by=by) as spoor:
        row = Toewijzing.objects.select_related("casus__jeugdige", "contractproduct__aanbieder").get(
            pk=hulp.id
        )
        queue_toewijzingen(by, row, spoor)


def put_on_day(*, by: Actor, dag: date, uur: int, gezien: set[UUID]) -> None:
    """Puts what is not in `gezien` on `dag`, a quarter apart, and adds it there."""
    moment = min(begin_van(min(dag, vandaag())) + timedelta(hours=uur), nu())
    with act("create_demo", by=by):
        fresh = Bericht.objects.exclude(pk__in=gezien).order_by("vastgelegd_at", "pk")
        for volgnummer, (pk, stand) in enumerate(list(fresh.values_list("pk", "stand"))):
            _put(pk, stand, moment + timedelta(minutes=15 * volgnummer))
            gezien.add(pk)


def _put(pk: UUID, stand: str, moment: datetime) -> None:
    rows = Bericht.objects.filter(pk=pk)
    rows.update(vastgelegd_at=moment)
    if stand == BerichtStand.VERSTUURD:
        rows.filter(uiterlijk_datum__isnull=False).update(uiterlijk_datum=workdays_after(dag_van(moment), 3))
