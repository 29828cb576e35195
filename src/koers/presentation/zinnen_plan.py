"""Sentences about plans: refusals, and what a plan still misses."""

from django.utils.translation import gettext_lazy as _

ZINNEN_PLAN = {
    "al_een_plan": _(
        "Een van deze kinderen heeft al een plan dat loopt, of dit gezin heeft er al een. Werk in dat plan verder, of sluit het eerst."
    ),
    "kind_blijft_in_plan": _(
        "Een kind dat in het plan staat, blijft erin. Gaat het plan niet meer over dit kind? Sluit het plan en maak een nieuw."
    ),
    "onderdeel_hoort_hier_niet": _("Dit kan niet in dit deel van het plan. Kies een ander deel."),
    "onderdeel_leeg": _("Er staat nog niets in. Vul ten minste één tekst in."),
    "woorden_in_eigen_deel": _(
        "Woorden van één persoon horen in het eigen deel van die persoon. In het deel van ons samen staan woorden van het hele gezin."
    ),
    "score_buiten_bereik": _("Een cijfer ligt tussen 0 en 10. Verander het, of laat het leeg."),
    "meting_zonder_score": _("Vul ten minste één cijfer in. De rest mag leeg blijven."),
    "te_veel_eigenaren": _(
        "Kies één persoon die dit doet: een medewerker, iemand uit het gezin of iemand uit het netwerk."
    ),
    "kind_niet_in_plan": _("Dit kind staat niet in dit plan. Kies een kind uit het plan."),
    "geheim_adres_in_tekst": _(
        "In deze tekst staat een geheim adres (straat of postcode). Anderen lezen dit deel ook. Haal het adres weg, of schrijf de tekst in het deel van dat huis."
    ),
    "plan_mist_nog": _("Het plan mist nog %(aantal)s dingen. Ze staan op de pagina van het plan."),
    "plan_stap_te_vroeg": _("De vorige stap was op %(datum)s. Kies die dag of later."),
    "plan_grond_ontbreekt": _(
        "Kies waarom het plan niet aan de familie is aangeboden. De wet kent twee redenen: bedreiging van het kind, of een ander belang van het kind."
    ),
    "plan_reden_nodig": _("Schrijf op waarom. Dat moet later na te lezen zijn."),
    "wijze_onbekend": _("Kies hoe iemand akkoord gaf: ondertekend, in een gesprek of in een bericht."),
    "gever_ontbreekt": _(
        "Kies wie antwoordde. Gaat het om een uitzondering van de wet? Laat dan leeg wie antwoordde."
    ),
    "lezer_twee_keer": _("Iemand kan een deel wel lezen of niet, niet allebei. Kies één van de twee."),
}
# What a plan misses (koers.domain.plan.volledig.Gemis.code); `kind` and `wat` fill in whom and what.
GEMIS = {
    "plan_woorden": _("Schrijf eigen woorden van het gezin of het kind op."),
    "plan_kind_niet_gehoord": _("Schrijf op wanneer %(kind)s is gehoord, of waarom niet."),
    "plan_gehoord_onvolledig": _(
        "Bij het gesprek met %(kind)s ontbreekt de dag en door wie, of de reden waarom niet."
    ),
    "plan_zorg_open": _(
        "De zorg “%(wat)s” heeft nog geen doel. Maak er een doel bij, of kies: mag zo blijven, of gebeurt ergens anders."
    ),
    "plan_zorg_zonder_waarom": _(
        "Schrijf bij de zorg “%(wat)s” op waarom die mag blijven, of waar eraan wordt gewerkt."
    ),
    "plan_doel": _("Schrijf ten minste één doel op."),
    "plan_afspraak": _("Schrijf ten minste één doel of één afspraak op."),
    "plan_doel_zonder_wanneer": _("Spreek bij het doel “%(wat)s” af wanneer jullie kijken."),
    "plan_doel_zonder_actie": _("Het doel “%(wat)s” heeft nog niets wat iemand gaat doen."),
    "plan_actie_zonder_eigenaar": _("Kies wie “%(wat)s” gaat doen."),
    "plan_actie_zonder_datum": _("Spreek af voor welke dag “%(wat)s” klaar is."),
    "plan_hulp_zonder_voorliggend": _(
        "Kies wat er in de buurt naast “%(wat)s” komt, of schrijf op waarom dat niet kan."
    ),
    "plan_hulp_zonder_afschalen": _("Spreek af wanneer “%(wat)s” lichter wordt of stopt."),
    "plan_familiegroepsplan": _(
        "Schrijf het antwoord van de familie op: maakt zij zelf eerst een plan? (Jeugdwet 4.1.2)"
    ),
    "plan_vertrouwenspersoon": _("Schrijf op waar het gezin een vertrouwenspersoon vindt."),
    "plan_evaluatiedatum": _("Spreek af wanneer jullie samen naar het plan kijken."),
}
