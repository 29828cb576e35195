"""The sentences about meetings: what may not or cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_VERGADERING = {
    "gremium_onbekend": _("Dit overleg staat niet in het beleid. Kies een overleg uit de lijst."),
    "vergadering_niet_van_u": _(
        "Vergaderingen van dit overleg regelt iemand anders: de regiomanager, of bij een overleg van één gemeente de beleidsadviseur daar."
    ),
    "overleg_vergadert_niet": _(
        "Van dit overleg zegt het beleid niet wie er in Koers aan tafel zit. Zet de rollen in het beleidsbestand van het overleg, of kies een ander."
    ),
    "geen_deelnemers": _("Kies ten minste één gemeente die meedoet."),
    "deelnemers_niet_van_u": _("Kies alleen gemeenten waarvoor u werkt."),
    "lokaal_is_een_gemeente": _("Dit overleg is van één gemeente. Kies er precies één."),
    "punt_zonder_onderwerp": _("Kies een dossier of een rapportage, of schrijf waar het punt over gaat."),
    "vraag_onbekend": _("Kies wat het punt vraagt: besluiten, bespreken of informeren."),
    "voorbereider_onbekend": _("Dit overleg kan het punt niet voorbereiden. Kies een overleg uit de lijst."),
    "punt_rapportage_onbekend": _("Deze rapportage is niet gepubliceerd. Kies er een uit de lijst."),
    "dossier_onbekend": _("Dit dossier staat niet in het beleid. Kies er een uit de lijst."),
    "agenda_zonder_punten": _("Er staat nog niets op de agenda. Zet eerst een punt op de agenda."),
    "agenda_niet_verstuurd": _(
        "De agenda is nog niet verstuurd. Verstuur haar eerst; dan kan de vergadering beginnen."
    ),
    "vergadering_nog_niet_geweest": _(
        "De vergadering is pas op %(datum)s. Wat daar gebeurt, legt u die dag of daarna vast."
    ),
    "vergadering_afgelast": _("Deze vergadering is afgelast. Plan een nieuwe."),
    "punten_al_behandeld": _("Er is al een besluit genomen. Deze vergadering kan niet meer worden afgelast."),
    "verslag_staat_vast": _(
        "Het verslag is vastgesteld, dus hier verandert niets meer. Moet het anders? Zet het op de agenda van de volgende vergadering."
    ),
    "niet_van_dit_overleg": _(
        "Dit is voor mensen die aan tafel zitten bij het overleg dat hier aan zet is. Wie dat zijn, staat in het beleid bij de overleggen."
    ),
    "annotatie_leeg": _("Schrijf wat de leden vooraf moeten weten."),
    "tekst_te_lang": _("De tekst is te lang. Schrijf hoogstens %(aantal)s tekens."),
    "sluiting_onbekend": _("Kies hoe het punt eindigde."),
    "standpunt_niet_van_u": _(
        "Het standpunt van een gemeente schrijven de wethouder en de beleidsadviseur van die gemeente."
    ),
    "standpunt_zonder_tekst": _("Schrijf in een paar zinnen waarom uw gemeente dit vindt."),
    "keuze_onbekend": _("Kies of uw gemeente voor of tegen is, of het nog niet weet."),
    "punt_al_behandeld": _("Dit punt is al behandeld. Een standpunt telt nu niet meer mee."),
    "gemeente_doet_niet_mee": _("Uw gemeente doet niet mee aan deze vergadering."),
    "kies_een_gemeente": _(
        "U werkt voor meer gemeenten. Een standpunt schrijft iemand die voor één gemeente werkt."
    ),
    "besluit_zonder_tekst": _("Schrijf wat er is besloten."),
    "niemand_gebonden": _("Kies welke gemeenten dit besluit bindt."),
    "gebonden_doet_niet_mee": _(
        "Een gemeente die niet meedeed, stemt niet en wordt niet gebonden. Kies uit de lijst."
    ),
    "stem_onbekend": _("Kies bij elke gemeente voor, tegen of onthield zich."),
    "besluit_zonder_voorbereiding": _(
        "Voor dit punt lag er geen annotatie bij de leden. Schrijf waarom er toch is besloten."
    ),
    "raakt_onbekend": _("Kies wie dit besluit raakt uit de lijst."),
    "actie_zonder_wat": _("Schrijf wat er moet gebeuren."),
    "actie_zonder_eigenaar": _("Schrijf wie de actie doet, als functie."),
    "actie_eigenaar_doet_niet_mee": _("Kies een gemeente die meedoet, of de regio."),
    "actie_te_vroeg": _("Kies een dag op of na de vergadering (%(datum)s)."),
    "actie_niet_van_u": _(
        "Wat er van deze actie komt, schrijft de gemeente van wie zij is, of de regiomanager."
    ),
    "actie_nieuwe_dag": _("Kies een nieuwe dag, na vandaag."),
    "vervolg_onbekend": _("Kies hoe het met de actie staat."),
    "terugkoppeling_niet_van_u": _(
        "Een terugkoppeling schrijft iemand op die aan tafel zit bij dit overleg, of werkt voor deze gemeente; of de regiomanager."
    ),
    "terugkoppeling_te_vroeg": _("Het besluit is van %(datum)s. Kies die dag of later."),
    "aanwezig_leeg": _("Schrijf wie er waren, als functie."),
    "verslag_eigen_werk": _("U schreef dit verslag zelf. Een ander lid van het overleg stelt het vast."),
    "punten_open": _("Nog niet elk punt is afgerond: %(punten)s. Leg eerst vast hoe het eindigde."),
}
