"""The zorglandschap: supply against demand per hulpvorm, of an own municipality or a region of own ones.

Exact, so for a role with a purpose and a log row. There is no page for everybody: the same young people stand
in published totals over all hulpvormen, and next to those even rounded parts would tell too much.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from koers.actions.handeling import act
from koers.actions.monitor.berekend import EERSTE_JAAR
from koers.actions.monitor.mart import mart_folder
from koers.actions.monitor.overzicht import first_year, latest_moment, municipalities
from koers.actions.monitor.partners import DOEL
from koers.analytics.areas import Area, areas_of, asked_area, policy_areas
from koers.analytics.disclosure import ExactTable, show_internal
from koers.analytics.engines import Engine, engine, layout
from koers.analytics.figures import Cijfer, count, tell
from koers.analytics.mart import MANIFEST, last_written, mart_files
from koers.analytics.model.windows import Venster, windows
from koers.analytics.zorglandschap import Beeld, Contract, demand, products_of, supply
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedTable, Klasse, Sleutel
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct

NODIG = ("spells", "verwijzingen")
ONBEKEND = ("onbekend", "begonnen")
GETELD = ("lopend", "leverend", "grootste", "begonnen", "zonder_contract")


@dataclass(frozen=True, slots=True)
class Hulpvormbeeld:
    """One hulpvorm. `vraag`: told figures by name (`koers.analytics.zorglandschap.demand`); `aanbieders`: who
    has a contract on the last day of the year, by name.
    """

    hulpvorm: str
    vraag: Mapping[str, Cijfer]
    aanbieders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Landschap:
    """`aanbod`: told counts by hulpvorm and name (`GETELD`); None with no `vormen`: there are no figures yet.

    Under ONBEKEND: spells of this year with a product of no contract. `jaren`: what may be asked for.
    """

    gebied: Area
    jaar: int
    jaren: tuple[int, ...]
    vormen: tuple[Hulpvormbeeld, ...]
    aanbod: DisclosedTable | None
    inkoopregios: tuple[str, ...] = ()
    peildatum: datetime | None = None
    klasse: Klasse = Klasse.INTERN
    codes: Mapping[str, str] = field(default_factory=dict)  # of the providers by name: their AGB code


def landschap_areas(by: Actor) -> tuple[Area, ...]:
    """Own municipalities, and the regions of which all municipalities are the actor's own."""
    areas = policy_areas(tuple(beleid().gebieden.values()))
    return tuple(area for area in areas if by.gemeenten.issuperset(area.gemeenten))


def read_landschap(*, by: Actor, gebied: str, jaar: int | None = None) -> Landschap:
    """The landscape of an own area in a whole year, by default the last one. Refused: niet_gevonden,
    periode_onbekend.
    """
    with act("read_landschap", by=by) as spoor:
        spoor.onderwerp("zorglandschap", gebied)
        area = next((een for een in landschap_areas(by) if een.code == gebied), None)
        if area is None:
            raise Refused("niet_gevonden")
        jaren = tuple(range(vandaag().year - 1, EERSTE_JAAR - 1, -1))
        if jaar is not None and jaar not in jaren:
            raise Refused("periode_onbekend", periode=jaar)
        venster = windows("jaar", jaar or jaren[0], jaar or jaren[0])[0]
        manifest = mart_folder() / MANIFEST
        if not manifest.exists() or not all(mart_files(manifest.parent).get(naam) for naam in NODIG):
            return Landschap(area, venster.jaar, jaren, (), None)
        return _landscape(area, venster, jaren, str(manifest.parent), str(manifest.stat().st_mtime_ns))


