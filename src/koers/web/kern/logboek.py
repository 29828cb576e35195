"""Pages of the log, for the privacy officer."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from koers.actions.kern.controle import verify_log
from koers.actions.kern.logboek import SYSTEEM, Keuze, read_log
from koers.presentation.logboek import chain_sentence, confirmed, finding, last_check, state_of
from koers.presentation.woorden_handelingen import HANDELINGEN


@require_GET
def logboek(request: HttpRequest) -> HttpResponse:
    """Who did what, newest first, and how the chain stands."""
    dag, fout = _day(request.GET.get("dag", ""))
    handeling = request.GET.get("handeling", "")
    keuze = Keuze(
        dag=dag,
        medewerker=request.GET.get("medewerker", "")[:80],
        handeling=handeling if handeling in HANDELINGEN else "",
    )
    pagina = request.GET.get("pagina", "1")
    log = read_log(by=request.actor, keuze=keuze, pagina=int(pagina[:6]) if pagina.isdecimal() else 1)
    soort, zin = chain_sentence(log.keten)
    context = {
        "log": log,
        "fout": fout,
        "dag": request.GET.get("dag", "")[:20],
        "keten": {"soort": soort, "zin": zin},
        "bevestigd": confirmed(log.keten.bevestigd),
        "controle": last_check(log.keten),
        "handelingen": sorted(HANDELINGEN.items(), key=lambda item: str(item[1]).casefold()),
        "systeem": SYSTEEM,
    }
    return render(request, "kern/logboek.html", context)


@require_POST
def controleren(request: HttpRequest) -> HttpResponse:
    """Walks the whole log now and tells what was found."""
    outcome = verify_log(by=request.actor)
    context = {
        "klopt": outcome.klopt,
        "zin": state_of(outcome),
        "bevindingen": [finding(bevinding) for bevinding in outcome.gevonden],
        "niet_verteld": outcome.niet_verteld,
    }
    return render(request, "kern/logboek_controle.html", context)


def _day(text: str) -> tuple[date | None, str]:
    """The day that was asked for, or why it is none."""
    if not text:
        return None, ""
    try:
        return date.fromisoformat(text), ""
    except ValueError:
        return None, _("Dit is geen dag. Kies een dag, of schrijf hem als 2026-11-23. U ziet nu alle dagen.")
