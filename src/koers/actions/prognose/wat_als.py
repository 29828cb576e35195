"""What happens if: the share of young people in specialised help with and without levers, and its money.

Exact figures of a small municipality, so for a role with a purpose and a log row. The two runs share all
chance (same seed): what differs between them is what the levers do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import numpy as np
from django.conf import settings

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.monitor.berekend import EERSTE_JAAR
from koers.actions.prognose.gegevens import INDICATOR, Gegevens, read_gegevens
from koers.analytics.areas import Area
from koers.analytics.mart import MANIFEST
from koers.domain.actor import Actor
from koers.domain.bereik import Bereik
from koers.domain.hefbomen import Inzet
from koers.domain.scenario import Wens
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.values import Ontbreekt
from koers.registers.klok import vandaag
from koers.simulation.prognose.hefbomen import as_hefbomen
from koers.simulation.prognose.rekenen import Klaar, Prognose, Vraag, play, prepare, until
from koers.simulation.prognose.spellen import EPOCH, columns
from koers.simulation.prognose.terugkijken import Rapport, look_back

JAREN = 10  # after the running one
HERHALINGEN = 200
RAND = (2.5, 97.5)
TERUG_DAGEN = 365
BEREIK = "bereik-van-maatregelen"


# Which mart, in which state, and the municipality.
Sleutel = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Jaarkans:
    """A coming year: young people expected with their band, residents, and the chance of the goal."""

    jaar: int
    jeugd: float
    onder: float
    boven: float
    inwoners: float
    kans: float | None

    @property
    def aandeel(self) -> float:
        """Percent."""
        return 100 * self.jeugd / self.inwoners

    @property
    def band(self) -> tuple[float, float]:
        """Percent."""
        return 100 * self.onder / self.inwoners, 100 * self.boven / self.inwoners


@dataclass(frozen=True, slots=True)
class Geld:
    """Saved minus spent, in cents: per year the mean and its band; and when it has paid itself back.

    `maand`: the month in which half of the replications have; None when fewer ever do. `kans`: of all.
    """

    jaren: tuple[tuple[int, int, int, int], ...]
    maand: date | None
    kans: float
    zonder_prijs: tuple[int, ...]


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


@dataclass(frozen=True, slots=True)
class Vooruitblik:
    """Both runs. `verleden`: (year, young people, residents) as the indicator counted them."""

    gebied: Area
    tot: date
    verleden: tuple[tuple[int, int, int], ...]
    zonder: tuple[Jaarkans, ...]
    met: tuple[Jaarkans, ...] | None
    geld: Geld | None
    doel: Decimal | None
    doeljaar: int
    uitgaven: tuple[Jaaruitgaven, ...] = ()
    zonder_prijs: tuple[int, ...] = ()


def goal_of(gemeente: str) -> tuple[Decimal | None, int | None]:
    """The goal of the source and the year of its last date, for the municipality that it is of."""
    indicator = beleid().indicatoren[INDICATOR]
    start = indicator.startwaarde
    if start is None or beleid().gebieden[start.gebied].code != gemeente:
        return None, None
    for doel in indicator.doelen:
        if not isinstance(doel.streefwaarde, Ontbreekt) and not isinstance(doel.streefdata, Ontbreekt):
            return Decimal(str(doel.streefwaarde)), max(d.datum for d in doel.streefdata).year
    return None, None


def read_wat_als(*, by: Actor, gemeente: str, wens: Wens) -> tuple[Area, Vooruitblik | None]:
    """The forecast of an own municipality; None without figures. Refused: niet_gevonden."""
    with act("read_wat_als", by=by) as spoor:
        spoor.onderwerp("wat_als", gemeente)
        spoor.note(hefbomen=[inzet.tekst for inzet in wens.inzetten])
        area = own_area(by, gemeente)
        found = figures(gemeente)
        return area, None if found is None else look_ahead(area, *found, wens)


def read_terugblik(*, by: Actor, gemeente: str) -> Rapport | None:
    """How well the forecast would have done from earlier days. Refused: niet_gevonden."""
    with act("read_wat_als", by=by) as spoor:
        spoor.onderwerp("terugblik", gemeente)
        own_area(by, gemeente)
        found = figures(gemeente)
        return None if found is None else _looked_back(*found[:1])


def figures(gemeente: str) -> tuple[Sleutel, Gegevens] | None:
    manifest = Path(settings.MART) / MANIFEST
    if not manifest.exists():
        return None
    sleutel = (str(manifest.parent), str(manifest.stat().st_mtime_ns), gemeente)
    gegevens = _loaded(sleutel)
    return None if gegevens is None else (sleutel, gegevens)


@lru_cache(maxsize=32)
def _loaded(sleutel: Sleutel) -> Gegevens | None:
    """Once per state of the mart."""
    return read_gegevens(Path(sleutel[0]), sleutel[2], EERSTE_JAAR, vandaag().year + JAREN)


@lru_cache(maxsize=32)
def _looked_back(sleutel: Sleutel) -> Rapport:
    gegevens = _loaded(sleutel)
    spells = () if gegevens is None else gegevens.spells
    tot = 0 if gegevens is None else gegevens.tot.toordinal() - EPOCH
    return look_back(columns(spells), tot, TERUG_DAGEN)


def look_ahead(area: Area, sleutel: Sleutel, gegevens: Gegevens, wens: Wens) -> Vooruitblik:
    """Both runs over the running year and the ones after it."""
    jaren = tuple(range(gegevens.tot.year, gegevens.tot.year + JAREN + 1))
    doel, doeljaar = goal_of(area.code)
    doel = wens.doel if wens.doel is not None else doel
    zonder = played(sleutel, ())
    inzetten = tuple(inzet for inzet in wens.inzetten if inzet.procent)
    met = played(sleutel, inzetten) if inzetten else None
    return Vooruitblik(
        gebied=area,
        tot=gegevens.tot,
        verleden=gegevens.verleden,
        zonder=_years(zonder, jaren, gegevens.inwoners, doel),
        met=None if met is None else _years(met, jaren, gegevens.inwoners, doel),
        geld=None if met is None else money(zonder, met, gegevens, wens),
        doel=doel,
        doeljaar=_within(wens.doeljaar or doeljaar or jaren[1], jaren),
        uitgaven=_spending(zonder, met, gegevens, wens),
        zonder_prijs=tuple(n for n in range(4, 9) if np.isnan(gegevens.dagprijs[n - 1])),
    )


def _within(jaar: int, jaren: Sequence[int]) -> int:
    return min(max(jaar, jaren[0]), jaren[-1])


def effect_ranges() -> dict[str, Bereik]:
    """Which part of the effect that is filled in comes about, by lever."""
    getallen = beleid().aannames[BEREIK].getallen
    return {
        getal.id: Bereik(getal.bereik.laag / 100, getal.bereik.waarschijnlijk / 100, getal.bereik.hoog / 100)
        for getal in getallen
    }


@lru_cache(maxsize=64)
def played(sleutel: Sleutel, inzetten: tuple[Inzet, ...]) -> Prognose:
    """Once per state of the mart and position of the levers."""
    return play(_prepared(sleutel), as_hefbomen(inzetten, effect_ranges()))


@lru_cache(maxsize=2_000)
def young_people(sleutel: Sleutel, inzetten: tuple[Inzet, ...], jaar: int) -> np.ndarray:
    """Of the same run only the young people of one year (0: the running one), per replication: a search keeps
    hundreds of them, and plays no year after it."""
    return play(_until(sleutel, jaar), as_hefbomen(inzetten, effect_ranges())).jeugd[:, jaar]


@lru_cache(maxsize=16)
def _until(sleutel: Sleutel, jaar: int) -> Klaar:
    return until(_prepared(sleutel), jaar + 1)


@lru_cache(maxsize=8)
def _prepared(sleutel: Sleutel) -> Klaar:
    """Fitted once per state of the mart: every position of the levers plays on the same chance."""
    gegevens = _loaded(sleutel)
    if gegevens is None:
        raise Refused("niet_gevonden")
    tot = gegevens.tot
    jaren = tuple(_year(jaar) for jaar in range(tot.year, tot.year + JAREN + 1))
    vraag = Vraag(
        tot=tot.toordinal() - EPOCH,
        dagen=np.array([(dag - tot).days for dag in month_ends(tot)]),
        herhalingen=HERHALINGEN,
        jaren=jaren,
    )
    return prepare(columns(gegevens.spells), vraag)


def _year(jaar: int) -> tuple[int, int]:
    return date(jaar, 1, 1).toordinal() - EPOCH, date(jaar, 12, 31).toordinal() - EPOCH


def month_ends(tot: date) -> list[date]:
    """The last day of every month after `tot`, up to and including the last year."""
    ends = [
        date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)
        for jaar in range(tot.year, tot.year + JAREN + 1)
        for maand in range(1, 13)
    ]
    return [dag for dag in ends if dag > tot]


def _years(
    p: Prognose, jaren: Sequence[int], inwoners: dict[int, float], doel: Decimal | None
) -> tuple[Jaarkans, ...]:
    found = []
    for nummer, jaar in enumerate(jaren):
        if jaar not in inwoners:
            continue
        jeugd = p.jeugd[:, nummer]
        onder, boven = np.percentile(jeugd, RAND)
        kans = None if doel is None else chance_of(jeugd, doel, inwoners[jaar])
        found.append(Jaarkans(jaar, float(jeugd.mean()), float(onder), float(boven), inwoners[jaar], kans))
    return tuple(found)


def chance_of(jeugd: np.ndarray, doel: Decimal, inwoners: float) -> float:
    """In which part of the replications so many young people are at most `doel` percent of the residents."""
    return float((100 * jeugd <= float(doel) * inwoners).mean())


def money(zonder: Prognose, met: Prognose, gegevens: Gegevens, wens: Wens) -> Geld:
    """What is saved on care, at the price of a day of the last known year, less what the levers cost.

    Levels without declarations are worth nothing here, and are named.
    """
    ends = month_ends(gegevens.tot)
    prijs = np.nan_to_num(gegevens.dagprijs)
    verschil = (zonder.aantal[:, :, :8] - met.aantal[:, :, :8]).astype(np.float64)
    bespaard = (verschil @ prijs) * (_month_days(gegevens.tot) * _tariffs(ends, wens))[None, :]
    netto = bespaard - _spent(ends, wens)[None, :]
    jaren = np.array([dag.year for dag in ends])
    per_jaar = []
    for jaar in dict.fromkeys(jaren.tolist()):
        som = netto[:, jaren == jaar].sum(axis=1)
        onder, boven = np.percentile(som, RAND)
        per_jaar.append((jaar, round(som.mean()), round(onder), round(boven)))
    terug, kans = _paid_back(netto, ends, wens)
    gebruikt = np.flatnonzero((verschil != 0).any(axis=(0, 1))) + 1
    zonder_prijs = tuple(int(n) for n in gebruikt if n >= 4 and np.isnan(gegevens.dagprijs[n - 1]))
    return Geld(tuple(per_jaar), terug, kans, zonder_prijs)


def _month_days(tot: date) -> np.ndarray:
    """Days of each coming month; of the running one what is left of it."""
    ends = month_ends(tot)
    dagen = np.array([dag.day for dag in ends], dtype=np.float64)
    dagen[0] = min(dagen[0], (ends[0] - tot).days)
    return dagen


def _tariffs(ends: Sequence[date], wens: Wens) -> np.ndarray:
    return np.array([wens.tariff(dag) for dag in ends])


def _spending(
    zonder: Prognose, met: Prognose | None, gegevens: Gegevens, wens: Wens
) -> tuple[Jaaruitgaven, ...]:
    """What help at the levels with a price costs; nothing when there is no price at all."""
    prijs = np.nan_to_num(gegevens.dagprijs)
    if not prijs.any():
        return ()
    ends = month_ends(gegevens.tot)
    dagen, tarief = _month_days(gegevens.tot), _tariffs(ends, wens)
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


def _spent(ends: Sequence[date], wens: Wens) -> np.ndarray:
    """Cents per month: the yearly cost from the first lever on, and what is spent once in its first month."""
    begin = min(inzet.vanaf for inzet in wens.inzetten if inzet.procent)
    na = np.array([dag >= begin for dag in ends])
    kosten = np.where(na, wens.jaarkosten_cent / 12, 0.0)
    if na.any():
        kosten[int(np.argmax(na))] += wens.eenmalig_cent
    return kosten


def _paid_back(netto: np.ndarray, ends: Sequence[date], wens: Wens) -> tuple[date | None, float]:
    """From when on what came in stays above what went out, in half of the replications; and in how many."""
    if not wens.jaarkosten_cent and not wens.eenmalig_cent:
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
