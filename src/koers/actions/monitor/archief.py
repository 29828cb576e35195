"""Messages of another back office became tables of the monitor: written in the log, and nothing else kept."""

from koers.actions.handeling import act
from koers.domain.actor import Actor


def register_archief(*, by: Actor, bestanden: int, rijen: int) -> None:
    """Before the tables get their place: without this row nobody gets to see them."""
    with act("convert_archief", by=by) as spoor:
        spoor.note(bestanden=bestanden, rijen=rijen)
