"""The slow, obvious engine: plain Python that looks at one row, one event at a time.

It exists to be read and to be right. The other engine has to agree with it on every history.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from koers.analytics.model import (
    Aandeel,
    Combinatie,
    Gebeurtenissen,
    Heropname,
    Inwoners,
    Leeftijd,
    Maat,
    Selectie,
    Stand,
    Stroom,
    Uitkomst,
    Uniek,
    Venster,
    Verandering,
    Voorwaarde,
    Wachttijd,
)
from koers.analytics.model.definitions import Groep
from koers.analytics.model.grouping import check_grouping, denominator_grouping
from koers.domain.perioden import Periode, age_on
from koers.domain.spells import TABELLEN

Tables = Mapping[str, Sequence[Any]]
Counts = dict[Groep, "Count"]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted in one group and window."""

    teller: int
    noemer: int | None = None
    mediaan: int | None = None


def load(bestanden: Mapping[str, Sequence[Path]]) -> Tables:
    """All rows of a mart, from its Parquet files per table."""
    from pyarrow import parquet

    return {
        naam: [
            TABELLEN[naam].rij(**rij)
            for file in files
            for rij in parquet.read_table(file, partitioning=None).to_pylist()
        ]
        for naam, files in bestanden.items()
    }


def load_rows(tabellen: Tables) -> Tables:
    """Rows as they are."""
    return tabellen


def compute(
    maat: Maat, gegevens: Tables, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
) -> tuple[Uitkomst, ...]:
    """Exact results per window and group, sorted. Raises MaatOngeldig for an impossible grouping."""
    check_grouping(maat, groepeer)
    found = [
        Uitkomst(venster.naam, groep, count.teller, count.noemer, count.mediaan)
        for venster in vensters
        for groep, count in _count(maat, gegevens, venster, groepeer).items()
    ]
    return tuple(sorted(found, key=lambda u: (u.periode, tuple((part is None, part) for part in u.groep))))


