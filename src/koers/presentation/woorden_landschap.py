"""The words that people read about escalations, developments, judgements and the zorglandschap."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_LANDSCHAP = {
    "read_escalaties": _("bekeek escalaties"),
    "open_escalatie": _("opende een escalatie"),
    "inform_escalatie": _("schreef op wie bij een escalatie is geïnformeerd"),
    "calm_escalatie": _("schreef op dat een escalatie bedaard is"),
    "evaluate_escalatie": _("schreef op wat een escalatie leerde"),
    "close_escalatie": _("sloot een escalatie"),
    "reopen_escalatie": _("opende een escalatie opnieuw"),
    "withdraw_escalatie": _("trok een escalatie in"),
}
TOESTANDEN_LANDSCHAP: dict[str, object] = {
    "escalatie_loopt": _("loopt"),
    "bedaard": _("bedaard"),
    "geevalueerd": _("geëvalueerd"),
    "gesloten": _("gesloten"),
}
DINGEN_LANDSCHAP: dict[str, object] = {
    "escalatie": _("de escalatie"),
}
# The kind of the design (goed, let-op, fout, rust) of each state.
SOORT_VAN_LANDSCHAP = {
    "escalatie_loopt": "fout",
    **dict.fromkeys(("bedaard",), "let-op"),
    **dict.fromkeys(("geevalueerd", "gesloten"), "goed"),
    **dict.fromkeys(("ingetrokken",), "rust"),
}
STAPSTANDEN = {
    "wacht": ("let-op", _("moet nog")),
    "te_laat": ("fout", _("te laat")),
    "op_tijd": ("goed", _("op tijd")),
    "na_de_tijd": ("let-op", _("gedaan, na de tijd")),
    "niet_nodig": ("rust", _("niet nodig")),
}
STAPSOORTEN = {
    "gedaan": _("Er is iemand geïnformeerd"),
    "niet_nodig": _("Deze stap was niet nodig"),
}
