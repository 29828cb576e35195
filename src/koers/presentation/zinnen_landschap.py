"""The sentences about escalations, developments, judgements and the zorglandschap."""

from django.utils.translation import gettext_lazy as _

ZINNEN_LANDSCHAP = {
    "escalatiesoort_onbekend": _("Kies wat er aan de hand is uit de lijst."),
    "escalatie_zonder_omschrijving": _("Schrijf in één of twee zinnen wat er aan de hand is, zonder namen."),
    "escalatie_te_lang": _(
        "Dit zijn meer dan %(aantal)s tekens. Schrijf het korter; de casus vertelt de rest."
    ),
    "escalatie_te_lang_bekend": _(
        "Dit is langer dan %(aantal)s dagen bekend. Kijk of de dag klopt; een escalatie gaat over nu."
    ),
    "moment_in_toekomst": _("Dit moment moet nog komen. Kies een moment tot nu."),
    "moment_voor_begin": _(
        "Dit moment ligt voordat bekend werd wat er gebeurde. Kijk of de dag en het uur kloppen."
    ),
    "tekst_met_bsn": _("Hier staat een BSN. Haal het weg: anderen lezen dit mee."),
    "oefening_zonder_casus": _("Een oefening gaat niet over een echte casus. Open haar vanaf de lijst."),
    "stapsoort_onbekend": _("Kies of er iemand is geïnformeerd, of dat het niet nodig was."),
    "melding_zonder_wie": _("Schrijf wie het vertelde en aan wie, als functie."),
    "melding_zonder_moment": _("Schrijf op welke dag en hoe laat iemand is geïnformeerd."),
    "escalatie_stap_open": _(
        "Nog niet elke stap heeft een antwoord (%(aantal)s). Schrijf bij elke stap wie is geïnformeerd, of waarom het niet nodig was."
    ),
    "escalatie_eerst_evalueren": _("Schrijf eerst op wat u hiervan leerde. Daarna kunt u sluiten."),
    "vervolg_zonder_tekst": _("Schrijf in een paar zinnen wat er is gebeurd of besloten."),
    "lessen_ontbreken": _("Schrijf wat u de volgende keer anders doet, of wat goed ging."),
    "ontwikkeling_zonder_naam": _("Schrijf in een paar woorden wat er landelijk verandert."),
    "ontwikkeling_zonder_bron": _("Schrijf waar dit staat, bijvoorbeeld de naam van de brief of de wet."),
    "bronadres_klopt_niet": _(
        "Een link begint met https://. Kopieer hem uit de adresbalk, of laat dit leeg."
    ),
    "ontwikkelingstand_onbekend": _("Kies hoe de ontwikkeling ervoor staat."),
    "ontwikkeling_zonder_gevolg": _("Schrijf wat dit voor Drenthe betekent."),
    "ontwikkeling_zonder_volger": _("Schrijf wie dit volgt, als functie."),
    "volger_onbekend": _("Kies de gemeente van wie dit volgt uit de lijst, of de regio."),
    "ontwikkeling_niet_van_u": _(
        "Deze ontwikkeling volgt een ander. Vraag het wie haar volgt, of de regiomanager."
    ),
    "oordeel_niet_van_u": _(
        "Over een gemeente schrijven haar eigen mensen, over de regio de regiomanager. Dit is niet aan u."
    ),
    "oordeeljaar_onbekend": _("Kies een jaar van %(van)s tot en met %(laatste)s."),
    "oordeel_onbekend": _("Kies een antwoord uit de lijst."),
    "oordeel_zonder_toelichting": _("Schrijf in een paar zinnen waarom dit uw antwoord is."),
    "dossier_zonder_naam": _("Schrijf in een paar woorden welke hulp er mist."),
    "hulpvorm_onbekend": _("Kies om welke hulpvorm het gaat uit de lijst."),
    "dossiergebied_onbekend": _("Kies voor welk gebied dit geldt uit de lijst."),
    "project_onbekend": _("Kies een project uit de lijst, of laat dit leeg."),
    "behoefte_zonder_tekst": _(
        "Schrijf wie deze hulp mist, en waaruit dat blijkt. Weet u het aantal niet? Schrijf dan waarom niet."
    ),
    "plekken_onmogelijk": _("Vul een aantal van 1 tot en met %(hoogste)s in, of laat dit leeg."),
    "alternatief_zonder_wat": _("Schrijf hoe het ook zou kunnen."),
    "alternatief_zonder_voor_en_tegen": _("Schrijf wat ervoor pleit en wat ertegen pleit. Allebei."),
    "aanbieder_ontbreekt": _("Schrijf welke aanbieder u hebt gevraagd."),
    "marktvraag_leeg": _("Schrijf wat u hebt gevraagd."),
    "marktantwoord_onbekend": _("Kies wat de aanbieder antwoordde."),
    "marktantwoord_leeg": _("Schrijf in een paar zinnen wat de aanbieder zei."),
    "markt_wacht_nog": _(
        "Nog niet elke gevraagde aanbieder heeft geantwoord (%(aantal)s). Schrijf het antwoord op, of dat er geen kwam."
    ),
    "inkoopkeuze_onbekend": _("Kies of er wordt ingekocht, niet, of op een andere manier."),
    "uitkomst_zonder_reden": _("Schrijf waarom dit is besloten."),
    "overdrachtregio_onbekend": _("Kies de inkoopregio die het overneemt uit de lijst."),
    "overdracht_zonder_tekst": _("Schrijf wat de inkoopregio krijgt, en wat zij nog moet doen."),
}
