"""The published tables as Arrow schemas: one translation, for the mart and for who reads it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from koers.domain.tabelvorm import Kolomsoort, Tabel

if TYPE_CHECKING:
    import pyarrow as pa


def arrow_schema(tabel: Tabel) -> "pa.Schema":
    """Column types of a table; months are text, moments UTC in microseconds."""
    import pyarrow as pa

    kinds = {
        Kolomsoort.TEKST: pa.string(),
        Kolomsoort.GETAL: pa.int64(),
        Kolomsoort.DATUM: pa.date32(),
        Kolomsoort.MAAND: pa.string(),
        Kolomsoort.MOMENT: pa.timestamp("us", tz="UTC"),
        Kolomsoort.JA_NEE: pa.bool_(),
    }
    return pa.schema([pa.field(k.naam, kinds[k.soort], nullable=k.leeg_mag) for k in tabel.kolommen])


def arrow_table(tabel: Tabel, rijen: Sequence[Any]) -> "pa.Table":
    """Rows of a table (its row class, or tuples in column order) as an Arrow table."""
    import pyarrow as pa

    schema = arrow_schema(tabel)
    if rijen and not isinstance(rijen[0], tuple):
        rijen = [tuple(getattr(rij, naam) for naam in tabel.namen) for rij in rijen]
    columns: Mapping[str, Any] = {
        field.name: pa.array([rij[i] for rij in rijen], type=field.type) for i, field in enumerate(schema)
    }
    return pa.table(columns, schema=schema)


def read_rows(rij: type, bestanden: Sequence[Path]) -> Iterator[Any]:
    """The rows of a table of the mart, in its row class."""
    from pyarrow import parquet

    for bestand in bestanden:
        for batch in parquet.ParquetFile(bestand).iter_batches(50_000):
            yield from (rij(*cells) for cells in zip(*(c.to_pylist() for c in batch.columns), strict=True))
