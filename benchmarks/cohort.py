"""Young people of the population per second of processor, beside starsim, neworder and vivarium.

`python -m benchmarks cohort`; the three come with `make bench` and nothing else needs them. They play an open
cohort of 0 to 17 in steps of a month, as short as each can say it: who is out comes in with one chance, who
is in leaves with another, who turns 18 makes room for somebody who is born; nothing is counted but who has
help. Koers plays all that the page asks for: eight levels by age and duration, pauses, help beside help, two
levers with a range, shared chance, every month end and year, and the money. Each is asked twice, with a
municipality and with 100,000 young people, after a small run that compiles; the quickest of three counts.
neworder is asked in both of its manners: with its own table and `df.transition`, and as plain arrays of numpy
with its random numbers.
The goals: 10 times starsim, 100 times neworder and 450 times vivarium.
"""

import sys
from dataclasses import replace

import numpy as np

from benchmarks.prognose.bevolking import (
    TOT_DATUM,
    country,
    figures,
    municipality,
    seconds,
    set_up,
    two_levers,
    years,
    young_people,
)

DOELEN = {"starsim": 10, "neworder, its table": 100, "neworder, arrays": 100, "vivarium": 450}
MAANDEN, KOMT, GAAT = 120, 0.006, 1 / 11
OMVANGEN = (10_000, 100_000)
KEER, BEURTEN = 100, 3  # the quickest counts


def main(_woorden: list[str]) -> int:
    """Prints years of young people a second and ratios; 1 when one is missing or a goal is not reached."""
    set_up()
    ons = {omvang: _koers(omvang) for omvang in OMVANGEN}
    _say("  ".join(f"Koers, {omvang:,}: {tempo / 1e6:.0f} million a second" for omvang, tempo in ons.items()))
    gehaald = True
    for naam, speel in PEERS.items():
        try:
            speel(1_000, 12)
        except ImportError:
            _say(f"{naam} is not installed: make bench")
            gehaald = False
            continue
        for omvang in OMVANGEN:
            cpu, in_hulp = min(speel(omvang, MAANDEN) for _ in range(BEURTEN))
            tempo = omvang * MAANDEN / 12 / cpu
            gehaald &= ons[omvang] / tempo >= DOELEN[naam]
            _say(
                f"{naam}, {omvang:,}: {tempo / 1e6:.2f} million a second, {100 * in_hulp / omvang:.1f}% has "
                f"help; Koers {ons[omvang] / tempo:.0f} times (goal {DOELEN[naam]})"
            )
    return int(not gehaald)


def _koers(omvang: int) -> float:
    from koers.actions.prognose.geld import money, spending
    from koers.actions.prognose.wat_als import question
    from koers.simulation.prognose.rekenen import play, prepare, warm_up

    warm_up()
    een = municipality()
    spellen = een if omvang < 2 * young_people(een) else country(round(3_400_000 / omvang))
    wens, hefbomen = two_levers()
    klaar = prepare(spellen, replace(question(TOT_DATUM, KEER), threads=1))
    geld = figures(None, young_people(spellen))
    basis = play(klaar, ())
    met, _, uit = min(
        (seconds(lambda: play(klaar, hefbomen)) for _ in range(BEURTEN)), key=lambda een: een[0]
    )
    kosten, _, _ = seconds(lambda: (money(basis, uit, geld, wens), spending(basis, uit, geld, wens)))
    return years(uit, spellen, met + kosten)[0]


def _starsim(n: int, maanden: int) -> tuple[float, float]:
    import starsim as ss

    class Hulp(ss.Module):
        def __init__(self) -> None:
            super().__init__()
            self.define_states(ss.BoolState("hulp", default=False))
            self.komt, self.gaat = ss.bernoulli(p=KOMT), ss.bernoulli(p=GAAT)
            self.som = 0

        def step(self) -> None:
            mensen = self.sim.people
            zonder = (~self.hulp).uids
            self.hulp[self.gaat.filter(self.hulp.uids)] = False
            self.hulp[self.komt.filter(zonder)] = True
            oud = (mensen.age >= 18).uids
            mensen.age[oud] -= 18.0
            self.hulp[oud] = False
            self.som += len(self.hulp.uids)

    sim = ss.Sim(
        people=ss.People(n),
        demographics=[Hulp()],
        dt=1 / 12,
        start=2020,
        stop=2020 + maanden / 12,
        use_aging=True,
        verbose=0,
        rand_seed=1,
    )
    sim.init()
    sim.people.age[:] = np.random.default_rng(1).uniform(0, 18, n)
    cpu, _, _ = seconds(sim.run)
    return cpu, next(m for m in sim.modules if isinstance(m, Hulp)).som / maanden


