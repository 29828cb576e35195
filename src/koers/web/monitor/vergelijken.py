"""Two areas or years beside each other. The address holds the choice, so it can be kept and sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from koers.actions.monitor.vergelijken import (
    Vergelijking,
    areas_to_compare,
    compare,
    years_to_compare,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.beleid.woorden import INDICATORSOORTEN
from koers.presentation.vergelijken import plain_rows, sheet
from koers.presentation.zinnen import sentence
from koers.web.monitor.uitvoer import table_file

# Every indicator that was not asked before is counted first, so a choice of one kind answers sooner.
ALLES = "alles"


@require_safe
def vergelijken(request: HttpRequest) -> HttpResponse:
    """The choice of two, and below it every indicator for both. Without a choice: an area and its region."""
    keus = _asked(request)
    beeld: dict[str, object] = {
        "gebieden": areas_to_compare(),
        "jaren": years_to_compare(),
        "soorten": [*INDICATORSOORTEN.items(), (ALLES, _("Alle indicatoren"))],
        "keus": keus,
        "vraag": "&".join(f"{naam}={waarde}" for naam, waarde in keus.items()),
    }
    status = 200
    try:
        beeld["vel"] = sheet(_compared(request, keus), beleid())
    except Refused as refused:
        beeld["zin"], status = sentence(refused), 400
    return render(request, "monitor/vergelijken.html", beeld, status=status)


@require_safe
def tabel(request: HttpRequest, vorm: str) -> HttpResponse:
    """The same figures to take away."""
    keus = _asked(request)
    try:
        rijen = plain_rows(_compared(request, keus), beleid())
    except Refused as refused:
        raise Http404 from refused
    return table_file(vorm, "vergelijken-" + "-".join(keus.values()), rijen)


def _compared(request: HttpRequest, keus: dict[str, str]) -> Vergelijking:
    een, ander = (keus["gebied_1"], keus["jaar_1"]), (keus["gebied_2"], keus["jaar_2"])
    soort = None if keus["soort"] == ALLES else keus["soort"]
    return compare(by=request.actor, een=een, ander=ander, soort=soort)


def _asked(request: HttpRequest) -> dict[str, str]:
    """What was chosen; the rest is the first municipality and the widest region, in the last whole year."""
    areas, jaren = areas_to_compare(), years_to_compare()
    jaar = jaren[min(1, len(jaren) - 1)]
    standaard = {
        "gebied_1": areas[0].code,
        "jaar_1": jaar,
        "gebied_2": areas[-1].code,
        "jaar_2": jaar,
        "soort": next(iter(INDICATORSOORTEN)),
    }
    return {naam: _plain(request.GET.get(naam) or anders) for naam, anders in standaard.items()}


def _plain(gevraagd: str) -> str:
    """Only what can stand in a code: it goes into a name of a file."""
    return "".join(teken for teken in gevraagd[:40] if teken.isascii() and (teken.isalnum() or teken in "-_"))
