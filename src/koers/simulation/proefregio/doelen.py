"""How many young people there should be in care, per municipality and year, before anyone is made.

A generator with free draws would miss the published figures by their chance alone (the standard
deviation in Westerveld is 5%). So each year's newcomers fill the gap between who is still in care and
the number that belongs to that year.
"""

from dataclasses import dataclass

import numpy as np

from koers.simulation.proefregio import aannamen
from koers.simulation.proefregio.bevolking import ANKERJAAR
from koers.simulation.proefregio.gepubliceerd import (
    GEMEENTEN,
    JAAR_SPECIALISTISCH_MD,
    MIDDEN_DRENTHE,
    PROMILLE_SPECIALISTISCH_MD,
)
from koers.simulation.proefregio.stroom import EEN, Getallen, Stroom


@dataclass(frozen=True)
class Doelen:
    """Numbers [municipality, year]: young people with care of level 4-8 (aged 0-18 on 1 January), with any
    youth care (0-22), new POH requests, and meldingen that end without youth care."""

    jaren: range
    specialistisch: Getallen
    totaal: Getallen
    poh: Getallen
    licht_einde: Getallen


def trend(jaar: int) -> int:
    """Level of use against 2021 = 10,000."""
    eerste, laatste = min(aannamen.TREND), max(aannamen.TREND)
    if jaar > laatste:
        return aannamen.TREND[laatste] + (jaar - laatste) * aannamen.TREND_PER_JAAR_DAARNA
    return aannamen.TREND[max(jaar, eerste)]


def _afgerond(stroom: Stroom, miljoensten: Getallen, plek: Getallen, stap: int) -> Getallen:
    """Millionths to whole numbers, rounded up with the chance of the remainder: right on average."""
    heel, rest = miljoensten // 1_000_000, miljoensten % 1_000_000
    return heel + (rest * EEN > stroom.deel(plek, stap) * 1_000_000)


def maak_doelen(seed: int, jaren: range, bevolking: Getallen) -> Doelen:
    """`bevolking`: residents [municipality, year, age 0-22], already scaled."""
    stroom = Stroom(seed, "doelen")
    inwoners_0_18, inwoners_0_22 = bevolking[:, :, :19].sum(axis=2), bevolking.sum(axis=2)
    golf = np.array([trend(j) for j in jaren], dtype=np.int64)[None, :]
    plek = np.arange(len(GEMEENTEN))[:, None] * 100 + np.array([j - 2000 for j in jaren])[None, :]
    ruis = stroom.geheel(plek, 1000 - aannamen.RUIS_PROMILLE, 1000 + aannamen.RUIS_PROMILLE, stap=1)
    vast = np.zeros_like(ruis, dtype=bool)
    vast[:, [j == ANKERJAAR for j in jaren]] = True
    # The two published years lie on the trend itself; the others beside it.
    vast[MIDDEN_DRENTHE, [j == JAAR_SPECIALISTISCH_MD for j in jaren]] = True
    golf = golf * np.where(vast, 1000, ruis)
    promille = np.array([g.promille_jeugdzorg for g in GEMEENTEN], dtype=np.int64)[:, None]
    # Specialised care follows the KWB figure: a municipality with more youth care has more of it.
    specialistisch = (
        inwoners_0_18 * PROMILLE_SPECIALISTISCH_MD * promille * golf // trend(JAAR_SPECIALISTISCH_MD)
    ) // GEMEENTEN[MIDDEN_DRENTHE].promille_jeugdzorg
    return Doelen(
        jaren=jaren,
        specialistisch=_afgerond(stroom, specialistisch, plek, 2),
        totaal=_afgerond(stroom, inwoners_0_22 * promille * golf // 10_000, plek, 3),
        poh=_afgerond(stroom, inwoners_0_18 * aannamen.POH_PROMILLE * ruis, plek, 4),
        licht_einde=_afgerond(stroom, inwoners_0_18 * aannamen.LICHT_EINDE_PROMILLE * ruis, plek, 5),
    )
