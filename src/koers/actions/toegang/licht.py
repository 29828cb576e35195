"""What happens beside a besluit: light help, use of what is there for everybody, and how it was found."""

from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_casussen, visible_jeugdigen, visible_lichte_hulp
from koers.domain.actor import Actor
from koers.domain.lichte_hulp import START, LichteStap, check_lichte_stap
from koers.domain.rollen import LICHTE_HULP, Rol
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Ervaring, LichteHulp, LichteHulpStap, VoorliggendGebruik


def register_lichte_hulp(
    *, by: Actor, jeugdige_id: UUID, datum: date, vraag: str = "", formulier: UUID | None = None
) -> UUID:
    """A light question came in on `datum`, at the practice or organisation of the actor or at the local team.

    Returns its id. Refused: datum_in_toekomst, niet_gevonden.
    """
    _refuse_future(datum)
    with act("register_lichte_hulp", by=by, formulier=formulier) as spoor:
        gemeente = _child(by, jeugdige_id, spoor)
        row = write_lichte_hulp(by, jeugdige_id, datum, vraag, gemeente)
        spoor.onderwerp("lichte_hulp", row.pk)
        return row.pk


def write_lichte_hulp(by: Actor, jeugdige_id: UUID, datum: date, vraag: str, gemeente: str) -> LichteHulp:
    """The same, inside an act."""
    return LichteHulp.objects.create(
        jeugdige_id=jeugdige_id,
        soort="poh_jeugd" if by.rol is Rol.POH_JEUGD else "lokaal_team",
        praktijk_id=by.organisatie_id if by.rol in LICHTE_HULP else None,
        datum=datum,
        vraag=vraag,
        **written_by(by, gemeente),
    )


def register_lichte_stap(
    *, by: Actor, lichte_hulp_id: UUID, stap: LichteStap, formulier: UUID | None = None
) -> UUID:
    """The first talk, or how light help ended. Who is not of the toegang steps up with `step_up_lichte_hulp`.

    Refused: niet_gevonden, opschalen_met_overdracht, and as `check_lichte_stap`.
    """
    handeling = "begin_lichte_hulp" if stap.soort == START else "end_lichte_hulp"
    with act(handeling, by=by, formulier=formulier) as spoor:
        hulp = find_lichte_hulp(by, lichte_hulp_id, spoor)
        if stap.soort == "opgeschaald" and by.rol in LICHTE_HULP:
            raise Refused("opschalen_met_overdracht")
        return write_stap(by, hulp, stap).pk


def find_lichte_hulp(by: Actor, lichte_hulp_id: UUID, spoor: Spoor) -> LichteHulp:
    """The light help, held until the act ends: two ends at once would each see the other one missing.

    Refused: niet_gevonden.
    """
    found = visible_lichte_hulp(by, vandaag()).select_for_update(of=("self",)).select_related("jeugdige")
    hulp = found.filter(pk=lichte_hulp_id).first()
    if hulp is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("lichte_hulp", hulp.pk)
    spoor.touched(hulp.jeugdige_id, hulp.gemeente_id)
    return hulp


def write_stap(by: Actor, hulp: LichteHulp, stap: LichteStap) -> LichteHulpStap:
    """A step after those that are there. Refused: as `check_lichte_stap`."""
    rows = LichteHulpStap.objects.current().filter(lichte_hulp=hulp, ingetrokken=False)
    eerder = [LichteStap(row.soort, row.datum) for row in rows.order_by("datum", "vastgelegd_at")]
    check_lichte_stap(hulp.datum, eerder, stap, today=vandaag())
    return LichteHulpStap.objects.create(
        lichte_hulp=hulp,
        soort=stap.soort,
        datum=stap.datum,
        minuten=stap.minuten,
        gesprekken=stap.gesprekken,
        **written_by(by, hulp.gemeente_id),
    )


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
    lid = visible_jeugdigen(by, vandaag()).filter(persoon_id=jeugdige_id)
    gemeente = lid.values_list("gezin__gemeente_id", flat=True).first()
    if gemeente is None:
        raise Refused("niet_gevonden")
    spoor.touched(jeugdige_id, gemeente)
    return gemeente
