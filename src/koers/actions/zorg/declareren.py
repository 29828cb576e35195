"""A claim by message: each entry is granted and becomes a fact, or is rejected with its code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import kept_anywhere
from koers.actions.zorg.einden import amount_of, named_product, running, with_amount
from koers.domain.actor import Actor
from koers.domain.declaraties import Gedeclareerd, Opdracht, Prestatie, judge
from koers.registers.kern.kluis import index_bsn
from koers.registers.kern.models import Bericht, BerichtRichting, BerichtStand, Slot
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct, Declaratie, Toewijzing

GEEN_TOEWIJZING, ANDERE_CLIENT, NUMMER_GEBRUIKT = ("TR338", "9338"), ("TR304", "8187"), ("TR333", "9333")
# Without a code: a person is told, and nothing is rejected.
MAAND_OVERGESLAGEN = ("TR318", "", "Declaratie/DeclaratiePeriode/Begindatum")


@dataclass(frozen=True, slots=True)
class Ingediend:
    """An entry, and the code by which the message itself rejects it."""

    prestatie: Prestatie
    code: str = ""


def process_declaratie(
    *, by: Actor, bericht_id: UUID, nummer: str, maand: date, regels: Sequence[Ingediend]
) -> None:
    """Works on one claim; `nummer`: what the provider calls it, `maand`: its first day. Twice is once."""
    with act("process_declaratie", by=by) as spoor:
        Slot.objects.lock("berichten")
        bericht = Bericht.objects.get(pk=bericht_id)
        spoor.onderwerp("bericht", bericht_id)
        if bericht.stand != BerichtStand.ONTVANGEN:
            return
        if is_used(bericht.gemeente_id, bericht.afzender, nummer):
            regel, code = NUMMER_GEBRUIKT
            bericht.bevindingen = [*bericht.bevindingen, [regel, code, "Declaratie/DeclaratieNummer", ""]]
            regels = ()
        elif skips_a_month(bericht.gemeente_id, bericht.afzender, maand):
            bericht.bevindingen = [*bericht.bevindingen, [*MAAND_OVERGESLAGEN, ""]]
        toegekend = 0
        for een in regels:
            if een.code:
                continue
            fout = _grant_or_reject(by, bericht, nummer, een.prestatie, spoor)
            if fout is None:
                toegekend += 1
            else:
                bericht.bevindingen = [*bericht.bevindingen, [*fout, een.prestatie.plek, ""]]
        bericht.stand = BerichtStand.VERWERKT if toegekend else BerichtStand.AFGEKEURD
        bericht.save(update_fields=["stand", "bevindingen"])
        spoor.note(toegekend=toegekend, afgewezen=len(regels) - toegekend)


def is_used(gemeente: str, agb: str, nummer: str) -> bool:
    """Whether this provider used the number for an earlier claim that was granted, wholly or in part."""
    return Declaratie.objects.filter(
        gemeente=gemeente,
        declaratienummer=nummer,
        bericht__richting=BerichtRichting.IN,
        bericht__afzender=agb,
    ).exists()


def skips_a_month(gemeente: str, agb: str, maand: date) -> bool:
    """Whether help that began and did not stop was not claimed for a whole month before this one (TR318).

    No claim is rejected for it: that would be for a start or stop (OP364), and there may have been no help.
    """
    claimed = Declaratie.objects.current().filter(
        gemeente=gemeente, ingetrokken=False, bericht__afzender=agb, maand__lt=maand
    )
    last = claimed.aggregate(last=Max("maand"))["last"]
    if last is None:
        return False
    volgende = (last + timedelta(days=31)).replace(day=1)
    if volgende >= maand:
        return False
    given = Toewijzing.objects.current().filter(
        gemeente=gemeente, ingetrokken=False, contractproduct__aanbieder__agb=agb
    )
    whole = given.filter(stappen__soort="start", stappen__datum__lte=volgende, stappen__ingetrokken=False)
    return running(whole, maand).exists()


def _grant_or_reject(
    by: Actor, bericht: Bericht, nummer: str, een: Prestatie, spoor: Spoor
) -> tuple[str, str] | None:
    toewijzing, fout = judge_prestatie(bericht.gemeente_id, bericht.afzender, een)
    if fout is None:
        _write(by, bericht, nummer, toewijzing, een)
        spoor.touched(toewijzing.casus.jeugdige_id, toewijzing.gemeente_id)
    return fout


def judge_prestatie(gemeente: str, agb: str, een: Prestatie) -> tuple[Any, tuple[str, str] | None]:
    """The toewijzing on which an entry claims, with its `einde`; and the rule and code that reject it."""
    rows = Toewijzing.objects.current().filter(
        gemeente=gemeente,
        nummer=een.nummer,
        ingetrokken=False,
        contractproduct__aanbieder__agb=agb,
    )
    toewijzing = with_amount(rows).select_related("casus__jeugdige", "contractproduct").first()
    if toewijzing is None:
        return None, GEEN_TOEWIJZING
    if kept_anywhere(toewijzing.casus.jeugdige).bsn_index != index_bsn(een.bsn):
        return toewijzing, ANDERE_CLIENT
    return toewijzing, judge(een, _order(toewijzing, een), _before(toewijzing))


def _order(row: Any, een: Prestatie) -> Opdracht:
    product = row.contractproduct
    verwijderd = row.einde == row.ingangsdatum
    categorie, code = named_product(row)
    return Opdracht(
        categorie=categorie,
        code=code,
        ingangsdatum=row.ingangsdatum,
        einddatum=None if row.einde is None else row.einde - timedelta(days=0 if verwijderd else 1),
        verwijderd=verwijderd,
        omvang=amount_of(row),
        tarief_cent=_tariff(product, een),
        budget_cent=row.nu_budget_cent,
    )


def _tariff(product: Contractproduct, een: Prestatie) -> int | None:
    """The contract's tariff for this product on the first day of the entry; None if there is none."""
    rows = Contractproduct.objects.on(een.begindatum).filter(
        aanbieder=product.aanbieder_id, inkoopregio=product.inkoopregio, categorie=een.categorie
    )
    return next((row.tarief_cent for row in rows.order_by("code", "pk") if row.berichtcode == een.code), None)


def _before(toewijzing: Toewijzing) -> list[Gedeclareerd]:
    rows = (
        Declaratie.objects.current().filter(toewijzing=toewijzing, ingetrokken=False).exclude(referentie="")
    )
    return [
        Gedeclareerd(
            row.referentie,
            row.vorige_referentie,
            (row.code, row.begindatum, row.einddatum),
            row.volume,
            row.bedrag_cent,
        )
        for row in rows.order_by("vastgelegd_at", "pk")
    ]


def _write(by: Actor, bericht: Bericht, nummer: str, toewijzing: Toewijzing, een: Prestatie) -> None:
    Declaratie.objects.create(
        toewijzing=toewijzing,
        datum=vandaag(),
        maand=een.begindatum.replace(day=1),
        bedrag_cent=-een.bedrag_cent if een.credit else een.bedrag_cent,
        bericht=bericht,
        declaratienummer=nummer,
        referentie=een.referentie,
        vorige_referentie=een.vorige,
        code=een.code,
        begindatum=een.begindatum,
        einddatum=een.einddatum,
        volume=een.volume,
        **written_by(by, toewijzing.gemeente_id),
    )
