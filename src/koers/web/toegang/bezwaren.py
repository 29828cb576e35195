"""Pages of a bezwaar."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.bezwaren import decide_bezwaar, register_bezwaar
from koers.registers.klok import vandaag
from koers.web.toegang.besluitformulieren import BezwaarFormulier, UitkomstFormulier
from koers.web.toegang.gedeeld import get_besluit, send_done, show_form
from koers.web.toegang.views import get_casus


@require_http_methods(["GET", "POST"])
def bezwaar_nieuw(request: HttpRequest, besluit_id: UUID) -> HttpResponse:
    """Write down that somebody objects to a besluit."""
    blad = get_besluit(request, besluit_id)
    formulier = BezwaarFormulier(request.POST or None, initial={"datum": vandaag()})

    def do() -> UUID:
        data = formulier.cleaned_data
        said = {"datum": data["datum"], "wie": data["wie"], "gronden": data["gronden"]}
        return register_bezwaar(
            by=request.actor, besluit_id=besluit_id, **said, formulier=formulier.formulier
        )

    if send_done(request, formulier, do, _("Het bezwaar staat in Koers.")):
        return redirect("besluit", besluit_id=besluit_id)
    beeld = get_casus(request, blad.casus_id)
    titel = _("Bezwaar opschrijven")
    uitleg = _("Ook een bezwaar dat te laat lijkt schrijft u op. Koers rekent uit of het op tijd is.")
    return show_form(request, formulier, beeld, titel, uitleg)


@require_http_methods(["GET", "POST"])
def bezwaar_uitkomst(request: HttpRequest, besluit_id: UUID, bezwaar_id: UUID) -> HttpResponse:
    """Write down what became of a bezwaar."""
    blad = get_besluit(request, besluit_id)
    if not any(bezwaar.id == bezwaar_id for bezwaar in blad.bezwaren):
        raise Http404
    formulier = UitkomstFormulier(request.POST or None, initial={"datum": vandaag()})

    def do() -> UUID:
        data = formulier.cleaned_data
        said = {"datum": data["datum"], "uitkomst": data["uitkomst"], "toelichting": data["toelichting"]}
        return decide_bezwaar(by=request.actor, bezwaar_id=bezwaar_id, **said, formulier=formulier.formulier)

    if send_done(request, formulier, do, _("De uitkomst staat in Koers.")):
        return redirect("besluit", besluit_id=besluit_id)
    beeld = get_casus(request, blad.casus_id)
    titel = _("Uitkomst van het bezwaar")
    uitleg = _("Wie over de hulp besliste, beslist niet over het bezwaar (Awb 10:3).")
    return show_form(request, formulier, beeld, titel, uitleg)
