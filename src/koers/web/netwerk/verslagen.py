"""Minutes: written, settled, and read on a page or as a document."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from koers.actions.netwerk.verslagen import adopt_verslag, read_draft, read_verslag, write_verslag
from koers.domain.weigering import Refused
from koers.exchange.documents.verslag import make_verslag
from koers.presentation.netwerk.verslag import compose
from koers.web.formulier import Formulier
from koers.web.netwerk.vergaderformulieren import VerslagFormulier
from koers.web.netwerk.vergaderingen import Blad, get_meeting, one_button, one_form, require_organiser, trail


@require_safe
def verslag(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """The minutes as they were settled, or the draft for who may read that."""
    beeld = get_meeting(request, vergadering_id)
    try:
        found = read_verslag(by=request.actor, vergadering_id=vergadering_id)
    except Refused as refused:
        raise Http404 from refused
    taal = "en" if (get_language() or "").startswith("en") else "nl"
    blad = compose(found.inhoud, taal, gremium=beeld.kort.gremium, sha256=found.sha256)
    context = {"v": beeld, "verslag": found, "blad": blad, "kruimels": trail(beeld), "formulier": Formulier()}
    return render(request, "netwerk/verslag.html", context)


@require_http_methods(["GET", "POST"])
def verslag_schrijven(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """Write the minutes, or go on with them."""
    beeld = require_organiser(get_meeting(request, vergadering_id))
    aanwezig, per_punt = read_draft(by=request.actor, vergadering_id=vergadering_id)
    formulier = VerslagFormulier(request.POST or None, beeld=beeld, aanwezig=aanwezig, per_punt=per_punt)
    return one_form(
        request,
        beeld,
        formulier,
        lambda: write_verslag(
            by=request.actor,
            vergadering_id=vergadering_id,
            aanwezig=formulier.cleaned_data["aanwezig"],
            per_punt=formulier.per_punt(),
            formulier=formulier.formulier,
        ),
        Blad(
            kop=_("Verslag schrijven"),
            uitleg=_("Besluiten, stemmen en acties komen er vanzelf in. Schrijf op wat er is gezegd."),
            knop=_("Verslag bewaren"),
            gelukt=_("Het verslag is bewaard. Een ander lid stelt het vast."),
        ),
    )


@require_POST
def verslag_vaststellen(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """Settle the minutes: from then on nothing in them changes."""
    return one_button(
        request,
        vergadering_id,
        lambda formulier: adopt_verslag(by=request.actor, vergadering_id=vergadering_id, formulier=formulier),
        _("Het verslag is vastgesteld. Er verandert niets meer in."),
    )


@require_safe
def verslag_pdf(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """Settled minutes as PDF; made the first time, and then always the same file."""
    try:
        inhoud = make_verslag(by=request.actor, vergadering_id=vergadering_id)
    except Refused as refused:
        raise Http404 from refused
    answer = HttpResponse(inhoud, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="verslag.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
