"""The engine that answers everything: Ibis expressions, here on DuckDB.

Days become whole numbers (days since 1970) and ages whole months at one place each, so that all the
rest compares integers and means the same on every database. Nothing here uses what differs on PostgreSQL
or Spark: no date arithmetic beyond that one place, no cast of a boolean, no quantile, no count of what may
be unknown.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from operator import and_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from koers.analytics.columns import arrow_schema, arrow_table
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
from koers.domain.spells import TABELLEN

if TYPE_CHECKING:
    from ibis.backends import BaseBackend
    from ibis.expr.types import BooleanValue, IntegerValue, Table

# One count: teller, noemer, mediaan.
Counts = dict[tuple[str, Groep], tuple[int, int | None, int | None]]
ZONDER_EINDE = 3_000_000  # a day number long after the year 9999
_MAX_THREADS = 2


def load(bestanden: Mapping[str, Sequence[Path]]) -> "BaseBackend":
    """A DuckDB connection on the Parquet files of a mart; a table without files is an empty one."""
    con = _connect()
    for naam in TABELLEN:
        files = [str(file) for file in bestanden.get(naam, ())]
        if files:
            con.read_parquet(files, table_name=naam)
        else:
            _register(con, naam, ())
    return con


def load_rows(tabellen: Mapping[str, Sequence[Any]]) -> "BaseBackend":
    """A DuckDB connection on rows of `koers.domain.spells`."""
    con = _connect()
    for naam in TABELLEN:
        _register(con, naam, tabellen.get(naam, ()))
    return con


def compute(
    maat: Maat, gegevens: "BaseBackend", vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
) -> tuple[Uitkomst, ...]:
    """Exact results per window and group, sorted. Raises MaatOngeldig for an impossible grouping.

    `gegevens`: any Ibis connection on which the published tables stand under their own names.
    """
    check_grouping(maat, groepeer)
    if not vensters:
        return ()
    found = _count(maat, gegevens, vensters, groepeer)
    rows = [Uitkomst(periode, groep, *counts) for (periode, groep), counts in found.items()]
    return tuple(sorted(rows, key=lambda u: (u.periode, tuple((part is None, part) for part in u.groep))))


def _connect() -> Any:
    import ibis

    return ibis.duckdb.connect(threads=_MAX_THREADS)


def _register(con: Any, naam: str, rijen: Sequence[Any]) -> None:
    tabel = TABELLEN[naam]
    con.con.register(naam, arrow_table(tabel, rijen) if rijen else arrow_schema(tabel).empty_table())


def _count(maat: Maat, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Counts:
    if isinstance(maat, Aandeel):
        return _share(maat, con, vensters, dims)
    if isinstance(maat, Verandering):
        return _change(maat, con, vensters, dims)
    kinds: dict[type, Any] = {
        Stand: _running,
        Uniek: _running,
        Stroom: _flow,
        Heropname: _re_entry,
        Combinatie: _combination,
        Wachttijd: _wait,
        Gebeurtenissen: _events,
        Inwoners: _population,
    }
    expression = kinds[type(maat)](maat, con, vensters, dims)
    found: Counts = {}
    for rij in con.to_pyarrow(expression).to_pylist():
        groep = tuple(rij[naam] for naam in dims)
        found[rij["venster"], groep] = (rij["teller"], rij.get("noemer"), rij.get("mediaan"))
    return found


# Rows, days and ages


def _windows(vensters: Sequence[Venster], wanneer: str = "in_de_periode") -> "Table":
    """The windows, or their last days, as day numbers; `w_maand`: the month of the first of those days."""
    import ibis
    import pyarrow as pa

    rows = []
    for v in vensters:
        first = v.tot_datum - timedelta(days=1) if wanneer == "laatste_dag" else v.begindatum
        rows.append(
            {
                "venster": v.naam,
                "w_van": _day_number(first),
                "w_tot": _day_number(v.tot_datum),
                "w_maand": first.year * 12 + first.month - 1,
                "w_jaar": v.jaar,
                "w_januari": v.jaar * 12,
            }
        )
    return ibis.memtable(pa.Table.from_pylist(rows))


def _day_number(dag: date) -> int:
    return (dag - date(1970, 1, 1)).days


def _day(kolom: Any) -> "IntegerValue":
    """A date column as days since 1970."""
    import ibis

    return kolom.delta(ibis.date(1970, 1, 1), unit="day").cast("int64")


def _month(kolom: Any) -> "IntegerValue":
    """A date column as months since the year 0."""
    return kolom.year().cast("int64") * 12 + kolom.month().cast("int64") - 1


def _birth(tabel: "Table") -> Any:
    """The month of birth, in months since the year 0; null when the table does not know it."""
    import ibis

    if "geboortemaand" not in tabel.columns:
        return ibis.null("int64")
    text = tabel.geboortemaand
    return text.substr(0, 4).cast("int64") * 12 + text.substr(5, 2).cast("int64") - 1


def _meets(tabel: "Table", waar: tuple[Voorwaarde, ...]) -> "Table":
    conditions = [tabel[v.kolom].isin(v.een_van) for v in waar]
    return tabel.filter(reduce(and_, conditions)) if conditions else tabel


def _day_column(tabel: "Table", kolom: str) -> Any:
    """The column as a date; a month is its first day."""
    column = tabel[kolom]
    return (column + "-01").cast("date") if column.type().is_string() else column


def _runs(con: Any, selecties: tuple[Selectie, ...], dims: tuple[str, ...]) -> "Table":
    """All rows that the selections mean, with their days [begin, tot) and the months of both."""
    fixed = [naam for naam in dims if naam != "leeftijd"]
    parts = [_run(con, selectie, fixed) for selectie in selecties]
    return reduce(lambda links, rechts: links.union(rechts, distinct=False), parts)


def _run(con: Any, selectie: Selectie, fixed: list[str]) -> "Table":
    import ibis

    tabel = TABELLEN[selectie.tabel]
    rows = _meets(con.table(selectie.tabel), selectie.waar)
    if selectie.moment == "dag" or tabel.looptijd is None:
        first = last = _day_column(rows, tabel.dagkolom)
    else:
        first, last = (rows[kolom] for kolom in tabel.looptijd)
    rows = rows.select(
        *fixed,
        jeugdige=rows.jeugdige,
        geboren=_birth(rows),
        begin=_day(first),
        tot=ibis.coalesce(_day(last) + 1, ZONDER_EINDE),
        begin_maand=_month(first),
        tot_maand=_month(last + ibis.interval(days=1)),
    )
    return rows.filter(rows.begin.notnull() & (rows.tot > rows.begin))


def _aged(rows: "Table", leeftijd: Leeftijd, maand: Any) -> "Table":
    """Rows within the ages, with `leeftijd`; `maand` holds the day on which the age counts."""
    on = rows.w_januari if leeftijd.op == "1_januari" else maand
    rows = rows.mutate(leeftijd=(on - rows.geboren) // 12)
    if leeftijd.van is not None:
        rows = rows.filter(rows.leeftijd >= leeftijd.van)
    if leeftijd.tot_en_met is not None:
        rows = rows.filter(rows.leeftijd <= leeftijd.tot_en_met)
    return rows


# Kinds of measures: each returns rows (venster, *dims, teller[, noemer, mediaan])


def _running(maat: Stand | Uniek, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> "Table":
    windows = _windows(vensters, "laatste_dag" if isinstance(maat, Stand) else "in_de_periode")
    runs = _runs(con, maat.uit, dims)
    rows = runs.join(windows, [runs.begin < windows.w_tot, runs.tot > windows.w_van])
    rows = _aged(rows, maat.leeftijd, _later(rows.begin_maand, rows.w_maand))
    rows = rows.group_by("venster", *dims)
    if isinstance(maat, Stand) and maat.tel == "trajecten":
        return rows.agg(teller=lambda t: t.count())
    return rows.agg(teller=_persons)


def _persons(rows: "Table") -> "IntegerValue":
    return rows.jeugdige.nunique()


def _later(een: Any, ander: Any) -> Any:
    import ibis

    return ibis.greatest(een, ander)


def _stays(maat: Stroom | Heropname, con: Any, dims: tuple[str, ...]) -> "Table":
    """Runs of a person in a group that follow each other within the pause, joined; with the next begin."""
    import ibis

    runs = _runs(con, maat.uit, dims)
    who = ["jeugdige", *(naam for naam in dims if naam != "leeftijd")]
    until = ibis.window(group_by=who, order_by=["begin", "tot"], rows=(None, 0))
    runs = runs.mutate(eerder=_earlier_end(runs, who), geboren=runs.geboren.min().over(group_by=who))
    new = runs.eerder.isnull() | (runs.begin > runs.eerder + maat.pauze_dagen)
    runs = runs.mutate(nieuw=ibis.ifelse(new, 1, 0))
    runs = runs.mutate(verblijf=runs.nieuw.sum().over(until))
    stays = runs.group_by(*who, "verblijf").agg(
        geboren=runs.geboren.min(),
        begin=runs.begin.min(),
        tot=runs.tot.max(),
        begin_maand=runs.begin_maand.min(),
        tot_maand=runs.tot_maand.max(),
    )
    return stays.mutate(weer=stays.begin.lead().over(ibis.window(group_by=who, order_by="begin")))


def _earlier_end(runs: "Table", who: list[str]) -> "IntegerValue":
    """The latest end of all runs that began before; not just of the one before, which may be short."""
    import ibis

    return runs.tot.max().over(ibis.window(group_by=who, order_by=["begin", "tot"], rows=(None, -1)))


def _flow(maat: Stroom, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> "Table":
    windows = _windows(vensters)
    moves = _runs(con, maat.uit, dims) if maat.tel == "trajecten" else _stays(maat, con, dims)
    day, month = (moves.begin, "begin_maand") if maat.richting == "in" else (moves.tot, "tot_maand")
    rows = moves.join(windows, [day >= windows.w_van, day < windows.w_tot])
    rows = _aged(rows, maat.leeftijd, rows[month])
    return rows.group_by("venster", *dims).agg(teller=lambda t: t.count())


def _re_entry(maat: Heropname, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> "Table":
    windows = _windows(vensters)
    stays = _stays(maat, con, dims)
    rows = stays.join(windows, [stays.tot >= windows.w_van, stays.tot < windows.w_tot])
    rows = _aged(rows, maat.leeftijd, rows.tot_maand)
    return rows.group_by("venster", *dims).agg(
        teller=lambda t: t.count(where=_back_within(t, maat.binnen_dagen)), noemer=lambda t: t.count()
    )


def _back_within(stays: "Table", dagen: int) -> "BooleanValue":
    """Never unknown: of a group in which nobody comes back, Spark would count an unknown number."""
    return stays.weer.notnull() & (stays.weer - (stays.tot - 1) <= dagen)


def _combination(maat: Combinatie, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> "Table":
    import ibis

    windows = _windows(vensters, maat.wanneer)
    runs = _runs(con, maat.uit, dims)
    if maat.verband == "vooraf":
        rows = runs.join(windows, [runs.begin >= windows.w_van, runs.begin < windows.w_tot])
    else:
        rows = runs.join(windows, [runs.begin < windows.w_tot, runs.tot > windows.w_van])
    rows = _aged(rows, maat.leeftijd, _later(rows.begin_maand, rows.w_maand))
    met = _runs(con, maat.met, ()).select("jeugdige", met_begin="begin", met_tot="tot")
    hits = rows.join(met, "jeugdige")
    hits = hits.filter(_goes_with(maat, hits))
    whole = rows.group_by("venster", *dims).agg(hoeveel=_persons(rows)).mutate(deel=0)
    part = hits.group_by("venster", *dims).agg(hoeveel=_persons(hits)).mutate(deel=1)
    both = whole.union(part)
    return both.group_by("venster", *dims).agg(
        teller=lambda t: ibis.coalesce(t.hoeveel.max(where=t.deel == 1), 0),
        noemer=lambda t: t.hoeveel.max(where=t.deel == 0),
    )


def _goes_with(maat: Combinatie, hits: "Table") -> "BooleanValue":
    import ibis

    if maat.verband == "zelfde_dag":
        first = ibis.greatest(hits.begin, hits.met_begin, hits.w_van)
        return first < ibis.least(hits.tot, hits.met_tot, hits.w_tot)
    if maat.verband == "zelfde_periode":
        return (hits.met_begin < hits.w_tot) & (hits.met_tot > hits.w_van)
    recent = hits.begin - (hits.met_tot - 1) <= maat.binnen_dagen
    return (hits.met_begin < hits.begin) & recent


def _wait(maat: Wachttijd, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> "Table":
    import ibis

    source = _meets(con.table(maat.tabel), maat.waar)
    fixed = [naam for naam in dims if naam != "leeftijd"]
    cohort = maat.van if maat.cohort == "van" else maat.tot
    source = source.select(
        *fixed,
        geboren=_birth(source),
        dagen=ibis.greatest(_day(source[maat.tot]) - _day(source[maat.van]), 0),
        klaar=source[maat.tot].notnull(),
        gesteld=source[maat.van].notnull(),
        dag=_day(source[cohort]),
        dag_maand=_month(source[cohort]),
    )
    windows = _windows(vensters)
    rows = source.join(windows, [source.dag >= windows.w_van, source.dag < windows.w_tot])
    rows = _aged(rows.filter(rows.gesteld), maat.leeftijd, rows.dag_maand)
    groups = ["venster", *dims]
    if maat.grens_dagen is not None:
        return rows.group_by(groups).agg(
            teller=lambda t: t.count(where=t.klaar & (t.dagen <= maat.grens_dagen)),
            noemer=lambda t: t.count(),
        )
    rows = rows.filter(rows.klaar)
    rows = rows.mutate(
        rang=ibis.row_number().over(ibis.window(group_by=groups, order_by="dagen")),
        aantal=rows.count().over(ibis.window(group_by=groups)),
    )
    return rows.group_by(groups).agg(
        teller=lambda t: t.dagen.sum().cast("int64"),
        noemer=lambda t: t.count(),
        mediaan=lambda t: t.dagen.max(where=t.rang == (t.aantal - 1) // 2),
    )


def _events(maat: Gebeurtenissen, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> "Table":
    import ibis

    source = _meets(con.table(maat.tabel), maat.waar)
    day = _day_column(source, maat.dag or TABELLEN[maat.tabel].dagkolom)
    source = source.select(
        *(naam for naam in dims if naam != "leeftijd"),
        geboren=_birth(source),
        dag=_day(day),
        dag_maand=_month(day),
        hoeveel=source[maat.som] if maat.som else ibis.literal(1, "int64"),
    )
    source = source.filter(source.hoeveel.notnull())
    windows = _windows(vensters)
    rows = source.join(windows, [source.dag >= windows.w_van, source.dag < windows.w_tot])
    rows = _aged(rows, maat.leeftijd, rows.dag_maand)
    return rows.group_by("venster", *dims).agg(teller=lambda t: t.hoeveel.sum().cast("int64"))


def _population(maat: Inwoners, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> "Table":
    people = _meets(con.table("bevolking"), maat.waar)
    people = people.filter((people.leeftijd >= maat.van) & (people.leeftijd <= maat.tot_en_met))
    windows = _windows(vensters)
    rows = people.join(windows, [people.jaar == windows.w_jaar])
    return rows.group_by("venster", *dims).agg(teller=lambda t: t.aantal.sum().cast("int64"))


def _share(maat: Aandeel, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Counts:
    whole_dims = denominator_grouping(maat, dims)
    part = _count(maat.teller, con, vensters, dims)
    whole = _count(maat.noemer, con, vensters, whole_dims)
    found: Counts = {}
    for periode, groep in part.keys() | (whole.keys() if whole_dims == dims else set()):
        key = tuple(groep[dims.index(naam)] for naam in whole_dims)
        found[periode, groep] = (
            part.get((periode, groep), (0, None, None))[0],
            whole.get((periode, key), (0, None, None))[0],
            None,
        )
    return found


def _change(maat: Verandering, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Counts:
    now = _count(maat.van, con, vensters, dims)
    if maat.basisjaar is None:
        return now
    base_of = {v.naam: v.in_year(maat.basisjaar) for v in vensters}
    base = _count(maat.van, con, tuple(set(base_of.values())), dims)
    groups = set(now) | {(naam, g) for naam, v in base_of.items() for p, g in base if p == v.naam}
    return {
        (naam, groep): (
            now.get((naam, groep), (0, None, None))[0],
            base.get((base_of[naam].naam, groep), (0, None, None))[0],
            None,
        )
        for naam, groep in groups
    }
