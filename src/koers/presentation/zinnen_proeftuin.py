"""The sentences about proeftuinen: what cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_PROEFTUIN = {
    "proeftuin_zonder_naam": _("Schrijf in een paar woorden wat u uitprobeert."),
    "hypothese_ontbreekt": _("Schrijf wat u verwacht, en waarom."),
    "maat_ontbreekt": _("Kies een indicator, of schrijf wat u zelf telt: hoeveel van hoeveel."),
    "indicator_niet_telbaar": _(
        "Deze indicator is geen deel van een geheel. Kies er een uit de lijst, of tel zelf."
    ),
    "indicator_per_gemeente": _(
        "Koers telt deze indicator per gemeente. Kies bij de plekken voor gemeenten, of tel zelf."
    ),
    "richting_onbekend": _("Kies of het getal omlaag of omhoog moet."),
    "verwacht_verschil_onmogelijk": _(
        "Vul een verschil in van meer dan 0 en hoogstens 100 procentpunt, zonder min."
    ),
    "eenheidsoort_onbekend": _("Kies wat voor plekken u vergelijkt."),
    "proeftuin_evaluatie_voor_begin": _(
        "De proeftuin begint op %(datum)s. Kies voor de evaluatie een latere dag."
    ),
    "evaluatie_in_verleden": _("Deze dag is voorbij. Kies vandaag of een latere dag voor de evaluatie."),
    "groep_ontbreekt": _("Noem minstens één plek die meedoet."),
    "vergelijking_ontbreekt": _("Noem minstens één plek die niet meedoet, om mee te vergelijken."),
    "groep_overlapt": _(
        "“%(eenheid)s” staat bij de groep en bij de vergelijking. Haal de plek op één van de twee weg."
    ),
    "eenheid_dubbel": _("Een plek staat er twee keer. Noem elke plek één keer."),
    "te_veel_eenheden": _("Noem samen hoogstens %(meeste)s plekken."),
    "eenheid_te_lang": _("De naam van een plek is te lang. Gebruik hoogstens %(meeste)s tekens."),
    "gemeente_niet_in_lijst": _(
        "Koers kent niet alle genoemde gemeenten. Schrijf de naam zoals bij de indicatoren, één per regel."
    ),
    "eigen_gemeente_in_groep": _("Uw eigen gemeente hoort bij de groep die meedoet. Zet haar daarbij."),
    "evaluatie_te_vroeg": _(
        "Er is afgesproken om op %(datum)s te kijken. Wie eerder kijkt, ziet sneller iets wat er niet is."
    ),
    "evaluatie_zonder_woorden": _("Schrijf wat u van de uitkomst vindt, en wat de cijfers niet laten zien."),
    "proeftuinkeuze_onbekend": _("Kies of u de proeftuin groter maakt, doorgaat of stopt."),
    "nieuw_moment_nodig": _("Wie doorgaat, spreekt een nieuwe dag af om te kijken. Kies een dag na vandaag."),
    "proeftuin_zonder_principe": _(
        "Kies minstens één leidend principe waar dit besluit op leunt, of waarvan u afwijkt."
    ),
    "telt_koers_zelf": _("Koers telt deze indicator zelf. U hoeft hier niets in te vullen."),
    "eenheid_onbekend": _("Een van de plekken staat niet in het ontwerp. Open de proeftuin opnieuw."),
    "periode_over_begin": _(
        "De proeftuin begint op %(datum)s, midden in deze periode. Tel tot die dag, of vanaf die dag."
    ),
    "periode_overlapt": _(
        "Deze dagen vallen deels samen met de telling van %(begin)s tot en met %(einde)s. Kies precies die dagen om haar te verbeteren, of andere dagen."
    ),
    "telling_ontbreekt": _("Vul de aantallen van minstens één plek in."),
    "teller_boven_noemer": _(
        "Bij “%(eenheid)s” is het deel groter dan het geheel. Vul eerst het deel in, dan het geheel."
    ),
}
