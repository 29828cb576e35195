"""Figures that Koers computes itself: from the mart, by a definition, through disclosure."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from koers.actions.handeling import act
from koers.actions.monitor.mart import kept_stands, mart_folder
from koers.actions.monitor.motoren import asked_engine
from koers.actions.monitor.uitkomsten import keep_outcomes, kept_outcome
from koers.analytics.areas import policy_areas
from koers.analytics.engines import STANDAARD
from koers.analytics.figures import Cijfer, Counted, Told, count, needed_tables, tell, unit
from koers.analytics.mart import MANIFEST, Voortgang, delivered_tables, last_written, mart_files, mart_tables
from koers.analytics.measures import definition, measures, with_targets
from koers.analytics.model import Definitie, Doelpunt, Venster, is_provisional
from koers.analytics.model.windows import windows
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.disclosed import Klasse
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag

EERSTE_JAAR = 2019
DOEL = "sturen op het eigen beleid"


@dataclass(frozen=True, slots=True)
class Berekening:
    """An indicator over years and areas, in one class.

    `doelen`: per target date of the source where it should be; `doelgebied`: the area that they are of.
    `stand`: the day as of which it was known; None: now. `aangeleverd`: the tables of the mart that came from
    another back office.
    """

    id: str
    lezing: str
    lezing_naam: tuple[str, str]
    lezingen: tuple[tuple[str, str, str], ...]
    eenheid: str
    klasse: Klasse
    definitie_versie: str
    peildatum: datetime | None
    noten: tuple[str, ...]
    perioden: tuple[str, ...]
    cijfers: tuple[Cijfer, ...]
    doelen: tuple[Doelpunt, ...] = ()
    doelgebied: str = ""
    stand: date | None = None
    aangeleverd: tuple[str, ...] = ()

    def rows(self) -> list[tuple[str, str, list[Cijfer]]]:
        """Per area: code, name and its figures in the order of the periods."""
        found: dict[str, list[Cijfer]] = {}
        for cijfer in self.cijfers:
            found.setdefault(cijfer.gebied, []).append(cijfer)
        return [(code, row[0].gebiedsnaam, row) for code, row in found.items()]


def read_indicator(
    *,
    by: Actor | None,
    indicator: str,
    lezing: str | None = None,
    stand: date | None = None,
    motor: str = STANDAARD,
) -> Berekening | None:
    """The indicator as everybody may see it; None when it is not computed, or the mart lacks a table.

    `stand`: as it was known at the end of that day. `motor`: another engine counts it anew.
    Refused: lezing_onbekend, stand_niet_bewaard, and what `asked_engine` refuses.
    """
    sleutel = _key(indicator, lezing, stand)
    if sleutel is None:
        return None
    told, peildatum = _open(sleutel) if motor == STANDAARD else _open_elsewhere(sleutel, motor)
    return calculation(_definition(sleutel), told, _years(stand), peildatum, stand, _delivered(*sleutel[:2]))


def read_indicator_intern(
    *, by: Actor, indicator: str, lezing: str | None = None, stand: date | None = None
) -> Berekening | None:
    """The exact figures of the actor's own municipalities, for a role with a purpose; logged and marked."""
    sleutel = _key(indicator, lezing, stand)
    if sleutel is None:
        return None
    with act("read_indicator_intern", by=by) as spoor:
        spoor.onderwerp("indicator", indicator)
        definitie, counted, peildatum = _compute(sleutel)
        own = replace(counted, areas=tuple(area for area in counted.areas if area.code in by.gemeenten))
        told = tell(own, Klasse.INTERN, doel=DOEL)
        return calculation(definitie, told, _years(stand), peildatum, stand, _delivered(*sleutel[:2]))


def missing_tables(indicator: str) -> tuple[str, ...]:
    """The tables that the mart does not hold and this indicator needs; all of them when there is no mart."""
    there = mart_tables(Path(settings.MART))
    return tuple(t for t in needed_tables(definition(indicator).maat) if t not in there)


def counted_at(stand: date | None = None) -> datetime | None:
    """When the tables that figures are counted from last changed; None when there are none."""
    manifest = mart_folder(stand) / MANIFEST
    return datetime.fromtimestamp(manifest.stat().st_mtime, UTC) if manifest.exists() else None


def mart_mark(stand: date | None = None) -> str:
    """Another one after every change of the mart of then, or of which days are kept beside it."""
    manifest = mart_folder(stand) / MANIFEST
    try:
        now = manifest.stat()
    except FileNotFoundError:
        return "geen mart"
    # The file is replaced, never written over: another inode, even within one tick of the clock.
    kept = ",".join(dag.isoformat() for dag in kept_stands())
    return f"{manifest}:{now.st_ino}:{now.st_mtime_ns}:{now.st_size}:{kept}"


def warm_up() -> None:
    """Compiles what counts, once for this installation, so that nobody waits for it at a page."""
    from koers.analytics.engines import kernels

    kernels.warm_up()


