"""One provider, or one referring practice, in an own municipality or a region of own ones.

Exact, so for a role with a purpose and a log row. Counted from the mart; what is no figure of young people
(contracts, what a provider reported) comes from the registers, and how a provider answered from where
contract management counts it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from django.db.models import Q

from koers.actions.handeling import act
from koers.actions.monitor.berekend import EERSTE_JAAR
from koers.actions.monitor.landschap import landschap_areas
from koers.actions.monitor.mart import mart_folder
from koers.actions.monitor.partners import DOEL
from koers.actions.zorg.acceptatielijst import accepted_of, holds_since, sums_of
from koers.actions.zorg.contracten import newest_reports
from koers.analytics.acceptatie import MATEN, Telling
from koers.analytics.areas import Area
from koers.analytics.disclosure import ExactTable, show_internal
from koers.analytics.engines import FLOWS, engine, flows
from koers.analytics.mart import MANIFEST, last_written, mart_files
from koers.analytics.model.windows import Venster, windows
from koers.analytics.organisaties import (
    NODIG_AANBIEDER,
    NODIG_PRAKTIJK,
    demand_cells,
    practice_cells,
    provider_cells,
    provider_stay,
    stay_cells,
)
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedTable, Klasse, Sleutel
from koers.domain.matching import Gemeld
from koers.domain.weigering import Refused
from koers.registers.kern.models import Organisatie
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct

JAREN = 5  # whole years that are shown
_DIMS = ("wat", "deel", "periode")


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A product that the provider has a contract for today, and what it last reported of it."""

    code: str
    naam: str
    niveau: int
    inkoopregio: str
    gemeld: Gemeld | None


@dataclass(frozen=True, slots=True)
class Organisatiecijfers:
    """`tabel`: told counts by what, part and year (`koers.analytics.organisaties`); None: no figures yet.

    `aanbod` and `antwoorden_vanaf` are of a provider only; the answers themselves stand in the table.
    `huisarts`: whether it is a practice of GPs, as far as the register knows; a GI refers too.
    """

    gebied: Area
    agb: str
    naam: str
    jaren: tuple[int, ...]
    tabel: DisclosedTable | None
    aanbod: tuple[Aanbod, ...] = ()
    antwoorden_vanaf: date | None = None
    peildatum: datetime | None = None
    huisarts: bool = True
    doel: str = DOEL
    klasse: Klasse = Klasse.INTERN


def read_aanbiedercijfers(*, by: Actor, gebied: str, agb: str) -> Organisatiecijfers:
    """The figures of one provider over the last whole years. Refused: niet_gevonden."""
    with act("read_aanbiedercijfers", by=by) as spoor:
        spoor.onderwerp("aanbiedercijfers", f"{gebied} {agb}")
        area, jaren = _own(by, gebied), _years()
        aanbod = _supply(agb)
        namen = _names(agb)
        map_, stamp = _mart(NODIG_AANBIEDER)
        producten = tuple(sorted({een.code for een in aanbod}))
        cellen = _of_provider(map_, stamp, area, agb, jaren, producten) if map_ else {}
        if not (aanbod or any(cellen.get(("jeugdigen", "", jaar.naam)) for jaar in jaren)):
            raise Refused("niet_gevonden")
        since = holds_since()
        told = {**cellen, **_answers(by, area, agb, since)} if cellen else {}
        return Organisatiecijfers(
            area,
            agb,
            namen[0] if namen else agb,
            tuple(jaar.jaar for jaar in jaren),
            _told("aanbiedercijfers", told),
            aanbod,
            since,
            _known_until(map_),
        )


