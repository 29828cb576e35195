"""On Spark, over two worker processes: the same definitions, the same answers, to the last one."""

import json
import os

import pytest
from click.testing import CliRunner
from pyarrow import parquet

from koers.analytics.columns import arrow_table
from koers.analytics.engines import flows, ibis_engine, in_memory, kernels
from koers.analytics.engines.spark import Spark, start
from koers.analytics.measures import measures
from koers.analytics.model import Heropname, Selectie, Stand, Uniek, windows
from koers.analytics.model.definitions import SOORTEN
from koers.cli import koers
from koers.domain.spells import TABELLEN
from koers.domain.weigering import Refused
from tests.generative import test_flows
from tests.generative.streek import STEDEN, counts_something, flowing, generated, published, region
from tests.spark.conftest import ADRES

PUBLISHED, FLOWING, GENERATED = published(), flowing(), generated(3)
STROMEN = flows("spark")


def test_two_processes_do_the_work(sessie):
    """A barrier begins only when both parts have a place, so neither can wait for the other's."""
    parts = sessie.sparkContext.parallelize(range(2), 2)
    workers = set(parts.barrier().mapPartitions(lambda _: [(os.getppid(), os.getpid())]).collect())
    assert len(workers) == 2
    assert os.getpid() not in {pid for pair in workers for pid in pair}


def test_the_lane_asks_everything():
    assert {vraag.naam.split("/")[0] for vraag in PUBLISHED} == set(measures())
    assert {type(vraag.wat) for vraag in FLOWING} == set(test_flows.BY_KIND)
    assert {type(vraag.wat) for vraag in GENERATED} == set(SOORTEN.values())


@pytest.mark.parametrize("vraag", PUBLISHED, ids=lambda vraag: vraag.naam)
def test_every_indicator(motor, data, tabellen, vraag):
    answer = vraag.ask(motor, STROMEN, data)
    assert answer == vraag.ask_plainly(tabellen)
    assert counts_something(answer)


def test_the_compiled_engine_says_the_same(bestanden, tabellen):
    """So Spark, over the same files, equals what pages show."""
    data = kernels.load(bestanden)
    for vraag in PUBLISHED:
        assert vraag.ask(kernels, None, data) == vraag.ask_plainly(tabellen)


@pytest.mark.parametrize("vraag", FLOWING, ids=lambda vraag: vraag.naam)
def test_how_help_flows(motor, data, tabellen, vraag):
    answer = vraag.ask(motor, STROMEN, data)
    assert answer == vraag.ask_plainly(tabellen)
    assert counts_something(answer)


@pytest.mark.parametrize("vraag", GENERATED, ids=lambda vraag: vraag.naam)
def test_generated_measures(motor, data, tabellen, vraag):
    assert vraag.ask(motor, STROMEN, data) == vraag.ask_plainly(tabellen)


def test_rows_in_hand_are_sent_to_the_workers(motor, data, tabellen):
    maat, vensters = Stand((Selectie("spells"),)), windows("jaar", 2022, 2024)
    sent = motor.load_rows(tabellen)
    answer = motor.compute(maat, sent, vensters, ("gemeente",))
    sent.disconnect()
    assert answer == motor.compute(maat, data, vensters, ("gemeente",))
    assert len({u.groep for u in answer}) > STEDEN


def half_of_the_files(monkeypatch, bestanden):
    """Spark is not told of all files of a table."""
    return {naam: files[:1] for naam, files in bestanden.items()}


def about_as_many_persons(monkeypatch, bestanden):
    """The usual short cut on a cluster: distinct persons by a sketch."""
    monkeypatch.setattr(ibis_engine, "_persons", lambda rows: rows.jeugdige.approx_nunique())
    return bestanden


def a_count_of_what_may_be_unknown(monkeypatch, bestanden):
    """As it stood here: zero on DuckDB and PostgreSQL where nobody comes back, and unknown on Spark."""
    monkeypatch.setattr(
        ibis_engine, "_back_within", lambda stays, dagen: stays.weer - (stays.tot - 1) <= dagen
    )
    return bestanden


HULP = (Selectie("spells"),)
FAULTS = {
    half_of_the_files: (Uniek(HULP), ()),
    about_as_many_persons: (Uniek(HULP), ()),
    a_count_of_what_may_be_unknown: (Heropname(HULP, 90), ("gemeente",)),
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_planted_fault_is_met(motor, bestanden, tabellen, monkeypatch, fault):
    maat, groepeer = FAULTS[fault]
    vensters = windows("jaar", 2022, 2024)
    right = in_memory.compute(maat, tabellen, vensters, groepeer)
    files = fault(monkeypatch, bestanden)
    assert motor.compute(maat, motor.load(files), vensters, groepeer) != right


def test_duckdb_does_not_meet_that_last_fault(bestanden, tabellen, monkeypatch):
    """So it takes Spark to see it."""
    maat, groepeer = FAULTS[a_count_of_what_may_be_unknown]
    vensters = windows("jaar", 2022, 2024)
    a_count_of_what_may_be_unknown(monkeypatch, bestanden)
    con = ibis_engine.load(bestanden)
    found = ibis_engine.compute(maat, con, vensters, groepeer)
    con.disconnect()
    assert found == in_memory.compute(maat, tabellen, vensters, groepeer)


def test_the_command_gives_the_same_figures(sessie, tmp_path, settings):
    """From a folder of somebody else, with the checks on arrival before and disclosure after."""
    settings.SPARK_MASTER = ADRES
    tabellen = region(1)
    for naam in ("spells", "bevolking"):
        parquet.write_table(arrow_table(TABELLEN[naam], tabellen[naam]), tmp_path / f"{naam}.parquet")
    asked = ["monitor", "--bron", str(tmp_path), "--periode", "2023", "--klasse", "intern", "--json"]
    here, there = (CliRunner().invoke(koers, [*asked, *more]) for more in ([], ["--motor", "spark"]))
    assert there.exit_code == 0, there.output
    assert json.loads(there.stdout) == json.loads(here.stdout) != []


def test_without_java_it_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(Refused, match="java_ontbreekt"):
        start("local[1]")


def test_one_process_counts_at_one_address(sessie):
    with pytest.raises(Refused, match="spark_ander_adres"):
        Spark("local[1]").load({})
