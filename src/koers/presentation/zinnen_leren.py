"""The sentences about learning: what cannot be done now, and how to go on."""

from django.utils.translation import gettext_lazy as _

ZINNEN_LEREN = {
    "leerblad_zonder_naam": _("Schrijf in een paar woorden hoe het heet."),
    "leerblad_zonder_tekst": _("Schrijf in eigen woorden wat het inhoudt."),
    "competentie_onbekend": _("Kies competenties uit de lijst van uw gemeente."),
    "leerlijn_zonder_onderdelen": _(
        "Een leerlijn heeft minstens één onderdeel en hoogstens %(aantal)s. Zet elk onderdeel op een eigen regel."
    ),
    "kenniscafe_zonder_dag": _("Vul in op welke dag het kenniscafé is en wie de gastheer is."),
    "deelname_kan_niet": _("Aan een competentie doet u niet mee. Kies een leerlijn of een kenniscafé."),
    "kenniscafe_nog_niet_geweest": _("Dit kenniscafé is pas op %(datum)s. Schrijf daarna op dat u er was."),
    "leren_zonder_organisatie": _(
        "Uw account hoort niet bij een organisatie. Vraag de functioneel beheerder om hulp."
    ),
    "leerrol_onbekend": _("Kies een rol uit de lijst."),
}
