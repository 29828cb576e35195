"""The forecast answers on any table, the same for the same seed, and as theory says where theory knows."""

import numpy as np
import pytest

from koers.simulation.prognose.rekenen import Vraag, forecast, play, play_part, prepare
from koers.simulation.prognose.verblijven import OPEN, Spelkolommen
from tests.unit.simulation.prognose.spellen import TOT, spells, steady

DAGEN = np.array([1, 31, 365, 730])

# Tables that have broken forecasts: nothing, one, blanks, slips, a short history, one busy child.
MOEILIJK = {
    "leeg": (),
    "een dat loopt": ((1, 5, TOT - 3, None),),
    "een dat vandaag begon": ((1, 5, TOT, None),),
    "een dat voorbij is": ((1, 8, TOT - 900, TOT - 800),),
    "nul dagen": tuple((k, 6, TOT - 10 * k, TOT - 10 * k) for k in range(40)),
    "einde voor begin": ((1, 5, TOT - 3, TOT - 9), (2, 5, TOT - 3, None)),
    "dubbel": ((1, 5, TOT - 300, None),) * 50,
    "drie maanden": tuple((k, 4 + k % 5, TOT - 90 + k, None if k % 3 else TOT - 2) for k in range(60)),
    "alles na vandaag": ((1, 5, TOT + 3, None),),
    "een druk kind": tuple((1, 4 + k % 5, TOT - 3 * k, TOT - 3 * k + 8) for k in range(400)),
    "te oud": ((1, 5, TOT - 30, None, 0), (2, 5, TOT - 30, TOT - 4, 650)),
    "geboren na begin": ((1, 5, TOT - 3000, None, 656),),
    "een oude uitschieter": (
        (1, 5, -20_000, -19_000),
        *((k, 5, TOT - 9 * k, TOT - 9 * k + 60) for k in range(2, 80)),
    ),
}


def ask(spellen, **rest):
    return forecast(spellen, Vraag(TOT, DAGEN, **({"herhalingen": 60} | rest)))


@pytest.mark.parametrize("naam", MOEILIJK)
def test_every_table_gets_an_answer(naam):
    p = ask(spells(*MOEILIJK[naam]))
    assert p.verwacht.shape == (4, 9)
    for getallen in (p.verwacht, p.onder, p.boven):
        assert np.isfinite(getallen).all()
    assert (p.onder <= p.boven).all()
    assert (p.onder >= 0).all()
    assert p.verwacht.max() < 1000


def test_the_same_seed_gives_the_same_numbers_on_one_thread_and_on_two():
    spellen = steady(100, 250)
    een, twee, drie = ask(spellen, threads=1), ask(spellen, threads=2), ask(spellen, threads=3)
    assert een.aantal.tobytes() == twee.aantal.tobytes() == drie.aantal.tobytes()
    assert een.aantal.tobytes() != ask(spellen, seed=2).aantal.tobytes()


def test_the_order_of_the_rows_does_not_matter():
    spellen = steady(60, 250)
    anders = type(spellen)(*(kolom[::-1].copy() for kolom in spellen))
    assert ask(spellen).aantal.tobytes() == ask(anders).aantal.tobytes()


def test_who_is_in_two_levels_counts_once_in_all():
    p = ask(spells(*((k, niveau, TOT - 40, None) for k in range(30) for niveau in (4, 7))))
    assert 50 < p.verwacht[0, 3] + p.verwacht[0, 6] <= 61
    assert p.verwacht[0, 8] <= 31


def test_tomorrow_is_nearly_today():
    spellen = steady(200, 400)
    vandaag = ((spellen.begin <= TOT) & (spellen.einde >= TOT)).sum()
    p = ask(spellen)
    assert abs(p.verwacht[0, 8] - vandaag) < 2
    assert p.boven[0, 8] - p.onder[0, 8] < p.boven[3, 8] - p.onder[3, 8]


def test_stock_becomes_rate_times_mean_stay():
    """M/G/infinity: in balance as many are in care as come in during a mean stay."""
    p = ask(steady(400, 300, jaren=8, seed=4), herhalingen=300)
    assert p.verwacht[3, 8] == pytest.approx(400 / 365.25 * 300, rel=0.08)


def test_starts_that_are_written_down_late_are_added():
    spellen = steady(400, 300)
    traag = np.random.default_rng(5).integers(0, 120, len(spellen.begin))
    laat = spellen._replace(vastgelegd=spellen.begin + traag)
    op_tijd = laat.vastgelegd <= TOT
    bekend = Spelkolommen(*(kolom[op_tijd] for kolom in laat))
    zonder = ask(bekend._replace(vastgelegd=bekend.begin)).verwacht[1, 8]
    echt = ask(spellen).verwacht[1, 8]
    assert zonder < 0.93 * echt
    assert ask(bekend).verwacht[1, 8] == pytest.approx(echt, rel=0.06)


def test_rows_written_down_at_their_end_tell_no_delay():
    """What a table without `vastgelegd_at` gets: the last day that the row names."""
    spellen = steady(200, 100)
    gevuld = spellen._replace(vastgelegd=np.where(spellen.einde == OPEN, spellen.begin, spellen.einde))
    assert ask(gevuld).aantal.tobytes() == ask(spellen).aantal.tobytes()


def test_weights_of_the_models_are_given_and_whole():
    gewichten = ask(steady(100, 250)).gewichten
    assert sum(gewichten.values()) == pytest.approx(1)
    assert min(gewichten.values()) > 0


def test_a_share_of_the_replications_is_what_the_whole_run_has_there():
    """So that other processes may play shares; one that began its own count would differ."""
    klaar = prepare(steady(100, 250), Vraag(TOT, DAGEN, herhalingen=9, jaren=((TOT + 1, TOT + 365),)))
    whole = play(klaar, ())
    part = play_part(klaar.wereld, klaar.vraag.seed, (4, 9))
    assert part.aantal.tobytes() == whole.aantal[4:].tobytes() != whole.aantal[:5].tobytes()
    assert part.verloop.tobytes() == whole.verloop[4:].tobytes()
