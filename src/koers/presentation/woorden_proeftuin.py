"""The words that people read about proeftuinen: acts, states, choices and verdicts."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_PROEFTUIN = {
    "read_proeftuinen": _("bekeek de proeftuinen"),
    "add_proeftuin": _("zette een proeftuin op"),
    "change_ontwerp": _("veranderde het ontwerp van een proeftuin"),
    "start_proeftuin": _("zette het ontwerp van een proeftuin vast"),
    "write_proeftuintelling": _("schreef een telling van een proeftuin op"),
    "evaluate_proeftuin": _("evalueerde een proeftuin"),
    "decide_proeftuin": _("legde het besluit over een proeftuin vast"),
    "drop_proeftuin": _("brak een proeftuin af"),
}
TOESTANDEN_PROEFTUIN: dict[str, object] = {
    "ontwerp": _("in ontwerp"),
    "loopt": _("loopt"),
    "geevalueerd": _("geëvalueerd, wacht op een besluit"),
    "verbreed": _("wordt groter gemaakt"),
    "gestopt": _("gestopt"),
    "afgebroken": _("afgebroken"),
}
DINGEN_PROEFTUIN: dict[str, object] = {"proeftuin": _("de proeftuin")}
SOORT_VAN_PROEFTUINSTAND = {
    **dict.fromkeys(("ontwerp", "gestopt", "afgebroken"), "rust"),
    **dict.fromkeys(("loopt", "verbreed"), "goed"),
    "geevalueerd": "let-op",
}
RICHTINGEN = {"omlaag": _("Omlaag"), "omhoog": _("Omhoog")}
EENHEIDSOORTEN = {
    "gemeente": _("Gemeenten"),
    "praktijk": _("Praktijken, scholen of andere plekken"),
    "gebied": _("Gebieden binnen de gemeente"),
}
KEUZES = {
    "opschalen": _("Groter maken: het werkt goed genoeg om het overal te doen"),
    "doorgaan": _("Doorgaan en later nog een keer kijken"),
    "stoppen": _("Stoppen"),
}
OORDELEN = {
    "beter": _("werkt waarschijnlijk"),
    "slechter": _("werkt waarschijnlijk averechts"),
    "aanwijzing": _("alleen een aanwijzing"),
    "onduidelijk": _("onduidelijk"),
    "loopt_uiteen": _("niet te vergelijken"),
    "te_weinig": _("te weinig cijfers"),
}
SOORT_VAN_OORDEEL = {
    "beter": "goed",
    "slechter": "fout",
    **dict.fromkeys(("aanwijzing", "onduidelijk", "loopt_uiteen"), "let-op"),
    "te_weinig": "rust",
}
