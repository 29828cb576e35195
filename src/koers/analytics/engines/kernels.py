"""The fast engine: tables as sorted columns of numbers (`layout`), counted in one walk along them (`walks`).

For what persons have (stock, flow, distinct, re-entry, combination) the walk is compiled, because what a
person had before stands right behind; events, waits and residents are sums over columns. The other engines
say whether it is right. Grouping by age it refuses; those questions go to DuckDB.

Shapes: n rows, p persons, w windows, g groups. Memory: about 20 bytes a row, and a table of w x g per thread.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from math import prod
from typing import Any

import numpy as np

from koers.analytics.engines import walks
from koers.analytics.engines.layout import (
    BRON,
    EPOCH,
    GEEN_DAG,
    Bronnen,
    Gegevens,
    Getallen,
    Kolommen,
    Verloop,
    load,
    load_rows,
)
from koers.analytics.model import (
    Aandeel,
    Combinatie,
    Gebeurtenissen,
    Heropname,
    Inwoners,
    Leeftijd,
    Maat,
    MaatOngeldig,
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
from koers.analytics.model.definitions import ALLE_LEEFTIJDEN, Groep
from koers.analytics.model.grouping import check_grouping, denominator_grouping
from koers.domain.spells import TABELLEN

__all__ = ["compute", "load", "load_rows", "persons_table", "warm_up"]

# One count: teller, noemer, mediaan.
Counts = dict[tuple[str, Groep], tuple[int, int | None, int | None]]
Personen = Stand | Uniek | Stroom | Heropname | Combinatie
_DRADEN = 2
_VEEL_GROEPEN = 200_000
_VEEL_PERSONEN = 20_000  # from so many on it pays to divide them
_VERBAND = {"zelfde_dag": walks.ZELFDE_DAG, "zelfde_periode": walks.ZELFDE_PERIODE, "vooraf": walks.VOORAF}
_ALLES = 2**40


def compute(
    maat: Maat, gegevens: Gegevens, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
) -> tuple[Uitkomst, ...]:
    """Exact results per window and group, sorted. Raises MaatOngeldig for an impossible grouping."""
    check_grouping(maat, groepeer)
    if "leeftijd" in groepeer:
        raise MaatOngeldig("Naar leeftijd groepeert de snelle rekenaar niet. Gebruik DuckDB.")
    found = _count(maat, gegevens, vensters, groepeer)
    rows = [Uitkomst(periode, groep, *counts) for (periode, groep), counts in found.items()]
    return tuple(sorted(rows, key=lambda u: (u.periode, tuple((part is None, part) for part in u.groep))))


def warm_up() -> None:
    """Compiles the walks once for this installation, so that nobody waits for it at a page."""
    uit = (Selectie("spells"),)
    venster = Venster("2024", EPOCH.replace(year=2024), EPOCH.replace(year=2025))
    for maat in (
        Uniek(uit),
        Stroom(uit),
        Stroom(uit, tel="trajecten"),
        Combinatie(uit, uit),
        Combinatie(uit, uit, wanneer="laatste_dag"),
    ):
        compute(maat, load_rows({}), (venster,))


def _count(maat: Maat, gegevens: Gegevens, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Counts:
    if isinstance(maat, Aandeel):
        return _share(maat, gegevens, vensters, dims)
    if isinstance(maat, Verandering):
        return _change(maat, gegevens, vensters, dims)
    found: Counts = {}
    for stretch in _stretches(vensters):
        if isinstance(maat, Gebeurtenissen):
            found |= _events(maat, gegevens, stretch, dims)
        elif isinstance(maat, Wachttijd):
            found |= _waits(maat, gegevens, stretch, dims)
        elif isinstance(maat, Inwoners):
            found |= _residents(maat, gegevens, stretch, dims)
        else:
            found |= _persons(maat, gegevens, stretch, dims)
    return found


def _stretches(vensters: Sequence[Venster]) -> Iterator[tuple[Venster, ...]]:
    """Windows that follow on each other, together."""
    begin = 0
    for place, (a, b) in enumerate(pairwise(vensters), start=1):
        if a.tot_datum != b.begindatum:
            yield tuple(vensters[begin:place])
            begin = place
    if vensters:
        yield tuple(vensters[begin:])


# What persons have


def _persons(
    maat: Personen, gegevens: Gegevens, vensters: Sequence[Venster], dims: tuple[str, ...]
) -> Counts:
    verloop = gegevens.verloop(_sources(maat))
    vakken = Vakken(verloop.kolommen, dims)
    teller, noemer, counted = persons_table(maat, verloop, vensters, vakken)
    return {
        (vensters[row].naam, vakken.groep(int(group))): (
            int(teller[row, group]),
            None if noemer is None else int(noemer[row, group]),
            None,
        )
        for row, group in zip(*np.nonzero(counted), strict=True)
    }


def _sources(maat: Personen) -> Bronnen:
    met = maat.met if isinstance(maat, Combinatie) else ()
    return tuple(sorted({(s.tabel, s.moment) for s in (*maat.uit, *met)}))


def persons_table(
    maat: Personen, verloop: Verloop, vensters: Sequence[Venster], vakken: "Vakken"
) -> tuple[Getallen, Getallen | None, Getallen]:
    """Tables of w x g: what is counted, of how many (None: of nothing), and where there is a result."""
    rijen = walks.Rijen(
        verloop.begin_van,
        verloop.begin,
        verloop.einde,
        verloop.geboren,
        vakken.nummers,
        _of(verloop.kolommen, maat.uit),
    )
    vorm = _shape(maat, vensters, vakken.aantal)
    noemer: Getallen | None = None
    if isinstance(maat, Combinatie):
        teller, noemer = _combination(maat, verloop, rijen, vorm)
    elif isinstance(maat, Heropname):
        _, noemer, teller = _walk(walks.stays, rijen, vorm, maat.pauze_dagen, maat.binnen_dagen)
    elif isinstance(maat, Stroom):
        teller = _moves(rijen, vorm, maat.tel, maat.pauze_dagen)[maat.richting == "uit"]
    elif isinstance(maat, Stand) and not vorm.met_leeftijd:
        into, out = _moves(rijen, vorm, maat.tel, 0)
        teller = (into - out).cumsum(axis=0)
    else:
        (teller,) = _walk(walks.running, rijen, vorm, isinstance(maat, Stand) and maat.tel == "trajecten")
    whole = teller if noemer is None else noemer
    return teller[1:-1], None if noemer is None else noemer[1:-1], whole[1:-1] > 0


def _moves(rijen: walks.Rijen, vorm: walks.Vorm, tel: str, pauze: int) -> tuple[Getallen, Getallen]:
    """What begins and what stops."""
    if tel == "trajecten":
        into, out = _walk(walks.rows, rijen, vorm)
    else:
        into, out, _ = _walk(walks.stays, rijen, vorm, pauze, 0)
    return into, out


def _combination(
    maat: Combinatie, verloop: Verloop, rijen: walks.Rijen, vorm: walks.Vorm
) -> tuple[Getallen, Getallen]:
    met = _of(verloop.kolommen, maat.met)
    if vorm.op_het_eind and maat.verband == "zelfde_dag" and not vorm.met_leeftijd:
        part, whole = (change.cumsum(axis=0) for change in _walk(walks.together, rijen, vorm, met))
    else:
        part, whole = _walk(walks.beside, rijen, vorm, met, _VERBAND[maat.verband], maat.binnen_dagen)
    return part, whole


def _walk(walk: Callable[..., Any], rijen: walks.Rijen, vorm: walks.Vorm, *more: Any) -> tuple[Getallen, ...]:
    """The tables of a walk along all persons, divided over threads when there are many."""
    p = len(rijen.begin_van) - 1
    threads = _DRADEN if p >= _VEEL_PERSONEN else 1
    shares = [(p * k // threads, p * (k + 1) // threads) for k in range(threads)]

    def one(share: tuple[int, int]) -> tuple[Getallen, ...]:
        tables = walk(rijen, vorm, *more, *share)
        return tables if isinstance(tables, tuple) else (tables,)

    if threads == 1:
        return one(shares[0])
    with ThreadPoolExecutor(threads) as pool:
        return tuple(sum(tables[1:], start=tables[0]) for tables in zip(*pool.map(one, shares), strict=True))


def _shape(maat: Personen, vensters: Sequence[Venster], groepen: int) -> walks.Vorm:
    """In which window each day lies, and in which month an age counts then."""
    at_the_end = isinstance(maat, Stand) or (isinstance(maat, Combinatie) and maat.wanneer == "laatste_dag")
    first, last = _day(vensters[0].begindatum), _day(vensters[-1].tot_datum)
    days = np.arange(first - 1, last + 1)
    dag_van = np.searchsorted([_day(v.begindatum) for v in vensters], days, side="right").astype(np.int16)
    dag_van[-1] = len(vensters) + 1
    w_tot = np.array([0, *(_day(v.tot_datum) for v in vensters), 0], dtype=np.int32)
    w_van = w_tot - 1 if at_the_end else np.array([0, *(_day(v.begindatum) for v in vensters), 0])
    maand_van, w_maand = _months(days), _months(w_van)
    if maat.leeftijd.op == "1_januari":
        w_maand = np.array([0, *(v.jaar * 12 for v in vensters), 0])
        maand_van = w_maand[dag_van]
    laag, hoog = _bounds(maat.leeftijd)
    return walks.Vorm(
        dag_van,
        maand_van.astype(np.int32),
        first - 1,
        w_van.astype(np.int32),
        w_tot,
        w_maand.astype(np.int32),
        len(vensters),
        groepen,
        laag,
        hoog,
        maat.leeftijd.van is not None or maat.leeftijd.tot_en_met is not None,
        at_the_end,
    )


# Rows by themselves


def _events(
    maat: Gebeurtenissen, gegevens: Gegevens, vensters: Sequence[Venster], dims: tuple[str, ...]
) -> Counts:
    rijen = gegevens.rijen(maat.tabel)
    dag = rijen.dag(maat.dag or TABELLEN[maat.tabel].dagkolom)
    venster, holds = _within(dag, vensters)
    amount = np.ones(len(dag), dtype=np.int64)
    if maat.som:
        amount, there = rijen.bedrag(maat.som)
        holds &= there
    holds &= _meets(rijen.kolommen, maat.waar)
    holds &= _aged(rijen.geboren, dag, venster, vensters, maat.leeftijd)
    vakken = Vakken(rijen.kolommen, dims)
    key = venster[holds] * vakken.aantal + vakken.nummers[holds]
    return {
        _key(key[part[0]], vensters, vakken): (int(amount[holds][part].sum()), None, None)
        for part in _parts(key)
    }


def _waits(maat: Wachttijd, gegevens: Gegevens, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Counts:
    rijen = gegevens.rijen(maat.tabel)
    asked, ended = rijen.dag(maat.van), rijen.dag(maat.tot)
    cohort = asked if maat.cohort == "van" else ended
    venster, holds = _within(cohort, vensters)
    holds &= (asked != GEEN_DAG) & _meets(rijen.kolommen, maat.waar)
    holds &= _aged(rijen.geboren, cohort, venster, vensters, maat.leeftijd)
    done = ended != GEEN_DAG
    if maat.grens_dagen is None:
        holds &= done
    days = np.maximum(ended.astype(np.int64) - asked, 0)[holds]
    vakken = Vakken(rijen.kolommen, dims)
    key = venster[holds] * vakken.aantal + vakken.nummers[holds]
    found: Counts = {}
    for part in _parts(key):
        waits = np.sort(days[part])
        counts: tuple[int, int, int | None] = (int(waits.sum()), len(part), int(waits[(len(part) - 1) // 2]))
        if maat.grens_dagen is not None:
            short = done[holds][part] & (days[part] <= maat.grens_dagen)
            counts = (int(short.sum()), len(part), None)
        found[_key(key[part[0]], vensters, vakken)] = counts
    return found


def _residents(
    maat: Inwoners, gegevens: Gegevens, vensters: Sequence[Venster], dims: tuple[str, ...]
) -> Counts:
    rijen = gegevens.rijen("bevolking")
    (leeftijd, _), (jaar, _), (aantal, _) = (rijen.bedrag(naam) for naam in ("leeftijd", "jaar", "aantal"))
    holds = (leeftijd >= maat.van) & (leeftijd <= maat.tot_en_met) & _meets(rijen.kolommen, maat.waar)
    vakken = Vakken(rijen.kolommen, dims)
    found: Counts = {}
    for venster in vensters:
        here = np.flatnonzero(holds & (jaar == venster.jaar))
        for part in _parts(vakken.nummers[here]):
            groep = vakken.groep(int(vakken.nummers[here[part[0]]]))
            found[venster.naam, groep] = (int(aantal[here[part]].sum()), None, None)
    return found


def _within(dag: Getallen, vensters: Sequence[Venster]) -> tuple[Getallen, Getallen]:
    """The place of each day's window, and whether it lies in one."""
    begins = [_day(venster.begindatum) for venster in vensters]
    venster = np.searchsorted(begins, dag, side="right") - 1
    return venster, (venster >= 0) & (dag < _day(vensters[-1].tot_datum))


