"""The words that people read about escalations, developments, judgements and the zorglandschap."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_LANDSCHAP = {
    "read_escalaties": _("bekeek escalaties"),
    "open_escalatie": _("opende een escalatie"),
    "inform_escalatie": _("schreef op wie bij een escalatie is geïnformeerd"),
    "calm_escalatie": _("schreef op dat een escalatie bedaard is"),
    "evaluate_escalatie": _("schreef op wat een escalatie leerde"),
    "end_escalatie": _("sloot een escalatie"),
    "reopen_escalatie": _("opende een escalatie opnieuw"),
    "withdraw_escalatie": _("trok een escalatie in"),
    "read_ontwikkelingen": _("bekeek landelijke ontwikkelingen"),
    "add_ontwikkeling": _("schreef een landelijke ontwikkeling op"),
    "write_ontwikkeling": _("schreef op hoe een landelijke ontwikkeling ervoor staat"),
    "read_oordelen": _("bekeek hoe gemeenten en regio zichzelf beoordelen"),
    "draft_oordeel": _("schreef een oordeel over de eigen gemeente of regio in de maak"),
    "share_oordeel": _("deelde een oordeel over de eigen gemeente of regio"),
    "add_verbetering": _("sprak een verbetering af"),
    "follow_verbetering": _("schreef op hoe een verbetering ervoor staat"),
    "read_landschapsdossiers": _("bekeek dossiers van het zorglandschap"),
    "open_landschap": _("opende een dossier van het zorglandschap"),
    "add_alternatief": _("schreef een alternatief op"),
    "consult_markt": _("vroeg een aanbieder wat hij kan"),
    "answer_markt": _("schreef op wat een aanbieder antwoordde"),
    "decide_landschap": _("schreef op of er wordt ingekocht"),
    "hand_over_landschap": _("droeg een dossier over aan de inkoop"),
    "finish_landschap": _("rondde een dossier van het zorglandschap af"),
    "reopen_landschap": _("pakte een dossier van het zorglandschap weer op"),
}
TOESTANDEN_LANDSCHAP: dict[str, object] = {
    "escalatie_loopt": _("loopt"),
    "bedaard": _("bedaard"),
    "geevalueerd": _("geëvalueerd"),
    "gesloten": _("gesloten"),
    "geen_oordeel": _("nog niets opgeschreven"),
    "oordeel_in_de_maak": _("in de maak, nog niet gedeeld"),
    "oordeel_gedeeld": _("gedeeld"),
    "ontwikkeling_gevolgd": _("wordt gevolgd"),
    "op_tafel": _("ligt op tafel"),
    "verwerkt": _("verwerkt"),
    "losgelaten": _("niet meer gevolgd"),
    "behoefte": _("behoefte"),
    "alternatieven": _("alternatieven"),
    "marktconsultatie": _("marktconsultatie"),
    "inkopen_besloten": _("besloten: inkopen"),
    "niet_inkopen_besloten": _("besloten: niet inkopen"),
    "anders_besloten": _("besloten: anders"),
    "overgedragen_aan_inkoop": _("overgedragen aan de inkoop"),
    "landschap_afgerond": _("afgerond"),
}
DINGEN_LANDSCHAP: dict[str, object] = {
    "escalatie": _("de escalatie"),
    "oordeel": _("het oordeel"),
    "verbetering": _("de verbetering"),
    "ontwikkeling": _("de ontwikkeling"),
    "landschapsdossier": _("het dossier"),
}
# The kind of the design (goed, let-op, fout, rust) of each state.
SOORT_VAN_LANDSCHAP = {
    "escalatie_loopt": "fout",
    **dict.fromkeys(("bedaard",), "let-op"),
    **dict.fromkeys(("op_tafel", "loopt_uit", "oordeel_in_de_maak"), "let-op"),
    **dict.fromkeys(("geevalueerd", "gesloten", "verwerkt", "oordeel_gedeeld", "gedaan"), "goed"),
    **dict.fromkeys(("ingetrokken", "losgelaten", "ontwikkeling_gevolgd", "geen_oordeel"), "rust"),
    **dict.fromkeys(("open", "vervallen", "behoefte", "alternatieven", "marktconsultatie"), "rust"),
    **dict.fromkeys(("inkopen_besloten", "anders_besloten", "overgedragen_aan_inkoop"), "let-op"),
    **dict.fromkeys(("niet_inkopen_besloten", "landschap_afgerond"), "goed"),
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
ONTWIKKELINGSTANDEN = {
    "gevolgd": _("Wij volgen dit"),
    "op_tafel": _("Dit ligt op tafel bij het overleg"),
    "verwerkt": _("Dit is verwerkt in ons eigen beleid"),
    "losgelaten": _("Wij volgen dit niet meer"),
}
UITKOMSTEN = {
    "inkopen": _("Inkopen"),
    "niet_inkopen": _("Niet inkopen"),
    "anders": _("Op een andere manier"),
}
MARKTANTWOORDEN = {
    "kan": _("Kan het leveren"),
    "onder_voorwaarde": _("Kan het onder een voorwaarde"),
    "kan_niet": _("Kan het niet"),
    "geen_antwoord": _("Gaf geen antwoord"),
}
DOSSIERSTAPPEN = {
    **UITKOMSTEN,
    "overgedragen": _("Overgedragen"),
    "afgerond": _("Afgerond"),
    "heropend": _("Weer opgepakt"),
}
