"""Reports in the demo, made through the acts: of the quarter and half year one published and one begun."""

from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.netwerk.vergadering_lezen import read_coming
from koers.actions.netwerk.vergaderingen import add_agendapunt
from koers.actions.sturing.lezen import read_rapportage
from koers.actions.sturing.rapportages import (
    open_rapportage,
    publish_rapportage,
    submit_rapportage,
    write_hoofdstuk,
)
from koers.domain.actor import Actor
from koers.domain.rapportages import recent_perioden
from koers.domain.vergadering import NieuwPunt
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


# The half-yearly document: by chapter of the policy, and one text for every area.
HALFJAAR = "gebiedsagenda"
TEKSTEN_HALFJAAR = {
    "inspanningen": "Verzonnen voor de demo: school, welzijn en GGD boden samen groepen aan, en de POH Jeugd"
    " kwam ook buiten de praktijk.",
    "resultaten": "Verzonnen voor de demo: ouders weten de weg eerder te vinden. Of dat ook minder"
    " verwijzingen geeft, is nog te vroeg om te zeggen.",
    "prioriteiten": "Verzonnen voor de demo: het komende halfjaar letten we op:\n"
    "- groepen voor jongeren die bang of somber zijn;\n- de kleine kernen, waar minder aanbod is.",
}
TEKST_GEBIED = (
    "Verzonnen voor de demo: de partners kennen elkaar nu. Wat hier in een groep kan, gaat niet meer naar de"
    " toegang."
)


def seed_rapportages() -> None:
    """Nothing when the people of the demo are not there, or the policy has another report."""
    controller, adviser, member = (demo_actor(n) for n in ("controller", "beleidsadviseur", "wethouder"))
    there = beleid().rapportages.get(SOORT)
    if controller is None or adviser is None or member is None or there is None:
        return
    if {een.id for een in there.hoofdstukken} != set(TEKSTEN):
        return
    published = _published_and_begun(SOORT, there.per, (controller, adviser), member)
    _lay_on_table(published)
    half = beleid().rapportages.get(HALFJAAR)
    if half is not None:
        _published_and_begun(HALFJAAR, half.per, (adviser, controller), member)


def _lay_on_table(rapportage: UUID) -> None:
    """The next meeting of the region looks at what was published."""
    manager = demo_actor("regiomanager")
    coming = read_coming(by=manager, most=1) if manager else ()
    if manager is not None and coming:
        punt = NieuwPunt("informeren", "jeugdoverleg", rapportage=rapportage)
        add_agendapunt(by=manager, vergadering_id=coming[0].kort.id, nieuw=punt)


def _published_and_begun(soort: str, per: str, writers: tuple[Actor, Actor], member: Actor) -> UUID:
    """The period before is signed; of the running one the first chapter is written. Id of what was signed."""
    running, before = recent_perioden(per, vandaag(), 2)
    by = writers[0]
    published = open_rapportage(by=by, gemeente=MIDDEN_DRENTHE, soort=soort, periode=before.naam)
    for een in read_rapportage(by=by, rapportage_id=published).hoofdstukken:
        _write(published, een.hoofdstuk.id, *writers)
    submit_rapportage(by=by, rapportage_id=published)
    publish_rapportage(by=member, rapportage_id=published)
    begun = open_rapportage(by=by, gemeente=MIDDEN_DRENTHE, soort=soort, periode=running.naam)
    first = read_rapportage(by=by, rapportage_id=begun).hoofdstukken[0]
    _write(begun, first.hoofdstuk.id, *writers)
    return published


def _write(rapportage: UUID, hoofdstuk: str, *writers: Actor) -> None:
    """By whoever of the writers owns the chapter."""
    beeld = read_rapportage(by=writers[0], rapportage_id=rapportage)
    stand = next(een for een in beeld.hoofdstukken if een.hoofdstuk.id == hoofdstuk)
    by = next(een for een in writers if een.rol == stand.hoofdstuk.eigenaar)
    tekst = (TEKSTEN | TEKSTEN_HALFJAAR).get(hoofdstuk, TEKST_GEBIED)
    write_hoofdstuk(by=by, rapportage_id=rapportage, hoofdstuk=hoofdstuk, tekst=tekst, op_versie=0)
