"""Tables of the monitor to take away, as CSV or for Excel: the same figures as on their page."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from koers.actions.monitor.berekend import Berekening, read_indicator, read_indicator_intern
from koers.actions.monitor.regio import read_regio
from koers.domain.weigering import Refused
from koers.exchange.tabellen.uitvoer import SOORTEN, Rij, write
from koers.presentation.berekend import plain_rows
from koers.presentation.cijfers import figure
from koers.web.monitor.regio import asked_year
from koers.web.monitor.uitstroom import asked_day


@require_safe
def regio(request: HttpRequest, vorm: str) -> HttpResponse:
    """Every figure of the state of the region, one a row, with its source."""
    try:
        overzicht = read_regio(by=request.actor, jaar=asked_year(request))
    except Refused as refused:
        raise Http404 from refused
    regels = (*overzicht.gemeenten, *overzicht.inkoopregios, overzicht.regio, overzicht.nederland)
    rijen = [figure(regel, cijfer) for regel in regels for cijfer in regel.cijfers.values()]
    return table_file(vorm, "staat-van-de-regio", rijen)


@require_safe
def indicator(request: HttpRequest, id: str, vorm: str) -> HttpResponse:
    """The figures of an indicator that everybody may see."""
    return _indicator(read_indicator, request, id, vorm)


@require_safe
def indicator_intern(request: HttpRequest, id: str, vorm: str) -> HttpResponse:
    """The exact figures of one's own municipalities; every row and the name of the file say so."""
    return _indicator(read_indicator_intern, request, id, vorm)


def _indicator(read, request: HttpRequest, id: str, vorm: str) -> HttpResponse:
    try:
        found: Berekening | None = read(
            by=request.actor,
            indicator=id,
            lezing=request.GET.get("lezing") or None,
            stand=asked_day(request),
        )
    except Refused as refused:
        raise Http404 from refused
    if found is None:
        raise Http404
    stand = f"-stand-{found.stand:%Y-%m-%d}" if found.stand else ""
    return table_file(vorm, f"{found.id}-{found.lezing}-{found.klasse}{stand}", plain_rows(found))


def table_file(vorm: str, naam: str, rijen: Sequence[Rij]) -> HttpResponse:
    """The rows as a file that is not kept on the way. Http404 for an unknown kind."""
    try:
        inhoud = write(vorm, rijen)
    except Refused as refused:
        raise Http404 from refused
    return HttpResponse(
        inhoud,
        headers={
            "Content-Type": SOORTEN[vorm],
            "Content-Disposition": f'attachment; filename="koers-{naam}.{vorm}"',
            "Cache-Control": "no-store",
        },
    )
