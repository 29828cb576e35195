"""A melding comes in, and the college decides about it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.routes import TOEGANG, route_of
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezin, Gezinslid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, Melding, Verwijzing


@dataclass(frozen=True, slots=True)
class NieuweMelding:
    """What is told at first. `verwijzer`: CBS code; it fixes the route."""

    jeugdigen: tuple[UUID, ...]
    datum: date
    verwijzer: str
    verwijzer_organisatie: UUID | None = None
    kanaal: str = ""
    vraag: str = ""
    met_spoed: bool = False


def register_melding(
    *, by: Actor, gezin_id: UUID, melding: NieuweMelding, formulier: UUID | None = None
) -> tuple[UUID, ...]:
    """Writes down a question about one or more children of a family; each gets a casus.

    Returns the ids of the casussen, in the order asked. Refused: niet_gevonden, verwijzer_onbekend,
    geen_jeugdige, hoort_niet_bij_gezin, datum_in_toekomst.
    """
    today = vandaag()
    check_melding(melding)
    with act("register_melding", by=by, formulier=formulier) as spoor:
        gezin = visible_gezinnen(by, today).filter(pk=gezin_id).first()
        if gezin is None:
            raise Refused("niet_gevonden")
        return tuple(casus.pk for casus in write_melding(by, gezin, melding, spoor))


def check_melding(melding: NieuweMelding) -> None:
    """Refused: datum_in_toekomst, geen_jeugdige."""
    if melding.datum > vandaag():
        raise Refused("datum_in_toekomst")
    if not melding.jeugdigen:
        raise Refused("geen_jeugdige")


def write_melding(by: Actor, gezin: Gezin, melding: NieuweMelding, spoor: Spoor) -> list[Casus]:
    """The melding with its casussen, inside an act that found the family. Refused: hoort_niet_bij_gezin,
    verwijzer_onbekend.
    """
    kinderen = Gezinslid.objects.on(vandaag()).filter(gezin=gezin, rol="jeugdige")
    if set(melding.jeugdigen) - set(kinderen.values_list("persoon_id", flat=True)):
        raise Refused("hoort_niet_bij_gezin")
    row = Melding.objects.create(
        gezin=gezin,
        datum=melding.datum,
        route=route_of(melding.verwijzer),
        verwijzer=melding.verwijzer,
        kanaal=melding.kanaal,
        vraag=melding.vraag,
        met_spoed=melding.met_spoed,
        **written_by(by, gezin.gemeente_id),
    )
    casussen = [
        Casus.objects.create(melding=row, jeugdige_id=kind, gemeente_id=gezin.gemeente_id)
        for kind in melding.jeugdigen
    ]
    if row.route != TOEGANG:
        _write_referral(by, casussen, melding)
    spoor.onderwerp("gezin", gezin.pk)
    for casus in casussen:
        spoor.touched(casus.jeugdige_id, casus.gemeente_id)
    return casussen


def _write_referral(by: Actor, casussen: list[Casus], melding: NieuweMelding) -> None:
    """Who refers by law brings the ground for the help; nobody types it a second time."""
    for casus in casussen:
        Verwijzing.objects.create(
            casus=casus,
            datum=melding.datum,
            verwijzer=melding.verwijzer,
            organisatie_id=melding.verwijzer_organisatie,
            **written_by(by, casus.gemeente_id),
        )
