"""Out of the outbox into the folder of the exchange: whole, and once, wherever the program was stopped.

    map/.onderweg/naam    written, and not yet marked as sent
    map/naam              marked as sent: the exchange may take it away

A file is written beside, its row is marked, and then it is renamed into the folder. Stopped before the mark
it is written anew; stopped after it only the rename is still to be done.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from koers.actions.zorg.postbus import Stuk, is_sent, mark_sent, read_outbox
from koers.domain.actor import Actor
from koers.exchange.berichten.ontvangst import move, write_durably

ONDERWEG = ".onderweg"


def send(map_: Path, *, by: Actor) -> list[str]:
    """Puts everything of the outbox in the folder; the names of the files."""
    (map_ / ONDERWEG).mkdir(exist_ok=True)
    with only_one(map_ / ONDERWEG / "slot"):
        namen = _finish(map_, by)
        for stuk in read_outbox(by=by):
            naam = name_of(stuk)
            write_durably(map_ / ONDERWEG / naam, stuk.inhoud)
            mark_sent(by=by, bericht_id=stuk.id)
            move(map_ / ONDERWEG / naam, map_ / naam)
            namen.append(naam)
        return namen


def name_of(stuk: Stuk) -> str:
    """The name of its file."""
    return f"{stuk.kop.soort}_{stuk.kop.gemeente}_{stuk.kop.identificatie}.xml"


def _finish(map_: Path, by: Actor) -> list[str]:
    """Renames what was marked as sent and stayed behind; the rest is written anew."""
    namen = []
    for pad in sorted((map_ / ONDERWEG).glob("*.xml")):
        soort, gemeente, identificatie = pad.stem.split("_", 2)
        if is_sent(by=by, soort=soort, gemeente=gemeente, identificatie=identificatie):
            move(pad, map_ / pad.name)
            namen.append(pad.name)
    return namen


@contextmanager
def only_one(pad: Path) -> Iterator[None]:
    """Two processes that send at once would each take the other's file away."""
    with pad.open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield
