"""Long runs of a scenario: asked for on the page, done by the worker, kept as a scenario with its outcome.

Every step is a fact that replaces the one before it, so that of two workers only one can take the next. The
outcome and the word that it is done are one row: nothing can be done without it.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from koers.actions.feiten import writers, written_by
from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.prognose.geld import JAREN
from koers.actions.prognose.wat_als import (
    as_outcome,
    effect_ranges,
    figures,
    goal_of,
    prepared,
    question,
    years_of,
)
from koers.authorization.zicht import visible_berekeningen
from koers.domain.actor import Actor
from koers.domain.scenario import KEREN, LANGSTE_NAAM, LANGSTE_TOELICHTING, Wens, check_scenario
from koers.domain.toestanden.berekening import BEREKENING, FOUT, GEEN_CIJFERS, GESTOPT, LOOPT, WACHT
from koers.domain.weigering import Refused
from koers.registers.kern.models import Slot
from koers.registers.klok import nu, vandaag
from koers.registers.prognose.models import Scenario
from koers.simulation.prognose.hefbomen import as_hefbomen
from koers.simulation.prognose.rekenen import play

# Many times what the longest run takes. Who took one and says nothing for so long was ended.
HOOGSTENS = timedelta(minutes=10)
MEESTE_POGINGEN = 3
SLOT = "berekeningen"
logger = logging.getLogger("koers.werk")


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A run that somebody took: `id` of the fact that says so, `keren` replications, which attempt."""

    id: UUID
    gemeente: str
    wens: Wens
    keren: int
    poging: int


@dataclass(frozen=True, slots=True)
class Berekening:
    """A run that has no outcome (yet). `sinds`: of its state; `opnieuw`: when it is begun again if it was
    ended halfway, while it runs; `reden`: why it failed.
    """

    id: UUID
    naam: str
    door: str
    staat: str
    keren: int
    sinds: datetime
    poging: int
    opnieuw: datetime | None
    reden: str


