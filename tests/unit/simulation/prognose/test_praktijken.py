"""A lever on renewals acts on who was referred by the practices that it names, and on nobody else."""

from dataclasses import replace

import numpy as np
import pytest

from koers.domain.hefbomen import Werking, read_inzet
from koers.simulation.prognose import kern
from koers.simulation.prognose.hefbomen import Hefboom, as_hefbomen
from koers.simulation.prognose.praktijken import TREK, Praktijken, origin_shares, practices_of
from koers.simulation.prognose.rekenen import Vraag, play, prepare
from koers.simulation.prognose.verblijven import make_verblijven
from tests.unit.simulation.prognose.spellen import TOT, spells

DAGEN = np.array([1, 30, 365, 730])
EEN, TWEE = "99000001", "99000002"
STOP = Hefboom(Werking.HERINDICATIE, 0.6, vanaf=TOT + 40, groepen=(1,))


def renewing(wie: int = 240):
    """Help of level 5 of about half a year that goes on as often as not, by one road in turn of two."""
    rng = np.random.default_rng(8)
    rijen = []
    for nummer in range(wie):
        dag = TOT - int(rng.uniform(0, 2000))
        while dag <= TOT:
            einde = dag + int(rng.exponential(180))
            rijen.append((nummer, 5, dag, einde if einde <= TOT else None))
            if rng.uniform() < 0.5:
                break
            dag = einde + 1 + 90 * int(rng.uniform() < 0.4)
    kolommen = spells(*rijen)
    return kolommen._replace(route=kolommen.jeugdige % 2)


@pytest.fixture(scope="module")
def klaar():
    """Of the first road a third by practice 1 and a third by practice 2; of the second nobody."""
    spellen = renewing()
    nummers = np.arange(240)
    van = np.where(nummers % 2 == 0, (nummers // 2) % 3, 0)
    vraag = Vraag(TOT, DAGEN, herhalingen=60)
    return prepare(spellen, vraag, Praktijken((EEN, TWEE), van))


def stock(klaar, *hefbomen):
    return play(klaar, hefbomen).aantal


def test_only_who_came_by_the_practice_feels_it_and_not_before_it_begins(klaar):
    zonder, met = stock(klaar), stock(klaar, STOP)
    assert (met[:, :2] == zonder[:, :2]).all()
    assert (met <= zonder).all()
    assert (zonder - met)[:, -1, 8].sum() > 30
    # The other practice is other people: both together take away what each does alone.
    ander, samen = stock(klaar, replace(STOP, groepen=(2,))), stock(klaar, replace(STOP, groepen=(1, 2)))
    weg = [(zonder - een)[:, -1, 8].astype(int) for een in (met, ander, samen)]
    assert (weg[2] == weg[0] + weg[1]).all()
    assert (samen == stock(klaar, replace(STOP, groepen=None))).all()


def test_a_practice_of_nobody_changes_nobody(klaar):
    zonder = stock(klaar)
    assert (stock(klaar, replace(STOP, groepen=())) == zonder).all()
    (geen,) = as_hefbomen([read_inzet("herindicatie:60:2024-12:0:11111111")], {}, (EEN, TWEE))
    assert geen.groepen == ()
    (beide,) = as_hefbomen([read_inzet(f"herindicatie:60:2024-12:0:{TWEE},{EEN}")], {}, (EEN, TWEE))
    assert beide.groepen == (1, 2)


def test_it_acts_on_renewals_alone(klaar):
    """Who comes, and how long help lasts, is the same: everybody has as many or fewer stays."""
    zonder, met = play(klaar, ()).verloop, play(klaar, (replace(STOP, groepen=None),)).verloop
    assert (met[:, :2] == zonder[:, :2]).all()
    assert (met[:, 2] < zonder[:, 2]).all()


def test_planted_somebody_else_who_carries_the_practice_is_seen(klaar):
    """The comparison above would find a lever that reaches one person too many."""
    wereld = klaar.wereld
    fout = replace(klaar, wereld=wereld._replace(praktijk=np.ones_like(wereld.praktijk)))
    weg = [(stock(klaar) - een)[:, -2, 8].astype(int) for een in (stock(klaar, STOP), stock(fout, STOP))]
    assert (weg[1] >= weg[0]).all()
    assert weg[1].sum() > weg[0].sum()


def test_without_practices_the_numbers_are_what_they_were(klaar):
    kaal = prepare(renewing(), klaar.vraag)
    assert (stock(kaal) == stock(klaar)).all()
    minder = Hefboom(Werking.VERVOLG, 0.4, vanaf=TOT)
    assert (stock(kaal, minder) == stock(klaar, minder)).all()


def test_shares_are_what_was_seen_shrunk_to_the_history_of_the_road(klaar):
    v = make_verblijven(renewing(), TOT)
    praktijken = Praktijken((EEN, TWEE), np.where(np.arange(240) % 4 == 0, 1, 0))
    niemand, alles = np.zeros(0, dtype=int), np.flatnonzero(v.soort == 0)
    geheel = np.diff(origin_shares(v, niemand, praktijken, 3), prepend=0)
    assert geheel.sum(axis=1) == pytest.approx([1, 1, 1])
    assert geheel[1].tolist() == [1, 0, 0]  # by the second road nobody has a practice
    assert geheel[2].tolist() == [1, 0, 0]  # and by an unknown one nobody came
    assert 0.4 < geheel[0, 1] < 0.6
    # Lately nobody by practice 1: less than ever, and not nothing.
    lately = np.array([i for i in alles if v.jeugdige[i] % 4 == 2])[:60]
    nu = np.diff(origin_shares(v, lately, praktijken, 3), prepend=0)[0, 1]
    assert nu == pytest.approx(geheel[0, 1] * TREK / (TREK + 60))


def test_who_has_no_referral_has_no_practice():
    found = practices_of(["a", "b", "c"], {"c": TWEE, "a": TWEE, "z": EEN})
    assert (found.namen, found.van.tolist()) == ((TWEE,), [1, 0, 1])
    assert kern.H_HERINDICATIE == 16
