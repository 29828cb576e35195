"""A lever acts from its day, in a straight line, on what it is about, and on nobody else."""

from dataclasses import replace

import numpy as np
import pytest

from koers.domain.bereik import Bereik
from koers.domain.hefbomen import Werking
from koers.simulation.prognose import kern
from koers.simulation.prognose.hefbomen import Hefboom, luck, tables
from koers.simulation.prognose.klassen import MAAND
from koers.simulation.prognose.rekenen import Vraag, forecast, prepare, until
from koers.simulation.prognose.rekenen import play as play_prepared
from koers.simulation.prognose.verblijven import Spelkolommen
from tests.unit.simulation.prognose.spellen import TOT, spells, steady

DAGEN = np.array([1, 30, 365, 730])


def by_road(spellen: Spelkolommen, routes: int = 2) -> Spelkolommen:
    """The same spells, each young person by one of the roads in turn."""
    return spellen._replace(route=spellen.jeugdige % routes)


@pytest.fixture(scope="module")
def spellen():
    return by_road(steady(300, 300, seed=4))


def play(spellen, *hefbomen, dagen=DAGEN, **rest):
    return forecast(spellen, Vraag(TOT, dagen, herhalingen=100, hefbomen=hefbomen, **rest))


def test_a_lever_grows_in_a_straight_line_and_then_stays():
    hefboom = Hefboom(Werking.INSTROOM, 0.4, vanaf=TOT + round(2 * MAAND), aanloop=10)
    kracht = hefboom.strength(TOT, 30)
    assert kracht[:2].tolist() == [0, 0]
    assert np.allclose(np.diff(kracht[3:11]), 0.04)
    assert np.allclose(kracht[12:], 0.4)


def test_a_lever_without_a_run_up_is_there_at_once_but_never_in_the_month_that_began():
    kracht = Hefboom(Werking.INSTROOM, 0.4, vanaf=TOT - 500).strength(TOT, 4)
    assert kracht.tolist() == [0, 0.4, 0.4, 0.4]


def test_two_levers_on_one_thing_work_one_after_the_other():
    half = Hefboom(Werking.INSTROOM, 0.5, vanaf=TOT, route=0)
    _, instroom = tables((half, half), peil=TOT, horizon=90, routes=2)
    assert instroom[0, -1].tolist() == [0.25, 1.0]
    tabel, _ = tables(
        (Hefboom(Werking.COLLECTIEF, 0.5, TOT, niveaus=(4,)),) * 2, peil=TOT, horizon=90, routes=1
    )
    assert tabel[0, -1, kern.H_OMZETTEN + 3] == 0.75


def test_fewer_by_one_road_leaves_everybody_else_as_they_were(spellen):
    """Nobody but who no longer comes is different: each replication has as many or fewer."""
    zonder = play(spellen)
    met = play(spellen, Hefboom(Werking.INSTROOM, 0.5, vanaf=TOT, route=0))
    assert (met.aantal[:, :2] == zonder.aantal[:, :2]).all()
    assert (met.aantal <= zonder.aantal).all()
    # Half of one of two roads is a quarter of who comes; after two years nearly all of the stock came later.
    assert met.verwacht[-1, 8] / zonder.verwacht[-1, 8] == pytest.approx(0.76, abs=0.03)


def test_shorter_help_makes_the_stock_so_much_smaller(spellen):
    zonder = play(spellen)
    met = play(spellen, Hefboom(Werking.DUUR, 0.2, vanaf=TOT, niveaus=(5,)))
    assert met.verwacht[-1, 8] / zonder.verwacht[-1, 8] == pytest.approx(0.8, abs=0.03)
    ander = play(spellen, Hefboom(Werking.DUUR, 0.2, vanaf=TOT, niveaus=(4, 6, 7, 8)))
    assert (ander.aantal == zonder.aantal).all()


def test_five_young_people_are_seen_with_a_hundred_replications(spellen):
    """The spread of a difference between two runs is far below that of one run: they share all chance."""
    zonder = play(spellen).aantal[:, -1, 8].astype(float)
    met = play(spellen, Hefboom(Werking.INSTROOM, 0.04, vanaf=TOT, route=0)).aantal[:, -1, 8]
    verschil = zonder - met
    fout = verschil.std() / np.sqrt(len(verschil))
    assert 3 < verschil.mean() < 8
    assert verschil.mean() > 8 * fout
    assert zonder.std() > 5 * verschil.std()


