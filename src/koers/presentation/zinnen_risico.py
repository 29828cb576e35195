"""The sentences about risks: what cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_RISICO = {
    "risico_zonder_naam": _("Schrijf in een paar woorden wat er mis kan gaan."),
    "risico_zonder_oorzaak": _("Schrijf waardoor het mis kan gaan."),
    "risico_zonder_gevolg": _("Schrijf wat er dan gebeurt, en wie dat merkt."),
    "beleidsrisico_onbekend": _("Kies een risico uit de lijst, of laat dit leeg."),
    "kans_onbekend": _("Kies voor kans en gevolg klein, middel of groot."),
    "oordeel_zonder_waarom": _("Schrijf waarom u het zo ziet. Wie later kijkt, wil dat weten."),
    "risico_zonder_eigenaar": _("Schrijf welke functie dit risico in de gaten houdt."),
    "herziening_voorbij": _("Kies voor de volgende keer een dag na vandaag."),
    "indicator_niet_berekend": _("Deze indicator telt Koers niet zelf. Kies er een uit de lijst."),
    "grenskant_onbekend": _("Kies of het cijfer boven of onder de grens waarschuwt."),
    "signaal_staat_er_al": _(
        "Deze indicator waarschuwt al voor dit risico. Haal die grens eerst weg, of kies een andere."
    ),
    "maatregel_zonder_wat": _("Schrijf wat er gedaan wordt."),
    "maatregel_zonder_eigenaar": _("Schrijf welke functie het doet."),
    "maatregel_voorbij": _("Deze dag is voorbij. Kies vandaag of een latere dag."),
    "maatregeluitkomst_onbekend": _("Kies of het gedaan is, of niet doorgaat."),
}