def request_berekening(
    *,
    by: Actor,
    gemeente: str,
    naam: str,
    toelichting: str,
    wens: Wens,
    keren: int,
    formulier: UUID | None = None,
) -> UUID:
    """Asks for so many replications in the background, to be kept under this name. Returns its id.

    Refused: niet_gevonden, geen_cijfers, berekening_keren, and as `check_scenario`.
    """
    check_scenario(naam, wens)
    if keren not in KEREN:
        raise Refused("berekening_keren", keren=keren)
    with act("keep_scenario", by=by, formulier=formulier) as spoor:
        own_area(by, gemeente)
        if figures(gemeente) is None:
            raise Refused(GEEN_CIJFERS)
        row = Scenario.objects.create(
            naam=naam.strip()[:LANGSTE_NAAM],
            toelichting=toelichting.strip()[:LANGSTE_TOELICHTING],
            vraag=wens.plain(),
            uitkomst={
                "staat": BEREKENING.move("nieuw", "keep_scenario"),
                "keren": keren,
                "door": by.id,
                "poging": 0,
            },
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("scenario", row.pk)
        return row.pk


def take_berekening(*, by: Actor) -> Opdracht:
    """The run that has waited longest, for this worker alone. Refused: niet_gevonden when none waits."""
    with act("take_berekening", by=by) as spoor:
        Slot.objects.lock(SLOT)  # two workers at once would both take the same one
        row = (
            visible_berekeningen(by)
            .filter(Q(uitkomst__staat=WACHT) | Q(uitkomst__staat=LOOPT, vastgelegd_at__lt=nu() - HOOGSTENS))
            .order_by("vastgelegd_at", "pk")
            .first()
        )
        if row is None:
            raise Refused("niet_gevonden")
        poging = row.uitkomst["poging"] + 1
        taken = _follow(by, row, "take_berekening", {"poging": poging})
        spoor.onderwerp("scenario", taken.pk)
        wens = Wens.of(taken.vraag)
        return Opdracht(taken.pk, taken.gemeente_id, wens, taken.uitkomst["keren"], poging)


def finish_berekening(*, by: Actor, berekening_id: UUID, uitkomst: Mapping[str, object]) -> UUID:
    """The outcome of a run that this worker took; from now on it is a kept scenario.

    Refused: niet_gevonden when it was taken off the list or another worker took it over meanwhile.
    """
    return _end(by, berekening_id, "finish_berekening", uitkomst)


def fail_berekening(*, by: Actor, berekening_id: UUID, reden: str) -> UUID:
    """A run that this worker took has no outcome. Refused: as `finish_berekening`."""
    return _end(by, berekening_id, "fail_berekening", {"reden": reden})


def work_berekening(*, by: Actor) -> bool:
    """Takes one run and does it. Whether there was one."""
    try:
        opdracht = take_berekening(by=by)
    except Refused:
        return False
    try:
        reden = ""
        if opdracht.poging > MEESTE_POGINGEN:
            reden = GESTOPT
        elif (uitkomst := _reckoned(opdracht)) is None:
            reden = GEEN_CIJFERS
        else:
            finish_berekening(by=by, berekening_id=opdracht.id, uitkomst=uitkomst)
        if reden:
            fail_berekening(by=by, berekening_id=opdracht.id, reden=reden)
    except Refused as refused:
        # Taken off the list meanwhile, or taken over: this outcome is nobody's.
        logger.info("Een berekening telt niet meer: %s.", refused.code)
    except (ArithmeticError, LookupError, MemoryError, TypeError, ValueError):
        logger.exception("Een berekening lukte niet.")
        fail_berekening(by=by, berekening_id=opdracht.id, reden=FOUT)
    return True


def berekeningen_of(by: Actor, gemeente: str) -> tuple[Berekening, ...]:
    """The runs of a municipality without an outcome, newest first. Within an act."""
    rows = list(visible_berekeningen(by).filter(gemeente=gemeente).order_by("-vastgelegd_at", "pk"))
    names = writers(row.uitkomst["door"] for row in rows)
    return tuple(_berekening(row, names) for row in rows)


def _berekening(row: Scenario, names: Mapping[str, str]) -> Berekening:
    staat = row.uitkomst["staat"]
    return Berekening(
        id=row.pk,
        naam=row.naam,
        door=names.get(row.uitkomst["door"], ""),
        staat=staat,
        keren=row.uitkomst["keren"],
        sinds=row.vastgelegd_at,
        poging=row.uitkomst["poging"],
        opnieuw=row.vastgelegd_at + HOOGSTENS if staat == LOOPT else None,
        reden=row.uitkomst.get("reden", ""),
    )


def _reckoned(opdracht: Opdracht) -> dict[str, object] | None:
    """The outcome; None without figures. On one thread: the pages keep the other."""
    found = figures(opdracht.gemeente)
    if found is None:
        return None
    gegevens = found[1]
    jaren = tuple(range(gegevens.tot.year, gegevens.tot.year + JAREN + 1))
    klaar = prepared(gegevens, question(gegevens.tot, opdracht.keren, threads=1))
    inzetten = tuple(inzet for inzet in opdracht.wens.inzetten if inzet.procent)
    met = play(klaar, as_hefbomen(inzetten, effect_ranges(), klaar.praktijken))
    doel = opdracht.wens.doel if opdracht.wens.doel is not None else goal_of(opdracht.gemeente)[0]
    return as_outcome(gegevens.tot, years_of(met, jaren, gegevens.inwoners, doel))


def _end(by: Actor, berekening_id: UUID, handeling: str, erbij: Mapping[str, object]) -> UUID:
    with act(handeling, by=by) as spoor:
        Slot.objects.lock(SLOT)
        row = visible_berekeningen(by).filter(pk=berekening_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        ended = _follow(by, row, handeling, erbij)
        spoor.onderwerp("scenario", ended.pk)
        return ended.pk


def _follow(by: Actor, row: Scenario, handeling: str, erbij: Mapping[str, object]) -> Scenario:
    """The next fact of a run."""
    staat = BEREKENING.move(row.uitkomst["staat"], handeling)
    return Scenario.objects.create(
        naam=row.naam,
        toelichting=row.toelichting,
        vraag=row.vraag,
        uitkomst=row.uitkomst | erbij | {"staat": staat},
        datum=vandaag(),
        vervangt=row,
        **written_by(by, row.gemeente_id),
    )
