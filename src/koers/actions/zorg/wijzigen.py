"""A toewijzing ends later or earlier, or is taken away; the provider hears it by the same act."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.kern.een_persoon import rows_anywhere
from koers.actions.zorg.casusgeld import refuse_after_move
from koers.actions.zorg.einden import amount_of, beside_others, with_amount, with_end
from koers.actions.zorg.uitgaand import queue_toewijzingen
from koers.actions.zorg.verzoeken import grant, reference_of
from koers.authorization.zicht import visible_toewijzingen
from koers.domain.actor import Actor
from koers.domain.toewijzingsberichten import GELIJK, Gegeven, Hoeveelheid, check_wijziging
from koers.domain.toewijzingsvarianten import IN_TOTAAL, Lopend, check_stapeling
from koers.domain.weigering import Refused
from koers.registers.kern.models import Organisatie
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus
from koers.registers.zorg.models import (
    Declaratie,
    Toewijzing,
    ToewijzingWijziging,
    TrajectStap,
)


def change_toewijzing(  # noqa: PLR0913  what somebody may change at once
    *,
    by: Actor,
    toewijzing_id: UUID,
    reden: str,
    tot_datum: date | None = None,
    hoeveel: Hoeveelheid = GELIJK,
    akkoord: bool = False,
    verzoek_id: UUID | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """Gives a toewijzing another end, total or budget, or takes it away (13). `reden`: JZ002. `akkoord`: the
    provider agrees.

    Returns the id of the change. Refused: niet_gevonden, geen_besluit, andere_gemeente_betaalt, and as
    `check_wijziging` and `check_stapeling`.
    """
    with act("change_toewijzing", by=by, formulier=formulier) as spoor:
        row = lock_toewijzing(by, toewijzing_id)
        wijziging = write_wijziging(
            by, row, reden, tot_datum, hoeveel=hoeveel, akkoord=akkoord, verzoek_id=verzoek_id
        )
        if verzoek_id:
            grant(by, verzoek_id, row)
        spoor.onderwerp("toewijzing", row.pk)
        spoor.note(reden=reden)
        spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
        queue_toewijzingen(by, row, spoor)
        return wijziging.pk


def lock_toewijzing(by: Actor, toewijzing_id: UUID) -> Toewijzing:
    """The row, locked: two changes at once would each see the other one missing. Refused: niet_gevonden."""
    row = (
        visible_toewijzingen(by, vandaag())
        .select_for_update(of=("self",))
        .select_related("casus__jeugdige", "besluit", "contractproduct__aanbieder")
        .filter(pk=toewijzing_id)
        .first()
    )
    if row is None:
        raise Refused("niet_gevonden")
    return row


def write_wijziging(
    by: Actor,
    row: Toewijzing,
    reden: str,
    tot_datum: date | None,
    *,
    hoeveel: Hoeveelheid = GELIJK,
    akkoord: bool,
    verzoek_id: UUID | None = None,
) -> ToewijzingWijziging:
    """The change as a fact; inside an act that locked the row. Refused: as `change_toewijzing`."""
    nu = _as_given(row)
    nieuw = check_wijziging(
        nu,
        reden,
        tot_datum,
        akkoord=akkoord,
        today=vandaag(),
        hoeveel=hoeveel,
        op_verzoek=verzoek_id is not None,
    )
    later = nieuw is None or (nu.tot_datum is not None and nieuw > nu.tot_datum)
    if later and nieuw != nu.tot_datum:
        _check_ground(row, nieuw)
        refuse_after_move(row.casus, nieuw)
        refuse_stacking(row.casus, row.contractproduct.aanbieder, replace(_beside(row), tot_datum=nieuw))
    return ToewijzingWijziging.objects.create(
        toewijzing=row,
        datum=vandaag(),
        reden=reden,
        tot_datum=nieuw,
        volume=nu.omvang.volume if hoeveel.volume is None and nu.omvang else hoeveel.volume,
        budget_cent=hoeveel.budget_cent if hoeveel.budget_cent is not None else nu.budget_cent,
        referentie=reference_of(by, verzoek_id, row.casus) if verzoek_id else "",
        **written_by(by, row.gemeente_id),
    )


def _as_given(row: Toewijzing) -> Gegeven:
    now = with_amount(Toewijzing.objects.filter(pk=row.pk)).get()
    steps = TrajectStap.objects.current().filter(toewijzing=row, ingetrokken=False)
    paid = list(
        Declaratie.objects.current()
        .filter(toewijzing=row, ingetrokken=False)
        .values_list("bedrag_cent", "volume", "vorige_referentie")
    )
    omvang, besteed = amount_of(now), sum(bedrag for bedrag, _, _ in paid)
    geleverd = sum((volume or 0) * (-1 if terug else 1) for _, volume, terug in paid)
    return Gegeven(
        row.ingangsdatum,
        now.einde,
        omvang,
        gestart=steps.exists(),
        gedeclareerd=besteed != 0,
        budget_cent=now.nu_budget_cent,
        verbruikt=geleverd if omvang is not None and omvang.frequentie == IN_TOTAAL else besteed,
    )


def _beside(row: Toewijzing) -> Lopend:
    return beside_others(
        with_end(Toewijzing.objects.filter(pk=row.pk)).select_related("contractproduct").get()
    )


def _check_ground(row: Toewijzing, tot_datum: date | None) -> None:
    """Help that stands on a besluit goes on no longer than that besluit. Refused: geen_besluit."""
    besluit = row.besluit
    if besluit is None or besluit.tot_datum is None:
        return
    if tot_datum is None or tot_datum > besluit.tot_datum:
        raise Refused("geen_besluit")


def refuse_stacking(
    casus: Casus, aanbieder: Organisatie, nieuw: Lopend, *, behalve: Toewijzing | None = None
) -> None:
    """No second toewijzing of the same help for the same days at one provider.

    Only for a provider that works with messages, who would refuse it. Refused: as `check_stapeling`.
    """
    if not aanbieder.agb:
        return
    rows = Toewijzing.objects.current().filter(
        gemeente=casus.gemeente_id,
        ingetrokken=False,
        casus__jeugdige__in=rows_anywhere(casus.jeugdige_id),
        contractproduct__aanbieder=aanbieder,
        nummer__isnull=False,
    )
    if behalve is not None:
        rows = rows.exclude(pk=behalve.pk)
    check_stapeling(nieuw, [beside_others(een) for een in with_end(rows).select_related("contractproduct")])


def end_of(toewijzing: Toewijzing) -> date | None:
    """The day on which the toewijzing no longer holds, after its last change."""
    changes = ToewijzingWijziging.objects.current().filter(toewijzing=toewijzing, ingetrokken=False)
    last = changes.order_by("-datum", "-vastgelegd_at", "pk").first()
    return last.tot_datum if last else toewijzing.tot_datum
