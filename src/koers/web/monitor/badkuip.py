"""De badkuip: inflow, stock, stay and outflow of one's own municipality."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from koers.actions.monitor.badkuip import Badkuipblad, read_badkuip, read_badkuip_gemeenten
from koers.domain.weigering import Refused
from koers.presentation.badkuip import part_rows, sheet, year_rows
from koers.web.monitor.uitvoer import table_file


@require_safe
def badkuipen(request: HttpRequest) -> HttpResponse:
    """To the basin of the own municipality; the first one of who has several."""
    own = read_badkuip_gemeenten(by=request.actor)
    if not own:
        raise Http404
    return redirect("badkuip", code=own[0].code)


@require_safe
def badkuip(request: HttpRequest, code: str) -> HttpResponse:
    """The basin of one municipality; `?hulp=alles` also counts the lighter levels, `?per=niveau` splits the
    last year by level.
    """
    blad = _read(request, code, standaard="route")
    context = {"vel": sheet(blad), "code": code, "gemeenten": read_badkuip_gemeenten(by=request.actor)}
    return render(request, "monitor/badkuip.html", context)


@require_safe
def tabel(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """The years, or with `?per=` the parts of the last one, to take away; marked as internal."""
    blad = _read(request, code)
    rijen = part_rows(blad) if blad.verdeling else year_rows(blad)
    per = f"-per-{blad.verdeling.per}" if blad.verdeling else ""
    return table_file(vorm, f"badkuip-{code}{per}-intern", rijen)


def _read(request: HttpRequest, code: str, standaard: str | None = None) -> Badkuipblad:
    alles = request.GET.get("hulp") == "alles"
    per = request.GET.get("per") or standaard
    try:
        return read_badkuip(by=request.actor, gemeente=code, specialistisch=not alles, per=per)
    except Refused as refused:
        raise Http404 from refused
