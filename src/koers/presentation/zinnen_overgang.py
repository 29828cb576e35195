"""The sentences about the hand-over of the JeugdTeam and the herinrichtingsplan."""

from django.utils.translation import gettext_lazy as _

ZINNEN_OVERGANG = {
    "overgang_zonder_drager": _("Schrijf wie deze casus nu begeleidt, bijvoorbeeld “JeugdTeam Beilen”."),
    "overgang_loopt_al": _("Deze casus gaat al over. Op de pagina van de casus staat wie hem overneemt."),
    "casus_is_afgesloten": _("Deze casus is bij de triage afgesloten. Er is niets meer om over te dragen."),
    "overgang_eigenaar_onbekend": _("Kies uit de lijst wie de casus overneemt."),
    "dag_voor_afspraak": _("Dit is afgesproken op %(datum)s. Kies die dag of een latere."),
    "overgang_blijft_gelijk": _(
        "Dit was al afgesproken. Verander wie het overneemt, wie de regisseur wordt of de dag."
    ),
    "gezin_zonder_toelichting": _("Schrijf in de woorden van het gezin waarom het er niet mee eens is."),
    "regie_loopt_nog_niet": _(
        "Deze casus is overgenomen zodra de nieuwe regisseur de regie heeft. Spreek af wie regisseur wordt en draag de regie over op de pagina van het gezin."
    ),
    "voorwaarde_zonder_wat": _("Schrijf wat er klaar moet zijn."),
    "voorwaarde_zonder_wie": _("Schrijf wie ervoor zorgt, als functie."),
    "voorwaarde_blijft_gelijk": _("Zo stond het er al. Verander de voorwaarde, wie ervoor zorgt of de dag."),
    "formatie_zonder_rol": _("Schrijf om welke rol het gaat."),
    "formatie_zonder_bron": _("Schrijf waar deze cijfers staan, zodat een ander ze kan vinden."),
    "formatie_blijft_gelijk": _("Deze cijfers stonden er al. Verander er een, of ga terug."),
    "fte_kan_niet": _(
        "Schrijf fte als een getal van 0 tot en met %(meeste)s, met hooguit twee cijfers achter de komma."
    ),
    "afspraak_zonder_dag": _(
        "Schrijf de afgesproken fte en de dag waarop die ingaat allebei op, of laat ze allebei leeg."
    ),
}
