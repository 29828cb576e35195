"""Indicators: the list, and a page for each."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.monitor.berekend import Berekening, read_indicator, read_indicator_intern
from koers.actions.monitor.mart import kept_stands
from koers.domain.weigering import Refused
from koers.presentation.beleid.indicatoren import in_short, sheet
from koers.presentation.berekend import computed
from koers.web.monitor.beleid import surroundings
from koers.web.monitor.uitstroom import asked_day


@require_safe
def indicatoren(request: HttpRequest) -> HttpResponse:
    """What is measured, by kind."""
    om = surroundings()
    beeld = {"groepen": in_short(om), "aantal": len(om.beleid.indicatoren)}
    return render(request, "monitor/indicatoren.html", beeld)


@require_safe
def indicator(request: HttpRequest, id: str) -> HttpResponse:
    """One indicator: figures of the source, target, how it is counted, what is open."""
    return _page(request, id, read_indicator)


@require_safe
def indicator_intern(request: HttpRequest, id: str) -> HttpResponse:
    """The same page with exact figures of one's own municipalities, marked and logged."""
    return _page(request, id, read_indicator_intern)


def _page(request: HttpRequest, id: str, read: Callable[..., Berekening | None]) -> HttpResponse:
    om = surroundings()
    if id not in om.beleid.indicatoren:
        raise Http404
    try:
        found = read(
            by=request.actor,
            indicator=id,
            lezing=request.GET.get("lezing") or None,
            stand=asked_day(request),
        )
    except Refused as refused:
        raise Http404 from refused
    context = {
        "blad": sheet(om.beleid.indicatoren[id], om),
        "berekend": found and computed(found),
        "standen": kept_stands(),
    }
    return render(request, "monitor/indicator.html", context)
