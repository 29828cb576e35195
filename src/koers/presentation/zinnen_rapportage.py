"""The sentences about reports: what may not or cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_RAPPORTAGE = {
    "rapportageperiode_onbekend": _(
        "“%(periode)s” is geen periode voor deze rapportage. Schrijf een kwartaal als 2025-K4, een halfjaar als 2025-H1 of een jaar als 2025."
    ),
    "rapportageperiode_in_toekomst": _(
        "De periode %(periode)s is nog niet begonnen. Kies een periode die loopt of voorbij is."
    ),
    "rapportage_bestaat": _(
        "Deze rapportage over %(periode)s is er al. Open haar in de lijst. Is zij al gepubliceerd? Maak dan een verbeterde uitgave."
    ),
    "hoofdstuk_niet_van_u": _("Dit hoofdstuk schrijft een ander: %(eigenaar)s. Lees het mee, of overleg."),
    "hoofdstuk_intussen_gewijzigd": _(
        "Intussen bewaarde %(wie)s een nieuwe tekst. U ziet die hieronder, en uw eigen tekst staat er nog. Voeg ze samen en bewaar opnieuw."
    ),
    "hoofdstuk_scenario_onbekend": _(
        "Een van deze scenario’s staat niet meer in de lijst. Kies opnieuw uit wat er nu staat."
    ),
    "hoofdstuk_scenarios_veel": _("Kies hoogstens %(aantal)s scenario’s bij een hoofdstuk."),
    "hoofdstuk_leeg": _("Schrijf eerst iets. Is er niets te melden? Schrijf dan dat, en waarom."),
    "hoofdstukken_leeg": _(
        "Er is nog geen tekst bij: %(hoofdstukken)s. Laat de eigenaar die schrijven, en bied dan opnieuw aan."
    ),
    "rapportage_zelf_geschreven": _(
        "U schreef aan deze rapportage. Laat iemand anders haar ondertekenen: wie schrijft, beoordeelt niet het eigen werk."
    ),
    "opmerking_leeg": _("Schrijf wat er anders moet. Zonder opmerking weet de schrijver niet wat te doen."),
    "verbetering_zonder_reden": _(
        "Schrijf wat er niet klopte. Wie de eerste uitgave las, wil weten wat er veranderde."
    ),
    "rapportage_al_verbeterd": _("Van deze uitgave is al een verbetering begonnen. Ga daar verder."),
    "sjabloon_leeg": _("Een rapportage heeft minstens één hoofdstuk. Voeg er een toe."),
    "sjabloon_te_lang": _("Een rapportage heeft hoogstens %(aantal)s hoofdstukken. Voeg er twee samen."),
    "sjabloon_zonder_reden": _("Schrijf waarom het sjabloon verandert. Uw collega’s lezen dat terug."),
    "sjabloon_ongewijzigd": _("Er is niets veranderd, dus er is niets bewaard. Verander eerst iets."),
    "sjabloon_intussen_gewijzigd": _(
        "Intussen bewaarde %(wie)s een nieuw sjabloon. Wat u invulde staat er nog. Kijk wat er veranderde en bewaar opnieuw."
    ),
    "hoofdstuk_zonder_titel": _(
        "Hoofdstuk %(nummer)s heeft geen titel, of een te lange. Schrijf een titel van hoogstens %(aantal)s tekens."
    ),
    "hoofdstuk_zonder_vraag": _(
        "Hoofdstuk %(nummer)s heeft geen vraag, of een te lange. Schrijf in hoogstens %(aantal)s tekens welke vraag het beantwoordt."
    ),
    "hoofdstuk_dubbel": _("Twee hoofdstukken hebben dezelfde naam in het adres. Haal er een weg."),
    "eigenaar_kan_niet": _(
        "Hoofdstuk %(nummer)s heeft geen schrijver. Kies de controller of de beleidsadviseur."
    ),
    "indicator_onbekend": _("De indicator “%(indicator)s” staat niet in het beleid. Kies een uit de lijst."),
}
