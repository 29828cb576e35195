"""Judging oneself: drafting, sharing, and what is improved. All of it is a new fact."""

from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import shared_by, written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_landschap import (
    visible_conceptoordelen,
    visible_oordelen,
    visible_regioconcepten,
    visible_verbeteringen,
)
from koers.domain.actor import Actor
from koers.domain.oordelen import (
    NieuweVerbetering,
    NieuwOordeel,
    check_jaar,
    check_oordeel,
    check_oordelaar,
    check_verbetering,
)
from koers.domain.toestanden.landschap import OORDEEL, VERBETERING
from koers.domain.vergadering import check_vervolg
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.judgements import Oordeellijst
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import (
    ConceptOordeel,
    Oordeel,
    RegioConceptOordeel,
    Verbetering,
    VerbeteringVervolg,
)

VOLGORDE = ("vastgelegd_at", "pk")
# What came of an improvement and the state that it leads to.
TOESTAND_VAN = {een.keuze: een.naar for een in VERBETERING.overgangen}


def draft_oordeel(
    *, by: Actor, lijst: str, punt: str, gemeente: str, nieuw: NieuwOordeel, formulier: UUID | None = None
) -> UUID:
    """What a municipality (or the region: no `gemeente`) thinks of itself, for its own people only.

    Refused: niet_gevonden, oordeel_niet_van_u, and as `check_oordeel`.
    """
    with act("draft_oordeel", by=by, formulier=formulier) as spoor:
        found = own_list(by, lijst, punt, gemeente, spoor)
        check_oordeel(nieuw, [een.id for een in found.schaal], vandaag())
        OORDEEL.move(oordeel_state(by, lijst, punt, gemeente, nieuw.jaar), "draft_oordeel")
        values: dict[str, Any] = {
            "lijst": lijst,
            "punt": punt,
            "jaar": nieuw.jaar,
            "oordeel": nieuw.oordeel,
            "toelichting": nieuw.toelichting.strip(),
            "bewijs": nieuw.bewijs.strip(),
            "naam": by.naam,
            "datum": vandaag(),
        }
        if gemeente:
            return ConceptOordeel.objects.create(**values, **written_by(by, gemeente)).pk
        return RegioConceptOordeel.objects.create(**values, **shared_by(by)).pk


def share_oordeel(
    *, by: Actor, lijst: str, punt: str, gemeente: str, jaar: int, formulier: UUID | None = None
) -> UUID:
    """What was drafted last is what the others read from now on. Returns the id of what was shared.

    Refused: niet_gevonden, oordeel_niet_van_u, overgang_mag_niet.
    """
    with act("share_oordeel", by=by, formulier=formulier) as spoor:
        own_list(by, lijst, punt, gemeente, spoor)
        check_jaar(jaar, vandaag())
        OORDEEL.move(oordeel_state(by, lijst, punt, gemeente, jaar), "share_oordeel")
        last = last_concept(by, lijst, punt, gemeente, jaar)
        if last is None:
            raise LookupError("what is in the making has a draft")
        row = Oordeel.objects.create(
            **{
                veld: getattr(last, veld)
                for veld in ("lijst", "punt", "jaar", "oordeel", "toelichting", "bewijs")
            },
            gemeente_id=gemeente or None,
            naam=by.naam,
            datum=vandaag(),
            **shared_by(by),
        )
        return row.pk


def add_verbetering(
    *,
    by: Actor,
    lijst: str,
    punt: str,
    gemeente: str,
    nieuw: NieuweVerbetering,
    formulier: UUID | None = None,
) -> UUID:
    """Who does what to do better, before which day. Refused: niet_gevonden, oordeel_niet_van_u, and as
    `check_verbetering`."""
    with act("add_verbetering", by=by, formulier=formulier) as spoor:
        own_list(by, lijst, punt, gemeente, spoor)
        check_verbetering(nieuw, vandaag())
        row = Verbetering.objects.create(
            lijst=lijst,
            punt=punt,
            jaar=nieuw.jaar,
            gemeente_id=gemeente or None,
            wat=nieuw.wat.strip(),
            wie=nieuw.wie.strip()[:120],
            uiterlijk=nieuw.uiterlijk,
            naam=by.naam,
            datum=vandaag(),
            **shared_by(by),
        )
        return row.pk


def follow_verbetering(
    *,
    by: Actor,
    verbetering_id: UUID,
    soort: str,
    reden: str = "",
    uiterlijk: date | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """What came of an improvement. Returns its id.

    Refused: niet_gevonden, oordeel_niet_van_u, overgang_mag_niet, and as `check_vervolg`.
    """
    with act("follow_verbetering", by=by, formulier=formulier) as spoor:
        rows = visible_verbeteringen(by).select_for_update(of=("self",))
        row = rows.filter(pk=verbetering_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        own_list(by, row.lijst, row.punt, row.gemeente_id or "", spoor)
        check_vervolg(soort, reden, uiterlijk, vandaag())
        VERBETERING.move(verbetering_state(row), "follow_verbetering", soort)
        VerbeteringVervolg.objects.create(
            verbetering=row,
            soort=soort,
            reden=reden.strip(),
            uiterlijk=uiterlijk if soort == "loopt_uit" else None,
            naam=by.naam,
            datum=vandaag(),
            **shared_by(by),
        )
        return row.pk


# --- what the acts share ----------------------------------------------------------------------------


def own_list(by: Actor, lijst: str, punt: str, gemeente: str, spoor: Spoor) -> Oordeellijst:
    """That this point exists, and that this actor judges for this municipality or for the region.

    Refused: niet_gevonden, oordeel_niet_van_u.
    """
    found = beleid().oordelen.get(lijst)
    if found is None or punt not in {een.id for een in found.punten}:
        raise Refused("niet_gevonden")
    if (found.van == "regio") != (gemeente == "") or (gemeente and gemeente not in by.gemeenten):
        raise Refused("niet_gevonden")
    check_oordelaar(by.rol, found.van)
    spoor.onderwerp("oordeel", f"{lijst}/{punt}/{gemeente or 'regio'}")
    return found


def last_concept(
    by: Actor, lijst: str, punt: str, gemeente: str, jaar: int
) -> ConceptOordeel | RegioConceptOordeel | None:
    """What was drafted last for one point and year."""
    of = {"lijst": lijst, "punt": punt, "jaar": jaar}
    if gemeente:
        return visible_conceptoordelen(by).filter(**of, gemeente=gemeente).order_by(*VOLGORDE).last()
    return visible_regioconcepten(by).filter(**of).order_by(*VOLGORDE).last()


def oordeel_state(by: Actor, lijst: str, punt: str, gemeente: str, jaar: int) -> str:
    """How far the own judgement of a year is: what was written last, a draft or what was shared."""
    told = visible_oordelen(by).filter(lijst=lijst, punt=punt, jaar=jaar, gemeente=gemeente or None)
    return newest(last_concept(by, lijst, punt, gemeente, jaar), told.order_by(*VOLGORDE).last())


def newest(draft: ConceptOordeel | RegioConceptOordeel | None, told: Oordeel | None) -> str:
    """The state, from the last draft and what was last shared."""
    if told is not None and (draft is None or told.vastgelegd_at >= draft.vastgelegd_at):
        return "oordeel_gedeeld"
    return OORDEEL.begin if draft is None else "oordeel_in_de_maak"


def verbetering_state(row: Verbetering) -> str:
    """Where an improvement stands: what was written last."""
    last = max(row.vervolgen.all(), key=lambda een: (een.vastgelegd_at, een.pk), default=None)
    return TOESTAND_VAN[last.soort] if last else VERBETERING.begin
