"""Who acts: a person in a role, or the system under an accountable functionaris."""

from dataclasses import dataclass, field
from enum import StrEnum

from koers.domain.rollen import Rol


class ActorSoort(StrEnum):
    MEDEWERKER = "medewerker"
    SYSTEEM = "systeem"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who may act, as far as the program needs to know.

    `id` is the medewerker's id, or the name of the system process. `gemeenten` are GM codes whose
    rows this actor can ever meet. `functionaris` is who answers for a system process.
    `tweede_factor`: signed in with one, or exempt from it (demo accounts).
    """

    soort: ActorSoort
    id: str
    naam: str
    rol: Rol | None = None
    aanstelling_id: str | None = None
    organisatie_id: str | None = None
    gemeenten: frozenset[str] = field(default_factory=frozenset)
    functionaris: str = ""
    tweede_factor: bool = False


def systeemactor(naam: str, *, functionaris: str) -> Actor:
    """A process that acts by itself; somebody (`functionaris`) always answers for it."""
    if not functionaris:
        raise ValueError("a system actor needs an accountable functionaris")
    return Actor(
        soort=ActorSoort.SYSTEEM,
        id=f"systeem:{naam}",
        naam=naam,
        functionaris=functionaris,
        tweede_factor=True,
    )
