"""The sentences about choosing themes together."""

from django.utils.translation import gettext_lazy as _

ZINNEN_THEMAS = {
    "ronde_zonder_naam": _("Geef de ronde een naam, zoals “Thema’s voor 2027”."),
    "ronde_al_voorbij": _("%(dag)s is al voorbij. Kies als laatste dag om te stemmen vandaag of later."),
    "ronde_aantal": _("Kies een aantal thema’s van 1 tot en met %(hoogstens)s."),
    "ronde_loopt_al": _(
        "Er is al een ronde waarin nog niets is besloten. Leg eerst dat besluit vast; open daarna een nieuwe."
    ),
    "geen_ronde": _(
        "Er is nu geen ronde om in te stemmen of over te besluiten. De beleidsadviseur opent een ronde."
    ),
    "ronde_gesloten": _(
        "Stemmen kon tot en met %(dag)s. Wilt u nog iets zeggen? Bel de beleidsadviseur van de gemeente."
    ),
    "stem_zonder_thema": _("Kies minstens één thema."),
    "stem_te_veel": _("Kies hoogstens %(hoogstens)s thema’s, elk één keer."),
    "thema_onbekend": _(
        "Het thema “%(thema)s” staat niet in de lijst. Open de pagina opnieuw en kies er een."
    ),
    "stem_zonder_reden": _("Schrijf op waarom uw organisatie dit kiest. Een paar zinnen is genoeg."),
    "stem_al_gegeven": _(
        "Uw organisatie stemde al, op %(dag)s. Wilt u iets anders? Trek die stem eerst in en stem dan opnieuw."
    ),
    "stem_zonder_organisatie": _(
        "Stemmen doet u namens een organisatie. Kies bovenaan een rol bij een organisatie."
    ),
    "besluit_zonder_thema": _("Kies minstens één thema, en schrijf erbij waarom."),
    "besluit_voor_stemmen": _(
        "Partners kunnen stemmen tot en met %(dag)s. Kies voor het besluit een dag daarna."
    ),
    "besluit_zonder_reden": _("Schrijf op waarom juist deze thema’s samen zijn gekozen."),
    "thema_zonder_reden": _("Schrijf bij het thema “%(thema)s” op waarom het is gekozen."),
    "themabesluit_gelijk": _(
        "Er is niets veranderd aan het besluit. Wijzig wat er fout staat, of ga terug zonder te bewaren."
    ),
    "themabesluit_overleg_onbekend": _("Kies uit de lijst welk overleg dit besloot."),
}
