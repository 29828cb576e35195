"""Another gemeente pays from a day on: what we gave ends there, and every provider hears it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import rows_anywhere
from koers.actions.zorg.casusgeld import payer_of, stays_now
from koers.actions.zorg.einden import with_end
from koers.actions.zorg.uitgaand import queue_toewijzingen
from koers.actions.zorg.wijzigen import lock_toewijzing, write_wijziging
from koers.authorization.zicht import visible_casussen, visible_toewijzingen
from koers.domain.actor import Actor
from koers.domain.toewijzingsberichten import VERWIJDERD
from koers.domain.weigering import Refused
from koers.domain.woonplaats import VERHUIZING, Overdracht, check_overdracht
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus
from koers.registers.zorg.models import Woonplaats


def hand_over_woonplaats(
    *,
    by: Actor,
    casus_id: UUID,
    nieuw: Overdracht,
    bekend: Collection[str],
    akkoord: bool = False,
    formulier: UUID | None = None,
) -> UUID:
    """Another gemeente pays for this child: every toewijzing of ours ends on the day before.

    `bekend`: CBS codes of municipalities; `akkoord`: the providers agree with a last day that is past. What
    would only begin later is taken away. Returns the id of the fact. Refused: niet_gevonden, and as
    `check_overdracht` and `check_wijziging`.
    """
    with act("hand_over_woonplaats", by=by, formulier=formulier) as spoor:
        casus = visible_casussen(by, vandaag()).filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        check_overdracht(
            nieuw,
            eigen=payer_of(casus).gemeentecode,
            bekend=bekend,
            met_verblijf=stays_now(casus),
            today=vandaag(),
        )
        row = Woonplaats.objects.create(
            casus=casus,
            datum=vandaag(),
            gemeentecode=nieuw.gemeentecode,
            per_datum=nieuw.per_datum,
            grond=nieuw.grond,
            bevestigd_door=nieuw.bevestigd_door.strip(),
            bevestigd_datum=nieuw.bevestigd_datum or vandaag(),
            **written_by(by, casus.gemeente_id),
        )
        spoor.onderwerp("casus", casus.pk)
        spoor.touched(casus.jeugdige_id, casus.gemeente_id)
        spoor.note(gemeente=nieuw.gemeentecode, toewijzingen=_end_all(by, casus, nieuw, spoor, akkoord))
        return row.pk


def _end_all(by: Actor, casus: Casus, nieuw: Overdracht, spoor: Spoor, akkoord: bool) -> int:
    """Ends what runs on and takes away what is to begin; one message to each provider. How many."""
    dag = nieuw.per_datum
    ours = visible_toewijzingen(by, vandaag()).filter(
        casus__jeugdige__in=rows_anywhere(casus.jeugdige_id), gemeente=casus.gemeente_id
    )
    found: list[Any] = [
        row
        for row in with_end(ours).order_by("ingangsdatum", "pk")
        if row.einde != row.ingangsdatum and (row.einde is None or row.einde > dag)
    ]
    per_aanbieder = {}
    for een in found:
        row = lock_toewijzing(by, een.pk)
        if een.ingangsdatum >= dag:
            write_wijziging(by, row, VERWIJDERD, None, akkoord=akkoord)
        else:
            write_wijziging(by, row, VERHUIZING, dag, akkoord=akkoord)
        per_aanbieder[row.contractproduct.aanbieder_id] = row
    for row in per_aanbieder.values():
        queue_toewijzingen(by, row, spoor)
    return len(found)
