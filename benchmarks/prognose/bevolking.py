"""Whom a measured run is about: histories of a municipality or the country, and the young people behind them.

Two years are counted. A year *of help* is 365.25 days that somebody has help. A year *of a young person* is
one of the population of 0 to 17: each ages, may come in, and may have help. Of those, 10.5 percent has help
in a year: the mean over municipalities, by their young people, of `kwb2021_gemeenten_85039NED.csv` in
../shared/data (CBS 2021). The histories have only the levels 4 to 8, of which a source says 9.5 percent; the
higher share leaves fewer young people per person in care, so fewer years are claimed.
"""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np

from benchmarks.prognose.geschiedenis import TOT, make_history
from koers.actions.prognose.gegevens import Gegevens
from koers.actions.prognose.geld import month_ends
from koers.domain.bereik import Bereik
from koers.domain.hefbomen import read_inzet
from koers.domain.scenario import Wens
from koers.domain.spells import Spell
from koers.simulation.prognose.hefbomen import Hefboom, as_hefbomen
from koers.simulation.prognose.rekenen import Prognose
from koers.simulation.prognose.spellen import ROUTES
from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen

AANDEEL = 0.105
LAND = 3_400_000  # young people
TOT_DATUM = date(1970, 1, 1) + timedelta(days=TOT)
KNOPPEN = ("instroom-arts:20:2027-01:12", "duur-4-5:20:2027-01:12")
# Cents per day of help, by level: any price will do.
DAGPRIJS = np.array([np.nan, np.nan, np.nan, 2_500.0, 4_000.0, 9_000.0, 20_000.0, 12_000.0])


def set_up() -> None:
    """Koers as a command sees it; no database is asked anything."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "koers.config.settings")
    os.environ.setdefault("KOERS_DEMO", "1")
    import django

    django.setup()


def municipality(seed: int = 1) -> Spelkolommen:
    """About 650 young people in care."""
    return make_history("vlak", 650, seed, jaren=6).bekend


def country(keer_kleiner: int = 1) -> Spelkolommen:
    """Ten municipalities, as often side by side as makes 10.5 percent of 3.4 million with help in the last
    year; everybody is somebody of his own for chance."""
    soorten = [municipality(seed) for seed in range(1, 11)]
    met_hulp = sum(_helped(s) for s in soorten)
    delen: list[Spelkolommen] = []
    eerste = 0
    for _ in range(round(LAND * AANDEEL / met_hulp / keer_kleiner)):
        for s in soorten:
            delen.append(s._replace(jeugdige=s.jeugdige + eerste))
            eerste += int(s.jeugdige.max()) + 1
    return Spelkolommen(*(np.concatenate(kolom) for kolom in zip(*delen, strict=True)))


def young_people(spellen: Spelkolommen) -> float:
    """The population of 0 to 17 behind those who had help in the last year."""
    return _helped(spellen) / AANDEEL


def _helped(s: Spelkolommen) -> int:
    """Young people with help in the last year, who were not yet 18 on its first day."""
    achttien = (TOT_DATUM.year - 1 - 18 - 1970) * 12 + TOT_DATUM.month - 1
    jong = (s.geboorte != GEEN) & (s.geboorte > achttien)
    return len(np.unique(s.jeugdige[(s.einde >= TOT - 364) & jong]))


def two_levers() -> tuple[Wens, tuple[Hefboom, ...]]:
    """Fewer by the doctor and shorter stays, each with a range, and what they cost."""
    inzetten = tuple(read_inzet(tekst) for tekst in KNOPPEN)
    ruim = Bereik(0.5, 1.0, 1.2)
    wens = Wens(inzetten, jaarkosten_cent=20_000_000, eenmalig_cent=5_000_000, indexatie=Decimal(3))
    return wens, as_hefbomen(inzetten, {inzet.knop.sleutel: ruim for inzet in inzetten})


def figures(spellen: Spelkolommen | None, inwoners: float) -> Gegevens:
    """What the page reads from the mart; without spells where only money is asked."""
    jaren = range(TOT_DATUM.year, TOT_DATUM.year + 12)
    rijen = () if spellen is None else tuple(_rows(spellen))
    return Gegevens(rijen, TOT_DATUM, dict.fromkeys(jaren, inwoners), DAGPRIJS, ())


def _rows(s: Spelkolommen) -> list[Spell]:
    dag = [date(1970, 1, 1) + timedelta(days=int(d)) for d in range(int(s.begin.min()), TOT + 1)]
    eerste = int(s.begin.min())
    return [
        Spell(
            jeugdige=f"J{wie:07d}",
            geboortemaand=None if geboorte == GEEN else str(np.datetime64(int(geboorte), "M")),
            geslacht="O",
            gemeente="GM0000",
            route=None if route == GEEN else ROUTES[route % len(ROUTES)],
            niveau=int(niveau),
            product=None,
            aanbieder=None,
            begindatum=dag[begin - eerste],
            einddatum=None if einde == OPEN else dag[einde - eerste],
            vastgelegd_at=datetime.combine(
                dag[min(max(vast, begin), TOT) - eerste], datetime.min.time(), UTC
            ),
        )
        for wie, geboorte, route, niveau, begin, einde, vast in zip(*(k.tolist() for k in s), strict=True)
    ]


def years(uit: Prognose, spellen: Spelkolommen, seconden: float) -> tuple[float, str]:
    """Years of young people of the population per second of processor; and in words, with those of help."""
    vooruit = (month_ends(TOT_DATUM)[-1] - TOT_DATUM).days / 365.25
    hulp = uit.verloop[:, 3].sum() / 365.25
    alle = young_people(spellen) * vooruit * len(uit.verloop)
    return alle / seconden, (
        f"{alle / seconden / 1e6:.0f} million years of young people of the population a second of processor, "
        f"{hulp / seconden / 1e6:.2f} million of them with help"
    )


def seconds(werk: Callable[[], Any]) -> tuple[float, float, Any]:
    """Of processor, of the clock, and what came out."""
    cpu, klok = time.process_time(), time.perf_counter()
    uit = werk()
    return time.process_time() - cpu, time.perf_counter() - klok, uit
