"""The fast way to answer how help flows: the same questions as Ibis expressions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from koers.analytics.engines.ibis_engine import (
    _aged,
    _day,
    _day_column,
    _meets,
    _runs,
    _windows,
)
from koers.analytics.model import Venster
from koers.analytics.model.definitions import Selectie
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

if TYPE_CHECKING:
    from ibis.expr.types import Table

# An expression, the columns of its key, and the columns of its numbers.
Answer = tuple["Table", list[str], list[str]]


def flow(
    vraag: Stroomvraag, gegevens: Any, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
) -> tuple[Stroomregel, ...]:
    """Exact lines per window and group, sorted. Raises MaatOngeldig for an impossible grouping."""
    check_flow(vraag, groepeer)
    if not vensters:
        return ()
    kinds: dict[type, Any] = {
        Persoonsdagen: _days,
        Overleving: _survival,
        Lopend: _still_running,
        Stapeling: _stacking,
        Paden: _paths,
        Bestedingen: _spending,
    }
    expression, keys, numbers = kinds[type(vraag)](vraag, gegevens, vensters, groepeer)
    return sorted_lines(
        [
            Stroomregel(
                rij["venster"],
                tuple(rij[naam] for naam in groepeer),
                tuple(int(rij[naam]) for naam in keys if rij[naam] is not None),
                tuple(int(rij[naam]) for naam in numbers),
            )
            for rij in gegevens.to_pyarrow(expression).to_pylist()
        ]
    )


def _numbered(uit: tuple[Selectie, ...], pauze_dagen: int, con: Any, dims: tuple[str, ...]) -> "Table":
    """Rows of help with `verblijf`, the number of the stay of that person in that group."""
    import ibis

    extra = () if "niveau" in dims else ("niveau",)
    runs = _runs(con, uit, (*dims, *extra) if _have_level(uit) else dims)
    who = ["jeugdige", *dims]
    order = ["begin", "tot"]
    earlier = runs.tot.max().over(ibis.window(group_by=who, order_by=order, rows=(None, -1)))
    runs = runs.mutate(eerder=earlier)
    new = runs.eerder.isnull() | (runs.begin > runs.eerder + pauze_dagen)
    runs = runs.mutate(nieuw=ibis.ifelse(new, 1, 0))
    until = ibis.window(group_by=who, order_by=order, rows=(None, 0))
    return runs.mutate(verblijf=runs.nieuw.sum().over(until))


def _have_level(uit: tuple[Selectie, ...]) -> bool:
    from koers.domain.spells import TABELLEN

    return all("niveau" in TABELLEN[selectie.tabel].namen for selectie in uit)


def _stays(uit: tuple[Selectie, ...], pauze_dagen: int, con: Any, dims: tuple[str, ...]) -> "Table":
    runs = _numbered(uit, pauze_dagen, con, dims)
    return runs.group_by("jeugdige", *dims, "verblijf").agg(begin=runs.begin.min(), tot=runs.tot.max())


def _days(vraag: Persoonsdagen, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Answer:
    import ibis

    windows = _windows(vensters)
    stays = _stays(vraag.uit, 0, con, dims)
    rows = stays.join(windows, [stays.begin < windows.w_tot, stays.tot > windows.w_van])
    days = ibis.least(rows.tot, rows.w_tot) - ibis.greatest(rows.begin, rows.w_van)
    rows = rows.mutate(dagen=days)
    found = rows.group_by("venster", *dims).agg(dagen=rows.dagen.sum().cast("int64"))
    return found, [], ["dagen"]


def _survival(vraag: Overleving, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Answer:
    import ibis

    windows = _windows(vensters)
    stays = _stays(vraag.uit, vraag.pauze_dagen, con, dims)
    rows = stays.join(windows, [stays.begin < windows.w_tot, stays.tot >= windows.w_van])
    rows = rows.mutate(
        voor=_came_in_late(rows),
        tijd=ibis.least(rows.tot, rows.w_tot - 1) - rows.begin,
        gestopt=rows.tot <= rows.w_tot - 1,
    )
    rows = rows.filter(rows.tijd > rows.voor)
    # An empty group would not join with itself, so the group travels as a number.
    groups = rows.select("venster", *dims).distinct()
    order = ibis.window(order_by=["venster", *dims])
    groups = groups.mutate(nummer=ibis.row_number().over(order))
    same = [rows.venster == groups.venster, *(rows[d].identical_to(groups[d]) for d in dims)]
    rows = rows.join(groups, same).select("nummer", "voor", "tijd", "gestopt")
    stops = rows.filter(rows.gestopt).group_by(stop_nummer=rows.nummer, moment=rows.tijd)
    stops = stops.agg(gestopt_toen=lambda t: t.count())
    at_risk = stops.join(
        rows, [stops.stop_nummer == rows.nummer, rows.voor < stops.moment, rows.tijd >= stops.moment]
    )
    counted = at_risk.group_by("stop_nummer", "moment").agg(
        risico=at_risk.count(), gestopt_toen=at_risk.gestopt_toen.max()
    )
    found = counted.join(groups, counted.stop_nummer == groups.nummer)
    return found, ["moment"], ["risico", "gestopt_toen"]


def _came_in_late(rows: "Table") -> Any:
    """Moments of the stay that lie before the window."""
    import ibis

    return ibis.greatest(rows.w_van - rows.begin - 1, 0)


def _still_running(vraag: Lopend, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Answer:
    windows = _windows(vensters)
    stays = _stays(vraag.uit, vraag.pauze_dagen, con, dims)
    rows = stays.join(windows, [stays.begin < windows.w_tot, stays.tot >= windows.w_tot])
    rows = rows.mutate(moment=rows.w_tot - 1 - rows.begin)
    found = rows.group_by("venster", *dims, "moment").agg(lopend=lambda t: t.count())
    return found, ["moment"], ["lopend"]


def _stacking(vraag: Stapeling, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Answer:
    windows = _windows(vensters, "laatste_dag")
    runs = _runs(con, vraag.uit, dims)
    rows = runs.join(windows, [runs.begin < windows.w_tot, runs.tot > windows.w_van])
    rows = _aged(rows, vraag.leeftijd, rows.w_maand)
    each = rows.group_by("venster", *dims, "jeugdige").agg(lopend=rows.count())
    found = each.group_by("venster", *dims, "lopend").agg(jeugdigen=lambda t: t.count())
    return found, ["lopend"], ["jeugdigen"]


def _paths(vraag: Paden, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Answer:
    import ibis

    runs = _numbered(vraag.uit, vraag.pauze_dagen, con, dims)
    runs = runs.mutate(trap=runs.niveau)
    stay = ["jeugdige", *dims, "verblijf"]
    within = ibis.window(group_by=stay, order_by=["begin", "trap"])
    runs = runs.mutate(vorige=runs.trap.lag().over(within))
    steps = runs.filter(runs.vorige.isnull() | (runs.vorige != runs.trap))
    # Rows that begin on the same day at the same level are one step, whichever of them came first.
    steps = steps.mutate(stap=ibis.row_number().over(ibis.window(group_by=stay, order_by=["begin", "trap"])))
    per_stay = steps.group_by(stay).agg(
        begin=steps.begin.min(),
        meer=ibis.ifelse(steps.count() > LANGSTE_PAD, 1, 0),
        **{f"stap_{n}": steps.trap.max(where=steps.stap == n) for n in range(LANGSTE_PAD)},
    )
    windows = _windows(vensters)
    rows = per_stay.join(windows, [per_stay.begin >= windows.w_van, per_stay.begin < windows.w_tot])
    keys = [*(f"stap_{n}" for n in range(LANGSTE_PAD)), "meer"]
    found = rows.group_by("venster", *dims, *keys).agg(verblijven=lambda t: t.count())
    return found, keys, ["verblijven"]


def _spending(vraag: Bestedingen, con: Any, vensters: Sequence[Venster], dims: tuple[str, ...]) -> Answer:
    windows = _windows(vensters)
    source = _meets(con.table("declaraties"), vraag.waar)
    source = source.select(
        *dims,
        wie=source.jeugdige,
        wie_maand=source.jeugdige + "/" + source.maand,
        cent=source.bedrag_cent,
        dag=_day(_day_column(source, "maand")),
    )
    rows = source.join(windows, [source.dag >= windows.w_van, source.dag < windows.w_tot])
    found = rows.group_by("venster", *dims).agg(
        jeugdigen=rows.wie.nunique(), maanden=rows.wie_maand.nunique(), cent=rows.cent.sum().cast("int64")
    )
    return found, [], ["jeugdigen", "maanden", "cent"]
