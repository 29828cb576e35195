"""Two reports in the demo, made through the acts: a quarter that was published, and one being written."""

from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.sturing.lezen import read_rapportage
from koers.actions.sturing.rapportages import (
    open_rapportage,
    publish_rapportage,
    submit_rapportage,
    write_hoofdstuk,
)
from koers.domain.actor import Actor
from koers.domain.rapportages import recent_perioden
from koers.policy import beleid
from koers.registers.klok import vandaag

SOORT = "kwartaalrapportage"
# By chapter of the policy; no figures of our own in them, those stand beside the text.
TEKSTEN = {
    "hoofdlijn": "Verzonnen voor de demo: de daling zet nog niet door. We zien meer vragen die het lokale"
    " team zelf opvangt, en dat werkt pas later door in dit cijfer.\n\nWat we hebben gedaan:\n"
    "- de POH Jeugd is uitgebreid;\n- het overleg met de huisartsen is begonnen.",
    "lichte-hulp": "Verzonnen voor de demo: de meeste gezinnen kunnen snel terecht. Waar het langer duurt,"
    " komt dat door een vacature.",
    "toegang": "Verzonnen voor de demo: huisartsen verwijzen vaker eerst naar Team Jeugd. We bespreken"
    " elk kwartaal met hen wat dat oplevert.",
    "geld": "Verzonnen voor de demo: de besparing is nog niet te noemen, omdat de declaraties over dit"
    " kwartaal nog niet allemaal binnen zijn.",
    "bijsturen": "Verzonnen voor de demo: we vragen de school en de huisarts om eerder te bellen, en we"
    " kijken over drie maanden of dat helpt.",
}


def seed_rapportages() -> None:
    """Nothing when the people of the demo are not there, or the policy has another report."""
    controller, adviser, member = (demo_actor(n) for n in ("controller", "beleidsadviseur", "wethouder"))
    there = beleid().rapportages.get(SOORT)
    if controller is None or adviser is None or member is None or there is None:
        return
    if {een.id for een in there.hoofdstukken} != set(TEKSTEN):
        return
    running, before = recent_perioden(there.per, vandaag(), 2)
    published = _begin(controller, before.naam)
    for hoofdstuk in TEKSTEN:
        _write(published, hoofdstuk, controller, adviser)
    submit_rapportage(by=controller, rapportage_id=published)
    publish_rapportage(by=member, rapportage_id=published)
    _write(_begin(controller, running.naam), "hoofdlijn", controller, adviser)


def _begin(by: Actor, periode: str) -> UUID:
    return open_rapportage(by=by, gemeente=MIDDEN_DRENTHE, soort=SOORT, periode=periode)


def _write(rapportage: UUID, hoofdstuk: str, *writers: Actor) -> None:
    """By whoever of the writers owns the chapter."""
    beeld = read_rapportage(by=writers[0], rapportage_id=rapportage)
    stand = next(een for een in beeld.hoofdstukken if een.hoofdstuk.id == hoofdstuk)
    by = next(een for een in writers if een.rol == stand.hoofdstuk.eigenaar)
    write_hoofdstuk(
        by=by, rapportage_id=rapportage, hoofdstuk=hoofdstuk, tekst=TEKSTEN[hoofdstuk], op_versie=0
    )
