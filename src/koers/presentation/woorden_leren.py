"""The words that people read about learning: acts and kinds."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_LEREN = {
    "read_leren": _("bekeek wat er te leren is"),
    "write_leerblad": _("schreef een competentie, leerlijn of kenniscafé op"),
    "join_leren": _("schreef op of hij of zij meedeed aan een leerlijn of kenniscafé"),
    "note_leren": _("bewaarde een eigen notitie bij leren"),
    "count_gasten": _("schreef op hoeveel gasten er bij een leerlijn of kenniscafé waren"),
}
SOORTEN_LEREN = {
    "competentie": _("Competentie"),
    "leerlijn": _("Leerlijn"),
    "kenniscafe": _("Kenniscafé"),
}
NIEUW_LEREN = {
    "competentie": _("Competentie toevoegen"),
    "leerlijn": _("Leerlijn toevoegen"),
    "kenniscafe": _("Kenniscafé toevoegen"),
}
