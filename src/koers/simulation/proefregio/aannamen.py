"""Every rate of the care side of the demo region, with its source or the word "assumption".

These numbers belong to the generator alone. The forecast has its own, estimated from data: it may
never import this module, else its backtest would mark its own homework (decision 11).
Chances are in promille, durations in days, times in minutes, money in cents.
"""

from typing import Final

from koers.simulation.proefregio.stroom import Kwantielen

# --- How many -------------------------------------------------------------------------------------
# Share of 0-22 with any youth care against 2021 = 10,000. 2015 is the published 10.6% over 11.8% (O);
# rising to 2018, slowly falling since, with a dip in 2020 (O: "licht dalend" since 2018; fewer ambulant
# starts in the first wave of 2020). The height of 2018 and the pace after 2021 are assumptions.
TREND: Final = {
    2015: 8983,
    2016: 9500,
    2017: 10100,
    2018: 10430,
    2019: 10290,
    2020: 9650,
    2021: 10000,
    2022: 9890,
    2023: 9780,
    2024: 9670,
    2025: 9560,
    2026: 9450,
}
TREND_PER_JAAR_DAARNA: Final = -100  # assumption: the same slow fall goes on
RUIS_PROMILLE: Final = (
    12  # assumption: other years than 2021 lie up to 1.2% beside the trend, per municipality
)
INLOOPJAREN: Final = 7  # years played before `van`, so that on that day care runs at every age and length

# New POH requests and meldingen that end without youth care, per thousand residents of 0-18 a year.
# Assumption for Drenthe; in Midden-Drenthe 1.2 fte at 4.7 hours each carries about 165 requests (K 4.2).
POH_PROMILLE: Final = 26
LICHT_EINDE_PROMILLE: Final = 21

# Share (promille) of newcomers in a year who are already known: siblings and earlier clients. Assumption.
BEKEND: Final = {"specialistisch": 330, "licht": 240, "poh": 180, "advies": 200, "niet_gestart": 300}
# Chance that a sibling comes along in the same melding; twins do so more often. Assumption.
SAMEN_PROMILLE: Final = 30
SAMEN_TWEELING_PROMILLE: Final = 350

# --- Who ------------------------------------------------------------------------------------------
# Relative weight of age 0..17 at the start of care. Assumption, shaped like national figures: light help
# peaks at school age, stays away from home are both very young and adolescent.
LEEFTIJD_NIVEAU: Final = {
    4: (1, 1, 3, 5, 9, 12, 15, 17, 17, 16, 15, 14, 14, 14, 14, 13, 11, 6),
    5: (1, 1, 2, 4, 7, 10, 12, 13, 14, 14, 14, 14, 15, 16, 17, 17, 15, 8),
    6: (2, 4, 8, 10, 10, 9, 9, 9, 8, 8, 8, 8, 9, 10, 11, 11, 9, 4),
    7: (8, 5, 5, 5, 5, 5, 5, 5, 6, 6, 7, 8, 9, 11, 13, 14, 12, 6),
    8: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 7, 12, 15, 15, 8),
}
LEEFTIJD_LICHT: Final = (6, 6, 8, 10, 12, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 12, 7)
LEEFTIJD_POH: Final = (0, 0, 1, 3, 6, 9, 11, 12, 12, 12, 12, 13, 14, 15, 15, 14, 11, 6)
ONGEBOREN_PROMILLE: Final = 6  # of the meldingen without youth care: about an unborn child. Assumption.
# Care of level 5-7 that runs on the eighteenth birthday and goes on after it, and how many days more
# (Jeugdwet 1.1). Assumption.
VERLENGD_PROMILLE: Final = 350
VERLENGD_DAGEN: Final = (60, 700)

