"""What somebody hands over, and when it was last taken away: from the log, which every delivery is in."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from koers.actions.handeling import act
from koers.authorization.poort import may
from koers.domain.actor import Actor
from koers.registers.kern.models import LogRegel

# Kind -> its act in the log; the address of its page is `uitlevering-<kind>`.
SOORTEN = {
    "beleidsinformatie": "export_beleidsinformatie",
    "contractlijst": "export_contractlijst",
    "gebeurtenissen": "export_gebeurtenissen",
}


@dataclass(frozen=True, slots=True)
class Uitlevering:
    """One kind of delivery that the actor makes; `laatst_at`: when they themselves last took it away."""

    soort: str
    laatst_at: datetime | None


def read_uitleveringen(*, by: Actor) -> tuple[Uitlevering, ...]:
    """The kinds for this role."""
    with act("read_uitleveringen", by=by):
        mine = {soort: name for soort, name in SOORTEN.items() if may(by, name)}
        done = LogRegel.objects.filter(by_id=by.id, handeling__in=mine.values())
        last = dict(done.values_list("handeling").annotate(laatst=Max("tijdstip_at")))
        return tuple(Uitlevering(soort, last.get(name)) for soort, name in mine.items())
