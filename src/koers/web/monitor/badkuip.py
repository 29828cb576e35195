"""De badkuip: inflow, stock, stay and outflow of one's own municipality."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from koers.actions.monitor.badkuip import read_badkuip, read_badkuip_gemeenten
from koers.domain.weigering import Refused
from koers.presentation.badkuip import sheet


@require_safe
def badkuipen(request: HttpRequest) -> HttpResponse:
    """To the basin of the own municipality; the first one of who has several."""
    own = read_badkuip_gemeenten(by=request.actor)
    if not own:
        raise Http404
    return redirect("badkuip", code=own[0].code)


@require_safe
def badkuip(request: HttpRequest, code: str) -> HttpResponse:
    """The basin of one municipality; `?hulp=alles` also counts the lighter levels."""
    alles = request.GET.get("hulp") == "alles"
    try:
        blad = read_badkuip(by=request.actor, gemeente=code, specialistisch=not alles)
    except Refused as refused:
        raise Http404 from refused
    context = {"vel": sheet(blad), "code": code, "gemeenten": read_badkuip_gemeenten(by=request.actor)}
    return render(request, "monitor/badkuip.html", context)
