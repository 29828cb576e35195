"""Days, birthdays and moments."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from koers.simulation.proefregio.kalender import (
    GEEN,
    begin_jaar,
    dag,
    is_schrikkeldag,
    jaar_van,
    leeftijd_op,
    moment,
    plus_werkdagen,
    verjaardag,
    weekdag,
    werkdag,
    werkdag_binnen_jaar,
)
from koers.simulation.proefregio.registratie import ZELFDE_DAG, Snede, daarna, vastgelegd
from koers.simulation.proefregio.stroom import Stroom

ALLE = np.arange(dag(2008), dag(2041))


def _dag(d: date) -> np.ndarray:
    return np.array([dag(d.year, d.month, d.day)])


@pytest.mark.parametrize(
    ("geboren", "leeftijd", "wordt"),
    [
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 4, date(2012, 2, 29)),
        (date(2008, 2, 28), 18, date(2026, 2, 28)),
        (date(2010, 12, 31), 12, date(2022, 12, 31)),
        (date(2010, 1, 31), 16, date(2026, 1, 31)),
    ],
)
def test_birthdays(geboren, leeftijd, wordt):
    assert verjaardag(_dag(geboren), leeftijd).tolist() == _dag(wordt).tolist()


@pytest.mark.parametrize(
    ("op", "leeftijd"),
    [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2008, 2, 29), 0), (date(2008, 2, 28), -1)],
)
def test_age_of_a_leap_day_child(op, leeftijd):
    assert leeftijd_op(_dag(date(2008, 2, 29)), int(_dag(op)[0])).tolist() == [leeftijd]


def test_every_day_has_its_calendar():
    echt = [date(1970, 1, 1) + timedelta(days=int(d)) for d in ALLE]
    assert jaar_van(ALLE).tolist() == [d.year for d in echt]
    assert weekdag(ALLE).tolist() == [d.weekday() for d in echt]
    assert is_schrikkeldag(ALLE).tolist() == [(d.month, d.day) == (2, 29) for d in echt]
    assert begin_jaar(jaar_van(ALLE)).tolist() == [dag(d.year) for d in echt]


def test_working_days():
    assert (weekdag(werkdag(ALLE)) < 5).all()
    assert (werkdag(ALLE) >= ALLE).all()
    binnen = werkdag_binnen_jaar(ALLE)
    assert (weekdag(binnen) < 5).all()
    assert (jaar_van(binnen) == jaar_van(ALLE)).all()
    vrijdag = _dag(date(2026, 1, 2))
    assert plus_werkdagen(vrijdag, np.array([1])).tolist() == _dag(date(2026, 1, 5)).tolist()
    assert plus_werkdagen(vrijdag, np.array([5])).tolist() == _dag(date(2026, 1, 9)).tolist()
    assert plus_werkdagen(vrijdag - 1, np.array([11])).tolist() == _dag(date(2026, 1, 16)).tolist()


def test_moments_agree_with_the_time_zone_on_every_day():
    zone = ZoneInfo("Europe/Amsterdam")
    ons = moment(ALLE, np.full(len(ALLE), 9 * 3600 + 30 * 60))
    for d, sec in zip(ALLE.tolist(), ons.tolist(), strict=True):
        lokaal = datetime.fromtimestamp(sec, tz=UTC).astimezone(zone)
        assert lokaal.time() == time(9, 30)
        assert dag(lokaal.year, lokaal.month, lokaal.day) == d


def test_recording_keeps_no_day_and_the_order():
    dagen = np.array([dag(2024, 5, 4), GEEN])
    at = vastgelegd(Stroom(1, "x"), np.array([1, 2]), dagen, ZELFDE_DAG, 1)
    assert at[1] == GEEN
    assert weekdag(at[:1] // 86_400)[0] < 5
    assert daarna(at, at + 10)[0] == at[0] + 70
    assert daarna(at, at + 10)[1] == GEEN


def test_the_knife_cuts_after_the_last_second_of_the_day():
    snede = Snede(dag(2024, 7, 1))
    avond = moment(np.array([dag(2024, 7, 1)]), np.array([86_399]))
    assert snede.bekend(avond).all()
    assert not snede.bekend(avond + 1).any()
    assert not snede.bekend(np.array([GEEN])).any()
