"""Who comes in: a pool of models of level and trend, weighed by how well each foretold every month so far.

A model says log(expected entries of a month) = design x coefficients, with a normal prior on each. Its weight
is its share of p(all months) = product of p(month | months before it), in the Laplace form: the score of a
rolling origin that moves a month at a time. So a recent step weighs as soon as the months after it say so,
and a trend that three years do not need gets little say. Coefficients are drawn from their posterior.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaincinv, ndtri

from koers.simulation.prognose.toeval import uniforms

# Prior spread of a coefficient: level, growth per year, a step, a season, half a year of drifting.
SD_NIVEAU, SD_TREND, SD_SPRONG, SD_SEIZOEN, SD_DWAAL = 3.0, 0.09, 0.3, 0.10, 0.05
# Prior weight of a family of models, before any month is seen.
FAMILIES = {"gelijk": 0.26, "trend": 0.38, "sprong": 0.26, "knik": 0.05, "dwaal": 0.05}
BLOK = 6  # months of one step of a drifting level
DEMPING = 84.0  # months after which growth goes on at 1/e of its pace
STROOM = 1000


@dataclass(frozen=True)
class Instroom:
    """Expected entries per coming month: one row per replication. `gewichten`: of each family of models."""

    verwacht: np.ndarray
    gewichten: dict[str, float]
    spreiding: float


@dataclass(frozen=True)
class _Model:
    familie: str
    kans: float
    verleden: np.ndarray
    toekomst: np.ndarray
    sd: np.ndarray
    extra_sd: float = 0.0


def forecast_entries(
    aantallen: np.ndarray,
    duur: np.ndarray,
    maanden: int,
    seed: int,
    keer: int,
    *,
    eerste_maand: int = 0,
    noemer: np.ndarray | None = None,
) -> Instroom:
    """Entries of `maanden` coming months, out of the counts of the months so far.

    `duur`: how much of each month was seen (1 is all of it; below 1 in a month not yet written down).
    `eerste_maand`: calendar month of the first count, 0 is January. `noemer`: population of every month, past
    and coming, relative to the last known one.
    """
    n = len(aantallen)
    noemer = np.ones(n + maanden) if noemer is None else noemer
    blootgesteld = np.maximum(duur * noemer[:n], 1e-6)
    modellen = _models(n, maanden, eerste_maand)
    start = np.log((aantallen.sum() + 0.3) / (blootgesteld.sum() + 0.3))
    gefit = [_fit(m, aantallen, blootgesteld, start) for m in modellen]
    spreiding = _overdispersion(gefit, aantallen, n)
    scores = np.array([np.log(m.kans) + f.score(spreiding) for m, f in zip(modellen, gefit, strict=True)])
    gewicht = np.exp(scores - scores.max())
    gewicht /= gewicht.sum()
    lam = _draw(modellen, gefit, gewicht, spreiding, seed, keer) * noemer[n:]
    families = {
        naam: float(sum(g for g, m in zip(gewicht, modellen, strict=True) if m.familie == naam))
        for naam in FAMILIES
    }
    return Instroom(_scatter(lam, spreiding, seed), families, spreiding)


def _models(n: int, maanden: int, eerste_maand: int) -> list[_Model]:
    """All designs. Time is in years before the last month; after it growth slows down."""
    t = np.arange(n + maanden) - (n - 1.0)
    later = np.maximum(t, 0)
    groei = np.where(t <= 0, t, DEMPING * (1 - np.exp(-later / DEMPING))) / 12
    een = np.ones_like(t)
    seizoen = _season(n, len(t), eerste_maand)
    breuken = range(3, n - 2)
    uit = [_model("gelijk", 1.0, n, seizoen, (een, SD_NIVEAU))]
    uit.append(_model("trend", 1.0, n, seizoen, (een, SD_NIVEAU), (groei, SD_TREND)))
    for b in breuken:
        erna = (np.arange(len(t)) >= b).astype(float)
        tot_knik = np.minimum(t - (b - n + 1.0), 0) / 12
        vanaf_knik = groei - tot_knik - (b - n + 1.0) / 12
        kans = 1 / len(breuken)
        uit.append(_model("sprong", kans, n, seizoen, (een, SD_NIVEAU), (erna, SD_SPRONG)))
        uit.append(
            _model("knik", kans, n, seizoen, (een, SD_NIVEAU), (tot_knik, 0.12), (vanaf_knik, SD_TREND))
        )
    if n >= 2 * BLOK:
        stappen = [
            ((np.arange(len(t)) >= b).astype(float), SD_DWAAL) for b in range(n % BLOK + BLOK, n, BLOK)
        ]
        uit.append(_model("dwaal", 1.0, n, seizoen, (een, SD_NIVEAU), *stappen, extra_sd=SD_DWAAL))
    return uit


def _season(n: int, alle: int, eerste_maand: int) -> list[tuple[np.ndarray, float]]:
    """A wave of a year and one of half a year, once there are two years to see them in."""
    if n < 24:
        return []
    hoek = 2 * np.pi * (np.arange(alle) + eerste_maand) / 12
    return [(golf, SD_SEIZOEN) for k in (1, 2) for golf in (np.sin(k * hoek), np.cos(k * hoek))]


def _model(familie: str, kans: float, n: int, seizoen: list, *kolommen: tuple, extra_sd: float = 0) -> _Model:
    alles = [*kolommen, *seizoen]
    x = np.stack([kolom for kolom, _ in alles], axis=1)
    sd = np.array([sd for _, sd in alles])
    return _Model(familie, FAMILIES[familie] * kans, x[:n], x[n:], sd, extra_sd)


@dataclass(frozen=True)
class _Fit:
    beta: np.ndarray
    afwijking: np.ndarray  # prior deviation squared, per coefficient
    informatie: np.ndarray  # of the data alone
    loglik: float
    verwacht: np.ndarray
    sd: np.ndarray

    def precision(self, spreiding: float) -> np.ndarray:
        return self.informatie / spreiding + np.diag(self.sd**-2)

    def score(self, spreiding: float) -> float:
        """Log of the probability of all months under this model, up to what all models share."""
        _, logdet = np.linalg.slogdet(self.precision(spreiding))
        return float(
            self.loglik / spreiding - 0.5 * self.afwijking.sum() - np.log(self.sd).sum() - 0.5 * logdet
        )


def _fit(m: _Model, y: np.ndarray, duur: np.ndarray, start: float) -> _Fit:
    """The coefficients that fit best, by Newton's steps."""
    x, prior = m.verleden, np.diag(m.sd**-2)
    midden = np.zeros(x.shape[1])
    midden[0] = start
    beta = midden.copy()
    for _ in range(12):
        mu = duur * np.exp(np.clip(x @ beta, -20, 20))
        hessiaan = x.T @ (x * mu[:, None]) + prior
        stap = np.linalg.solve(hessiaan, x.T @ (y - mu) - prior @ (beta - midden))
        beta = beta + np.clip(stap, -1, 1)
        if np.abs(stap).max() < 1e-6:
            break
    mu = duur * np.exp(np.clip(x @ beta, -20, 20))
    return _Fit(
        beta=beta,
        afwijking=((beta - midden) / m.sd) ** 2,
        informatie=x.T @ (x * mu[:, None]),
        loglik=float((y * np.log(mu) - mu).sum()),
        verwacht=mu,
        sd=m.sd,
    )


