"""Columns and rows of one file of the mart, for whoever asks one municipality.

Not by `pyarrow.parquet.read_table`: that loads pandas first, which takes longer than reading a whole
municipality, and the first who asks a page would wait for it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


def read_columns(path: Path, names: Sequence[str]) -> pa.Table:
    """Those columns, as far as the file has them."""
    with pq.ParquetFile(path) as bestand:
        er = set(bestand.schema_arrow.names)
        return bestand.read(columns=[naam for naam in names if naam in er])


def rows_of(path: Path, names: Sequence[str], gemeente: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a municipality, in the order of `names`; None in a column that the file does not have."""
    tabel = read_columns(path, [*dict.fromkeys([*names, "gemeente"])])
    hier = tabel.filter(pc.equal(tabel["gemeente"], gemeente))
    er = set(hier.column_names)
    return zip(*(hier[naam].to_pylist() if naam in er else [None] * len(hier) for naam in names), strict=True)
