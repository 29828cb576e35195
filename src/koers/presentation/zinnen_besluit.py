"""Sentences about aanvraag, besluit, letter and bezwaar."""

from django.utils.translation import gettext_lazy as _

ZINNEN_BESLUIT = {
    "aanvrager_onbekend": _("Kies wie dit vroeg."),
    "aanvraag_voor_melding": _("De melding kwam op %(datum)s. Kies die dag of later."),
    "aanvraag_loopt": _("Over deze casus loopt al een aanvraag. Beslis daar eerst over."),
    "geen_aanvraag": _("Er is geen open aanvraag. Schrijf eerst op wanneer de aanvraag binnenkwam."),
    "stap_voor_aanvraag": _("De aanvraag kwam binnen op %(datum)s. Kies die dag of later."),
    "stap_voor_vorige": _("De vorige stap was op %(datum)s. Kies die dag of later."),
    "hersteldatum_ontbreekt": _("Vul in tot en met welke dag. Kies een dag na vandaag."),
    "termijn_te_ver": _(
        "Deze dag is meer dan een jaar later. Kijk of het jaar klopt en kies uiterlijk %(uiterlijk)s."
    ),
    "hersteltermijn_loopt": _(
        "Het gezin kan de aanvraag nog aanvullen tot en met %(datum)s. Wacht die dag af."
    ),
    "reden_van_stap_ontbreekt": _("Schrijf op waarom. Het gezin moet dit kunnen lezen."),
    "verdaging_te_laat": _(
        "De termijn liep af op %(datum)s. Later beslissen moet u vóór die dag laten weten. Beslis zo snel mogelijk."
    ),
    "verdaging_niet_later": _("De termijn loopt al tot en met %(datum)s. Noem een dag daarna."),
    "ingebrekestelling_te_vroeg": _(
        "De termijn loopt nog tot en met %(datum)s. Een ingebrekestelling telt pas daarna."
    ),
    "besluit_voor_aanvraag": _("De aanvraag kwam binnen op %(datum)s. Kies die dag of later."),
    "hulp_voor_aanvraag": _(
        "De hulp kan niet beginnen voor de aanvraag van %(datum)s. Was het crisis? Schrijf dat dan eerst op bij de treden."
    ),
    "besluit_zonder_bedrag": _(
        "Vul in wat de hulp naar verwachting per jaar kost. Dat bepaalt wie mag beslissen."
    ),
    "besluit_zonder_principe": _(
        "Kies het leidende principe waarop dit besluit leunt, of schrijf op waarom u ervan afwijkt."
    ),
    "product_onbekend": _("Deze hulp staat in geen contract. Kies hulp uit de lijst."),
    "antwoord_op_regel_onbekend": _(
        "Een van de regels kent dit antwoord niet. Open de pagina opnieuw: misschien geldt er een nieuwe versie."
    ),
    "regel_zonder_antwoord": _("Beantwoord de vraag bij “%(regel)s”."),
    "regel_zonder_uitleg": _("Schrijf bij “%(regel)s” op waarom. Het gezin leest dit in de brief."),
    "regel_staat_in_de_weg": _(
        "Met uw antwoord bij “%(regel)s” kan de hulp niet worden toegekend. Wijs af, of pas de hardheidsclausule toe en schrijf op waarom."
    ),
    "geen_mandaat": _(
        "In uw rol mag u over deze vorm van hulp niet beslissen. Leg het besluit voor aan een collega die dat wel mag."
    ),
    "bedrag_boven_mandaat": _(
        "Uw mandaat gaat tot en met € %(bedrag)s per jaar. Leg het besluit voor aan een collega met een ruimer mandaat."
    ),
    "tweede_paar_ogen_nodig": _(
        "Boven € %(bedrag)s per jaar kijkt een tweede mee. Leg het besluit voor aan een collega."
    ),
    "zelf_ingediend": _("U legde dit zelf voor. Een ander moet beslissen: kies een collega."),
    "adviseur_nodig": _("Voor deze hulp is een advies nodig. Kies welke collega adviseerde."),
    "beroepsregistratie_nodig": _(
        "Van u of uw adviseur staat geen geldige registratie in het SKJ of BIG in Koers. Vraag de functioneel beheerder om het nummer in te vullen."
    ),
    "beroepsnummer_klopt_niet": _(
        "Een nummer van %(register)s heeft %(cijfers)s cijfers. Kijk het na in het register."
    ),
    "voorgelegd_aan_ander": _("Dit besluit ligt bij een andere collega. Alleen die kan beslissen."),
    "intrekking_voor_begin": _("De hulp begint op %(datum)s. Kies die dag of later."),
    "brief_noemt_adres": _(
        "Een tekst in de brief noemt een adres of plaats waar een van de lezers niet woont. Haal straat, postcode en plaats weg uit uw uitleg. Er is niets opgeslagen."
    ),
    "brief_niet_gemaakt": _("Deze brief is nog niet gemaakt. Maak eerst de brief."),
    "brief_van_eerdere_dag": _(
        "Deze brief is van %(datum)s. De termijn voor bezwaar klopt dan niet meer. Vernieuw de brief."
    ),
    "bezwaar_voor_besluit": _("Het besluit is van %(datum)s. Kies die dag of later."),
    "stap_voor_bezwaar": _("Het bezwaar kwam binnen op %(datum)s. Kies die dag of later."),
    "zelf_besloten": _("U besliste zelf over deze hulp. Over een bezwaar beslist iemand anders (Awb 10:3)."),
}