def _overdispersion(gefit: list[_Fit], y: np.ndarray, n: int) -> float:
    """Variance over mean of a month around the best fit; at least 1, and close to it in a short history."""
    beste = max(gefit, key=lambda f: f.score(1.0))
    chi = float(((y - beste.verwacht) ** 2 / np.maximum(beste.verwacht, 0.5)).sum())
    vrij = max(n - len(beste.beta) / 2, 1.0)
    return float(np.clip((chi + 12) / (vrij + 12), 1.0, 6.0))


def _draw(
    modellen: list[_Model],
    gefit: list[_Fit],
    gewicht: np.ndarray,
    spreiding: float,
    seed: int,
    keer: int,
) -> np.ndarray:
    """Expected entries per replication: a model by its weight, coefficients by their posterior."""
    welke = np.searchsorted(np.cumsum(gewicht), uniforms(seed, STROOM, keer) * (1 - 1e-12))
    welke = np.minimum(welke, len(modellen) - 1)
    breed = max(len(m.sd) for m in modellen)
    normaal = ndtri(uniforms(seed, STROOM + 1, keer * breed)).reshape(keer, breed)
    maanden = len(modellen[0].toekomst)
    uit = np.zeros((keer, maanden))
    for k in np.unique(welke):
        m, fit = modellen[k], gefit[k]
        rijen = welke == k
        wortel = np.linalg.cholesky(np.linalg.inv(fit.precision(spreiding)))
        beta = fit.beta + normaal[rijen][:, : len(fit.beta)] @ wortel.T
        uit[rijen] = beta @ m.toekomst.T
        if m.extra_sd:
            uit[rijen] += _drift(m.extra_sd, maanden, seed, keer)[rijen]
    return np.exp(np.clip(uit, -20, 20))


def _drift(sd: float, maanden: int, seed: int, keer: int) -> np.ndarray:
    """A level that goes on drifting: a step every half year."""
    blokken = maanden // BLOK + 1
    stappen = sd * ndtri(uniforms(seed, STROOM + 2, keer * blokken)).reshape(keer, blokken)
    return np.repeat(np.cumsum(stappen, axis=1), BLOK, axis=1)[:, :maanden]


def _scatter(lam: np.ndarray, spreiding: float, seed: int) -> np.ndarray:
    """What months vary more than chance alone: a Gamma factor that makes the variance right."""
    if spreiding <= 1.001:
        return lam
    vorm = np.maximum(lam / (spreiding - 1), 1e-3)
    return lam * gammaincinv(vorm, uniforms(seed, STROOM + 3, lam.size).reshape(lam.shape)) / vorm
