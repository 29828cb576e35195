"""Requests of providers on the desk of the toegang: grant, look into, or reject with the reason."""

from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from koers.actions.zorg.verzoeken import (
    VerzoekRegel,
    read_verzoek,
    read_verzoeken,
    reject_verzoek,
    research_verzoek,
)
from koers.domain.weigering import Refused
from koers.presentation.woorden_berichten import REDENEN_AFWIJZING
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, send


class AfwijsFormulier(Formulier):
    """Why not, and which gemeente it is then."""

    reden = forms.ChoiceField(
        label=gettext_lazy("Waarom wijst u het verzoek af?"),
        choices=[("", gettext_lazy("Kies een reden")), *REDENEN_AFWIJZING.items()],
    )
    andere_gemeente = forms.CharField(
        label=gettext_lazy("Code van de gemeente die betaalt"),
        max_length=4,
        required=False,
        help_text=gettext_lazy("Vier cijfers, alleen bij het woonplaatsbeginsel. Assen is 0106."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


@require_GET
def verzoeken(request: HttpRequest) -> HttpResponse:
    """What providers ask and nobody answered yet."""
    regels = read_verzoeken(by=request.actor)
    return render(request, "zorg/verzoeken.html", {"verzoeken": regels, "vandaag": vandaag()})


@require_GET
def verzoek(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """One request, and the ways to answer it."""
    context = {
        "verzoek": _read(request, verzoek_id),
        "formulier_id": uuid4(),
        "vandaag": vandaag(),
    }
    return render(request, "zorg/verzoek.html", context)


@require_POST
def onderzoek(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Tell the provider that it is looked into."""
    try:
        formulier = UUID(request.POST.get("formulier_id", ""))
        research_verzoek(by=request.actor, verzoek_id=verzoek_id, formulier=formulier)
    except ValueError as fault:
        raise Http404 from fault
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        if refused.code != "al_verwerkt":
            messages.error(request, sentence(refused))
    else:
        messages.success(request, _("De aanbieder hoort dat u het verzoek onderzoekt."))
    return redirect("verzoek", verzoek_id=verzoek_id)


@require_http_methods(["GET", "POST"])
def afwijzen(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Tell the provider that the request is rejected, and why."""
    beeld = _read(request, verzoek_id)
    formulier = AfwijsFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: reject_verzoek(
                by=request.actor,
                verzoek_id=verzoek_id,
                reden=data["reden"],
                andere_gemeente=data["andere_gemeente"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het verzoek is afgewezen. De aanbieder hoort waarom."))
            return redirect("verzoeken")
    context = {"verzoek": beeld, "formulier": formulier}
    return render(request, "zorg/verzoek_afwijzen.html", context, status=formulier.status)


def _read(request: HttpRequest, verzoek_id: UUID) -> VerzoekRegel:
    try:
        return read_verzoek(by=request.actor, verzoek_id=verzoek_id)
    except Refused as refused:
        raise Http404 from refused