def _aged(
    geboren: Getallen, dag: Getallen, venster: Getallen, vensters: Sequence[Venster], leeftijd: Leeftijd
) -> Getallen:
    """Whose age on the day, or on 1 January of its window's year, is asked for."""
    if leeftijd in (ALLE_LEEFTIJDEN, Leeftijd(op="1_januari")):
        return np.ones(len(dag), dtype=np.bool_)
    maand = np.array([v.jaar * 12 for v in vensters])[venster] if leeftijd.op == "1_januari" else _months(dag)
    laag, hoog = _bounds(leeftijd)
    old = maand.astype(np.int64) - geboren
    return (laag <= old) & (old < hoog)


def _bounds(leeftijd: Leeftijd) -> tuple[int, int]:
    """Ages as months: from so old on, and younger than. An unknown birth lies below every bound."""
    laag = -(10**6) if leeftijd.van is None else leeftijd.van * 12
    return laag, _ALLES if leeftijd.tot_en_met is None else (leeftijd.tot_en_met + 1) * 12


def _parts(key: Getallen) -> Iterator[Getallen]:
    """The places of each value of a key."""
    order = np.argsort(key, kind="stable")
    if len(order):
        yield from np.split(order, np.flatnonzero(np.diff(key[order])) + 1)


def _key(key: Any, vensters: Sequence[Venster], vakken: "Vakken") -> tuple[str, Groep]:
    window, group = divmod(int(key), vakken.aantal)
    return vensters[window].naam, vakken.groep(group)


