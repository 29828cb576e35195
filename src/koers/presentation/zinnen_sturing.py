"""The sentences about the uitvoeringsagenda: what cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_STURING = {
    "dag_voor_vorige": _(
        "Deze dag ligt voor wat er al staat (%(datum)s). Kies die dag of een latere; wat er stond, blijft staan."
    ),
    "interventie_zonder_naam": _("Schrijf in een paar woorden wat u gaat doen."),
    "interventie_zonder_resultaat": _("Schrijf wat er dan anders is."),
    "klaar_voor_begin": _("De actie begint op %(datum)s. Kies voor “klaar” die dag of een latere."),
    "dag_blijft_gelijk": _("De actie moet al klaar zijn op %(datum)s. Kies een andere dag."),
    "eigenaar_onbekend": _("Kies een functie of een collega uit de lijst."),
    "principe_onbekend": _("Kies een van de leidende principes uit de lijst."),
    "houding_onbekend": _("Kies of dit op het principe leunt, of ervan afwijkt."),
    "afwijking_zonder_reden": _("Schrijf waarom u van dit principe afwijkt."),
    "wacht_op_zichzelf": _("Een actie kan niet op zichzelf wachten. Kies een andere actie."),
    "wacht_al": _("Dit staat er al: deze actie wacht op de gekozen actie."),
    "wacht_in_kring": _(
        "De gekozen actie wacht zelf op deze actie, misschien via andere. Dan begint er niets. Kies een andere actie, of haal eerst die afhankelijkheid weg."
    ),
    "stand_onbekend": _("Kies hoe de opgave ervoor staat."),
    "stand_zonder_toelichting": _("Schrijf in een paar zinnen waarom dit de stand is."),
    "doel_zonder_tekst": _("Schrijf wat de indicator dan laat zien."),
    "indicator_hoort_niet_bij_opgave": _(
        "Met deze indicator wordt de opgave niet gemeten. Kies er een uit de lijst, of pas het beleid aan."
    ),
}
