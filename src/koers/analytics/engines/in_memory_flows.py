"""The slow, obvious way to answer how help flows: one stay, one day, one moment at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from koers.analytics.engines.in_memory import (
    Tables,
    _age,
    _day_of,
    _group,
    _joined,
    _last_day,
    _meets,
    _runs,
    _within,
)
from koers.analytics.model import Venster
from koers.analytics.model.definitions import Groep, Selectie
from koers.analytics.model.flows import (
    LANGSTE_PAD,
    Bestedingen,
    Lopend,
    Overleving,
    Paden,
    Persoonsdagen,
    Stapeling,
    Stroomregel,
    Stroomvraag,
    check_flow,
    sorted_lines,
)
from koers.domain.perioden import Periode

_DAY = timedelta(days=1)
Lines = Iterator[tuple[Groep, tuple[int, ...], tuple[int, ...]]]
Stay = tuple[Groep, Periode, list[tuple[Any, Periode]]]


def flow(
    vraag: Stroomvraag, gegevens: Tables, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
) -> tuple[Stroomregel, ...]:
    """Exact lines per window and group, sorted. Raises MaatOngeldig for an impossible grouping."""
    check_flow(vraag, groepeer)
    kinds: dict[type, Any] = {
        Persoonsdagen: _days,
        Overleving: _survival,
        Lopend: _still_running,
        Stapeling: _stacking,
        Paden: _paths,
        Bestedingen: _spending,
    }
    answer = kinds[type(vraag)]
    return sorted_lines(
        [
            Stroomregel(venster.naam, groep, sleutel, aantallen)
            for venster in vensters
            for groep, sleutel, aantallen in answer(vraag, gegevens, venster, groepeer)
        ]
    )


def _stays(
    uit: tuple[Selectie, ...], pauze_dagen: int, tables: Tables, dims: tuple[str, ...]
) -> Iterator[Stay]:
    """Every stay: its group, its days, and the rows that it consists of."""
    runs: dict[tuple[str, Groep], list[tuple[Any, Periode]]] = defaultdict(list)
    for rij, period in _runs(tables, uit):
        runs[rij.jeugdige, _group(rij, dims, None)].append((rij, period))
    for (_, groep), of_one in runs.items():
        for stay in _joined([period for _, period in of_one], pauze_dagen):
            yield groep, stay, [(rij, p) for rij, p in of_one if stay.contains(p.begindatum)]


def _days(vraag: Persoonsdagen, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Lines:
    found: dict[Groep, int] = defaultdict(int)
    window = Periode(venster.begindatum, venster.tot_datum)
    for groep, stay, _ in _stays(vraag.uit, 0, tables, dims):
        both = stay.overlap(window)
        if not both.is_empty and both.tot_datum is not None:
            found[groep] += (both.tot_datum - both.begindatum).days
    yield from ((groep, (), (days,)) for groep, days in found.items())


def _survival(vraag: Overleving, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Lines:
    looked_at: dict[Groep, list[tuple[int, int, bool]]] = defaultdict(list)
    for groep, stay, _ in _stays(vraag.uit, vraag.pauze_dagen, tables, dims):
        before = max((venster.begindatum - stay.begindatum).days - 1, 0)
        last_moment = venster.tot_datum - _DAY
        stopped = stay.tot_datum is not None and stay.tot_datum <= last_moment
        last = stay.tot_datum if stopped and stay.tot_datum else last_moment
        until = (last - stay.begindatum).days
        if until > before:
            looked_at[groep].append((before, until, stopped))
    for groep, stays in looked_at.items():
        for t in sorted({until for _, until, stopped in stays if stopped}):
            at_risk = sum(before < t <= until for before, until, _ in stays)
            yield groep, (t,), (at_risk, sum(stopped and until == t for _, until, stopped in stays))


def _still_running(vraag: Lopend, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Lines:
    found: dict[tuple[Groep, int], int] = defaultdict(int)
    for groep, stay, _ in _stays(vraag.uit, vraag.pauze_dagen, tables, dims):
        last_day = venster.tot_datum - _DAY
        if stay.contains(last_day):
            found[groep, (last_day - stay.begindatum).days] += 1
    yield from ((groep, (moment,), (number,)) for (groep, moment), number in found.items())


def _stacking(vraag: Stapeling, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Lines:
    day = _last_day(venster)
    rows: dict[tuple[Groep, str], int] = defaultdict(int)
    for rij, period in _runs(tables, vraag.uit):
        age = _age(rij, vraag.leeftijd, venster, day.begindatum)
        if period.overlaps(day) and vraag.leeftijd.holds(age):
            rows[_group(rij, dims, None), rij.jeugdige] += 1
    persons: dict[tuple[Groep, int], int] = defaultdict(int)
    for (groep, _), number in rows.items():
        persons[groep, number] += 1
    yield from ((groep, (number,), (who,)) for (groep, number), who in persons.items())


def _paths(vraag: Paden, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Lines:
    found: dict[tuple[Groep, tuple[int, ...]], int] = defaultdict(int)
    for groep, stay, rows in _stays(vraag.uit, vraag.pauze_dagen, tables, dims):
        if _within(stay.begindatum, venster):
            levels = [n for _, n in sorted((p.begindatum, rij.niveau) for rij, p in rows)]
            steps = [n for i, n in enumerate(levels) if i == 0 or levels[i - 1] != n]
            found[groep, (*steps[:LANGSTE_PAD], int(len(steps) > LANGSTE_PAD))] += 1
    yield from ((groep, path, (number,)) for (groep, path), number in found.items())


def _spending(vraag: Bestedingen, tables: Tables, venster: Venster, dims: tuple[str, ...]) -> Lines:
    persons: dict[Groep, set[str]] = defaultdict(set)
    months: dict[Groep, set[tuple[str, str]]] = defaultdict(set)
    cents: dict[Groep, int] = defaultdict(int)
    for rij in tables.get("declaraties", ()):
        if _within(_day_of(rij, "maand"), venster) and _meets(rij, vraag.waar):
            groep = _group(rij, dims, None)
            cents[groep] += rij.bedrag_cent
            if rij.jeugdige is not None:
                persons[groep].add(rij.jeugdige)
                months[groep].add((rij.jeugdige, rij.maand))
    for groep, amount in cents.items():
        yield groep, (), (len(persons[groep]), len(months[groep]), amount)
