"""The state of the region, and one municipality beside its peers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from koers.actions.monitor.gemeente import read_gemeente
from koers.actions.monitor.regio import read_regio, read_vergelijking
from koers.domain.weigering import Refused
from koers.presentation import regiobeelden
from koers.presentation.beelden.tegelkaart import toelichting
from koers.presentation.gemeente import exists, page, replaced, transitions
from koers.presentation.regio import JEUGDZORG, Keuzes, state
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag


@require_safe
def regio(request: HttpRequest) -> HttpResponse:
    """The municipalities of the own region side by side: sentence, table, map, bars, sources."""
    jaar = asked_year(request)
    try:
        overzicht = read_regio(by=request.actor, jaar=jaar)
    except Refused as refused:
        return render(request, "monitor/regio_leeg.html", {"zin": sentence(refused)})
    keuzes = Keuzes.of(request.GET.dict(), overzicht, jaar)
    if not keuzes.cijfer:
        return render(request, "monitor/regio_leeg.html", {"overzicht": overzicht})
    beeld = {
        "overzicht": overzicht,
        "staat": state(overzicht, keuzes, gemeente_address),
        "bevinding": regiobeelden.finding(overzicht, keuzes.cijfer),
        "kaart_uitleg": toelichting(),
        "kaart": regiobeelden.tile_map(overzicht, keuzes, gemeente_address),
        "staven": regiobeelden.bars(overzicht, keuzes, gemeente_address),
    }
    return render(request, "monitor/regio.html", beeld)


@require_safe
def gemeente(request: HttpRequest, code: str) -> HttpResponse:
    """One municipality of the country, also one that is no longer there, beside those most like it."""
    try:
        blad = read_gemeente(by=request.actor, code=code)
    except Refused as refused:
        raise Http404 from refused
    try:
        overzicht = read_regio(by=request.actor)
    except Refused:
        overzicht = None
    # Peers are sought in the year of the figure that they are compared by.
    jaar = overzicht.jaren.get(JEUGDZORG) if overzicht else None
    vergelijking = read_vergelijking(by=request.actor, jaar=jaar)
    pagina = page(blad, overzicht, vergelijking, gemeente_address)
    return render(
        request,
        "monitor/gemeente.html",
        {
            "blad": blad,
            "pagina": pagina,
            "bestaat": exists(blad, vandaag()),
            "opgegaan_in": transitions(blad.opgegaan_in, gemeente_address),
            "ontstaan_uit": transitions(blad.ontstaan_uit, gemeente_address),
            "vervangen": replaced(pagina),
        },
    )


def gemeente_address(code: str) -> str:
    """The page of a municipality."""
    return reverse("regio-gemeente", args=[code])


def asked_year(request: HttpRequest) -> int | None:
    """The year in the address; None when there is none, or nothing that is a year."""
    jaar = request.GET.get("jaar", "")
    return int(jaar) if jaar.isdecimal() and len(jaar) == 4 else None
