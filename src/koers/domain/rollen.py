"""The roles in which people work with Koers, and the purposes for which they may see data."""

from enum import StrEnum


class Rol(StrEnum):
    """A role at an organisation. A person without a role may do nothing."""

    JEUGDCONSULENT = "jeugdconsulent"
    GEDRAGSWETENSCHAPPER = "gedragswetenschapper"
    POH_JEUGD = "poh_jeugd"
    JONGERENWERKER = "jongerenwerker"
    GEZINSCOACH = "gezinscoach"
    JEUGDVERPLEEGKUNDIGE = "jeugdverpleegkundige"
    SCHOOL = "school"
    KINDEROPVANG = "kinderopvang"
    HUISARTS = "huisarts"
    JEUGDARTS = "jeugdarts"
    MEDISCH_SPECIALIST = "medisch_specialist"
    GECERTIFICEERDE_INSTELLING = "gecertificeerde_instelling"
    AANBIEDER = "aanbieder"
    EXPERTTAFEL = "experttafel"
    ZORGMAKELAAR = "zorgmakelaar"
    CONTRACTMANAGER = "contractmanager"
    PROCESBEGELEIDER = "procesbegeleider_regie_op_3"
    BELEIDSADVISEUR = "beleidsadviseur"
    CONTROLLER = "controller"
    REGIOMANAGER = "regiomanager"
    STUURGROEPLID = "stuurgroeplid"
    WETHOUDER = "wethouder"
    RAADSLID = "raadslid"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder"
    PRIVACY_OFFICER = "privacy_officer"


# Who carries casework of the gemeente itself (Team Jeugd, de toegang).
TOEGANG = frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})
# Who gives light help, free to ask and without a besluit (Jeugdwet 2.9, Koersen opgaven 6 to 8).
LICHTE_HULP = frozenset({Rol.POH_JEUGD, Rol.JONGERENWERKER, Rol.GEZINSCOACH, Rol.JEUGDVERPLEEGKUNDIGE})
# Who works at school and in the neighbourhood, and writes that down in numbers.
OP_SCHOOL = TOEGANG | LICHTE_HULP | {Rol.SCHOOL, Rol.KINDEROPVANG}
# Who steers on figures and never on files.
STURING = frozenset(
    {
        Rol.BELEIDSADVISEUR,
        Rol.CONTROLLER,
        Rol.REGIOMANAGER,
        Rol.STUURGROEPLID,
        Rol.WETHOUDER,
        Rol.RAADSLID,
    }
)
# Who keeps an eye on contracts (BEGRIPPEN: contractbeheer). Only the contractmanager writes them; where
# nobody has that role, the other two still judge refusals and follow up what is late.
CONTRACTBEHEER = frozenset({Rol.CONTRACTMANAGER, Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR})
# Roles that can meet persons' data. Their accounts need a second factor.
ZIET_PERSONEN = frozenset(Rol) - STURING


class Doel(StrEnum):
    """Purpose of a processing activity; every log row names one (Jeugdwet 7.4.0, AVG 5.1.b)."""

    TOEGANG = "toegang_tot_jeugdhulp"
    BELEID = "beleid_en_verantwoording"
    BEHEER = "beheer_van_de_voorziening"
    TOEZICHT = "toezicht_op_het_gebruik"
    INZAGE = "inzage_door_betrokkene"
