"""Lines of today from light help, the future plan and help that ends: (who, what, address, what to do)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.toegang.overdragen import read_overdrachten
from koers.actions.toegang.poh import read_poh
from koers.actions.toegang.toekomst import read_toekomstplannen
from koers.actions.zorg.herindicatie import AflopendRegel, read_aflopend
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


def handed_over_lines(by: Actor) -> list[Lijn]:
    """Questions of light help that nobody of the toegang took yet."""
    return [
        (
            een.kind,
            _("overgedragen vanuit de lichte hulp op %(datum)s") % {"datum": datum(een.datum)},
            reverse("overdracht", args=[een.id]),
            _("Vraag bekijken"),
        )
        for een in read_overdrachten(by=by)
    ]


def ending_lines(by: Actor) -> list[Lijn]:
    """Help that ends soon and evaluations that were promised."""
    found = []
    for regel in read_aflopend(by=by):
        if regel.beloofd is not None:
            wat = _("%(hulp)s: evaluatie beloofd voor %(datum)s") % {
                "hulp": regel.product,
                "datum": datum(regel.beloofd),
            }
        elif regel.geevalueerd:
            wat = _("%(hulp)s loopt tot %(datum)s; er is geëvalueerd") % _ends(regel)
        else:
            wat = _("%(hulp)s loopt tot %(datum)s; evalueer met het gezin") % _ends(regel)
        adres = reverse("herindicatie", args=[regel.toewijzing_id])
        found.append((regel.kind, wat, adres, _("Hulp bekijken")))
    return found


def _ends(regel: AflopendRegel) -> dict[str, str]:
    return {"hulp": regel.product, "datum": datum(regel.einde) if regel.einde else ""}


def light_lines(by: Actor) -> tuple[list[Lijn], list[Lijn]]:
    """Light questions: who waits past the norm, and who still has time or is being talked with."""
    late: list[Lijn] = []
    running: list[Lijn] = []
    for regel in read_poh(by=by).loopt:
        adres = reverse("licht", args=[regel.id])
        if regel.dagen_over is None:
            wat = _("lichte hulp, in gesprek")
        elif regel.dagen_over < 0:
            wat = ngettext(
                "wacht één dag te lang op een eerste gesprek",
                "wacht %(dagen)s dagen te lang op een eerste gesprek",
                regel.dagen_te_laat,
            ) % {"dagen": regel.dagen_te_laat}
        else:
            wat = ngettext(
                "wacht op een eerste gesprek, nog één dag",
                "wacht op een eerste gesprek, nog %(dagen)s dagen",
                regel.dagen_over,
            ) % {"dagen": regel.dagen_over}
        lijn = (regel.kind, wat, adres, _("Vraag openen"))
        (late if regel.dagen_te_laat else running).append(lijn)
    return late, running
