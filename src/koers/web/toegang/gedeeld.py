"""What the pages of aanvraag, besluit and bezwaar share."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koers.actions.toegang.besluit_lezen import AanvraagBeeld, Besluitblad, read_besluit
from koers.actions.toegang.lezen import CasusBeeld
from koers.domain.weigering import Refused
from koers.web.formulier import Formulier, send


def open_aanvraag_of(beeld: CasusBeeld) -> AanvraagBeeld | None:
    return next((aanvraag for aanvraag in beeld.aanvragen if aanvraag.open), None)


def get_besluit(request: HttpRequest, besluit_id: UUID) -> Besluitblad:
    """The besluit, or 404: not there and not yours look the same."""
    try:
        return read_besluit(by=request.actor, besluit_id=besluit_id)
    except Refused as refused:
        raise Http404 from refused


def send_done(request: HttpRequest, formulier: Formulier, do: Callable[[], UUID], zin: str) -> bool:
    """Whether a valid form was sent and its act was done."""
    if request.method == "POST" and formulier.is_valid() and send(formulier, do) is not None:
        messages.success(request, zin)
        return True
    return False


def show_form(
    request: HttpRequest, formulier: Formulier, beeld: CasusBeeld, titel: str, uitleg: str
) -> HttpResponse:
    context = {"formulier": formulier, "casus": beeld, "titel": titel, "uitleg": uitleg}
    return render(request, "toegang/stap.html", context, status=formulier.status)
