"""An aanvraag comes in and takes its steps, until there is a besluit. Its state follows from the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.awb import (
    Dwangsom,
    Opschorting,
    Verdaging,
    check_later,
    check_verdaging,
    decision_term,
    penalty_days,
)
from koers.domain.toestanden.besluit import AANVRAAG
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Aanvraag, AanvraagStap, Besluit, Casus

# The states in which the college still has to decide.
OPEN = ("aangevraagd", "aanvulling_gevraagd", "voorgelegd")
# What a step leads to. What only adds to the term changes no state.
_NAAR = {
    "aanvulling_gevraagd": "aanvulling_gevraagd",
    "aangevuld": "aangevraagd",
    "voorgelegd": "voorgelegd",
    "teruggegeven": "aangevraagd",
    "buiten_behandeling": "buiten_behandeling",
    "ingetrokken": "aanvraag_ingetrokken",
}


@dataclass(frozen=True, slots=True)
class NieuweStap:
    """A step as told. `termijn_datum`: until when may be supplied, or the new day of the decision."""

    datum: date
    termijn_datum: date | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Termijn:
    """The last day to decide in time; `stil`: the term stands still today; `dwangsom`: owed from when."""

    laatste_dag: date
    stil: bool
    dwangsom: Dwangsom | None


def register_aanvraag(
    *,
    by: Actor,
    casus_id: UUID,
    datum: date,
    wie: str = "ouder",
    gevraagd: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """An aanvraag came in on `datum`. Returns its id.

    Refused: niet_gevonden, datum_in_toekomst, aanvrager_onbekend, aanvraag_voor_melding, aanvraag_loopt.
    """
    if datum > vandaag():
        raise Refused("datum_in_toekomst")
    if wie not in dict(Aanvraag.WIE):
        raise Refused("aanvrager_onbekend")
    with act("register_aanvraag", by=by, formulier=formulier) as spoor:
        casus = lock_casus(by, casus_id, spoor)
        if datum < casus.melding.datum:
            raise Refused("aanvraag_voor_melding", datum=casus.melding.datum)
        if open_aanvraag(casus) is not None:
            raise Refused("aanvraag_loopt")
        row = Aanvraag.objects.create(
            casus=casus,
            datum=datum,
            wie=wie,
            gevraagd=gevraagd.strip(),
            **written_by(by, casus.gemeente_id),
        )
        return row.pk


def request_aanvulling(
    *, by: Actor, aanvraag_id: UUID, stap: NieuweStap, formulier: UUID | None = None
) -> UUID:
    """The college asks for what is missing, until a day; the term stands still from the day after.

    Refused: as `_step`, hersteldatum_ontbreekt, termijn_te_ver.
    """
    return _step("request_aanvulling", "aanvulling_gevraagd", by, aanvraag_id, stap, formulier)


def register_aanvulling(
    *, by: Actor, aanvraag_id: UUID, stap: NieuweStap, formulier: UUID | None = None
) -> UUID:
    """The applicant supplied what was missing. Refused: as `_step`."""
    return _step("register_aanvulling", "aangevuld", by, aanvraag_id, stap, formulier)


def set_aside_aanvraag(
    *, by: Actor, aanvraag_id: UUID, stap: NieuweStap, formulier: UUID | None = None
) -> UUID:
    """What was missing did not come: the college does not deal with the aanvraag (Awb 4:5).

    Refused: as `_step`, reden_van_stap_ontbreekt, hersteltermijn_loopt.
    """
    return _step("set_aside_aanvraag", "buiten_behandeling", by, aanvraag_id, stap, formulier)


def withdraw_aanvraag(
    *, by: Actor, aanvraag_id: UUID, stap: NieuweStap, formulier: UUID | None = None
) -> UUID:
    """The applicant takes the aanvraag back. Refused: as `_step`."""
    return _step("withdraw_aanvraag", "ingetrokken", by, aanvraag_id, stap, formulier)


def extend_term(*, by: Actor, aanvraag_id: UUID, stap: NieuweStap, formulier: UUID | None = None) -> UUID:
    """The college wrote that it decides later, and when (4:14).

    Refused: as `_step`, verdaging_te_laat, verdaging_niet_later, hersteldatum_ontbreekt,
    termijn_te_ver.
    """
    return _step("extend_term", "verdaagd", by, aanvraag_id, stap, formulier)


def register_ingebrekestelling(
    *, by: Actor, aanvraag_id: UUID, stap: NieuweStap, formulier: UUID | None = None
) -> UUID:
    """The applicant wrote that the decision is late (4:17).

    Refused: as `_step`, ingebrekestelling_te_vroeg.
    """
    return _step("register_ingebrekestelling", "ingebreke_gesteld", by, aanvraag_id, stap, formulier)


def _step(
    handeling: str,
    soort: str,
    by: Actor,
    aanvraag_id: UUID,
    stap: NieuweStap,
    formulier: UUID | None,
) -> UUID:
    """Refused: niet_gevonden, datum_in_toekomst, stap_voor_aanvraag, stap_voor_vorige, overgang_mag_niet."""
    if stap.datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act(handeling, by=by, formulier=formulier) as spoor:
        aanvraag = visible_aanvraag(by, aanvraag_id, spoor)
        steps = steps_of(aanvraag)
        _check_days(aanvraag, steps, stap)
        toestand = state_of(aanvraag, steps)
        if soort in _NAAR:
            AANVRAAG.move(toestand, handeling)
        elif toestand not in OPEN:
            raise Refused("overgang_mag_niet", ding=AANVRAAG.ding, toestand=toestand)
        _CHECKS.get(soort, _nothing)(aanvraag, steps, stap)
        return add_step(by, aanvraag, soort, stap).pk


def add_step(by: Actor, aanvraag: Aanvraag, soort: str, stap: NieuweStap, **more: object) -> AanvraagStap:
    """Writes one step of an aanvraag."""
    return AanvraagStap.objects.create(
        aanvraag=aanvraag,
        soort=soort,
        datum=stap.datum,
        termijn_datum=stap.termijn_datum,
        toelichting=stap.toelichting.strip(),
        **more,
        **written_by(by, aanvraag.gemeente_id),
    )


def _check_days(aanvraag: Aanvraag, steps: Sequence[AanvraagStap], stap: NieuweStap) -> None:
    if stap.datum < aanvraag.datum:
        raise Refused("stap_voor_aanvraag", datum=aanvraag.datum)
    if steps and stap.datum < steps[-1].datum:
        raise Refused("stap_voor_vorige", datum=steps[-1].datum)


def _nothing(aanvraag: Aanvraag, steps: Sequence[AanvraagStap], stap: NieuweStap) -> None:
    """Some steps ask nothing more."""


def _check_request(aanvraag: Aanvraag, steps: Sequence[AanvraagStap], stap: NieuweStap) -> None:
    if stap.termijn_datum is None or stap.termijn_datum <= stap.datum:
        raise Refused("hersteldatum_ontbreekt")
    check_later(stap.termijn_datum, stap.datum)


def _check_set_aside(aanvraag: Aanvraag, steps: Sequence[AanvraagStap], stap: NieuweStap) -> None:
    if not stap.toelichting.strip():
        raise Refused("reden_van_stap_ontbreekt")
    asked = next(row for row in reversed(steps) if row.soort == "aanvulling_gevraagd")
    if asked.termijn_datum is not None and stap.datum <= asked.termijn_datum:
        raise Refused("hersteltermijn_loopt", datum=asked.termijn_datum)


def _check_extend(aanvraag: Aanvraag, steps: Sequence[AanvraagStap], stap: NieuweStap) -> None:
    if stap.termijn_datum is None:
        raise Refused("hersteldatum_ontbreekt")
    check_verdaging(Verdaging(stap.datum, stap.termijn_datum), term_of(aanvraag, steps).laatste_dag)


def _check_default(aanvraag: Aanvraag, steps: Sequence[AanvraagStap], stap: NieuweStap) -> None:
    _penalty(stap.datum, term_of(aanvraag, steps).laatste_dag)


_CHECKS = {
    "aanvulling_gevraagd": _check_request,
    "buiten_behandeling": _check_set_aside,
    "verdaagd": _check_extend,
    "ingebreke_gesteld": _check_default,
}


def lock_casus(by: Actor, casus_id: UUID, spoor: Spoor) -> Casus:
    """The casus if the actor may see it, held so that two decisions wait for each other."""
    visible = visible_casussen(by, vandaag()).select_related("melding")
    casus = visible.select_for_update(of=("self",)).filter(pk=casus_id).first()
    if casus is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("casus", casus.pk)
    spoor.touched(casus.jeugdige_id, casus.gemeente_id)
    return casus


def visible_aanvraag(by: Actor, aanvraag_id: UUID, spoor: Spoor) -> Aanvraag:
    """An aanvraag of a casus that the actor may see, with its casus held."""
    aanvraag = Aanvraag.objects.current().filter(pk=aanvraag_id, ingetrokken=False).first()
    if aanvraag is None:
        raise Refused("niet_gevonden")
    lock_casus(by, aanvraag.casus_id, spoor)
    return aanvraag


def open_aanvraag(casus: Casus) -> Aanvraag | None:
    """The aanvraag about which the college still has to decide."""
    rows = Aanvraag.objects.current().filter(casus=casus, ingetrokken=False)
    for row in rows.order_by("-datum", "-vastgelegd_at"):
        if state_of(row, steps_of(row)) in OPEN:
            return row
    return None


def steps_of(aanvraag: Aanvraag) -> list[AanvraagStap]:
    """The steps of an aanvraag, oldest first."""
    rows = AanvraagStap.objects.current().filter(aanvraag=aanvraag, ingetrokken=False)
    return list(rows.order_by("datum", "vastgelegd_at"))


def state_of(aanvraag: Aanvraag, steps: Sequence[AanvraagStap]) -> str:
    """Where the aanvraag stands, in the words of the table of states."""
    return state_from(steps, Besluit.objects.current().filter(aanvraag=aanvraag, ingetrokken=False).first())


def state_from(steps: Sequence[AanvraagStap], besluit: Besluit | None) -> str:
    """The state by its facts: the steps, oldest first, and the besluit that holds, if there is one."""
    if besluit is not None:
        if besluit.intrekkingen.all():
            return "besluit_ingetrokken"
        return "toegekend" if besluit.soort == "toekenning" else "afgewezen"
    moved = [_NAAR[step.soort] for step in steps if step.soort in _NAAR]
    return moved[-1] if moved else AANVRAAG.begin


def term_of(aanvraag: Aanvraag, steps: Sequence[AanvraagStap]) -> Termijn:
    """Until when may be decided about the aanvraag, as far as is known today."""
    stil = _suspensions(steps)
    later = [Verdaging(s.datum, s.termijn_datum) for s in steps if s.soort == "verdaagd" and s.termijn_datum]
    laatste = decision_term(
        aanvraag.datum,
        weken=_number("beslistermijn"),
        opschortingen=stil,
        verdaging=later[-1] if later else None,
    )
    noticed = next((s.datum for s in steps if s.soort == "ingebreke_gesteld"), None)
    today = vandaag()
    return Termijn(
        laatste,
        stil=any(opschorting.holds(today) for opschorting in stil),
        dwangsom=_penalty(noticed, laatste) if noticed and noticed > laatste else None,
    )


def _suspensions(steps: Sequence[AanvraagStap]) -> list[Opschorting]:
    found: list[Opschorting] = []
    for step in steps:
        if step.soort == "aanvulling_gevraagd" and step.termijn_datum is not None:
            found.append(Opschorting(step.datum, step.termijn_datum))
        elif step.soort == "aangevuld" and found:
            found[-1] = Opschorting(found[-1].gevraagd, found[-1].hersteldatum, step.datum)
    return found


def _penalty(noticed: date, laatste_dag: date) -> Dwangsom:
    return penalty_days(
        noticed, laatste_dag, weken=_number("dwangsom-begin"), dagen=_number("dwangsom-hoogstens")
    )


def _number(norm: str) -> int:
    """The number of a norm, from policy."""
    waarde = beleid().normen[norm].waarde
    if waarde is None:
        raise ValueError(norm)
    return int(waarde)