# --- First level and who refers -------------------------------------------------------------------
# Level of the first trajectory of new specialised care (promille, level 4..8). Assumption, tuned so that
# spending in Midden-Drenthe comes out near 12 million or more.
EERSTE_NIVEAU: Final = (493, 290, 95, 100, 22)
# Who opened the way, given the level (rows 4..8; columns as codes.DOOR 0-6). Assumption; the column of Team
# Jeugd gives way to the two published shares below.
DOOR_BIJ_NIVEAU: Final = (
    (300, 125, 415, 62, 40, 43, 15),
    (450, 60, 300, 45, 80, 50, 15),
    (900, 0, 0, 0, 45, 35, 20),
    (900, 0, 0, 0, 0, 70, 30),
    (900, 0, 0, 0, 0, 60, 40),
)
# Share of Team Jeugd in each month's referrals (K 4.2: 48% in Midden-Drenthe; elsewhere an assumption), a bit
# more than that, because some of it slips away in joint meldingen and at the edges of a month.
TEAM_JEUGD_PROMILLE: Final = 481
# Share of Team Jeugd in the spending (K 4.2: 79%). Heavy newcomers make up what running care lacks, within
# these bounds; of the spending on light newcomers about this part goes through Team Jeugd.
TEAM_JEUGD_UITGAVEN_PROMILLE: Final = 796
ZWAAR_VIA_TEAM: Final = (700, 995)
LICHT_VIA_TEAM_PROMILLE: Final = 400
# From this day on only the jeugdconsulent refers within the municipality (K, opgave 4; new structure 2026).
EINDE_CJG_PARTNER: Final = (2026, 1, 1)

# --- How long and what next -----------------------------------------------------------------------
# Days from toewijzing to start, by level. Assumption.
WACHT_NIVEAU: Final = {
    4: Kwantielen((0, 0), (200, 10), (500, 30), (800, 63), (950, 110), (1000, 170)),
    5: Kwantielen((0, 0), (200, 18), (500, 52), (800, 100), (950, 160), (1000, 210)),
    6: Kwantielen((0, 0), (200, 10), (500, 40), (800, 85), (950, 140), (1000, 200)),
    7: Kwantielen((0, 0), (300, 5), (600, 28), (850, 75), (1000, 160)),
    8: Kwantielen((0, 0), (600, 3), (900, 12), (1000, 40)),
}
# Route A: melding to besluit (Awb 4:13: eight weeks, some later), besluit to toewijzing. Route B: referral to
# the provider's request. Route C: determination by GI or court to toewijzing. Assumptions.
ONDERZOEK: Final = Kwantielen((0, 3), (200, 15), (500, 30), (800, 48), (930, 56), (1000, 85))
NAAR_TOEWIJZING: Final = Kwantielen((0, 0), (600, 3), (900, 8), (1000, 20))
VERWIJSBRIEF: Final = Kwantielen((0, 0), (300, 5), (700, 18), (950, 45), (1000, 75))
BEPALING: Final = Kwantielen((0, 0), (700, 3), (1000, 10))
# Crisis, by level: help first, besluit afterwards. Assumption.
SPOED_PROMILLE: Final = {4: 0, 5: 4, 6: 25, 7: 150, 8: 420}
# What follows when a trajectory ends (promille): stop, again the same level, up, down, move to another
# municipality (only for an only child). Assumption.
VERVOLG: Final = {
    4: (713, 210, 70, 0, 7),
    5: (605, 190, 70, 130, 5),
    6: (470, 160, 130, 235, 5),
    7: (590, 140, 40, 225, 5),
    8: (250, 90, 0, 660, 0),
}
# A second trajectory beside the first, by level of the first. Assumption.
STAPEL_PROMILLE: Final = {4: 35, 5: 70, 6: 160, 7: 230, 8: 0}
# Temporary stop (JZ588 20) in trajectories of half a year or more. Assumption.
PAUZE_PROMILLE: Final = 60
# Toewijzingen that lapse (JZ002 01) against new specialised care. Assumption.
NIET_GESTART_PROMILLE: Final = 30
# Reason at the end of a trajectory with nothing after it (JZ588, promille). Assumption.
REDENEN_EINDE: Final = ((31, 640), (32, 95), (33, 35), (34, 130), (35, 40), (36, 20), (39, 40))
GAT: Final = Kwantielen((0, 1), (500, 10), (850, 32), (1000, 60))  # days between trajectories of one chain

