"""Risks in words: what is overdue, what warns, and how a figure stands to its threshold."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.sturing.risicos_lezen import RisicosBeeld, SignaalBeeld
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.berekend import in_unit
from koers.presentation.opmaak import datum, getal


def policy_risk_name(id: str) -> str:
    """The name of a risk of the policy; its id when it left."""
    found = beleid().risicos.get(id)
    return taal(found.naam) if found else id


def lead(beeld: RisicosBeeld) -> str:
    """The answer of the list: what waits, and what warns."""
    open_ = [een for een in beeld.risicos if een.stand == "open"]
    if not open_:
        return _("Er staat geen risico open.")
    zin = ngettext("Er staat %(n)s risico open.", "Er staan %(n)s risico’s open.", len(open_)) % {
        "n": len(open_)
    }
    late = sum(een.te_laat for een in open_)
    warn = sum(bool(een.waarschuwt) for een in open_)
    if late:
        zin += " " + ngettext(
            "%(n)s moet opnieuw worden bekeken.", "%(n)s moeten opnieuw worden bekeken.", late
        ) % {"n": late}
    if warn:
        zin += " " + _("Bij %(n)s waarschuwt een cijfer.") % {"n": warn}
    return zin


def threshold_words(een: SignaalBeeld) -> str:
    """From where on it warns."""
    words = {"grens": plain(een.grens)}
    return (
        _("waarschuwt boven %(grens)s") if een.kant == "boven" else _("waarschuwt onder %(grens)s")
    ) % words


def figure_words(een: SignaalBeeld) -> str:
    """The last figure that may be told, with its year and how it was counted."""
    cijfer = een.cijfer
    if cijfer is None or cijfer.waarde is None:
        return _("Er is geen cijfer te vertellen.")
    words = {
        "waarde": in_unit(cijfer.eenheid, cijfer.waarde),
        "periode": cijfer.periode,
        "versie": cijfer.versie,
    }
    zin = _("%(waarde)s in %(periode)s; definitie %(versie)s") % words
    if cijfer.peildatum:
        zin += _(", gegevens tot en met %(dag)s") % {"dag": datum(cijfer.peildatum)}
    return f"{zin}. " + _("Dit jaar kan nog veranderen.") if cijfer.voorlopig else f"{zin}."


def plain(waarde: Decimal) -> str:
    """A threshold without the zeros that only the column adds."""
    return getal(waarde, max(0, -int(waarde.normalize().as_tuple().exponent)))
