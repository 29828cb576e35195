"""The words that people read about risks: acts, states and the scale."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_RISICO = {
    "read_risicos": _("bekeek de risico’s"),
    "add_risico": _("schreef een risico op"),
    "judge_risico": _("beoordeelde een risico opnieuw"),
    "add_risicomaatregel": _("sprak een maatregel tegen een risico af"),
    "settle_risicomaatregel": _("schreef op wat er van een maatregel tegen een risico kwam"),
    "watch_indicator": _("liet een indicator waarschuwen voor een risico"),
    "unwatch_indicator": _("liet een indicator niet meer waarschuwen voor een risico"),
    "close_risico": _("sloot een risico"),
    "reopen_risico": _("opende een risico weer"),
}
TOESTANDEN_RISICO: dict[str, object] = {"gesloten": _("gesloten")}
DINGEN_RISICO: dict[str, object] = {
    "risico": _("het risico"),
    "risicomaatregel": _("de maatregel"),
}
SCHAAL = {"klein": _("klein"), "middel": _("middel"), "groot": _("groot")}
SOORT_VAN_ZWAARTE = {"klein": "rust", "middel": "let-op", "groot": "fout"}
KANTEN = {"boven": _("Als het cijfer erboven komt"), "onder": _("Als het cijfer eronder komt")}
UITKOMSTEN = {"gedaan": _("Het is gedaan"), "vervallen": _("Het gaat niet door")}
