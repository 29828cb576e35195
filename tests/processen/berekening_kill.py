"""A process that does long runs of a scenario, killed at every step, and then another that goes on.

Prints what came of it as JSON. `--fout`: writes down that a run is done before its outcome, which loses it.
"""

import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_OID, uuid4, uuid5

from tests.processen.berichten_kill import Doodslag, in_a_child

STAPPEN = {"koers.actions.prognose.berekeningen": ("take_berekening", "_reckoned", "finish_berekening")}
PUNTEN, PUNTEN_FOUT = 6, 8
UITKOMST = {"tot": "2026-01-31", "jaren": [{"jaar": 2027, "aandeel": 7.0, "onder": 6.0, "boven": 8.0}]}


def ask(ronde: int) -> None:
    """Asks for a run, as the form of this round. No figures are needed: what comes of it is given."""
    from koers.actions.prognose import berekeningen
    from koers.domain.hefbomen import KNOPPEN, Inzet
    from koers.domain.rollen import Rol
    from koers.domain.scenario import KEREN, Wens
    from tests.wereld import MIDDEN_DRENTHE, make_actor

    berekeningen.figures = lambda gemeente: ()
    berekeningen.request_berekening(
        by=make_actor(Rol.CONTROLLER),
        gemeente=MIDDEN_DRENTHE,
        naam=f"Ronde {ronde}",
        toelichting="",
        wens=Wens((Inzet(KNOPPEN["vervolg"], 10, date(2027, 1, 1), 0),)),
        keren=KEREN[0],
        formulier=uuid5(NAMESPACE_OID, str(ronde)),
    )


def work(dood_bij: int, later: timedelta, fout: bool) -> None:
    """Does what waits, so much later; killed at this step (0: never)."""
    from koers.actions.handeling import act
    from koers.actions.prognose import berekeningen
    from koers.domain.actor import systeemactor
    from koers.registers.klok import nu
    from koers.registers.prognose.models import Scenario

    def mark(by, id):
        with act("finish_berekening", by=by):
            return berekeningen._follow(by, Scenario.objects.get(pk=id), "finish_berekening", {}).pk

    def marked_first(*, by, berekening_id, uitkomst):
        marked = berekeningen.mark(by, berekening_id)
        with act("finish_berekening", by=by):
            row = Scenario.objects.get(pk=marked)
            row.pk, row.vervangt_id, row.uitkomst = uuid4(), marked, row.uitkomst | uitkomst
            row.save(force_insert=True)

    def moment() -> datetime:
        return nu() + later

    berekeningen._reckoned = lambda opdracht: UITKOMST
    berekeningen.nu = moment
    stappen = STAPPEN
    if fout:
        berekeningen.mark = mark
        berekeningen.finish_berekening = marked_first
        stappen = {module: (*namen, "mark") for module, namen in STAPPEN.items()}
    Doodslag(dood_bij).watch(stappen)
    by = systeemactor("rekenwerk", functionaris="wie de toets draait")
    while berekeningen.work_berekening(by=by):
        pass


def main(map_: Path, rondes: int, fout: bool) -> None:
    import django

    django.setup()
    from django.db import connection

    from koers.actions.prognose.berekeningen import HOOGSTENS
    from tests.wereld import MIDDEN_DRENTHE, make_gemeente

    del map_
    make_gemeente(MIDDEN_DRENTHE)
    connection.close()
    gedood, punten = 0, PUNTEN_FOUT if fout else PUNTEN
    for ronde in range(rondes):
        in_a_child(lambda r=ronde: ask(r))
        gedood += in_a_child(lambda r=ronde: work(r % punten + 1, timedelta(), fout))
        in_a_child(lambda: work(0, HOOGSTENS + timedelta(seconds=1), fout))
    sys.stdout.write(json.dumps({"gedood": gedood} | found()))


def found() -> dict[str, int]:
    """What is there at the end: kept outcomes, of how many runs, and runs that are still open."""
    from koers.registers.prognose.models import Scenario

    klaar = Scenario.objects.filter(uitkomst__has_key="jaren")
    return {
        "uitkomsten": klaar.count(),
        "berekeningen": klaar.values("naam").distinct().count(),
        "open": Scenario.objects.current().exclude(uitkomst__has_key="jaren").count(),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), "--fout" in sys.argv)
