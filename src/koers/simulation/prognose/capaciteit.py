"""How long people wait with this many hours or places, and how many are needed.

Every replication draws its own value of what is only assumed (hours per person, hours per fte, how long a
place is taken) and of the inflow, and then plays a year of questions. What is asked with more or fewer hours
meets the same persons and the same draws.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import gammaincinv

from koers.domain.bereik import Bereik
from koers.simulation.prognose.toeval import uniforms
from koers.simulation.prognose.wachtrij import NOOIT, Uitkomst, Wachtrij, play

JAAR = 365.0
HERHALINGEN = 200
RAND = (2.5, 97.5)
STROOM_INSTROOM, STROOM_UREN, STROOM_FTE, STROOM_DUUR = 101, 102, 103, 104
PEILDAGEN = (0.0, 91.0, 183.0, 274.0, 364.0)
FTE_STAP = 0.1
PUNTEN = 8  # of the line of share by fte


@dataclass(frozen=True, slots=True)
class Aannamen:
    """What is assumed of the POH Jeugd. `uren_per_fte`: hours a year for young people; `uren_per_jeugdige`:
    hours that one takes; `dagen`: from the first talk to the last; `spreiding`: how much these differ."""

    uren_per_fte: Bereik
    uren_per_jeugdige: Bereik
    dagen: Bereik
    spreiding: float

    @staticmethod
    def places(
        fte: np.ndarray | float, uren_per_fte: np.ndarray, uren_per_jeugdige: np.ndarray, dagen: np.ndarray
    ) -> np.ndarray:
        """Young people whom one can follow at once: hours in the time that a course takes, by hours each."""
        return np.asarray(fte) * uren_per_fte * dagen / JAAR / uren_per_jeugdige


@dataclass(frozen=True, slots=True)
class Maat:
    """A figure with the band that holds 95% of the replications."""

    midden: float
    onder: float
    boven: float


@dataclass(frozen=True, slots=True)
class Stand:
    """What became of a queue in a year. `binnen`: the share that begins within the limit, of all, of those
    with priority and of the others (None: nobody); `helft`, `negen_op_tien`: days within which they begin
    (`inf`: not within the year after); `rij`: who waits on `PEILDAGEN`; `vertrokken`: the share that gave up;
    `druk`: what is asked as part of what can be done.
    """

    binnen: tuple[Maat | None, Maat | None, Maat | None]
    helft: float
    negen_op_tien: float
    rij: tuple[Maat, ...]
    vertrokken: Maat
    druk: float


@dataclass(frozen=True, slots=True)
class PohVraag:
    """`vragen`: questions a year; `wachtend`: in line now; `tekort`: the part of the hours that is missing;
    `doel`: the share that must begin within `grens` days."""

    fte: float
    vragen: float
    wachtend: int = 0
    tekort: float = 0.0
    doel: float = 0.9
    grens: int = 28


@dataclass(frozen=True, slots=True)
class PohStand:
    """`nodig`: the fte that is needed (None: more than can be searched). `lijn`: fte and share, for a
    picture. `per_jaar`: young people whom this fte can help in a year."""

    stand: Stand
    nodig: Maat | None
    lijn: tuple[tuple[float, Maat], ...]
    per_jaar: Maat


@dataclass(frozen=True, slots=True)
class RijVraag:
    """A waiting list of places. `dagen`: how long one is taken; `voorrang`, `tekort`: parts; `geduld`: mean
    days until somebody leaves the list (None: nobody does)."""

    vragen: float
    plaatsen: int
    dagen: Bereik
    spreiding: float
    wachtend: int = 0
    voorrang: float = 0.0
    geduld: float | None = None
    tekort: float = 0.0
    grens: int = 28


def drawn(bereik: Bereik, seed: int, stroom: int, keer: int) -> np.ndarray:
    """A value per replication."""
    return np.array([bereik.at(float(u)) for u in uniforms(seed, stroom, keer)])


def inflow(vragen: float, seed: int, keer: int) -> np.ndarray:
    """Questions per day in each replication: one year says the rate only so well (Gamma, Jeffreys)."""
    return gammaincinv(vragen + 0.5, uniforms(seed, STROOM_INSTROOM, keer)) / JAAR


def measure(waarden: np.ndarray) -> Maat | None:
    """Mean and band over the replications in which there is a value."""
    waarden = waarden[~np.isnan(waarden)]
    if not len(waarden):
        return None
    onder, boven = np.percentile(waarden, RAND)
    return Maat(float(waarden.mean()), float(onder), float(boven))


def play_poh(vraag: PohVraag, aannamen: Aannamen, seed: int = 1, keer: int = HERHALINGEN) -> PohStand:
    """The coming year at this fte, the fte that reaches the goal, and what lies between."""
    at, stand, per_jaar = _poh(vraag, aannamen, seed, keer)

    def share(fte: np.ndarray | float) -> np.ndarray:
        return play(replace(at(fte), naloop=float(vraag.grens), peildagen=()), seed).binnen[:, 0]

    deel = 1 - vraag.tekort
    precies = vraag.vragen * aannamen.uren_per_jeugdige.waarschijnlijk / aannamen.uren_per_fte.waarschijnlijk
    hoogste = int(np.ceil(4 * (precies + 1) / max(deel, 0.05) / FTE_STAP))
    gezocht = needed(share, vraag.doel, hoogste, keer)
    return PohStand(
        stand=stand(),
        nodig=None if np.isnan(gezocht).any() else _median(gezocht),
        lijn=tuple((fte, m) for fte in _points(vraag.fte, gezocht) if (m := measure(share(fte))) is not None),
        per_jaar=_median(per_jaar),
    )


def play_poh_year(vraag: PohVraag, aannamen: Aannamen, seed: int = 1, keer: int = HERHALINGEN) -> Stand:
    """Only the coming year at this fte, as `play_poh` plays it: without the search for what is needed."""
    _, stand, _ = _poh(vraag, aannamen, seed, keer)
    return stand()


def _poh(
    vraag: PohVraag, aannamen: Aannamen, seed: int, keer: int
) -> tuple[Callable[[np.ndarray | float], Wachtrij], Callable[[], Stand], np.ndarray]:
    """The queue at so many fte, the coming year at the fte of now, and what those can take on in a year
    (young people, per replication): all on the same draws.
    """
    uren_fte = drawn(aannamen.uren_per_fte, seed, STROOM_FTE, keer)
    uren_jeugdige = drawn(aannamen.uren_per_jeugdige, seed, STROOM_UREN, keer)
    dagen = drawn(aannamen.dagen, seed, STROOM_DUUR, keer)
    per_dag = inflow(vraag.vragen, seed, keer)
    leeg = _queue(per_dag, dagen, vraag.wachtend, aannamen.spreiding, vraag.grens)
    deel = 1 - vraag.tekort
    per_jaar = np.broadcast_to(vraag.fte * uren_fte / uren_jeugdige * deel, keer)

    def at(fte: np.ndarray | float) -> Wachtrij:
        plaatsen = aannamen.places(fte, uren_fte, uren_jeugdige, dagen) * deel
        return _with_places(leeg, np.broadcast_to(plaatsen, keer))

    def stand() -> Stand:
        druk = float(np.median(per_dag * JAAR / np.maximum(per_jaar, 1e-9)))
        return _stand(play(at(vraag.fte), seed), druk)

    return at, stand, per_jaar


def needed(share: Callable[[np.ndarray], np.ndarray], doel: float, hoogste: int, keer: int) -> np.ndarray:
    """The smallest fte, in steps, at which the share reaches the goal, per replication; nan: not even at
    `hoogste`.

    More places never lower the share of the same persons, so halving finds it.
    """
    laag, hoog = np.zeros(keer, dtype=np.int64), np.full(keer, hoogste)
    haalt_nooit = ~(share(hoog * FTE_STAP) >= doel)
    while (laag < hoog).any():
        midden = (laag + hoog) // 2
        haalt = share(midden * FTE_STAP) >= doel
        hoog = np.where(haalt, midden, hoog)
        laag = np.where(haalt, laag, np.minimum(midden + 1, hoog))
    return np.where(haalt_nooit, np.nan, hoog * FTE_STAP)


def play_list(vraag: RijVraag, seed: int = 1, keer: int = HERHALINGEN) -> Stand:
    """The coming year of a waiting list."""
    dagen = drawn(vraag.dagen, seed, STROOM_DUUR, keer)
    per_dag = inflow(vraag.vragen, seed, keer)
    leeg = _queue(per_dag, dagen, vraag.wachtend, vraag.spreiding, vraag.grens)
    rij = replace(
        _with_places(leeg, np.full(keer, vraag.plaatsen * (1 - vraag.tekort))),
        voorrang=vraag.voorrang,
        geduld=NOOIT if vraag.geduld is None else vraag.geduld,
    )
    kan = np.maximum(rij.plaatsen[:, 0], 1e-9) / dagen
    return _stand(play(rij, seed), float(np.median(per_dag / kan)))


def _queue(per_dag: np.ndarray, dagen: np.ndarray, wachtend: int, spreiding: float, grens: int) -> Wachtrij:
    """Without any place yet."""
    return Wachtrij(
        per_dag=per_dag,
        duur=dagen,
        plaatsen=np.zeros((len(per_dag), 1)),
        stap_op=np.zeros(1),
        bezet=np.zeros(len(per_dag)),
        grens=float(grens),
        spreiding=spreiding,
        wachtend=wachtend,
        peildagen=PEILDAGEN,
    )


def _with_places(rij: Wachtrij, plaatsen: np.ndarray) -> Wachtrij:
    """Whole places, taken as they are in a usual week; all of them as soon as anybody waits."""
    heel = np.rint(plaatsen).astype(np.int64)
    gewoon = np.rint(rij.per_dag * rij.duur).astype(np.int64)
    bezet = heel if rij.wachtend else np.minimum(heel, gewoon)
    return replace(rij, plaatsen=heel[:, None], bezet=bezet)


def _stand(uit: Uitkomst, druk: float) -> Stand:
    def column(deel: np.ndarray) -> Maat:
        return measure(deel) or Maat(0.0, 0.0, 0.0)

    helft, negen = (float(np.median(w[~np.isnan(w)])) if (~np.isnan(w)).any() else 0.0 for w in uit.wacht.T)
    samen, voorrang, andere = (measure(deel) for deel in uit.binnen.T)
    return Stand(
        binnen=(samen, voorrang, andere),
        helft=helft,
        negen_op_tien=negen,
        rij=tuple(column(dag) for dag in uit.in_de_rij.T),
        vertrokken=column(uit.vertrokken),
        druk=druk,
    )


def _median(waarden: np.ndarray) -> Maat:
    onder, boven = np.percentile(waarden, RAND)
    return Maat(float(np.median(waarden)), float(onder), float(boven))


def _points(fte: float, gezocht: np.ndarray) -> list[float]:
    """Where the line is drawn: from little to more than is needed, the asked fte among them."""
    bekend = gezocht[~np.isnan(gezocht)]
    hoogste = max(float(np.max(bekend, initial=0.0)) * 1.2, fte * 1.2, 3 * FTE_STAP)
    stap = max(FTE_STAP, np.ceil(hoogste / PUNTEN / FTE_STAP) * FTE_STAP)
    punten = {round(float(p), 2) for p in np.arange(stap, hoogste + stap, stap)}
    return sorted(punten | ({round(fte, 2)} if fte > 0 else set()))
