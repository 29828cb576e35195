"""The words that people read for choices about the first note, triage and referrals."""

from django.utils.translation import gettext_lazy as _

URGENTIES = {
    "kan_wachten": _("kan een paar dagen wachten"),
    "vandaag": _("vandaag terugbellen"),
    "nu": _("kan niet wachten"),
}
REDENEN_WEGLEGGEN = {
    "geen_vraag_om_hulp": _("het was geen vraag om hulp"),
    "staat_er_al": _("de vraag staat er al"),
    "andere_gemeente": _("het kind woont in een andere gemeente"),
    "niet_meer_bereikt": _("we konden niemand meer bereiken"),
    "vergissing": _("een vergissing"),
}
# Who comes with the question; the figures know these words (`koers.domain.spells`).
KANALEN = {
    "ouder": _("een ouder"),
    "jeugdige": _("het kind of de jongere zelf"),
    "school": _("school"),
    "kinderopvang": _("kinderopvang"),
    "jeugdgezondheidszorg": _("jeugdgezondheidszorg"),
    "huisarts": _("huisarts of POH Jeugd"),
    "veilig_thuis": _("Veilig Thuis"),
    "wijk_of_vereniging": _("wijk, welzijn of vereniging"),
}
KANAAL_VAN_ROL = {
    "school": "school",
    "kinderopvang": "kinderopvang",
    "poh_jeugd": "huisarts",
    "jeugdverpleegkundige": "jeugdgezondheidszorg",
    "jongerenwerker": "wijk_of_vereniging",
    "gezinscoach": "wijk_of_vereniging",
}
STANDEN = {
    "ontvangen": _("ontvangen"),
    "opgepakt": _("opgepakt"),
    "overgedragen": _("overgedragen"),
    "te_koppelen": _("de hulp begon nog niet"),
    "wacht_op_start": _("de hulp begon nog niet"),
    "gestart": _("hulp gestart"),
    "geweigerd": _("teruggestuurd"),
}
VEILIGHEIDSVRAGEN = {
    "lichamelijk_veilig": _("Is het kind nu lichamelijk veilig?"),
    "geweld_thuis": _("Is er geweld of dreiging thuis?"),
    "gevaar_voor_zichzelf": _("Is het kind een gevaar voor zichzelf?"),
    "gevaar_voor_anderen": _("Is het kind een gevaar voor anderen?"),
    "zorg_van_ouders": _("Kunnen de ouders nu voor het kind zorgen?"),
}
ANTWOORDEN = {
    "niet_aan_de_orde": _("geen zorgen"),
    "zorgen": _("zorgen"),
    "acuut": _("acuut"),
}
UITKOMSTEN = {
    "onderzoek": _("een jeugdconsulent zoekt het uit"),
    "poh": _("lichte vraag: naar de POH Jeugd"),
    "spoed": _("crisis: naar Spoed4Jeugd"),
    "afgesloten": _("er is geen hulp nodig"),
}
VEILIGHEIDSSTAPPEN = {
    "meldcode_1": _("Meldcode stap 1: signalen in kaart"),
    "meldcode_2": _("Meldcode stap 2: overleg met een collega of Veilig Thuis"),
    "meldcode_3": _("Meldcode stap 3: gesprek met het gezin"),
    "meldcode_4": _("Meldcode stap 4: wegen"),
    "meldcode_5": _("Meldcode stap 5: beslissen over melden en hulp"),
    "veilig_thuis": _("Contact met Veilig Thuis"),
    "rvt": _("Regionaal Veiligheidsteam (RVT) erbij"),
    "vto_gevraagd": _("De Raad om onderzoek gevraagd"),
    "vto_antwoord": _("Antwoord van de Raad gekregen"),
    "warme_overdracht": _("Warme overdracht gedaan"),
}
OORZAKEN = {
    "overleg_met_gi": _("overleg met de gecertificeerde instelling"),
    "woonplaats_onbekend": _("nog niet duidelijk welke gemeente betaalt"),
    "inkoop_zonder_contract": _("hulp inkopen bij wie geen contract heeft"),
    "wachtlijst": _("de aanbieder heeft nog geen plek"),
    "gezin_onbereikbaar": _("het gezin is niet te bereiken"),
}
REDENEN_WEIGEREN = {
    "andere_gemeente": _("het kind hoort bij een andere gemeente"),
    "dubbel": _("deze verwijzing staat er al"),
    "ingetrokken_door_verwijzer": _("de verwijzer trok haar in"),
}

# What can be done so that help begins: heading, with whom, what helps, and the outcomes.
WERK = {
    "overleg": (
        _("Overleg met de gecertificeerde instelling"),
        _("Met wie sprak u?"),
        _(
            "Spreek af wanneer en bij wie de hulp begint. Of de hulp nodig is, bepaalt de gecertificeerde "
            "instelling (Jeugdwet 3.5)."
        ),
    ),
    "woonplaats": (
        _("Welke gemeente betaalt?"),
        _("Welke andere gemeente?"),
        _("De gemeente van de woonplaats betaalt (Jeugdwet 1.1). De hulp wacht niet op het antwoord."),
    ),
    "inkoop": (
        _("Hulp inkopen bij wie geen contract heeft"),
        _("Welke aanbieder?"),
        _("Vraag tarief, begindag en registratie, en wie in uw gemeente akkoord geeft."),
    ),
}
UITKOMSTEN_WERK = {
    "afgesproken": _("afgesproken wanneer de hulp begint"),
    "nog_in_gesprek": _("nog in gesprek"),
    "eigen_gemeente": _("onze gemeente betaalt"),
    "andere_gemeente": _("een andere gemeente betaalt"),
    "nog_onbekend": _("nog niet bekend"),
    "akkoord": _("akkoord, de hulp kan beginnen"),
    "nog_niet": _("nog geen akkoord"),
}
