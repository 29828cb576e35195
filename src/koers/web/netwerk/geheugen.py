"""The collective memory: search in everything decided, agreed and planned since 2011."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.netwerk.scenariokeuze import read_uitkomsten
from koers.actions.netwerk.vergadering_lezen import read_besloten
from koers.actions.sturing.herinneringen import read_herinneringen
from koers.presentation.netwerk import geheugen as woorden
from koers.presentation.netwerk.herinneringen import remembered
from koers.web.monitor.beleid import LANGSTE_ZOEKVRAAG, surroundings


@require_safe
def geheugen(request: HttpRequest) -> HttpResponse:
    """What fits the question best first; without a question, what can be asked."""
    zoek = request.GET.get("zoek", "").strip()[:LANGSTE_ZOEKVRAAG]
    om = surroundings()
    besluiten, keuzes = read_besloten(by=request.actor), read_uitkomsten(by=request.actor)
    meer = tuple(remembered(read_herinneringen(by=request.actor), om))
    gevonden = woorden.search(zoek, om, besluiten=besluiten, keuzes=keuzes, meer=meer) if zoek else ()
    beeld = {
        "zoek": zoek,
        "gevonden": gevonden,
        "aantal": len(gevonden),
        "stukken": woorden.size(om, besluiten, keuzes, meer),
    }
    return render(request, "netwerk/geheugen.html", beeld)
