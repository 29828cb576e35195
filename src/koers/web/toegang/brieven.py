"""The letter about a besluit: reading it, letting it go, and shielding an address in time."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from koers.actions.toegang.brieven import hide_adres, release_brief, renew_brief
from koers.domain.weigering import Refused
from koers.exchange.documents.beschikking import make_document
from koers.presentation.zinnen import sentence
from koers.web.formulier import Formulier


@require_GET
def brief(request: HttpRequest, beschikking_id: UUID) -> HttpResponse:
    """The letter as PDF; made the first time, and then always the same file."""
    try:
        inhoud = make_document(by=request.actor, beschikking_id=beschikking_id)
    except Refused as refused:
        raise Http404 from refused
    answer = HttpResponse(inhoud, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="beschikking.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def brief_stap(request: HttpRequest, besluit_id: UUID, beschikking_id: UUID) -> HttpResponse:
    """Let a letter go, or make it anew."""
    formulier = Formulier(request.POST)
    formulier.is_valid()
    said = {
        "by": request.actor,
        "beschikking_id": beschikking_id,
        "formulier": formulier.cleaned_data.get("formulier_id"),
    }
    try:
        if "vernieuw" in request.POST:
            renew_brief(**said)
            messages.success(request, _("Er ligt een nieuwe brief klaar."))
        elif release_brief(**said) == "brief_vrijgegeven":
            messages.success(request, _("De brief is vrijgegeven om te versturen."))
        else:
            messages.warning(
                request,
                _("De brief is teruggehaald: het adres is nu geheim of veranderd. Vernieuw hem."),
            )
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        messages.error(request, sentence(refused))
    return redirect("besluit", besluit_id=besluit_id)


@require_POST
def adres_afschermen(request: HttpRequest, gezin_id: UUID, huishouden_id: UUID) -> HttpResponse:
    """An address turns out to be secret."""
    try:
        terug = hide_adres(by=request.actor, gezin_id=gezin_id, huishouden_id=huishouden_id)
    except Refused as refused:
        raise Http404 from refused
    messages.success(
        request, _("Het adres is nu geheim. Teruggehaalde brieven: %(aantal)s.") % {"aantal": terug}
    )
    return redirect("gezin", gezin_id=gezin_id)
