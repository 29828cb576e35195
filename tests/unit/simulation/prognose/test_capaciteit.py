"""How many fte or places: what must hold whatever the assumptions are."""

import math
from dataclasses import replace

import numpy as np
import pytest

from koers.domain.bereik import Bereik
from koers.simulation.prognose.capaciteit import (
    PEILDAGEN,
    Aannamen,
    PohVraag,
    RijVraag,
    drawn,
    inflow,
    needed,
    play_list,
    play_poh,
)

AANNAMEN = Aannamen(Bereik(900, 1100, 1250), Bereik(3.7, 4.7, 5.7), Bereik(42, 70, 112), 0.6)
VAST = Aannamen(Bereik.exactly(1100), Bereik.exactly(4.7), Bereik.exactly(70), 0.6)
VRAAG = PohVraag(1.0, 250)
LIJST = RijVraag(60, 40, Bereik.exactly(313), 0.5)


def test_a_range_is_a_triangle():
    u = (np.arange(20_000) + 0.5) / 20_000
    waarden = np.array([Bereik(900, 1100, 1250).at(float(x)) for x in u])
    assert waarden.min() >= 900
    assert waarden.max() <= 1250
    assert (np.diff(waarden) > 0).all()
    assert waarden.mean() == pytest.approx((900 + 1100 + 1250) / 3, abs=0.5)
    assert (waarden < 1100).mean() == pytest.approx(200 / 350, abs=0.001)
    with pytest.raises(ValueError, match="volgorde"):
        Bereik(3, 2, 4)


def test_the_needed_fte_reaches_the_goal_and_a_step_less_does_not():
    poh = play_poh(VRAAG, VAST)
    lijn = dict(poh.lijn)
    assert poh.nodig.onder <= poh.nodig.midden <= poh.nodig.boven
    ruim = play_poh(replace(VRAAG, fte=poh.nodig.boven + 0.1), VAST).stand.binnen[0]
    krap = play_poh(replace(VRAAG, fte=poh.nodig.onder - 0.1), VAST).stand.binnen[0]
    assert ruim.midden > 0.9 > krap.midden
    assert [m.midden for m in lijn.values()] == sorted(m.midden for m in lijn.values())
    assert lijn[1.0].midden == pytest.approx(poh.stand.binnen[0].midden)


def test_halving_finds_the_first_step_per_replication():
    grens = np.array([3, 0, 17, 40, 41])
    gevonden = needed(lambda fte: np.where(np.rint(fte / 0.1) >= grens, 1.0, 0.0), 0.9, 40, 5)
    assert gevonden[:4] / 0.1 == pytest.approx(grens[:4])
    assert np.isnan(gevonden[4])


def test_what_is_not_known_widens_the_band():
    zeker, onzeker = play_poh(VRAAG, VAST), play_poh(VRAAG, AANNAMEN)
    assert onzeker.nodig.boven - onzeker.nodig.onder > zeker.nodig.boven - zeker.nodig.onder
    assert zeker.per_jaar.onder == zeker.per_jaar.boven == pytest.approx(1100 / 4.7)


def test_a_shortage_asks_for_as_much_more():
    zonder, met = play_poh(VRAAG, VAST), play_poh(replace(VRAAG, tekort=0.5), VAST)
    assert met.nodig.midden == pytest.approx(2 * zonder.nodig.midden, rel=0.1)
    assert met.stand.binnen[0].midden < zonder.stand.binnen[0].midden
    assert met.per_jaar.midden == pytest.approx(zonder.per_jaar.midden / 2)


def test_without_hours_nobody_begins_and_the_goal_asks_what_it_asked():
    niets = play_poh(replace(VRAAG, fte=0.0), VAST)
    assert niets.stand.binnen[0].midden == 0
    assert math.isinf(niets.stand.helft)
    assert niets.nodig == play_poh(VRAAG, VAST).nodig
    # A full line at the start, and whoever asks behind it: no fte helps them within a day.
    vol = play_poh(replace(VRAAG, wachtend=400, grens=0, tekort=0.9), VAST)
    assert vol.nodig is None or vol.nodig.midden > 10


def test_a_list_that_gets_more_than_it_can_do_grows_unless_people_leave():
    kan = 40 * 365 / 313
    vol = play_list(replace(LIJST, vragen=2 * kan, wachtend=10))
    assert vol.druk == pytest.approx(2, rel=0.1)
    assert len(vol.rij) == len(PEILDAGEN)
    assert vol.rij[0].midden == 10
    # A year of twice what can be done leaves a year of what can be done in line.
    assert vol.rij[-1].midden - 10 == pytest.approx(kan, rel=0.15)
    assert vol.vertrokken.midden == 0
    gaat = play_list(replace(LIJST, vragen=2 * kan, wachtend=10, geduld=60.0))
    assert gaat.rij[-1].midden < vol.rij[-1].midden / 2
    assert gaat.vertrokken.midden > 0.2


def test_priority_helps_who_has_it_at_the_cost_of_the_others():
    samen, voorrang, andere = play_list(replace(LIJST, vragen=60, wachtend=5, voorrang=0.3)).binnen
    zonder = play_list(replace(LIJST, vragen=60, wachtend=5)).binnen
    assert andere.midden < samen.midden < voorrang.midden
    assert zonder[1] is None
    assert andere.midden < zonder[0].midden


def test_the_draws_hang_on_the_seed_and_the_stream_alone():
    bereik = Bereik(1, 2, 4)
    assert (drawn(bereik, 1, 7, 50) == drawn(bereik, 1, 7, 90)[:50]).all()
    assert not (drawn(bereik, 1, 7, 50) == drawn(bereik, 1, 8, 50)).any()
    per_jaar = inflow(250, 1, 4000) * 365
    assert per_jaar.mean() == pytest.approx(250.5, abs=1)
    assert per_jaar.std() == pytest.approx(250.5**0.5, rel=0.05)
