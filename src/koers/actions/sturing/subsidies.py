"""Subsidies of the own municipality, agreements on figures in them or in a contract, and the yearly test."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.sturing.agenda import LANGSTE_REDEN, VOLGORDE, lock
from koers.actions.sturing.risicos_lezen import last_told
from koers.analytics.measures import measures
from koers.authorization.zicht_contracten import contracts_of
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.subsidies import (
    LANGSTE_NAAM,
    Houder,
    NieuweAfspraak,
    NieuweSubsidie,
    check_afspraak,
    check_subsidie,
    check_toets,
    outcome,
)
from koers.domain.toestanden.subsidie import SUBSIDIE
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Prestatieafspraak, Prestatietoets, Proeftuin, Subsidie
from koers.registers.zorg.models import Contract


@dataclass(frozen=True, slots=True)
class Drager:
    """What agreements hang on: a subsidy, or a contract as one municipality holds it."""

    id: UUID
    gemeente: str
    begin: date
    einde: date | None
    subsidie: Subsidie | None = None
    contract: Contract | None = None

    @property
    def kolommen(self) -> dict[str, Any]:
        """The columns that say on what a fact hangs."""
        return {"subsidie": self.subsidie, "contract": self.contract}


def add_subsidie(
    *,
    by: Actor,
    gemeente: str,
    nieuw: NieuweSubsidie,
    proeftuin_id: UUID | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """Somebody gets money for something. `proeftuin_id`: the own one that showed how. Returns its id.

    Refused: niet_gevonden, and as `check_subsidie`.
    """
    with act("add_subsidie", by=by, formulier=formulier) as spoor:
        if gemeente not in by.gemeenten:
            raise Refused("niet_gevonden")
        check_subsidie(nieuw, beleid().spuk.keys())
        if proeftuin_id is not None:
            lock(by, Proeftuin, proeftuin_id)
        row = Subsidie.objects.create(
            ontvanger=nieuw.ontvanger.strip()[:LANGSTE_NAAM],
            waarvoor=nieuw.waarvoor.strip(),
            bedrag_cent=nieuw.bedrag_cent,
            begindatum=nieuw.begindatum,
            einddatum=nieuw.einddatum,
            via=nieuw.via.strip()[:LANGSTE_NAAM],
            spuk=nieuw.spuk,
            bewijs=nieuw.bewijs,
            bewijsbron=nieuw.bewijsbron.strip(),
            proeftuin_id=proeftuin_id,
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("subsidie", row.pk)
        return row.pk


def agree_prestatie(
    *,
    by: Actor,
    op: Houder,
    nieuw: NieuweAfspraak,
    formulier: UUID | None = None,
) -> UUID:
    """What an indicator has to show, agreed in a subsidy or a contract. Returns the id of that.

    Refused: niet_gevonden, and as `check_afspraak`.
    """
    with act("agree_prestatie", by=by, formulier=formulier) as spoor:
        drager = carrier(by, op, spoor)
        known = {een.indicator for een in agreements(by, drager)}
        check_afspraak(nieuw, measures().keys(), known)
        Prestatieafspraak.objects.create(
            **drager.kolommen,
            indicator=nieuw.indicator,
            kant=nieuw.kant,
            streefwaarde=nieuw.streefwaarde,
            uiterlijk=nieuw.uiterlijk,
            datum=vandaag(),
            **written_by(by, drager.gemeente),
        )
        return drager.id


def withdraw_prestatie(*, by: Actor, afspraak_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """Agreed no longer; what was tested with it stays. Returns the id of the subsidy or contract.

    Refused: niet_gevonden, reden_verplicht, tekst_te_lang.
    """
    with act("withdraw_prestatie", by=by, formulier=formulier) as spoor:
        row = lock(by, Prestatieafspraak, afspraak_id)
        spoor.onderwerp("prestatieafspraak", row.pk)
        Prestatieafspraak.objects.create(
            subsidie_id=row.subsidie_id,
            contract_id=row.contract_id,
            indicator=row.indicator,
            kant=row.kant,
            streefwaarde=row.streefwaarde,
            uiterlijk=row.uiterlijk,
            datum=vandaag(),
            vervangt=row,
            ingetrokken=True,
            reden_correctie=check_tekst(reden, "reden_verplicht")[:LANGSTE_REDEN],
            **written_by(by, row.gemeente_id),
        )
        return row.subsidie_id or row.contract_id or row.pk


def weigh_prestaties(
    *,
    by: Actor,
    op: Houder,
    jaar: int,
    woorden: str,
    conclusie: str,
    formulier: UUID | None = None,
) -> UUID:
    """Whether the agreements were kept in a year; the figures of now stay with it.

    Returns the id of what was tested. Refused: niet_gevonden, overgang_mag_niet,
    toets_zonder_woorden, tekst_te_lang, and as `check_toets`.
    """
    with act("weigh_prestaties", by=by, formulier=formulier) as spoor:
        drager = carrier(by, op, spoor)
        earlier = tests_of(by, drager)
        SUBSIDIE.move(state_after(earlier), "weigh_prestaties", conclusie)
        afspraken = agreements(by, drager)
        check_toets(
            jaar,
            conclusie,
            {een.jaar for een in earlier},
            afspraken=len(afspraken),
            begin=drager.begin,
            einde=drager.einde,
            today=vandaag(),
        )
        Prestatietoets.objects.create(
            **drager.kolommen,
            jaar=jaar,
            uitkomsten=[measured(by, een, jaar) for een in afspraken],
            woorden=check_tekst(woorden, "toets_zonder_woorden"),
            conclusie=conclusie,
            naam=by.naam,
            datum=vandaag(),
            **written_by(by, drager.gemeente),
        )
        return drager.id


# --- what the acts and the pages share --------------------------------------------------------------


def carrier(by: Actor, op: Houder, spoor: Spoor) -> Drager:
    """What agreements hang on, held until the act ends. Refused: niet_gevonden."""
    if op.subsidie is not None:
        row = lock(by, Subsidie, op.subsidie)
        spoor.onderwerp("subsidie", row.pk)
        return Drager(row.pk, row.gemeente_id, row.begindatum, row.einddatum, subsidie=row)
    contract = None
    if op.contract is not None and op.gemeente in by.gemeenten:
        here = contracts_of(op.gemeente).select_for_update(of=("self",))
        contract = here.filter(pk=op.contract).first()
    if contract is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("contract", contract.pk)
    return Drager(contract.pk, op.gemeente, contract.begindatum, contract.tot_datum, contract=contract)


def agreements(by: Actor, drager: Drager) -> list[Prestatieafspraak]:
    """What holds now, in the order in which it was agreed."""
    here = visible_agenda(by, Prestatieafspraak).filter(gemeente=drager.gemeente, **drager.kolommen)
    return list(here.order_by(*VOLGORDE))


def tests_of(by: Actor, drager: Drager) -> list[Prestatietoets]:
    """Every yearly test, the first one first."""
    here = visible_agenda(by, Prestatietoets).filter(gemeente=drager.gemeente, **drager.kolommen)
    return list(here.order_by(*VOLGORDE))


def state_after(toetsen: list[Prestatietoets]) -> str:
    """Where it stands after its tests."""
    state = SUBSIDIE.begin
    for een in toetsen:
        state = SUBSIDIE.move(state, "weigh_prestaties", een.conclusie)
    return state


def measured(by: Actor, een: Prestatieafspraak, jaar: int) -> dict[str, Any]:
    """An agreement with the last figure of the municipality up to a year, as plain values to keep."""
    cijfer = last_told(by, een.indicator, een.gemeente_id, date(jaar, 12, 31))
    # A figure of an earlier year says nothing of this one.
    now = cijfer if cijfer and cijfer.periode == str(jaar) else None
    return {
        "indicator": een.indicator,
        "kant": een.kant,
        "streefwaarde": str(een.streefwaarde),
        "uiterlijk": een.uiterlijk.isoformat(),
        "waarde": str(now.waarde) if now else None,
        "eenheid": now.eenheid if now else beleid().indicatoren[een.indicator].eenheid,
        "voorlopig": now.voorlopig if now else False,
        "versie": now.versie if now else "",
        "uitkomst": outcome(now.waarde if now else None, een.kant, een.streefwaarde, een.uiterlijk, jaar),
    }
