"""A number that was not known yet: after the birth, or when somebody shows a passport at last."""

from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import one_person
from koers.actions.kern.samenvoegen import find_lid
from koers.domain.actor import Actor
from koers.domain.personen import JEUGDIGE, check_bsn_bekend
from koers.domain.weigering import Refused
from koers.registers.kern.kluis import index_bsn, seal_bsn
from koers.registers.kern.models import Persoon
from koers.registers.klok import vandaag


def register_bsn(
    *,
    by: Actor,
    gezin_id: UUID,
    persoon_id: UUID,
    bsn: str,
    geboortedatum: date | None,
    versie: int,
    formulier: UUID,
) -> UUID:
    """The BSN of a member of this family, and the birth date where that was not known. Returns their id.

    Refused: niet_gevonden, al_gewijzigd, bsn_staat_er_al, bsn_al_bekend, and as `check_bsn_bekend`.
    """
    today = vandaag()
    with act("register_bsn", by=by, formulier=formulier) as spoor:
        lid = find_lid(by, persoon_id, today, gezin_id)
        row = Persoon.objects.select_for_update().get(pk=persoon_id)
        if one_person(by, today).persoon(row).bsn_index:
            raise Refused("bsn_staat_er_al")
        if row.versie != versie:
            raise Refused("al_gewijzigd")
        geboren = row.geboortedatum or geboortedatum
        check_bsn_bekend(bsn, geboren, today=today, jeugdige=lid.rol == JEUGDIGE)
        index = index_bsn(bsn)
        if Persoon.objects.filter(gemeente_id=row.gemeente_id, bsn_index=index).exists():
            raise Refused("bsn_al_bekend")
        row.bsn_status, row.bsn_index, row.bsn_versleuteld = "bekend", index, seal_bsn(bsn, row.pk)
        row.geboortedatum, row.versie = geboren, row.versie + 1
        row.save(update_fields=["bsn_status", "bsn_index", "bsn_versleuteld", "geboortedatum", "versie"])
        spoor.onderwerp("persoon", row.pk)
        spoor.touched(row.pk, lid.gemeente_id)
        return row.pk
