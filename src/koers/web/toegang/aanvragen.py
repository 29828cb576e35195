"""Pages of an aanvraag: it comes in and takes its steps."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.aanvragen import register_aanvraag
from koers.registers.klok import vandaag
from koers.web.toegang.besluitformulieren import AanvraagFormulier, StapFormulier
from koers.web.toegang.gedeeld import open_aanvraag_of, send_done, show_form
from koers.web.toegang.stappen import STAPPEN
from koers.web.toegang.views import get_casus


@require_http_methods(["GET", "POST"])
def aanvraag_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Write down that the college was asked to decide."""
    beeld = get_casus(request, casus_id)
    initial = {"datum": beeld.kort.datum, "gevraagd": beeld.kort.vraag}
    formulier = AanvraagFormulier(request.POST or None, initial=initial)

    def do() -> UUID:
        data = formulier.cleaned_data
        return register_aanvraag(
            by=request.actor,
            casus_id=casus_id,
            datum=data["datum"],
            wie=data["wie"],
            gevraagd=data["gevraagd"],
            formulier=formulier.formulier,
        )

    if send_done(request, formulier, do, _("De aanvraag staat in Koers.")):
        return redirect("casus", casus_id=casus_id)
    titel = _("Aanvraag opschrijven")
    uitleg = _("Vanaf deze dag heeft de gemeente acht weken om te beslissen (Awb 4:13).")
    return show_form(request, formulier, beeld, titel, uitleg)


@require_http_methods(["GET", "POST"])
def aanvraag_stap(request: HttpRequest, casus_id: UUID, stap: str) -> HttpResponse:
    """One step of the open aanvraag of a casus."""
    beeld = get_casus(request, casus_id)
    soort = STAPPEN.get(stap)
    aanvraag = open_aanvraag_of(beeld)
    if soort is None or aanvraag is None:
        raise Http404
    formulier = StapFormulier(
        request.POST or None,
        met_termijn=soort.met_termijn,
        reden_nodig=soort.reden_nodig,
        initial={"datum": vandaag()},
    )

    def do() -> UUID:
        return soort.do(
            by=request.actor,
            aanvraag_id=aanvraag.id,
            stap=formulier.stap(),
            formulier=formulier.formulier,
        )

    if send_done(request, formulier, do, _("De stap staat in Koers.")):
        return redirect("casus", casus_id=casus_id)
    return show_form(request, formulier, beeld, str(soort.titel), str(soort.uitleg))
