"""What is published: the figures that the demo region is calibrated to, each with its source.

K = "Koersen: de herontwikkeling van het jeugddomein" (Midden-Drenthe, concept 2024).
O = "Omarm de complexiteit" (Jeugdhulpregio Drenthe, June 2022).
KWB = CBS, Kerncijfers wijken en buurten 2021 (85039NED).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality of Drenthe with the published figures of 2021.

    `jeugd_0_18`: residents of 0 up to and including 18 (O table 1). The table calls it both "0 tot 18"
    and "0-18"; against the KWB shares only the inclusive reading fits.
    `promille_jeugdzorg`: young people of 0-22 with youth care in kind, in promille (KWB 2021).
    `honderdste_pct_0_14`, `honderdste_pct_15_24`: shares of the population in 1/100% (KWB 2021).
    """

    code: str
    naam: str
    inkoopregio: str
    bevolking: int
    jeugd_0_18: int
    honderdste_pct_0_14: int
    honderdste_pct_15_24: int
    promille_jeugdzorg: int


NMD: Final = "Noordmidden-Drenthe"
ZD: Final = "Zuid-Drenthe"
INKOOPREGIOS: Final = (NMD, ZD)

GEMEENTEN: Final = (
    Gemeente("GM1680", "Aa en Hunze", NMD, 25399, 4581, 1332, 1028, 113),
    Gemeente("GM0106", "Assen", NMD, 68836, 14385, 1566, 1198, 146),
    Gemeente("GM1681", "Borger-Odoorn", ZD, 25598, 4618, 1372, 1040, 118),
    Gemeente("GM0109", "Coevorden", ZD, 35317, 6774, 1432, 1128, 103),
    Gemeente("GM1690", "De Wolden", ZD, 24374, 4830, 1472, 1155, 98),
    Gemeente("GM0114", "Emmen", ZD, 107024, 20251, 1420, 1141, 120),
    Gemeente("GM0118", "Hoogeveen", ZD, 55603, 11706, 1620, 1186, 120),
    Gemeente("GM0119", "Meppel", ZD, 34386, 7269, 1594, 1250, 119),
    Gemeente("GM1731", "Midden-Drenthe", NMD, 33381, 6357, 1392, 1134, 112),
    Gemeente("GM1699", "Noordenveld", NMD, 31214, 5988, 1442, 971, 105),
    Gemeente("GM1730", "Tynaarlo", NMD, 33978, 7445, 1692, 940, 105),
    Gemeente("GM1701", "Westerveld", ZD, 19661, 3332, 1243, 998, 112),
)
MIDDEN_DRENTHE: Final = 8
JEUGD_DRENTHE_0_18: Final = 97_536  # O table 1, total

# K 6.2 KPI 1 and chapter 1: 9.5% of the young people; K names neither year nor denominator. Our reading:
# at least one running trajectory of level 4-8 in the year, over residents of 0-18, in the last full year
# before the concept of 2024.
PROMILLE_SPECIALISTISCH_MD: Final = 95
JAAR_SPECIALISTISCH_MD: Final = 2023
# O, national developments: Drenthe 10.6% (2015) and 11.8% (2021), over 0-22.
PROMILLE_DRENTHE_2015: Final = 106
PROMILLE_DRENTHE_2021: Final = 118
# K 4.2.
PCT_VERWIJZINGEN_TEAM_JEUGD: Final = 48  # reference month August 2024
PCT_UITGAVEN_TEAM_JEUGD: Final = 79  # reference month November 2024
TRAJECT_KOSTEN_EUR: Final = 4000
TRAJECT_DUUR_DAGEN: Final = 313
POH_UREN: Final = 4.7
PRAKTIJK_BEILEN_JAAR: Final = 2023
PRAKTIJK_BEILEN_POH: Final = 33
PRAKTIJK_BEILEN_AANVRAGEN: Final = 6
# K chapter 1 and 6.2: 1.3 million yearly deficit + 1.9 million national task, to be found by 9.5% -> 7%.
BESPARING_EUR: Final = 3_200_000
STREEF_PROMILLE: Final = 70
