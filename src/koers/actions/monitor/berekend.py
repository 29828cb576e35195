"""Figures that Koers computes itself: from the mart, by a definition, through disclosure."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from koers.actions.handeling import act
from koers.analytics.disclosure import ExactTable, disclose, share, show_internal
from koers.analytics.engines import engine
from koers.analytics.lattice import Verband, part_of, total
from koers.analytics.mart import MANIFEST, last_written, mart_files
from koers.analytics.measures import definition, measures, with_targets
from koers.analytics.model import Aandeel, Definitie, Doelpunt, Uitkomst
from koers.analytics.model.windows import windows
from koers.domain.actor import Actor
from koers.domain.disclosed import CelStatus, DisclosedCell, DisclosedShare, DisclosedTable, Klasse, Sleutel
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag

EERSTE_JAAR = 2019
GEHEEL = "JZ04"
TELLER, NOEMER = "teller", "noemer"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One told figure. `waarde` in the unit of the indicator; `teller` and `noemer` as told, or None."""

    gebied: str
    gebiedsnaam: str
    periode: str
    status: CelStatus
    waarde: str | None
    teller: int | None
    noemer: int | None
    voorlopig: bool


@dataclass(frozen=True, slots=True)
class Berekening:
    """An indicator over years and municipalities, in one class.

    `doelen`: per target date of the source where it should be; `doelgebied`: the area that they are of.
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

    def rows(self) -> list[tuple[str, str, list[Cijfer]]]:
        """Per area: code, name and its figures in the order of the periods."""
        found: dict[str, list[Cijfer]] = {}
        for cijfer in self.cijfers:
            found.setdefault(cijfer.gebied, []).append(cijfer)
        return [(code, row[0].gebiedsnaam, row) for code, row in found.items()]


def is_computed(indicator: str) -> bool:
    """Whether Koers computes this indicator: a share of the population per municipality and year, for now."""
    return indicator in measures() and isinstance(definition(indicator).maat, Aandeel)


def read_indicator(*, by: Actor | None, indicator: str, lezing: str | None = None) -> Berekening | None:
    """The indicator as everybody may see it; None when there is no mart yet, or it is not computed.

    Refused: lezing_onbekend.
    """
    exact = _exact(indicator, lezing)
    return None if exact is None else _told(exact, _open_table(exact.sleutel))


def read_indicator_intern(*, by: Actor, indicator: str, lezing: str | None = None) -> Berekening | None:
    """The exact figures of the actor's own municipalities, for a role with a purpose; logged and marked."""
    exact = _exact(indicator, lezing)
    if exact is None:
        return None
    with act("read_indicator_intern", by=by) as spoor:
        spoor.onderwerp("indicator", indicator)
        own = {g for g in exact.gebieden if g in by.gemeenten}
        cells = {s: n for s, n in exact.tabel.cellen.items() if s[1] in own}
        tabel = ExactTable(exact.tabel.maat, exact.tabel.dimensies, cells)
        return _told(exact, show_internal(tabel, doel="sturen op het eigen beleid"))


@dataclass(frozen=True)
class _Exact:
    """What was counted, before anything is told. `sleutel`: what it depends on."""

    sleutel: tuple[str, str, str]
    definitie: Definitie
    tabel: ExactTable
    gebieden: dict[str, str]
    perioden: tuple[str, ...]
    peildatum: datetime | None


def _exact(indicator: str, lezing: str | None) -> _Exact | None:
    manifest = Path(settings.MART) / MANIFEST
    if not is_computed(indicator) or not manifest.exists():
        return None
    readings = measures()[indicator]
    if lezing is not None and lezing not in readings:
        raise Refused("lezing_onbekend", lezing=lezing, lezingen=", ".join(readings))
    stamp = f"{manifest.stat().st_mtime_ns}:{vandaag().year}"
    return _compute((str(manifest.parent), stamp, f"{indicator}/{lezing or next(iter(readings))}"))


