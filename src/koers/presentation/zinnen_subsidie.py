"""The sentences about subsidies and agreements on figures: what cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_SUBSIDIE = {
    "ontvanger_ontbreekt": _("Schrijf welke organisatie de subsidie krijgt."),
    "waarvoor_ontbreekt": _("Schrijf wat er met het geld gedaan wordt."),
    "subsidiebedrag_onmogelijk": _("Vul een bedrag in van meer dan 0 euro."),
    "subsidie_eindigt_voor_begin": _(
        "De subsidie begint op %(datum)s. Kies voor het einde die dag of een latere."
    ),
    "spuk_onbekend": _("Kies een uitkering van het Rijk uit de lijst, of laat dit leeg."),
    "bewijs_onbekend": _("Kies hoe goed bekend is dat het werkt."),
    "bewijs_zonder_bron": _("Schrijf waar staat dat het werkt, of kies “Niet bekend of het werkt”."),
    "streefkant_onbekend": _("Kies minstens of hoogstens."),
    "afspraak_staat_er_al": _(
        "Over deze indicator is al iets afgesproken. Trek die afspraak eerst in, of kies een andere indicator."
    ),
    "conclusie_onbekend": _("Kies of u doorgaat, aanpast of stopt."),
    "toets_zonder_afspraak": _(
        "Er is nog niets afgesproken om te toetsen. Schrijf eerst een prestatieafspraak op."
    ),
    "toets_te_vroeg": _("Het jaar %(jaar)s is nog niet voorbij. Kies een jaar dat voorbij is."),
    "toets_buiten_periode": _("In %(jaar)s liep dit niet. Kies een jaar waarin het liep."),
    "toets_al_gedaan": _("Over %(jaar)s is al getoetst. Wat toen is opgeschreven, blijft staan."),
    "toets_zonder_woorden": _("Schrijf wat u van de uitkomst vindt, en wat de cijfers niet laten zien."),
}
