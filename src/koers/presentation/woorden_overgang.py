"""The words that people read about the hand-over of the JeugdTeam and the herinrichtingsplan."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_OVERGANG = {
    "read_overgang": _("bekeek de overgang van een casus"),
    "mark_overgang": _("schreef op dat een casus overgaat"),
    "assign_overgang": _("sprak af wie een casus overneemt"),
    "discuss_overgang": _("schreef op wat het gezin van de overgang vindt"),
    "complete_overgang": _("schreef op dat een casus is overgenomen"),
    "end_overgang": _("schreef op dat een casus niet meer overgaat"),
    "read_herinrichting": _("bekeek hoe de overgang van het JeugdTeam loopt"),
    "add_voorwaarde": _("schreef een gereedheidsvoorwaarde op"),
    "change_voorwaarde": _("veranderde een gereedheidsvoorwaarde"),
    "meet_voorwaarde": _("schreef op dat aan een voorwaarde is voldaan"),
    "drop_voorwaarde": _("schreef op dat een voorwaarde vervalt"),
    "reopen_voorwaarde": _("zette een voorwaarde weer open"),
    "set_formatie": _("schreef de fte van een rol op"),
    "drop_formatie": _("haalde een rol uit het herinrichtingsplan"),
}
TOESTANDEN_OVERGANG: dict[str, object] = {
    "zonder_eigenaar": _("nog geen nieuwe eigenaar"),
    "overgenomen": _("overgenomen"),
    "gesloten": _("gaat niet meer over"),
    "voldaan": _("voldaan"),
}
DINGEN_OVERGANG: dict[str, object] = {
    "overgang": _("de overgang"),
    "gereedheidsvoorwaarde": _("de voorwaarde"),
}
EIGENAREN = {
    "team_jeugd": _("Team Jeugd"),
    "poh_jeugd": _("POH Jeugd"),
    "welzijn": _("welzijn"),
    "ggd": _("GGD"),
    "school": _("school"),
    "kinderopvang": _("kinderopvang"),
    "aanbieder": _("aanbieder"),
    "gecertificeerde_instelling": _("gecertificeerde instelling"),
}
GROEPEN = {
    "loopt": _("Loopt nog"),
    "zonder_eigenaar": _("zonder nieuwe eigenaar"),
    "zonder_dag": _("met eigenaar, zonder dag"),
    "te_laat": _("met eigenaar, dag voorbij"),
    "op_schema": _("met eigenaar en dag"),
    "overgenomen": _("Overgenomen"),
    "gesloten": _("Gaat niet meer over"),
}
SOORT_VAN_GROEP = {
    **dict.fromkeys(("zonder_eigenaar", "te_laat"), "fout"),
    "zonder_dag": "let-op",
    **dict.fromkeys(("op_schema", "overgenomen"), "goed"),
    "gesloten": "rust",
}
MIST = {
    "eigenaar": _("Er is nog niet afgesproken wie de casus overneemt."),
    "dag": _("Er is nog geen dag afgesproken."),
    "te_laat": _("De afgesproken dag is voorbij, en de overdracht is nog niet klaar."),
    "regisseur": _("Het is nog niet bekend wie bij Team Jeugd regisseur wordt."),
    "gezin": _("Met het gezin is nog niet over deze eigenaar gesproken."),
    "gezin_nee": _("Het gezin is het niet eens met deze eigenaar."),
}
REGELS = {
    "toegewezen": _("afgesproken"),
    "overgenomen": _("overgenomen"),
    "gesloten": _("gaat niet meer over"),
    "gezin": _("het gezin is het ermee eens"),
    "gezin_nee": _("het gezin is het er niet mee eens"),
}
VOORWAARDESTANDEN = {
    "open": (_("nog niet voldaan"), "rust"),
    "voldaan": (_("voldaan"), "goed"),
    "vervallen": (_("vervallen"), "rust"),
}
VOORWAARDESTAPPEN = {
    "gewijzigd": _("veranderd"),
    "voldaan": _("voldaan"),
    "vervallen": _("vervallen"),
    "open": _("toch niet voldaan"),
}
