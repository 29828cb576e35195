"""What every new fact carries: the moment, and who wrote it down."""

from typing import Any

from koers.domain.actor import Actor
from koers.registers.klok import nu


def written_by(by: Actor, gemeente: str) -> dict[str, Any]:
    """The columns that say when and by whom a fact was written, for which gemeente."""
    return {"gemeente_id": gemeente, "vastgelegd_at": nu(), "vastgelegd_door": by.id}


def shared_by(by: Actor) -> dict[str, Any]:
    """The columns that say when and by whom a fact was written that several municipalities share."""
    return {"vastgelegd_at": nu(), "vastgelegd_door": by.id}
