"""Providers and their contracts: who delivers what where, at which tariff, with how much room."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from koers.actions.handeling import act
from koers.actions.zorg.plicht import policy_of
from koers.authorization.zicht_contracten import writable_inkoopregios, writable_producten
from koers.domain.actor import Actor
from koers.domain.congruentie import Contractregel, Vergelijking, compare
from koers.domain.matching import Gemeld
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Organisatie
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import Capaciteitsmelding, Contract, Contractproduct, Locatie

HOOGSTENS_PLEKKEN, HOOGSTENS_DAGEN = 999, 1_000
OUDSTE = timedelta(days=366)
# As long as a region wrote no policy, a report is old after so many days.
GELDIG_DAGEN = 30
MET_CONTRACT = Q(soort="aanbieder") | Q(producten__isnull=False)


@dataclass(frozen=True, slots=True)
class LocatieBeeld:
    id: UUID
    naam: str
    plaatsnaam: str
    gemeente: str
    begindatum: date
    tot_datum: date | None


@dataclass(frozen=True, slots=True)
class ProductBeeld:
    """A contract product. `tarief_cent` per `eenheid`; `gemeld`: what the provider last reported of it."""

    id: UUID
    code: str
    ijw_code: str
    naam: str
    niveau: int
    inkoopregio: str
    eenheid: str
    tarief_cent: int
    leeftijd_van: int | None
    leeftijd_tot_en_met: int | None
    begindatum: date
    tot_datum: date | None
    loopt: bool
    gemeld: Gemeld | None
    contract_id: UUID | None
    mag_schrijven: bool


@dataclass(frozen=True, slots=True)
class AanbiederRegel:
    """A provider as a line. `zonder`: products of which it reported nothing; `verouderd`: too long ago."""

    id: UUID
    naam: str
    agb: str
    regios: tuple[str, ...]
    producten: int
    zonder: int
    verouderd: int
    plaatsen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContractKort:
    """A contract that was typed in. `tot`: first day on which it does not hold any more; one that was
    withdrawn has no days."""

    id: UUID
    inkoopregio: str
    van: date
    tot: date | None

    @property
    def ingetrokken(self) -> bool:
        return self.tot == self.van


@dataclass(frozen=True, slots=True)
class ContractBeeld:
    """A contract with every row that its products ever had; `mag_schrijven`: the reader may change it."""

    kort: ContractKort
    aanbieder_id: UUID
    aanbieder: str
    agb: str
    voorwaarden: tuple[str, ...]
    producten: tuple[ProductBeeld, ...]
    reden_einde: str
    mag_schrijven: bool


@dataclass(frozen=True, slots=True)
class AanbiederBeeld:
    id: UUID
    naam: str
    agb: str
    kvk: str
    locaties: tuple[LocatieBeeld, ...]
    producten: tuple[ProductBeeld, ...]
    contracten: tuple[ContractKort, ...]


def read_contracten(*, by: Actor) -> tuple[AanbiederRegel, ...]:
    """Every provider with a contract today, by name. No persons."""
    with act("read_contracten", by=by):
        today = vandaag()
        rows = list(Contractproduct.objects.on(today).select_related("aanbieder"))
        reported = newest_reports({row.aanbieder_id for row in rows})
        places: dict[UUID, set[str]] = {}
        for aanbieder, plaats in Locatie.objects.on(today).values_list("aanbieder", "plaatsnaam"):
            places.setdefault(aanbieder, set()).add(plaats)
        per: dict[Organisatie, list[Contractproduct]] = {}
        for row in rows:
            per.setdefault(row.aanbieder, []).append(row)
        return tuple(
            _line(aanbieder, per[aanbieder], reported, places.get(aanbieder.pk, set()))
            for aanbieder in sorted(per, key=lambda een: een.naam)
        )


def _line(aanbieder: Organisatie, rows: list[Contractproduct], reported, places: set[str]) -> AanbiederRegel:
    found = [reported.get((row.aanbieder_id, row.code, row.inkoopregio)) for row in rows]
    return AanbiederRegel(
        aanbieder.pk,
        aanbieder.naam,
        aanbieder.agb,
        tuple(sorted({row.inkoopregio for row in rows})),
        len(rows),
        sum(een is None for een in found),
        sum(een is not None and een.verouderd for een in found),
        tuple(sorted(places)),
    )


def read_aanbieder(*, by: Actor, aanbieder_id: UUID) -> AanbiederBeeld:
    """One provider: places, and products that run or ran last. Refused: niet_gevonden."""
    with act("read_contracten", by=by) as spoor:
        spoor.onderwerp("aanbieder", aanbieder_id)
        return _provider(by, Organisatie.objects.filter(MET_CONTRACT, pk=aanbieder_id).distinct().first())


def read_eigen_contract(*, by: Actor) -> AanbiederBeeld:
    """What a provider itself has a contract for, with its last reports. Refused: niet_gevonden."""
    with act("report_capaciteit", by=by) as spoor:
        spoor.onderwerp("aanbieder", by.organisatie_id)
        if by.organisatie_id is None:
            raise Refused("niet_gevonden")
        return _provider(by, Organisatie.objects.filter(pk=by.organisatie_id).first())


def _provider(by: Actor, aanbieder: Organisatie | None) -> AanbiederBeeld:
    if aanbieder is None:
        raise Refused("niet_gevonden")
    today = vandaag()
    reported = newest_reports({aanbieder.pk})
    found = Contractproduct.objects.with_end().filter(aanbieder=aanbieder)
    rows = found.order_by("niveau", "naam", "-begindatum", "pk")
    mine = writable_inkoopregios(by)
    # A tariff of a year that is over is history: of each product the running row, else the newest.
    newest: dict[tuple[str, str], Contractproduct] = {}
    for row in rows:
        key = (row.code, row.inkoopregio)
        if key not in newest or _runs(row, today):
            newest[key] = row
    places = Locatie.objects.filter(aanbieder=aanbieder).order_by("-begindatum", "plaatsnaam", "naam")
    return AanbiederBeeld(
        aanbieder.pk,
        aanbieder.naam,
        aanbieder.agb,
        aanbieder.kvk,
        tuple(
            LocatieBeeld(
                een.pk,
                een.naam,
                een.plaatsnaam,
                gemeente_name(een.gemeentecode),
                een.begindatum,
                een.tot_datum,
            )
            for een in places
        ),
        tuple(product_picture(row, reported, today, mine) for row in newest.values()),
        tuple(
            _short(een)
            for een in Contract.objects.filter(aanbieder=aanbieder)
            .select_related("einde_feit")
            .order_by("-begindatum", "inkoopregio", "pk")
        ),
    )


def read_contract(*, by: Actor, contract_id: UUID) -> ContractBeeld:
    """One contract that was typed in, with its history. Refused: niet_gevonden."""
    with act("read_contracten", by=by) as spoor:
        row = Contract.objects.select_related("aanbieder", "einde_feit").filter(pk=contract_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("contract", contract_id)
        today, mine = vandaag(), writable_inkoopregios(by)
        rows = Contractproduct.objects.with_end().filter(contract=row)
        reported = newest_reports({row.aanbieder_id})
        kort = _short(row)
        return ContractBeeld(
            kort,
            row.aanbieder_id,
            row.aanbieder.naam,
            row.aanbieder.agb,
            tuple(row.voorwaarden),
            tuple(
                product_picture(een, reported, today, mine)
                for een in rows.order_by("naam", "code", "-begindatum", "pk")
            ),
            row.einde_feit.reden if hasattr(row, "einde_feit") else "",
            row.inkoopregio in mine and not kort.ingetrokken and (kort.tot is None or kort.tot > today),
        )


def read_contractproduct(*, by: Actor, product_id: UUID) -> tuple[ProductBeeld, UUID]:
    """A product of a region whose contracts the reader writes, and its provider. Refused: niet_gevonden."""
    with act("read_contracten", by=by) as spoor:
        row = Contractproduct.objects.with_end().filter(pk__in=writable_producten(by), pk=product_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("aanbieder", row.aanbieder_id)
        reported = newest_reports({row.aanbieder_id})
        return product_picture(row, reported, vandaag(), writable_inkoopregios(by)), row.aanbieder_id


def _short(row: Contract) -> ContractKort:
    told = row.einde_feit.tot_datum if hasattr(row, "einde_feit") else row.tot_datum
    return ContractKort(row.pk, row.inkoopregio, row.begindatum, told)


def read_inkoopregios(*, by: Actor) -> frozenset[str]:
    """The procurement regions whose contracts this actor writes. No persons."""
    return writable_inkoopregios(by)


def read_voorwaarden(*, by: Actor) -> dict[str, tuple[int, Counter[str]]]:
    """Per procurement region: the typed contracts that hold today, and how many name each condition."""
    with act("read_contracten", by=by):
        today = vandaag()
        found: dict[str, tuple[int, Counter[str]]] = {}
        for row in Contract.objects.select_related("einde_feit"):
            kort = _short(row)
            if kort.van <= today and (kort.tot is None or kort.tot > today):
                aantal, per = found.get(row.inkoopregio, (0, Counter()))
                found[row.inkoopregio] = (aantal + 1, per + Counter(row.voorwaarden))
        return found


def _runs(row: Any, day: date) -> bool:
    return row.begindatum <= day and (row.einde is None or row.einde > day)


def product_picture(row: Any, reported, today: date, mine: frozenset[str]) -> ProductBeeld:
    """A contract product with its `einde`. `mine`: the regions whose contracts the reader writes."""
    return ProductBeeld(
        id=row.pk,
        code=row.code,
        ijw_code=row.berichtcode,
        naam=row.naam,
        niveau=row.niveau,
        inkoopregio=row.inkoopregio,
        eenheid=row.eenheid,
        tarief_cent=row.tarief_cent,
        leeftijd_van=row.leeftijd_van,
        leeftijd_tot_en_met=row.leeftijd_tot_en_met,
        begindatum=row.begindatum,
        tot_datum=row.einde,
        loopt=_runs(row, today),
        gemeld=reported.get((row.aanbieder_id, row.code, row.inkoopregio)),
        contract_id=row.contract_id,
        mag_schrijven=row.inkoopregio in mine and (row.einde is None or row.einde > today),
    )


def newest_reports(aanbieders: Iterable[UUID]) -> dict[tuple[UUID, str, str], Gemeld]:
    """The last report of each product (provider, code, region), with its age."""
    today = vandaag()
    found: dict[tuple[UUID, str, str], Gemeld] = {}
    rows = Capaciteitsmelding.objects.filter(aanbieder__in=list(aanbieders))
    for row in rows.order_by("datum", "vastgelegd_at", "pk"):
        age = (today - row.datum).days
        found[row.aanbieder_id, row.code, row.inkoopregio] = Gemeld(
            row.datum, row.plekken, row.wachttijd_dagen, age, age > _valid_days(row.inkoopregio)
        )
    return found


def _valid_days(inkoopregio: str) -> int:
    plicht = policy_of(inkoopregio)
    return plicht.capaciteit_geldig_dagen if plicht else GELDIG_DAGEN


def gemeente_name(code: str) -> str:
    """The name of a gemeente; of one that the policy does not name, its code."""
    return next((een.naam.nl for een in beleid().gebieden.values() if een.code == code), code)


def read_congruentie(*, by: Actor) -> tuple[Vergelijking, ...]:
    """The products of today of the procurement regions side by side: what differs comes first."""
    with act("read_contracten", by=by):
        rows = Contractproduct.objects.on(vandaag()).select_related("aanbieder")
        regios = tuple(een.contractcode for een in beleid().acceptatieplicht.values())
        return compare(
            [
                Contractregel(
                    row.inkoopregio,
                    row.berichtcode,
                    row.naam,
                    row.aanbieder.naam,
                    row.niveau,
                    row.eenheid,
                    row.tarief_cent,
                    (row.leeftijd_van, row.leeftijd_tot_en_met),
                )
                for row in rows
            ],
            regios,
        )


def report_capaciteit(
    *,
    by: Actor,
    contractproduct_id: UUID,
    datum: date,
    plekken: int,
    wachttijd_dagen: int,
    formulier: UUID | None = None,
) -> UUID:
    """A provider says how many children could begin now, and how long others wait, as counted on `datum`.

    Refused: niet_gevonden, datum_in_toekomst, capaciteit_te_oud, capaciteit_te_groot.
    """
    today = vandaag()
    if datum > today:
        raise Refused("datum_in_toekomst")
    if today - datum > OUDSTE:
        raise Refused("capaciteit_te_oud")
    for getal, most in ((plekken, HOOGSTENS_PLEKKEN), (wachttijd_dagen, HOOGSTENS_DAGEN)):
        if not 0 <= getal <= most:
            raise Refused("capaciteit_te_groot", hoogstens=most)
    with act("report_capaciteit", by=by, formulier=formulier) as spoor:
        own = Contractproduct.objects.on(today).filter(aanbieder_id=by.organisatie_id, pk=contractproduct_id)
        product = own.first()
        if product is None:
            raise Refused("niet_gevonden")
        row = Capaciteitsmelding.objects.create(
            aanbieder_id=product.aanbieder_id,
            code=product.code,
            inkoopregio=product.inkoopregio,
            datum=datum,
            plekken=plekken,
            wachttijd_dagen=wachttijd_dagen,
            vastgelegd_at=nu(),
            vastgelegd_door=by.id,
        )
        spoor.onderwerp("aanbieder", product.aanbieder_id)
        return row.pk
