"""The expressions of `ibis_engine`, on PostgreSQL, for who has a server that counts and no room for a mart.

Tables are temporary: nobody else sees them, and they go when the connection does.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from koers.analytics.columns import arrow_schema, arrow_table
from koers.analytics.engines import ibis_engine
from koers.domain.spells import TABELLEN
from koers.domain.weigering import Refused


class Postgresql:
    """An engine at one address: `postgresql://name@host:5432/database`."""

    def __init__(self, adres: str) -> None:
        if not adres.startswith(("postgresql://", "postgres://")):
            raise Refused("motor_zonder_databank")
        self._adres = adres

    compute = staticmethod(ibis_engine.compute)

    def load(self, bestanden: Mapping[str, Sequence[Path]]) -> Any:
        """A connection with the tables of a mart; PostgreSQL reads no Parquet, so the rows are sent."""
        import pyarrow as pa
        from pyarrow import parquet

        con = self._connect()
        for naam, tabel in TABELLEN.items():
            files = [parquet.read_table(file) for file in bestanden.get(naam, ())]
            con.create_table(naam, pa.concat_tables([arrow_schema(tabel).empty_table(), *files]), temp=True)
        return con

    def load_rows(self, tabellen: Mapping[str, Sequence[Any]]) -> Any:
        """A connection with these rows of `koers.domain.spells`."""
        con = self._connect()
        for naam, tabel in TABELLEN.items():
            rijen = tabellen.get(naam, ())
            table = arrow_table(tabel, rijen) if rijen else arrow_schema(tabel).empty_table()
            con.create_table(naam, table, temp=True)
        return con

    def _connect(self) -> Any:
        import ibis
        import psycopg

        try:
            return ibis.connect(self._adres)
        except psycopg.OperationalError as fout:
            raise Refused("motor_databank_zwijgt", reden=str(fout).strip().splitlines()[0]) from fout
