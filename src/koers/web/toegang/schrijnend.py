"""Pages of the money for distressing cases."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.toegang import schrijnend as acts
from koers.domain.weigering import Refused
from koers.presentation.opmaak import euro
from koers.registers.klok import vandaag
from koers.web.formulier import send
from koers.web.toegang.formulieren_toekomst import BeslisFormulier, BudgetFormulier, SchrijnendFormulier
from koers.web.toegang.toekomst import get_plan


@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """The balance of a year and its requests."""
    jaar = request.GET.get("jaar", "")
    beeld = acts.read_schrijnend(by=request.actor, jaar=int(jaar) if _is_year(jaar) else None)
    return render(request, "toegang/schrijnend.html", {"beeld": beeld})


def _is_year(tekst: str) -> bool:
    return len(tekst) == 4 and tekst.isascii() and tekst.isdecimal() and int(tekst) > 0


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Ask for money for the young person of a plan."""
    plan = get_plan(request, plan_id)
    formulier = SchrijnendFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: acts.ask_schrijnend_geval(
                by=request.actor,
                jeugdige_id=plan.jeugdige_id,
                bedrag_cent=formulier.cleaned_data["bedrag"],
                reden=formulier.cleaned_data["reden"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De vraag om geld staat in Koers."))
            return redirect("schrijnend-geval", geval_id=done)
    context = {"formulier": formulier, "plan": plan.kort}
    return render(request, "toegang/schrijnend_nieuw.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def geval(request: HttpRequest, geval_id: UUID) -> HttpResponse:
    """One request, and what is decided about it."""
    try:
        beeld, budget = acts.read_schrijnend_geval(by=request.actor, geval_id=geval_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = BeslisFormulier(request.POST or None, mag=beeld.mag)
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, lambda: _decide(request, geval_id, formulier))
        if done:
            messages.success(request, _("De beslissing staat in Koers."))
            return redirect("schrijnend-geval", geval_id=geval_id)
    context = {"formulier": formulier, "geval": beeld, "beeld": budget}
    return render(request, "toegang/schrijnend_geval.html", context, status=formulier.status)


def _decide(request: HttpRequest, geval_id: UUID, formulier: BeslisFormulier) -> UUID:
    data = formulier.cleaned_data
    beslissing = data["beslissing"]
    told: dict[str, object] = {}
    if beslissing == "settle_schrijnend_geval":
        told = {"bedrag_cent": data["bedrag"]}
    elif beslissing != "commit_schrijnend_geval":
        told = {"reden": data["reden"]}
    return _BESLISSERS[beslissing](by=request.actor, geval_id=geval_id, formulier=formulier.formulier, **told)


_BESLISSERS: dict[str, Callable[..., UUID]] = {
    "commit_schrijnend_geval": acts.commit_schrijnend_geval,
    "exceed_schrijnend_budget": acts.exceed_schrijnend_budget,
    "reject_schrijnend_geval": acts.reject_schrijnend_geval,
    "settle_schrijnend_geval": acts.settle_schrijnend_geval,
    "withdraw_schrijnend_geval": acts.withdraw_schrijnend_geval,
}


@require_http_methods(["GET", "POST"])
def budget(request: HttpRequest) -> HttpResponse:
    """Set what may be promised in a year."""
    nu = acts.read_schrijnend_budget(by=request.actor)
    begin = {
        "jaar": vandaag().year,
        "bedrag": "" if nu.stand.budget_cent is None else euro(nu.stand.budget_cent),
        "besluit": nu.besluit,
        "gemandateerde": nu.gemandateerde_id,
    }
    formulier = BudgetFormulier(request.POST or None, collegas=nu.collegas, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: acts.set_schrijnend_budget(
                by=request.actor,
                jaar=data["jaar"],
                bedrag_cent=data["bedrag"],
                besluit=data["besluit"],
                gemandateerde=data["gemandateerde"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het budget is vastgesteld."))
            return redirect("schrijnend-budget")
    context = {"formulier": formulier, "nu": nu}
    return render(request, "toegang/schrijnend_budget.html", context, status=formulier.status)
