"""Parameters out of exposure, drawn once per replication: small states lean on the whole.

Rates are Gamma, shares are Dirichlet and Beta; the prior of a cell is what the table as a whole says of it,
with the weight of a few events. So no transition that can happen is impossible, and a state with one child
is forecast as children are in general.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import betaincinv, gammaincinv, gammaln

from koers.simulation.prognose.blootstelling import Blootstelling
from koers.simulation.prognose.klassen import GRENZEN, STATEN
from koers.simulation.prognose.toeval import uniforms

# Weight of the prior, in events: per class of duration, age, cause, pause, help beside, and legal age.
GEWICHT_DUUR = 4.0
GEWICHT_LEEFTIJD = 15.0
GEWICHT_OORZAAK = 4.0
GEWICHT_PAUZE = 6.0
GEWICHT_ERNAAST = 6.0
GEWICHT_GRENS = 4.0
GEWICHT_NU = 40.0  # how far the last year may differ from all years
KANS_ANDERS_NU = 0.2
# Before anything is seen: a stay of about a year, and one in six that goes on past a legal age.
DAG_AANNAME = 1 / 365
VOORBIJ_AANNAME = 1 / 6
VOORBIJ_GEWICHT = 2.0


class Parameters(NamedTuple):
    """One row per replication. Rates are per day; shares are cumulative over their last axis."""

    einde: np.ndarray  # r, state, age, duration
    oorzaak: np.ndarray  # r, state, cause: levels 1 to 8, then nothing at once
    pauze: np.ndarray  # r, state, pause
    terug: np.ndarray  # r, state, level
    ernaast: np.ndarray  # r, state, class
    naast: np.ndarray  # r, state, level
    voorbij: np.ndarray  # r, state, legal age


def draw(b: Blootstelling, recent: Blootstelling, seed: int, keer: int, *, vast: bool = False) -> Parameters:
    """`keer` draws of everything. `recent` is the exposure of the last year. `vast`: means, no draws."""
    trekking = _Trekking(seed, keer, vast)
    nu = _now(b, recent, trekking)
    return Parameters(
        einde=_ends(b, trekking) * nu[:, None, None, None],
        oorzaak=_causes(b, trekking),
        pauze=trekking.gamma(*_pooled(b.pauze_terug, b.pauze_dagen, GEWICHT_PAUZE)),
        terug=trekking.shares(_destinations(b.terug_naar, b)),
        ernaast=trekking.gamma(*_pooled(b.ernaast_begin, b.ernaast_dagen, GEWICHT_ERNAAST)),
        naast=trekking.shares(_destinations(b.ernaast_naar, b)),
        voorbij=_past(b, trekking),
    )


class _Trekking:
    """Draws with an address of their own per table."""

    def __init__(self, seed: int, keer: int, vast: bool) -> None:
        self.seed, self.keer, self.vast = seed, keer, vast
        self.stroom = 0

    def uniform(self, vorm: tuple[int, ...]) -> np.ndarray:
        self.stroom += 1
        groot = (self.keer, *vorm)
        if self.vast:
            return np.full(groot, 0.5)
        return uniforms(self.seed, self.stroom, int(np.prod(groot))).reshape(groot)

    def gamma(self, aantal: np.ndarray, dagen: np.ndarray) -> np.ndarray:
        """Rates with `aantal` events in `dagen`."""
        if self.vast:
            return np.broadcast_to(aantal / dagen, (self.keer, *aantal.shape)).copy()
        return gammaincinv(aantal, self.uniform(aantal.shape)) / dagen

    def shares(self, aantal: np.ndarray) -> np.ndarray:
        """Cumulative shares over the last axis."""
        los = self.gamma(aantal, np.ones_like(aantal))
        stapel = np.cumsum(los, axis=-1)
        return stapel / stapel[..., -1:]

    def beta(self, ja: np.ndarray, nee: np.ndarray) -> np.ndarray:
        """Shares of yes."""
        if self.vast:
            return np.broadcast_to(ja / (ja + nee), (self.keer, *ja.shape)).copy()
        return betaincinv(ja, nee, self.uniform(ja.shape))


def duration_rates(b: Blootstelling) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Posterior of the rate of ending: events and days by state x duration, and the factor of each age.

    The whole gives a class of duration its rate, a state its own pace, the state's own counts the rest.
    """
    aantal, dagen = b.einden.sum(axis=1), b.dagen.sum(axis=1)
    geheel = (aantal.sum() + 1) / (dagen.sum() + 1 / DAG_AANNAME)
    per_duur = (aantal.sum(axis=0) + 1) / (dagen.sum(axis=0) + 1 / geheel)
    verwacht = (dagen * per_duur).sum(axis=1)
    tempo = (aantal.sum(axis=1) + GEWICHT_DUUR) / (verwacht + GEWICHT_DUUR)
    prior = tempo[:, None] * per_duur
    post_aantal = aantal + GEWICHT_DUUR
    post_dagen = dagen + GEWICHT_DUUR / prior
    midden = post_aantal / post_dagen
    factor = (b.einden + GEWICHT_LEEFTIJD) / (b.dagen * midden[:, None, :] + GEWICHT_LEEFTIJD)
    return post_aantal, post_dagen, factor


