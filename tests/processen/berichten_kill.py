"""A process that receives messages and is killed at every step of it, then goes on as if nothing happened.

Prints what is in the register afterwards as JSON. `--fout`: acknowledges before it stores, which must lose.
"""

import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

STAPPEN = {
    "koers.actions.zorg.postbus": ("_store",),  # within the transaction of the chunk
    "koers.exchange.berichten.ontvangst": ("store_inbox", "rename"),
    "koers.exchange.berichten.verwerking": ("process_regie", "store_antwoord"),
    "koers.exchange.berichten.versturen": ("write_durably", "mark_sent", "move"),
}
PUNTEN = 30  # before and after each: `store_inbox` once for both messages of a round, the rest for each


class Doodslag:
    """Counts the steps, and kills the process before or after the step with this number (0: never)."""

    def __init__(self, dood_bij: int) -> None:
        self.dood_bij, self.geteld = dood_bij, 0

    def passed(self) -> None:
        self.geteld += 1
        if self.geteld == self.dood_bij:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, stappen: dict[str, tuple[str, ...]]) -> None:
        """Puts itself before and after every named step."""
        for naam, namen in stappen.items():
            module = importlib.import_module(naam)
            for stap in namen:
                setattr(module, stap, self._watched(getattr(module, stap)))

    def _watched(self, stap: Callable) -> Callable:
        def run(*args, **kwargs):
            self.passed()
            uitkomst = stap(*args, **kwargs)
            self.passed()
            return uitkomst

        return run


def in_a_child(work: Callable[[], None]) -> bool:
    """Runs in a process of its own, so that a kill takes nothing else along. Whether it was killed."""
    if (kind := os.fork()) == 0:
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(kind, 0)[1])


def receive(map_: Path, dood_bij: int, fout: bool) -> None:
    """Takes in, works on and sends; killed just before or after the step with this number (0: never)."""
    from koers.domain.actor import systeemactor
    from koers.exchange.berichten import ontvangst, versturen, verwerking

    Doodslag(dood_bij).watch(STAPPEN)
    if fout:
        stored = ontvangst.store_inbox

        def first(*, by, stukken):
            for pad in map_.glob("*.xml"):
                ontvangst.rename(pad, map_ / ontvangst.ONTVANGEN / pad.name)
            return stored(by=by, stukken=stukken)

        ontvangst.store_inbox = first
        ontvangst._sorted_out = lambda *_: None
    by = systeemactor("berichten", functionaris="wie de toets draait")
    list(ontvangst.take_in(map_, by=by))
    verwerking.process(by=by)
    versturen.send(map_ / "uit", by=by)


def main(map_: Path, rondes: int, fout: bool) -> None:
    import django

    django.setup()
    from django.db import connection

    from koers.registers.klok import vandaag
    from tests.integration.berichtenwereld import bericht, make_toewijzing

    nummer = make_toewijzing(since=rondes + 10)
    connection.close()
    (map_ / "uit").mkdir()
    gedood = 0
    for ronde in range(rondes):
        dag = vandaag() - timedelta(days=rondes - ronde)
        start = bericht("JW305", nummer, begin=dag, identificatie=f"A{ronde}")
        stop = bericht("JW307", nummer, begin=dag, eind=dag, reden="20", identificatie=f"Z{ronde}")
        (map_ / f"{ronde:03d}a.xml").write_bytes(stop)
        (map_ / f"{ronde:03d}b.xml").write_bytes(start)
        gedood += in_a_child(lambda punt=ronde % PUNTEN + 1: receive(map_, punt, fout))
        in_a_child(lambda: receive(map_, 0, fout))
    sys.stdout.write(json.dumps({"gedood": gedood} | found(map_)))


def found(map_: Path) -> dict[str, int]:
    """What is there at the end."""
    from koers.exchange.ijw.parse import parse
    from koers.registers.kern.models import Bericht
    from koers.registers.zorg.models import TrajectStap

    uit = [parse(pad.read_bytes()) for pad in (map_ / "uit").glob("*.xml")]
    return {
        "blijft_liggen": len(list(map_.glob("*.xml"))),
        "opgehaald": len(list((map_ / "ontvangen").glob("*.xml"))),
        "ontvangen": Bericht.objects.filter(richting="in").count(),
        "verwerkt": Bericht.objects.filter(richting="in", stand="verwerkt").count(),
        "stappen": TrajectStap.objects.current().filter(ingetrokken=False).count(),
        "ooit_geschreven": TrajectStap.objects.count(),
        "antwoorden": Bericht.objects.filter(richting="uit", stand="verstuurd").count(),
        "bestanden": sum(een.goed for een in uit),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), "--fout" in sys.argv)
