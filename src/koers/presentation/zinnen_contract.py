"""Sentences behind refusals about answers of providers and about contracts."""

from django.utils.translation import gettext_lazy as _

ZINNEN_CONTRACT = {
    "geen_acceptatieplicht": _(
        "Voor inkoopregio %(inkoopregio)s staat nog niet in het beleid hoe een aanbieder antwoordt. Vul beleid/acceptatieplicht aan."
    ),
    "gesprek_onvolledig": _("Kies of er plek is en of de hulp past."),
    "gesprek_met": _("Schrijf op met wie u sprak. Een functie is genoeg."),
    "gesprek_te_lang_geleden": _(
        "Dit gesprek was meer dan 60 dagen voor de toewijzing. Bel opnieuw, of controleer de dag."
    ),
    "weigering_zonder_grond": _("Kies de grond waarop u weigert. Zonder grond kan het niet."),
    "weigering_zonder_toelichting": _(
        "Deze grond staat niet bij de toegestane gronden. Schrijf op wat er aan de hand is; contractmanagement leest dit."
    ),
    "weigering_zonder_gesprek": _(
        "Bel eerst met de andere kant, en schrijf op of er plek is en of de hulp past. Daarna kunt u weigeren."
    ),
    "verlenging_zonder_einde": _("Deze toewijzing heeft geen laatste dag. Verlengen is niet nodig."),
    "verlenging_voorbij": _(
        "Deze toewijzing is al voorbij. Bel de gemeente: de hulp moet opnieuw worden toegewezen."
    ),
    "verlenging_niet_later": _("De hulp loopt al tot %(datum)s. Kies die dag of later."),
    "verlenging_te_lang": _("Deze dag ligt meer dan twee jaar na het einde. Controleer het jaar."),
    "verzoek_loopt_al": _(
        "U vroeg al om langere hulp. De gemeente antwoordt nog; kijk op de pagina van de toewijzing."
    ),
    "oordeel_onvolledig": _("Kies een oordeel en schrijf op waarom. De aanbieder leest dit."),
    "uitkomst_onbekend": _("Kies wat ervan is gekomen."),
    "locatie_onvolledig": _("Vul de naam, de plaats en de gemeente van de locatie in."),
    "capaciteit_te_groot": _("Dit is meer dan %(hoogstens)s. Controleer het getal."),
    "capaciteit_te_oud": _("Deze dag ligt meer dan een jaar terug. Kies de dag waarop u telde."),
}
