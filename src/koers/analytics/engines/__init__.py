"""Three ways to compute the same definition: plainly, by a database, and fast. They know only the model.

`in_memory` is there to be right. `ibis` answers everything, also ad hoc: on DuckDB, and with the same
expressions on PostgreSQL (`postgresql`) and on Spark (`spark`), which need an address.
`kernels` walks along sorted columns and is the fast one for what the monitor always asks.

All have the same face: `load(files)` opens the tables of a mart, `load_rows(tables)` takes rows of
`koers.domain.spells`, `compute(maat, data, windows, grouping)` gives exact results, sorted.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from koers.analytics.model import Maat, Uitkomst, Venster
from koers.analytics.model.flows import Stroomregel, Stroomvraag


class Engine(Protocol):
    """What the engines offer; the data is each engine's own."""

    def load(self, bestanden: Mapping[str, Sequence[Path]]) -> Any: ...
    def load_rows(self, tabellen: Mapping[str, Sequence[Any]]) -> Any: ...
    def compute(
        self, maat: Maat, gegevens: Any, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
    ) -> tuple[Uitkomst, ...]: ...


STANDAARD = "kernels"
MOTOREN = (STANDAARD, "ibis", "in_memory", "postgresql", "spark")


def engine(naam: str = STANDAARD, adres: str = "") -> Engine:
    """The engine with this name, one of MOTOREN; imported only when asked for.

    `adres`: where PostgreSQL or Spark is; the others compute here.
    """
    if naam == "kernels":
        from koers.analytics.engines import kernels

        return cast(Engine, kernels)
    if naam == "ibis":
        from koers.analytics.engines import ibis_engine

        return cast(Engine, ibis_engine)
    if naam == "in_memory":
        from koers.analytics.engines import in_memory

        return cast(Engine, in_memory)
    if naam == "postgresql":
        from koers.analytics.engines.postgresql import Postgresql

        return Postgresql(adres)
    if naam == "spark":
        from koers.analytics.engines.spark import LOKAAL, Spark

        return Spark(adres or LOKAAL)
    raise ValueError(f"no engine called {naam!r}")


class Flows(Protocol):
    """How help flows, over the same data as the engine of that name."""

    def flow(
        self, vraag: Stroomvraag, gegevens: Any, vensters: Sequence[Venster], groepeer: tuple[str, ...] = ()
    ) -> tuple[Stroomregel, ...]: ...


FLOWS = "ibis"  # the engine that says how help flows, over its own tables


def flows(naam: str = FLOWS) -> Flows:
    """The flows of the engine with this name."""
    if naam in ("ibis", "postgresql", "spark"):  # one expression, wherever the tables are
        from koers.analytics.engines import ibis_flows

        return cast(Flows, ibis_flows)
    if naam == "in_memory":
        from koers.analytics.engines import in_memory_flows

        return cast(Flows, in_memory_flows)
    raise ValueError(f"no engine called {naam!r}")
