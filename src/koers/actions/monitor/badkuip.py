"""The basin of a municipality: exact, so for a role with a purpose and a log row, or from tables in hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from koers.actions.handeling import act
from koers.actions.monitor.berekend import EERSTE_JAAR
from koers.actions.monitor.organisatienamen import organisation_names
from koers.actions.monitor.overzicht import first_year, latest_moment, municipalities
from koers.analytics.areas import Area, areas_of, asked_area, policy_areas
from koers.analytics.bathtub import NODIG, Badkuip, bathtub
from koers.analytics.bathtub_parts import SPLITSINGEN, Splitsing, Verdeling, basin_parts, needed_for
from koers.analytics.engines import FLOWS, engine, flows
from koers.analytics.mart import MANIFEST, mart_files
from koers.analytics.model import windows
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag


@dataclass(frozen=True, slots=True)
class Badkuipblad:
    """A basin with its area. `badkuip` None: there are no figures yet. `verdeling`: the last year in parts,
    when that was asked and the table it needs is there. `namen`: of providers or practices in it, by code.
    """

    gebied: Area
    specialistisch: bool
    badkuip: Badkuip | None
    verdeling: Verdeling | None = None
    namen: Mapping[str, str] = field(default_factory=dict)


def read_badkuip_gemeenten(*, by: Actor) -> tuple[Area, ...]:
    """The municipalities of which this actor may see the basin, by name. Shows nothing of anybody."""
    areas = policy_areas(tuple(beleid().gebieden.values()))
    return tuple(area for area in areas if area.code in by.gemeenten and not area.is_whole)


def own_area(by: Actor, gemeente: str) -> Area:
    """The municipality, when it is one of the actor's own. Refused: niet_gevonden."""
    area = next((a for a in read_badkuip_gemeenten(by=by) if a.code == gemeente), None)
    if area is None:
        raise Refused("niet_gevonden")
    return area


def read_badkuip(
    *, by: Actor, gemeente: str, specialistisch: bool = True, per: str | None = None
) -> Badkuipblad:
    """The basin of an own municipality, over whole years; `per`: the last one in parts too.

    Refused: niet_gevonden, badkuip_verdeling_onbekend.
    """
    split = _known_split(per)
    with act("read_badkuip", by=by) as spoor:
        spoor.onderwerp("badkuip", gemeente)
        area = own_area(by, gemeente)
        manifest = Path(settings.MART) / MANIFEST
        if not manifest.exists():
            return Badkuipblad(area, specialistisch, None)
        stamp = f"{manifest.stat().st_mtime_ns}:{vandaag().year}"
        found = _from_mart(str(manifest.parent), stamp, area, specialistisch)
        parts = _parts_from_mart(str(manifest.parent), stamp, area, specialistisch, split) if split else None
        return Badkuipblad(area, specialistisch, found, parts, _names(parts))


def _names(parts: Verdeling | None) -> Mapping[str, str]:
    """What the providers or practices in these parts are called."""
    if parts is None or parts.per not in ("aanbieder", "praktijk"):
        return {}
    return organisation_names([str(deel.groep) for deel in parts.delen if deel.groep is not None])


def _known_split(per: str | None) -> Splitsing | None:
    if per is None:
        return None
    found = next((een for een in SPLITSINGEN if een == per), None)
    if found is None:
        raise Refused("badkuip_verdeling_onbekend", per=per, keuze=", ".join(SPLITSINGEN))
    return found


@lru_cache(maxsize=32)
def _parts_from_mart(
    map_: str, stamp: str, area: Area, specialistisch: bool, per: Splitsing
) -> Verdeling | None:
    """Once per state of the mart."""
    files = mart_files(Path(map_))
    if not files.get(needed_for(per)):
        return None
    motor, last = engine(), vandaag().year - 1
    year = windows("jaar", last, last)[0]
    return basin_parts(motor, motor.load(files), area, year, per, specialistisch=specialistisch)


@lru_cache(maxsize=32)
def _from_mart(map_: str, stamp: str, area: Area, specialistisch: bool) -> Badkuip:
    """Once per state of the mart."""
    data = engine(FLOWS).load(mart_files(Path(map_)))
    return _marked(_basin(data, area, EERSTE_JAAR, vandaag().year - 1, specialistisch, met_uitgaven=True))


def count_badkuip(
    tabellen: Mapping[str, Sequence[Any]],
    *,
    gebied: str,
    specialistisch: bool = True,
    tot: int | None = None,
    per: str | None = None,
) -> Badkuipblad:
    """The basin from rows by table name, up to and including the year `tot`, else the last whole one; `per`:
    that year in parts too.

    Refused: tabel_nodig, gebied_onbekend, gebied_onvolledig, periode_in_toekomst, badkuip_verdeling_onbekend.
    """
    split = _known_split(per)
    if tot is not None and tot > vandaag().year:
        raise Refused("periode_in_toekomst", periode=tot)
    for naam in (*NODIG, *([needed_for(split)] if split else [])):
        if naam not in tabellen:
            raise Refused("tabel_nodig", tabel=naam)
    gebieden = tuple(beleid().gebieden.values())
    area = asked_area(gebied, areas_of(policy_areas(gebieden), municipalities(tabellen)), gebieden)
    last = tot or _last_whole_year(tabellen)
    data = engine(FLOWS).load_rows(tabellen)
    first = min(first_year(tabellen), last)
    found = _basin(data, area, first, last, specialistisch, met_uitgaven="declaraties" in tabellen)
    parts = None
    if split:
        motor = engine()
        year = windows("jaar", last, last)[0]
        rows = motor.load_rows(tabellen)
        parts = basin_parts(motor, rows, area, year, split, specialistisch=specialistisch)
    return Badkuipblad(area, specialistisch, _marked(found), parts)


def _last_whole_year(tabellen: Mapping[str, Sequence[Any]]) -> int:
    """Of a year that was not written up to December, in- and outflow would seem small."""
    known = latest_moment(tabellen)
    whole = vandaag().year - 1
    return whole if known is None else min(whole, known.year if known.month == 12 else known.year - 1)


def _basin(data: Any, area: Area, van: int, tot: int, specialistisch: bool, *, met_uitgaven: bool) -> Badkuip:
    return bathtub(
        engine(FLOWS),
        flows(FLOWS),
        data,
        area,
        windows("jaar", van, tot),
        specialistisch=specialistisch,
        met_uitgaven=met_uitgaven,
    )


def _marked(badkuip: Badkuip) -> Badkuip:
    """Ends come in late: the last whole year can still change."""
    recent = vandaag().year - 1
    return replace(
        badkuip, jaren=tuple(replace(jaar, voorlopig=jaar.jaar >= recent) for jaar in badkuip.jaren)
    )
