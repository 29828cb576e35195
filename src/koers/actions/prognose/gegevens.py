"""What the forecast of a municipality reads from the mart: spells, residents, what a day of help costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow.compute as pc

from koers.analytics.engines import engine
from koers.analytics.mart import mart_files
from koers.analytics.measures import definition
from koers.analytics.model import windows
from koers.analytics.reading import read_columns, rows_of
from koers.domain.routes import MEDISCH
from koers.domain.spells import Bevolking, GedeclareerdeKosten, Spell

Rij = TypeVar("Rij")
INDICATOR, LEZING = "aandeel-specialistisch", "in-de-periode"
OUDSTE, NIVEAUS = 18, 8
# Declarations come in late: what a day costs is read from a year that ended so many months ago.
NALOOP_MAANDEN, MAANDEN = 4, 12


@dataclass(frozen=True, slots=True)
class Gegevens:
    """`tot`: the last known day. `inwoners`: residents of 0 to 18 on 1 January, by year; after the last
    known year everybody is a year older and as many are born as then.
    `dagprijs`: cents per day of help, by level; nan where nothing was declared. `praktijken`: of young people
    whom a doctor referred last, the code of the practice.
    """

    spells: tuple[Spell, ...]
    tot: date
    inwoners: dict[int, float]
    dagprijs: np.ndarray
    verleden: tuple[tuple[int, int, int], ...]
    praktijken: Mapping[str, str] = field(default_factory=dict)


def read_gegevens(map_: Path, gemeente: str, eerste: int, laatste: int) -> Gegevens | None:
    """The figures of a municipality; None when there is no spell or no resident of it."""
    files = mart_files(map_)
    spells = _rows(files.get("spells", ()), Spell, gemeente)
    bevolking = _rows(files.get("bevolking", ()), Bevolking, gemeente)
    if not spells or not bevolking:
        return None
    # Known up to what was written down last of anybody, not only here: a small place has quiet weeks.
    tot = max(pc.max(read_columns(p, ["vastgelegd_at"])[0]).as_py() for p in files["spells"]).date()
    return Gegevens(
        spells=tuple(spells),
        tot=tot,
        inwoners=residents(bevolking, laatste),
        dagprijs=day_prices(spells, _rows(files.get("declaraties", ()), GedeclareerdeKosten, gemeente), tot),
        verleden=_past(files, gemeente, eerste, tot.year),
        praktijken=_practices(files.get("verwijzingen", ()), gemeente, tot),
    )


def _practices(files: Sequence[Path], gemeente: str, tot: date) -> dict[str, str]:
    """Of whom a doctor referred last, up to `tot`: the practice; on one day the highest code.

    Who came last by the toegang or by a gecertificeerde instelling is of no practice: there a doctor no
    longer decides whether help goes on.
    """
    found: dict[str, tuple[date, str]] = {}
    for path in files:
        for wie, dag, route, praktijk in rows_of(path, ("jeugdige", "datum", "route", "praktijk"), gemeente):
            if dag <= tot:
                code = praktijk or "" if route == MEDISCH else ""
                found[wie] = max(found.get(wie, (date.min, "")), (dag, code))
    return {wie: code for wie, (_dag, code) in found.items() if code}


def _rows(files: Sequence[Path], soort: type[Rij], gemeente: str) -> list[Rij]:
    """A column that came later than the mart is empty until the mart is made anew."""
    names = [veld.name for veld in fields(soort)]  # type: ignore[arg-type]
    return [soort(*rij) for path in files for rij in rows_of(path, names, gemeente)]


def residents(bevolking: Sequence[Bevolking], laatste: int) -> dict[int, float]:
    """Residents of 0 to 18 per year, up to and including `laatste`."""
    per_jaar: dict[int, dict[int, int]] = {}
    for rij in bevolking:
        per_jaar.setdefault(rij.jaar, {})[rij.leeftijd] = rij.aantal
    found = {
        jaar: float(sum(aantal for leeftijd, aantal in rij.items() if leeftijd <= OUDSTE))
        for jaar, rij in per_jaar.items()
    }
    bekend = max(per_jaar)
    nu = per_jaar[bekend]
    for later in range(1, laatste - bekend + 1):
        found[bekend + later] = float(sum(nu.get(max(0, oud - later), 0) for oud in range(OUDSTE + 1)))
    return found


def day_prices(spells: Sequence[Spell], kosten: Sequence[GedeclareerdeKosten], tot: date) -> np.ndarray:
    """What was declared per day of help in the last year of which the declarations are in, by level."""
    eind = _months_later(tot.replace(day=1), -NALOOP_MAANDEN)
    begin = _months_later(eind, -MAANDEN)
    cent, dagen = np.zeros(NIVEAUS), np.zeros(NIVEAUS)
    for rij in kosten:
        if rij.niveau and f"{begin:%Y-%m}" <= rij.maand < f"{eind:%Y-%m}":
            cent[rij.niveau - 1] += rij.bedrag_cent
    for spell in spells:
        van, na = max(spell.begindatum, begin), min(_day_after(spell.einddatum) or eind, eind)
        dagen[spell.niveau - 1] += max((na - van).days, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((cent > 0) & (dagen > 0), cent / dagen, np.nan)


def _months_later(dag: date, maanden: int) -> date:
    maand = dag.year * 12 + dag.month - 1 + maanden
    return date(maand // 12, maand % 12 + 1, 1)


def _day_after(dag: date | None) -> date | None:
    return None if dag is None else dag + timedelta(days=1)


def _past(
    files: dict[str, list[Path]], gemeente: str, eerste: int, jaar: int
) -> tuple[tuple[int, int, int], ...]:
    """Per whole year: young people with help and residents, as the indicator counts them."""
    motor = engine()
    counted = motor.compute(
        definition(INDICATOR, LEZING).maat,
        motor.load(files),
        windows("jaar", eerste, jaar - 1),
        ("gemeente",),
    )
    return tuple(
        sorted((int(u.periode), u.teller, u.noemer) for u in counted if u.groep[0] == gemeente and u.noemer)
    )
