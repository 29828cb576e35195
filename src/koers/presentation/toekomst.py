"""The words of the future plan, of distressing cases and of what is done with them."""

from django.utils.translation import gettext_lazy as _

ONDERWERPEN = {
    "wmo": _("Hulp of wonen via de Wmo"),
    "wlz": _("Zorg via de Wlz"),
    "zvw": _("Zorg via de zorgverzekering (Zvw)"),
    "wonen": _("Wonen"),
    "inkomen": _("Inkomen"),
    "na_18": _("Wie helpt na 18"),
    "na_23": _("Wie helpt na 23"),
}
VRAGEN = {
    "wmo": _("Is er na 18 hulp of een plek via de Wmo nodig, en is die aangevraagd?"),
    "wlz": _("Is er altijd zorg nodig? Vraag dan op tijd een Wlz-indicatie aan."),
    "zvw": _("Gaat behandeling na 18 door via de zorgverzekering? Is die geregeld?"),
    "wonen": _("Waar woon je na je achttiende, en wat moet daarvoor op tijd gebeuren?"),
    "inkomen": _("Waar leef je van: werk, studie, uitkering, toeslagen?"),
    "na_18": _("Wie bel je na je achttiende als het even niet gaat?"),
    "na_23": _("Stopt er hulp op 23? Wie is er dan nog?"),
}
UITKOMSTEN = {
    "loopt": _("loopt, iemand is ermee bezig"),
    "geregeld": _("geregeld"),
    "niet_nodig": _("niet nodig"),
    "lukt_niet": _("lukt niet"),
}
BESLISSINGEN = {
    "commit_schrijnend_geval": _("toezeggen"),
    "exceed_schrijnend_budget": _("toezeggen boven het budget"),
    "reject_schrijnend_geval": _("niet toezeggen"),
    "settle_schrijnend_geval": _("afrekenen: het echte bedrag invullen"),
    "withdraw_schrijnend_geval": _("intrekken: het is niet meer nodig"),
}
SOORT_STATUS = {
    "open": "let-op",
    "afgerond": "goed",
    "niet_gewenst": "rust",
    "gevraagd": "let-op",
    "toegezegd": "goed",
    "boven_budget": "goed",
    "afgewezen": "rust",
    "afgerekend": "rust",
    "ingetrokken": "rust",
    "begonnen": "goed",
    "opgeschaald": "rust",
    "gestopt_door_gezin": "rust",
    "overgedragen": "let-op",
    "opgenomen": "goed",
}
