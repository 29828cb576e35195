"""What a provider sees: the toewijzingen that were given to it, and only what those need."""

from uuid import UUID

from koers.actions.handeling import act
from koers.actions.toegang.lezen import ToewijzingBeeld, toewijzing_pictures
from koers.authorization.zicht import visible_toewijzingen
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag

MEEST = 200


def read_toewijzingen(*, by: Actor) -> tuple[ToewijzingBeeld, ...]:
    """The newest toewijzingen to the own organisation."""
    with act("read_toewijzingen", by=by) as spoor:
        found = visible_toewijzingen(by, vandaag())
        newest = list(
            found.order_by("-datum", "pk").values_list("pk", "casus__jeugdige_id", "gemeente_id")[:MEEST]
        )
        for _, kind, gemeente in newest:
            spoor.seen(kind, gemeente)
        return toewijzing_pictures(found.filter(pk__in=[pk for pk, _, _ in newest]))


def read_toewijzing(*, by: Actor, toewijzing_id: UUID) -> ToewijzingBeeld:
    """One toewijzing with its steps. Refused: niet_gevonden."""
    with act("read_toewijzing", by=by) as spoor:
        found = visible_toewijzingen(by, vandaag()).filter(pk=toewijzing_id)
        row = found.values_list("casus__jeugdige_id", "gemeente_id").first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("toewijzing", toewijzing_id)
        spoor.seen(*row)
        return toewijzing_pictures(found)[0]
