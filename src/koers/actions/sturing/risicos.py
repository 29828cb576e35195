"""What a beleidsadviseur writes in the register of risks of the own municipality. All of it is a new fact."""

from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.sturing.agenda import LANGSTE_REDEN, VOLGORDE, lock
from koers.analytics.measures import measures
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.risicos import (
    LANGSTE_EIGENAAR,
    LANGSTE_NAAM,
    NieuwOordeel,
    NieuwRisico,
    NieuwSignaal,
    check_maatregel,
    check_oordeel,
    check_risico,
    check_settled,
    check_signaal,
)
from koers.domain.toestanden.risico import RISICO, RISICOMAATREGEL
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import (
    Risico,
    Risicomaatregel,
    RisicomaatregelStap,
    RisicoOordeel,
    Risicosignaal,
    RisicoStap,
)


def add_risico(
    *, by: Actor, gemeente: str, nieuw: NieuwRisico, oordeel: NieuwOordeel, formulier: UUID | None = None
) -> UUID:
    """A risk with its first judgement. Returns its id.

    Refused: niet_gevonden, and as `check_risico` and `check_oordeel`.
    """
    with act("add_risico", by=by, formulier=formulier) as spoor:
        if gemeente not in by.gemeenten:
            raise Refused("niet_gevonden")
        check_risico(nieuw, beleid().risicos.keys())
        row = Risico.objects.create(
            naam=nieuw.naam.strip()[:LANGSTE_NAAM],
            oorzaak=nieuw.oorzaak.strip(),
            gevolg=nieuw.gevolg.strip(),
            beleidsrisico=nieuw.beleidsrisico,
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("risico", row.pk)
        _judge(by, row, oordeel)
        return row.pk


def judge_risico(*, by: Actor, risico_id: UUID, oordeel: NieuwOordeel, formulier: UUID | None = None) -> UUID:
    """The risk is looked at again; every earlier judgement stays. Returns the risk's id.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_oordeel`.
    """
    with act("judge_risico", by=by, formulier=formulier) as spoor:
        row = _lock_open(by, risico_id, "judge_risico", spoor)
        _judge(by, row, oordeel)
        return row.pk


def add_risicomaatregel(
    *, by: Actor, risico_id: UUID, wat: str, wie: str, uiterlijk: date, formulier: UUID | None = None
) -> UUID:
    """Something is done against a risk. Returns the risk's id.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_maatregel`.
    """
    with act("add_risicomaatregel", by=by, formulier=formulier) as spoor:
        row = _lock_open(by, risico_id, "add_risicomaatregel", spoor)
        check_maatregel(wat, wie, uiterlijk, vandaag())
        Risicomaatregel.objects.create(
            risico=row,
            wat=wat.strip(),
            wie=wie.strip()[:LANGSTE_EIGENAAR],
            uiterlijk=uiterlijk,
            datum=vandaag(),
            **written_by(by, row.gemeente_id),
        )
        return row.pk


def settle_risicomaatregel(
    *,
    by: Actor,
    maatregel_id: UUID,
    keuze: str,
    datum: date,
    reden: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """A measure was done on `datum`, or will not be done. Returns the risk's id.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_settled`.
    """
    with act("settle_risicomaatregel", by=by, formulier=formulier) as spoor:
        row = lock(by, Risicomaatregel, maatregel_id)
        spoor.onderwerp("risicomaatregel", row.pk)
        check_settled(keuze, reden, datum, vandaag())
        last = row.stappen.order_by(*VOLGORDE).last()
        now = last.soort if last else RISICOMAATREGEL.begin
        RisicomaatregelStap.objects.create(
            maatregel=row,
            soort=RISICOMAATREGEL.move(now, "settle_risicomaatregel", keuze),
            reden=reden.strip(),
            naam=by.naam,
            datum=datum,
            **written_by(by, row.gemeente_id),
        )
        return row.risico_id


def watch_indicator(
    *, by: Actor, risico_id: UUID, signaal: NieuwSignaal, formulier: UUID | None = None
) -> UUID:
    """An indicator warns of this risk from a threshold on. Returns the risk's id.

    Refused: niet_gevonden, and as `check_signaal`.
    """
    with act("watch_indicator", by=by, formulier=formulier) as spoor:
        row = lock(by, Risico, risico_id)
        spoor.onderwerp("risico", row.pk)
        there = visible_agenda(by, Risicosignaal).filter(risico=row)
        check_signaal(signaal, measures().keys(), set(there.values_list("indicator", flat=True)))
        Risicosignaal.objects.create(
            risico=row,
            indicator=signaal.indicator,
            kant=signaal.kant,
            grens=signaal.grens,
            datum=vandaag(),
            **written_by(by, row.gemeente_id),
        )
        return row.pk


def unwatch_indicator(*, by: Actor, signaal_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """An indicator does not warn of this risk any more. Returns the risk's id.

    Refused: niet_gevonden, reden_verplicht, tekst_te_lang.
    """
    with act("unwatch_indicator", by=by, formulier=formulier) as spoor:
        row = lock(by, Risicosignaal, signaal_id)
        spoor.onderwerp("risico", row.risico_id)
        Risicosignaal.objects.create(
            risico_id=row.risico_id,
            indicator=row.indicator,
            kant=row.kant,
            grens=row.grens,
            datum=vandaag(),
            vervangt=row,
            ingetrokken=True,
            reden_correctie=check_tekst(reden, "reden_verplicht")[:LANGSTE_REDEN],
            **written_by(by, row.gemeente_id),
        )
        return row.risico_id


def close_risico(*, by: Actor, risico_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """It is no risk any more. Refused: niet_gevonden, overgang_mag_niet, reden_verplicht, tekst_te_lang."""
    with act("close_risico", by=by, formulier=formulier) as spoor:
        return _step(by, risico_id, "close_risico", reden, spoor)


def reopen_risico(*, by: Actor, risico_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """It is a risk after all. Refused: as `close_risico`."""
    with act("reopen_risico", by=by, formulier=formulier) as spoor:
        return _step(by, risico_id, "reopen_risico", reden, spoor)


def risk_state(row: Risico) -> str:
    """Where it stands now."""
    last = row.stappen.order_by(*VOLGORDE).last()
    return last.soort if last else RISICO.begin


def _lock_open(by: Actor, risico_id: UUID, handeling: str, spoor: Spoor) -> Risico:
    row = lock(by, Risico, risico_id)
    spoor.onderwerp("risico", row.pk)
    RISICO.move(risk_state(row), handeling)
    return row


def _judge(by: Actor, row: Risico, nieuw: NieuwOordeel) -> None:
    check_oordeel(nieuw, vandaag())
    RisicoOordeel.objects.create(
        risico=row,
        kans=nieuw.kans,
        impact=nieuw.impact,
        waarom=nieuw.waarom.strip(),
        eigenaar=nieuw.eigenaar.strip()[:LANGSTE_EIGENAAR],
        herzien_op=nieuw.herzien_op,
        naam=by.naam,
        datum=vandaag(),
        **written_by(by, row.gemeente_id),
    )


def _step(by: Actor, risico_id: UUID, handeling: str, reden: str, spoor: Spoor) -> Any:
    row = lock(by, Risico, risico_id)
    spoor.onderwerp("risico", row.pk)
    RisicoStap.objects.create(
        risico=row,
        soort=RISICO.move(risk_state(row), handeling),
        reden=check_tekst(reden, "reden_verplicht"),
        naam=by.naam,
        datum=vandaag(),
        **written_by(by, row.gemeente_id),
    )
    return row.pk
