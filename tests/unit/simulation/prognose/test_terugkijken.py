"""Looking back uses nothing of later, counts what happened, and admits a history that is too short."""

import numpy as np
import pytest

from koers.simulation.prognose import terugkijken
from koers.simulation.prognose.rekenen import Vraag, forecast
from koers.simulation.prognose.terugkijken import HERHALINGEN, Rapport, Terugblik, look_back, young_people_on
from tests.unit.simulation.prognose.spellen import TOT, spells, steady


def test_each_starting_day_is_the_forecast_of_that_day(monkeypatch):
    monkeypatch.setattr(terugkijken, "HOOGSTENS", 2)
    spellen = steady(60, 200)
    rapport = look_back(spellen, TOT, 180)
    assert [blik.vanaf for blik in rapport.blikken] == [TOT - 180 - 91, TOT - 180]
    for blik in rapport.blikken:
        # What happened later is cut away by hand here: it may not matter.
        toen = type(spellen)(*(kolom[spellen.begin <= blik.vanaf] for kolom in spellen))
        p = forecast(toen, Vraag(blik.vanaf, np.array([180]), herhalingen=HERHALINGEN))
        assert blik.verwacht == p.verwacht[0, 8]
        assert (blik.onder, blik.boven) == (p.onder[0, 8], p.boven[0, 8])
        assert blik.werkelijk == young_people_on(spellen, blik.vanaf + 180)


def test_errors_are_parts_of_what_happened():
    rapport = Rapport((Terugblik(0, 30, 110, 90, 120, 100, 80), Terugblik(9, 30, 90, 60, 95, 100, 100)))
    assert (rapport.fout, rapport.fout_als_toen) == (pytest.approx(0.1), pytest.approx(0.1))
    assert rapport.gedekt == 1


def test_a_history_that_is_too_short_has_no_starting_days():
    rapport = look_back(spells(*((k, 5, TOT - k, None) for k in range(90))), TOT, 365)
    assert rapport == Rapport(())
    assert rapport.fout == 0
