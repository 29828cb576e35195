"""Templates of reports: those of the own municipality, and changing one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.sturing.sjablonen import change_sjabloon, read_sjablonen, read_sjabloon
from koers.domain.weigering import Refused
from koers.policy.values import Tekst
from koers.presentation.beleid.delen import taal
from koers.web.formulier import send
from koers.web.sturing.formulieren_rapportage import SjabloonFormulier
from koers.web.sturing.rapportages import own_municipalities


@require_safe
def rapportagesjablonen(request: HttpRequest) -> HttpResponse:
    """The templates per municipality of who looks."""
    gemeenten = [
        (naam, [(een, taal(Tekst(**een.naam))) for een in read_sjablonen(by=request.actor, gemeente=code)])
        for code, naam in sorted(own_municipalities(request).items(), key=lambda een: een[1])
    ]
    return render(request, "sturing/sjablonen.html", {"gemeenten": gemeenten})


@require_http_methods(["GET", "POST"])
def rapportagesjabloon(request: HttpRequest, gemeente: str, soort: str) -> HttpResponse:
    """Change one: chapters in, out and in another order, with other figures."""
    try:
        sjabloon = read_sjabloon(by=request.actor, gemeente=gemeente, soort=soort)
    except Refused as refused:
        raise Http404 from refused
    formulier = SjabloonFormulier(
        request.POST or None, hoofdstukken=sjabloon.hoofdstukken, versie=sjabloon.versie
    )
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: change_sjabloon(
                by=request.actor,
                gemeente=gemeente,
                soort=soort,
                hoofdstukken=formulier.hoofdstukken(),
                reden=formulier.cleaned_data["reden"],
                op_versie=formulier.cleaned_data["op_versie"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(
                request,
                _(
                    "Het sjabloon is bewaard. Rapportages die al lopen, houden het sjabloon waarmee ze"
                    " begonnen."
                ),
            )
            return redirect("rapportagesjablonen")
        formulier.follow(op_versie=sjabloon.versie)
    context = {
        "sjabloon": sjabloon,
        "naam": taal(Tekst(**sjabloon.naam)),
        "gemeentenaam": own_municipalities(request).get(gemeente, gemeente),
        "formulier": formulier,
    }
    return render(request, "sturing/sjabloon.html", context, status=formulier.status)
