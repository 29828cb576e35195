"""What every new fact carries: the moment, and who wrote it down."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from koers.domain.actor import Actor
from koers.registers.kern.models import Medewerker
from koers.registers.klok import nu


def written_by(by: Actor, gemeente: str) -> dict[str, Any]:
    """The columns that say when and by whom a fact was written, for which gemeente."""
    return {"gemeente_id": gemeente, "vastgelegd_at": nu(), "vastgelegd_door": by.id}


def shared_by(by: Actor) -> dict[str, Any]:
    """The columns that say when and by whom a fact was written that several municipalities share."""
    return {"vastgelegd_at": nu(), "vastgelegd_door": by.id}


def writers(ids: Iterable[str]) -> dict[str, str]:
    """Of actors that wrote something, their names, in one query. A process, or who is gone, keeps its id."""
    found = {een: een for een in ids}
    accounts = [een for een in found if _is_account(een)]
    names = Medewerker.objects.filter(pk__in=accounts).values_list("pk", "naam")
    return found | {str(pk): naam for pk, naam in names}


def _is_account(id: str) -> bool:
    try:
        UUID(id)
    except ValueError:
        return False
    return True
