"""Pages of meldingen, casussen and besluiten."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.toegang.lezen import CasusBeeld, read_casus
from koers.actions.toegang.melden import register_melding
from koers.actions.toegang.verwijzers import read_verwijzers
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.web.formulier import send
from koers.web.toegang.delen import parts_of_casus
from koers.web.toegang.formulieren import MeldingFormulier
from koers.web.toegang.stappen import STAPPEN


@require_http_methods(["GET", "POST"])
def melding_nieuw(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Write down a question about one or more children of a family."""
    try:
        gezin = read_gezin(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = MeldingFormulier(
        request.POST or None,
        gezin=gezin,
        verwijzers=read_verwijzers(by=request.actor),
        initial={"datum": vandaag()},
    )
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: register_melding(
                by=request.actor,
                gezin_id=gezin_id,
                melding=formulier.melding(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De melding staat in Koers."))
            return redirect("gezin", gezin_id=gezin_id)
    return render(
        request,
        "toegang/melding_nieuw.html",
        {"formulier": formulier, "gezin": gezin},
        status=formulier.status,
    )


@require_GET
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """One child's question, and what came of it."""
    context = {"casus": get_casus(request, casus_id), "stappen": STAPPEN}
    context |= parts_of_casus(request.actor, casus_id)
    return render(request, "toegang/casus.html", context)


def get_casus(request: HttpRequest, casus_id: UUID) -> CasusBeeld:
    """The casus, or 404: not there and not yours look the same."""
    try:
        return read_casus(by=request.actor, casus_id=casus_id)
    except Refused as refused:
        raise Http404 from refused
