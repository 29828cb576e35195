"""One provider, and one referring practice: exact figures of an own municipality or region, to steer by."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.monitor.organisaties import (
    Organisatiecijfers,
    read_aanbiedercijfers,
    read_praktijkcijfers,
)
from koers.domain.weigering import Refused
from koers.presentation.organisaties import plain_rows, practice_sheet, provider_sheet
from koers.web.monitor.uitvoer import table_file


@require_safe
def aanbieder(request: HttpRequest, code: str, agb: str) -> HttpResponse:
    """One provider (by AGB code) in an area."""
    vel = provider_sheet(_read(read_aanbiedercijfers, request, code, agb))
    return render(request, "monitor/aanbieder.html", {"vel": vel, "code": code})


@require_safe
def praktijk(request: HttpRequest, code: str, agb: str) -> HttpResponse:
    """One referring practice (by AGB code) in an area."""
    vel = practice_sheet(_read(read_praktijkcijfers, request, code, agb))
    return render(request, "monitor/praktijk.html", {"vel": vel, "code": code})


@require_safe
def aanbieder_tabel(request: HttpRequest, code: str, agb: str, vorm: str) -> HttpResponse:
    """A provider to take away; every row and the name of the file say that it is internal."""
    return _file("aanbieder", _read(read_aanbiedercijfers, request, code, agb), vorm)


@require_safe
def praktijk_tabel(request: HttpRequest, code: str, agb: str, vorm: str) -> HttpResponse:
    """A practice to take away, marked in the same way."""
    return _file("praktijk", _read(read_praktijkcijfers, request, code, agb), vorm)


def _read(read, request: HttpRequest, code: str, agb: str) -> Organisatiecijfers:
    try:
        return read(by=request.actor, gebied=code, agb=agb)
    except Refused as refused:
        raise Http404 from refused


def _file(soort: str, cijfers: Organisatiecijfers, vorm: str) -> HttpResponse:
    naam = f"{soort}-{cijfers.agb}-{cijfers.gebied.code}-{cijfers.klasse}"
    return table_file(vorm, naam, plain_rows(cijfers))
