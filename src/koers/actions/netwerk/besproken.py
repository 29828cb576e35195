"""What meetings did with published reports: at which item each lay on the table, and what was decided."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from koers.actions.handeling import act
from koers.actions.netwerk.vergaderingen import punt_stand
from koers.authorization.poort import may
from koers.authorization.zicht_netwerk import visible_vergaderingen
from koers.domain.actor import Actor
from koers.registers.netwerk.models import Agendapunt


@dataclass(frozen=True, slots=True)
class Besproken:
    """An item about a report. `stand`: of the item; `besluit`: what was decided, empty without a besluit."""

    rapportage: UUID
    vergadering: UUID
    gremium: str
    datum: date
    volgorde: int
    titel: str
    stand: str
    besluit: str


def read_besproken(*, by: Actor | None, rapportage_id: UUID | None = None) -> tuple[Besproken, ...]:
    """Items of meetings this actor sees with a report on the table (all, or this one), the first day first.

    Nothing for who may not read meetings.
    """
    if by is None or not may(by, "read_vergaderingen"):
        return ()
    with act("read_vergaderingen", by=by):
        rows = Agendapunt.objects.filter(vergadering__in=visible_vergaderingen(by).values("pk"))
        if rapportage_id is None:
            rows = rows.filter(rapportage__isnull=False)
        else:
            rows = rows.filter(rapportage__rapportage=rapportage_id)
        joined = rows.select_related("vergadering", "besluit").annotate(laag=F("rapportage__rapportage"))
        return tuple(
            Besproken(
                rapportage=row.laag,
                vergadering=row.vergadering_id,
                gremium=row.vergadering.gremium,
                datum=row.vergadering.datum,
                volgorde=row.volgorde,
                titel=row.titel,
                stand=punt_stand(row),
                besluit=row.besluit.tekst if hasattr(row, "besluit") else "",
            )
            for row in joined.order_by("vergadering__datum", "volgorde")
        )
