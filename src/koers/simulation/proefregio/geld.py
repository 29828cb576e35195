"""Monthly declarations: what was delivered, at which tariff, and when the bill came in."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import aanbieders, aannamen
from koers.simulation.proefregio.aanbieders import PRODUCTEN
from koers.simulation.proefregio.feiten_zorg import Stukken
from koers.simulation.proefregio.kalender import GEEN, begin_maand, jaar_van, maand_van
from koers.simulation.proefregio.registratie import ZELFDE_DAG, Snede, daarna, vastgelegd
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen
from koers.simulation.proefregio.wereld import Wereld

_EENHEID = np.array([p.eenheid for p in PRODUCTEN], dtype=np.int64)
_ETMAAL = 14


def _maanden(s: Stukken, van: int, snede: Snede) -> tuple[Getallen, Getallen]:
    """Row of the traject and month number, for each month with care from `van` up to the end date."""
    rijen = np.flatnonzero(s.gestart & (s["einde"] >= van) & (s["start"] <= snede.dag))
    eerste = maand_van(np.maximum(s["start"][rijen], van))
    laatste = maand_van(np.minimum(s["einde"][rijen], snede.dag))
    aantal = laatste - eerste + 1
    rij = np.repeat(rijen, aantal)
    teller = np.arange(len(rij)) - np.repeat(np.cumsum(aantal) - aantal, aantal)
    return rij, np.repeat(eerste, aantal) + teller


def _zorgdagen(s: Stukken, rij: Getallen, maand: Getallen) -> Getallen:
    """Days of care in a month: within the traject, without the pause."""
    begin, einde = begin_maand(maand), begin_maand(maand + 1) - 1
    dagen = np.minimum(s["einde"][rij], einde) - np.maximum(s["start"][rij], begin) + 1
    pauze, hervat = s.dagen["pauze"][rij], s.dagen["hervatting"][rij]
    in_pauze = np.minimum(hervat - 1, einde) - np.maximum(pauze + 1, begin) + 1
    return dagen - np.where(pauze == GEEN, 0, np.maximum(in_pauze, 0))


def declaraties(w: Wereld, s: Stukken, van: int, snede: Snede) -> NDArray[Any]:
    """Bills received by the end date, and the few that were taken back by a credit."""
    stroom = w.stroom("declaraties")
    rij, maand = _maanden(s, van, snede)
    product = s["product"][rij]
    sleutel = s["sleutel"][rij] * 1024 + maand % 1024
    # Weeks differ: 80 to 120% of the usual amount, never more than the toewijzing allows. Stay counts days.
    drukte = np.where(_EENHEID[product] == _ETMAAL, 1000, stroom.geheel(sleutel, 800, 1200, stap=1))
    volume = s.per_week[rij] * _zorgdagen(s, rij, maand) * drukte // 7000
    jaren = range(w.jaren.start, w.jaren.stop + 1)
    begin = begin_maand(maand)
    tarief = aanbieders.tarieven(jaren)[
        aanbieders.GEMEENTE_REGIO[s["gemeente"][rij]], product, jaar_van(begin) - jaren.start
    ]
    at = vastgelegd(stroom, sleutel, begin_maand(maand + 1) - 1, aannamen.MELD_DECLARATIE, 2)
    at = daarna(at, s.momenten["start"][rij])
    terug = stroom.kans(sleutel, aannamen.CORRECTIE_DECLARATIE_PROMILLE, stap=3)
    terug_at = daarna(
        vastgelegd(stroom, sleutel, at // 86_400 + stroom.geheel(sleutel, 10, 80, 4), ZELFDE_DAG, 5), at
    )
    delen = []
    for soort, moment, mag in ((0, at, volume > 0), (1, terug_at, (volume > 0) & terug)):
        r = np.flatnonzero(mag & snede.bekend(moment))
        delen.append(
            {
                "traject": s["sleutel"][rij[r]],
                "maand": begin[r],
                "soort": np.full(len(r), soort, dtype=np.int64),
                "gemeente": s["gemeente"][rij[r]],
                "aanbieder": s["aanbieder"][rij[r]],
                "product": s.product_id[rij[r]],
                "volume": volume[r],
                "tarief_cent": tarief[r],
                "bedrag_cent": volume[r] * tarief[r],
                "ontvangstdatum": moment[r] // 86_400,
                "vastgelegd_at": moment[r],
            }
        )
    return TABELLEN["declaraties"].bouw(**{k: np.concatenate([d[k] for d in delen]) for k in delen[0]})
