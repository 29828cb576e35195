"""The words that people read about meetings: acts, states and choices."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_NETWERK = {
    "read_vergaderingen": _("bekeek vergaderingen"),
    "read_verslag": _("bekeek een verslag"),
    "plan_vergadering": _("plande een vergadering"),
    "add_agendapunt": _("zette een punt op de agenda"),
    "send_agenda": _("verstuurde een agenda"),
    "cancel_vergadering": _("gelastte een vergadering af"),
    "annotate_agendapunt": _("schreef een annotatie"),
    "release_annotatie": _("gaf een annotatie vrij"),
    "draft_standpunt": _("werkte aan een standpunt van de gemeente"),
    "share_standpunt": _("deelde het standpunt van de gemeente"),
    "decide_agendapunt": _("legde een besluit van een vergadering vast"),
    "close_agendapunt": _("sloot een agendapunt zonder besluit"),
    "assign_actie": _("legde een actie vast"),
    "follow_actie": _("schreef op wat er van een actie kwam"),
    "report_terugkoppeling": _("schreef een terugkoppeling op"),
    "write_verslag": _("schreef een verslag"),
    "adopt_verslag": _("stelde een verslag vast"),
    "attach_verslag": _("maakte het document van een verslag"),
}
TOESTANDEN_NETWERK: dict[str, object] = {
    "gepland": _("gepland"),
    "agenda_verstuurd": _("agenda verstuurd"),
    "verslag_in_de_maak": _("verslag in de maak"),
    "verslag_vastgesteld": _("verslag vastgesteld"),
    "afgelast": _("afgelast"),
    "op_agenda": _("nog niet voorbereid"),
    "geannoteerd": _("annotatie in de maak"),
    "voorbereid": _("voorbereid"),
    "besloten": _("besloten"),
    "besproken": _("besproken, geen besluit"),
    "aangehouden": _("aangehouden"),
    "van_de_agenda": _("van de agenda gehaald"),
    "geen_standpunt": _("nog geen standpunt"),
    "standpunt_in_de_maak": _("in de maak, alleen voor uw gemeente"),
    "gedeeld": _("gedeeld"),
    "gedaan": _("gedaan"),
    "loopt_uit": _("loopt uit"),
    "vervallen": _("vervallen"),
}
DINGEN_NETWERK: dict[str, object] = {
    "vergadering": _("de vergadering"),
    "agendapunt": _("het agendapunt"),
    "standpunt": _("het standpunt"),
    "actie": _("de actie"),
}
# The kind of the design (goed, let-op, fout, rust) of each state.
SOORT_VAN_STAND = {
    **dict.fromkeys(("gepland", "op_agenda", "geannoteerd", "standpunt_in_de_maak"), "rust"),
    **dict.fromkeys(("verslag_in_de_maak", "geen_standpunt", "van_de_agenda", "vervallen", "open"), "rust"),
    **dict.fromkeys(("agenda_verstuurd", "voorbereid", "besloten", "gedeeld", "gedaan"), "goed"),
    **dict.fromkeys(("verslag_vastgesteld", "besproken"), "goed"),
    **dict.fromkeys(("afgelast", "aangehouden", "loopt_uit"), "let-op"),
}
VRAGEN = {
    "besluiten": _("ter besluitvorming"),
    "bespreken": _("ter bespreking"),
    "informeren": _("ter informatie"),
}
KEUZES = {
    "voor": _("voor"),
    "tegen": _("tegen"),
    "onder_voorwaarde": _("voor, onder een voorwaarde"),
    "nog_niet": _("wij weten het nog niet"),
}
STEMMEN = {"voor": _("voor"), "tegen": _("tegen"), "onthouden": _("onthield zich")}
SLUITINGEN = {
    "besproken": _("besproken, zonder besluit"),
    "aangehouden": _("aangehouden tot een volgende keer"),
    "van_de_agenda": _("van de agenda"),
}
VERVOLGEN = {
    "gedaan": _("gedaan"),
    "loopt_uit": _("loopt uit"),
    "vervallen": _("vervalt"),
    "toch_niet": _("toch nog niet klaar"),
}
