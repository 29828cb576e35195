"""The words that people read about reports: acts, states and periods."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_RAPPORTAGE = {
    "read_rapportage": _("bekeek rapportages"),
    "attach_rapportage": _("maakte het document van een rapportage"),
    "open_rapportage": _("begon een rapportage"),
    "write_hoofdstuk": _("werkte aan een hoofdstuk van een rapportage"),
    "submit_rapportage": _("bood een rapportage aan ter beoordeling"),
    "return_rapportage": _("gaf een rapportage terug met een opmerking"),
    "publish_rapportage": _("ondertekende en publiceerde een rapportage"),
    "correct_rapportage": _("begon een verbeterde uitgave van een rapportage"),
    "change_sjabloon": _("bekeek of wijzigde het sjabloon van een rapportage"),
}
TOESTANDEN_RAPPORTAGE: dict[str, object] = {
    "in_review": _("ligt ter beoordeling"),
    "gepubliceerd": _("gepubliceerd"),
}
DINGEN_RAPPORTAGE: dict[str, object] = {"rapportage": _("de rapportage")}
# The kind of the design (goed, let-op, fout, rust) of each state.
SOORT_VAN_STAND = {"concept": "rust", "in_review": "let-op", "gepubliceerd": "goed"}


def period_words(per: str, periode: str) -> str:
    """ "2025-K4" as people say it: "vierde kwartaal van 2025"."""
    jaar, _streep, deel = periode.partition("-")
    if per == "jaar":
        return jaar
    return str(DELEN[per][int(deel[1]) - 1]) % {"jaar": jaar}


def whole_period(periode: str) -> str:
    """The same, when only the period itself tells how long it is."""
    deel = periode.partition("-")[2][:1]
    return period_words({"K": "kwartaal", "H": "halfjaar"}.get(deel, "jaar"), periode)


DELEN = {
    "kwartaal": (
        _("eerste kwartaal van %(jaar)s"),
        _("tweede kwartaal van %(jaar)s"),
        _("derde kwartaal van %(jaar)s"),
        _("vierde kwartaal van %(jaar)s"),
    ),
    "halfjaar": (
        _("eerste helft van %(jaar)s"),
        _("tweede helft van %(jaar)s"),
    ),
}
