"""The words of light help, of evaluations and of help that goes on."""

from django.utils.translation import gettext_lazy as _

STAPPEN = {
    "start": _("Het eerste gesprek was"),
    "afgerond": _("Afgerond: het gezin kan weer verder"),
    "gestopt_door_gezin": _("Gestopt door het gezin"),
}
AKKOORD = {"jeugdige": _("de jongere"), "ouder": _("de ouder"), "allebei": _("de jongere en de ouder")}
OORDELEN = {
    "nieuw": _("nieuw"),
    "vult_aan": _("vult aan wat er staat"),
    "staat_er_al": _("staat er al"),
    "geweigerd": _("niet ingelezen"),
}
SOORT_OORDEEL = {"nieuw": "goed", "vult_aan": "goed", "staat_er_al": "rust", "geweigerd": "fout"}
MET = {"jeugdige": _("de jongere"), "ouder": _("een ouder"), "allebei": _("de jongere en een ouder")}
DOELEN = {
    1: _("1: niets gehaald"),
    2: _("2: een klein deel"),
    3: _("3: ongeveer de helft"),
    4: _("4: het meeste"),
    5: _("5: alles gehaald"),
}
VERVOLG = {
    "stoppen": _("de hulp stopt"),
    "afschalen": _("verder met lichtere hulp"),
    "doorgaan": _("de hulp gaat door"),
    "andere_hulp": _("er komt andere hulp"),
}
PASSEND = {
    1: _("1: helemaal niet"),
    2: _("2: niet zo"),
    3: _("3: een beetje"),
    4: _("4: goed"),
    5: _("5: heel goed"),
}
WIE_ANTWOORDT = {"jeugdige": _("de jongere"), "ouder": _("een ouder")}
