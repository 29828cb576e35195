"""The fast loop is the law that the slow one spells out, and what theory says in closed form.

Power: with 1,500 and 300 replications the standard error of a difference in the total is about 0.4 young
people of about 60 (0.7%); the limit of 4.5 standard errors over all days and levels has a false alarm in one
run of a thousand, and a rate of ending that is 10% off moves the total by some 3 people: found every time
(`test_planted_…`).
"""

import numpy as np
import pytest

from koers.simulation.prognose import kern
from koers.simulation.prognose.rekenen import Vraag, build, count, draw
from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen, make_verblijven
from tests.statistical.traag import play_slowly

TOT = 20_000
DAGEN = np.array([1, 20, 90, 200, 365, 600])
# A year that began a hundred days ago, and the next one.
JAREN = ((TOT - 100, TOT + 264), (TOT + 265, TOT + 600))
SNEL, TRAAG = 1500, 300


def some_history(seed: int = 3) -> Spelkolommen:
    """Some hundreds of young people who move, stack, pause and grow up."""
    rng = np.random.default_rng(seed)
    rijen = []
    for wie in range(260):
        dag = TOT - int(rng.uniform(0, 2200))
        geboorte = dag // 30 - int(rng.uniform(100, 214)) if wie % 9 else GEEN
        for _ in range(rng.integers(1, 5)):
            einde = dag + int(rng.exponential(150))
            niveau = int(rng.integers(4, 9))
            rijen.append((wie, geboorte, GEEN, niveau, dag, OPEN if einde > TOT else einde, dag))
            if rng.uniform() < 0.3:
                rijen.append((wie, geboorte, GEEN, 4 + niveau % 5, dag + 5, einde + 40, dag + 5))
            dag = einde + 1 + int(rng.choice([0, 0, 100, 300]))
    tabel = np.array([rij for rij in rijen if rij[4] <= TOT], dtype=np.int64)
    return Spelkolommen(*tabel.T.copy())


@pytest.fixture(scope="module")
def gebouwd():
    spellen = some_history()
    v = make_verblijven(spellen, TOT)
    vraag = Vraag(TOT, DAGEN, herhalingen=SNEL, vast=True, jaren=JAREN)
    wereld, _ = build(v, spellen, vraag)
    # One expectation of entries for both: here the law is tested, not the pool of models.
    wereld = wereld._replace(verwacht=np.full_like(wereld.verwacht, 3.0))
    p = draw(count(v), count(v, v.peil - 365), 1, 1, vast=True)
    p = p._replace(einde=wereld.parameters[:1, : p.einde.size].reshape(p.einde.shape))
    return wereld, p, float(v.pauze)


@pytest.fixture(scope="module")
def traag(gebouwd):
    wereld, p, pauze = gebouwd
    return play_slowly(wereld, p, pauze, seed=11, keer=TRAAG)


def largest_z(snel: np.ndarray, traag: np.ndarray) -> float:
    """The largest difference of means and of spreads, in standard errors, over days and levels in use."""
    snel, traag = snel.astype(float), traag.astype(float)
    fout = np.sqrt(snel.var(axis=0) / len(snel) + traag.var(axis=0) / len(traag))
    z = np.abs(snel.mean(axis=0) - traag.mean(axis=0)) / np.maximum(fout, 0.02)
    breed = np.abs(np.log((snel.std(axis=0) + 0.5) / (traag.std(axis=0) + 0.5))) * np.sqrt(2 * len(traag))
    return float(max(z.max(), breed.max()))


def test_fast_and_slow_are_one_law(gebouwd, traag):
    assert largest_z(kern.play(gebouwd[0], 1).aantal, traag[0]) < 4.5


def test_years_count_the_same_young_people(gebouwd, traag):
    jeugd = kern.play(gebouwd[0], 1).jeugd
    assert jeugd.mean(axis=0).min() > 10
    assert largest_z(jeugd, traag[1]) < 4.5


@pytest.fixture(scope="module")
def gestopt(gebouwd):
    """A lever from the third month on: of practice 1 0.4 of all renewals stay, of practice 2 nine tenths."""
    wereld, p, pauze = gebouwd
    hefboom = np.ones((1, 21, kern.H_HERINDICATIE + 3))
    hefboom[:, :, kern.H_OMZETTEN : kern.H_HERINDICATIE] = 0.0
    hefboom[:, 2:, kern.H_HERINDICATIE + 1 :] = 0.4, 0.9
    herkomst = np.tile([0.3, 0.7, 1.0], (len(wereld.herkomst), 1))
    factor = np.ones((1, 21, wereld.instroom_factor.shape[2]))
    praktijk = np.arange(len(wereld.praktijk)) % 3
    wereld = wereld._replace(hefboom=hefboom, instroom_factor=factor, herkomst=herkomst, praktijk=praktijk)
    return wereld, play_slowly(wereld, p, pauze, seed=13, keer=TRAAG)


