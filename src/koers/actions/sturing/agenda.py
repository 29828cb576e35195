"""What a beleidsadviseur writes in the uitvoeringsagenda of the own municipality. All of it is a new fact."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_sturing import visible_agenda, visible_eigenaren
from koers.domain.actor import Actor
from koers.domain.toestanden.agenda import AGENDAACTIE, OPGAVE
from koers.domain.uitvoeringsagenda import (
    LANGSTE_NAAM,
    STANDEN,
    NieuweAgendaactie,
    NieuweInterventie,
    Schakel,
    check_agendaactie,
    check_eigenaar,
    check_interventie,
    check_past_day,
    check_schakel,
    check_verschuiving,
)
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.feiten import Feit
from koers.registers.klok import vandaag
from koers.registers.sturing.models import (
    Afhankelijkheid,
    Agendaactie,
    AgendaactieStap,
    Interventie,
    OpgaveDoel,
    OpgaveEigenaar,
    OpgaveStand,
)

F = TypeVar("F", bound=Feit)
# As long as a reason of a correction is kept (`Feit.reden_correctie`).
LANGSTE_REDEN = 200
VOLGORDE = ("vastgelegd_at", "pk")


def assign_opgave(
    *,
    by: Actor,
    gemeente: str,
    opgave: str,
    rol: str = "",
    medewerker_id: UUID | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """Somebody carries an opgave from today on. Refused: niet_gevonden, eigenaar_onbekend."""
    with act("assign_opgave", by=by, formulier=formulier) as spoor:
        own_opgave(by, gemeente, opgave, spoor)
        colleagues = set(visible_eigenaren(by, gemeente, vandaag()).values_list("pk", flat=True))
        check_eigenaar(rol, medewerker_id, colleagues)
        row = OpgaveEigenaar.objects.create(
            opgave=opgave,
            rol=rol,
            medewerker_id=medewerker_id,
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        return row.pk


def write_opgavestand(
    *,
    by: Actor,
    gemeente: str,
    opgave: str,
    soort: str,
    toelichting: str,
    datum: date,
    formulier: UUID | None = None,
) -> UUID:
    """How an opgave stood on a day, and why. Returns the id of the fact.

    Refused: niet_gevonden, stand_onbekend, stand_zonder_toelichting, tekst_te_lang, datum_in_toekomst,
    dag_voor_vorige, overgang_mag_niet.
    """
    if soort not in STANDEN:
        raise Refused("stand_onbekend")
    with act("write_opgavestand", by=by, formulier=formulier) as spoor:
        own_opgave(by, gemeente, opgave, spoor)
        toelichting = check_tekst(toelichting, "stand_zonder_toelichting")
        earlier = visible_agenda(by, OpgaveStand).filter(gemeente=gemeente, opgave=opgave)
        last = earlier.order_by(*VOLGORDE).last()
        check_past_day(datum, vandaag(), last.datum if last else None)
        OPGAVE.move(last.soort if last else OPGAVE.begin, "write_opgavestand", soort)
        row = OpgaveStand.objects.create(
            opgave=opgave,
            soort=soort,
            toelichting=toelichting,
            naam=by.naam,
            datum=datum,
            **written_by(by, gemeente),
        )
        return row.pk


def set_doel(
    *,
    by: Actor,
    gemeente: str,
    opgave: str,
    indicator: str,
    doel: str,
    uiterlijk: date,
    formulier: UUID | None = None,
) -> UUID:
    """What an indicator of this opgave has to show on a day. Returns the id of the fact.

    Refused: niet_gevonden, indicator_hoort_niet_bij_opgave, doel_zonder_tekst, tekst_te_lang.
    """
    with act("set_doel", by=by, formulier=formulier) as spoor:
        own_opgave(by, gemeente, opgave, spoor)
        if indicator not in beleid().opgaven[opgave].gemeten_met:
            raise Refused("indicator_hoort_niet_bij_opgave")
        row = OpgaveDoel.objects.create(
            opgave=opgave,
            indicator=indicator,
            doel=check_tekst(doel, "doel_zonder_tekst"),
            uiterlijk=uiterlijk,
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        return row.pk


def add_interventie(
    *, by: Actor, gemeente: str, opgave: str, nieuw: NieuweInterventie, formulier: UUID | None = None
) -> UUID:
    """Something will be done for an opgave. Returns its id. Refused: niet_gevonden, `check_interventie`."""
    with act("add_interventie", by=by, formulier=formulier) as spoor:
        own_opgave(by, gemeente, opgave, spoor)
        check_interventie(nieuw, vandaag())
        row = Interventie.objects.create(
            opgave=opgave,
            naam=nieuw.naam.strip()[:LANGSTE_NAAM],
            resultaat=nieuw.resultaat.strip(),
            datum=nieuw.datum,
            **written_by(by, gemeente),
        )
        return row.pk


def add_agendaactie(
    *, by: Actor, interventie_id: UUID, nieuw: NieuweAgendaactie, formulier: UUID | None = None
) -> UUID:
    """Who does what from when, before which day. Returns its id.

    Refused: niet_gevonden, dag_voor_vorige (agreed before the intervention was), and as `check_agendaactie`.
    """
    with act("add_agendaactie", by=by, formulier=formulier) as spoor:
        interventie = lock(by, Interventie, interventie_id)
        spoor.onderwerp("interventie", interventie.pk)
        check_agendaactie(nieuw, vandaag())
        check_past_day(nieuw.datum, vandaag(), interventie.datum)
        row = Agendaactie.objects.create(
            interventie=interventie,
            wat=nieuw.wat.strip(),
            wie=nieuw.wie.strip()[:120],
            begindatum=nieuw.begindatum,
            uiterlijk=nieuw.uiterlijk,
            datum=nieuw.datum,
            **written_by(by, interventie.gemeente_id),
        )
        return row.pk


def move_agendaactie(
    *, by: Actor, actie_id: UUID, uiterlijk: date, reden: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """A new end day was agreed on `datum`, with the reason; the earlier ones stay. Returns the action's id.

    Refused: niet_gevonden, overgang_mag_niet, reden_verplicht, tekst_te_lang, datum_in_toekomst,
    dag_voor_vorige, and as `check_verschuiving`.
    """
    with act("move_agendaactie", by=by, formulier=formulier) as spoor:
        actie = _lock_actie(by, actie_id, spoor)
        reden = check_tekst(reden, "reden_verplicht")
        check_verschuiving(actie.begindatum, agreed_day(actie), uiterlijk)
        return _step(by, actie, "move_agendaactie", reden, datum, uiterlijk)


def finish_agendaactie(
    *, by: Actor, actie_id: UUID, reden: str = "", datum: date, formulier: UUID | None = None
) -> UUID:
    """The action was done on `datum`. Refused: niet_gevonden, overgang_mag_niet, datum_in_toekomst,
    dag_voor_vorige."""
    with act("finish_agendaactie", by=by, formulier=formulier) as spoor:
        return _step(by, _lock_actie(by, actie_id, spoor), "finish_agendaactie", reden, datum)


def drop_agendaactie(
    *, by: Actor, actie_id: UUID, reden: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """The action will not be done. Refused: reden_verplicht, and as `finish_agendaactie`."""
    with act("drop_agendaactie", by=by, formulier=formulier) as spoor:
        actie = _lock_actie(by, actie_id, spoor)
        return _step(by, actie, "drop_agendaactie", check_tekst(reden, "reden_verplicht"), datum)


def reopen_agendaactie(
    *, by: Actor, actie_id: UUID, reden: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """What was done or dropped has to be done after all. Refused: as `drop_agendaactie`."""
    with act("reopen_agendaactie", by=by, formulier=formulier) as spoor:
        actie = _lock_actie(by, actie_id, spoor)
        return _step(by, actie, "reopen_agendaactie", check_tekst(reden, "reden_verplicht"), datum)


def link_agendaactie(*, by: Actor, actie_id: UUID, wacht_op_id: UUID, formulier: UUID | None = None) -> UUID:
    """An action waits on another of the same municipality. Returns the id of the action that waits.

    Refused: niet_gevonden, and as `check_schakel`.
    """
    with act("link_agendaactie", by=by, formulier=formulier) as spoor:
        actie, other = (_known_actie(by, een) for een in (actie_id, wacht_op_id))
        if actie.gemeente_id != other.gemeente_id:
            raise Refused("niet_gevonden")
        spoor.onderwerp("agendaactie", actie.pk)
        # Two links that are harmless apart can be a circle together: whoever links, links alone.
        here = visible_agenda(by, Agendaactie).filter(gemeente=actie.gemeente_id).order_by("pk")
        list(here.select_for_update(of=("self",)).values_list("pk", flat=True))
        check_schakel(Schakel(actie.pk, other.pk), schakels(by, actie.gemeente_id))
        Afhankelijkheid.objects.create(
            actie=actie, wacht_op=other, datum=vandaag(), **written_by(by, actie.gemeente_id)
        )
        return actie.pk


def unlink_agendaactie(
    *, by: Actor, afhankelijkheid_id: UUID, reden: str, formulier: UUID | None = None
) -> UUID:
    """An action does not wait on another any more, or never did. Returns the id of that action.

    Refused: niet_gevonden, reden_verplicht, tekst_te_lang.
    """
    with act("unlink_agendaactie", by=by, formulier=formulier) as spoor:
        row = lock(by, Afhankelijkheid, afhankelijkheid_id)
        spoor.onderwerp("agendaactie", row.actie_id)
        Afhankelijkheid.objects.create(
            actie_id=row.actie_id,
            wacht_op_id=row.wacht_op_id,
            datum=vandaag(),
            vervangt=row,
            ingetrokken=True,
            reden_correctie=check_tekst(reden, "reden_verplicht")[:LANGSTE_REDEN],
            **written_by(by, row.gemeente_id),
        )
        return row.actie_id


# --- what the acts share ----------------------------------------------------------------------------


def own_opgave(by: Actor, gemeente: str, opgave: str, spoor: Spoor) -> None:
    """That this opgave exists and this municipality is the actor's. Refused: niet_gevonden."""
    if gemeente not in by.gemeenten or opgave not in beleid().opgaven:
        raise Refused("niet_gevonden")
    spoor.onderwerp("opgave", f"{gemeente}/{opgave}")


