"""The fast engine for the fixed set over spells: one walk along columns sorted by person and first day.

The mart's spells sorted once, every grouping column a small number: then stock, flow, distinct, re-entry and
combination are one walk along the rows, because what a person had before stands right behind. Compiled; the
other engines say whether it is right. What it does not count (ages, other tables, waits) it refuses: those
questions go to DuckDB.

Shapes: n rows, p persons, w windows, g groups. Days are int32 since 1 January 1970; a last day is kept as the
first day without help. Memory: about 15 bytes a row, and a table of w x g per measure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from koers.analytics.engines import walks
from koers.analytics.model import (
    Combinatie,
    Heropname,
    Leeftijd,
    Maat,
    Selectie,
    Stand,
    Stroom,
    Uitkomst,
    Uniek,
    Venster,
)
from koers.analytics.model.grouping import MaatOngeldig, check_grouping

KOLOMMEN = ("gemeente", "niveau", "route")
_EPOCH = date(1970, 1, 1)
NOOIT = np.int32(2**31 - 1)
Getallen = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Spellen:
    """The spells, sorted by person and first day. `begin_van`: row of each person's first spell, and n.

    `codes`: per grouping column a number per row (int16), `waarden`: what the numbers mean, in order.
    """

    begin_van: Getallen
    begin: Getallen
    einde: Getallen
    codes: Mapping[str, Getallen]
    waarden: Mapping[str, tuple[str | int | None, ...]]

    def __len__(self) -> int:
        return len(self.begin)


def load(bestanden: Mapping[str, Sequence[Path]]) -> Spellen:
    """The spells of a mart, from its Parquet files."""
    import pyarrow as pa
    from pyarrow import parquet

    names = ["jeugdige", "begindatum", "einddatum", *KOLOMMEN]
    parts = [parquet.read_table(file, columns=names, partitioning=None) for file in bestanden["spells"]]
    table = pa.concat_tables(parts)
    personen = table["jeugdige"].combine_chunks().dictionary_encode().indices.to_numpy()
    columns = {naam: table[naam].combine_chunks().dictionary_encode() for naam in KOLOMMEN}
    einde = table["einddatum"].cast(pa.int32()).fill_null(int(NOOIT) - 1).to_numpy() + 1
    return arrange(
        personen,
        table["begindatum"].cast(pa.int32()).to_numpy(),
        einde,
        {
            naam: column.indices.fill_null(len(column.dictionary)).to_numpy()
            for naam, column in columns.items()
        },
        {naam: (*column.dictionary.to_pylist(), None) for naam, column in columns.items()},
    )


def arrange(
    personen: Getallen,
    begin: Getallen,
    einde: Getallen,
    codes: Mapping[str, Getallen],
    waarden: Mapping[str, Sequence[str | int | None]],
) -> Spellen:
    """Sorts the columns, once. `personen`: a number per row; `einde`: first day without help, NOOIT: runs.

    Rows without a day are left out, as everywhere.
    """
    holds = np.flatnonzero(einde > begin)
    key = personen[holds].astype(np.int64) << 32 | (begin[holds].astype(np.int64) + 2**31)
    order = holds[np.argsort(key, kind="stable")]
    wie = personen[order]
    first = np.flatnonzero(np.diff(wie, prepend=wie[:1] - 1))
    return Spellen(
        np.append(first, len(order)).astype(np.int64),
        begin[order].astype(np.int32),
        einde[order].astype(np.int32),
        {naam: column[order].astype(np.int16) for naam, column in codes.items()},
        {naam: tuple(values) for naam, values in waarden.items()},
    )


def supports(maat: Maat, groepeer: Sequence[str]) -> bool:
    """Whether this engine counts this measure by this grouping."""
    if not isinstance(maat, Stand | Uniek | Stroom | Heropname | Combinatie):
        return False
    if isinstance(maat, Combinatie) and (maat.verband, maat.wanneer) != ("zelfde_dag", "laatste_dag"):
        return False
    met = maat.met if isinstance(maat, Combinatie) else ()
    no_ages = maat.leeftijd == Leeftijd(op=maat.leeftijd.op)
    return no_ages and set(groepeer) <= set(KOLOMMEN) and all(map(_simple, (*maat.uit, *met)))


def _simple(selectie: Selectie) -> bool:
    known = all(voorwaarde.kolom in KOLOMMEN for voorwaarde in selectie.waar)
    return selectie.tabel == "spells" and selectie.moment == "looptijd" and known


def compute(
    maat: Maat, spellen: Spellen, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
) -> tuple[Uitkomst, ...]:
    """Exact results per window and group, sorted as the other engines do. The windows follow on each other.

    Raises MaatOngeldig for what this engine does not count.
    """
    check_grouping(maat, groepeer)
    if not isinstance(maat, Telbaar) or not supports(maat, groepeer):
        raise MaatOngeldig("Deze maat telt de snelle rekenaar niet. Gebruik DuckDB.")
    vakken = _Vakken(spellen, groepeer)
    teller, noemer, counted = table_of(maat, spellen, vensters, groepeer)
    rows, groups = np.nonzero(counted)
    found = [
        Uitkomst(
            vensters[row].naam,
            vakken.groep(int(group)),
            int(teller[row, group]),
            None if noemer is None else int(noemer[row, group]),
        )
        for row, group in zip(rows.tolist(), groups.tolist(), strict=True)
    ]
    return tuple(sorted(found, key=lambda u: (u.periode, tuple((part is None, part) for part in u.groep))))


Telbaar = Stand | Uniek | Stroom | Heropname | Combinatie


def table_of(
    maat: Telbaar, spellen: Spellen, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
) -> tuple[Getallen, Getallen | None, Getallen]:
    """Count, whole (or None) and where there is anything to tell: arrays of w x g, in the order of the
    codes of `groepeer`, the last one fastest."""
    vakken = _Vakken(spellen, groepeer)
    vorm = _shape(vensters, vakken.aantal)
    rijen = walks.Rijen(
        spellen.begin_van, spellen.begin, spellen.einde, vakken.groepen, _of(spellen, maat.uit)
    )
    if isinstance(maat, Uniek):
        found = walks.distinct(rijen, vorm).sum(axis=0)[1:-1]
        return found, None, found > 0
    if isinstance(maat, Combinatie):
        changes = walks.together(rijen, vorm, _of(spellen, maat.met))
        part, whole = (change.sum(axis=0).cumsum(axis=0)[1:-1] for change in changes)
        return part, whole, whole > 0
    if isinstance(maat, Heropname):
        found = walks.stays(rijen, vorm, maat.pauze_dagen, maat.binnen_dagen)
        _, out, again = (moves.sum(axis=0)[1:-1] for moves in found)
        return again, out, out > 0
    pauze = 0 if isinstance(maat, Stand) else maat.pauze_dagen
    moves = walks.rows(rijen, vorm) if maat.tel == "trajecten" else walks.stays(rijen, vorm, pauze, 0)[:2]
    into, out = (move.sum(axis=0) for move in moves)
    if isinstance(maat, Stand):
        stock = (into - out).cumsum(axis=0)[1:-1]
        return stock, None, stock > 0
    flow = (into if maat.richting == "in" else out)[1:-1]
    return flow, None, flow > 0


class _Vakken:
    """One number per row for all grouping columns together, and back."""

    def __init__(self, spellen: Spellen, groepeer: Sequence[str]) -> None:
        self._waarden = [spellen.waarden[naam] for naam in groepeer]
        self.aantal = int(np.prod([len(values) for values in self._waarden], dtype=np.int64))
        self.groepen = np.zeros(len(spellen), dtype=np.int32)
        for naam, values in zip(groepeer, self._waarden, strict=True):
            self.groepen *= np.int32(len(values))
            self.groepen += spellen.codes[naam]

    def groep(self, nummer: int) -> tuple[str | int | None, ...]:
        """The values of a group's number."""
        parts: list[str | int | None] = []
        for values in reversed(self._waarden):
            nummer, code = divmod(nummer, len(values))
            parts.append(values[code])
        return tuple(reversed(parts))


