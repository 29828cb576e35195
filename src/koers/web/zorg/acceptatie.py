"""Pages where a provider, or the toegang for it, answers; and where a refusal is rounded off."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.zorg.acceptatie import (
    accept_toewijzing,
    close_weigering,
    refuse_toewijzing,
    register_gesprek,
)
from koers.actions.zorg.lezen import Toegewezen, read_toewijzing_met_antwoord
from koers.actions.zorg.verlengen import ask_verlenging
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, send
from koers.web.zorg.formulieren_acceptatie import (
    AcceptatieFormulier,
    AfrondFormulier,
    GesprekFormulier,
    VerlengFormulier,
    WeigerFormulier,
)


@require_http_methods(["GET", "POST"])
def gesprek(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Write down the call."""
    both = read_both(request, toewijzing_id)
    formulier = GesprekFormulier(request.POST or None, initial={"datum": vandaag()})
    return _answer(
        request,
        both,
        formulier,
        "gesprek",
        lambda: register_gesprek(
            by=request.actor,
            toewijzing_id=toewijzing_id,
            gesprek=formulier.gesprek,
            formulier=formulier.formulier,
        ),
        _("Het gesprek staat in Koers."),
    )


@require_http_methods(["GET", "POST"])
def accepteren(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Say yes."""
    both = read_both(request, toewijzing_id)
    formulier = AcceptatieFormulier(request.POST or None)
    return _answer(
        request,
        both,
        formulier,
        "accepteren",
        lambda: accept_toewijzing(
            by=request.actor, toewijzing_id=toewijzing_id, formulier=formulier.formulier
        ),
        _("De hulp is aangenomen."),
    )


@require_http_methods(["GET", "POST"])
def weigeren(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Say no, on a ground."""
    both = read_both(request, toewijzing_id)
    formulier = WeigerFormulier(request.POST or None, inkoopregio=both.antwoord.inkoopregio)
    return _answer(
        request,
        both,
        formulier,
        "weigeren",
        lambda: refuse_toewijzing(
            by=request.actor,
            toewijzing_id=toewijzing_id,
            grond=formulier.cleaned_data["grond"],
            toelichting=formulier.cleaned_data["toelichting"],
            formulier=formulier.formulier,
        ),
        _("De weigering staat in Koers."),
    )


@require_http_methods(["GET", "POST"])
def verlenging(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Ask for longer help."""
    both = read_both(request, toewijzing_id)
    formulier = VerlengFormulier(request.POST or None)
    return _answer(
        request,
        both,
        formulier,
        "verlenging",
        lambda: ask_verlenging(
            by=request.actor,
            toewijzing_id=toewijzing_id,
            einddatum=formulier.cleaned_data["einddatum"],
            formulier=formulier.formulier,
        ),
        _("De gemeente heeft uw verzoek. Op deze pagina leest u het antwoord."),
    )


@require_http_methods(["GET", "POST"])
def afronden(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Write down what came of a refusal."""
    both = read_both(request, toewijzing_id)
    formulier = AfrondFormulier(request.POST or None)
    return _answer(
        request,
        both,
        formulier,
        "afronden",
        lambda: close_weigering(
            by=request.actor,
            toewijzing_id=toewijzing_id,
            uitkomst=formulier.cleaned_data["uitkomst"],
            toelichting=formulier.cleaned_data["toelichting"],
            formulier=formulier.formulier,
        ),
        _("De weigering is afgerond."),
    )


def _answer(
    request: HttpRequest,
    both: Toegewezen,
    formulier: Formulier,
    wat: str,
    do: Callable[[], UUID],
    gelukt: str,
) -> HttpResponse:
    beeld = both.beeld
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, do)
        if done:
            messages.success(request, gelukt)
            return redirect("toewijzing", toewijzing_id=beeld.id)
    context = {"formulier": formulier, "toewijzing": beeld, "antwoord": both.antwoord, "wat": wat}
    return render(request, "zorg/antwoord.html", context, status=formulier.status)


def read_both(request: HttpRequest, toewijzing_id: UUID) -> Toegewezen:
    """The toewijzing and how it stands with the answer; what is not there is 404."""
    try:
        return read_toewijzing_met_antwoord(by=request.actor, toewijzing_id=toewijzing_id)
    except Refused as refused:
        raise Http404 from refused
