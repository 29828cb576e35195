"""What changed between two states of a plan: per thing, by its id; another order is no change."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from uuid import UUID

from koers.domain.plan.onderdelen import Deel, Inhoud, Onderdeel, PlanInhoud


class Wat(StrEnum):
    NIEUW = "nieuw"
    WEG = "weg"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One thing that came, went or changed; `velden` names what differs. The plan itself: no `onderdeel`."""

    wat: Wat
    oud: Inhoud | None
    nieuw: Inhoud | None
    onderdeel: UUID | None = None
    deel: Deel | None = None
    velden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verschil:
    """Everything that changed, in the order of the newer plan; what went comes last."""

    wijzigingen: tuple[Wijziging, ...]
    velden: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wijzigingen or self.velden)


def difference(oud: PlanInhoud, nieuw: PlanInhoud) -> Verschil:
    """From `oud` to `nieuw`. `velden` names what differs of the plan as a whole."""
    head = ("grootte", "jeugdigen", "evaluatiedatum")
    return Verschil(
        tuple(_changes(oud, nieuw)),
        tuple(naam for naam in head if getattr(oud, naam) != getattr(nieuw, naam)),
    )


def _changes(oud: PlanInhoud, nieuw: PlanInhoud) -> Iterator[Wijziging]:
    before, after = dict(_things(oud)), dict(_things(nieuw))
    for key, (deel, onderdeel) in after.items():
        if key not in before:
            yield Wijziging(Wat.NIEUW, None, onderdeel.inhoud, key, deel)
            continue
        eerder = before[key][1].inhoud
        if eerder != onderdeel.inhoud:
            differs = _differing(eerder, onderdeel.inhoud)
            yield Wijziging(Wat.ANDERS, eerder, onderdeel.inhoud, key, deel, differs)
    for key, (deel, onderdeel) in before.items():
        if key not in after:
            yield Wijziging(Wat.WEG, onderdeel.inhoud, None, key, deel)


def _things(plan: PlanInhoud) -> Iterator[tuple[UUID, tuple[Deel, Onderdeel]]]:
    for deel in plan.delen:
        for onderdeel in deel.onderdelen:
            yield onderdeel.id, (deel, onderdeel)


def _differing(een: Inhoud, ander: Inhoud) -> tuple[str, ...]:
    names = (field.name for field in fields(ander))
    return tuple(naam for naam in names if getattr(een, naam, None) != getattr(ander, naam))
