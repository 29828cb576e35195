"""Words for the codes of messages: why a toewijzing changes, why a request is rejected, how much help."""

from django.utils.translation import gettext_lazy as _

REDENEN_WIJZIGING = {  # JZ002
    "04": _("de hulp gaat langer door"),
    "05": _("de hulp stopt eerder dan gedacht"),
    "06": _("het kind gaat verder onder een andere wet"),
    "07": _("het kind verhuist naar een andere gemeente"),
    "08": _("het gezin krijgt een persoonsgebonden budget"),
    "09": _("de hulp gaat verder bij een andere aanbieder"),
    "02": _("het kind is overleden"),
    "03": _("het contract met de aanbieder wijzigt"),
    "10": _("de manier van betalen wijzigt"),
    "11": _("de gemeenten zijn heringedeeld"),
    "12": _("de aanbieder vroeg erom"),
    "14": _("er was een fout bij het invoeren"),
    "13": _("de toewijzing had er nooit moeten zijn"),
}
REDENEN_AFWIJZING = {  # WJ759
    "8": _("een andere gemeente betaalt (woonplaatsbeginsel)"),
    "3": _("de aanbieder heeft geen contract"),
    "4": _("het past niet binnen het contract"),
    "5": _("het kind hoort bij een andere gemeente"),
    "9": _("het kind is te jong of te oud voor deze hulp"),
    "6": _("deze hulp is al toegewezen voor deze dagen"),
    "1": _("dit is geen wijziging maar een nieuwe aanvraag"),
    "2": _("er is geen budget meer"),
    "7": _("de inhoud geeft geen aanleiding"),
}
FREQUENTIES = {  # WMO757
    "2": _("per week"),
    "4": _("per maand"),
    "1": _("per dag"),
    "6": _("in totaal"),
}
EENHEDEN = {  # WJ756
    "01": _("minuten"),
    "04": _("uren"),
    "14": _("etmalen"),
    "16": _("dagdelen"),
    "82": _("stuks"),
    "83": _("eurocenten"),
    "84": _("stuks"),
}
VERZOEKEN = {
    "toewijzing": _("verzoek om toewijzing"),
    "wijziging": _("verzoek om wijziging"),
}
WENSEN = {
    "blijft": _("blijft zoals het is"),
    "wijzigt": _("wordt anders"),
    "nieuw": _("is nieuw"),
}
REGELSTANDEN = {
    "gemeld": _("gemeld, nog geen antwoord"),
    "geldt": _("aanvaard"),
    "afgekeurd": _("geweigerd"),
    "wacht": _("wacht op een ander bericht"),
    "verwijderd": _("later verwijderd"),
    "verwerkt": _("verwerkt"),
}
