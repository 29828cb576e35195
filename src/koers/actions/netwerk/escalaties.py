"""Opening an escalation, informing who has to know, and what came of it. All of it is a new fact."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_escalaties import visible_escalatiecasussen, visible_escalatiegevallen
from koers.domain.actor import Actor
from koers.domain.escalaties import (
    Gemeld,
    NieuweEscalatie,
    Protocol,
    Stapregel,
    check_closing,
    check_escalatie,
    check_gemeld,
    check_no_person,
)
from koers.domain.toestanden.escalatie import ESCALATIE
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.escalations import Escalatieprotocol
from koers.policy.values import Tekst
from koers.registers.klok import dag_van, nu, vandaag
from koers.registers.netwerk.models import Escalatie, EscalatieStap, EscalatieVervolg
from koers.registers.toegang.models import Casus

VOLGORDE = ("vastgelegd_at", "pk")
# As long as a reason of a correction is kept (`Feit.reden_correctie`).
LANGSTE_REDEN = 200


def open_escalatie(
    *, by: Actor, nieuw: NieuweEscalatie, casus_id: UUID | None = None, formulier: UUID | None = None
) -> UUID:
    """Something got out of hand, or it is drilled; every step of the protocol gets its clock. Returns its id.

    Refused: niet_gevonden, escalatiesoort_onbekend, oefening_zonder_casus, and as `check_escalatie`.
    """
    with act("open_escalatie", by=by, formulier=formulier) as spoor:
        if nieuw.gemeente not in by.gemeenten:
            raise Refused("niet_gevonden")
        protocol = beleid().escalaties.get(nieuw.soort)
        if protocol is None:
            raise Refused("escalatiesoort_onbekend")
        check_escalatie(nieuw, nu())
        row = Escalatie.objects.create(
            soort=nieuw.soort,
            oefening=nieuw.oefening,
            omschrijving=nieuw.omschrijving.strip(),
            casus=_casus(by, nieuw, casus_id, spoor),
            begin_at=nieuw.begin,
            protocol=frozen(protocol),
            naam=by.naam,
            datum=dag_van(nieuw.begin),
            **written_by(by, nieuw.gemeente),
        )
        spoor.onderwerp("escalatie", row.pk)
        spoor.note(soort=nieuw.soort, oefening=nieuw.oefening)
        return row.pk


def inform_escalatie(*, by: Actor, escalatie_id: UUID, gemeld: Gemeld, formulier: UUID | None = None) -> UUID:
    """Who informed whom at which moment, or that a step was not needed. What stood there stays readable.

    Returns the id of the escalation. Refused: niet_gevonden, overgang_mag_niet, and as `check_gemeld`.
    """
    with act("inform_escalatie", by=by, formulier=formulier) as spoor:
        row = _lock(by, escalatie_id, spoor)
        ESCALATIE.move(state_of(row), "inform_escalatie")
        protocol_of(row).stap(gemeld.stap)
        earlier = row.stappen.current().filter(stap=gemeld.stap).first()
        check_gemeld(gemeld, row.begin_at, nu(), again=earlier is not None)
        EscalatieStap.objects.create(
            escalatie=row,
            stap=gemeld.stap,
            soort=gemeld.soort,
            **_told(gemeld),
            reden=gemeld.reden.strip(),
            naam=by.naam,
            datum=dag_van(gemeld.moment) if gemeld.moment else vandaag(),
            vervangt=earlier,
            reden_correctie=gemeld.reden.strip()[:LANGSTE_REDEN] if earlier else "",
            **written_by(by, row.gemeente_id),
        )
        return row.pk


def calm_escalatie(*, by: Actor, escalatie_id: UUID, tekst: str, formulier: UUID | None = None) -> UUID:
    """The danger is over. Refused: niet_gevonden, overgang_mag_niet, vervolg_zonder_tekst, tekst_te_lang,
    tekst_met_bsn."""
    with act("calm_escalatie", by=by, formulier=formulier) as spoor:
        return _move(by, _lock(by, escalatie_id, spoor), "calm_escalatie", tekst)


def evaluate_escalatie(
    *, by: Actor, escalatie_id: UUID, tekst: str, lessen: str, formulier: UUID | None = None
) -> UUID:
    """What happened, and what was learned. Refused: lessen_ontbreken, and as `calm_escalatie`."""
    with act("evaluate_escalatie", by=by, formulier=formulier) as spoor:
        row = _lock(by, escalatie_id, spoor)
        return _move(by, row, "evaluate_escalatie", tekst, check_tekst(lessen, "lessen_ontbreken"))


def end_escalatie(*, by: Actor, escalatie_id: UUID, tekst: str, formulier: UUID | None = None) -> UUID:
    """Nothing more has to be done. Refused: as `calm_escalatie` and `check_closing`."""
    with act("end_escalatie", by=by, formulier=formulier) as spoor:
        row = _lock(by, escalatie_id, spoor)
        stand = state_of(row)
        ESCALATIE.move(stand, "end_escalatie")
        check_closing(protocol_of(row), row.stappen.current().values_list("stap", flat=True), stand)
        return _move(by, row, "end_escalatie", tekst)


def reopen_escalatie(*, by: Actor, escalatie_id: UUID, tekst: str, formulier: UUID | None = None) -> UUID:
    """It flared up again; the clocks stay those of the first time. Refused: as `calm_escalatie`."""
    with act("reopen_escalatie", by=by, formulier=formulier) as spoor:
        return _move(by, _lock(by, escalatie_id, spoor), "reopen_escalatie", tekst)


def withdraw_escalatie(*, by: Actor, escalatie_id: UUID, tekst: str, formulier: UUID | None = None) -> UUID:
    """It was opened by mistake. It stays readable, with the reason. Refused: as `calm_escalatie`."""
    with act("withdraw_escalatie", by=by, formulier=formulier) as spoor:
        return _move(by, _lock(by, escalatie_id, spoor), "withdraw_escalatie", tekst)


# --- what the acts share ----------------------------------------------------------------------------


def state_of(row: Escalatie) -> str:
    """Where an escalation stands: what was written last."""
    last = max(row.vervolgen.all(), key=lambda een: (een.vastgelegd_at, een.pk), default=None)
    return last.soort if last else ESCALATIE.begin


def protocol_of(row: Escalatie) -> Protocol:
    """The protocol as it was when it was opened."""
    return Protocol.thawed(row.protocol)


def frozen(protocol: Escalatieprotocol) -> dict[str, object]:
    """The protocol of the policy as it is kept beside an escalation: plain values only."""
    stappen = tuple(
        Stapregel(
            id=een.id,
            rol=een.rol,
            wie=_both(een.wie),
            aan=_both(een.aan),
            binnen_uren=een.binnen_uren,
            zeggen=tuple(map(_both, een.zeggen)),
            niet_zeggen=tuple(map(_both, een.niet_zeggen)),
            normen=een.normen,
        )
        for een in protocol.stappen
    )
    versie = protocol.herkomst.definitie_versie
    return asdict(Protocol(_both(protocol.naam), versie, stappen, protocol.evaluatie_binnen_dagen))


def _both(tekst: Tekst) -> dict[str, str]:
    return {"nl": tekst.nl, "en": tekst.en}


def _told(gemeld: Gemeld) -> dict[str, str | datetime | None]:
    """Of a step that was not needed nobody is named, whatever was typed before."""
    if gemeld.soort != "gedaan":
        return {"wie": "", "aan": "", "moment_at": None}
    return {"wie": gemeld.wie.strip()[:120], "aan": gemeld.aan.strip()[:120], "moment_at": gemeld.moment}


def _casus(by: Actor, nieuw: NieuweEscalatie, casus_id: UUID | None, spoor: Spoor) -> Casus | None:
    if casus_id is None:
        return None
    if nieuw.oefening:
        raise Refused("oefening_zonder_casus")
    here = visible_escalatiecasussen(by, vandaag()).filter(gemeente=nieuw.gemeente)
    casus = here.filter(pk=casus_id).first()
    if casus is None:
        raise Refused("niet_gevonden")
    spoor.touched(casus.jeugdige_id, casus.gemeente_id)
    return casus


def _lock(by: Actor, escalatie_id: UUID, spoor: Spoor) -> Escalatie:
    row = visible_escalatiegevallen(by).select_for_update(of=("self",)).filter(pk=escalatie_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("escalatie", row.pk)
    return row


def _move(by: Actor, row: Escalatie, handeling: str, tekst: str, lessen: str = "") -> UUID:
    tekst = check_tekst(tekst, "vervolg_zonder_tekst")
    for een in (tekst, lessen):
        check_no_person(een)
    EscalatieVervolg.objects.create(
        escalatie=row,
        soort=ESCALATIE.move(state_of(row), handeling),
        tekst=tekst,
        lessen=lessen,
        naam=by.naam,
        datum=vandaag(),
        **written_by(by, row.gemeente_id),
    )
    return row.pk