def _count(maat: Maat, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    kinds: dict[type, Any] = {
        Stand: _running,
        Uniek: _running,
        Stroom: _flow,
        Heropname: _re_entry,
        Combinatie: _combination,
        Wachttijd: _wait,
        Gebeurtenissen: _events,
        Inwoners: _population,
        Aandeel: _share,
        Verandering: _change,
    }
    found: Counts = kinds[type(maat)](maat, tables, venster, dims)
    return found


# Rows, days and ages


def _whole(venster: Venster) -> Periode:
    return Periode(venster.begindatum, venster.tot_datum)


def _last_day(venster: Venster) -> Periode:
    return Periode(venster.tot_datum - _DAY, venster.tot_datum)


def _meets(rij: Any, waar: tuple[Voorwaarde, ...]) -> bool:
    return all(getattr(rij, v.kolom) is not None and getattr(rij, v.kolom) in v.een_van for v in waar)


def _day_of(rij: Any, kolom: str) -> date | None:
    value = getattr(rij, kolom)
    if isinstance(value, str):  # a month: its first day
        return date.fromisoformat(value + "-01")
    return value


def _runs(tables: Tables, selecties: tuple[Selectie, ...]) -> Iterator[tuple[Any, Periode]]:
    """Every row that the selections mean, with the days it counts."""
    for selectie in selecties:
        tabel = TABELLEN[selectie.tabel]
        for rij in tables.get(selectie.tabel, ()):
            if not _meets(rij, selectie.waar):
                continue
            if selectie.moment == "dag" or tabel.looptijd is None:
                day = _day_of(rij, tabel.dagkolom)
                period = None if day is None else Periode(day, day + _DAY)
            else:
                first, last = (getattr(rij, kolom) for kolom in tabel.looptijd)
                period = None if first is None else Periode.from_inclusive(first, last)
            if period is not None and not period.is_empty:
                yield rij, period


def _age(rij: Any, leeftijd: Leeftijd, venster: Venster, dag: date) -> int | None:
    geboortemaand = getattr(rij, "geboortemaand", None)
    if geboortemaand is None:
        return None
    return age_on(geboortemaand, date(venster.jaar, 1, 1) if leeftijd.op == "1_januari" else dag)


def _group(rij: Any, dims: tuple[str, ...], age: int | None) -> Groep:
    return tuple(age if naam == "leeftijd" else getattr(rij, naam) for naam in dims)


# Kinds of measures


def _running(maat: Stand | Uniek, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    when = _last_day(venster) if isinstance(maat, Stand) else _whole(venster)
    persons: dict[Groep, set[str]] = defaultdict(set)
    rows: dict[Groep, int] = defaultdict(int)
    for rij, period in _runs(tables, maat.uit):
        age = _age(rij, maat.leeftijd, venster, max(period.begindatum, when.begindatum))
        if period.overlaps(when) and maat.leeftijd.holds(age):
            persons[_group(rij, dims, age)].add(rij.jeugdige)
            rows[_group(rij, dims, age)] += 1
    if isinstance(maat, Stand) and maat.tel == "trajecten":
        return {groep: Count(number) for groep, number in rows.items()}
    return {groep: Count(len(who)) for groep, who in persons.items()}


def _stays(
    maat: Stroom | Heropname, tables: Tables, dims: tuple[str, ...]
) -> Iterator[tuple[Any, Periode, date | None]]:
    """Every stay of every person in every group: a row of it, its days, and when the next stay begins."""
    fixed = tuple(naam for naam in dims if naam != "leeftijd")
    runs: dict[tuple[str, Groep], list[tuple[Any, Periode]]] = defaultdict(list)
    for rij, period in _runs(tables, maat.uit):
        runs[rij.jeugdige, _group(rij, fixed, None)].append((rij, period))
    for of_one in runs.values():
        known = min((rij for rij, _ in of_one), key=lambda rij: rij.geboortemaand or "9999")
        stays = list(_joined([period for _, period in of_one], maat.pauze_dagen))
        for number, stay in enumerate(stays):
            after = stays[number + 1].begindatum if number + 1 < len(stays) else None
            yield known, stay, after


def _joined(periods: list[Periode], pauze_dagen: int) -> Iterator[Periode]:
    """Walk along the days on which help begins and stops, and count how much of it runs."""
    events = [(p.begindatum, 0, 1) for p in periods]
    events += [(p.tot_datum, 1, -1) for p in periods if p.tot_datum is not None]
    number, begin, stopped = 0, date.min, date.min
    for day, _, step in sorted(events):
        if number == 0 and stopped == date.min:
            begin = day
        elif number == 0 and (day - stopped).days > pauze_dagen:
            yield Periode(begin, stopped)
            begin = day
        number += step
        if number == 0:
            stopped = day
    if periods:
        yield Periode(begin, stopped if number == 0 else None)


def _within(day: date | None, venster: Venster) -> bool:
    return day is not None and venster.begindatum <= day < venster.tot_datum


def _flow(maat: Stroom, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    if maat.tel == "trajecten":
        moves = list(_runs(tables, maat.uit))
    else:
        moves = [(rij, stay) for rij, stay, _ in _stays(maat, tables, dims)]
    found: dict[Groep, int] = defaultdict(int)
    for rij, period in moves:
        day = period.begindatum if maat.richting == "in" else period.tot_datum
        if day is not None and _within(day, venster):
            age = _age(rij, maat.leeftijd, venster, day)
            if maat.leeftijd.holds(age):
                found[_group(rij, dims, age)] += 1
    return {groep: Count(number) for groep, number in found.items()}


def _re_entry(maat: Heropname, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    stopped: dict[Groep, int] = defaultdict(int)
    again: dict[Groep, int] = defaultdict(int)
    for rij, stay, after in _stays(maat, tables, dims):
        if stay.tot_datum is None or not _within(stay.tot_datum, venster):
            continue
        age = _age(rij, maat.leeftijd, venster, stay.tot_datum)
        if maat.leeftijd.holds(age):
            groep = _group(rij, dims, age)
            last_day = stay.tot_datum - _DAY
            stopped[groep] += 1
            again[groep] += after is not None and (after - last_day).days <= maat.binnen_dagen
    return {groep: Count(again[groep], number) for groep, number in stopped.items()}


def _combination(maat: Combinatie, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    when = _whole(venster) if maat.wanneer == "in_de_periode" else _last_day(venster)
    other: dict[str, list[Periode]] = defaultdict(list)
    for rij, period in _runs(tables, maat.met):
        other[rij.jeugdige].append(period)
    whole: dict[Groep, set[str]] = defaultdict(set)
    part: dict[Groep, set[str]] = defaultdict(set)
    for rij, period in _runs(tables, maat.uit):
        counts = when.contains(period.begindatum) if maat.verband == "vooraf" else period.overlaps(when)
        age = _age(rij, maat.leeftijd, venster, max(period.begindatum, when.begindatum))
        if counts and maat.leeftijd.holds(age):
            groep = _group(rij, dims, age)
            whole[groep].add(rij.jeugdige)
            if any(_goes_with(maat, period, met, when) for met in other[rij.jeugdige]):
                part[groep].add(rij.jeugdige)
    return {groep: Count(len(part[groep]), len(who)) for groep, who in whole.items()}


def _goes_with(maat: Combinatie, uit: Periode, met: Periode, when: Periode) -> bool:
    if maat.verband == "zelfde_dag":
        return not uit.overlap(met).overlap(when).is_empty
    if maat.verband == "zelfde_periode":
        return met.overlaps(when)
    last_day = met.einddatum
    recent = last_day is None or (uit.begindatum - last_day).days <= maat.binnen_dagen
    return met.begindatum < uit.begindatum and recent


def _wait(maat: Wachttijd, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    waits: dict[Groep, list[int | None]] = defaultdict(list)
    for rij in tables.get(maat.tabel, ()):
        van, tot = getattr(rij, maat.van), getattr(rij, maat.tot)
        day = van if maat.cohort == "van" else tot
        if not _meets(rij, maat.waar) or van is None or not _within(day, venster):
            continue
        age = _age(rij, maat.leeftijd, venster, day)
        if maat.leeftijd.holds(age):
            waits[_group(rij, dims, age)].append(None if tot is None else max((tot - van).days, 0))
    if maat.grens_dagen is not None:
        limit = maat.grens_dagen
        return {
            g: Count(sum(d is not None and d <= limit for d in days), len(days)) for g, days in waits.items()
        }
    ended = {groep: sorted(d for d in days if d is not None) for groep, days in waits.items()}
    return {g: Count(sum(days), len(days), days[(len(days) - 1) // 2]) for g, days in ended.items() if days}


def _events(maat: Gebeurtenissen, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    found: dict[Groep, int] = defaultdict(int)
    for rij in tables.get(maat.tabel, ()):
        day = _day_of(rij, maat.dag or TABELLEN[maat.tabel].dagkolom)
        if day is None or not _within(day, venster) or not _meets(rij, maat.waar):
            continue
        age = _age(rij, maat.leeftijd, venster, day)
        amount = getattr(rij, maat.som) if maat.som else 1
        if maat.leeftijd.holds(age) and amount is not None:
            found[_group(rij, dims, age)] += amount
    return {groep: Count(number) for groep, number in found.items()}


def _population(maat: Inwoners, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    found: dict[Groep, int] = defaultdict(int)
    for rij in tables.get("bevolking", ()):
        in_range = rij.jaar == venster.jaar and maat.van <= rij.leeftijd <= maat.tot_en_met
        if in_range and _meets(rij, maat.waar):
            found[_group(rij, dims, rij.leeftijd)] += rij.aantal
    return {groep: Count(number) for groep, number in found.items()}


def _share(maat: Aandeel, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    whole_dims = denominator_grouping(maat, dims)
    part = _count(maat.teller, tables, venster, dims)
    whole = _count(maat.noemer, tables, venster, whole_dims)
    groups = set(part) | (set(whole) if whole_dims == dims else set())
    found: Counts = {}
    for groep in groups:
        key = tuple(value for naam, value in zip(dims, groep, strict=True) if naam in whole_dims)
        found[groep] = Count(
            part[groep].teller if groep in part else 0, whole[key].teller if key in whole else 0
        )
    return found


def _change(maat: Verandering, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Counts:
    now = _count(maat.van, tables, venster, dims)
    if maat.basisjaar is None:
        return now
    base = _count(maat.van, tables, venster.in_year(maat.basisjaar), dims)
    return {
        groep: Count(now[groep].teller if groep in now else 0, base[groep].teller if groep in base else 0)
        for groep in set(now) | set(base)
    }
