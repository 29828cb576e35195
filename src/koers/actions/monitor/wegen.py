"""Which level follows on which, and how long help takes per level, in an own municipality: exact, logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.monitor.mart import mart_folder
from koers.actions.monitor.partners import DOEL
from koers.analytics.areas import Area
from koers.analytics.disclosure import ExactTable, show_internal
from koers.analytics.engines import FLOWS, engine, flows
from koers.analytics.mart import MANIFEST, last_written, mart_files
from koers.analytics.model.windows import windows
from koers.analytics.wegen import NODIG, path_cells
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedTable, Klasse, Sleutel
from koers.registers.klok import vandaag


@dataclass(frozen=True, slots=True)
class Wegenblad:
    """`tabel`: told counts by what, part and place (`koers.analytics.wegen`); None: no figures yet."""

    gebied: Area
    jaar: int
    specialistisch: bool
    tabel: DisclosedTable | None
    peildatum: datetime | None = None
    doel: str = DOEL
    klasse: Klasse = Klasse.INTERN


def read_wegen(*, by: Actor, gemeente: str, specialistisch: bool = True) -> Wegenblad:
    """Steps between levels, and stay per level, in the last whole year. Refused: niet_gevonden."""
    with act("read_badkuip", by=by) as spoor:
        spoor.onderwerp("wegen", gemeente)
        area, jaar = own_area(by, gemeente), vandaag().year - 1
        manifest = mart_folder() / MANIFEST
        if not manifest.exists() or not all(mart_files(manifest.parent).get(naam) for naam in NODIG):
            return Wegenblad(area, jaar, specialistisch, None)
        map_ = manifest.parent
        cellen = _from_mart(str(map_), str(manifest.stat().st_mtime_ns), area, jaar, specialistisch)
        told = show_internal(ExactTable("wegen", ("wat", "deel", "bij"), cellen), doel=DOEL)
        known_until = max(last_written(map_).values(), default=None)
        return Wegenblad(area, jaar, specialistisch, told if cellen else None, known_until)


@lru_cache(maxsize=32)
def _from_mart(map_: str, stamp: str, area: Area, jaar: int, specialistisch: bool) -> Mapping[Sleutel, int]:
    """Once per state of the mart."""
    data = engine(FLOWS).load(mart_files(Path(map_)))
    year = windows("jaar", jaar, jaar)[0]
    return path_cells(flows(FLOWS), data, area, year, specialistisch=specialistisch)
