"""The expressions of `ibis_engine`, on Spark: more machines are an address, not another definition.

Spark reads the Parquet files of the mart itself, so every worker must see that folder under the same path.
An address that begins with "local" stays on this machine and on loopback: `local[2]` is two threads of one
process, `local-cluster[2,1,1024]` a master and two worker processes of one core and 1024 MB each. Any other
(`spark://…`, `yarn`, `k8s://…`) is a cluster, with its own settings in SPARK_CONF_DIR as Spark has them.
"""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from koers.analytics.columns import arrow_schema, arrow_table
from koers.analytics.engines import ibis_engine
from koers.domain.spells import TABELLEN
from koers.domain.weigering import Refused

LOKAAL = "local[2]"
# The tables of a municipality are small: many parts would cost more than what is in them.
_DELEN_OP_EEN_MACHINE = "2"


class Spark:
    """An engine at one address; the session is shared by all that asks for it."""

    def __init__(self, adres: str = LOKAAL) -> None:
        self._adres = adres

    compute = staticmethod(ibis_engine.compute)

    def load(self, bestanden: Mapping[str, Sequence[Path]]) -> "Tafels":
        """The Parquet files of a mart; a table without files is an empty one."""
        tafels = Tafels(start(self._adres))
        for naam in TABELLEN:
            tafels.read(naam, bestanden.get(naam, ()))
        return tafels

    def load_rows(self, tabellen: Mapping[str, Sequence[Any]]) -> "Tafels":
        """Rows of `koers.domain.spells`, sent to the workers from here."""
        tafels = Tafels(start(self._adres))
        for naam in TABELLEN:
            tafels.send(naam, tabellen.get(naam, ()))
        return tafels


class Tafels:
    """The published tables in a session of their own; the workers stay when it is put away."""

    def __init__(self, sessie: Any) -> None:
        import ibis

        self._sessie = sessie.newSession()
        self._ibis = ibis.pyspark.connect(self._sessie)

    def read(self, naam: str, bestanden: Sequence[Path]) -> None:
        """One table from its files. The columns are published, so no file is opened to find them."""
        from pyspark.sql.pandas.types import from_arrow_schema

        schema = from_arrow_schema(arrow_schema(TABELLEN[naam]))
        places = [file.resolve().as_uri() for file in bestanden]
        frame = self._sessie.read.schema(schema).parquet(*places) if places else None
        self._name(naam, self._sessie.createDataFrame([], schema) if frame is None else frame)

    def send(self, naam: str, rijen: Sequence[Any]) -> None:
        """One table from rows."""
        if not rijen:
            self.read(naam, ())
            return
        self._name(naam, self._sessie.createDataFrame(arrow_table(TABELLEN[naam], rijen)))

    def _name(self, naam: str, frame: Any) -> None:
        frame.createOrReplaceTempView(naam)

    def table(self, naam: str) -> Any:
        return self._ibis.table(naam)

    def to_pyarrow(self, expression: Any) -> Any:
        """The answer as Arrow; Ibis goes by pandas, where an empty cell makes floats of whole numbers."""
        self._ibis._run_pre_execute_hooks(expression)
        return self._sessie.sql(self._ibis.compile(expression)).toArrow()

    def disconnect(self) -> None:
        for naam in TABELLEN:
            self._sessie.catalog.dropTempView(naam)


def start(adres: str) -> Any:
    """The Spark session at this address, made when there is none.

    Refused: spark_ontbreekt, java_ontbreekt, spark_start_niet.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        raise Refused("spark_ontbreekt") from None
    if _java() is None:
        raise Refused("java_ontbreekt")
    if _is_local(adres):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # workers have what this process has
    builder = SparkSession.builder.master(adres).appName("Koers")
    for key, value in settings(adres).items():
        builder = builder.config(key, value)
    from py4j.protocol import Py4JError

    try:
        session = builder.getOrCreate()
    except (PySparkException, Py4JError, OSError) as fout:
        raise Refused("spark_start_niet", adres=adres, reden=str(fout).strip().splitlines()[0]) from fout
    if session.sparkContext.master != adres:  # one process has one: asked for another, Spark gives this one
        raise Refused("spark_ander_adres", adres=adres, nu=session.sparkContext.master)
    session.sparkContext.setLogLevel("ERROR")
    return session


def settings(adres: str) -> dict[str, str]:
    """What Koers asks of Spark. On this machine: nothing listens for others, and no page is served."""
    everywhere = {
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.ui.showConsoleProgress": "false",
    }
    if not _is_local(adres):
        return everywhere
    return everywhere | {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": _DELEN_OP_EEN_MACHINE,
        # Compiling Java for a question takes longer here than answering it.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }


def _is_local(adres: str) -> bool:
    return adres.startswith("local")


def _java() -> str | None:
    """The program that Spark would start."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which(str(Path(home) / "bin" / "java")) if home else shutil.which("java")
