"""Dossiers of the zorglandschap in words: the answer of the list and of one, and the names of the policy."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.netwerk.landschapsdossiers_lezen import DossierBeeld
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.opmaak import datum, getal


def area_name(gebied: str) -> str:
    """The name of an area; its id when it left the policy."""
    found = beleid().gebieden.get(gebied)
    return taal(found.naam) if found else gebied


def project_name(project: str) -> str:
    """The name of a project; its id when it left the policy."""
    found = beleid().projecten.get(project)
    return taal(found.naam) if found else project


def lead(dossiers: tuple[DossierBeeld, ...]) -> str:
    """The answer of the list: how many wait for a decision."""
    if not dossiers:
        return _("Er is nog geen dossier.")
    wacht = sum(een.stand in ("behoefte", "alternatieven", "marktconsultatie") for een in dossiers)
    return ngettext(
        "Eén dossier wacht op een besluit.", "%(aantal)s dossiers wachten op een besluit.", wacht
    ) % {"aantal": wacht}


def lead_of(een: DossierBeeld) -> str:
    """The answer of one: what it waits for."""
    last = een.stappen[-1] if een.stappen else None
    if een.stand == "overgedragen_aan_inkoop" and last and last.uiterlijk:
        words = {
            "wie": last.eigenaar,
            "regio": area_name(last.inkoopregio),
            "dag": datum(last.uiterlijk),
        }
        return _("Bij %(wie)s van %(regio)s, klaar op %(dag)s.") % words
    return {
        "behoefte": _("Nu: zet de alternatieven naast elkaar."),
        "alternatieven": _("Nu: vraag aanbieders wat zij kunnen, of leg het voor aan een overleg."),
        "marktconsultatie": _("Nu: verzamel de antwoorden, en leg het voor aan een overleg."),
        "inkopen_besloten": _("Nu: draag het over aan de inkoopregio, met een eigenaar en een dag."),
        "anders_besloten": _("Nu: draag het over, of rond het af."),
        "niet_inkopen_besloten": _("Nu: rond het af."),
    }.get(een.stand, last.tekst if last else "")


def market(een: DossierBeeld) -> str:
    """How the market consultation stands: providers asked, and how many of them answered."""
    if not een.marktvragen:
        return _("nog niemand gevraagd")
    answered = sum(bool(vraag.antwoorden) for vraag in een.marktvragen)
    words = {"gevraagd": getal(len(een.marktvragen)), "antwoord": getal(answered)}
    return (
        ngettext(
            "%(gevraagd)s aanbieder gevraagd, %(antwoord)s antwoordde",
            "%(gevraagd)s aanbieders gevraagd, %(antwoord)s antwoordden",
            len(een.marktvragen),
        )
        % words
    )


def places(een: DossierBeeld) -> str:
    """How many places are missing, or that nobody could count them."""
    if een.plekken is None:
        return _("niet geteld")
    return ngettext("%(aantal)s plek", "%(aantal)s plekken", een.plekken) % {"aantal": getal(een.plekken)}
