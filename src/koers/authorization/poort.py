"""May this person? The first of the three questions."""

from koers.authorization.handelingen import HANDELINGEN, Regel
from koers.domain.actor import Actor, ActorSoort
from koers.domain.weigering import Refused


def rule_of(handeling: str) -> Regel:
    """The rule of an act; an act without one is a mistake in the program, not of the user."""
    return HANDELINGEN[handeling]


def may(by: Actor | None, handeling: str) -> bool:
    """Whether this actor may do this act at all, whatever it is about."""
    regel = rule_of(handeling)
    if regel.rollen is None:
        return True
    if by is None:
        return False
    if by.soort is ActorSoort.SYSTEEM:
        return regel.systeem
    return by.rol in regel.rollen


def lacks_second_factor(by: Actor | None, handeling: str) -> bool:
    """Whether this actor may do the act, but has to sign in with a second factor first."""
    return rule_of(handeling).personen and by is not None and not by.tweede_factor


def require(by: Actor | None, handeling: str) -> Regel:
    """The rule of the act, or Refused. Every act asks again, whatever road led to it."""
    if not may(by, handeling):
        raise Refused("geen_recht", handeling=handeling)
    if lacks_second_factor(by, handeling):
        raise Refused("tweede_factor_nodig")
    return rule_of(handeling)