def read_praktijkcijfers(*, by: Actor, gebied: str, agb: str) -> Organisatiecijfers:
    """The figures of one referring practice over the last whole years. Refused: niet_gevonden."""
    with act("read_praktijkcijfers", by=by) as spoor:
        spoor.onderwerp("praktijkcijfers", f"{gebied} {agb}")
        area, jaren = _own(by, gebied), _years()
        here = Organisatie.objects.filter(agb=agb, soort="huisartspraktijk", gemeenten__in=area.gemeenten)
        map_, stamp = _mart(NODIG_PRAKTIJK)
        cellen = _of_practice(map_, stamp, area, agb, jaren) if map_ else {}
        seen = any(n for (wat, _, _), n in cellen.items() if wat in ("verwijzingen", "lichte_vragen"))
        if not seen and not here.exists():
            raise Refused("niet_gevonden")
        namen = _names(agb)
        return Organisatiecijfers(
            area,
            agb,
            namen[0] if namen else agb,
            tuple(jaar.jaar for jaar in jaren),
            _told("praktijkcijfers", cellen if seen else {}),
            peildatum=_known_until(map_),
            huisarts=here.exists() or not Organisatie.objects.filter(agb=agb).exists(),
        )


def _own(by: Actor, gebied: str) -> Area:
    area = next((een for een in landschap_areas(by) if een.code == gebied), None)
    if area is None:
        raise Refused("niet_gevonden")
    return area


def _years() -> tuple[Venster, ...]:
    last = vandaag().year - 1
    return windows("jaar", max(EERSTE_JAAR, last - JAREN + 1), last)


def _names(agb: str) -> list[str]:
    """What the organisations with this code are called. About organisations, never about persons."""
    return list(Organisatie.objects.filter(agb=agb).order_by("naam").values_list("naam", flat=True))


def _mart(nodig: Sequence[str]) -> tuple[str, str]:
    """The folder and state of the mart; empty words when there is none with these tables."""
    manifest = mart_folder() / MANIFEST
    if not manifest.exists() or not all(mart_files(manifest.parent).get(naam) for naam in nodig):
        return "", ""
    return str(manifest.parent), str(manifest.stat().st_mtime_ns)


def _known_until(map_: str) -> datetime | None:
    return max(last_written(Path(map_)).values(), default=None) if map_ else None


def _supply(agb: str) -> tuple[Aanbod, ...]:
    rows = Contractproduct.objects.on(vandaag()).filter(aanbieder__agb=agb)
    rows = list(rows.order_by("naam", "code", "inkoopregio", "pk"))
    reported = newest_reports({row.aanbieder_id for row in rows})
    return tuple(
        Aanbod(
            row.code,
            row.naam,
            row.niveau,
            row.inkoopregio,
            reported.get((row.aanbieder_id, row.code, row.inkoopregio)),
        )
        for row in rows
    )


def _answers(by: Actor, area: Area, agb: str, since: date) -> dict[Sleutel, int]:
    """How the provider answered to toewijzingen of this area, of all procurement regions together."""
    own = Q(contractproduct__aanbieder__agb=agb) & Q(gemeente__in=area.gemeenten)
    found: list[Telling] = list(sums_of(by, own, since))
    told: dict[Sleutel, int] = {
        ("antwoord", maat, ""): sum(int(getattr(een, maat)) for een in found) for maat in MATEN
    }
    return told | {("antwoord", "geaccepteerd", ""): accepted_of(by, own, since)}


@lru_cache(maxsize=32)
def _of_provider(
    map_: str, stamp: str, area: Area, agb: str, jaren: tuple[Venster, ...], producten: tuple[str, ...]
) -> Mapping[Sleutel, int]:
    """Once per state of the mart."""
    files = mart_files(Path(map_))
    motor = engine()
    data = motor.load(files)
    found = provider_cells(motor, data, area, agb, jaren)
    here = {deel for wat, deel, _ in found if wat == "product_hier"}
    found |= demand_cells(motor, data, area, sorted({*producten, *here}), jaren[-1])
    duur = provider_stay(flows(FLOWS), engine(FLOWS).load(files), area, agb, jaren)
    return found | stay_cells(duur)


@lru_cache(maxsize=32)
def _of_practice(
    map_: str, stamp: str, area: Area, agb: str, jaren: tuple[Venster, ...]
) -> Mapping[Sleutel, int]:
    """Once per state of the mart."""
    motor = engine()
    return practice_cells(motor, motor.load(mart_files(Path(map_))), area, agb, jaren)


def _told(naam: str, cellen: Mapping[Sleutel, int]) -> DisclosedTable | None:
    """Through the one exit: exact, in the class intern."""
    return show_internal(ExactTable(naam, _DIMS, cellen), doel=DOEL) if cellen else None
