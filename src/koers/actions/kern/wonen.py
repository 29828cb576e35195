"""Where somebody of a family lives: a second home, a move, a home that somebody left.

A period that ended stays: where a child lived then can still be read in the register. Letters that wait and
would go to a home that somebody left come back by themselves (`actions.toegang.brieven`).
"""

from datetime import date
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.kern.gezinnen import Plaats, create_huishouden, households_of
from koers.actions.kern.samenvoegen import find_lid
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezinslid, Huishoudenlid, Persoon
from koers.registers.klok import vandaag


def add_woonplek(
    *,
    by: Actor,
    gezin_id: UUID,
    persoon_id: UUID,
    plaats: Plaats,
    vanaf: date,
    verhuisd: bool,
    formulier: UUID | None = None,
) -> UUID:
    """Somebody lives here from `vanaf` on: besides where they lived, or instead of it (`verhuisd`).

    `plaats`: a household of the family or a new address. Returns the id of the household. Refused:
    niet_gevonden, datum_in_toekomst, woonplek_ontbreekt, hoort_niet_bij_gezin, woont_hier_al,
    woonplek_voor_begin.
    """
    if vanaf > vandaag():
        raise Refused("datum_in_toekomst")
    with act("register_woonplek", by=by, formulier=formulier) as spoor:
        lid = _held(by, gezin_id, persoon_id, spoor)
        huishouden_id = plaats.huishouden_id
        if huishouden_id and not households_of(lid.gezin).filter(pk=huishouden_id).exists():
            raise Refused("hoort_niet_bij_gezin")
        lived = list(Huishoudenlid.objects.filter(persoon=persoon_id, tot_datum__isnull=True))
        if any(row.huishouden_id == huishouden_id for row in lived):
            raise Refused("woont_hier_al")
        if verhuisd:
            for row in lived:
                _end(row, vanaf)
        if huishouden_id is None:
            if plaats.adres is None:
                raise Refused("woonplek_ontbreekt")
            huishouden_id = create_huishouden(lid.gemeente_id, plaats.adres).pk
        Huishoudenlid.objects.create(
            huishouden_id=huishouden_id, persoon_id=persoon_id, gemeente_id=lid.gemeente_id, begindatum=vanaf
        )
        return huishouden_id


def end_woonplek(
    *,
    by: Actor,
    gezin_id: UUID,
    persoon_id: UUID,
    huishouden_id: UUID,
    tot_datum: date,
    formulier: UUID | None = None,
) -> UUID:
    """Somebody lives here no more from `tot_datum` on. Returns the id of the household.

    Refused: niet_gevonden, datum_in_toekomst, woonplek_voor_begin.
    """
    if tot_datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act("register_woonplek", by=by, formulier=formulier) as spoor:
        _held(by, gezin_id, persoon_id, spoor)
        lives = Huishoudenlid.objects.filter(
            persoon=persoon_id, huishouden=huishouden_id, tot_datum__isnull=True
        )
        row = lives.first()
        if row is None:
            raise Refused("niet_gevonden")
        _end(row, tot_datum)
        return huishouden_id


def _held(by: Actor, gezin_id: UUID, persoon_id: UUID, spoor: Spoor) -> Gezinslid:
    """The member, held until the act ends: of two who move somebody at once, the second sees the first."""
    lid = find_lid(by, persoon_id, vandaag(), gezin_id)
    Persoon.objects.select_for_update().get(pk=persoon_id)
    spoor.onderwerp("persoon", persoon_id)
    spoor.touched(persoon_id, lid.gemeente_id)
    return lid


def _end(row: Huishoudenlid, tot_datum: date) -> None:
    if tot_datum <= row.begindatum:
        raise Refused("woonplek_voor_begin", datum=row.begindatum)
    row.tot_datum = tot_datum
    row.save(update_fields=["tot_datum"])
