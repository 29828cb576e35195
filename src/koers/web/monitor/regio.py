"""The state of the region, and one municipality beside its peers."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from koers.actions.monitor.gemeente import read_gemeente
from koers.actions.monitor.regio import RegioOverzicht, figures_mark, read_regio, read_vergelijking
from koers.domain.weigering import Refused
from koers.presentation import regiobeelden
from koers.presentation.beelden.tegelkaart import toelichting
from koers.presentation.gemeente import exists, page, replaced, transitions
from koers.presentation.regio import JEUGDZORG, Keuzes, state
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.gehouden import kept_page

# What in the address the state of the region listens to.
KEUZES = ("jaar", "cijfer", "inkoopregio", "sorteer")


@require_safe
def regio(request: HttpRequest) -> HttpResponse:
    """The municipalities of the own region side by side: sentence, table, map, bars, sources."""
    jaar, vraag = asked_year(request), {n: request.GET[n][:60] for n in KEUZES if n in request.GET}
    try:
        return kept_page(
            request,
            "monitor/regio.html",
            figures_mark(),
            (jaar, *sorted(vraag.items())),
            lambda: _state_of_region(jaar, vraag),
        )
    except Refused as refused:
        return render(request, "monitor/regio_leeg.html", {"zin": sentence(refused)})
    except _ZonderCijfers as leeg:
        return render(request, "monitor/regio_leeg.html", {"overzicht": leeg.overzicht})


class _ZonderCijfers(Exception):
    """There is a region, and nothing to tell about it yet."""

    def __init__(self, overzicht: RegioOverzicht) -> None:
        super().__init__()
        self.overzicht = overzicht


def _state_of_region(jaar: int | None, vraag: Mapping[str, str]) -> dict[str, object]:
    overzicht = read_regio(by=None, jaar=jaar)
    keuzes = Keuzes.of(vraag, overzicht, jaar)
    if not keuzes.cijfer:
        raise _ZonderCijfers(overzicht)
    return {
        "overzicht": overzicht,
        "staat": state(overzicht, keuzes, gemeente_address),
        "bevinding": regiobeelden.finding(overzicht, keuzes.cijfer),
        "kaart_uitleg": toelichting(),
        "kaart": regiobeelden.tile_map(overzicht, keuzes, gemeente_address),
        "staven": regiobeelden.bars(overzicht, keuzes, gemeente_address),
    }


@require_safe
def gemeente(request: HttpRequest, code: str) -> HttpResponse:
    """One municipality of the country, also one that is no longer there, beside those most like it."""
    try:
        return kept_page(request, "monitor/gemeente.html", figures_mark(), code, lambda: _municipality(code))
    except Refused as refused:
        raise Http404 from refused


def _municipality(code: str) -> dict[str, object]:
    blad = read_gemeente(by=None, code=code)
    try:
        overzicht = read_regio(by=None)
    except Refused:
        overzicht = None
    # Peers are sought in the year of the figure that they are compared by.
    jaar = overzicht.jaren.get(JEUGDZORG) if overzicht else None
    vergelijking = read_vergelijking(by=None, jaar=jaar)
    pagina = page(blad, overzicht, vergelijking, gemeente_address)
    return {
        "blad": blad,
        "pagina": pagina,
        "bestaat": exists(blad, vandaag()),
        "opgegaan_in": transitions(blad.opgegaan_in, gemeente_address),
        "ontstaan_uit": transitions(blad.ontstaan_uit, gemeente_address),
        "vervangen": replaced(pagina),
    }


def gemeente_address(code: str) -> str:
    """The page of a municipality."""
    return reverse("regio-gemeente", args=[code])


def asked_year(request: HttpRequest) -> int | None:
    """The year in the address; None when there is none, or nothing that is a year."""
    jaar = request.GET.get("jaar", "")
    return int(jaar) if jaar.isdecimal() and len(jaar) == 4 else None
