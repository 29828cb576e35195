"""Judgements of oneself in words: the answer of a list, and how an answer moved since the year before."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.netwerk.oordelen_lezen import LijstBeeld, Vak
from koers.policy.kinds.judgements import Oordeellijst
from koers.presentation.beleid.delen import taal


def answer_name(lijst: Oordeellijst, oordeel: str) -> str:
    """An answer of the scale in words; its id when it left the policy."""
    return next((taal(een.naam) for een in lijst.schaal if een.id == oordeel), oordeel)


def answer_kind(lijst: Oordeellijst, oordeel: str) -> str:
    """The sign beside it."""
    return next((een.soort for een in lijst.schaal if een.id == oordeel), "rust")


def lead(beeld: LijstBeeld) -> str:
    """The answer of the page of a list."""
    if beeld.lijst.van == "regio":
        aantal = sum(vak.nu is not None for regel in beeld.regels for vak in regel.vakken)
        words = {"aantal": aantal, "alle": len(beeld.lijst.punten), "jaar": beeld.jaar}
        return _("Over %(jaar)s gaf de regio bij %(aantal)s van de %(alle)s punten een antwoord.") % words
    words = {"aantal": beeld.verteld, "alle": len(beeld.regels), "jaar": beeld.jaar}
    return (
        ngettext(
            "Over %(jaar)s deelde %(aantal)s van de %(alle)s gemeenten een antwoord.",
            "Over %(jaar)s deelden %(aantal)s van de %(alle)s gemeenten een antwoord.",
            beeld.verteld,
        )
        % words
    )


def change(lijst: Oordeellijst, vak: Vak) -> str:
    """How the answer stands beside that of the year before; empty when there is nothing to compare."""
    if vak.nu is None or vak.vorig is None:
        return ""
    if vak.nu.oordeel == vak.vorig.oordeel:
        return _("als vorig jaar")
    return _("vorig jaar: %(antwoord)s") % {"antwoord": answer_name(lijst, vak.vorig.oordeel)}