def _shape(vensters: Sequence[Venster], groepen: int) -> walks.Vorm:
    """In which window each day lies. Raises MaatOngeldig when they do not follow on each other."""
    if any(a.tot_datum != b.begindatum for a, b in pairwise(vensters)):
        raise MaatOngeldig("De vensters sluiten niet op elkaar aan.")
    first, last = vensters[0].begindatum, vensters[-1].tot_datum
    begins = [(venster.begindatum - first).days + 1 for venster in vensters]
    dag_van = np.searchsorted(begins, np.arange((last - first).days + 2), side="right").astype(np.int16)
    dag_van[-1] = len(vensters) + 1
    return walks.Vorm(dag_van, (first - _EPOCH).days - 1, len(vensters), groepen, numba.get_num_threads())


def _of(spellen: Spellen, selecties: Sequence[Selectie]) -> Getallen:
    """How many of the selections mean each row."""
    found = np.zeros(len(spellen), dtype=np.uint8)
    for selectie in selecties:
        here = np.ones(len(spellen), dtype=np.uint8)
        for voorwaarde in selectie.waar:
            values = spellen.waarden[voorwaarde.kolom]
            mag = np.array([v is not None and v in voorwaarde.een_van for v in values], dtype=np.uint8)
            here &= mag[spellen.codes[voorwaarde.kolom]]
        found += here
    return found
