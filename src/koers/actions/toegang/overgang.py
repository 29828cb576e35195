"""A casus of the JeugdTeam goes to a new owner, by whoever works with the family. All of it is a new fact."""

from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.regie import caseworkers
from koers.actions.toegang.overgang_lezen import is_closed, verloop_of
from koers.authorization.zicht import visible_casussen, visible_overgangen
from koers.domain.actor import Actor
from koers.domain.overgang import (
    GESLOTEN,
    OVERGENOMEN,
    TOEGEWEZEN,
    NieuweEigenaar,
    Verloop,
    check_change,
    check_eigenaar,
    check_mark,
    check_overname,
)
from koers.domain.toestanden.overgang import OVERGANG
from koers.domain.uitvoeringsagenda import check_past_day
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.registers.kern.models import Organisatie
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, Overgang, OvergangGesprek, OvergangStap


def mark_overgang(
    *, by: Actor, casus_id: UUID, drager: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """`drager` carries this casus since `datum` and is to hand it over. Returns the id of the casus.

    Refused: niet_gevonden, overgang_loopt_al, casus_is_afgesloten, and as `check_mark`.
    """
    today = vandaag()
    with act("mark_overgang", by=by, formulier=formulier) as spoor:
        # The casus is locked: two who mark at once would each see no other mark.
        found = visible_casussen(by, today).select_for_update(of=("self",)).select_related("melding")
        casus = found.filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        _touch(spoor, casus)
        drager = check_mark(drager, datum, today, casus.melding.datum)
        if is_closed(casus):
            raise Refused("casus_is_afgesloten")
        last = _last(by, casus_id, today)
        if last is not None and verloop_of(last, today).loopt:
            raise Refused("overgang_loopt_al")
        Overgang.objects.create(
            casus=casus, drager=drager, naam=by.naam, datum=datum, **written_by(by, casus.gemeente_id)
        )
        return casus.pk


def assign_overgang(
    *, by: Actor, casus_id: UUID, nieuw: NieuweEigenaar, formulier: UUID | None = None
) -> UUID:
    """Who takes it over, and by when; what was agreed before stays. Returns the id of the casus.

    Refused: niet_gevonden, overgang_mag_niet, datum_in_toekomst, dag_voor_vorige, and as `check_eigenaar` and
    `check_change`.
    """
    with act("assign_overgang", by=by, formulier=formulier) as spoor:
        overgang, verloop = _running(by, casus_id, spoor)
        OVERGANG.move(verloop.toestand, "assign_overgang")
        _check_day(overgang, verloop, nieuw.datum)
        gemeente = overgang.gemeente_id
        here = Organisatie.objects.filter(gemeenten=gemeente).values_list("pk", "soort")
        colleagues = set(caseworkers(gemeente, vandaag()).values_list("pk", flat=True))
        check_eigenaar(nieuw, dict(here), colleagues)
        reden = check_change(verloop.toewijzing, nieuw)
        OvergangStap.objects.create(
            overgang=overgang,
            soort=TOEGEWEZEN,
            eigenaar=nieuw.eigenaar,
            organisatie_id=nieuw.organisatie,
            medewerker_id=nieuw.medewerker,
            uiterlijk=nieuw.uiterlijk,
            reden=reden,
            naam=by.naam,
            datum=nieuw.datum,
            **written_by(by, gemeente),
        )
        return casus_id


def discuss_overgang(
    *,
    by: Actor,
    casus_id: UUID,
    akkoord: bool,
    toelichting: str = "",
    datum: date,
    formulier: UUID | None = None,
) -> UUID:
    """The family heard who takes over, and agreed or not; a no needs its words. Returns the id of the casus.

    Refused: niet_gevonden, overgang_mag_niet, gezin_zonder_toelichting, tekst_te_lang, datum_in_toekomst,
    dag_voor_vorige.
    """
    with act("discuss_overgang", by=by, formulier=formulier) as spoor:
        overgang, verloop = _running(by, casus_id, spoor)
        OVERGANG.move(verloop.toestand, "discuss_overgang")
        _check_day(overgang, verloop, datum)
        if toelichting.strip() or not akkoord:
            toelichting = check_tekst(toelichting, "gezin_zonder_toelichting")
        OvergangGesprek.objects.create(
            overgang=overgang,
            na=_steps(overgang).filter(soort=TOEGEWEZEN).last(),
            akkoord=akkoord,
            toelichting=toelichting.strip(),
            naam=by.naam,
            datum=datum,
            **written_by(by, overgang.gemeente_id),
        )
        return casus_id


def complete_overgang(
    *, by: Actor, casus_id: UUID, datum: date, reden: str = "", formulier: UUID | None = None
) -> UUID:
    """The new owner has it since `datum`, where the regie is not kept here. Returns the id of the casus.

    Refused: niet_gevonden, overgang_mag_niet, regie_loopt_nog_niet, datum_in_toekomst, dag_voor_vorige.
    """
    with act("complete_overgang", by=by, formulier=formulier) as spoor:
        overgang, verloop = _running(by, casus_id, spoor)
        OVERGANG.move(verloop.toestand, "complete_overgang")
        check_overname(verloop.toewijzing)
        return _finish(by, overgang, verloop, OVERGENOMEN, reden.strip(), datum)


def end_overgang(
    *, by: Actor, casus_id: UUID, datum: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """Nothing is to be handed over any more: help ended, or the mark was wrong. Returns the id of the casus.

    Refused: niet_gevonden, overgang_mag_niet, reden_verplicht, tekst_te_lang, datum_in_toekomst,
    dag_voor_vorige.
    """
    with act("end_overgang", by=by, formulier=formulier) as spoor:
        overgang, verloop = _running(by, casus_id, spoor)
        OVERGANG.move(verloop.toestand, "end_overgang")
        return _finish(by, overgang, verloop, GESLOTEN, check_tekst(reden, "reden_verplicht"), datum)


def _finish(by: Actor, overgang: Overgang, verloop: Verloop, soort: str, reden: str, datum: date) -> UUID:
    _check_day(overgang, verloop, datum)
    OvergangStap.objects.create(
        overgang=overgang,
        soort=soort,
        reden=reden,
        naam=by.naam,
        datum=datum,
        **written_by(by, overgang.gemeente_id),
    )
    return overgang.casus_id


def _running(by: Actor, casus_id: UUID, spoor: Spoor) -> tuple[Overgang, Verloop]:
    """The last mark of a casus of the actor, held until the act ends. Refused: niet_gevonden."""
    today = vandaag()
    last = _last(by, casus_id, today)
    if last is None:
        raise Refused("niet_gevonden")
    overgang = Overgang.objects.select_for_update(of=("self",)).select_related("casus").get(pk=last.pk)
    _touch(spoor, overgang.casus)
    return overgang, verloop_of(overgang, today)


def _last(by: Actor, casus_id: UUID, today: date) -> Overgang | None:
    rows = visible_overgangen(by, today).filter(casus=casus_id).select_related("casus__melding")
    return rows.order_by("vastgelegd_at", "pk").last()


def _steps(overgang: Overgang):
    rows = OvergangStap.objects.current().filter(overgang=overgang, ingetrokken=False)
    return rows.order_by("vastgelegd_at", "pk")


def _check_day(overgang: Overgang, verloop: Verloop, datum: date) -> None:
    last = verloop.stappen[-1].datum if verloop.stappen else overgang.datum
    check_past_day(datum, vandaag(), last)


def _touch(spoor: Spoor, casus: Casus) -> None:
    spoor.onderwerp("casus", casus.pk)
    spoor.touched(casus.jeugdige_id, casus.gemeente_id)
