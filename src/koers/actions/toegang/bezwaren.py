"""A bezwaar comes in against a besluit, and somebody else than who decided says what becomes of it."""

from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.toegang.aanvragen import lock_casus
from koers.domain.actor import Actor
from koers.domain.awb import objection_term
from koers.domain.toestanden.besluit import BEZWAAR
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Bezwaar, BezwaarUitkomst, Verzending


def register_bezwaar(
    *,
    by: Actor,
    besluit_id: UUID,
    datum: date,
    wie: str,
    gronden: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """A bezwaar came in on `datum`, in time or not: both are written down. Returns its id.

    Refused: niet_gevonden, datum_in_toekomst, bezwaar_voor_besluit, aanvrager_onbekend.
    """
    if datum > vandaag():
        raise Refused("datum_in_toekomst")
    if wie not in dict(Bezwaar.WIE):
        raise Refused("aanvrager_onbekend")
    with act("register_bezwaar", by=by, formulier=formulier) as spoor:
        besluit = Besluit.objects.filter(pk=besluit_id, ingetrokken=False).first()
        if besluit is None:
            raise Refused("niet_gevonden")
        lock_casus(by, besluit.casus_id, spoor)
        if datum < besluit.datum:
            raise Refused("bezwaar_voor_besluit", datum=besluit.datum)
        row = Bezwaar.objects.create(
            besluit=besluit,
            datum=datum,
            wie=wie,
            laatste_dag=_last_day(besluit, datum),
            gronden=gronden.strip(),
            **written_by(by, besluit.gemeente_id),
        )
        return row.pk


def _last_day(besluit: Besluit, datum: date) -> date:
    """Until when bezwaar is in time: the term runs from the last letter that went out.

    While none went out the term has not begun, and a bezwaar is not late (Awb 6:8 and 6:10).
    """
    out = Verzending.objects.current().filter(beschikking__besluit=besluit, stand="brief_vrijgegeven")
    sent = max(out.values_list("datum", flat=True), default=datum)
    return objection_term(sent, weken=int(beleid().normen["bezwaartermijn"].waarde or 0))


def decide_bezwaar(
    *,
    by: Actor,
    bezwaar_id: UUID,
    datum: date,
    uitkomst: str,
    toelichting: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """What became of a bezwaar. Who decided about the help does not decide about the bezwaar (Awb 10:3).

    Refused: niet_gevonden, datum_in_toekomst, stap_voor_bezwaar, overgang_mag_niet, zelf_besloten,
    reden_van_stap_ontbreekt.
    """
    if datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act("decide_bezwaar", by=by, formulier=formulier) as spoor:
        bezwaar = Bezwaar.objects.current().filter(pk=bezwaar_id, ingetrokken=False).first()
        if bezwaar is None:
            raise Refused("niet_gevonden")
        lock_casus(by, bezwaar.besluit.casus_id, spoor)
        BEZWAAR.move(state_of_bezwaar(bezwaar), "decide_bezwaar", uitkomst)
        if datum < bezwaar.datum:
            raise Refused("stap_voor_bezwaar", datum=bezwaar.datum)
        if uitkomst != "ingetrokken":
            if by.id in (bezwaar.besluit.vastgelegd_door, bezwaar.besluit.indiener):
                raise Refused("zelf_besloten")
            if not toelichting.strip():
                raise Refused("reden_van_stap_ontbreekt")
        row = BezwaarUitkomst.objects.create(
            bezwaar=bezwaar,
            datum=datum,
            uitkomst=uitkomst,
            toelichting=toelichting.strip(),
            **written_by(by, bezwaar.gemeente_id),
        )
        return row.pk


def state_of_bezwaar(bezwaar: Bezwaar) -> str:
    """Where the bezwaar stands, in the words of the table of states."""
    last = last_outcome(bezwaar)
    if last is None:
        return BEZWAAR.begin
    return "bezwaar_ingetrokken" if last.uitkomst == "ingetrokken" else last.uitkomst


def last_outcome(bezwaar: Bezwaar) -> BezwaarUitkomst | None:
    """What became of the bezwaar, if that was decided; it is decided once."""
    return next(iter(bezwaar.uitkomsten.all()), None)
