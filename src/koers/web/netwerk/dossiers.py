"""Dossiers and assignments: whose, how many hours, how much money."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.netwerk.verdelen import verdeel
from koers.presentation.netwerk import dossiers as woorden
from koers.presentation.netwerk.verdeling import key_name
from koers.web.monitor.beleid import surroundings


@require_safe
def dossiers(request: HttpRequest) -> HttpResponse:
    """The dossiers, the hours asked and given, per municipality by the key of today, and the projects."""
    om = surroundings()
    verdeling = verdeel(by=request.actor, bedrag_cent=0, datum=om.today)
    tarief = next(iter(om.beleid.uurtarieven.values()))
    versie = tarief.on(om.today)
    zin, geld = woorden.programme(om)
    beeld = {
        "zin": woorden.lead(om),
        "dossiers": woorden.dossiers(om),
        "gevraagd": woorden.capacity(om),
        "gegeven": woorden.given(om),
        "per_gemeente": woorden.per_gemeente(
            verdeling.sleutel.gewichten, verdeling.namen, versie.cent_per_uur if versie else None, om
        ),
        "sleutel": key_name(verdeling.sleutel),
        "tarief": woorden.taal(tarief.waarvoor),
        "projecten": woorden.projects(om),
        "geldzin": zin,
        "geld": geld,
    }
    return render(request, "netwerk/dossiers.html", beeld)
