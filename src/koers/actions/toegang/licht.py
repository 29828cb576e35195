"""What happens beside a besluit: light help, use of what is there for everybody, and how it was found."""

from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_casussen, visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.lichte_hulp import LichteStap, check_lichte_stap
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezinslid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Ervaring, LichteHulp, LichteHulpStap, VoorliggendGebruik


def register_lichte_hulp(*, by: Actor, jeugdige_id: UUID, datum: date, formulier: UUID | None = None) -> UUID:
    """A light question came in on `datum`, at the practice of a POH Jeugd or else at the local team.

    Returns its id. Refused: datum_in_toekomst, niet_gevonden.
    """
    _refuse_future(datum)
    poh = by.rol is Rol.POH_JEUGD
    with act("register_lichte_hulp", by=by, formulier=formulier) as spoor:
        gemeente = _child(by, jeugdige_id, spoor)
        row = LichteHulp.objects.create(
            jeugdige_id=jeugdige_id,
            soort="poh_jeugd" if poh else "lokaal_team",
            praktijk_id=by.organisatie_id if poh else None,
            datum=datum,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("lichte_hulp", row.pk)
        return row.pk


def register_lichte_stap(
    *, by: Actor, lichte_hulp_id: UUID, stap: LichteStap, formulier: UUID | None = None
) -> UUID:
    """The first talk, or how light help ended. Refused: niet_gevonden, and as `check_lichte_stap`."""
    with act("register_lichte_hulp", by=by, formulier=formulier) as spoor:
        hulp = LichteHulp.objects.current().filter(pk=lichte_hulp_id, ingetrokken=False).first()
        if hulp is None or (hulp.soort == "poh_jeugd") != (by.rol is Rol.POH_JEUGD):
            raise Refused("niet_gevonden")
        gemeente = _child(by, hulp.jeugdige_id, spoor)
        rows = LichteHulpStap.objects.current().filter(lichte_hulp=hulp, ingetrokken=False)
        eerder = [LichteStap(row.soort, row.datum) for row in rows.order_by("datum", "vastgelegd_at")]
        check_lichte_stap(hulp.datum, eerder, stap, today=vandaag())
        row = LichteHulpStap.objects.create(
            lichte_hulp=hulp,
            soort=stap.soort,
            datum=stap.datum,
            minuten=stap.minuten,
            gesprekken=stap.gesprekken,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("lichte_hulp", hulp.pk)
        return row.pk


def register_voorliggend(
    *,
    by: Actor,
    jeugdige_id: UUID,
    voorziening: str,
    datum: date,
    tot_datum: date | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """A child uses a voorliggende voorziening from `datum` until just before `tot_datum`.

    Refused: voorziening_ontbreekt, datum_in_toekomst, periode_omgekeerd, niet_gevonden.
    """
    if not voorziening.strip():
        raise Refused("voorziening_ontbreekt")
    _refuse_future(datum)
    if tot_datum is not None and tot_datum <= datum:
        raise Refused("periode_omgekeerd")
    with act("register_voorliggend", by=by, formulier=formulier) as spoor:
        gemeente = _child(by, jeugdige_id, spoor)
        row = VoorliggendGebruik.objects.create(
            jeugdige_id=jeugdige_id,
            voorziening=voorziening.strip()[:80],
            datum=datum,
            tot_datum=tot_datum,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("persoon", jeugdige_id)
        return row.pk


def register_ervaring(
    *, by: Actor, casus_id: UUID, wie: str, passend: int, datum: date, formulier: UUID | None = None
) -> UUID:
    """The answer of a child or a parent to: was the help fitting? From 1 (not at all) to 5 (entirely).

    Refused: antwoord_onbekend, datum_in_toekomst, niet_gevonden.
    """
    if wie not in dict(Ervaring.WIE) or not 1 <= passend <= 5:
        raise Refused("antwoord_onbekend")
    _refuse_future(datum)
    with act("register_ervaring", by=by, formulier=formulier) as spoor:
        casus = visible_casussen(by, vandaag()).filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        row = Ervaring.objects.create(
            casus=casus, wie=wie, passend=passend, datum=datum, **written_by(by, casus.gemeente_id)
        )
        spoor.onderwerp("casus", casus.pk)
        spoor.touched(casus.jeugdige_id, casus.gemeente_id)
        return row.pk


def _refuse_future(datum: date) -> None:
    if datum > vandaag():
        raise Refused("datum_in_toekomst")


def _child(by: Actor, jeugdige_id: UUID, spoor: Spoor) -> str:
    """The municipality of a child of a family that the actor works with. Refused: niet_gevonden."""
    lid = Gezinslid.objects.on(vandaag()).filter(
        persoon_id=jeugdige_id, rol="jeugdige", gezin__in=visible_gezinnen(by, vandaag()).values("pk")
    )
    gemeente = lid.values_list("gezin__gemeente_id", flat=True).first()
    if gemeente is None:
        raise Refused("niet_gevonden")
    spoor.touched(jeugdige_id, gemeente)
    return gemeente
