"""Subsidies and contracts of a municipality with what was agreed on figures, and what came of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.sturing.agenda import VOLGORDE
from koers.actions.sturing.agenda_lezen import PrincipeBeeld, last_said
from koers.actions.sturing.subsidies import (
    Drager,
    agreements,
    measured,
    state_after,
    tests_of,
)
from koers.authorization.zicht_contracten import contracts_of
from koers.authorization.zicht_sturing import visible_agenda, visible_agendagemeenten
from koers.domain.actor import Actor
from koers.domain.subsidies import Houder, years_to_test
from koers.domain.toestanden.subsidie import SUBSIDIE
from koers.domain.uitvoeringsagenda import SCHRIJFT_AGENDA
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Prestatieafspraak, Principegebruik, Proeftuin, Subsidie
from koers.registers.zorg.models import Contract


@dataclass(frozen=True, slots=True)
class AfspraakBeeld:
    """An agreement with a figure. `uitkomst`: gehaald, niet_gehaald, loopt_nog or niet_te_zeggen.

    `id`: None in a test, where the agreement is only what was kept.
    """

    id: UUID | None
    indicator: str
    kant: str
    streefwaarde: Decimal
    uiterlijk: date
    waarde: Decimal | None
    eenheid: str
    voorlopig: bool
    versie: str
    uitkomst: str


@dataclass(frozen=True, slots=True)
class ToetsBeeld:
    """The test over a year as it was kept."""

    jaar: int
    uitkomsten: tuple[AfspraakBeeld, ...]
    woorden: str
    conclusie: str
    datum: date
    naam: str


@dataclass(frozen=True, slots=True)
class Prestaties:
    """What was agreed, with the figures of the last whole year, and every test.

    `te_toetsen`: the years that are over and untested, the first one first.
    """

    jaar: int
    afspraken: tuple[AfspraakBeeld, ...]
    toetsen: tuple[ToetsBeeld, ...]
    te_toetsen: tuple[int, ...]
    stand: str

    @property
    def mag_toetsen(self) -> bool:
        return bool(self.te_toetsen and self.afspraken and SUBSIDIE.open_acts(self.stand))


@dataclass(frozen=True, slots=True)
class SubsidieBeeld:
    """One subsidy. `bedrag_cent` over the whole period; `proeftuin`: id and name of the own one behind it."""

    id: UUID
    gemeente: str
    ontvanger: str
    waarvoor: str
    bedrag_cent: int
    begindatum: date
    einddatum: date
    via: str
    spuk: str
    bewijs: str
    bewijsbron: str
    proeftuin: tuple[UUID, str] | None
    principes: tuple[PrincipeBeeld, ...]
    prestaties: Prestaties


@dataclass(frozen=True, slots=True)
class ContractPrestaties:
    """A contract of the region as one municipality holds it."""

    id: UUID
    gemeente: str
    aanbieder: str
    inkoopregio: str
    begindatum: date
    tot_datum: date | None
    principes: tuple[PrincipeBeeld, ...]
    prestaties: Prestaties


@dataclass(frozen=True, slots=True)
class SubsidiesBeeld:
    """All of one municipality, with the contracts that it can agree in."""

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    subsidies: tuple[SubsidieBeeld, ...]
    contracten: tuple[ContractPrestaties, ...]
    proeftuinen: tuple[tuple[UUID, str], ...]
    schrijf_ik: bool


def read_subsidies(*, by: Actor, gemeente: str = "") -> SubsidiesBeeld:
    """All of a municipality, what waits for a test on top; none named: the first of the own ones.

    Refused: niet_gevonden.
    """
    with act("read_subsidies", by=by) as spoor:
        gemeenten = tuple(visible_agendagemeenten(by).order_by("naam").values_list("pk", "naam"))
        names = dict(gemeenten)
        gemeente = gemeente or next(iter(names), "")
        if gemeente not in names:
            raise Refused("niet_gevonden")
        spoor.onderwerp("subsidies", gemeente)
        rows = visible_agenda(by, Subsidie).filter(gemeente=gemeente).select_related("proeftuin")
        subsidies = [_subsidie(by, row) for row in rows.order_by(*VOLGORDE)]
        contracten = contracts_of(gemeente).select_related("aanbieder").order_by("aanbieder__naam", "pk")
        own = visible_agenda(by, Proeftuin).filter(gemeente=gemeente).order_by("naam", "pk")
        return SubsidiesBeeld(
            gemeente,
            names[gemeente],
            gemeenten,
            tuple(sorted(subsidies, key=lambda een: (not een.prestaties.mag_toetsen, een.ontvanger))),
            tuple(_contract(by, row, gemeente) for row in contracten),
            tuple(own.values_list("pk", "naam")),
            by.rol in SCHRIJFT_AGENDA,
        )


def read_subsidie(*, by: Actor, subsidie_id: UUID) -> tuple[SubsidieBeeld, bool]:
    """One, and whether the reader writes in it. Refused: niet_gevonden."""
    with act("read_subsidies", by=by) as spoor:
        row = visible_agenda(by, Subsidie).select_related("proeftuin").filter(pk=subsidie_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("subsidie", row.pk)
        return _subsidie(by, row), by.rol in SCHRIJFT_AGENDA


def read_contractprestaties(
    *, by: Actor, contract_id: UUID, gemeente: str = ""
) -> tuple[ContractPrestaties, bool]:
    """A contract as a municipality holds it; none named: the first own one. Refused: niet_gevonden."""
    with act("read_subsidies", by=by) as spoor:
        mine = tuple(visible_agendagemeenten(by).order_by("naam").values_list("pk", flat=True))
        gemeente = gemeente or next(iter(mine), "")
        if gemeente not in mine:
            raise Refused("niet_gevonden")
        row = contracts_of(gemeente).select_related("aanbieder").filter(pk=contract_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("contract", row.pk)
        return _contract(by, row, gemeente), by.rol in SCHRIJFT_AGENDA


def read_prestatieafspraak(*, by: Actor, afspraak_id: UUID) -> tuple[Houder, str]:
    """On what an agreement hangs, and its indicator. Refused: niet_gevonden."""
    with act("read_subsidies", by=by) as spoor:
        row = visible_agenda(by, Prestatieafspraak).filter(pk=afspraak_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("prestatieafspraak", row.pk)
        return Houder(row.subsidie_id, row.contract_id, row.gemeente_id), row.indicator


def _subsidie(by: Actor, row: Subsidie) -> SubsidieBeeld:
    said = visible_agenda(by, Principegebruik).filter(subsidie=row).order_by(*VOLGORDE)
    drager = Drager(row.pk, row.gemeente_id, row.begindatum, row.einddatum, subsidie=row)
    return SubsidieBeeld(
        *(row.pk, row.gemeente_id, row.ontvanger, row.waarvoor, row.bedrag_cent),
        *(row.begindatum, row.einddatum),
        *(row.via, row.spuk, row.bewijs, row.bewijsbron),
        (row.proeftuin.pk, row.proeftuin.naam) if row.proeftuin else None,
        last_said(said),
        _prestaties(by, drager),
    )


def _contract(by: Actor, row: Contract, gemeente: str) -> ContractPrestaties:
    drager = Drager(row.pk, gemeente, row.begindatum, row.tot_datum, contract=row)
    said = visible_agenda(by, Principegebruik).filter(contract=row, gemeente=gemeente).order_by(*VOLGORDE)
    return ContractPrestaties(
        *(row.pk, gemeente, row.aanbieder.naam, row.inkoopregio, row.begindatum, row.tot_datum),
        last_said(said),
        _prestaties(by, drager),
    )


def _prestaties(by: Actor, drager: Drager) -> Prestaties:
    jaar = vandaag().year - 1
    toetsen = tests_of(by, drager)
    done = {een.jaar for een in toetsen}
    return Prestaties(
        jaar,
        tuple(_agreement(measured(by, een, jaar), een.pk) for een in agreements(by, drager)),
        tuple(
            ToetsBeeld(
                een.jaar,
                tuple(_agreement(kept) for kept in een.uitkomsten),
                *(een.woorden, een.conclusie, een.datum, een.naam),
            )
            for een in toetsen
        ),
        years_to_test(drager.begin, drager.einde, done, vandaag()),
        state_after(toetsen),
    )


def _agreement(kept: dict[str, Any], id: UUID | None = None) -> AfspraakBeeld:
    return AfspraakBeeld(
        id,
        kept["indicator"],
        kept["kant"],
        Decimal(kept["streefwaarde"]),
        date.fromisoformat(kept["uiterlijk"]),
        None if kept["waarde"] is None else Decimal(kept["waarde"]),
        *(kept["eenheid"], kept["voorlopig"], kept["versie"], kept["uitkomst"]),
    )
