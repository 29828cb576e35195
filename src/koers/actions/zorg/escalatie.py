"""An answer that stays away goes to contract management by itself; what came of it is written down.

The work of the day writes one fact per toewijzing. Done twice, or by two processes at once, it writes nothing
more; a day on which it did not run is caught up the next time.
"""

from uuid import UUID

from django.db.models import Q

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.zorg.acceptatie_lezen import pictures
from koers.actions.zorg.acceptatielijst import Lijstregel, holds_since, lines_of
from koers.actions.zorg.einden import with_end
from koers.authorization.zicht import unanswered, visible_escalaties
from koers.domain.acceptatie import GEOPEND, RONDT_AF, UITKOMSTEN_ESCALATIE, state_of_escalatie
from koers.domain.actor import Actor
from koers.domain.toestanden.acceptatie import ANTWOORDESCALATIE
from koers.domain.weigering import Refused
from koers.registers.kern.models import Slot
from koers.registers.klok import vandaag
from koers.registers.zorg.models import AntwoordEscalatie, Toewijzing


def escalate_antwoorden(*, by: Actor) -> int:
    """Brings every answer that is a working day or more too late to contract management. How many."""
    today = vandaag()
    with act("escalate_antwoorden", by=by) as spoor:
        Slot.objects.lock("antwoordescalaties")  # two at once would both find the same fact missing
        rows = list(
            with_end(Toewijzing.objects.current().filter(unanswered(), ingetrokken=False))
            .filter(Q(einde__isnull=True) | Q(einde__gt=today), datum__gte=holds_since())
            .filter(escalaties__isnull=True)
            .select_related("contractproduct", "casus__melding")
        )
        beelden = pictures(rows)
        late = [row for row in rows if beelden[row.pk].wacht_op_antwoord and beelden[row.pk].te_laat]
        for row in late:
            ANTWOORDESCALATIE.move("nieuw", "escalate_antwoorden")
            _write(by, row, GEOPEND, beelden[row.pk].uiterlijk)
            spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
        spoor.note(geescaleerd=len(late))
        return len(late)


def read_escalatie(*, by: Actor, toewijzing_id: UUID) -> Lijstregel:
    """One answer that came to contract management. Refused: niet_gevonden."""
    with act("close_escalatie", by=by) as spoor:
        found = visible_escalaties(by).filter(pk=toewijzing_id)
        lines = lines_of(found)
        if not lines:
            raise Refused("niet_gevonden")
        spoor.onderwerp("toewijzing", toewijzing_id)
        spoor.seen(*found.values_list("casus__jeugdige", "gemeente").get())
        return lines[0]


def close_escalatie(
    *, by: Actor, toewijzing_id: UUID, uitkomst: str, toelichting: str = "", formulier: UUID | None = None
) -> UUID:
    """What came of a late answer. Refused: niet_gevonden, overgang_mag_niet, afhandeling_onbekend."""
    if uitkomst not in UITKOMSTEN_ESCALATIE:
        raise Refused("afhandeling_onbekend")
    with act("close_escalatie", by=by, formulier=formulier) as spoor:
        row = (
            visible_escalaties(by)
            .select_for_update(of=("self",))
            .select_related("casus")
            .filter(pk=toewijzing_id)
            .first()
        )
        if row is None:
            raise Refused("niet_gevonden")
        facts = list(AntwoordEscalatie.objects.current().filter(toewijzing=row, ingetrokken=False))
        ANTWOORDESCALATIE.move(state_of_escalatie([een.soort for een in facts]), "close_escalatie")
        _write(by, row, RONDT_AF, facts[0].uiterlijk, uitkomst=uitkomst, toelichting=toelichting.strip())
        spoor.onderwerp("toewijzing", row.pk)
        spoor.note(uitkomst=uitkomst)
        spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
        return row.pk


def _write(by: Actor, row: Toewijzing, soort: str, uiterlijk, **meer: str) -> None:
    AntwoordEscalatie.objects.create(
        toewijzing=row,
        soort=soort,
        uiterlijk=uiterlijk,
        datum=vandaag(),
        **meer,
        **written_by(by, row.gemeente_id),
    )
