"""The zorglandschap of an own municipality or region: supply against demand per hulpvorm."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from koers.actions.monitor.landschap import Landschap, landschap_areas, read_landschap
from koers.actions.netwerk.landschapsdossiers_lezen import read_dossiers_about
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.landschap import mending, plain_rows, region_around, sheet
from koers.web.monitor.regio import asked_year
from koers.web.monitor.uitvoer import table_file


@require_safe
def landschappen(request: HttpRequest) -> HttpResponse:
    """To the landscape of the own municipality; the first one of who has several."""
    own = landschap_areas(request.actor)
    if not own:
        raise Http404
    return redirect("zorglandschap", code=own[0].code)


@require_safe
def landschap(request: HttpRequest, code: str) -> HttpResponse:
    """One area in a year; `?jaar=2024` another one than the last."""
    beeld = _read(request, code)
    dossiers = read_dossiers_about(by=request.actor, area=beeld.gebied)
    context = {
        "vel": sheet(beeld, beleid()),
        "code": code,
        "gebieden": landschap_areas(request.actor),
        "herstel": mending(beeld, dossiers, beleid()),
        "regio": region_around(code, beleid()),
    }
    return render(request, "monitor/landschap.html", context)


@require_safe
def tabel(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """The same figures to take away; every row and the name of the file say that they are internal."""
    beeld = _read(request, code)
    return table_file(vorm, f"zorglandschap-{code}-{beeld.jaar}-{beeld.klasse}", plain_rows(beeld, beleid()))


def _read(request: HttpRequest, code: str) -> Landschap:
    try:
        return read_landschap(by=request.actor, gebied=code, jaar=asked_year(request))
    except Refused as refused:
        raise Http404 from refused
