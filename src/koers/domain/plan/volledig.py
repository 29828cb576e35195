"""What a plan still misses before it can be made final. Only what the question needs is asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from koers.domain.plan.onderdelen import (
    Actie,
    Doel,
    Gehoord,
    Grootte,
    Hulp,
    Onderdeel,
    PlanInhoud,
    Vertrouwenspersoon,
    Woorden,
    Zorg,
)


@dataclass(frozen=True, slots=True)
class Gemis:
    """One thing that is missing: a code with a sentence, and the child or the thing it is about."""

    code: str
    jeugdige: UUID | None = None
    onderdeel: UUID | None = None


def missing(plan: PlanInhoud, *, familiegroepsplan_besproken: bool) -> tuple[Gemis, ...]:
    """Everything that is missing, in the order of the plan; empty when it can be made final.

    A light plan needs words, one agreement, that every child was heard, and no loose ends. A gewoon plan also
    a doel, the familiegroepsplan and the vertrouwenspersoon; a complex one an action for every doel. Wheels,
    factors and strengths are never asked.
    """
    found = [*_voices(plan), *_concerns(plan), *_goals(plan), *_actions(plan), *_help(plan)]
    if plan.grootte is not Grootte.LICHT:
        if not familiegroepsplan_besproken:
            found.append(Gemis("plan_familiegroepsplan"))
        if not plan.all(Vertrouwenspersoon):
            found.append(Gemis("plan_vertrouwenspersoon"))
    if plan.evaluatiedatum is None:
        found.append(Gemis("plan_evaluatiedatum"))
    return tuple(found)


def _voices(plan: PlanInhoud) -> Iterator[Gemis]:
    if not plan.all(Woorden):
        yield Gemis("plan_woorden")
    heard = [een.inhoud for een in plan.all(Gehoord)]
    for kind in plan.jeugdigen:
        moments = [h for h in heard if isinstance(h, Gehoord) and h.jeugdige == kind]
        if not moments:
            yield Gemis("plan_kind_niet_gehoord", jeugdige=kind)
    for een in plan.all(Gehoord):
        h = een.inhoud
        if isinstance(h, Gehoord) and not _is_told(h):
            yield Gemis("plan_gehoord_onvolledig", jeugdige=h.jeugdige, onderdeel=een.id)


def _is_told(moment: Gehoord) -> bool:
    if moment.gehoord:
        return moment.datum is not None and bool(moment.door.strip())
    return bool(moment.waarom_niet.strip())


def _concerns(plan: PlanInhoud) -> Iterator[Gemis]:
    """Every zorg has a doel, is accepted, or is handled elsewhere; then it is told why or where."""
    answered = {zorg for een in plan.all(Doel) if isinstance(een.inhoud, Doel) for zorg in een.inhoud.zorgen}
    for een in plan.all(Zorg):
        zorg = een.inhoud
        if not isinstance(zorg, Zorg) or een.id in answered:
            continue
        if zorg.uitkomst not in ("aanvaard", "elders"):
            yield Gemis("plan_zorg_open", onderdeel=een.id)
        elif not zorg.waarom.strip():
            yield Gemis("plan_zorg_zonder_waarom", onderdeel=een.id)


def _goals(plan: PlanInhoud) -> Iterator[Gemis]:
    doelen, acties = plan.all(Doel), plan.all(Actie)
    if not doelen and (plan.grootte is not Grootte.LICHT or not acties):
        yield Gemis("plan_doel" if plan.grootte is not Grootte.LICHT else "plan_afspraak")
    for een in doelen:
        if isinstance(een.inhoud, Doel) and een.inhoud.wanneer is None:
            yield Gemis("plan_doel_zonder_wanneer", onderdeel=een.id)
    if plan.grootte is Grootte.COMPLEX:
        worked = _goals_with_action(acties)
        yield from (
            Gemis("plan_doel_zonder_actie", onderdeel=een.id) for een in doelen if een.id not in worked
        )


def _goals_with_action(acties: Iterable[Onderdeel]) -> set[UUID | None]:
    return {een.inhoud.doel for een in acties if isinstance(een.inhoud, Actie)}


def _actions(plan: PlanInhoud) -> Iterator[Gemis]:
    for een in plan.all(Actie):
        actie = een.inhoud
        if not isinstance(actie, Actie):
            continue
        if not (actie.medewerker or actie.gezinslid or actie.netwerk.strip()):
            yield Gemis("plan_actie_zonder_eigenaar", onderdeel=een.id)
        if actie.datum is None:
            yield Gemis("plan_actie_zonder_datum", onderdeel=een.id)


def _help(plan: PlanInhoud) -> Iterator[Gemis]:
    """Individual help goes with something nearby, or it is told why not; and when it gets lighter."""
    for een in plan.all(Hulp):
        hulp = een.inhoud
        if not isinstance(hulp, Hulp):
            continue
        if not (hulp.voorliggend.strip() or hulp.waarom_niet.strip()):
            yield Gemis("plan_hulp_zonder_voorliggend", jeugdige=hulp.jeugdige, onderdeel=een.id)
        if hulp.afschalen_op is None:
            yield Gemis("plan_hulp_zonder_afschalen", jeugdige=hulp.jeugdige, onderdeel=een.id)
