"""A provider asks in the browser for longer help; it lands on the desk beside the requests by message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from koers.actions.handeling import act
from koers.actions.zorg.einden import with_amount
from koers.authorization.zicht import visible_toewijzingen
from koers.domain.actor import Actor
from koers.domain.toestanden.verzoek import ONDERZOEK, OPEN, VERZOEK
from koers.domain.verzoeken import (
    WIJZIGING,
    WIJZIGT,
    Wens,
    answer_before,
    as_stored,
    as_wensen,
    check_verlenging,
    state_of_verzoek,
)
from koers.domain.weigering import Refused
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import Toewijzing, Verzoek


@dataclass(frozen=True, slots=True)
class Verlenging:
    """A request to go on until `einddatum`, as its provider sees it. `reden`: WJ759, when it was rejected."""

    gevraagd: date
    einddatum: date | None
    uiterlijk: date
    toestand: str
    reden: str


def ask_verlenging(*, by: Actor, toewijzing_id: UUID, einddatum: date, formulier: UUID | None = None) -> UUID:
    """Asks the gemeente for help until and with `einddatum`. Returns the id of the request.

    Refused: niet_gevonden, verzoek_loopt_al, and as `check_verlenging`.
    """
    with act("ask_verlenging", by=by, formulier=formulier) as spoor:
        row = (
            with_amount(visible_toewijzingen(by, vandaag()))
            .select_for_update(of=("self",))
            .select_related("casus", "contractproduct")
            .filter(pk=toewijzing_id)
            .first()
        )
        if row is None:
            raise Refused("niet_gevonden")
        check_verlenging(row.einde, einddatum, today=vandaag())
        if any(een.toestand in (OPEN, ONDERZOEK) for een in extensions_of(row)):
            raise Refused("verzoek_loopt_al")
        VERZOEK.move("nieuw", "ask_verlenging")
        wens = Wens(
            WIJZIGT,
            nummer=row.nummer,
            begindatum=row.ingangsdatum,
            einddatum=einddatum,
            volume=row.nu_volume,
            eenheid=row.eenheid,
            frequentie=row.frequentie,
            budget_cent=row.nu_budget_cent,
        )
        verzoek = Verzoek.objects.create(
            gemeente_id=row.gemeente_id,
            volgnummer=1,
            soort=WIJZIGING,
            aanbieder_id=row.contractproduct.aanbieder_id,
            referentie=f"Koers-{uuid4().hex[:12]}",
            persoon_id=row.casus.jeugdige_id,
            wensen=as_stored([wens]),
            ontvangen_datum=vandaag(),
            uiterlijk_datum=answer_before(vandaag()),
            vastgelegd_at=nu(),
        )
        spoor.onderwerp("toewijzing", row.pk)
        spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
        return verzoek.pk


def extensions_of(row: Toewijzing) -> Sequence[Verlenging]:
    """What its provider asked in the browser about this toewijzing, newest first; inside an act."""
    asked = (
        Verzoek.objects.filter(
            gemeente=row.gemeente_id,
            aanbieder=row.contractproduct.aanbieder_id,
            persoon=row.casus.jeugdige_id,
            bericht__isnull=True,
        )
        .prefetch_related("stappen")
        .order_by("-vastgelegd_at", "pk")
    )
    found = []
    for een in asked:
        wens = as_wensen(een.wensen)[0]
        if wens.nummer == row.nummer:
            steps = [stap for stap in een.stappen.all() if not stap.ingetrokken]
            found.append(
                Verlenging(
                    een.ontvangen_datum,
                    wens.einddatum,
                    een.uiterlijk_datum,
                    state_of_verzoek(stap.soort for stap in steps),
                    next((stap.reden for stap in steps if stap.reden), ""),
                )
            )
    return found
