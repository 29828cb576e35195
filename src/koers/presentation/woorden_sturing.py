"""The words that people read about the uitvoeringsagenda: acts, states and choices."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_STURING = {
    "read_agenda": _("bekeek de uitvoeringsagenda"),
    "assign_opgave": _("gaf een opgave een eigenaar"),
    "write_opgavestand": _("schreef op hoe een opgave ervoor staat"),
    "set_doel": _("schreef een doel van een opgave op"),
    "add_interventie": _("zette een interventie op de uitvoeringsagenda"),
    "add_agendaactie": _("zette een actie op de uitvoeringsagenda"),
    "move_agendaactie": _("sprak een nieuwe dag af voor een actie"),
    "finish_agendaactie": _("schreef op dat een actie klaar is"),
    "drop_agendaactie": _("schreef op dat een actie vervalt"),
    "reopen_agendaactie": _("zette een actie weer open"),
    "link_agendaactie": _("schreef op dat een actie op een andere wacht"),
    "unlink_agendaactie": _("schreef op dat een actie niet meer op een andere wacht"),
    "state_principe": _("schreef op hoe iets zich verhoudt tot een leidend principe"),
}
TOESTANDEN_STURING: dict[str, object] = {
    "geen_stand": _("nog niets opgeschreven"),
    "op_koers": _("op koers"),
    "vraagt_aandacht": _("vraagt aandacht"),
    "zit_vast": _("zit vast"),
    "verschoven": _("dag verschoven"),
}
DINGEN_STURING: dict[str, object] = {
    "opgave": _("de opgave"),
    "agendaactie": _("de actie"),
}
# The kind of the design (goed, let-op, fout, rust) of each state.
SOORT_VAN_AGENDASTAND = {
    **dict.fromkeys(("geen_stand", "open", "vervallen"), "rust"),
    **dict.fromkeys(("op_koers", "afgerond", "gedaan"), "goed"),
    **dict.fromkeys(("vraagt_aandacht", "verschoven"), "let-op"),
    "zit_vast": "fout",
}
STANDEN = {
    "op_koers": _("Op koers"),
    "vraagt_aandacht": _("Vraagt aandacht"),
    "zit_vast": _("Zit vast"),
    "afgerond": _("Afgerond"),
}
HOUDINGEN = {
    "leunt": _("leunt hierop"),
    "wijkt_af": _("wijkt hiervan af"),
}
# Of what it can be said.
LEUNT = {
    "interventie": _("interventie"),
    "besluit": _("besluit van een vergadering"),
    "proeftuin": _("besluit over een proeftuin"),
    "subsidie": _("subsidie"),
    "contract": _("contract"),
}
STAPPEN = {
    "verschoven": _("nieuwe dag"),
    "gedaan": _("klaar"),
    "vervallen": _("vervallen"),
    "open": _("weer open"),
}
