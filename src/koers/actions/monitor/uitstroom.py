"""Outflow per month: what was reported, and what is expected after the late ends have come in.

Counted from when things were written down, so it can be told for any day that has been. Exact: for a role
with a purpose and a log row, or from tables in hand. Delays are learned from all
municipalities that are there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.monitor.mart import end_of_day, mart_folder
from koers.actions.monitor.overzicht import latest_moment, municipalities
from koers.analytics.areas import Area, areas_of, asked_area, policy_areas
from koers.analytics.bathtub import SPECIALISTISCH
from koers.analytics.columns import read_rows
from koers.analytics.mart import MANIFEST, last_written, mart_files
from koers.analytics.model.windows import Venster, windows
from koers.analytics.naloop import Gebeurd, Maandstand, Vertraging, delays, expected
from koers.domain.actor import Actor
from koers.domain.spells import SOORTEN_VASTLEGGING, Vastlegging
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import dag_van, vandaag

MAANDEN = 18
EERDER = (3, 6)  # months back, of which the same figures are shown as they were known then
TABEL = "vastleggingen"


@dataclass(frozen=True, slots=True)
class Stand:
    """The months as they were known at the end of a day."""

    dag: date
    maanden: tuple[Maandstand, ...]


@dataclass(frozen=True, slots=True)
class Uitstroomblad:
    """`standen`: the asked day first, then earlier ones. `vertraging`: per kind of event what was learned on
    the asked day; None where too little happened. No `standen`: there are no figures yet.
    """

    gebied: Area
    specialistisch: bool
    standen: tuple[Stand, ...]
    vertraging: tuple[tuple[str, Vertraging | None], ...] = ()

    @property
    def voorlopig_vanaf(self) -> str | None:
        """The first month that can still change much, as "2026-02"."""
        return next((m.maand for m in self.standen[0].maanden if m.voorlopig), None) if self.standen else None


def read_uitstroom(
    *, by: Actor, gemeente: str, specialistisch: bool = True, stand: date | None = None
) -> Uitstroomblad:
    """Outflow of an own municipality, as known at the end of `stand`. Refused: niet_gevonden,
    stand_in_toekomst.
    """
    with act("read_uitstroom", by=by) as spoor:
        spoor.onderwerp("uitstroom", gemeente)
        area = own_area(by, gemeente)
        manifest = mart_folder() / MANIFEST
        if not manifest.exists() or not mart_files(manifest.parent).get(TABEL):
            return Uitstroomblad(area, specialistisch, ())
        rijen = _from_mart(str(manifest.parent), str(manifest.stat().st_mtime_ns))
        gone = (rij.vervallen_at for rij in rijen if rij.vervallen_at is not None)
        known_until = dag_van(max(*last_written(manifest.parent).values(), *gone))
        return _sheet(rijen, area, specialistisch, _asked(stand, known_until))


@lru_cache(maxsize=1)
def _from_mart(map_: str, stamp: str) -> tuple[Vastlegging, ...]:
    """Once per state of the mart."""
    return tuple(read_rows(Vastlegging, mart_files(Path(map_))[TABEL]))


def count_uitstroom(
    tabellen: Mapping[str, Sequence[Any]],
    *,
    gebied: str,
    specialistisch: bool = True,
    stand: date | None = None,
) -> Uitstroomblad:
    """Outflow from rows by table name. Without a table of recordings the ends in `spells` are taken, as if
    they were never corrected. Refused: tabel_nodig, gebied_onbekend, gebied_onvolledig, stand_in_toekomst.
    """
    if TABEL not in tabellen and "spells" not in tabellen:
        raise Refused("tabel_nodig", tabel="spells")
    rijen = tabellen.get(TABEL) or tuple(_ends(tabellen.get("spells", ())))
    gebieden = tuple(beleid().gebieden.values())
    area = asked_area(gebied, areas_of(policy_areas(gebieden), municipalities(tabellen)), gebieden)
    moment = latest_moment(tabellen)
    return _sheet(rijen, area, specialistisch, _asked(stand, dag_van(moment) if moment else vandaag()))


def _ends(spells: Iterable[Any]) -> Iterator[Vastlegging]:
    for rij in spells:
        if rij.einddatum is not None:
            at = rij.vastgelegd_at
            yield Vastlegging("einde_hulp", rij.gemeente, rij.niveau, rij.einddatum, at, at, None)


def _asked(stand: date | None, known_until: date) -> date:
    """The day of the figures: the asked one, but never later than the data knows about."""
    if stand is not None and stand > vandaag():
        raise Refused("stand_in_toekomst", stand=stand)
    return min(stand or known_until, known_until)


def _sheet(rijen: Sequence[Vastlegging], area: Area, specialistisch: bool, stand: date) -> Uitstroomblad:
    maanden = _months(stand)
    days = (stand, *(_month_end(stand, back) for back in EERDER))
    return Uitstroomblad(
        area,
        specialistisch,
        tuple(Stand(dag, _then(rijen, area, specialistisch, dag, maanden)) for dag in days),
        tuple(
            (soort, delays(_happened(rijen, end_of_day(stand), soort), stand))
            for soort in SOORTEN_VASTLEGGING
        ),
    )


def _then(
    rijen: Sequence[Vastlegging], area: Area, specialistisch: bool, dag: date, maanden: Sequence[Venster]
) -> tuple[Maandstand, ...]:
    grens = end_of_day(dag)
    late = delays(_happened(rijen, grens, "einde_hulp"), dag)
    here = [
        rij
        for rij in rijen
        if rij.gemeente in area.gemeenten and (not specialistisch or rij.niveau in SPECIALISTISCH)
    ]
    return expected(_happened(here, grens, "einde_hulp"), late, maanden, dag)


def _happened(rijen: Iterable[Vastlegging], grens: datetime, soort: str) -> Iterator[Gebeurd]:
    """What was known and held before a moment. Outflow is on the first day without help, as elsewhere."""
    later = timedelta(days=soort == "einde_hulp")
    for rij in rijen:
        if (
            rij.soort == soort
            and rij.vastgelegd_at < grens
            and (rij.vervallen_at is None or rij.vervallen_at >= grens)
        ):
            yield Gebeurd(rij.datum + later, dag_van(rij.eerst_vastgelegd_at))


def _months(stand: date) -> tuple[Venster, ...]:
    """The last months up to and including the one of this day."""
    alle = windows("maand", stand.year - 2, stand.year)
    return tuple(m for m in alle if m.begindatum <= stand)[-MAANDEN:]


def _month_end(stand: date, back: int) -> date:
    """The last day of the month so many months before."""
    months = stand.year * 12 + stand.month - back
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)