def lock(by: Actor, table: type[F], id: UUID) -> F:
    """A fact of the own agenda, held until the act ends. Refused: niet_gevonden."""
    row = visible_agenda(by, table).select_for_update(of=("self",)).filter(pk=id).first()
    if row is None:
        raise Refused("niet_gevonden")
    return row


def schakels(by: Actor, gemeente: str) -> tuple[Schakel, ...]:
    """What waits on what, in this municipality."""
    rows = visible_agenda(by, Afhankelijkheid).filter(gemeente=gemeente)
    return tuple(Schakel(*pair) for pair in rows.values_list("actie_id", "wacht_op_id"))


def agreed_day(actie: Agendaactie) -> date:
    """The day that counts now: the one that was agreed last."""
    moved = actie.stappen.filter(uiterlijk__isnull=False).order_by(*VOLGORDE).last()
    return (moved.uiterlijk if moved else None) or actie.uiterlijk


def _known_actie(by: Actor, actie_id: UUID) -> Agendaactie:
    row = visible_agenda(by, Agendaactie).filter(pk=actie_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    return row


def _lock_actie(by: Actor, actie_id: UUID, spoor: Spoor) -> Agendaactie:
    actie = lock(by, Agendaactie, actie_id)
    spoor.onderwerp("agendaactie", actie.pk)
    return actie


def _step(
    by: Actor, actie: Agendaactie, handeling: str, reden: str, datum: date, uiterlijk: date | None = None
) -> UUID:
    last = actie.stappen.order_by(*VOLGORDE).last()
    check_past_day(datum, vandaag(), last.datum if last else actie.datum)
    AgendaactieStap.objects.create(
        actie=actie,
        soort=AGENDAACTIE.move(last.soort if last else AGENDAACTIE.begin, handeling),
        reden=reden.strip(),
        uiterlijk=uiterlijk,
        naam=by.naam,
        datum=datum,
        **written_by(by, actie.gemeente_id),
    )
    return actie.pk
