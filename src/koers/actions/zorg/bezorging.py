"""A message that left for a hub: written in the log before its file is put away."""

from koers.actions.handeling import act
from koers.domain.actor import Actor


def register_bezorging(*, by: Actor, bestand: str, lot: str) -> None:
    """What a hub did with a message that was marked as sent. `bestand`: kind, gemeente, identification."""
    with act("store_outbox", by=by) as spoor:
        spoor.note(bestand=bestand, bezorging=lot)
