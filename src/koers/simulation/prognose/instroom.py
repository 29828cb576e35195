"""Who comes in: a pool of models of level and trend, weighed by how well each foretold every month so far.

A model says log(expected entries of a month) = design x coefficients, with a normal prior on each, and that
months are more or less crowded by themselves (negative binomial). Its weight is its share of p(all months) =
product of p(month | months before it), in the Laplace form: the score of a rolling origin that moves a month
at a time. So a recent step weighs as soon as the months after it say so, and a trend that three years do not
need gets little say. How crowded months are is weighed in the same way, together with the model: who takes
crowded months for chance alone, sees steps and trends that are not there. Coefficients are drawn from their
posterior.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaincinv, gammaln, ndtri

from koers.simulation.prognose.toeval import uniforms

# Prior spread of a coefficient; none leans to more or to less. Level: anything goes. Growth per year: one
# municipality of three grows or shrinks by more than 7% a year, year after year. A step: a third more or
# fewer is not strange. A season: a tenth. Half a year of drifting: a twentieth. These are assumptions, and
# wide; the months decide as soon as there are enough of them.
SD_NIVEAU, SD_TREND, SD_SPRONG, SD_SEIZOEN, SD_DWAAL = 3.0, 0.07, 0.35, 0.10, 0.05
SD_KNIK = 0.12  # growth before a bend: it may have been a wave of some years
SD_VOORAF = 0.05  # by how much the months before the table may be off as a whole
# What no history tells: how far entries drift off, per half year, after the last known day, in every model.
# It moves no expectation; it widens the band, more the further ahead. Set so that bands hold about 95 of a
# hundred truths of invented histories (`benchmarks`, seeds 100 and 110).
SD_VOORTS = 0.03
# Prior weight of a family of models, before any month is seen.
FAMILIES = {"gelijk": 0.20, "trend": 0.42, "sprong": 0.30, "knik": 0.04, "dwaal": 0.04}
# How much a month's expectation varies by itself (a standard deviation as a part), and its prior weight.
DRUKTE = {0.01: 0.25, 0.10: 0.25, 0.18: 0.2, 0.28: 0.2, 0.45: 0.1}
BLOK = 6  # months of one step of a drifting level
DEMPING = 84.0  # months after which growth goes on at 1/e of its pace
STROOM = 1000
STAPPEN = 25  # of Newton, at most


@dataclass(frozen=True)
class Instroom:
    """Expected entries per coming month: one row per replication. `gewichten`: of each family of models.

    `spreiding`: variance over mean of the entries of a month.
    """

    verwacht: np.ndarray
    gewichten: dict[str, float]
    spreiding: float


@dataclass(frozen=True)
class Vooraf:
    """Months before the table was complete, oldest first: who came then and was there when it became so.

    `deel`: how many of those are to be expected per entry of a month.
    """

    aantallen: np.ndarray
    deel: np.ndarray


GEEN_VOORAF = Vooraf(np.zeros(0), np.zeros(0))


@dataclass(frozen=True)
class Reeks:
    """Entries of the months so far. `duur`: how much of each month was seen (1 is all of it; below 1 in a
    month not yet written down). `eerste_maand`: calendar month of the first count, 0 is January."""

    aantallen: np.ndarray
    duur: np.ndarray
    eerste_maand: int = 0
    vooraf: Vooraf = GEEN_VOORAF


@dataclass(frozen=True)
class _Groep:
    """Models of one family: model x month x coefficient, months so far and to come."""

    familie: str
    x: np.ndarray
    sd: np.ndarray
    extra_sd: float = 0.0


@dataclass(frozen=True)
class _Fit:
    """Of all models of a group under one crowdedness: what fits best, its precision, its share before it is
    made a share."""

    groep: _Groep
    drukte: float
    beta: np.ndarray
    precisie: np.ndarray
    score: np.ndarray


def forecast_entries(
    reeks: Reeks, maanden: int, seed: int, keer: int, *, noemer: np.ndarray | None = None
) -> Instroom:
    """Entries of `maanden` coming months, out of the counts of the months so far.

    `noemer`: population of every month of the table and every coming one, relative to the last known one.
    """
    aantallen, vooraf = reeks.aantallen, reeks.vooraf
    n, eerder = len(aantallen), len(vooraf.aantallen)
    noemer = np.ones(n + maanden) if noemer is None else noemer
    y = np.concatenate([vooraf.aantallen, aantallen])
    gezien = np.concatenate([vooraf.deel * noemer[0], reeks.duur * noemer[:n]])
    gezien = np.maximum(gezien, 1e-6)
    start = float(np.log((aantallen.sum() + 0.3) / (gezien[eerder:].sum() + 0.3)))
    groepen = _models(n, eerder, maanden, (reeks.eerste_maand - eerder) % 12)
    gefit = [_fit(g, y, gezien, start, drukte) for drukte in DRUKTE for g in groepen]
    scores = np.concatenate([f.score for f in gefit])
    gewicht = np.exp(scores - scores.max())
    gewicht /= gewicht.sum()
    lam, drukte = _draw(gefit, gewicht, n + eerder, seed, keer)
    lam = lam * noemer[n:]
    families = dict.fromkeys(FAMILIES, 0.0)
    var = 0.0
    for f, deel in zip(gefit, np.split(gewicht, np.cumsum([len(f.score) for f in gefit])[:-1]), strict=True):
        families[f.groep.familie] += float(deel.sum())
        var += float(deel.sum()) * f.drukte**2
    return Instroom(_scatter(lam, drukte, seed), families, 1 + var * float(np.exp(start)))


def _models(n: int, eerder: int, maanden: int, eerste_maand: int) -> list[_Groep]:
    """All designs. Time is in years before the last month; after it growth slows down. `eerder`: months
    before the `n` of the table: they tell of growth and of seasons; steps are sought in the table itself."""
    t = np.arange(eerder + n + maanden) - (eerder + n - 1.0)
    later = np.maximum(t, 0)
    groei = np.where(t <= 0, t, DEMPING * (1 - np.exp(-later / DEMPING))) / 12
    vast = _season(n + eerder, t, eerste_maand)
    if eerder:
        vast.append((t < 1 - n, SD_VOORAF))
    een = (np.ones_like(t), SD_NIVEAU)
    uit = [_group("gelijk", [[een, *vast]]), _group("trend", [[een, (groei, SD_TREND), *vast]])]
    breuken = np.arange(3, n - 2) - (n - 1.0)
    if len(breuken):
        uit.append(_group("sprong", [[een, (t >= b, SD_SPRONG), *vast] for b in breuken]))
        uit.append(
            _group(
                "knik",
                [
                    [
                        een,
                        (np.minimum(t - b, 0) / 12, SD_KNIK),
                        (groei - np.minimum(t, b) / 12, SD_TREND),
                        *vast,
                    ]
                    for b in breuken
                ],
            )
        )
    if n >= 2 * BLOK:
        stappen = [(t >= b - (n - 1.0), SD_DWAAL) for b in range(n % BLOK + BLOK, n, BLOK)]
        uit.append(_group("dwaal", [[een, *stappen, *vast]], SD_DWAAL))
    return uit


def _season(n: int, t: np.ndarray, eerste_maand: int) -> list[tuple[np.ndarray, float]]:
    """A wave of a year and one of half a year, once there are two years to see them in."""
    if n < 24:
        return []
    hoek = 2 * np.pi * (t - t[0] + eerste_maand) / 12
    return [(golf, SD_SEIZOEN) for k in (1, 2) for golf in (np.sin(k * hoek), np.cos(k * hoek))]


def _group(familie: str, modellen: list[list[tuple]], extra_sd: float = 0.0) -> _Groep:
    x = np.stack([np.stack([kolom for kolom, _ in m], axis=1).astype(np.float64) for m in modellen])
    return _Groep(familie, x, np.array([sd for _, sd in modellen[0]]), extra_sd)


def _fit(g: _Groep, y: np.ndarray, gezien: np.ndarray, start: float, drukte: float) -> _Fit:
    """The coefficients that fit best, by Newton's steps, for all models of a group at once."""
    x, alfa, prior = g.x[:, : len(y)], drukte**2, g.sd**-2
    beta = np.zeros((len(x), x.shape[2]))
    beta[:, 0] = start
    midden = beta[0].copy()
    xt = x.transpose(0, 2, 1)
    for _ in range(STAPPEN):
        mu = _expected(x, beta, gezien)
        precisie = xt @ (x * (mu / (1 + alfa * mu))[:, :, None]) + np.diag(prior)
        helling = (xt @ ((y - mu) / (1 + alfa * mu))[:, :, None])[:, :, 0] - prior * (beta - midden)
        stap = np.clip(np.linalg.solve(precisie, helling[:, :, None])[:, :, 0], -1, 1)
        beta = beta + stap
        if np.abs(stap).max() < 1e-5:
            break
    mu = _expected(x, beta, gezien)
    precisie = xt @ (x * (mu / (1 + alfa * mu))[:, :, None]) + np.diag(prior)
    afwijking = (((beta - midden) / g.sd) ** 2).sum(axis=1)
    score = _loglik(y, mu, alfa) - 0.5 * afwijking - np.log(g.sd).sum() - 0.5 * np.linalg.slogdet(precisie)[1]
    kans = np.log(FAMILIES[g.familie] * DRUKTE[drukte] / len(x))
    return _Fit(g, drukte, beta, precisie, score + kans)


