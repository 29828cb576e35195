"""The country: 3.4 million young people, 100 replications of ten years, with costs and two levers.

`python -m benchmarks land`: fit, a run without and one with two levers that have a range, and the money
between them, on two threads. `land 10` takes a tenth of the country. Then a tenth of it on one thread and on
two in turn, of which the quickest times count (who else is busy makes all but those longer), and which must
give the same numbers; and the memory of processes that play 20 and 100 replications. Goals: 60 seconds by
the clock for all of it, two threads at least 1.8 times one, and 50 million years of young people a second of
processor.
"""

import json
import resource
import subprocess
import sys
from dataclasses import replace

import numpy as np

from benchmarks.prognose.bevolking import (
    TOT_DATUM,
    country,
    figures,
    seconds,
    set_up,
    two_levers,
    years,
    young_people,
)

DOEL_KLOK, DOEL_THREADS, DOEL_JAREN = 60.0, 1.8, 50e6
KEER, BEURTEN = 100, 5


def main(woorden: list[str]) -> int:
    """Prints times, ratio and memory; 1 when a goal is not reached."""
    set_up()
    if woorden[:1] == ["geheugen"]:
        return _memory(int(woorden[1]), int(woorden[2]))
    kleiner = int(woorden[0]) if woorden else 1
    from koers.actions.prognose.geld import money, spending
    from koers.actions.prognose.wat_als import question
    from koers.simulation.prognose.rekenen import play, prepare, warm_up

    warm_up()
    spellen = country(kleiner)
    wens, hefbomen = two_levers()
    geld = figures(None, young_people(spellen))
    _say(f"{young_people(spellen):,.0f} young people, {len(spellen.begin):,} spells, {KEER} replications")
    passen = seconds(lambda: prepare(spellen, question(TOT_DATUM, KEER)))
    klaar = passen[2]
    zonder = seconds(lambda: play(klaar, ()))
    met = seconds(lambda: play(klaar, hefbomen))
    kosten = seconds(lambda: (money(zonder[2], met[2], geld, wens), spending(zonder[2], met[2], geld, wens)))
    samen = sum(deel[1] for deel in (passen, zonder, met, kosten))
    for naam, deel in (("fit", passen), ("without", zonder), ("with levers", met), ("money", kosten)):
        _say(f"{naam:<12} {deel[1]:7.2f} s by the clock, {deel[0]:7.2f} s of processor")
    per_seconde, woord = years(met[2], spellen, met[0] + kosten[0])
    _say(f"all of it {samen:.1f} s by the clock (goal {DOEL_KLOK:.0f}); {woord}")
    sneller, werk, gelijk = _threads(kleiner)
    woord = "the same" if gelijk else "OTHER"
    _say(f"two threads {sneller:.2f} times one by the clock, for {werk:.2f} times its work; {woord} numbers")
    weinig, veel = (_measured(n, kleiner) for n in (20, KEER))
    per_keer = (veel - weinig) / (KEER - 20) * 1000
    _say(
        f"memory at most {weinig:.0f} MB with 20 and {veel:.0f} with {KEER}: {per_keer:.0f} kB for each more"
    )
    goed = samen < DOEL_KLOK and sneller >= DOEL_THREADS and per_seconde >= DOEL_JAREN and gelijk
    return int(not goed)


def _threads(kleiner: int) -> tuple[float, float, bool]:
    """How many times as quick two threads are, how much more processor they take together (what they lose to
    each other, whoever else is busy), and whether they say the same."""
    from koers.actions.prognose.wat_als import question
    from koers.simulation.prognose.rekenen import play, prepare

    klaar = prepare(country(max(kleiner, 10)), question(TOT_DATUM, KEER))
    hefbomen = two_levers()[1]
    beste, werk = {1: np.inf, 2: np.inf}, {1: np.inf, 2: np.inf}
    aantal = {}
    for _ in range(BEURTEN):
        for threads in (1, 2):
            zo = replace(klaar, vraag=replace(klaar.vraag, threads=threads))
            cpu, klok, uit = seconds(lambda zo=zo: play(zo, hefbomen))
            werk[threads] = min(werk[threads], cpu)
            beste[threads], aantal[threads] = min(beste[threads], klok), uit.aantal.tobytes()
    return beste[1] / beste[2], werk[2] / werk[1], aantal[1] == aantal[2]


def _measured(keer: int, kleiner: int) -> float:
    command = [sys.executable, "-m", "benchmarks", "land", "geheugen", str(keer), str(kleiner)]
    gezegd = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own program
    return float(json.loads(gezegd.stdout.splitlines()[-1]))


def _memory(keer: int, kleiner: int) -> int:
    """Prints the megabytes that a process had at most."""
    from koers.actions.prognose.wat_als import question
    from koers.simulation.prognose.rekenen import play, prepare

    klaar = prepare(country(kleiner), question(TOT_DATUM, keer))
    play(klaar, two_levers()[1])
    _say(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    return 0


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()
