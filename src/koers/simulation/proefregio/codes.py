"""The code lists behind the numbers in the tables. A column of sort `code` holds an index into its list.

Codes of a standard are stored as that standard's own number (verwijzer COD327, reden JZ588 and JZ002,
eenheid WJ756, frequentie WMO757, hulpvorm CBS) and have no list here.
"""

from typing import Final

GESLACHT: Final = ("onbekend", "man", "vrouw")  # iJw COD046 numbers: 0, 1, 2
BSN_REDEN: Final = ("heeft_bsn", "synthetisch", "ongeboren")
GEZINSROL: Final = ("jeugdige", "ouder", "pleegouder")
GEZAG: Final = ("ouder", "voogd_instelling")
BEWONING: Final = ("hoofdverblijf", "tweede_verblijf", "pleeggezin")
INSTELLING: Final = ("kinderopvang", "basisschool", "voortgezet_onderwijs", "speciaal_onderwijs")

ROUTES: Final = ("A", "B", "C")
ROUTE_A, ROUTE_B, ROUTE_C = range(3)
# Who opened the way. cjg_partner: before the new way of working other partners could refer too (K 4.2).
DOOR: Final = (
    "team_jeugd",
    "cjg_partner",
    "huisarts",
    "jeugdarts",
    "medisch_specialist",
    "gecertificeerde_instelling",
    "rechter",
    "vrij_toegankelijk",
)
TEAM_JEUGD, CJG_PARTNER, HUISARTS, JEUGDARTS, SPECIALIST, GI, RECHTER, VRIJ = range(8)
DOOR_ROUTE: Final = (0, 0, 1, 1, 1, 2, 2, 0)
DOOR_VERWIJZER: Final = (1, 1, 2, 3, 5, 4, 8, 6)  # COD327 / CBS: 07 does not exist
KANAAL: Final = (
    "ouder",
    "jeugdige",
    "school",
    "kinderopvang",
    "jeugdgezondheidszorg",
    "huisarts",
    "jeugdarts",
    "medisch_specialist",
    "gecertificeerde_instelling",
    "rechter",
    "veilig_thuis",
    "wijk_of_vereniging",
)
HULPVRAAG: Final = (
    "opvoeding",
    "gedrag",
    "angst_of_somberheid",
    "scheiding",
    "vastlopen_op_school",
    "ontwikkeling",
    "trauma",
    "veiligheid",
    "eten_of_slapen",
    "middelen_of_gamen",
)
# What a melding led to.
UITKOMST: Final = (
    "individuele_voorziening",
    "hulp_lokaal_team",
    "poh_jeugd",
    "alleen_maatregel",
    "voorliggende_voorziening",
    "advies",
    "ingetrokken",
    "afgewezen",
)
SPECIALISTISCH, LOKAAL, POH, MAATREGEL, VOORLIGGEND, ADVIES, INGETROKKEN, AFGEWEZEN = range(8)
BESLUIT: Final = ("toekenning", "afwijzing")
# As koers.domain.ladder names them, for as far as they lead to a toekenning.
TREDE: Final = ("eigen_kracht", "omgevingskracht", "algemene_voorziening")
TREDE_UITKOMST: Final = ("helpt_deels", "niet_passend", "niet_beschikbaar", "niet_van_toepassing")
LADDER_UITZONDERING: Final = ("crisis", "hardheidsclausule")
CRISIS, HARDHEIDSCLAUSULE = range(2)
VERVOLG: Final = ("eerste", "herindicatie", "opschaling", "afschaling", "verhuizing", "stapeling")
EERSTE, HERINDICATIE, OPSCHALING, AFSCHALING, VERHUIZING, STAPELING = range(6)
FEIT: Final = ("start", "stop", "pauze", "hervatting")
START, STOP, PAUZE, HERVATTING = range(4)
LICHTE_HULP: Final = ("lokaal_team", "poh_jeugd")
LICHT_UITKOMST: Final = ("afgerond", "opgeschaald", "gestopt_door_gezin")
MAATREGEL_SOORT: Final = ("ondertoezichtstelling", "voogdij", "jeugdreclassering")
MAATREGEL_CBS: Final = (11, 21, 41)  # protocol Beleidsinformatie Jeugd v7, § 5.1.1 and 5.2.1
RESPONDENT: Final = ("jeugdige", "ouder")
DECLARATIE: Final = ("debet", "credit")
AANBIEDER: Final = ("jeugdhulpaanbieder", "gecertificeerde_instelling")
VOORZIENING: Final = (
    "welzijn_maatje",
    "weerbaarheidsgroep",
    "opvoedcursus",
    "sport_en_spel",
    "hulp_op_school",
    "jongerenwerk",
    "scheidingsgroep",
    "jonge_mantelzorgers",
    "huiswerkplek",
    "inloop_ouders",
)
