"""The law of the forecast in plain Python: one young person at a time, one after another, slow and obvious.

Nothing of the fast loop is used but the numbers it is given. Ends are found by thinning: moments are proposed
at a rate that is never too low, and kept with the chance that the true rate of that moment says.
"""

from dataclasses import dataclass

import numpy as np

from koers.simulation.prognose import kern
from koers.simulation.prognose.klassen import DUUR, ERNAAST, GRENZEN, JAAR, LEEFTIJD, MAAND, ONBEKEND, PAUZE
from koers.simulation.prognose.schatting import Parameters

NIETS = 8


@dataclass
class Mens:
    """One person: day of birth (None if not known), what chance says at each legal age, stays so far, and the
    practice that referred (0: none)."""

    geboren: float | None
    lot: tuple[float, float, float]
    verblijven: list[tuple[int, float, float]]
    groep: int = 0


@dataclass
class Wet:
    """Parameters of one replication, the longest pause, the last day, and per month and practice the share of
    renewals that stay."""

    p: Parameters
    pauze: float
    horizon: float
    rng: np.random.Generator
    blijft: np.ndarray

    def falls_away(self, mens: Mens, t: float) -> bool:
        """Whether help that would go on or come back on day t does not."""
        maand = min(max(int(t // MAAND), 0), len(self.blijft) - 1)
        deel = self.blijft[maand, mens.groep]
        return deel < 1 and self.rng.uniform() >= deel


def _class(randen, waarde: float) -> int:
    return max(i for i, rand in enumerate(randen) if waarde >= rand)


def _age_class(mens: Mens, t: float) -> int:
    if mens.geboren is None:
        return ONBEKEND
    return sum(t - mens.geboren >= rand for rand in LEEFTIJD)


def _first(wet: Wet, t: float, tot: float, hoogste: float, rate) -> float | None:
    """The first event of a rate that changes over time, between t and tot."""
    while True:
        t += wet.rng.exponential(1 / hoogste)
        if t >= tot:
            return None
        if wet.rng.uniform() < rate(t) / hoogste:
            return t


def _legal_end(wet: Wet, mens: Mens, s: int, t: float) -> float | None:
    """The legal age after t at which this help ends, if any."""
    for k, jaren in enumerate(GRENZEN):
        dag = None if mens.geboren is None else mens.geboren + jaren * JAAR
        if dag is not None and dag > t and mens.lot[k] >= wet.p.voorbij[0, s, k]:
            return dag
    return None


def _play_stay(wet: Wet, mens: Mens, s: int, t: float, klok: float) -> tuple[float, bool, int | None]:
    """A stay, and all that starts beside it or follows on it. Gives its end, whether by law, and its state
    when a pause could begin."""
    begin = t - klok
    tempo = wet.p.einde[0, s]
    wettelijk = _legal_end(wet, mens, s, t)
    tot = min(wet.horizon + 1, wettelijk if wettelijk is not None else np.inf)
    einde = _first(wet, t, tot, tempo.max(), lambda x: tempo[_age_class(mens, x), _class(DUUR, x - begin)])
    door_wet = einde is None and tot == wettelijk
    einde = tot if einde is None else einde
    mens.verblijven.append((s, t, einde))
    laatste = (einde, s if not door_wet and einde < wet.horizon else None)
    naast, x = wet.p.ernaast[0, s], t
    while True:
        moment = _first(
            wet, x, min(einde, wet.horizon), naast.max() + 1e-12, lambda y: naast[_class(ERNAAST, y - begin)]
        )
        if moment is None:
            break
        ander = int(np.searchsorted(wet.p.naast[0, s], wet.rng.uniform()))
        laatste = max(laatste, _play_stay(wet, mens, ander, moment, 0.0)[::2], key=lambda paar: paar[0])
        x = moment
    if not door_wet and einde < wet.horizon:
        oorzaak = int(np.searchsorted(wet.p.oorzaak[0, s], wet.rng.uniform()))
        if oorzaak != NIETS and not wet.falls_away(mens, einde):
            if laatste[0] == einde:
                laatste = (einde, None)
            laatste = max(laatste, _play_stay(wet, mens, oorzaak, einde, 0.0)[::2], key=lambda paar: paar[0])
    return laatste[0], door_wet, laatste[1]


def _play_pause(wet: Wet, mens: Mens, s: int, t: float, klok: float) -> tuple[float, int] | None:
    """When help comes back out of a pause, and at which level."""
    begin, tempo = t - klok, wet.p.pauze[0, s]
    tot = min(begin + wet.pauze, wet.horizon)
    terug = _first(wet, t, tot, tempo.max(), lambda x: tempo[_class(PAUZE, x - begin)])
    if terug is None or wet.falls_away(mens, terug):
        return None
    oud = [k for k, j in enumerate(GRENZEN) if mens.geboren is not None and terug - mens.geboren >= j * JAAR]
    if oud and mens.lot[oud[-1]] >= wet.p.voorbij[0, s, oud[-1]]:
        return None
    return terug, int(np.searchsorted(wet.p.terug[0, s], wet.rng.uniform()))


def play_person(wet: Wet, mens: Mens, stand: list[tuple[int, float, float, bool]]) -> None:
    """All stays of one person from `stand`: state, day, time so far, and whether it is a pause."""
    laatste: tuple[float, int | None] = (-np.inf, None)
    for staat, dag, klok, pauze in stand:
        terug = _play_pause(wet, mens, staat, dag, klok) if pauze else None
        if pauze and terug is None:
            continue
        begin = (staat, dag, klok) if terug is None else (terug[1], terug[0], 0.0)
        laatste = max(laatste, _play_stay(wet, mens, *begin)[::2], key=lambda paar: paar[0])
    while laatste[1] is not None:
        terug = _play_pause(wet, mens, laatste[1], laatste[0], 0.0)
        if terug is None:
            return
        laatste = _play_stay(wet, mens, terug[1], terug[0], 0.0)[::2]


def count_person(mens: Mens, dagen: np.ndarray, uit: np.ndarray) -> None:
    """Adds one person to each day: per level, and once in all."""
    for g, dag in enumerate(dagen):
        staten = {s for s, van, tot in mens.verblijven if van <= dag - 0.5 < tot}
        for s in staten:
            uit[g, s] += 1
        uit[g, NIETS] += bool(staten)


def count_years(mens: Mens, geboren: float | None, jaren, uit: np.ndarray, *, vanaf: int = 0) -> None:
    """Adds one person to each year with help of level 4 to 8 in it, who was 0 to 18 on its first day."""
    for j, (eerste, laatste) in list(enumerate(jaren))[vanaf:]:
        dagen = [
            (van, tot)
            for s, van, tot in mens.verblijven
            if s >= 3 and np.ceil(tot + 0.5) > max(np.ceil(van + 0.5), eerste)
        ]
        oud = None if geboren is None else (eerste - 1 - geboren) / JAAR
        uit[j] += oud is not None and 0 <= oud < 19 and any(np.ceil(van + 0.5) <= laatste for van, _ in dagen)


def play_slowly(wereld, p: Parameters, pauze: float, seed: int, keer: int) -> tuple[np.ndarray, np.ndarray]:
    """`keer` replications of the world: replication x day x (8 states, persons), and replication x year."""
    rng = np.random.default_rng(seed)
    wet = Wet(p, pauze, float(wereld.dagen[-1]), rng, wereld.hefboom[0, :, kern.H_HERINDICATIE :])
    uit = np.zeros((keer, len(wereld.dagen), 9), dtype=int)
    jeugd = np.zeros((keer, len(wereld.jaren)), dtype=int)
    for r in range(keer):
        for i, (van, tot) in enumerate(zip(wereld.van, wereld.tot, strict=True)):
            bekend = not np.isnan(wereld.geboren[i])
            mens = Mens(
                wereld.geboren[i] + rng.uniform() * MAAND if bekend else None,
                tuple(rng.uniform(size=3)),
                [],
                int(wereld.praktijk[i]),
            )
            play_person(wet, mens, [(int(s), 0.0, k, bool(w)) for k, s, w in wereld.stand[van:tot]])
            count_person(mens, wereld.dagen, uit[r])
            maand = wereld.geboren[i] if bekend else None
            count_years(mens, maand, wereld.jaren, jeugd[r], vanaf=wereld.geteld[i])
        lijst = wereld.wie[rng.integers(0, len(wereld.wie), len(wereld.wie))]
        for m, (van, tot) in enumerate(wereld.maand):
            for _ in range(rng.poisson(wereld.verwacht[0, m])):
                staat, maanden, route = lijst[rng.integers(0, len(lijst))]
                t = rng.uniform(van, tot)
                geboren = None if maanden < 0 else t - (maanden + rng.uniform()) * MAAND
                mens = Mens(geboren, tuple(rng.uniform(size=3)), [])
                if wereld.herkomst.shape[1] > 1:
                    mens.groep = int(np.searchsorted(wereld.herkomst[int(route)], rng.uniform()))
                if t < wet.horizon:
                    play_person(wet, mens, [(int(staat), t, 0.0, False)])
                    count_person(mens, wereld.dagen, uit[r])
                    count_years(mens, geboren, wereld.jaren, jeugd[r])
    return uit, jeugd
