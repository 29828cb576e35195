"""Help is given to a provider, starts, stops, and is declared."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.kern.een_persoon import rows_anywhere
from koers.actions.toegang.leiding import require_verwijzer
from koers.actions.zorg.acceptatie import NieuwGesprek, require_startable, write_gesprek
from koers.actions.zorg.casusgeld import refuse_after_move
from koers.actions.zorg.uitgaand import queue_toewijzingen
from koers.actions.zorg.verzoeken import grant, reference_of
from koers.actions.zorg.wijzigen import end_of, lock_toewijzing, refuse_stacking, write_wijziging
from koers.authorization.zicht import visible_casussen, visible_toewijzingen
from koers.domain.actor import Actor
from koers.domain.routes import needs_besluit
from koers.domain.toewijzingsberichten import VERWIJDERD
from koers.domain.toewijzingsvarianten import (
    GENERIEK,
    SPECIFIEK,
    Lopend,
    Omvang,
    Opzet,
    check_opzet,
    variant_of,
)
from koers.domain.trajecten import START, STOP, Kader, Stap, check_start, check_stop
from koers.domain.weigering import Refused
from koers.registers.kern.models import Slot
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Casus, Verwijzing
from koers.registers.zorg.models import Contractproduct, Declaratie, Herindicatie, Toewijzing, TrajectStap


@dataclass(frozen=True, slots=True)
class Invulling:
    """How a toewijzing is filled in. `volume` in units of the contract, per `frequentie` (WMO757).
    `in_plaats_van`: a wrong toewijzing, which the same message takes away. `verzoek_id`: the request that it
    grants. `gesprek`: the call with the provider before it. `variant`: what is given; empty: one product
    with an amount (specifiek), a category without (aspecifiek). `budget_cent`: for the whole period.
    `na`: a toewijzing that ends where this one begins, because the amount changes (OP257);
    `akkoord`: the provider agrees that it already ended."""

    volume: int | None = None
    frequentie: str = ""
    in_plaats_van: UUID | None = None
    verzoek_id: UUID | None = None
    gesprek: NieuwGesprek | None = None
    variant: str = ""
    budget_cent: int | None = None
    na: UUID | None = None
    akkoord: bool = False


ZO_MAAR = Invulling()
OP_VERZOEK, VERKORTING = "12", "05"  # JZ002


def assign_toewijzing(
    *,
    by: Actor,
    casus_id: UUID,
    contractproduct_id: UUID,
    ingangsdatum: date,
    tot_datum: date | None = None,
    invulling: Invulling = ZO_MAAR,
    formulier: UUID | None = None,
) -> UUID:
    """Gives the help of a casus to a provider, and queues the message about it. Returns the id.

    By the road of the toegang a besluit has to grant the product for the whole period. What lets earlier
    help go on leads to a toewijzing that follows that of the earlier help.
    Refused: niet_gevonden, geen_contract_in_periode, geen_besluit, leidt_niet, periode_omgekeerd,
    andere_gemeente_betaalt, and as
    `check_opzet`, `check_stapeling`, `check_wijziging` and `check_gesprek`.
    """
    if tot_datum is not None and tot_datum <= ingangsdatum:
        raise Refused("periode_omgekeerd")
    hoe = invulling
    with act("assign_toewijzing", by=by, formulier=formulier) as spoor:
        casus = visible_casussen(by, vandaag()).select_related("melding").filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        offered = Contractproduct.objects.on(ingangsdatum).select_related("aanbieder")
        product = offered.filter(pk=contractproduct_id).first()
        if product is None:
            raise Refused("geen_contract_in_periode")
        refuse_after_move(casus, tot_datum)
        ground = _ground(casus, product, ingangsdatum, tot_datum)
        opzet = _setup(product, hoe, tot_datum)
        check_opzet(opzet)
        fout = _wrong_one(by, hoe.in_plaats_van, casus)
        eerder = _followed_one(by, hoe, casus, ingangsdatum)
        nummer = _next_number(casus.gemeente_id)
        refuse_stacking(casus, product.aanbieder, _beside(nummer, product, opzet, ingangsdatum), behalve=fout)
        omvang = opzet.omvang
        row = Toewijzing.objects.create(
            casus=casus,
            nummer=nummer,
            **ground,
            contractproduct=product,
            datum=vandaag(),
            ingangsdatum=ingangsdatum,
            tot_datum=tot_datum,
            volume=omvang.volume if omvang else None,
            eenheid=omvang.eenheid if omvang else "",
            frequentie=omvang.frequentie if omvang else "",
            generiek=opzet.variant == GENERIEK,
            budget_cent=opzet.budget_cent,
            voorganger=fout or eerder or _predecessor(*ground.values()),
            referentie=reference_of(by, hoe.verzoek_id, casus) if hoe.verzoek_id else "",
            **written_by(by, casus.gemeente_id),
        )
        if hoe.verzoek_id:
            grant(by, hoe.verzoek_id, row)
        if hoe.gesprek:
            write_gesprek(by, row, hoe.gesprek)
        spoor.onderwerp("casus", casus.pk)
        spoor.touched(casus.jeugdige_id, casus.gemeente_id)
        queue_toewijzingen(by, row, spoor)
        return row.pk


def _setup(product: Contractproduct, hoe: Invulling, tot_datum: date | None) -> Opzet:
    """What is asked for, in the unit of the contract. Who names no kind says it by the amount."""
    asked = hoe.volume is not None or bool(hoe.frequentie)
    return Opzet(
        hoe.variant or variant_of(met_omvang=asked, generiek=False),
        product.categorie,
        product.eenheid,
        Omvang(hoe.volume or 0, product.eenheid, hoe.frequentie) if asked else None,
        hoe.budget_cent,
        tot_datum,
    )


def _beside(nummer: int, product: Contractproduct, opzet: Opzet, van: date) -> Lopend:
    categorie = "" if opzet.variant == GENERIEK else product.categorie
    code = product.berichtcode if opzet.variant == SPECIFIEK else ""
    return Lopend(nummer, categorie, code, van, opzet.tot_datum)


def _followed_one(by: Actor, hoe: Invulling, casus: Casus, van: date) -> Toewijzing | None:
    """Ends the toewijzing that gave another amount, on the day before this one: the provider asked (12), or
    we judged again (05). Refused: niet_gevonden, as `check_wijziging`."""
    if hoe.na is None:
        return None
    row = lock_toewijzing(by, hoe.na)
    if row.casus.jeugdige_id not in rows_anywhere(casus.jeugdige_id):
        raise Refused("niet_gevonden")
    if end_of(row) != van:
        reden = OP_VERZOEK if hoe.verzoek_id else VERKORTING
        write_wijziging(by, row, reden, van, akkoord=hoe.akkoord)
    return row


def _wrong_one(by: Actor, toewijzing_id: UUID | None, casus: Casus) -> Toewijzing | None:
    """Takes away the toewijzing that the new one corrects. Refused: niet_gevonden, as `check_wijziging`."""
    if toewijzing_id is None:
        return None
    row = lock_toewijzing(by, toewijzing_id)
    if row.casus.jeugdige_id not in rows_anywhere(casus.jeugdige_id):
        raise Refused("niet_gevonden")
    write_wijziging(by, row, VERWIJDERD, None, akkoord=True)
    return row


def _next_number(gemeente: str) -> int:
    """The number by which messages know the toewijzing; two at once wait for each other."""
    Slot.objects.lock(f"toewijzing {gemeente}")
    last = Toewijzing.objects.filter(gemeente=gemeente).aggregate(Max("nummer"))["nummer__max"]
    return (last or 0) + 1


def _ground(
    casus: Casus, product: Contractproduct, van: date, tot: date | None
) -> dict[str, Besluit | Verwijzing]:
    """What the help stands on: a besluit that grants it, or the referral that brought the question."""
    standing = Besluit.objects.current().filter(casus=casus, ingetrokken=False, intrekkingen__isnull=True)
    granted = standing.filter(soort="toekenning", product=product.code, ingangsdatum__lte=van)
    for besluit in granted.order_by("-datum", "-vastgelegd_at", "pk"):
        if besluit.tot_datum is None or (tot is not None and tot <= besluit.tot_datum):
            return {"besluit": besluit}
    referred = Verwijzing.objects.current().filter(casus=casus, ingetrokken=False)
    if (verwijzing := referred.order_by("-datum", "-vastgelegd_at", "pk").first()) is not None:
        require_verwijzer(verwijzing, product.niveau)
        return {"verwijzing": verwijzing}
    if needs_besluit(casus.melding.route, product.niveau):
        raise Refused("geen_besluit")
    return {}


def _predecessor(ground: Any = None) -> Toewijzing | None:
    """The toewijzing whose help goes on by this ground, also when the ground was mended since."""
    while ground is not None and ground.herindicatie:
        noted = Herindicatie.objects.current().filter(ingetrokken=False)
        mine = {"besluit": ground} if isinstance(ground, Besluit) else {"verwijzing": ground}
        if (found := noted.filter(**mine).select_related("toewijzing").first()) is not None:
            return found.toewijzing
        ground = ground.vervangt
    return None


def register_start(*, by: Actor, toewijzing_id: UUID, datum: date, formulier: UUID | None = None) -> UUID:
    """Help really began on `datum`. Refused: niet_gevonden, overgang_mag_niet, `check_start`."""
    return _step(
        "register_start", START, "", by=by, toewijzing_id=toewijzing_id, datum=datum, formulier=formulier
    )


def register_stop(
    *, by: Actor, toewijzing_id: UUID, datum: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """`datum` was the last day of help; `reden`: JZ588. Refused: niet_gevonden, and as `check_stop`."""
    return _step(
        "register_stop", STOP, reden, by=by, toewijzing_id=toewijzing_id, datum=datum, formulier=formulier
    )


def _step(
    handeling: str,
    soort: str,
    reden: str,
    *,
    by: Actor,
    toewijzing_id: UUID,
    datum: date,
    formulier: UUID | None,
) -> UUID:
    with act(handeling, by=by, formulier=formulier) as spoor:
        # The row is locked: two starts at once would each see the other one missing.
        toewijzing = (
            visible_toewijzingen(by, vandaag())
            .select_for_update(of=("self",))
            .select_related("casus")
            .filter(pk=toewijzing_id)
            .first()
        )
        if toewijzing is None:
            raise Refused("niet_gevonden")
        rows = TrajectStap.objects.current().filter(toewijzing=toewijzing, ingetrokken=False)
        eerder = [
            Stap(row.soort, row.datum, row.reden) for row in rows.order_by("datum", "soort", "vastgelegd_at")
        ]
        if soort == START:
            check_start(Kader(toewijzing.ingangsdatum, end_of(toewijzing)), eerder, datum)
            require_startable(toewijzing)
        else:
            check_stop(eerder, datum, today=vandaag())
        row = TrajectStap.objects.create(
            toewijzing=toewijzing,
            soort=soort,
            datum=datum,
            reden=reden,
            **written_by(by, toewijzing.gemeente_id),
        )
        spoor.onderwerp("toewijzing", toewijzing.pk)
        spoor.touched(toewijzing.casus.jeugdige_id, toewijzing.gemeente_id)
        return row.pk


def register_declaratie(
    *, by: Actor, toewijzing_id: UUID, maand: date, bedrag_cent: int, formulier: UUID | None = None
) -> UUID:
    """What the provider declares for one month of help, in cents; a credit is negative.

    `maand`: any day of that month. Refused: niet_gevonden, declaratie_zonder_bedrag, datum_in_toekomst,
    declaratie_buiten_toewijzing.
    """
    if bedrag_cent == 0:
        raise Refused("declaratie_zonder_bedrag")
    begin = maand.replace(day=1)
    if begin > vandaag():
        raise Refused("datum_in_toekomst")
    with act("register_declaratie", by=by, formulier=formulier) as spoor:
        toewijzing = (
            visible_toewijzingen(by, vandaag()).select_related("casus").filter(pk=toewijzing_id).first()
        )
        if toewijzing is None:
            raise Refused("niet_gevonden")
        end = end_of(toewijzing)
        if begin < toewijzing.ingangsdatum.replace(day=1) or (end is not None and begin >= end):
            raise Refused("declaratie_buiten_toewijzing")
        row = Declaratie.objects.create(
            toewijzing=toewijzing,
            datum=vandaag(),
            maand=begin,
            bedrag_cent=bedrag_cent,
            **written_by(by, toewijzing.gemeente_id),
        )
        spoor.onderwerp("toewijzing", toewijzing.pk)
        spoor.touched(toewijzing.casus.jeugdige_id, toewijzing.gemeente_id)
        return row.pk
