"""Indicators: the list, and a page for each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.monitor.berekend import Berekening, mart_mark, read_indicator, read_indicator_intern
from koers.actions.monitor.mart import kept_stands
from koers.authorization.poort import may
from koers.domain.weigering import Refused
from koers.presentation.beleid.indicatoren import in_short, sheet
from koers.presentation.berekend import computed
from koers.web.gehouden import kept_page
from koers.web.monitor.beleid import surroundings
from koers.web.monitor.uitstroom import asked_day

# What the list leads on to, for who may.
VERDER = ("read_wat_als", "read_badkuip", "read_uitstroom", "read_landschap")


@require_safe
def indicatoren(request: HttpRequest) -> HttpResponse:
    """What is measured, by kind."""
    rechten = tuple(naam for naam in VERDER if may(request.actor, naam))

    def make() -> dict[str, object]:
        om = surroundings()
        return {
            "groepen": in_short(om),
            "aantal": len(om.beleid.indicatoren),
            "mag": dict.fromkeys(rechten, True),
        }

    # Nothing but policy is on it, and that is in the key of everything that is kept.
    return kept_page(request, "monitor/indicatoren.html", "beleid", rechten, make)


@require_safe
def indicator(request: HttpRequest, id: str) -> HttpResponse:
    """One indicator: figures of the source, target, how it is counted, what is open."""
    _known(id)
    # A name that is no reading is not kept: it is refused each time.
    lezing, stand = request.GET.get("lezing") or None, asked_day(request)
    intern = may(request.actor, "read_indicator_intern")
    try:
        return kept_page(
            request,
            "monitor/indicator.html",
            mart_mark(stand),
            (id, lezing, stand, intern),
            lambda: _picture(read_indicator(by=None, indicator=id, lezing=lezing, stand=stand), id, intern),
        )
    except Refused as refused:
        raise Http404 from refused


@require_safe
def indicator_intern(request: HttpRequest, id: str) -> HttpResponse:
    """The same page with exact figures of one's own municipalities, marked and logged. Never kept."""
    _known(id)
    try:
        found = read_indicator_intern(
            by=request.actor,
            indicator=id,
            lezing=request.GET.get("lezing") or None,
            stand=asked_day(request),
        )
    except Refused as refused:
        raise Http404 from refused
    return render(request, "monitor/indicator.html", _picture(found, id, mag_intern=True))


def _known(id: str) -> None:
    if id not in surroundings().beleid.indicatoren:
        raise Http404


def _picture(found: Berekening | None, id: str, mag_intern: bool) -> dict[str, object]:
    om = surroundings()
    return {
        "blad": sheet(om.beleid.indicatoren[id], om),
        "berekend": found and computed(found),
        "standen": kept_stands(),
        "mag_intern": mag_intern,
    }
