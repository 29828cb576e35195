"""What a forecast of a municipality costs, in seconds of processor and by the clock.

`python -m benchmarks snelheid`: a history with about 650 young people in care, asked at every month end up to
the end of the tenth year after the running one, with every year counted; without levers, and with two that
have a range. First fit, play and money apart, 100 replications on one thread; then what the page asks for
(`look_ahead`, with its own number of replications and threads), with nothing kept from before. The goals are
two seconds for the answer and 50 million years of young people a second of processor; 1 when not reached.
"""

import sys
from dataclasses import replace
from unittest import mock

from benchmarks.prognose.bevolking import (
    TOT_DATUM,
    figures,
    municipality,
    seconds,
    set_up,
    two_levers,
    years,
    young_people,
)

DOEL, DOEL_JAREN = 2.0, 50e6
KEER = 100


def main(_woorden: list[str]) -> int:
    """Prints the seconds; 1 when a goal is not reached."""
    set_up()
    from koers.actions.prognose import wat_als
    from koers.actions.prognose.geld import money, spending
    from koers.simulation.prognose.rekenen import play, prepare, warm_up

    warm_up()
    spellen = municipality()
    wens, hefbomen = two_levers()
    geld = figures(spellen, young_people(spellen))
    vraag = replace(wat_als.question(TOT_DATUM, KEER), threads=1)
    passen, _, klaar = seconds(lambda: prepare(spellen, vraag))
    zonder, _, basis = seconds(lambda: play(klaar, ()))
    met, _, uit = seconds(lambda: play(klaar, hefbomen))
    kosten, _, _ = seconds(lambda: (money(basis, uit, geld, wens), spending(basis, uit, geld, wens)))
    per_seconde, woord = years(uit, spellen, met + kosten)
    _say(
        f"{young_people(spellen):,.0f} young people, {KEER} replications, one thread, of processor: fit "
        f"{passen:.3f} s, play {zonder:.3f} s, with levers {met:.3f} s, money {kosten:.3f} s; {woord}"
    )
    cpu, klok = _page(wat_als, geld, wens)
    _say(
        f"the answer of the page, {wat_als.HERHALINGEN} replications twice, "
        f"{vraag.dagen[-1] / 365.25:.1f} years: {klok:.2f} s by the clock, {cpu:.2f} s of processor"
    )
    return int(max(cpu, klok) > DOEL or per_seconde < DOEL_JAREN)


def _page(wat_als, geld, wens) -> tuple[float, float]:
    """The same call as the page, on these figures instead of those of a mart."""
    from koers.analytics.areas import Area

    gebied = Area("GM0000", "Voorbeeld", ("GM0000",))
    sleutel = ("", "", gebied.code)
    with mock.patch.object(wat_als, "_loaded", return_value=geld):
        cpu, klok, beeld = seconds(lambda: wat_als.look_ahead(gebied, sleutel, geld, wens))
    if beeld.met is None or beeld.geld is None:
        raise AssertionError("the page had no answer")
    return cpu, klok


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
