"""The population as numbers: municipality x age (0-22) x year, on 1 January.

2021 is anchored: 0-14 and 15-24 follow the KWB shares, 0-18 the published youth numbers exactly. Single
ages are not published, so their shape is an assumption. Records exist only for young people with a
question or help (decision 5); this table is the denominator.
"""

from typing import Final

import numpy as np

from koers.simulation.proefregio.gepubliceerd import GEMEENTEN, Gemeente
from koers.simulation.proefregio.stroom import Getallen, deel_uit

LEEFTIJDEN: Final = 23  # 0 up to and including 22
ANKERJAAR: Final = 2021

# Assumption: relative sizes of single ages 0-14 and 15-18: older cohorts are larger (fewer births every
# year) and families with small children move in.
_JONG: Final = [1000 + 10 * leeftijd for leeftijd in range(15)]
_TIENERS: Final = [1000, 1005, 1010, 1005]
# Assumption: leaving for study falls on 18-21; relative weights of ages 19-24 (their sum is published).
_NEGENTIEN_PLUS: Final = [113, 104, 98, 95, 95, 95]
# Assumption: the number of young people in Drenthe falls by 0.5% a year, at every age alike. We do not let
# cohorts age: the two sources join at age 15 with a step, which would then travel through the years.
_KRIMP_PROMILLE: Final = 5


def leeftijden_anker(g: Gemeente) -> list[int]:
    """Residents of 0-22 on 1 January 2021, by single age; 0-18 adds up to the published number."""
    tot_14 = (g.bevolking * g.honderdste_pct_0_14 + 5000) // 10_000
    tot_24 = tot_14 + (g.bevolking * g.honderdste_pct_15_24 + 5000) // 10_000
    ouder = deel_uit(tot_24 - g.jeugd_0_18, _NEGENTIEN_PLUS)
    return deel_uit(tot_14, _JONG) + deel_uit(g.jeugd_0_18 - tot_14, _TIENERS) + ouder[: LEEFTIJDEN - 19]


def tel_bevolking(jaren: range, schaal_miljoenste: int) -> Getallen:
    """Residents on 1 January: array [municipality, year, age 0-22], each municipality and year scaled as a
    whole and then shared out over the ages, so that the parts add up to the scaled total."""
    uit = np.zeros((len(GEMEENTEN), len(jaren), LEEFTIJDEN), dtype=np.int64)
    for i, g in enumerate(GEMEENTEN):
        anker = leeftijden_anker(g)
        for j, jaar in enumerate(jaren):
            promille = 1000 + _KRIMP_PROMILLE * (ANKERJAAR - jaar)
            totaal = (sum(anker) * promille * schaal_miljoenste + 500_000_000) // 1_000_000_000
            uit[i, j] = deel_uit(totaal, anker)
    return uit
