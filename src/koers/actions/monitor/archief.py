"""Messages of another back office became tables of the monitor: written in the log, and nothing else kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from koers.actions.handeling import act
from koers.domain.actor import Actor


@contextmanager
def register_archief(*, by: Actor, bestanden: int, rijen: int) -> Iterator[None]:
    """The act in which a converted archive gets its place; if that fails there is no log row either."""
    with act("convert_archief", by=by) as spoor:
        spoor.note(bestanden=bestanden, rijen=rijen)
        yield
