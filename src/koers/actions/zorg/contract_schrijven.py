"""Contracts typed in: with whom, until when, which products at which tariff. Rows only come.

What ends earlier, or gets another tariff, is told by a new fact beside the old one; what was agreed before
stays readable, and a claim of an earlier month is still held against the tariff of that month.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import shared_by
from koers.actions.handeling import act
from koers.actions.zorg.contractgevolg import consequences
from koers.actions.zorg.locaties import NieuweLocatie, write_locatie
from koers.authorization.zicht_contracten import (
    writable_contracten,
    writable_inkoopregios,
    writable_producten,
)
from koers.domain.actor import Actor
from koers.domain.contracten import (
    Periode,
    category_of,
    check_agb,
    check_laatste_dag,
    check_leeftijden,
    check_periode,
    check_tarief,
    first_overlap,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Gemeente, Organisatie, Slot
from koers.registers.klok import vandaag
from koers.registers.zorg.models import (
    Contract,
    ContractEinde,
    Contractproduct,
    ContractproductEinde,
)


@dataclass(frozen=True, slots=True)
class NieuwContract:
    """What was agreed with one provider in one procurement region. `voorwaarden`: ids of the policy."""

    inkoopregio: str
    naam: str
    agb: str
    periode: Periode
    voorwaarden: tuple[str, ...] = ()
    locatie: NieuweLocatie | None = None


@dataclass(frozen=True, slots=True)
class NieuwProduct:
    """A product in a contract. `code`: of the list JZ21. `hulpvorm`: CBS, where that list names none."""

    code: str
    naam: str
    niveau: int
    taakveld: str
    eenheid: str
    tarief_cent: int
    periode: Periode
    hulpvorm: str = ""
    leeftijd_van: int | None = None
    leeftijd_tot_en_met: int | None = None


def register_contract(*, by: Actor, nieuw: NieuwContract, formulier: UUID | None = None) -> UUID:
    """Writes a contract down; a provider that nobody knew comes in by it.

    Refused: inkoopregio_niet_van_u, agb_fout, agb_van_ander, aanbieder_met_andere_agb, periode_omgekeerd,
    voorwaarde_onbekend, contract_overlapt, locatie_onvolledig.
    """
    check_agb(nieuw.agb)
    check_periode(nieuw.periode)
    if unknown := set(nieuw.voorwaarden) - set(beleid().inkoopvoorwaarden):
        raise Refused("voorwaarde_onbekend", voorwaarde=min(unknown))
    with act("register_contract", by=by, formulier=formulier) as spoor:
        if nieuw.inkoopregio not in writable_inkoopregios(by):
            raise Refused("inkoopregio_niet_van_u")
        Slot.objects.lock(f"contract {nieuw.agb}")  # two at once would each see no overlap
        aanbieder = _provider(nieuw)
        there = Contract.objects.filter(aanbieder=aanbieder, inkoopregio=nieuw.inkoopregio)
        held = [period_of(een) for een in there.select_related("einde_feit")]
        found = first_overlap(nieuw.periode, [een for een in held if een.tot is None or een.tot > een.van])
        if found is not None:
            raise Refused("contract_overlapt", **_told(found))
        row = Contract.objects.create(
            aanbieder=aanbieder,
            inkoopregio=nieuw.inkoopregio,
            begindatum=nieuw.periode.van,
            tot_datum=nieuw.periode.tot,
            voorwaarden=sorted(set(nieuw.voorwaarden)),
            datum=vandaag(),
            **shared_by(by),
        )
        if nieuw.locatie is not None:
            write_locatie(aanbieder.pk, nieuw.locatie)
        spoor.onderwerp("contract", row.pk)
        return row.pk


def _provider(nieuw: NieuwContract) -> Organisatie:
    """The provider with this AGB code, or a new one. Refused: agb_van_ander, aanbieder_met_andere_agb."""
    naam = " ".join(nieuw.naam.split())
    known = Organisatie.objects.filter(agb=nieuw.agb).order_by("pk").first()
    if known is not None:
        if known.naam.casefold() != naam.casefold():
            raise Refused("agb_van_ander", agb=nieuw.agb, naam=known.naam)
        return known
    same = Organisatie.objects.filter(naam__iexact=naam, soort="aanbieder").first()
    if same is not None and same.agb:
        raise Refused("aanbieder_met_andere_agb", naam=same.naam, agb=same.agb)
    if same is None:
        same = Organisatie(naam=naam, soort="aanbieder")
    same.agb = nieuw.agb
    same.save()
    same.gemeenten.add(*Gemeente.objects.filter(code__in=_municipalities(nieuw.inkoopregio)))
    return same


def _municipalities(inkoopregio: str) -> set[str]:
    """CBS codes of the municipalities of a procurement region."""
    area = next(e.inkoopregio for e in beleid().acceptatieplicht.values() if e.contractcode == inkoopregio)
    return {een.code for een in beleid().gebieden.values() if een.deel_van == area and een.code}


def add_contractproduct(
    *,
    by: Actor,
    contract_id: UUID,
    nieuw: NieuwProduct,
    bekend: Mapping[str, tuple[str, str]],
    formulier: UUID | None = None,
) -> UUID:
    """Adds a product to a contract. `bekend`: the standard products (JZ21): code -> category, hulpvorm.

    Refused: niet_gevonden, productcode_onbekend, hulpvorm_ontbreekt, tarief_nul, tarief_te_hoog,
    periode_omgekeerd, leeftijden_omgekeerd, buiten_contract, product_overlapt.
    """
    categorie, hulpvorm = category_of(nieuw.code, bekend)
    if not (hulpvorm or nieuw.hulpvorm):
        raise Refused("hulpvorm_ontbreekt")
    check_tarief(nieuw.tarief_cent)
    check_periode(nieuw.periode)
    check_leeftijden(nieuw.leeftijd_van, nieuw.leeftijd_tot_en_met)
    with act("add_contractproduct", by=by, formulier=formulier) as spoor:
        contract = _contract(by, contract_id)
        if not period_of(contract).holds(nieuw.periode):
            raise Refused("buiten_contract", **_told(period_of(contract)))
        _refuse_overlap(contract, nieuw)
        row = Contractproduct.objects.create(
            contract=contract,
            aanbieder_id=contract.aanbieder_id,
            inkoopregio=contract.inkoopregio,
            code=nieuw.code,
            naam=" ".join(nieuw.naam.split()),
            categorie=categorie,
            niveau=nieuw.niveau,
            hulpvorm=hulpvorm or nieuw.hulpvorm,
            taakveld=nieuw.taakveld,
            eenheid=nieuw.eenheid,
            tarief_cent=nieuw.tarief_cent,
            leeftijd_van=nieuw.leeftijd_van,
            leeftijd_tot_en_met=nieuw.leeftijd_tot_en_met,
            begindatum=nieuw.periode.van,
            tot_datum=nieuw.periode.tot,
        )
        spoor.onderwerp("contract", contract.pk)
        spoor.note(code=nieuw.code, tarief_cent=nieuw.tarief_cent)
        return row.pk


def _refuse_overlap(contract: Contract, nieuw: NieuwProduct) -> None:
    """The same product of the same provider in the same region has one tariff on a day."""
    rows = Contractproduct.objects.with_end().filter(
        aanbieder=contract.aanbieder_id, inkoopregio=contract.inkoopregio
    )
    same = [Periode(row.begindatum, row.einde) for row in rows if row.berichtcode == nieuw.code]
    found = first_overlap(nieuw.periode, [een for een in same if een.tot is None or een.tot > een.van])
    if found is not None:
        raise Refused("product_overlapt", code=nieuw.code, **_told(found))


def change_tarief(
    *, by: Actor, product_id: UUID, vanaf: date, tarief_cent: int, reden: str, formulier: UUID | None = None
) -> UUID:
    """Another tariff from `vanaf` on: the old row ends there, and a new one goes on until the agreed end.

    Refused: niet_gevonden, tarief_nul, tarief_te_hoog, tarief_zelfde, reden_ontbreekt_contract,
    einde_voor_begin, einde_niet_eerder.
    """
    check_tarief(tarief_cent)
    with act("change_tarief", by=by, formulier=formulier) as spoor:
        row = _product(by, product_id)
        if row.tarief_cent == tarief_cent:
            raise Refused("tarief_zelfde", tarief_cent=tarief_cent)
        einde = _end_row(by, row, vanaf, reden)
        spoor.onderwerp("aanbieder", row.aanbieder_id)
        spoor.note(code=row.code, tarief_cent=tarief_cent, was_cent=row.tarief_cent)
        agreed = row.einde
        ours = {veld.name for veld in Contractproduct._meta.fields} - {"id", "begindatum", "tot_datum"}
        nieuw = Contractproduct.objects.create(
            **{naam: getattr(row, naam) for naam in ours} | {"tarief_cent": tarief_cent},
            begindatum=vanaf,
            tot_datum=agreed,
        )
        ContractproductEinde.objects.create(**einde, opvolger=nieuw)
        return nieuw.pk


def end_contractproduct(
    *, by: Actor, product_id: UUID, tot: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """The product holds until just before `tot`; so does what goes on from it at another tariff.

    Refused: niet_gevonden, reden_ontbreekt_contract, einde_voor_begin, einde_niet_eerder.
    """
    with act("end_contractproduct", by=by, formulier=formulier) as spoor:
        row = _product(by, product_id)
        told = _end_row(by, row, tot, reden)
        for een in (row, *_successors(row)):
            ContractproductEinde.objects.create(**told | {"product": een})
        spoor.onderwerp("aanbieder", row.aanbieder_id)
        spoor.note(code=row.code)
        return row.pk


def end_contract(
    *, by: Actor, contract_id: UUID, tot: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """The contract holds until just before `tot`, and so does every product in it.

    Refused: niet_gevonden, reden_ontbreekt_contract, einde_voor_begin, einde_niet_eerder,
    contract_al_beeindigd.
    """
    with act("end_contract", by=by, formulier=formulier) as spoor:
        contract = _contract(by, contract_id)
        _refuse_ended(contract)
        check_laatste_dag(tot, contract.begindatum, contract.tot_datum)
        _end_with_products(by, contract, tot, reden, ingetrokken=False)
        spoor.onderwerp("contract", contract.pk)
        return contract.pk


def withdraw_contract(*, by: Actor, contract_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """The contract never held: it was typed wrongly, or never came to be. What was typed stays readable.

    Only by who sees the help of every gemeente of the region: it may lean on the contract. Refused:
    niet_gevonden, reden_ontbreekt_contract, contract_al_beeindigd, contract_van_meer_gemeenten,
    contract_heeft_toewijzingen.
    """
    with act("withdraw_contract", by=by, formulier=formulier) as spoor:
        contract = _contract(by, contract_id)
        _refuse_ended(contract)
        if not _municipalities(contract.inkoopregio) <= by.gemeenten:
            raise Refused("contract_van_meer_gemeenten")
        if leaning := consequences(by, contract).ooit:
            raise Refused("contract_heeft_toewijzingen", aantal=leaning)
        _end_with_products(by, contract, contract.begindatum, reden, ingetrokken=True)
        spoor.onderwerp("contract", contract.pk)
        return contract.pk


def _refuse_ended(contract: Contract) -> None:
    if hasattr(contract, "einde_feit"):
        raise Refused("contract_al_beeindigd", tot=contract.einde_feit.tot_datum)


def _end_with_products(by: Actor, contract: Contract, tot: date, reden: str, *, ingetrokken: bool) -> None:
    told = {"tot_datum": tot, "reden": _reason(reden), "datum": vandaag(), **shared_by(by)}
    ContractEinde.objects.create(contract=contract, ingetrokken=ingetrokken, **told)
    for row in Contractproduct.objects.with_end().filter(contract=contract):
        if row.einde is None or row.einde > tot:
            ContractproductEinde.objects.create(product=row, **told)


def period_of(contract: Contract) -> Periode:
    """When it holds, with an end that was told later."""
    told = getattr(contract, "einde_feit", None)
    return Periode(contract.begindatum, told.tot_datum if told else contract.tot_datum)


def _contract(by: Actor, contract_id: UUID) -> Contract:
    """A contract of an own region, locked. Refused: niet_gevonden."""
    row = writable_contracten(by).select_related("aanbieder").filter(pk=contract_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    Slot.objects.lock(f"contract {row.aanbieder.agb}")
    return row


def _product(by: Actor, product_id: UUID) -> Any:
    """A product of an own region with its `einde`, locked. Refused: niet_gevonden."""
    rows = writable_producten(by).filter(pk=product_id)
    agb = rows.values_list("aanbieder__agb", flat=True).first()
    if agb is None:
        raise Refused("niet_gevonden")
    Slot.objects.lock(f"contract {agb}")
    return Contractproduct.objects.with_end().get(pk=product_id)


def _end_row(by: Actor, row: Any, tot: date, reden: str) -> dict[str, object]:
    """The columns of the end of a product, checked."""
    check_laatste_dag(tot, row.begindatum, row.einde)
    return {
        "product": row,
        "tot_datum": tot,
        "reden": _reason(reden),
        "datum": vandaag(),
        **shared_by(by),
    }


def _successors(row: Any) -> Iterator[Contractproduct]:
    """The rows that go on from this one at another tariff, and those that go on from them."""
    for einde in ContractproductEinde.objects.filter(product=row, opvolger__isnull=False):
        if einde.opvolger is not None:
            yield einde.opvolger
            yield from _successors(einde.opvolger)


def _reason(reden: str) -> str:
    if not reden.strip():
        raise Refused("reden_ontbreekt_contract")
    return reden.strip()


def _told(periode: Periode) -> dict[str, object]:
    """A period as parameters of a refusal; without an end `tot` is None, and the sentence says so."""
    return {"van": periode.van, "tot": periode.tot}
