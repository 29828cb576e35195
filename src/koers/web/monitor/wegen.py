"""Which level follows on which, and how long help takes per level, in one's own municipality."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.monitor.wegen import Wegenblad, read_wegen
from koers.domain.weigering import Refused
from koers.presentation.wegen import plain_rows, sheet
from koers.web.monitor.uitvoer import table_file


@require_safe
def wegen(request: HttpRequest, code: str) -> HttpResponse:
    """One municipality; `?hulp=alles` also the lighter levels."""
    context = {
        "vel": sheet(_read(request, code)),
        "code": code,
        "gemeenten": read_badkuip_gemeenten(by=request.actor),
    }
    return render(request, "monitor/wegen.html", context)


@require_safe
def tabel(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """The same numbers and the whole curves to take away; marked as internal."""
    blad = _read(request, code)
    return table_file(vorm, f"wegen-{code}-{blad.jaar}-{blad.klasse}", plain_rows(blad))


def _read(request: HttpRequest, code: str) -> Wegenblad:
    try:
        return read_wegen(by=request.actor, gemeente=code, specialistisch=request.GET.get("hulp") != "alles")
    except Refused as refused:
        raise Http404 from refused
