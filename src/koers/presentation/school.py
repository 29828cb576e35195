"""The reach of work at school and in the neighbourhood as one sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.domain.school import Bereik
from koers.presentation.opmaak import getal


def summary(bereik: Bereik, jaar: int) -> str:
    """For instance "In 2026: 13 jongeren in 2 groepen, 4 vragen in een ZAT, 1 keer advies; …"."""
    jongeren = ngettext("%(n)s jongere", "%(n)s jongeren", bereik.jongeren)
    groepen = ngettext("%(n)s groep", "%(n)s groepen", bereik.groepen)
    zat = ngettext("%(n)s vraag in een ZAT", "%(n)s vragen in een ZAT", bereik.zat_vragen)
    over = ngettext(
        "%(n)s vraag ging naar de toegang", "%(n)s vragen gingen naar de toegang", bereik.overgedragen
    )
    return _("In %(jaar)s: %(jongeren)s in %(groepen)s, %(zat)s, %(advies)s keer advies; %(over)s.") % {
        "jaar": jaar,
        "jongeren": jongeren % {"n": getal(bereik.jongeren)},
        "groepen": groepen % {"n": getal(bereik.groepen)},
        "zat": zat % {"n": getal(bereik.zat_vragen)},
        "advies": getal(bereik.consultaties),
        "over": over % {"n": getal(bereik.overgedragen)},
    }
