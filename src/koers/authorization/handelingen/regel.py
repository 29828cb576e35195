"""What a rule about an act says, and the groups of roles that several doors name."""

from dataclasses import dataclass

from koers.domain.rollen import Doel, Rol

IEDEREEN = None
AANGEMELD = frozenset(Rol)
CIJFERBEHEER = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.FUNCTIONEEL_BEHEERDER})


@dataclass(frozen=True, slots=True)
class Regel:
    """The rule of one act.

    `rollen` None means: everyone, also who is not signed in. `personen`: the act shows or changes data of
    persons, or decides who may, so it needs a second factor and is always logged. `systeem`: a process may do
    it too.
    """

    rollen: frozenset[Rol] | None
    doel: Doel
    personen: bool = False
    systeem: bool = False
