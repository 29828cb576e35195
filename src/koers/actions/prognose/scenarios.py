"""Scenarios that are kept: with who, when and why; and beside each other, as they come out today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import writers, written_by
from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.prognose.berekeningen import SLOT, Berekening, berekeningen_of
from koers.actions.prognose.wat_als import Vooruitblik, as_outcome, figures, look_ahead
from koers.analytics.areas import Area
from koers.authorization.zicht import visible_berekeningen, visible_scenarios
from koers.domain.actor import Actor
from koers.domain.scenario import LANGSTE_NAAM, LANGSTE_TOELICHTING, Wens, check_scenario
from koers.domain.toestanden.berekening import BEREKENING
from koers.domain.weigering import Refused
from koers.registers.kern.models import Slot
from koers.registers.klok import vandaag
from koers.registers.prognose.models import Scenario

# So many are worked out beside each other; older ones are named and can be opened.
NAAST_ELKAAR = 6


@dataclass(frozen=True, slots=True)
class Bewaard:
    """A kept scenario. `nu`: how it comes out with the figures of today; None for one beyond the first few
    or without figures. `toen`: what it came to when it was kept (see `Scenario.uitkomst`).
    """

    id: UUID
    naam: str
    toelichting: str
    door: str
    datum: date
    wens: Wens
    toen: Mapping[str, object]
    nu: Vooruitblik | None


def keep_scenario(
    *, by: Actor, gemeente: str, naam: str, toelichting: str, wens: Wens, formulier: UUID | None = None
) -> UUID:
    """Keeps a position of the levers with what it comes to now. Returns its id.

    Refused: niet_gevonden, geen_cijfers, and as `check_scenario`.
    """
    check_scenario(naam, wens)
    with act("keep_scenario", by=by, formulier=formulier) as spoor:
        area = own_area(by, gemeente)
        found = figures(gemeente)
        if found is None:
            raise Refused("geen_cijfers")
        blik = look_ahead(area, *found, wens)
        row = Scenario.objects.create(
            naam=naam.strip()[:LANGSTE_NAAM],
            toelichting=toelichting.strip()[:LANGSTE_TOELICHTING],
            vraag=wens.plain(),
            uitkomst=as_outcome(blik.tot, blik.met or ()),
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("scenario", row.pk)
        return row.pk


def withdraw_scenario(*, by: Actor, gemeente: str, scenario_id: UUID, formulier: UUID | None = None) -> UUID:
    """Takes a scenario off the list; what was kept stays in the register. Refused: niet_gevonden."""
    with act("withdraw_scenario", by=by, formulier=formulier) as spoor:
        own_area(by, gemeente)
        Slot.objects.lock(SLOT)  # what is being reckoned may end at this moment
        here = {"gemeente": gemeente, "pk": scenario_id}
        row = visible_scenarios(by).filter(**here).first() or visible_berekeningen(by).filter(**here).first()
        if row is None:
            raise Refused("niet_gevonden")
        if staat := row.uitkomst.get("staat"):
            BEREKENING.move(staat, "withdraw_scenario")
        Scenario.objects.create(
            naam=row.naam,
            toelichting=row.toelichting,
            vraag=row.vraag,
            uitkomst=row.uitkomst,
            datum=vandaag(),
            vervangt=row,
            ingetrokken=True,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("scenario", row.pk)
        return row.pk


def read_scenarios(*, by: Actor, gemeente: str) -> tuple[Area, tuple[Bewaard, ...], tuple[Berekening, ...]]:
    """The kept scenarios of an own municipality and the runs that have no outcome, newest first.

    Refused: niet_gevonden.
    """
    with act("read_wat_als", by=by) as spoor:
        spoor.onderwerp("scenarios", gemeente)
        area = own_area(by, gemeente)
        rows = list(visible_scenarios(by).filter(gemeente=gemeente).order_by("-vastgelegd_at", "pk"))
        names = writers(_author(row) for row in rows)
        found = figures(gemeente) if rows else None
        bewaard = []
        for nummer, row in enumerate(rows):
            wens = Wens.of(row.vraag)
            nu = None if found is None or nummer >= NAAST_ELKAAR else look_ahead(area, *found, wens)
            bewaard.append(
                Bewaard(
                    row.pk,
                    row.naam,
                    row.toelichting,
                    names.get(_author(row), ""),
                    row.datum,
                    wens,
                    row.uitkomst,
                    nu,
                )
            )
        return area, tuple(bewaard), berekeningen_of(by, gemeente)


def _author(row: Scenario) -> str:
    """Who asked for it: the outcome of a long run is written down by a process."""
    return row.uitkomst.get("door", row.vastgelegd_door)
