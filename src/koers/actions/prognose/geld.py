"""The money of a look ahead: what help costs, what measures save, and when their costs have come back.

Means over the replications, in whole cents; every line of a table adds up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from koers.actions.prognose.gegevens import Gegevens
from koers.domain.scenario import Wens
from koers.simulation.prognose.rekenen import Prognose

JAREN = 10  # after the running one
RAND = (2.5, 97.5)
LICHT_4_5 = [3, 4]  # the columns of levels 4 and 5


@dataclass(frozen=True, slots=True)
class Jaargeld:
    """A year of money, in cents (mean over the replications; whole cents that add up): saved on help at
    levels 4 and 5, and at all others; spent on the measures, and on the change itself (friction).

    `opgave`: the chance that what is saved is at least the task of the municipality (None: it has none).
    """

    jaar: int
    bespaard_45: int
    bespaard_rest: int
    investering: int
    frictie: int
    opgave: float | None

    @property
    def bespaard(self) -> int:
        """On all help."""
        return self.bespaard_45 + self.bespaard_rest


@dataclass(frozen=True, slots=True)
class Maandgeld:
    """Cash of a month, in cents: saved and spent in it, and what all months until then come to."""

    eind: date
    bespaard: int
    kosten: int
    stand: int


@dataclass(frozen=True, slots=True)
class Opgave:
    """What the source asks the municipality to save a year, in cents: its parts and all of it."""

    delen: tuple[tuple[str, int], ...]
    totaal: int


@dataclass(frozen=True, slots=True)
class Geld:
    """Saved minus spent, in cents: per year the mean and its band; and when it has paid itself back.

    `maand`: the month in which half of the replications have; None when fewer ever do. `kans`: of all.
    """

    jaren: tuple[tuple[int, int, int, int], ...]
    maand: date | None
    kans: float
    zonder_prijs: tuple[int, ...]
    posten: tuple[Jaargeld, ...] = ()
    maanden: tuple[Maandgeld, ...] = ()
    opgave: Opgave | None = None


@dataclass(frozen=True, slots=True)
class Jaaruitgaven:
    """What help costs in a year, in cents (mean): at the tariffs of now, at those that are asked, and with
    the levers too; and the band of the last. The first year counts from the last known day.
    """

    jaar: int
    nu: int
    zonder: int
    met: int | None
    onder: int
    boven: int


def month_ends(tot: date) -> list[date]:
    """The last day of every month after `tot`, up to and including the last year."""
    ends = [
        date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)
        for jaar in range(tot.year, tot.year + JAREN + 1)
        for maand in range(1, 13)
    ]
    return [dag for dag in ends if dag > tot]


def money(
    zonder: Prognose, met: Prognose, gegevens: Gegevens, wens: Wens, opgave: Opgave | None = None
) -> Geld:
    """What is saved on care, at the price of a day of the last known year, less what the levers cost.

    Levels without declarations are worth nothing here, and are named.
    """
    ends = month_ends(gegevens.tot)
    prijs = np.nan_to_num(gegevens.dagprijs)
    verschil = (zonder.aantal[:, :, :8] - met.aantal[:, :, :8]).astype(np.float64)
    maandfactor = (month_days(gegevens.tot) * _tariffs(ends, wens))[None, :]
    bespaard = (verschil @ prijs) * maandfactor
    licht = (verschil[:, :, LICHT_4_5] @ prijs[LICHT_4_5]) * maandfactor
    investering = _spent(ends, wens, wens.jaarkosten_cent, wens.eenmalig_cent)
    frictie = _spent(ends, wens, wens.frictie_jaar_cent, wens.frictie_eenmalig_cent)
    netto = bespaard - (investering + frictie)[None, :]
    jaren = np.array([dag.year for dag in ends])
    per_jaar = []
    for jaar in dict.fromkeys(jaren.tolist()):
        som = netto[:, jaren == jaar].sum(axis=1)
        onder, boven = np.percentile(som, RAND)
        per_jaar.append((jaar, round(som.mean()), round(onder), round(boven)))
    terug, kans = _paid_back(netto, ends, wens)
    gebruikt = np.flatnonzero((verschil != 0).any(axis=(0, 1))) + 1
    zonder_prijs = tuple(int(n) for n in gebruikt if n >= 4 and np.isnan(gegevens.dagprijs[n - 1]))
    return Geld(
        tuple(per_jaar),
        terug,
        kans,
        zonder_prijs,
        tuple(_lines(jaren, bespaard, licht, (investering, frictie), opgave)),
        _cash(ends, bespaard.mean(axis=0), investering + frictie),
        opgave,
    )


def _lines(
    jaren: np.ndarray,
    bespaard: np.ndarray,
    licht: np.ndarray,
    kosten: tuple[np.ndarray, np.ndarray],
    opgave: Opgave | None,
) -> Iterator[Jaargeld]:
    """Per year what is saved and what is spent; what is saved at levels 4 and 5 and elsewhere add up."""
    for jaar in dict.fromkeys(jaren.tolist()):
        dit = jaren == jaar
        som = bespaard[:, dit].sum(axis=1)
        heel, deel = round(som.mean()), round(licht[:, dit].sum(axis=1).mean())
        investering, frictie = (round(een[dit].sum()) for een in kosten)
        kans = None if opgave is None else float((som >= opgave.totaal).mean())
        yield Jaargeld(jaar, deel, heel - deel, investering, frictie, kans)


def _cash(ends: Sequence[date], bespaard: np.ndarray, kosten: np.ndarray) -> tuple[Maandgeld, ...]:
    """Month by month in whole cents; the last stand is the sum of all months."""
    stand, found = 0, []
    for eind, in_, uit in zip(ends, bespaard, kosten, strict=True):
        stand += round(in_) - round(uit)
        found.append(Maandgeld(eind, round(in_), round(uit), stand))
    return tuple(found)


def month_days(tot: date) -> np.ndarray:
    """Days of each coming month; of the running one what is left of it."""
    ends = month_ends(tot)
    dagen = np.array([dag.day for dag in ends], dtype=np.float64)
    dagen[0] = min(dagen[0], (ends[0] - tot).days)
    return dagen


def _tariffs(ends: Sequence[date], wens: Wens) -> np.ndarray:
    return np.array([wens.tariff(dag) for dag in ends])


def spending(
    zonder: Prognose, met: Prognose | None, gegevens: Gegevens, wens: Wens
) -> tuple[Jaaruitgaven, ...]:
    """What help at the levels with a price costs; nothing when there is no price at all."""
    prijs = np.nan_to_num(gegevens.dagprijs)
    if not prijs.any():
        return ()
    ends = month_ends(gegevens.tot)
    dagen, tarief = month_days(gegevens.tot), _tariffs(ends, wens)
    jaren = np.array([dag.year for dag in ends])
    found = []
    for jaar in dict.fromkeys(jaren.tolist()):
        dit = jaren == jaar

        def year(p: Prognose, factor: np.ndarray, dit: np.ndarray = dit) -> np.ndarray:
            return (p.aantal[:, dit, :8] @ prijs) @ (dagen * factor)[dit]

        met_som = None if met is None else year(met, tarief)
        zonder_som = year(zonder, tarief)
        onder, boven = np.percentile(zonder_som if met_som is None else met_som, RAND)
        found.append(
            Jaaruitgaven(
                jaar,
                round(year(zonder, np.ones_like(tarief)).mean()),
                round(zonder_som.mean()),
                None if met_som is None else round(met_som.mean()),
                round(onder),
                round(boven),
            )
        )
    return tuple(found)


def _spent(ends: Sequence[date], wens: Wens, per_jaar: int, eenmalig: int) -> np.ndarray:
    """Cents per month: the yearly cost from the first lever on, and what is spent once in its first month."""
    begin = min(inzet.vanaf for inzet in wens.inzetten if inzet.procent)
    na = np.array([dag >= begin for dag in ends])
    kosten = np.where(na, per_jaar / 12, 0.0)
    if na.any():
        kosten[int(np.argmax(na))] += eenmalig
    return kosten


def _paid_back(netto: np.ndarray, ends: Sequence[date], wens: Wens) -> tuple[date | None, float]:
    """From when on what came in stays above what went out, in half of the replications; and in how many."""
    if not wens.kost:
        return None, 1.0
    stand = np.cumsum(netto, axis=1)
    # The first month after the last one below nothing.
    laatste_rood = stand.shape[1] - 1 - np.argmax((stand < 0)[:, ::-1], axis=1)
    ooit_rood = (stand < 0).any(axis=1)
    vanaf = np.where(ooit_rood, laatste_rood + 1, 0)
    terug = vanaf < stand.shape[1]
    if terug.mean() < 0.5:
        return None, float(terug.mean())
    helft = int(np.sort(vanaf)[len(vanaf) // 2 - 1])
    return ends[helft], float(terug.mean())
