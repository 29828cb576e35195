"""Subsidies and agreements on figures in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.sturing.subsidies_lezen import AfspraakBeeld, SubsidiesBeeld
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.berekend import in_unit
from koers.presentation.opmaak import datum, euro


def spuk_name(id: str) -> str:
    """The name of a grant of the state; its id when it left the policy."""
    found = beleid().spuk.get(id)
    return f"{taal(found.doel)} ({found.jaar})" if found else id


def lead(beeld: SubsidiesBeeld) -> str:
    """The answer of the list: how much money, and which tests wait."""
    if not beeld.subsidies:
        return _("Er is nog geen subsidie opgeschreven.")
    aantal = len(beeld.subsidies)
    zin = ngettext(
        "Er is %(n)s subsidie, van %(bedrag)s.", "Er zijn %(n)s subsidies, samen %(bedrag)s.", aantal
    ) % {"n": aantal, "bedrag": euro(sum(een.bedrag_cent for een in beeld.subsidies))}
    held = [een.prestaties for een in beeld.subsidies] + [een.prestaties for een in beeld.contracten]
    wait = sum(een.mag_toetsen for een in held)
    if not wait:
        return zin
    return f"{zin} " + ngettext("%(n)s wacht op een toets.", "%(n)s wachten op een toets.", wait) % {
        "n": wait
    }


def agreement_words(een: AfspraakBeeld) -> str:
    """What the figure has to be, and when."""
    words = {"waarde": in_unit(een.eenheid, een.streefwaarde), "dag": datum(een.uiterlijk)}
    if een.kant == "minstens":
        return _("minstens %(waarde)s op %(dag)s") % words
    return _("hoogstens %(waarde)s op %(dag)s") % words


def figure_words(een: AfspraakBeeld) -> str:
    """The figure, and whether it can still change."""
    if een.waarde is None:
        return _("geen cijfer")
    waarde = in_unit(een.eenheid, een.waarde)
    return _("%(waarde)s, kan nog veranderen") % {"waarde": waarde} if een.voorlopig else waarde
