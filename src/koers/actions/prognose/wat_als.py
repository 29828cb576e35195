"""What happens if: the share of young people in specialised help with and without levers, and its money.

Exact figures of a small municipality, so for a role with a purpose and a log row. The two runs share all
chance (same seed): what differs between them is what the levers do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import numpy as np
from django.conf import settings

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.monitor.berekend import EERSTE_JAAR
from koers.actions.prognose.acceptatie import Weigerbeeld, refusals
from koers.actions.prognose.capaciteit import PohWachten, poh_under
from koers.actions.prognose.gegevens import INDICATOR, Gegevens, read_gegevens
from koers.actions.prognose.geld import (
    JAREN,
    RAND,
    Geld,
    Jaaruitgaven,
    Opgave,
    money,
    month_days,
    month_ends,
    spending,
)
from koers.actions.prognose.gepubliceerd import correction
from koers.actions.prognose.rijen import Rijbeeld, queues
from koers.analytics.areas import Area
from koers.analytics.mart import MANIFEST
from koers.authorization.poort import may
from koers.domain.actor import Actor
from koers.domain.bereik import Bereik
from koers.domain.correctie import Correctie
from koers.domain.hefbomen import Inzet
from koers.domain.routes import MEDISCH
from koers.domain.scenario import HERHALINGEN, Wens
from koers.domain.spells import Spell
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.values import Ontbreekt
from koers.registers.kern.models import Organisatie
from koers.registers.klok import vandaag
from koers.simulation.prognose.hefbomen import as_hefbomen
from koers.simulation.prognose.praktijken import practices_of
from koers.simulation.prognose.rekenen import Klaar, Prognose, Vraag, play, prepare, until
from koers.simulation.prognose.spellen import EPOCH, columns, numbered
from koers.simulation.prognose.tekort import helped_and_waiting
from koers.simulation.prognose.terugkijken import Rapport, look_back

TERUG_DAGEN = 365
BEREIK = "bereik-van-maatregelen"
BESPARING = "besparing"
POH = "poh-jeugd"  # the lever
ZWAAR = [3, 4, 5, 6, 7]  # the columns of levels 4 to 8


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
class Wachtjaar:
    """Who waits for help of level 4 to 8 at the end of a year, mean and band, without and with measures; and
    the days that the last of them waits, on average."""

    jaar: int
    zonder: tuple[float, float, float]
    met: tuple[float, float, float] | None
    dagen: float


@dataclass(frozen=True, slots=True)
class Vooruitblik:
    """Both runs. `verleden`: (year, young people, residents) as the indicator counted them. `wachten`: with a
    shortage of places; `rijen`: the queues of the capacity page; `poh`: light questions, when the POH Jeugd
    is part of the question. `correctie`: to a published figure, when one was asked; `weigeringen`: when
    acceptance was.
    """

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
    wachten: tuple[Wachtjaar, ...] = ()
    poh: PohWachten | None = None
    correctie: Correctie | None = None
    rijen: Rijbeeld | None = None
    weigeringen: Weigerbeeld | None = None


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
        if found is None:
            return area, None
        weigeringen = refusals(by, gemeente, found[1].tot, wens)
        return area, replace(look_ahead(area, *found, wens), weigeringen=weigeringen)


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


@dataclass(frozen=True, slots=True)
class Praktijk:
    """A practice that referred somebody."""

    code: str
    naam: str


def practices(by: Actor, gemeente: str) -> tuple[Praktijk, ...]:
    """The practices for which renewals can be turned, by name; none for who may not see their figures."""
    if not may(by, "read_praktijkcijfers") or gemeente not in by.gemeenten:
        return ()
    found = figures(gemeente)
    if found is None:
        return ()
    codes = sorted(set(found[1].praktijken.values()))
    namen = dict(Organisatie.objects.filter(agb__in=codes).order_by("-naam", "pk").values_list("agb", "naam"))
    return tuple(sorted((Praktijk(c, namen.get(c, c)) for c in codes), key=lambda een: (een.naam, een.code)))


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
    kansen = years_of(zonder, jaren, gegevens.inwoners, doel)
    return Vooruitblik(
        gebied=area,
        tot=gegevens.tot,
        verleden=gegevens.verleden,
        zonder=kansen,
        met=None if met is None else years_of(met, jaren, gegevens.inwoners, doel),
        geld=None if met is None else money(zonder, met, gegevens, wens, task_of(area.code)),
        doel=doel,
        doeljaar=_within(wens.doeljaar or doeljaar or jaren[1], jaren),
        uitgaven=spending(zonder, met, gegevens, wens),
        zonder_prijs=tuple(n for n in range(4, 9) if np.isnan(gegevens.dagprijs[n - 1])),
        wachten=waiting(zonder, met, gegevens, wens) if wens.tekort else (),
        poh=_poh(area.code, gegevens, wens),
        rijen=queues(area.code, gegevens.tot, wens, more_light(gegevens, wens)),
        correctie=None
        if wens.gepubliceerd is None
        else correction(area.code, wens.gepubliceerd, gegevens.verleden, kansen),
    )


def waiting(zonder: Prognose, met: Prognose | None, gegevens: Gegevens, wens: Wens) -> tuple[Wachtjaar, ...]:
    """Who waits at the end of each year when so many percent of the places fall away. The places are as many
    as are expected to be needed without measures: procurement follows the demand, but for the shortage.
    Before that begins there is no limit.
    """
    verblijf = mean_stay(gegevens)
    ends = month_ends(gegevens.tot)
    if verblijf is None:
        return ()
    dagen = month_days(gegevens.tot)
    nodig = _heavy(zonder)
    weg = np.array([wens.shortage(eind.replace(day=1)) for eind in ends])
    plaatsen = np.where(weg > 0, nodig.mean(axis=0) * (1 - weg), np.inf)
    rij = helped_and_waiting(nodig, plaatsen, dagen, verblijf)[1]
    rij_met = None if met is None else helped_and_waiting(_heavy(met), plaatsen, dagen, verblijf)[1]
    found = []
    for maand, eind in enumerate(ends):
        if eind.month != 12:
            continue
        zonder_nu = _measured(rij[:, maand])
        met_nu = None if rij_met is None else _measured(rij_met[:, maand])
        laatste = (met_nu or zonder_nu)[0]
        begint = max(plaatsen[maand], 1e-9) / verblijf
        found.append(Wachtjaar(eind.year, zonder_nu, met_nu, float(laatste / begint)))
    return tuple(found)


def _heavy(prognose: Prognose) -> np.ndarray:
    """Young people with help of level 4 to 8, per replication and month end."""
    return prognose.aantal[:, :, ZWAAR].sum(axis=2)


def _measured(waarden: np.ndarray) -> tuple[float, float, float]:
    onder, boven = np.percentile(waarden, RAND)
    return float(waarden.mean()), float(onder), float(boven)


def mean_stay(gegevens: Gegevens) -> float | None:
    """Days that help of level 4 to 8 lasts: all days of it by how often it ended; None when it never did."""
    dagen = einden = 0
    for spell in gegevens.spells:
        if spell.niveau >= 4 and spell.begindatum <= gegevens.tot:
            laatste = min(spell.einddatum or gegevens.tot, gegevens.tot)
            dagen += (laatste - spell.begindatum).days + 1
            einden += spell.einddatum is not None and spell.einddatum <= gegevens.tot
    return dagen / einden if einden else None


def by_doctor(gegevens: Gegevens) -> int:
    """Young people who came by a doctor in the last known year, and had no help before."""
    eerste: dict[str, Spell] = {}
    for spell in gegevens.spells:
        if spell.jeugdige not in eerste or spell.begindatum < eerste[spell.jeugdige].begindatum:
            eerste[spell.jeugdige] = spell
    vanaf = gegevens.tot - timedelta(days=365)
    return sum(s.route == MEDISCH and vanaf < s.begindatum <= gegevens.tot for s in eerste.values())


def poh_costs() -> tuple[float, float, Bereik]:
    """Euros: what the source says that the POH Jeugd costs and what a traject costs; and talks per person."""
    kengetallen = beleid().kengetallen
    return (
        float(kengetallen["poh-jeugd"].getal("kosten-per-gesprek").waarde),
        float(kengetallen["jeugdhulptraject"].getal("kosten").waarde),
        beleid().aannames["poh-350-euro"].getal("gesprekken-per-jeugdige").bereik,
    )


def _poh(gemeente: str, gegevens: Gegevens, wens: Wens) -> PohWachten | None:
    """Every young person who no longer comes by the doctor had at least one light question."""
    erbij = more_light(gegevens, wens)
    if not any(inzet.knop.sleutel == POH for inzet in wens.inzetten) and wens.poh_fte is None:
        return None
    return poh_under(gemeente, wens.poh_fte, wens.tekort, erbij)


def more_light(gegevens: Gegevens, wens: Wens) -> int:
    """Light questions a year that the lever on the POH Jeugd brings: one for each who no longer comes by the
    doctor."""
    procent = sum(inzet.procent for inzet in wens.inzetten if inzet.knop.sleutel == POH)
    return round(by_doctor(gegevens) * procent / 100) if procent else 0


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
    klaar = _prepared(sleutel)
    return play(klaar, as_hefbomen(inzetten, effect_ranges(), klaar.praktijken))


@lru_cache(maxsize=2_000)
def young_people(sleutel: Sleutel, inzetten: tuple[Inzet, ...], jaar: int) -> np.ndarray:
    """Of the same run only the young people of one year (0: the running one), per replication: a search keeps
    hundreds of them, and plays no year after it."""
    klaar = _until(sleutel, jaar)
    return play(klaar, as_hefbomen(inzetten, effect_ranges(), klaar.praktijken)).jeugd[:, jaar]


@lru_cache(maxsize=16)
def _until(sleutel: Sleutel, jaar: int) -> Klaar:
    return until(_prepared(sleutel), jaar + 1)


@lru_cache(maxsize=8)
def _prepared(sleutel: Sleutel) -> Klaar:
    """Fitted once per state of the mart: every position of the levers plays on the same chance."""
    gegevens = _loaded(sleutel)
    if gegevens is None:
        raise Refused("niet_gevonden")
    return prepared(gegevens, question(gegevens.tot, HERHALINGEN))


def prepared(gegevens: Gegevens, vraag: Vraag) -> Klaar:
    """Fitted and drawn, with the practice that referred each young person."""
    praktijken = practices_of(numbered(gegevens.spells), gegevens.praktijken)
    return prepare(columns(gegevens.spells), vraag, praktijken)


def question(tot: date, herhalingen: int, *, threads: int = 2) -> Vraag:
    """Every month end from the last known day, and every year, as far as Koers looks ahead."""
    return Vraag(
        tot=tot.toordinal() - EPOCH,
        dagen=np.array([(dag - tot).days for dag in month_ends(tot)]),
        herhalingen=herhalingen,
        threads=threads,
        jaren=tuple(_year(jaar) for jaar in range(tot.year, tot.year + JAREN + 1)),
    )


def _year(jaar: int) -> tuple[int, int]:
    return date(jaar, 1, 1).toordinal() - EPOCH, date(jaar, 12, 31).toordinal() - EPOCH


def years_of(
    p: Prognose, jaren: Sequence[int], inwoners: dict[int, float], doel: Decimal | None
) -> tuple[Jaarkans, ...]:
    """Per year the young people with their band, and the chance of the goal."""
    found = []
    for nummer, jaar in enumerate(jaren):
        if jaar not in inwoners:
            continue
        jeugd = p.jeugd[:, nummer]
        onder, boven = np.percentile(jeugd, RAND)
        kans = None if doel is None else chance_of(jeugd, doel, inwoners[jaar])
        found.append(Jaarkans(jaar, float(jeugd.mean()), float(onder), float(boven), inwoners[jaar], kans))
    return tuple(found)


def as_outcome(tot: date, jaren: Sequence[Jaarkans]) -> dict[str, object]:
    """As `Scenario.uitkomst` is kept."""
    return {"tot": tot.isoformat(), "jaren": [_kept_year(een) for een in jaren]}


def _kept_year(een: Jaarkans) -> dict[str, object]:
    onder, boven = een.band
    return {
        "jaar": een.jaar,
        "aandeel": round(een.aandeel, 2),
        "onder": round(onder, 2),
        "boven": round(boven, 2),
        "kans": een.kans,
        # Exact: for a report they go by the exit for numbers first.
        "jeugd": {"onder": round(een.onder), "verwacht": round(een.jeugd), "boven": round(een.boven)},
        "inwoners": round(een.inwoners),
    }


def chance_of(jeugd: np.ndarray, doel: Decimal, inwoners: float) -> float:
    """In which part of the replications so many young people are at most `doel` percent of the residents."""
    return float((100 * jeugd <= float(doel) * inwoners).mean())


def task_of(gemeente: str) -> Opgave | None:
    """What the source asks to save a year, for the municipality that it is of."""
    if goal_of(gemeente)[0] is None:
        return None
    delen = tuple(
        (deel.id, round(float(deel.waarde) * 100)) for deel in beleid().indicatoren[BESPARING].opbouw
    )
    return Opgave(delen, sum(cent for _, cent in delen)) if delen else None
