"""One run of the forecast, divided over two worker processes: the numbers of one machine, to the bit."""

import json

import numpy as np
import pytest
from click.testing import CliRunner
from pyarrow import parquet

from koers.actions.prognose import verspreid
from koers.actions.prognose.verspreid import play_spread
from koers.analytics.columns import arrow_table
from koers.cli import koers
from koers.domain.spells import TABELLEN
from koers.simulation.prognose.rekenen import Vraag, play, prepare
from tests.generative.streek import region
from tests.spark.conftest import ADRES
from tests.unit.simulation.prognose.spellen import TOT, steady

VRAAG = Vraag(TOT, np.array([1, 31, 365, 730]), herhalingen=61, jaren=((TOT + 1, TOT + 365),))


@pytest.fixture(autouse=True)
def _here(settings):
    settings.SPARK_MASTER = ADRES


def same(een, ander) -> bool:
    return all(
        getattr(een, naam).tobytes() == getattr(ander, naam).tobytes()
        for naam in ("aantal", "verwacht", "onder", "boven", "verloop", "jeugd")
    )


@pytest.fixture(scope="module")
def klaar():
    return prepare(steady(100, 250), VRAAG)


def test_the_workers_say_what_threads_say(sessie, klaar):
    here = play(klaar, ())
    assert here.aantal.any()
    assert same(play_spread(klaar, ()), here)


def test_a_share_that_counts_its_replications_from_zero_is_met(sessie, klaar, monkeypatch):
    """Planted: every worker begins its own count, so shares repeat each other's chance."""

    def player(sent, seed):
        def play_share(deel):
            from koers.simulation.prognose.kern import Wereld
            from koers.simulation.prognose.rekenen import play_part

            return tuple(play_part(Wereld(*sent.value), seed, (0, deel[1] - deel[0])))

        return play_share

    monkeypatch.setattr(verspreid, "_player", player)
    assert not same(play_spread(klaar, ()), play(klaar, ()))


def test_without_any_help_there_is_nothing_to_send(sessie):
    leeg = prepare(steady(0, 250), VRAAG)
    assert same(play_spread(leeg, ()), play(leeg, ()))


def test_the_command_gives_the_same_forecast(sessie, tmp_path):
    file = tmp_path / "spells.parquet"
    parquet.write_table(arrow_table(TABELLEN["spells"], region(20)["spells"]), file)
    asked = ["prognose", "--tabel", str(file), "--tot", "2024-12-31", "--horizon", "90", "--json"]
    here, there = (CliRunner().invoke(koers, [*asked, *more]) for more in ([], ["--spark"]))
    assert there.exit_code == 0, there.output
    assert json.loads(there.stdout) == json.loads(here.stdout)