def calculation(
    definitie: Definitie,
    told: Told,
    vensters: tuple[Venster, ...],
    peildatum: datetime | None,
    stand: date | None = None,
    aangeleverd: tuple[str, ...] = (),
) -> Berekening:
    """What was told over these windows, with the words and targets that go with it."""
    still_open = {v.naam for v in vensters if _can_change(definitie, v, peildatum, stand)}
    return Berekening(
        id=definitie.indicator,
        lezing=definitie.lezing,
        lezing_naam=(definitie.naam_nl, definitie.naam_en),
        lezingen=tuple((n, d.naam_nl, d.naam_en) for n, d in measures()[definitie.indicator].items()),
        eenheid=unit(definitie),
        klasse=told.klasse,
        definitie_versie=definitie.versie,
        peildatum=peildatum,
        noten=told.noten,
        perioden=tuple(venster.naam for venster in vensters),
        doelen=tuple(pad[-1] for pad in definitie.doelpaden),
        doelgebied=_target_area(definitie.indicator),
        stand=stand,
        aangeleverd=aangeleverd,
        cijfers=tuple(replace(c, voorlopig=True) if c.periode in still_open else c for c in told.cijfers),
    )


def _can_change(
    definitie: Definitie, venster: Venster, peildatum: datetime | None, stand: date | None
) -> bool:
    """Ends come in late, so the running year and the one before can still change."""
    if venster.jaar >= (stand or vandaag()).year - 1:
        return True
    return peildatum is not None and is_provisional(definitie.maat, venster, peildatum.date())


def _key(indicator: str, lezing: str | None, stand: date | None) -> tuple[str, str, str] | None:
    """What the answer depends on; None when it cannot be computed."""
    if stand is not None and stand not in kept_stands():
        raise Refused("stand_niet_bewaard", stand=stand)
    if indicator not in measures() or missing_tables(indicator):
        return None
    readings = measures()[indicator]
    if lezing is not None and lezing not in readings:
        raise Refused("lezing_onbekend", lezing=lezing, lezingen=", ".join(readings))
    manifest = mart_folder(stand) / MANIFEST
    stamp = f"{manifest.stat().st_mtime_ns}:{(stand or vandaag()).year}"
    return (str(manifest.parent), stamp, f"{indicator}/{lezing or next(iter(readings))}")


@lru_cache(maxsize=64)
def _delivered(map_: str, stempel: str) -> tuple[str, ...]:
    return delivered_tables(Path(map_))


def _years(stand: date | None) -> tuple[Venster, ...]:
    return windows("jaar", EERSTE_JAAR, (stand or vandaag()).year)


@lru_cache(maxsize=64)
def _compute(
    sleutel: tuple[str, str, str], motor: str = STANDAARD
) -> tuple[Definitie, Counted, datetime | None]:
    """Counts once per state of the mart; the answer stays until the mart changes."""
    map_, definitie = Path(sleutel[0]), _definition(sleutel)
    areas = policy_areas(tuple(beleid().gebieden.values()))
    data = _loaded(motor, sleutel[0], sleutel[1])
    counted = count(definitie, asked_engine(motor), data, areas, _windows(sleutel))
    return definitie, counted, max(last_written(map_).values(), default=None)


def _loaded(motor: str, map_: str, stempel: str) -> Any:
    """The tables of the mart in an engine. `kernels` keeps them itself; another gets them once."""
    load = _open_tables if motor == STANDAARD else _kept_tables
    return load(motor, map_, stempel)


def _open_tables(motor: str, map_: str, stempel: str) -> Any:
    return asked_engine(motor).load(mart_files(Path(map_)))


_kept_tables = lru_cache(maxsize=1)(_open_tables)


def _definition(sleutel: tuple[str, str, str]) -> Definitie:
    indicator, lezing = sleutel[2].split("/")
    return with_targets(definition(indicator, lezing), beleid().indicatoren[indicator])


def _windows(sleutel: tuple[str, str, str]) -> tuple[Venster, ...]:
    return windows("jaar", EERSTE_JAAR, int(sleutel[1].split(":")[1]))


@lru_cache(maxsize=64)
def _open(sleutel: tuple[str, str, str]) -> tuple[Told, datetime | None]:
    """What everybody may see, and when the last row was written: as kept beside the mart, else told now."""
    map_, jaren = Path(sleutel[0]), _windows(sleutel)
    kept = kept_outcome(map_, sleutel[2], jaren[-1].jaar)
    if kept is not None:
        return kept, max(last_written(map_).values(), default=None)
    _, counted, peildatum = _compute(sleutel)
    return tell(counted, Klasse.OPENBAAR), peildatum


def _open_elsewhere(sleutel: tuple[str, str, str], motor: str) -> tuple[Told, datetime | None]:
    """What everybody may see, counted now by another engine."""
    _, counted, peildatum = _compute(sleutel, motor)
    return tell(counted, Klasse.OPENBAAR), peildatum


def tell_everything(*, by: Actor, voortgang: Voortgang | None = None) -> int:
    """Counts and tells every reading of every indicator that the mart of now has the tables for, and keeps
    what everybody may see beside it: no page has to wait for it. How many there are. Refused: geen_recht.
    """
    require(by, "refresh_mart")
    readings = [(i, lezing) for i, per in measures().items() if not missing_tables(i) for lezing in per]
    told: dict[str, Told] = {}
    for nummer, (indicator, lezing) in enumerate(readings, start=1):
        sleutel = _key(indicator, lezing, None)
        if sleutel is not None:
            told[sleutel[2]] = tell(_compute(sleutel)[1], Klasse.OPENBAAR)
        if voortgang is not None:
            voortgang(f"{indicator}/{lezing}", nummer, len(readings))
    keep_outcomes(Path(settings.MART), told, vandaag().year)
    return len(told)


def _target_area(indicator: str) -> str:
    """The code of the area whose start the source gives; its targets are of the same area."""
    start = beleid().indicatoren[indicator].startwaarde
    return (beleid().gebieden[start.gebied].code or "") if start else ""
