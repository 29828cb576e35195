"""Outflow per month of one's own municipality: reported, expected, and as it was known before."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.monitor.uitstroom import read_uitstroom
from koers.domain.weigering import Refused
from koers.presentation.uitstroom import sheet


@require_safe
def uitstromen(request: HttpRequest) -> HttpResponse:
    """To the outflow of the own municipality; the first one of who has several."""
    own = read_badkuip_gemeenten(by=request.actor)
    if not own:
        raise Http404
    return redirect("uitstroom", code=own[0].code)


@require_safe
def uitstroom(request: HttpRequest, code: str) -> HttpResponse:
    """One municipality; `?stand=2026-03-31` as known on that day, `?hulp=alles` also the lighter levels."""
    alles = request.GET.get("hulp") == "alles"
    try:
        blad = read_uitstroom(
            by=request.actor, gemeente=code, specialistisch=not alles, stand=asked_day(request)
        )
    except Refused as refused:
        raise Http404 from refused
    context = {"vel": sheet(blad), "code": code, "gemeenten": read_badkuip_gemeenten(by=request.actor)}
    return render(request, "monitor/uitstroom.html", context)


def asked_day(request: HttpRequest) -> date | None:
    """The day in the address; none when it is empty. Http404 for what is no day."""
    asked = request.GET.get("stand", "")
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        raise Http404 from None