def _ends(b: Blootstelling, trekking: _Trekking) -> np.ndarray:
    aantal, dagen, factor = duration_rates(b)
    return trekking.gamma(aantal, dagen)[:, :, None, :] * factor


def _now(b: Blootstelling, recent: Blootstelling, trekking: _Trekking) -> np.ndarray:
    """How much quicker or slower help ends in the last year than in all years: 1, unless the year says so.

    The two readings are weighed by how well each foretells the number of ends of that year.
    """
    aantal, dagen, factor = duration_rates(b)
    gezien = recent.einden.sum()
    verwacht = float((recent.dagen * (aantal / dagen)[:, None, :] * factor).sum()) + 1e-9
    # log of (Poisson mixed over a Gamma) against (Poisson), up to what they share
    r = GEWICHT_NU
    anders = gammaln(r + gezien) - gammaln(r) + r * np.log(r) - (r + gezien) * np.log(r + verwacht)
    zelfde = -verwacht
    kans = 1 / (1 + (1 - KANS_ANDERS_NU) / KANS_ANDERS_NU * np.exp(np.clip(zelfde - anders, -50, 50)))
    nieuw = trekking.gamma(np.array([gezien + r]), np.array([verwacht + r]))[:, 0]
    kiest = trekking.uniform((1,))[:, 0]
    return np.where(kiest < kans, nieuw, 1.0)


def _causes(b: Blootstelling, trekking: _Trekking) -> np.ndarray:
    geheel = b.oorzaak.sum(axis=0)
    levels = _mix(b)
    meteen = (geheel[:STATEN].sum() + 0.5) / (geheel.sum() + 2)
    prior = np.append(meteen * levels, 1 - meteen)
    return trekking.shares(b.oorzaak + GEWICHT_OORZAAK * prior)


def _mix(b: Blootstelling) -> np.ndarray:
    """The share of each level in all that starts; a level that never was, keeps a hundredth of one start."""
    bekend = (b.starts > 0) | (b.dagen.sum(axis=(1, 2)) > 0)
    los = b.starts + np.where(bekend, 0.5, 0.0) + 1e-4
    return los / los.sum()


def _destinations(naar: np.ndarray, b: Blootstelling) -> np.ndarray:
    """The level that a return or help beside goes to: own counts, with the mix of the whole as a prior."""
    geheel = naar.sum(axis=0) + 2 * _mix(b)
    return naar + 2 * geheel / geheel.sum()


def _pooled(aantal: np.ndarray, dagen: np.ndarray, gewicht: float) -> tuple[np.ndarray, np.ndarray]:
    """Events and days by state x class, with the class as a whole as prior."""
    klein = (aantal.sum() + 0.1) / (dagen.sum() + 365.0)
    geheel = (aantal.sum(axis=0) + 0.5) / (dagen.sum(axis=0) + 0.5 / klein)
    return aantal + gewicht, dagen + gewicht / geheel


def _past(b: Blootstelling, trekking: _Trekking) -> np.ndarray:
    """The share that goes on past each legal age. Past the last nobody goes (Jeugdwet 1.1)."""
    bereikt, voorbij = b.grens_bereikt, b.grens_voorbij
    geheel = (voorbij.sum(axis=0) + VOORBIJ_GEWICHT * VOORBIJ_AANNAME) / (
        bereikt.sum(axis=0) + VOORBIJ_GEWICHT
    )
    ja = voorbij + GEWICHT_GRENS * geheel
    uit = trekking.beta(ja, bereikt + GEWICHT_GRENS - ja)
    uit[:, :, len(GRENZEN) - 1] = 0.0
    return uit