# --- Light help -----------------------------------------------------------------------------------
LOKAAL_DUUR: Final = Kwantielen((0, 7), (250, 50), (500, 98), (750, 165), (950, 300), (1000, 420))
LOKAAL_WACHT: Final = Kwantielen((0, 0), (500, 12), (900, 40), (1000, 80))
LOKAAL_MINUTEN_PER_WEEK: Final = (20, 75)
MAATREGEL_DEEL: Final = 190  # of the light newcomers: only a measure (JB/JR) by a GI. Assumption.
MAATREGEL_DUUR: Final = Kwantielen((0, 60), (300, 240), (600, 365), (850, 640), (1000, 1100))
MAATREGEL_SOORTEN: Final = (620, 80, 300)  # ondertoezichtstelling, voogdij, jeugdreclassering
MAATREGEL_BIJ_C: Final = 700  # route C with care of level 4-8 that also has a measure
# POH: minutes per young person, mean 282 (K 4.2: 4.7 hours); request to start in days, and length.
POH_MINUTEN: Final = Kwantielen(
    (0, 45), (100, 94), (300, 182), (500, 270), (700, 354), (900, 482), (1000, 652)
)
POH_WACHT: Final = Kwantielen((0, 1), (300, 9), (600, 19), (760, 28), (930, 45), (1000, 70))
POH_DUUR: Final = Kwantielen((0, 7), (300, 40), (600, 80), (900, 140), (1000, 220))
POH_GESTOPT_PROMILLE: Final = (
    80  # stopped by the family; stepping up follows from what came next. Assumption.
)
# The practice of the published example in Beilen: POH requests and new requests for care, per year. Only
# 2023 is published (33 and 6); the years around it are assumptions that lead up to it.
PRAKTIJK_BEILEN_POH: Final = {2019: 12, 2020: 15, 2021: 22, 2022: 28, 2023: 33, 2024: 34, 2025: 35, 2026: 36}
PRAKTIJK_BEILEN_AANVRAGEN: Final = {2019: 13, 2020: 11, 2021: 10, 2022: 8, 2023: 6, 2024: 6, 2025: 6, 2026: 5}
# Meldingen without youth care: voorliggende voorziening, advice, withdrawn, refused.
LICHT_EINDE: Final = (480, 330, 110, 80)

# --- Around it ------------------------------------------------------------------------------------
# Use of a voorliggende voorziening beside: specialised care, local team, POH, melding that ended there.
VOORLIGGEND_PROMILLE: Final = {"specialistisch": 430, "licht": 350, "poh": 220, "voorliggend": 1000}
VOORLIGGEND_DUUR: Final = Kwantielen((0, 14), (500, 110), (900, 280), (1000, 600))
# What each step of the ladder gave before a toekenning, in the order of codes.TREDE_UITKOMST: a part, did not
# fit, was not there, did not apply. Assumption; so are the exceptions and the steps they leave open.
LADDER_UITKOMST: Final = ((620, 260, 40, 80), (380, 250, 250, 120), (480, 270, 150, 100))
HARDHEIDSCLAUSULE_PROMILLE: Final = 15
LADDER_OPEN_PROMILLE: Final = (700, 400)  # in a crisis, with the hardheidsclausule
ERVARING_PROMILLE: Final = 260  # answers per finished help. Assumption.
# "Was it fitting?" 1 (not at all) to 5 (entirely); 4 and 5 count as fitting: 78% (assumption, target is 85).
PASSEND: Final = (30, 60, 130, 430, 350)

# --- When the register hears of it (days after the fact) ------------------------------------------
# Assumptions. Starts mostly keep the term of 5 working days (iJw OP271); ends arrive later, some very late.
MELD_START: Final = Kwantielen((0, 0), (500, 3), (800, 7), (930, 20), (985, 60), (1000, 120))
MELD_STOP: Final = Kwantielen((0, 0), (300, 4), (550, 11), (800, 32), (940, 85), (985, 160), (1000, 300))
MELD_DECLARATIE: Final = Kwantielen((0, 4), (400, 12), (850, 25), (935, 40), (975, 120), (1000, 420))
CORRECTIE_STOP_PROMILLE: Final = 12
CORRECTIE_DECLARATIE_PROMILLE: Final = 4

# --- Money ----------------------------------------------------------------------------------------
# Yearly indexation of tariffs in promille, from the year named on. Assumption, of the size of the OVA years.
INDEX: Final = {2020: 28, 2021: 23, 2022: 31, 2023: 54, 2024: 59, 2025: 41, 2026: 35}
INDEX_DAARNA: Final = 30
ZD_TARIEF_PROMILLE: Final = 970  # Zuid-Drenthe buys 3% lower. Assumption.
