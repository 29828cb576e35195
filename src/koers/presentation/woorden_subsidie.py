"""The words that people read about subsidies and agreements on figures."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_SUBSIDIE = {
    "read_subsidies": _("bekeek subsidies en prestatieafspraken"),
    "add_subsidie": _("schreef een subsidie op"),
    "agree_prestatie": _("schreef een prestatieafspraak op"),
    "withdraw_prestatie": _("trok een prestatieafspraak in"),
    "weigh_prestaties": _("toetste of prestatieafspraken zijn gehaald"),
}
TOESTANDEN_SUBSIDIE: dict[str, object] = {
    "wordt_aangepast": _("wordt aangepast"),
    "houdt_op": _("houdt op"),
}
DINGEN_SUBSIDIE: dict[str, object] = {"subsidie": _("de subsidie of het contract")}
SOORT_VAN_SUBSIDIESTAND = {"loopt": "goed", "wordt_aangepast": "let-op", "houdt_op": "rust"}
BEWIJSNIVEAUS = {
    "onbekend": _("Niet bekend of het werkt"),
    "goed_onderbouwd": _("Goed onderbouwd"),
    "eerste_aanwijzingen": _("Eerste aanwijzingen dat het werkt"),
    "goede_aanwijzingen": _("Goede aanwijzingen dat het werkt"),
    "sterke_aanwijzingen": _("Sterke aanwijzingen dat het werkt"),
}
STREEFKANTEN = {"minstens": _("Minstens"), "hoogstens": _("Hoogstens")}
CONCLUSIES = {
    "doorgaan": _("Doorgaan zoals het is"),
    "aanpassen": _("Aanpassen"),
    "stoppen": _("Stoppen"),
}
UITKOMSTEN = {
    "gehaald": _("gehaald"),
    "niet_gehaald": _("niet gehaald"),
    "loopt_nog": _("nog niet gehaald, er is nog tijd"),
    "niet_te_zeggen": _("niet te zeggen"),
}
SOORT_VAN_UITKOMST = {
    "gehaald": "goed",
    "niet_gehaald": "fout",
    "loopt_nog": "let-op",
    "niet_te_zeggen": "rust",
}