def test_fast_and_slow_are_one_law_under_a_lever_on_the_renewals_of_a_practice(gestopt):
    wereld, traag = gestopt
    assert largest_z(kern.play(wereld, 1).aantal, traag[0]) < 4.5


@pytest.mark.parametrize("welke", ["praktijk", "herkomst"])
def test_planted_a_lever_that_meets_others_is_found(gestopt, welke):
    wereld, traag = gestopt
    niemand = {"praktijk": np.zeros_like(wereld.praktijk), "herkomst": np.ones_like(wereld.herkomst)}
    fout = wereld._replace(**{welke: niemand[welke]})
    assert largest_z(kern.play(fout, 1).aantal, traag[0]) > 4.5


def test_planted_who_counted_before_the_last_day_counts_again(gebouwd, traag):
    fout = gebouwd[0]._replace(geteld=np.zeros_like(gebouwd[0].geteld))
    assert largest_z(kern.play(fout, 1).jeugd, traag[1]) > 4.5


@pytest.mark.parametrize(
    ("van", "tot", "factor"),
    [
        (kern.P_EINDE, kern.P_OORZAAK, 1.10),
        (kern.P_PAUZE, kern.P_TERUG, 1.6),
        (kern.P_ERNAAST, kern.P_NAAST, 1.6),
    ],
    ids=["ends", "returns", "beside"],
)
def test_planted_a_rate_that_is_off_is_found(gebouwd, traag, van, tot, factor):
    fout = gebouwd[0].parameters.copy()
    fout[:, van:tot] *= factor
    assert largest_z(kern.play(gebouwd[0]._replace(parameters=fout), 1).aantal, traag[0]) > 4.5


def test_exponential_stays_alone_follow_the_closed_form(gebouwd):
    """Nobody comes, nothing follows: what is left on a day is n times exp(-rate x days)."""
    wereld = gebouwd[0]
    par = np.zeros_like(wereld.parameters)
    par[:, kern.P_EINDE : kern.P_OORZAAK] = 1 / 200
    par[:, kern.P_OORZAAK : kern.P_PAUZE] = np.tile([0.0] * 8 + [1.0], 8)
    n = len(wereld.van)
    alleen = wereld._replace(
        parameters=par,
        verwacht=np.zeros_like(wereld.verwacht),
        geboren=np.full(n, np.nan),
        tot=wereld.van + 1,
        stand=np.tile([0.0, 4.0, kern.VERBLIJF], (len(wereld.stand), 1)),
    )
    over = kern.play(alleen, 5).aantal[:, :, 8]
    kans = np.exp(-(DAGEN - 0.5) / 200)
    fout = np.sqrt(n * kans * (1 - kans) / SNEL)
    assert (np.abs(over.mean(axis=0) - n * kans) < 4 * fout).all()
    assert over.var(axis=0) == pytest.approx(n * kans * (1 - kans), rel=0.2)


def test_persons_and_days_are_conserved(gebouwd):
    """Days of help and the area under the daily counts are the same days; persons are those there and those
    who came."""
    wereld = gebouwd[0]
    dagen = np.arange(1.0, 601.0)
    elke_dag = wereld._replace(
        parameters=wereld.parameters[:20].copy(),
        verwacht=wereld.verwacht[:20].copy(),
        dagen=dagen,
        eerder=np.searchsorted(dagen, np.arange(603)).astype(np.int64),
    )
    uit = kern.play(elke_dag, 3)
    assert (uit.verloop[:, 0] - uit.verloop[:, 1] == len(wereld.van)).all()
    onder_de_lijn = uit.aantal[:, :, :8].sum()
    # Help of one level that overlaps itself counts once on a day, so the days of help are a little more.
    assert 0.97 * uit.verloop[:, 3].sum() < onder_de_lijn <= 1.01 * uit.verloop[:, 3].sum()
    assert (uit.aantal[:, :, 8] <= uit.aantal[:, :, :8].sum(axis=2)).all()
    assert (uit.aantal[:, :, 8] >= uit.aantal[:, :, :8].max(axis=2)).all()


def test_a_lever_changes_nothing_before_it_acts_and_nobody_else(gebouwd):
    wereld = gebouwd[0]
    hefboom = np.repeat(wereld.hefboom, 13, axis=1)
    hefboom[:, 12, kern.H_DUUR + 3] = 3.0  # level 4 gets shorter after a year
    factor = np.repeat(wereld.instroom_factor, 13, axis=1)
    zonder = kern.play(wereld, 7).aantal
    met = kern.play(wereld._replace(hefboom=hefboom, instroom_factor=factor), 7).aantal
    assert met[:, :4].tobytes() == zonder[:, :4].tobytes()
    assert met[:, 5, 3].mean() < 0.9 * zonder[:, 5, 3].mean()
