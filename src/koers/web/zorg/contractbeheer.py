"""Pages of contract management and of the zorgmakelaar about refusals."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from koers.actions.zorg.acceptatie import (
    close_zorgmakelaarroute,
    judge_weigering,
    take_zorgmakelaarroute,
)
from koers.actions.zorg.acceptatielijst import (
    Lijstregel,
    read_acceptatie,
    read_acceptatieverslag,
    read_weigering,
)
from koers.actions.zorg.escalatie import close_escalatie, read_escalatie
from koers.actions.zorg.zorgmakelaar import RouteBeeld, read_zorgmakelaarroute, read_zorgmakelaarroutes
from koers.domain.weigering import Refused
from koers.presentation.acceptatie import report_rows
from koers.presentation.woorden_contract import region_names
from koers.presentation.zinnen import sentence
from koers.web.formulier import send
from koers.web.zorg.formulieren_acceptatie import EscalatieFormulier, OordeelFormulier, RouteFormulier

PER_PAGINA = 20
# What somebody can ask the list for, and which lines that are.
STANDEN: dict[str, tuple[Promise, Callable[[Lijstregel], bool]]] = {
    "te_laat": (gettext_lazy("antwoord te laat"), lambda regel: regel.te_laat),
    "bij_ons": (gettext_lazy("bij contractmanagement, nog af te ronden"), lambda regel: regel.bij_ons),
    "te_beoordelen": (gettext_lazy("weigering wacht op oordeel"), lambda regel: regel.te_beoordelen),
    "wacht": (
        gettext_lazy("heeft nog tijd"),
        lambda regel: regel.beeld.wacht_op_antwoord and not regel.te_laat,
    ),
    "geweigerd": (gettext_lazy("geweigerd"), lambda regel: regel.beeld.weigering is not None),
}


@require_GET
def acceptatie(request: HttpRequest) -> HttpResponse:
    """Every answer that is late or no, and the sums per provider and region.

    `?inkoopregio=`, `?aanbieder=`, `?stand=` (of `STANDEN`) and `?pagina=` choose lines.
    """
    regios = region_names()
    regio = request.GET.get("inkoopregio", "")
    regio = regio if regio in regios else ""
    lijst = read_acceptatie(by=request.actor, inkoopregio=regio)
    aanbieders = {str(regel.aanbieder_id): regel.aanbieder for regel in lijst.regels}
    aanbieder, stand = request.GET.get("aanbieder", ""), request.GET.get("stand", "")
    regels = [
        regel
        for regel in lijst.regels
        if (aanbieder not in aanbieders or str(regel.aanbieder_id) == aanbieder)
        and (stand not in STANDEN or STANDEN[stand][1](regel))
    ]
    context = {
        "lijst": lijst,
        "te_laat": sum(regel.te_laat for regel in lijst.regels),
        "te_beoordelen": sum(regel.te_beoordelen for regel in lijst.regels),
        "aantal": len(regels),
        "pagina": Paginator(regels, PER_PAGINA).get_page(request.GET.get("pagina")),
        "regios": regios.items(),
        "aanbieders": sorted(aanbieders.items(), key=lambda een: een[1].casefold()),
        "standen": [(code, woord) for code, (woord, _which) in STANDEN.items()],
        "gekozen": {"inkoopregio": regio, "aanbieder": aanbieder, "stand": stand},
    }
    return render(request, "zorg/acceptatie.html", context)


@require_GET
def verslag(request: HttpRequest) -> HttpResponse:
    """The sums as everybody may see them, to copy into a report."""
    gevonden = read_acceptatieverslag(by=request.actor)
    rijen = report_rows(gevonden.tabel, gevonden.tellingen)
    return render(request, "zorg/acceptatie_verslag.html", {"rijen": rijen, "verslag": gevonden})


@require_http_methods(["GET", "POST"])
def weigering(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """One refusal outside the agreement, to judge."""
    try:
        regel = read_weigering(by=request.actor, toewijzing_id=toewijzing_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = OordeelFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: judge_weigering(
                by=request.actor,
                toewijzing_id=toewijzing_id,
                oordeel=formulier.cleaned_data["oordeel"],
                toelichting=formulier.cleaned_data["toelichting"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Uw oordeel staat in Koers. De aanbieder en de gemeente lezen het."))
            return redirect("acceptatie")
    context = {"regel": regel, "antwoord": regel.beeld, "formulier": formulier}
    return render(request, "zorg/weigering.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def escalatie(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """One answer that came to contract management because it was late: say what came of it."""
    try:
        regel = read_escalatie(by=request.actor, toewijzing_id=toewijzing_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = EscalatieFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: close_escalatie(
                by=request.actor,
                toewijzing_id=toewijzing_id,
                uitkomst=formulier.cleaned_data["uitkomst"],
                toelichting=formulier.cleaned_data["toelichting"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Wat ervan kwam, staat in Koers."))
            return redirect("acceptatie")
    context = {"regel": regel, "antwoord": regel.beeld, "formulier": formulier}
    return render(request, "zorg/escalatie.html", context, status=formulier.status)


@require_GET
def zorgmakelaar(request: HttpRequest) -> HttpResponse:
    """The routes that refusals opened."""
    return render(request, "zorg/zorgmakelaar.html", {"routes": read_zorgmakelaarroutes(by=request.actor)})


@require_http_methods(["GET", "POST"])
def route(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """One route: take it up, and later say where it led."""
    beeld = _route(request, toewijzing_id)
    formulier = RouteFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: close_zorgmakelaarroute(
                by=request.actor,
                toewijzing_id=toewijzing_id,
                uitkomst=formulier.cleaned_data["uitkomst"],
                toelichting=formulier.cleaned_data["toelichting"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De route is afgerond."))
            return redirect("zorgmakelaar")
    context = {"route": beeld, "antwoord": beeld.beeld, "formulier": formulier, "formulier_id": uuid4()}
    return render(request, "zorg/zorgmakelaarroute.html", context, status=formulier.status)


@require_POST
def oppakken(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Take up a route."""
    try:
        formulier = UUID(request.POST.get("formulier_id", ""))
        take_zorgmakelaarroute(by=request.actor, toewijzing_id=toewijzing_id, formulier=formulier)
    except ValueError as fault:
        raise Http404 from fault
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        if refused.code != "al_verwerkt":
            messages.error(request, sentence(refused))
    else:
        messages.success(request, _("U pakte de route op."))
    return redirect("zorgmakelaar-route", toewijzing_id=toewijzing_id)


def _route(request: HttpRequest, toewijzing_id: UUID) -> RouteBeeld:
    try:
        return read_zorgmakelaarroute(by=request.actor, toewijzing_id=toewijzing_id)
    except Refused as refused:
        raise Http404 from refused