def _expected(x: np.ndarray, beta: np.ndarray, gezien: np.ndarray) -> np.ndarray:
    return gezien * np.exp(np.clip((x @ beta[:, :, None])[:, :, 0], -20, 20))


def _loglik(y: np.ndarray, mu: np.ndarray, alfa: float) -> np.ndarray:
    """Of a negative binomial, up to what all models share."""
    k = 1 / alfa
    return (gammaln(y + k) - gammaln(k) - y * np.log(k) + y * np.log(mu) - (y + k) * np.log1p(alfa * mu)).sum(
        axis=1
    )


def _draw(
    gefit: list[_Fit], gewicht: np.ndarray, nu: int, seed: int, keer: int
) -> tuple[np.ndarray, np.ndarray]:
    """Expected entries and crowdedness per replication: a model by its weight, coefficients by their
    posterior."""
    adres = [(f, k) for f in gefit for k in range(len(f.score))]
    welke = np.searchsorted(np.cumsum(gewicht), uniforms(seed, STROOM, keer) * (1 - 1e-12))
    welke = np.minimum(welke, len(adres) - 1)
    breed = max(len(f.groep.sd) for f in gefit)
    normaal = ndtri(uniforms(seed, STROOM + 1, keer * breed)).reshape(keer, breed)
    maanden = gefit[0].groep.x.shape[1] - nu
    afdwalen = _drift(maanden, seed, keer)
    uit, drukte = np.zeros((keer, maanden)), np.zeros(keer)
    for m in np.unique(welke):
        f, k = adres[m]
        rijen = welke == m
        wortel = np.linalg.cholesky(np.linalg.inv(f.precisie[k]))
        beta = f.beta[k] + normaal[rijen][:, : len(wortel)] @ wortel.T
        uit[rijen] = beta @ f.groep.x[k, nu:].T
        drukte[rijen] = f.drukte
        uit[rijen] += np.hypot(f.groep.extra_sd, SD_VOORTS) * afdwalen[rijen]
    return np.exp(np.clip(uit, -20, 20)), drukte


def _drift(maanden: int, seed: int, keer: int) -> np.ndarray:
    """A level that goes on drifting, by a step of spread 1 every half year."""
    blokken = maanden // BLOK + 1
    stappen = ndtri(uniforms(seed, STROOM + 2, keer * blokken)).reshape(keer, blokken)
    return np.repeat(np.cumsum(stappen, axis=1), BLOK, axis=1)[:, :maanden]


def _scatter(lam: np.ndarray, drukte: np.ndarray, seed: int) -> np.ndarray:
    """What months vary by themselves: a Gamma factor of mean 1 for each."""
    vorm = np.repeat(drukte[:, None] ** -2, lam.shape[1], axis=1)
    return lam * gammaincinv(vorm, uniforms(seed, STROOM + 3, lam.size).reshape(lam.shape)) / vorm