def _months(dagen: Getallen) -> Getallen:
    """Days since 1970 as months since the year 0."""
    return dagen.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12


def _day(dag: Any) -> int:
    return int((dag - EPOCH).days)


# Groups and selections


class Vakken:
    """One number per row for all grouping columns together, and back."""

    def __init__(self, kolommen: Kolommen, groepeer: Sequence[str]) -> None:
        columns = [kolommen.kolom(naam) for naam in groepeer]
        self._waarden = [waarden for _, waarden in columns]
        self.aantal = prod(len(values) for values in self._waarden)
        many = self.aantal > _VEEL_GROEPEN
        self.nummers: Getallen = np.zeros(len(kolommen), dtype=np.int64 if many else np.int32)
        for codes, waarden in columns:
            self.nummers *= len(waarden)
            self.nummers += codes
        self._gebruikt: Getallen | None = None
        if many:  # only those that occur: a table holds every window and group
            self._gebruikt, self.nummers = np.unique(self.nummers, return_inverse=True)
            self.aantal, self.nummers = len(self._gebruikt), self.nummers.astype(np.int32)

    def groep(self, nummer: int) -> Groep:
        """The values of a group's number."""
        if self._gebruikt is not None:
            nummer = int(self._gebruikt[nummer])
        parts: list[str | int | bool | None] = []
        for values in reversed(self._waarden):
            nummer, code = divmod(nummer, len(values))
            parts.append(values[code])
        return tuple(reversed(parts))


