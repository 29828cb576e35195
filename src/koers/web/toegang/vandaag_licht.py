"""Lines of today from light help, the future plan and help that ends: (who, what, address, what to do)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from koers.actions.toegang.toekomst import read_toekomstplannen
from koers.domain.actor import Actor
from koers.presentation.opmaak import datum

Lijn = tuple[str, str, str, str]


def future_lines(by: Actor) -> list[Lijn]:
    """Open plans of young people of whose family the actor is regisseur."""
    return [
        (
            plan.kind,
            _("wordt 18 op %(datum)s: plan voor daarna, nog %(aantal)s onderwerpen open")
            % {"datum": datum(plan.achttien), "aantal": plan.te_doen}
            if plan.te_doen
            else _("wordt 18 op %(datum)s: het plan kan worden afgerond") % {"datum": datum(plan.achttien)},
            reverse("toekomstplan", args=[plan.id]),
            _("Plan openen"),
        )
        for plan in read_toekomstplannen(by=by, alleen_open=True)
        if plan.regie
    ]
