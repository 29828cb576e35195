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
    "afhandeling_onbekend": _("Kies wat ervan is gekomen."),
    "agb_fout": _("Een AGB-code heeft acht cijfers. Kijk de code na op het contract of bij Vektis."),
    "agb_van_ander": _(
        "AGB-code %(agb)s is in Koers van %(naam)s. Neem die naam over als dat klopt, of kijk de code na."
    ),
    "aanbieder_met_andere_agb": _(
        "%(naam)s staat in Koers met AGB-code %(agb)s. Kijk de code na, of geef de andere aanbieder een eigen naam."
    ),
    "inkoopregio_niet_van_u": _(
        "U schrijft contracten van de inkoopregio van uw eigen gemeenten. Kies die inkoopregio."
    ),
    "voorwaarde_onbekend": _(
        "De voorwaarde “%(voorwaarde)s” staat niet in het beleid. Kies uit de lijst met inkoopvoorwaarden."
    ),
    "contract_overlapt": _(
        "Met deze aanbieder is in deze inkoopregio al een contract van %(van)s tot %(tot)s. Kies een periode die daar niet in valt, of beëindig eerst dat contract."
    ),
    "buiten_contract": _(
        "Het contract geldt van %(van)s tot %(tot)s. Kies een periode voor het product die daarbinnen valt."
    ),
    "productcode_onbekend": _(
        "Productcode %(code)s staat niet in de landelijke lijst van producten (JZ21), of is niet meer in gebruik. Kijk de code na; zij heeft vijf tekens, zoals 45A04."
    ),
    "product_overlapt": _(
        "Product %(code)s staat bij deze aanbieder al van %(van)s tot %(tot)s. Wijzig daar het tarief, of kies een periode die daar niet in valt."
    ),
    "hulpvorm_ontbreekt": _(
        "Bij deze productcode noemt de landelijke lijst geen hulpvorm. Kies de hulpvorm die het contract noemt."
    ),
    "tarief_nul": _("Vul het tarief in: meer dan nul euro per eenheid."),
    "tarief_te_hoog": _("Dit tarief is meer dan %(hoogstens)s per eenheid. Controleer de komma."),
    "tarief_zelfde": _("Het tarief is al %(tarief)s. Vul het nieuwe tarief in."),
    "leeftijden_omgekeerd": _("De hoogste leeftijd ligt onder de laagste. Wissel ze om."),
    "einde_voor_begin": _("Dit begon op %(datum)s. Kies een latere dag."),
    "einde_niet_eerder": _("Dit geldt al niet langer dan tot %(tot)s. Kies een eerdere dag."),
    "contract_van_meer_gemeenten": _(
        "Ook andere gemeenten kunnen hulp hebben toegewezen op dit contract, en u ziet die niet. Laat het intrekken door iemand die voor alle gemeenten van de regio werkt, of geef het een laatste dag."
    ),
    "contract_heeft_toewijzingen": _(
        "Er is hulp toegewezen op dit contract (%(aantal)s keer). Intrekken kan dan niet: het contract gold. Geef het een laatste dag."
    ),
    "contract_al_beeindigd": _(
        "Van dit contract staat al vast dat het tot %(tot)s geldt. Dat blijft staan; voer een nieuw contract in als het daarna weer geldt."
    ),
    "reden_ontbreekt_contract": _("Schrijf op waarom. Wie het contract later leest, moet het begrijpen."),
    "locatie_onvolledig": _("Vul de naam, de plaats en de gemeente van de locatie in."),
    "capaciteit_te_groot": _("Dit is meer dan %(hoogstens)s. Controleer het getal."),
    "capaciteit_te_oud": _("Deze dag ligt meer dan een jaar terug. Kies de dag waarop u telde."),
}
