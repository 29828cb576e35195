"""Tables as frozen columns of numbers: how the compiled engine keeps what it counts.

Every column that can be grouped or asked for is a small number per row with the values that the numbers mean
beside it; days are int32 since 1 January 1970, months of birth whole months since the year 0. Columns are
made when they are first asked for, and then kept. What lasts is sorted once by person and first day, so that
what a person had before stands right behind.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from koers.analytics.columns import arrow_schema, arrow_table
from koers.analytics.engines.sorting import person_order
from koers.domain.spells import TABELLEN
from koers.domain.tabelvorm import Kolomsoort

if TYPE_CHECKING:
    import pyarrow as pa

Getallen = NDArray[Any]
Waarden = tuple[str | int | bool | None, ...]
Kolom = tuple[Getallen, Waarden]
EPOCH = date(1970, 1, 1)
NOOIT = np.int32(2**31 - 1)  # the first day without help of what still runs
GEEN_DAG = np.int32(-(2**31))
ONBEKEND = np.int32(2**30)  # a month of birth that nobody knows: below every age that is asked for
BRON = "*bron"  # which table, and which days of it, a row comes from
Bronnen = tuple[tuple[str, str], ...]
_CODED = (Kolomsoort.TEKST, Kolomsoort.GETAL, Kolomsoort.JA_NEE)


class Kolommen:
    """Rows with columns of numbers: `kolom(naam)` gives a number per row and what the numbers mean.

    The last value is None: an empty cell, or a table that has no such column.
    """

    def __init__(self, aantal: int, make: Callable[[str], Kolom]) -> None:
        self._aantal, self._make = aantal, make
        self._made: dict[str, Kolom] = {}

    def __len__(self) -> int:
        return self._aantal

    def kolom(self, naam: str) -> Kolom:
        """A number per row (the smallest whole type that fits), and the values that the numbers mean."""
        found = self._made.get(naam)
        if found is None:
            codes, waarden = self._make(naam)
            found = self._made[naam] = (codes.astype(np.min_scalar_type(len(waarden))), waarden)
        return found


@dataclass(frozen=True)
class Verloop:
    """Rows that last, sorted by person and first day; a row without a day is left out.

    `begin_van` (p + 1): the row of each person's first one, and n. n each: `begin`, `einde` (first day
    without help, or NOOIT) and `geboren` (or ONBEKEND).
    """

    begin_van: Getallen
    begin: Getallen
    einde: Getallen
    geboren: Getallen
    kolommen: Kolommen

    def __len__(self) -> int:
        return len(self.begin)


def arrange(
    personen: Getallen, begin: Getallen, einde: Getallen, geboren: Getallen, kolom: Callable[[str], Kolom]
) -> Verloop:
    """Sorts rows, once. `personen`: a number from 0 on per row; `kolom`: the columns of the unsorted rows."""
    order, first = person_order(personen, begin, (begin != GEEN_DAG) & (einde > begin))

    def ordered(naam: str) -> Kolom:
        codes, waarden = kolom(naam)
        return codes[order], waarden

    return Verloop(
        first,
        begin[order].astype(np.int32, copy=False),
        einde[order].astype(np.int32, copy=False),
        geboren[order].astype(np.int32, copy=False),
        Kolommen(len(order), ordered),
    )


@dataclass(frozen=True)
class Rijen:
    """The rows of one table in their own order; days and months of birth when asked for."""

    naam: str
    tabel: "pa.Table"

    @cached_property
    def kolommen(self) -> Kolommen:
        """Every column but days and persons, as numbers."""
        return Kolommen(len(self.tabel), lambda naam: _coded(self.tabel, naam))

    def dag(self, naam: str) -> Getallen:
        """A day per row, GEEN_DAG where it is empty; a month is its first day."""
        import pyarrow as pa
        from pyarrow import compute as pc

        column = self.tabel[naam]
        if pa.types.is_string(column.type):
            column = pc.binary_join_element_wise(column, "01", "-").cast(pa.date32())
        return _filled(column.cast(pa.int32()), int(GEEN_DAG))

    def bedrag(self, naam: str) -> tuple[Getallen, Getallen]:
        """A number per row, and whether there is one."""
        return _numbers(self.tabel[naam])

    @cached_property
    def geboren(self) -> Getallen:
        """The month of birth, in months since the year 0."""
        if "geboortemaand" not in TABELLEN[self.naam].namen:
            return np.full(len(self.tabel), ONBEKEND)
        codes, waarden = _coded(self.tabel, "geboortemaand")
        months = [ONBEKEND if w is None else int(str(w)[:4]) * 12 + int(str(w)[5:]) - 1 for w in waarden]
        return np.array(months, dtype=np.int32)[codes]


@dataclass
class Gegevens:
    """The tables of a mart, each read when it is first asked for; `verloop` joins and sorts what lasts."""

    lees: Callable[[str], "pa.Table"]
    _rijen: dict[str, Rijen] = field(default_factory=dict)
    _verlopen: dict[Bronnen, Verloop] = field(default_factory=dict)

    def disconnect(self) -> None:
        """Nothing to close; the other engines have a connection."""

    def rijen(self, naam: str) -> Rijen:
        """The rows of a table; none when the mart lacks it."""
        if naam not in self._rijen:
            self._rijen[naam] = Rijen(naam, self.lees(naam))
        return self._rijen[naam]

    def verloop(self, bronnen: Bronnen) -> Verloop:
        """The rows of these tables together, each with its "looptijd" or as the one "dag" it belongs to."""
        if bronnen not in self._verlopen:
            self._verlopen[bronnen] = self._arranged(bronnen)
        return self._verlopen[bronnen]

    def _arranged(self, bronnen: Bronnen) -> Verloop:
        import pyarrow as pa

        tables = [self.rijen(naam) for naam, _ in bronnen]
        days = [_days(rijen, moment) for rijen, (_, moment) in zip(tables, bronnen, strict=True)]
        whole = pa.concat_tables([rijen.tabel for rijen in tables], promote_options="default")
        sizes = [len(rijen.tabel) for rijen in tables]

        def column(naam: str) -> Kolom:
            if naam == BRON:
                return np.repeat(np.arange(len(bronnen)), sizes), (*map("/".join, bronnen), None)
            return _coded(whole, naam)

        return arrange(
            _coded(whole, "jeugdige")[0],
            np.concatenate([begin for begin, _ in days]),
            np.concatenate([einde for _, einde in days]),
            np.concatenate([rijen.geboren for rijen in tables]),
            column,
        )


def load(bestanden: Mapping[str, Sequence[Path]]) -> Gegevens:
    """The tables of a mart. Files are named after their bytes, so the last mart that was read is kept."""
    return _loaded(tuple((naam, tuple(files)) for naam, files in sorted(bestanden.items())))


@lru_cache(maxsize=1)
def _loaded(bestanden: tuple[tuple[str, tuple[Path, ...]], ...]) -> Gegevens:
    files = dict(bestanden)

    def read(naam: str) -> "pa.Table":
        import pyarrow as pa
        from pyarrow import parquet

        schema = arrow_schema(TABELLEN[naam])
        wanted = [kolom.naam for kolom in TABELLEN[naam].kolommen if kolom.soort is not Kolomsoort.MOMENT]
        # Not `read_table`: that loads pandas, which costs more than a second.
        parts = [parquet.ParquetFile(file).read(columns=wanted) for file in files.get(naam, ())]
        return pa.concat_tables(parts) if parts else schema.empty_table().select(wanted)

    return Gegevens(read)


def load_rows(tabellen: Mapping[str, Sequence[Any]]) -> Gegevens:
    """Rows of `koers.domain.spells`, by table name."""

    def read(naam: str) -> "pa.Table":
        rows = tabellen.get(naam, ())
        return arrow_table(TABELLEN[naam], rows) if rows else arrow_schema(TABELLEN[naam]).empty_table()

    return Gegevens(read)


def _days(rijen: Rijen, moment: str) -> tuple[Getallen, Getallen]:
    """First day, and first day without; a row that belongs to one day lasts that day."""
    tabel = TABELLEN[rijen.naam]
    if moment == "dag" or tabel.looptijd is None:
        begin = rijen.dag(tabel.dagkolom)
        return begin, np.where(begin == GEEN_DAG, begin, begin + 1)
    begin, last = (rijen.dag(naam) for naam in tabel.looptijd)
    return begin, np.where(last == GEEN_DAG, NOOIT, last + 1)


def _coded(tabel: "pa.Table", naam: str) -> Kolom:
    """A column as numbers, empty cells as the last one; a table without the column has empty cells."""
    if naam not in tabel.column_names:
        return np.zeros(len(tabel), dtype=np.uint8), (None,)
    coded = tabel[naam].combine_chunks().dictionary_encode()
    values = coded.dictionary.to_pylist()
    return _filled(coded.indices, len(values)), (*values, None)


def _filled(column: Any, leeg: int) -> Getallen:
    """Whole numbers, with `leeg` where a cell is empty."""
    numbers, there = _numbers(column)
    return numbers if there.all() else np.where(there, numbers, np.array(leeg, dtype=numbers.dtype))


def _numbers(column: Any) -> tuple[Getallen, Getallen]:
    """The numbers of a column as Arrow holds them, and which cells are filled.

    Arrow's own `to_numpy` and `fill_null` load pandas, which takes longer than all that is counted here.
    """
    import pyarrow as pa

    cells = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    valid, data = cells.buffers()
    here = slice(cells.offset, cells.offset + len(cells))
    numbers = np.frombuffer(data or b"", dtype=f"int{cells.type.bit_width}")[here]
    if valid is None or cells.null_count == 0:
        return numbers, np.ones(len(cells), dtype=np.bool_)
    return numbers, np.unpackbits(np.frombuffer(valid, dtype=np.uint8), bitorder="little")[here].astype(bool)
