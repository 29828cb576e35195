"""What the zorgmakelaar sees: for whom help was refused, by whom and why, and who leads the family."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.zorg.acceptatie_lezen import AcceptatieBeeld, pictures
from koers.actions.zorg.einden import with_end
from koers.authorization.zicht import visible_zorgmakelaarroutes
from koers.domain.actor import Actor
from koers.domain.namen import name_of
from koers.domain.toestanden.acceptatie import ROUTE_AFGEROND
from koers.domain.weigering import Refused
from koers.registers.kern.models import Regisseurschap
from koers.registers.klok import vandaag
from koers.registers.zorg.models import ZorgmakelaarStap


@dataclass(frozen=True, slots=True)
class RouteBeeld:
    """One route. `sinds`: the day on which it opened; `regisseurs`: whom to call at the gemeente."""

    toewijzing_id: UUID
    kind: str
    gemeente: str
    regisseurs: tuple[str, ...]
    aanbieder: str
    product: str
    sinds: date
    dagen_open: int
    beeld: AcceptatieBeeld

    @property
    def klaar(self) -> bool:
        return self.beeld.route == ROUTE_AFGEROND


def read_zorgmakelaarroutes(*, by: Actor) -> tuple[RouteBeeld, ...]:
    """The routes of the own municipalities: open ones first, the oldest of those on top."""
    with act("read_zorgmakelaarroutes", by=by) as spoor:
        found = _routes(visible_zorgmakelaarroutes(by), spoor)
        return tuple(sorted(found, key=lambda r: (r.klaar, r.sinds, str(r.toewijzing_id))))


def read_zorgmakelaarroute(*, by: Actor, toewijzing_id: UUID) -> RouteBeeld:
    """One route. Refused: niet_gevonden."""
    with act("read_zorgmakelaarroutes", by=by) as spoor:
        found = _routes(visible_zorgmakelaarroutes(by).filter(pk=toewijzing_id), spoor)
        if not found:
            raise Refused("niet_gevonden")
        spoor.onderwerp("toewijzing", toewijzing_id)
        return found[0]


def _routes(visible, spoor: Spoor) -> list[RouteBeeld]:
    rows = list(
        with_end(visible).select_related(
            "contractproduct__aanbieder", "casus__melding", "casus__jeugdige", "gemeente"
        )
    )
    beelden = pictures(rows)
    opened: dict[UUID, date] = {}
    ended: dict[UUID, date] = {}
    steps = ZorgmakelaarStap.objects.current().filter(toewijzing__in=rows, ingetrokken=False)
    for toewijzing, soort, datum in steps.order_by("datum").values_list("toewijzing", "soort", "datum"):
        opened.setdefault(toewijzing, datum)
        if soort == "afgerond":
            ended[toewijzing] = datum
    leads: dict[UUID, list[str]] = {}
    of_these = {row.casus.melding.gezin_id for row in rows}
    leading = Regisseurschap.objects.on(vandaag()).filter(gezin__in=of_these).order_by("medewerker__naam")
    for gezin, naam in leading.values_list("gezin", "medewerker__naam"):
        leads.setdefault(gezin, []).append(naam)
    for row in rows:
        spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
    return [
        RouteBeeld(
            row.pk,
            name_of(row.casus.jeugdige),
            row.gemeente.naam,
            tuple(leads.get(row.casus.melding.gezin_id, ())),
            row.contractproduct.aanbieder.naam,
            row.contractproduct.naam,
            opened[row.pk],
            (ended.get(row.pk, vandaag()) - opened[row.pk]).days,
            beelden[row.pk],
        )
        for row in rows
    ]
