"""Escalations in words: the answer of the list and of one, and the frozen texts in the language of now."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.netwerk.escalaties_lezen import EscalatieBeeld, EscalatiesBeeld, StapBeeld
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.netwerk.vergaderingen import said
from koers.presentation.opmaak import tijdstip


def escalation_name(een: EscalatieBeeld) -> str:
    """What it is called; a drill is called a drill."""
    naam = said(een.naam)
    return _("Oefening: %(naam)s") % {"naam": naam} if een.oefening else naam


def norm_name(norm: str) -> str:
    """The article and name of a norm; its id when it left the policy."""
    found = beleid().normen.get(norm)
    return f"{found.artikel}: {taal(found.wat)}" if found else norm


def lead(beeld: EscalatiesBeeld) -> str:
    """The answer of the list. A drill counts nowhere."""
    echt = [een for een in beeld.alle if een.loopt and not een.oefening]
    if not echt:
        return _("Er loopt geen escalatie.")
    zin = ngettext("Er loopt één escalatie.", "Er lopen %(aantal)s escalaties.", len(echt)) % {
        "aantal": len(echt)
    }
    laat = sum(len(een.te_laat) for een in echt)
    if laat:
        zin += " " + ngettext("Eén stap is te laat.", "%(aantal)s stappen zijn te laat.", laat) % {
            "aantal": laat
        }
    return zin


def lead_of(een: EscalatieBeeld) -> str:
    """The answer of one: what has to be done first."""
    if not een.loopt:
        return een.vervolgen[-1].tekst if een.vervolgen else ""
    volgende = next_step(een)
    if volgende is None:
        return _("Elke stap heeft een antwoord.")
    words = {
        "wie": said(volgende.regel.wie),
        "aan": said(volgende.regel.aan),
        "moment": tijdstip(volgende.deadline),
    }
    if volgende.stand == "te_laat":
        return _("Te laat: %(wie)s informeert %(aan)s. Dat moest voor %(moment)s.") % words
    return _("Eerst dit: %(wie)s informeert %(aan)s, voor %(moment)s.") % words


def next_step(een: EscalatieBeeld) -> StapBeeld | None:
    """The step without an answer whose hour comes first."""
    open_ = [stap for stap in een.stappen if stap.gemeld is None]
    return min(open_, key=lambda stap: stap.deadline, default=None)
