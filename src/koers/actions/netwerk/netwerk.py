"""Reading the network: its findings and its register of mandates. Nothing here is about persons."""

from datetime import date

from koers.analytics.netwerk import Bevinding, Mandaatantwoord, findings, mandate
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.policy import beleid


def read_bevindingen(*, by: Actor | None, today: date) -> tuple[Bevinding, ...]:
    """What is missing in the network on this day."""
    require(by, "read_beleid")
    return findings(beleid(), today)


def read_mandaat(*, by: Actor | None, taak: str, partij: tuple[str, str], day: date) -> Mandaatantwoord:
    """What the register of mandates of this day says about a task and a party, as (kind, id)."""
    require(by, "read_beleid")
    return mandate(beleid(), taak, partij, day)
