"""A process that gives help and sends the message about it, killed at every step, and then goes on.

In between the exchange takes away what lies in the folder. Prints what came of it as JSON. `--fout`: sends
straight into the folder and marks afterwards, which must send twice.
"""

import json
import sys
from datetime import timedelta
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from tests.processen.berichten_kill import Doodslag, in_a_child

STAPPEN = {
    "koers.actions.zorg.toewijzen": ("queue_toewijzingen",),
    "koers.exchange.berichten.uitgaand": ("finish_uitgaand",),
    "koers.exchange.berichten.versturen": ("write_durably", "mark_sent", "move"),
}
PUNTEN = 10


def work(wereld, map_: Path, ronde: int, dood_bij: int, fout: bool) -> None:
    """Gives help for ten days, as the form of this round, and sends; killed at this step."""
    from koers.actions.zorg import toewijzen
    from koers.domain.actor import systeemactor
    from koers.domain.weigering import Refused
    from koers.exchange.berichten import uitgaand, versturen
    from koers.registers.klok import vandaag

    Doodslag(dood_bij).watch(STAPPEN)
    if fout:
        versturen.ONDERWEG = "."
        versturen.move = lambda van, naar: None
        versturen._finish = lambda map_, by: []
    dag = vandaag() + timedelta(days=10 * ronde)
    try:
        toewijzen.assign_toewijzing(
            by=wereld.by,
            casus_id=wereld.casus,
            contractproduct_id=wereld.producten[0].pk,
            ingangsdatum=dag,
            tot_datum=dag + timedelta(days=10),
            invulling=toewijzen.Invulling(2, "2"),
            formulier=uuid5(NAMESPACE_OID, str(ronde)),
        )
    except Refused as refused:
        if refused.code != "al_verwerkt":
            raise
    by = systeemactor("berichten", functionaris="wie de toets draait")
    uitgaand.make_outgoing(by=by)
    versturen.send(map_, by=by)


def take_away(map_: Path, knooppunt: Path) -> int:
    """The exchange takes the files; how many of them it had before."""
    dubbel = 0
    for pad in map_.glob("*.xml"):
        dubbel += (knooppunt / pad.name).exists()
        pad.replace(knooppunt / pad.name)
    return dubbel


def main(map_: Path, rondes: int, fout: bool) -> None:
    import django

    django.setup()
    from django.db import connection

    from tests.integration.test_toewijzingsbericht import Wereld

    wereld = Wereld()
    connection.close()
    knooppunt = map_ / "knooppunt"
    knooppunt.mkdir()
    gedood = dubbel = 0
    for ronde in range(rondes):
        gedood += in_a_child(lambda r=ronde: work(wereld, map_, r, r % PUNTEN + 1, fout))
        dubbel += take_away(map_, knooppunt)
        in_a_child(lambda r=ronde: work(wereld, map_, r, 0, fout))
        dubbel += take_away(map_, knooppunt)
    sys.stdout.write(json.dumps({"gedood": gedood, "dubbel": dubbel} | found(knooppunt)))


def found(knooppunt: Path) -> dict[str, int]:
    """What is there at the end."""
    from koers.exchange.ijw.parse import parse
    from koers.registers.kern.models import Bericht
    from koers.registers.zorg.models import Toewijzing

    return {
        "toewijzingen": Toewijzing.objects.count(),
        "berichten": Bericht.objects.filter(soort="JW301").count(),
        "verstuurd": Bericht.objects.filter(soort="JW301", stand="verstuurd").count(),
        "bij_het_knooppunt": sum(parse(pad.read_bytes()).goed for pad in knooppunt.glob("*.xml")),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), "--fout" in sys.argv)
