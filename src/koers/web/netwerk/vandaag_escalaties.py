"""Lines of today from escalations: who I have to inform, and what is late."""

from django.urls import reverse
from django.utils.translation import gettext as _

from koers.actions.netwerk.escalaties_lezen import EscalatieBeeld, StapBeeld, asked_of_me, read_escalaties
from koers.domain.actor import Actor
from koers.presentation.netwerk.escalaties import escalation_name
from koers.presentation.netwerk.vergaderingen import said
from koers.presentation.opmaak import datum, tijdstip
from koers.web.kern.dag import HOOGSTENS, Dag, Regel


def escalations(by: Actor, dag: Dag) -> None:
    """The steps that wait for me, the first hour first; before all else of the day."""
    found = [een for een in read_escalaties(by=by).alle if een.loopt]
    asked = [(stap.deadline, een, stap) for een in found for stap in asked_of_me(by, een)]
    asked.sort(key=lambda row: (row[1].oefening, row[0]))
    lines = [_line(een, stap) for _uur, een, stap in asked[:HOOGSTENS]]
    lines += [_evaluation(een) for een in found if een.leid_ik and een.evaluatie_te_laat]
    dag.vraagt[:0] = lines


def _line(een: EscalatieBeeld, stap: StapBeeld) -> Regel:
    words = {"aan": said(stap.regel.aan), "moment": tijdstip(stap.deadline)}
    wat = _("informeer %(aan)s, voor %(moment)s") % words
    if stap.stand == "te_laat":
        wat = _("te laat: %(aan)s moest voor %(moment)s zijn geïnformeerd") % words
    return Regel(
        escalation_name(een), wat, reverse("escalatie-stap", args=[een.id, stap.regel.id]), _("Opschrijven")
    )


def _evaluation(een: EscalatieBeeld) -> Regel:
    wat = _("de evaluatie moest klaar zijn op %(dag)s") % {"dag": datum(een.evalueren_voor or een.begin)}
    return Regel(escalation_name(een), wat, reverse("escalatie", args=[een.id]), _("Escalatie openen"))