@lru_cache(maxsize=64)
def _compute(sleutel: tuple[str, str, str]) -> _Exact:
    """Counts once per state of the mart; the answer stays until the mart changes."""
    map_, (indicator, lezing) = Path(sleutel[0]), sleutel[2].split("/")
    definitie = with_targets(definition(indicator, lezing), beleid().indicatoren[indicator])
    engine_ = engine()
    data = engine_.load(mart_files(map_))
    years = windows("jaar", EERSTE_JAAR, vandaag().year)
    gebieden = _areas()
    counted = engine_.compute(definitie.maat, data, years, ("gemeente",))
    whole = engine_.compute(definitie.maat, data, years)
    perioden = tuple(year.naam for year in years)
    return _Exact(
        sleutel,
        definitie,
        _table(definitie, counted, whole, tuple(gebieden), perioden),
        gebieden | {GEHEEL: "Drenthe"},
        perioden,
        max(last_written(map_).values(), default=None),
    )


def _areas() -> dict[str, str]:
    found = [g for g in beleid().gebieden.values() if g.eigen_omgeving and g.code]
    return {g.code: g.naam.nl for g in sorted(found, key=lambda g: g.naam.nl) if g.code}


def _table(
    definitie: Definitie,
    counted: tuple[Uitkomst, ...],
    whole: tuple[Uitkomst, ...],
    gemeenten: tuple[str, ...],
    perioden: tuple[str, ...],
) -> ExactTable:
    """Every cell of the lattice, also where nothing was counted."""
    cells: dict[Sleutel, int] = {
        (deel, gebied, periode): 0
        for deel in (TELLER, NOEMER)
        for gebied in (*gemeenten, GEHEEL)
        for periode in perioden
    }
    for uitkomst in (*counted, *whole):
        gebied = uitkomst.groep[0] if uitkomst.groep else GEHEEL
        if (TELLER, gebied, uitkomst.periode) in cells:
            cells[TELLER, str(gebied), uitkomst.periode] = uitkomst.teller
            cells[NOEMER, str(gebied), uitkomst.periode] = uitkomst.noemer or 0
    known = frozenset(s for s in cells if s[0] == NOEMER)
    relations: list[Verband] = []
    for periode in perioden:
        parts = [(TELLER, g, periode) for g in gemeenten]
        relations.append(total((TELLER, GEHEEL, periode), parts, uniek=True))
        relations += [part_of((TELLER, g, periode), (NOEMER, g, periode)) for g in (*gemeenten, GEHEEL)]
    return ExactTable(definitie.indicator, ("deel", "gebied", "periode"), cells, relations, known)


@lru_cache(maxsize=64)
def _open_table(sleutel: tuple[str, str, str]) -> DisclosedTable:
    """Disclosure once per state of the mart."""
    return disclose(_compute(sleutel).tabel)


def _told(exact: _Exact, tabel: DisclosedTable) -> Berekening:
    told = {cel.sleutel: cel for cel in tabel.cellen}
    areas = [g for g in exact.gebieden if (TELLER, g, exact.perioden[0]) in told]
    definitie = exact.definitie
    return Berekening(
        id=definitie.indicator,
        lezing=definitie.lezing,
        lezing_naam=(definitie.naam_nl, definitie.naam_en),
        lezingen=tuple((n, d.naam_nl, d.naam_en) for n, d in measures()[definitie.indicator].items()),
        eenheid=definitie.eenheid,
        klasse=tabel.klasse,
        definitie_versie=definitie.versie,
        peildatum=exact.peildatum,
        noten=tabel.noten,
        perioden=exact.perioden,
        doelen=tuple(pad[-1] for pad in definitie.doelpaden),
        doelgebied=_target_area(definitie.indicator),
        cijfers=tuple(
            _figure(gebied, exact.gebieden[gebied], periode, told)
            for gebied in areas
            for periode in exact.perioden
        ),
    )


def _target_area(indicator: str) -> str:
    """The code of the area whose start the source gives; its targets are of the same area."""
    start = beleid().indicatoren[indicator].startwaarde
    return (beleid().gebieden[start.gebied].code or "") if start else ""


def _figure(gebied: str, naam: str, periode: str, told: dict[Sleutel, DisclosedCell]) -> Cijfer:
    teller, noemer = told[TELLER, gebied, periode], told[NOEMER, gebied, periode]
    part: DisclosedShare = share((gebied, periode), teller, noemer)
    return Cijfer(
        gebied=gebied,
        gebiedsnaam=naam,
        periode=periode,
        status=part.status,
        waarde=None if part.waarde is None else str(part.waarde),
        teller=teller.waarde,
        noemer=noemer.waarde,
        # Ends come in late, so the running year and the one before can still change.
        voorlopig=int(periode[:4]) >= vandaag().year - 1,
    )
