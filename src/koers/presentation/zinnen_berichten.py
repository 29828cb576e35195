"""The sentences behind refusals about toewijzingen that change, requests of providers and messages."""

from django.utils.translation import gettext_lazy as _

ZINNEN_BERICHTEN = {
    "antwoordlink_voor": _("Schrijf op met wie bij de aanbieder u belde. Alleen die persoon mag antwoorden."),
    "antwoordlink_beantwoord": _("Op deze toewijzing is al geantwoord, dus er is geen link nodig."),
    "antwoordlink_met_account": _(
        "Deze aanbieder heeft een account in Koers en antwoordt daar. Een link is voor wie geen account heeft."
    ),
    "antwoordlink_werkt_niet": _("Deze link werkt niet meer. Bel de consulent van de gemeente."),
    "certificaat_onleesbaar": _(
        "Het certificaat in %(bestand)s kan Koers niet gebruiken, of de sleutel past er niet bij. Het moet PEM zijn,"
        " en de sleutel zonder wachtwoord."
    ),
    "sleutel_voor_iedereen": _(
        "De sleutel in %(bestand)s is leesbaar voor anderen op deze machine. Maak hem alleen leesbaar voor Koers:"
        " chmod 600."
    ),
    "pas_zonder_tls": _("Een certificaat kan alleen over https. Geef een adres dat met https:// begint."),
    "adres_knooppunt_fout": _(
        "%(adres)s is geen adres van een knooppunt. Het begint met https://, want in een bericht staat een kind."
    ),
    "map_zonder_berichten": _(
        "In %(map)s staat geen enkel bestand dat op .xml eindigt. Kies de map met de berichten."
    ),
    "producten_onleesbaar": _(
        "Regel %(regel)s van het bestand met producten klopt niet. Het heeft de kolommen product en niveau, met een niveau van 1 tot en met 8."
    ),
    "omvang_klopt_niet": _(
        "Vul bij hoeveel hulp een heel getal groter dan 0 in, en kies per wanneer; of laat allebei leeg."
    ),
    "frequentie_past_niet": _("Deze hulp kan niet per dag. Kies per week, per maand of in totaal."),
    "per_week_zonder_einde": _("Hulp per week heeft een laatste dag nodig. Vul die in, of kies per maand."),
    "variant_onbekend": _("Kies wat u toewijst."),
    "specifiek_zonder_omvang": _(
        "Bij precies deze hulp hoort een hoeveelheid. Vul in hoeveel en per wanneer, of laat de aanbieder kiezen."
    ),
    "omvang_zonder_product": _(
        "Een hoeveelheid hoort alleen bij precies deze hulp. Kies die, of maak de hoeveelheid leeg."
    ),
    "budget_naast_omvang": _(
        "Naast een hoeveelheid staat geen bedrag. Maak het bedrag leeg, of laat de aanbieder kiezen."
    ),
    "generiek_zonder_budget": _(
        "Bij alle hulp van een aanbieder hoort een bedrag. Vul in hoeveel geld het ten hoogste mag kosten."
    ),
    "aspecifiek_niet_bij_resultaat": _(
        "Deze hulp wordt per resultaat betaald. Wijs precies deze hulp toe, met een hoeveelheid."
    ),
    "aspecifiek_niet_landelijk": _(
        "Landelijk ingekochte hulp die per tijd wordt betaald, heeft een hoeveelheid nodig. Vul die in."
    ),
    "budget_klopt_niet": _("Vul een bedrag in van meer dan 0 en minder dan een miljoen euro."),
    "budget_zonder_einde": _("Bij een bedrag hoort een laatste dag. Vul die in."),
    "geen_budget": _("Deze toewijzing heeft geen bedrag. Wijs de hulp opnieuw toe."),
    "omvang_vraagt_nieuwe": _(
        "Een andere hoeveelheid per week of maand vraagt een nieuwe toewijzing. Kies “Andere hoeveelheid” bij de toewijzing."
    ),
    "reden_past_niet_bij_meer": _(
        "Deze reden past niet bij meer hulp. Kies dat de hulp langer doorgaat, dat de aanbieder erom vroeg, of dat er een fout was."
    ),
    "reden_past_niet_bij_minder": _(
        "Deze reden past niet bij minder hulp. Kies dat de hulp stopt of minder wordt, dat de aanbieder erom vroeg, of dat er een fout was."
    ),
    "minder_zonder_akkoord": _(
        "Minder dan eerder is toegewezen kan alleen als de aanbieder het ermee eens is. Bel de aanbieder en vink het aan."
    ),
    "minder_dan_gedeclareerd": _(
        "Er is al meer gedeclareerd dan dit. Kies een hoeveelheid die daar niet onder ligt, of laat de aanbieder eerst terugdraaien."
    ),
    "toewijzing_gestapeld": _(
        "Deze hulp is bij deze aanbieder al toegewezen voor een deel van deze dagen (toewijzing %(nummer)s). Kies andere dagen, of wijzig die toewijzing."
    ),
    "reden_wijziging_onbekend": _("Kies waarom de toewijzing wijzigt."),
    "toewijzing_verwijderd": _("Deze toewijzing is al weggehaald. Wijs de hulp opnieuw toe."),
    "verwijderen_na_start": _(
        "De hulp is al begonnen. Weghalen kan niet meer; kies een andere reden en een laatste dag."
    ),
    "verwijderen_na_declaratie": _(
        "Er is al gedeclareerd op deze toewijzing. Weghalen kan pas als de aanbieder dat terugdraait."
    ),
    "niets_gewijzigd": _("Er verandert niets: de laatste dag en de hoeveelheid zijn dezelfde."),
    "eind_niet_later": _("Deze dag is niet later dan nu. Kies een latere dag, of een andere reden."),
    "verkorting_niet_eerder": _(
        "Bij deze reden hoort een eerdere laatste dag. Gaat de hulp langer door? Kies dan die reden."
    ),
    "verlengen_vraagt_nieuwe": _(
        "Deze toewijzing is voorbij, of geeft één hoeveelheid voor de hele tijd. Wijs de hulp opnieuw toe vanaf de dag na de laatste."
    ),
    "verkorten_zonder_akkoord": _(
        "Deze laatste dag is al voorbij. Dat kan alleen als de aanbieder het ermee eens is. Bel de aanbieder en vink het aan."
    ),
    "andere_gemeente_betaalt": _(
        "Vanaf %(datum)s betaalt een andere gemeente voor dit kind. Kies een laatste dag daarvoor, of laat die gemeente de hulp toewijzen."
    ),
    "woonplaats_onbekend": _("%(gemeente)s is geen gemeente die bestaat. Kies een gemeente uit de lijst."),
    "woonplaats_eigen_gemeente": _("Deze gemeente betaalt nu al. Kies de gemeente die het overneemt."),
    "woonplaats_grond_ontbreekt": _("Kies waarom die gemeente betaalt."),
    "woonplaats_bij_verblijf": _(
        "Het kind verblijft nu ergens voor de hulp. Dan telt niet waar het nu staat ingeschreven, maar waar het vlak voor het verblijf woonde. Kies die reden, of laat alles zoals het is."
    ),
    "woonplaats_niet_bevestigd": _(
        "Schrijf op wie bij de andere gemeente zei dat de hulp doorgaat, en wanneer. Tot dan betaalt uw gemeente."
    ),
    "bericht_niet_te_herstellen": _(
        "Dit bericht hoeft niet opnieuw: het is aanvaard, onderweg, of vervangen door een later bericht."
    ),
    "reden_afwijzing_ontbreekt": _("Kies waarom u het verzoek afwijst."),
    "gemeente_ontbreekt": _("Vul de vier cijfers in van de gemeente die betaalt."),
    "gemeente_hoort_er_niet_bij": _(
        "Een andere gemeente hoort alleen bij het woonplaatsbeginsel. Maak het veld leeg, of kies die reden."
    ),
    "afwijzen_na_verwijzing": _(
        "Een arts, gecertificeerde instelling of rechter bepaalde welke hulp nodig is. De gemeente beoordeelt de inhoud niet opnieuw. Kies een andere reden."
    ),
    "verzoek_ander_kind": _(
        "Dit verzoek gaat niet over dit kind. Open de casus van het kind waarover de aanbieder schrijft."
    ),
    "verzoek_andere_aanbieder": _("Een andere aanbieder deed dit verzoek. Kies de hulp van die aanbieder."),
    "postadres_onvolledig": _(
        "Vul een huisnummer en een Nederlandse postcode in, zoals 9411 AB; of laat allebei leeg."
    ),
}
