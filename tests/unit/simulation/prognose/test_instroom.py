"""Entries: crowded months are no steps, months before the table tell of growth, bands say what is open.

Each with the fault that would undo it, planted.
"""

import numpy as np
import pytest

from koers.simulation.prognose import instroom
from koers.simulation.prognose.aanloop import before
from koers.simulation.prognose.instroom import FAMILIES, GEEN_VOORAF, Reeks, Vooraf, forecast_entries
from koers.simulation.prognose.klassen import MAAND
from koers.simulation.prognose.verblijven import Spelkolommen, make_verblijven
from tests.unit.simulation.prognose.spellen import TOT, spells, steady

KEER = 200


def months(verwacht: np.ndarray, drukte: float, seed: int) -> np.ndarray:
    """Counts of months that are more or less crowded by themselves."""
    rng = np.random.default_rng(seed)
    return rng.poisson(verwacht * rng.gamma(drukte**-2, drukte**2, len(verwacht))).astype(float)


def ask(aantallen, maanden=24, vooraf=GEEN_VOORAF):
    return forecast_entries(Reeks(aantallen, np.ones(len(aantallen)), 0, vooraf), maanden, 1, KEER)


def held(drukte: float, keer: int = 30) -> int:
    """How often the band of one coming month of 40 held what came, chance of counting included."""
    gehouden = 0
    for seed in range(keer):
        alles = months(np.full(61, 40.0), drukte, seed)
        kans = np.random.default_rng(seed).poisson(ask(alles[:60], 1).verwacht[:, 0])
        onder, boven = np.quantile(kans, [0.025, 0.975])
        gehouden += onder <= alles[60] <= boven
    return gehouden


def test_bands_hold_crowded_months():
    assert held(0.35) >= 27


def test_planted_crowded_months_are_taken_for_chance(monkeypatch):
    monkeypatch.setattr(instroom, "DRUKTE", {0.01: 1.0})
    assert held(0.35) < 27


def test_crowded_months_are_no_steps(monkeypatch):
    druk = [months(np.full(60, 40.0), 0.35, seed) for seed in range(8)]
    gelijk = np.mean([ask(d).gewichten["gelijk"] for d in druk])
    monkeypatch.setattr(instroom, "DRUKTE", {0.01: 1.0})  # planted: chance alone
    assert gelijk > 0.25 > np.mean([ask(d).gewichten["gelijk"] for d in druk])


@pytest.mark.parametrize(
    ("familie", "verloop"),
    [
        ("trend", 30 * 1.15 ** (np.arange(72) / 12)),
        ("sprong", np.where(np.arange(72) < 50, 40.0, 22.0)),
    ],
)
def test_what_happened_gets_the_weight(familie, verloop):
    gewichten = ask(months(verloop, 0.1, 2)).gewichten
    assert gewichten.keys() == FAMILIES.keys()
    assert sum(gewichten.values()) == pytest.approx(1)
    assert gewichten[familie] > 0.6


def growth_error(*, eerder: bool, omgekeerd: bool = False) -> float:
    """Mean error of a year of entries after growth of 10% a year, with 42 months of table."""
    fouten = []
    for seed in range(12):
        echt = 100 * 1.1 ** (np.arange(-36, 54) / 12)
        deel = np.exp(-np.arange(36, 0, -1) / 15)
        y = np.concatenate([months(echt[:36] * deel, 0.1, seed), months(echt[36:78], 0.1, seed + 99)])
        vooraf = Vooraf(y[:36], deel[::-1] if omgekeerd else deel) if eerder else GEEN_VOORAF
        verwacht = ask(y[36:], 12, vooraf).verwacht.sum(axis=1).mean()
        fouten.append(abs(verwacht / echt[78:].sum() - 1))
    return float(np.mean(fouten))


def test_months_before_the_table_tell_of_growth():
    zonder = growth_error(eerder=False)
    assert growth_error(eerder=True) < 0.75 * zonder
    assert growth_error(eerder=True, omgekeerd=True) > zonder  # planted: the parts in the wrong order


def test_what_no_history_tells_widens_the_band_further_ahead_and_moves_nothing(monkeypatch):
    aantallen = months(np.full(60, 200.0), 0.02, 5)
    met = np.log(ask(aantallen, 60).verwacht)
    monkeypatch.setattr(instroom, "SD_VOORTS", 0.0)
    zonder = np.log(ask(aantallen, 60).verwacht)
    erbij = met.var(axis=0) - zonder.var(axis=0)
    assert met.mean() == pytest.approx(zonder.mean(), abs=0.01)
    assert 0 < erbij[:6].mean() < erbij[20:26].mean() < erbij[54:].mean()


def grens(jaren: float = 5) -> int:
    return TOT + 1 - round(jaren * 365.25)


def test_who_was_there_tells_how_many_came():
    v = make_verblijven(steady(400, 300, jaren=6), TOT)
    uit = before(v, grens())
    verwacht = uit.deel * 400 / 365.25 * MAAND
    assert uit.aantallen.sum() == pytest.approx(verwacht.sum(), rel=0.12)
    # Also month by month: as good as counts of Poisson can be; a part that forgets who left is not.
    chi = ((uit.aantallen - verwacht) ** 2 / verwacht).sum()
    assert chi < 60
    assert ((uit.aantallen - 400 / 365.25 * MAAND) ** 2 / verwacht).sum() > 600


def test_a_table_that_begins_everybody_on_its_first_day_tells_nothing_of_before():
    s = steady(400, 300, jaren=6)
    begin = np.maximum(s.begin, grens())
    assert len(before(make_verblijven(s, TOT), grens()).aantallen)
    assert not len(before(make_verblijven(s._replace(begin=begin), TOT), grens()).aantallen)


@pytest.mark.parametrize("over", [0.4, 3.0])
def test_a_table_with_another_number_before_is_left_alone(over):
    s = steady(400, 300, jaren=6)
    oud = np.flatnonzero(s.begin < grens())
    keuze = np.concatenate([np.flatnonzero(s.begin >= grens()), np.resize(oud, int(over * len(oud)))])
    t = Spelkolommen(*(kolom[keuze] for kolom in s))
    t = t._replace(jeugdige=np.arange(len(t.begin)))
    assert not len(before(make_verblijven(t, TOT), grens()).aantallen)


def test_a_short_table_or_an_empty_one_is_left_alone():
    v = make_verblijven(steady(400, 300, jaren=6), TOT)
    assert not len(before(v, TOT - 400).aantallen)
    een = make_verblijven(spells((1, 5, TOT - 3000, None)), TOT)
    assert not len(before(een, grens()).aantallen)
