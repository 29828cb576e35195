"""Pages of the future plan."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.toegang.toekomst import (
    ToekomstBeeld,
    answer_toekomst,
    close_toekomstplan,
    decline_toekomstplan,
    read_toekomstplan,
    read_toekomstplannen,
    reopen_toekomstplan,
)
from koers.domain.toekomst import ONDERWERPEN
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.web.formulier import send
from koers.web.toegang.formulieren_toekomst import StandFormulier, UitkomstFormulier


@require_GET
def toekomstplannen(request: HttpRequest) -> HttpResponse:
    """Everybody of my families who is between sixteen and a half and eighteen."""
    plannen = read_toekomstplannen(by=request.actor)
    open_plannen = sum(plan.toestand == "open" for plan in plannen)
    return render(request, "toegang/toekomstplannen.html", {"plannen": plannen, "open": open_plannen})


@require_GET
def toekomstplan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """One plan."""
    beeld = get_plan(request, plan_id)
    regels = [(onderwerp, beeld.uitkomsten.get(onderwerp, ())) for onderwerp in ONDERWERPEN]
    context = {"plan": beeld.kort, "regels": regels, "beeld": beeld}
    return render(request, "toegang/toekomstplan.html", context)


@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Write down how one onderwerp stands."""
    formulier = UitkomstFormulier(
        request.POST or None,
        initial={"datum": vandaag(), "onderwerp": request.GET.get("onderwerp", "")},
    )
    return _form(
        request,
        plan_id,
        formulier,
        lambda: answer_toekomst(
            by=request.actor,
            plan_id=plan_id,
            antwoord=formulier.antwoord(),
            formulier=formulier.formulier,
        ),
        kop=_("Uitkomst opschrijven"),
        uitleg=_("Bespreek dit met de jongere zelf. Een nieuwe uitkomst komt naast de oude te staan."),
        gelukt=_("De uitkomst staat in het plan."),
    )


@require_http_methods(["GET", "POST"])
def afronden(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Everything is settled."""
    return _stand(
        request,
        plan_id,
        close_toekomstplan,
        met_reden=False,
        kop=_("Plan afronden"),
        uitleg=_("Een plan is af als elk onderwerp een uitkomst heeft. Heropenen kan altijd."),
    )


@require_http_methods(["GET", "POST"])
def niet_gewenst(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The young person does not want it."""
    return _stand(
        request,
        plan_id,
        decline_toekomstplan,
        met_reden=True,
        kop=_("De jongere wil geen plan"),
        uitleg=_("Dat mag. Schrijf op wat de jongere zei, en vertel dat het plan altijd weer open kan."),
    )


@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """There is something to settle after all."""
    return _stand(
        request,
        plan_id,
        reopen_toekomstplan,
        met_reden=True,
        kop=_("Plan heropenen"),
        uitleg=_("Wat er al in staat blijft staan."),
    )


def _stand(
    request: HttpRequest, plan_id: UUID, do: Callable, *, met_reden: bool, kop: str, uitleg: str
) -> HttpResponse:
    formulier = StandFormulier(request.POST or None, met_reden=met_reden)

    def move() -> UUID:
        told = {"reden": formulier.cleaned_data["reden"]} if met_reden else {}
        return do(by=request.actor, plan_id=plan_id, formulier=formulier.formulier, **told)

    return _form(
        request, plan_id, formulier, move, kop=kop, uitleg=uitleg, gelukt=_("Het plan is bijgewerkt.")
    )


def _form(
    request: HttpRequest, plan_id: UUID, formulier, do: Callable, *, kop: str, uitleg: str, gelukt: str
) -> HttpResponse:
    beeld = get_plan(request, plan_id)
    if request.method == "POST" and formulier.is_valid() and send(formulier, do):
        messages.success(request, gelukt)
        return redirect("toekomstplan", plan_id=plan_id)
    context = {"formulier": formulier, "plan": beeld.kort, "kop": kop, "uitleg": uitleg}
    return render(request, "toegang/toekomst_formulier.html", context, status=formulier.status)


def get_plan(request: HttpRequest, plan_id: UUID) -> ToekomstBeeld:
    """The plan, or 404: not there and not yours look the same."""
    try:
        return read_toekomstplan(by=request.actor, plan_id=plan_id)
    except Refused as refused:
        raise Http404 from refused
