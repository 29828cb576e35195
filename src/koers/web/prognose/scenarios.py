"""Keeping a scenario, seeing kept ones beside each other, taking one off the list."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from koers.actions.prognose.berekeningen import request_berekening
from koers.actions.prognose.scenarios import keep_scenario, read_scenarios, withdraw_scenario
from koers.domain.weigering import Refused
from koers.presentation.scenarios import sheet, waiting
from koers.web.formulier import Formulier, send
from koers.web.prognose.wat_als import BewaarFormulier, asked_of, wat_als_page


@require_POST
def bewaren(request: HttpRequest, code: str) -> HttpResponse:
    """Keeps the question in the address under a name."""
    formulier, wens = asked_of(request, code)
    bewaar = BewaarFormulier(request.POST)
    if not formulier.errors and bewaar.is_valid():
        data = bewaar.cleaned_data
        keep = partial(request_berekening, keren=data["keren"]) if data["keren"] else keep_scenario
        done = send(
            bewaar,
            lambda: keep(
                by=request.actor,
                gemeente=code,
                naam=data["naam"],
                toelichting=data["toelichting"],
                wens=wens,
                formulier=bewaar.formulier,
            ),
        )
        if done:
            zin = (
                _("“%(naam)s” wacht op zijn beurt. Het staat bij de bewaarde scenario’s zodra het klaar is.")
                if data["keren"]
                else _("“%(naam)s” is bewaard.")
            )
            messages.success(request, zin % {"naam": data["naam"]})
            return redirect("wat-als-scenarios", code=code)
    return wat_als_page(request, code, bewaar)


@require_safe
def scenarios(request: HttpRequest, code: str) -> HttpResponse:
    """Kept scenarios beside each other, as they come out with the figures of today."""
    try:
        area, bewaard, berekeningen = read_scenarios(by=request.actor, gemeente=code)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "naam": area.naam,
        "code": code,
        "regels": [(een, Formulier(auto_id=False)) for een in sheet(bewaard)],
        "wachtend": [(een, Formulier(auto_id=False)) for een in waiting(berekeningen)],
    }
    return render(request, "prognose/scenarios.html", context)


@require_POST
def intrekken(request: HttpRequest, code: str, scenario_id: UUID) -> HttpResponse:
    """Takes a scenario off the list."""
    formulier = Formulier(request.POST)
    if formulier.is_valid():
        done = send(
            formulier,
            lambda: withdraw_scenario(
                by=request.actor, gemeente=code, scenario_id=scenario_id, formulier=formulier.formulier
            ),
        )
        if done:
            messages.success(request, _("Het scenario staat niet meer in de lijst."))
    return redirect("wat-als-scenarios", code=code)