def count_landschap(
    tabellen: Mapping[str, Sequence[Any]], *, by: Actor, gebied: str, jaar: int | None = None
) -> Landschap:
    """The landscape from rows by table name, beside the contracts of the register: who may deliver is no
    secret, and who has the rows may count them. Refused: tabel_nodig, gebied_onbekend, gebied_onvolledig,
    periode_onbekend.
    """
    require(by, "read_regio")
    for naam in NODIG:
        if naam not in tabellen:
            raise Refused("tabel_nodig", tabel=naam)
    gebieden = tuple(beleid().gebieden.values())
    area = asked_area(gebied, areas_of(policy_areas(gebieden), municipalities(tabellen)), gebieden)
    jaren = tuple(range(vandaag().year - 1, first_year(tabellen) - 1, -1))
    if not jaren or (jaar is not None and jaar not in jaren):
        raise Refused("periode_onbekend", periode=jaar or "")
    venster = windows("jaar", jaar or jaren[0], jaar or jaren[0])[0]
    contracten, motor = _contracts(), engine()
    here = supply(contracten, layout.load_rows(tabellen).rijen("spells"), area.gemeenten, venster)
    told = _asked(motor, motor.load_rows(tabellen), area, venster, products_of(contracten).items())
    return _pictured(area, venster, jaren, here, told, contracten, latest_moment(tabellen))


def _landscape(area: Area, venster: Venster, jaren: tuple[int, ...], map_: str, stamp: str) -> Landschap:
    contracten = _contracts()
    spells = layout.load(mart_files(Path(map_))).rijen("spells")
    here = supply(contracten, spells, area.gemeenten, venster)
    told = _demand(map_, stamp, area, venster, tuple(products_of(contracten).items()))
    known_until = max(last_written(Path(map_)).values(), default=None)
    return _pictured(area, venster, jaren, here, told, contracten, known_until)


def _pictured(
    area: Area,
    venster: Venster,
    jaren: tuple[int, ...],
    here: Beeld,
    told: Mapping[str, Mapping[str, Cijfer]],
    contracten: Iterable[Contract],
    peildatum: datetime | None,
) -> Landschap:
    return Landschap(
        area,
        venster.jaar,
        jaren,
        tuple(Hulpvormbeeld(vorm, told[vorm], here.aanbod[vorm].aanbieders) for vorm in here.aanbod),
        show_internal(_table(here), doel=DOEL),
        here.inkoopregios,
        peildatum,
        codes={een.aanbieder: een.agb for een in contracten if een.agb},
    )


def _contracts() -> tuple[Contract, ...]:
    """All contracts of the register: about organisations, never about persons."""
    rows = Contractproduct.objects.with_end().select_related("aanbieder").order_by("hulpvorm", "code", "pk")
    return tuple(
        Contract(
            row.code,
            row.hulpvorm,
            row.aanbieder.naam,
            row.aanbieder.agb or None,
            row.inkoopregio,
            row.begindatum,
            row.einde,
        )
        for row in rows
    )


@lru_cache(maxsize=32)
def _demand(
    map_: str,
    stamp: str,
    area: Area,
    venster: Venster,
    producten: tuple[tuple[str, tuple[str, ...]], ...],
) -> Mapping[str, Mapping[str, Cijfer]]:
    """Counted and told once per state of the mart, area, year and set of contracts."""
    motor = engine()
    return _asked(motor, motor.load(mart_files(Path(map_))), area, venster, producten)


def _asked(
    motor: Engine,
    data: Any,
    area: Area,
    venster: Venster,
    producten: Iterable[tuple[str, tuple[str, ...]]],
) -> Mapping[str, Mapping[str, Cijfer]]:
    found: dict[str, dict[str, Cijfer]] = {}
    for hulpvorm, codes in producten:
        for naam, definitie in demand(hulpvorm, codes).items():
            told = tell(count(definitie, motor, data, (area,), (venster,)), Klasse.INTERN, doel=DOEL)
            found.setdefault(hulpvorm, {})[naam] = told.cijfers[0]
    return found


def _table(here: Beeld) -> ExactTable:
    """What was counted of help, as one table for the one exit."""
    cellen: dict[Sleutel, int] = {ONBEKEND: here.onbekend}
    for vorm, een in here.aanbod.items():
        cellen |= {(vorm, naam): getattr(een, naam) for naam in GETELD}
    return ExactTable("zorglandschap", ("hulpvorm", "wat"), cellen)