def test_collective_help_counts_at_level_three(spellen):
    met = play(spellen, Hefboom(Werking.COLLECTIEF, 0.3, vanaf=TOT, niveaus=(4, 5)))
    assert met.verwacht[-1, 4] < 0.8 * play(spellen).verwacht[-1, 4]
    assert met.verwacht[-1, 2] > 20


def test_who_had_help_this_year_already_counts_once():
    geboren = 560  # months since 1970: eight years old
    jaar = ((TOT - 60, TOT + 305), (TOT + 306, TOT + 670))
    rijen = [(i, 5, TOT - 300, None, geboren) for i in range(30)]
    rijen += [(30 + i, 5, TOT - 300, TOT - 30, geboren) for i in range(10)]
    met = play(spells(*rijen), dagen=np.array([400, 670]), jaren=jaar)
    assert met.jeugd[:, 0].min() >= 40
    assert met.jeugd[:, 0].mean() < 40 + 40  # who comes back within the year is no second person
    assert met.jeugd.shape == (100, 2)


RUIM = Bereik(0.5, 1.0, 1.2)


def test_how_much_of_an_effect_comes_about_is_drawn_by_seed_replication_and_lever():
    een = Hefboom(Werking.INSTROOM, 0.3, TOT, route=0, bereik=RUIM, stroom=200)
    meer = replace(een, deel=0.4)
    ander = replace(een, stroom=201)
    geluk = luck(een, 5, 400)
    assert (geluk == luck(meer, 5, 400)).all()
    assert (geluk[:100] == luck(een, 5, 100)).all()
    assert np.corrcoef(geluk, luck(ander, 5, 400))[0, 1] < 0.2
    assert not (geluk == luck(een, 6, 400)).any()
    assert geluk.mean() == pytest.approx(0.9, abs=0.02)


def test_a_range_makes_the_difference_uncertain_and_nothing_before_it_acts(spellen):
    zeker = Hefboom(Werking.INSTROOM, 0.4, vanaf=TOT + 40, route=0)
    zonder, met = play(spellen), play(spellen, zeker)
    ruim = play(spellen, replace(zeker, bereik=RUIM))
    assert (ruim.aantal[:, :2] == zonder.aantal[:, :2]).all()
    verschil = [(zonder.aantal - een.aantal)[:, -1, 8] for een in (met, ruim)]
    # Nine tenths of the effect on average; and each replication has its own part of it.
    assert verschil[1].mean() / verschil[0].mean() == pytest.approx(0.9, abs=0.04)
    deel = verschil[1] / verschil[0]
    geluk = luck(replace(zeker, bereik=RUIM), 1, 100)
    assert np.corrcoef(deel, geluk)[0, 1] > 0.8
    # How many come is uncertain by itself; a range adds to that, so it is told per young person who came.
    per_komst = [een / zonder.verloop[:, 1] for een in verschil]
    assert per_komst[1].std() > 1.3 * per_komst[0].std()
    # No range is the table of one row that all replications share.
    assert (met.aantal == play(spellen, replace(zeker, bereik=Bereik.exactly(1.0))).aantal).all()


@pytest.mark.parametrize("jaren", [1, 2, 3])
def test_a_run_of_fewer_years_has_the_same_young_people_in_them(spellen, jaren):
    """All that happens before has its own draws: what comes later is not needed to know it."""
    per_jaar = tuple((TOT - 60 + 365 * j, TOT - 61 + 365 * (j + 1)) for j in range(4))
    dagen = np.arange(30, per_jaar[-1][1] - TOT + 1, 30)
    dagen = np.append(dagen, per_jaar[-1][1] - TOT)
    ouder = spellen._replace(geboorte=(spellen.begin / MAAND - 100 - spellen.jeugdige % 80).astype(np.int64))
    klaar = prepare(ouder, Vraag(TOT, dagen, jaren=per_jaar, herhalingen=30))
    korter = Hefboom(Werking.DUUR, 0.4, vanaf=TOT + 40, niveaus=(4, 5), bereik=Bereik(0.5, 1.0, 1.2))
    for hefbomen in ((), (korter,), (korter, Hefboom(Werking.VERVOLG, 0.3, vanaf=TOT))):
        heel = play_prepared(klaar, hefbomen).jeugd
        kort = play_prepared(until(klaar, jaren), hefbomen).jeugd
        assert kort.tolist() == heel[:, :jaren].tolist()
        assert heel.max() > 0
