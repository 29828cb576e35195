"""Rows of the published table of spells as columns for the forecast."""

from collections.abc import Sequence

import numpy as np

from koers.domain.routes import ROUTE_VAN_VERWIJZER
from koers.domain.spells import Spell
from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen

ROUTES = tuple(sorted(set(ROUTE_VAN_VERWIJZER.values())))
EPOCH = 719163  # day number of 1 January 1970


def columns(rijen: Sequence[Spell]) -> Spelkolommen:
    """One number per cell; young people are numbered in the order of their code, so rows may come in any."""
    nummers = {code: i for i, code in enumerate(numbered(rijen))}
    routes = {route: i for i, route in enumerate(ROUTES)}
    tabel = np.array(
        [
            (
                nummers[rij.jeugdige],
                _month(rij.geboortemaand),
                routes.get(rij.route or "", GEEN),
                rij.niveau,
                rij.begindatum.toordinal() - EPOCH,
                OPEN if rij.einddatum is None else rij.einddatum.toordinal() - EPOCH,
                rij.vastgelegd_at.toordinal() - EPOCH,
            )
            for rij in rijen
        ],
        dtype=np.int64,
    ).reshape(-1, len(Spelkolommen._fields))
    return Spelkolommen(*(np.ascontiguousarray(kolom) for kolom in tabel.T))


def numbered(rijen: Sequence[Spell]) -> list[str]:
    """The codes of the young people, each at the place of its number."""
    return sorted({rij.jeugdige for rij in rijen})


def _month(tekst: str | None) -> int:
    """Months since January 1970; before it is a month of birth of nobody in youth care."""
    if not tekst:
        return GEEN
    maand = (int(tekst[:4]) - 1970) * 12 + int(tekst[5:7]) - 1
    return max(maand, GEEN)