def _neworder(n: int, maanden: int, *, tabel: bool) -> tuple[float, float]:
    import neworder as no
    import pandas as pd

    class Hulp(no.Model):
        def __init__(self) -> None:
            tijd = no.LinearTimeline(0, maanden / 12, maanden)
            super().__init__(tijd, no.MonteCarlo.deterministic_independent_stream)
            self.oud, self.hulp, self.som = self.mc.ustream(n) * 18, np.zeros(n, dtype=np.int64), 0
            self.mensen = pd.DataFrame({"oud": self.oud, "hulp": self.hulp})
            self.kans = np.array([[1 - KOMT, KOMT], [GAAT, 1 - GAAT]])

        def step(self) -> None:
            self._table() if tabel else self._arrays()

        def _table(self) -> None:
            no.df.transition(self, np.array([0, 1]), self.kans, self.mensen, "hulp")
            self.mensen["oud"] += 1 / 12
            groot = self.mensen.oud >= 18
            self.mensen.loc[groot, "oud"] -= 18
            self.mensen.loc[groot, "hulp"] = 0
            self.som += self.mensen.hulp.sum()

        def _arrays(self) -> None:
            u = self.mc.ustream(n)
            self.hulp = np.where(self.hulp, u >= GAAT, u < KOMT)
            self.oud += 1 / 12
            groot = self.oud >= 18
            self.oud[groot] -= 18
            self.hulp[groot] = False
            self.som += self.hulp.sum()

        def finalise(self) -> None:
            pass

    model = Hulp()
    cpu, _, _ = seconds(lambda: no.run(model))
    return cpu, model.som / maanden


def _vivarium(n: int, maanden: int) -> tuple[float, float]:
    import pandas as pd
    from loguru import logger
    from vivarium import Component, InteractiveContext

    class Hulp(Component):
        som = 0

        def setup(self, builder) -> None:
            self.kans = builder.randomness.get_stream("hulp")
            builder.population.register_initializer(self.begin, columns=["oud", "hulp"])

        def begin(self, data) -> None:
            oud = self.kans.get_draw(data.index, additional_key="oud") * 18
            self.population_view.initialize(pd.DataFrame({"oud": oud, "hulp": False}, index=data.index))

        def on_time_step(self, event) -> None:
            self.population_view.update(["oud", "hulp"], self._step)
            self.som += self.population_view.get(event.index, "hulp").sum()

        def _step(self, mensen):
            u = self.kans.get_draw(mensen.index).to_numpy()
            oud = mensen.oud.to_numpy() + 1 / 12
            hulp = np.where(mensen.hulp.to_numpy(dtype=bool), u >= GAAT, u < KOMT) & (oud < 18)
            return pd.DataFrame({"oud": np.where(oud < 18, oud, oud - 18), "hulp": hulp}, index=mensen.index)

    model = Hulp()
    begin = {"year": 2020, "month": 1, "day": 1}
    tijd = {"step_size": 30.4375, "start": begin, "end": begin | {"year": 2020 + maanden // 12}}
    stand = {"population": {"population_size": n}, "time": tijd}
    sim = InteractiveContext(components=[model], configuration=stand)
    logger.remove()
    cpu, _, _ = seconds(lambda: sim.take_steps(maanden))
    return cpu, model.som / maanden


PEERS = {
    "starsim": _starsim,
    "neworder, its table": lambda n, maanden: _neworder(n, maanden, tabel=True),
    "neworder, arrays": lambda n, maanden: _neworder(n, maanden, tabel=False),
    "vivarium": _vivarium,
}


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()
