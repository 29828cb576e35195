"""The sentences about the gebiedsagenda: what cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_GEBIEDSAGENDA = {
    "bijeenkomst_bestaat": _(
        "Over dit kwartaal is in dit gebied al een bijeenkomst opgeschreven. Open die, of kies een ander kwartaal."
    ),
    "bijeenkomst_voor_kwartaal": _(
        "Dit kwartaal begint pas op %(datum)s. Kies een latere dag, of een eerder kwartaal."
    ),
    "bijeenkomst_zonder_onderwerp": _("Schrijf in een paar woorden waar het over ging."),
    "bijdrage_zonder_aanbod": _("Schrijf wat de partner aanbood."),
    "bijdrage_zonder_resultaat": _("Schrijf wat het opleverde. Weet u dat nog niet? Schrijf dan dat."),
    "bijdrage_van_ander": _(
        "U schrijft voor uw eigen organisatie. Vraag de andere partner of de beleidsadviseur om dit op te schrijven."
    ),
    "aantal_in_tekst": _(
        "In de tekst staat “%(woorden)s”. Zet aantallen mensen in de velden eronder: alleen die rondt Koers af voor het stuk dat iedereen leest."
    ),
    "maat_onvolledig": _(
        "Vul bij de meting alle drie de velden in: wat u zag, bij hoeveel, en van hoeveel. Het eerste getal is niet hoger dan het tweede. Of laat ze alle drie leeg."
    ),
    "bron_al_geteld": _(
        "Een gekozen groep telt al mee bij een ander gebied, of is intussen ingetrokken. Kies opnieuw uit de lijst."
    ),
    "afspraak_voor_bijeenkomst": _("De bijeenkomst was op %(datum)s. Kies die dag of een latere."),
}
