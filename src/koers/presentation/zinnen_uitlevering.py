"""Sentences behind refusals about what is handed to others, and what comes back."""

from django.utils.translation import gettext_lazy as _

ZINNEN_UITLEVERING = {
    "uitlevering_periode_onbekend": _(
        "De periode “%(periode)s” bestaat niet. Schrijf het jaar en de helft: 2026-1 is januari tot en met juni."
    ),
    "uitlevering_jaar_onbekend": _("Het jaar %(jaar)s kan niet. Kies een jaar vanaf 2015."),
    "uitlevering_sleutel": _(
        "Koers heeft nog geen sleutel om namen te vervangen door codes. Vraag de beheerder om MART_SLEUTEL in te stellen."
    ),
    "uitlevering_bestaat": _(
        "In %(map)s staat al een bestand %(naam)s. Kies een lege map, of haal het oude bestand eerst weg."
    ),
    "kvk_fout": _("Een KvK-nummer heeft acht cijfers. Zoek het op bij kvk.nl."),
    "kvk_van_ander": _(
        "KvK-nummer %(kvk)s is in Koers van %(naam)s. Kijk het nummer na, of verbeter het eerst bij die aanbieder."
    ),
    "nza_toelichting_ontbreekt": _("Schrijf op wat u deed of waarom u dit heropent."),
    "nza_kolommen": _("Deze kolommen ontbreken: %(kolommen)s. Neem de eerste regel van het voorbeeld over."),
    "nza_geen_rijen": _("Onder de koppen staat geen enkele rij. Zet elk signaal op een eigen rij."),
}
