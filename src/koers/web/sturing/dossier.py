"""The evidence for the national committee of experts: what is in it, and all of it in one file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.sturing.dossier import read_dossier
from koers.exchange.documents.dossier import make_dossier
from koers.web.sturing.agenda import asked, found


@require_safe
def rapportage_dossier(request: HttpRequest) -> HttpResponse:
    """Every published report of a municipality, and what its proeftuinen taught."""
    beeld = found(lambda: read_dossier(by=request.actor, gemeente=asked(request)))
    return render(request, "sturing/dossier.html", {"a": beeld})


@require_safe
def rapportage_dossier_bestand(request: HttpRequest) -> HttpResponse:
    """All of it in one file."""
    beeld = found(lambda: read_dossier(by=request.actor, gemeente=asked(request)))
    answer = HttpResponse(make_dossier(beeld, by=request.actor), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="dossier-{beeld.gemeente}.zip"'
    answer["Cache-Control"] = "no-store"
    return answer