def _of(kolommen: Kolommen, selecties: Sequence[Selectie]) -> Getallen:
    """How many of the selections mean each row."""
    found = np.zeros(len(kolommen), dtype=np.uint8)
    for selectie in selecties:
        bron = Voorwaarde(BRON, (f"{selectie.tabel}/{selectie.moment}",))
        found += _meets(kolommen, (bron, *selectie.waar))
    return found


def _meets(kolommen: Kolommen, waar: Sequence[Voorwaarde]) -> Getallen:
    """Which rows hold one of the values of every condition; an empty cell never does."""
    here = np.ones(len(kolommen), dtype=np.bool_)
    for voorwaarde in waar:
        codes, waarden = kolommen.kolom(voorwaarde.kolom)
        mag = np.array([v is not None and v in voorwaarde.een_van for v in waarden], dtype=np.bool_)
        if not mag.all():
            here &= mag[codes]
    return here


# Figures made of two counts


def _share(maat: Aandeel, gegevens: Gegevens, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Counts:
    whole_dims = denominator_grouping(maat, dims)
    part = _count(maat.teller, gegevens, vensters, dims)
    whole = _count(maat.noemer, gegevens, vensters, whole_dims)
    found: Counts = {}
    for periode, groep in part.keys() | (whole.keys() if whole_dims == dims else set()):
        key = tuple(groep[dims.index(naam)] for naam in whole_dims)
        teller, noemer = part.get((periode, groep), (0,))[0], whole.get((periode, key), (0,))[0]
        found[periode, groep] = (teller, noemer, None)
    return found


def _change(
    maat: Verandering, gegevens: Gegevens, vensters: Sequence[Venster], dims: tuple[str, ...]
) -> Counts:
    now = _count(maat.van, gegevens, vensters, dims)
    if maat.basisjaar is None:
        return now
    base_of = {v.naam: v.in_year(maat.basisjaar) for v in vensters}
    distinct = sorted(set(base_of.values()), key=lambda v: v.begindatum)
    base = _count(maat.van, gegevens, distinct, dims)
    groups = set(now) | {(naam, g) for naam, v in base_of.items() for p, g in base if p == v.naam}
    return {
        (naam, g): (now.get((naam, g), (0,))[0], base.get((base_of[naam].naam, g), (0,))[0], None)
        for naam, g in groups
    }
