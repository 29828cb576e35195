"""Pages of escalations: the list, one with the clock of every step, and what is done in it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.netwerk.escalaties import (
    calm_escalatie,
    end_escalatie,
    evaluate_escalatie,
    inform_escalatie,
    open_escalatie,
    reopen_escalatie,
    withdraw_escalatie,
)
from koers.actions.netwerk.escalaties_lezen import (
    EscalatieBeeld,
    asked_of_me,
    read_escalatie,
    read_escalaties,
)
from koers.authorization.poort import may
from koers.presentation.netwerk.escalaties import escalation_name, lead, lead_of
from koers.presentation.netwerk.vergaderingen import said
from koers.presentation.opmaak import tijdstip
from koers.web.formulier import Formulier, send
from koers.web.formulierpagina import found, one_page
from koers.web.netwerk.escalatieformulieren import (
    EscalatieFormulier,
    EvaluatieFormulier,
    StapFormulier,
    VervolgFormulier,
)


@require_safe
def escalaties(request: HttpRequest) -> HttpResponse:
    """All that run, then all that are over; a drill says so."""
    beeld = read_escalaties(by=request.actor)
    context = {
        "e": beeld,
        "zin": lead(beeld),
        "lopend": [een for een in beeld.alle if een.loopt],
        "voorbij": [een for een in beeld.alle if not een.loopt],
    }
    return render(request, "netwerk/escalaties.html", context)


@require_safe
def escalatie(request: HttpRequest, escalatie_id: UUID) -> HttpResponse:
    """One escalation: what has to be done first, every step, and what came of it."""
    een = _get(request, escalatie_id)
    context = {
        "een": een,
        "zin": lead_of(een),
        "mijn": {stap.regel.id for stap in asked_of_me(request.actor, een)},
        "meldt": "inform_escalatie" in een.handelingen and may(request.actor, "inform_escalatie"),
    }
    return render(request, "netwerk/escalatie.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Something got out of hand."""
    beeld = read_escalaties(by=request.actor)
    casus = request.GET.get("casus", "")
    formulier = EscalatieFormulier(request.POST or None, gemeenten=beeld.gemeenten, casus=casus)
    if request.method == "POST" and formulier.is_valid():
        made = send(
            formulier,
            lambda: open_escalatie(
                by=request.actor,
                nieuw=formulier.escalatie(),
                casus_id=formulier.casus_id,
                formulier=formulier.formulier,
            ),
        )
        if made is not None:
            messages.success(request, _("De escalatie is geopend. Hieronder staat wie u nu informeert."))
            return redirect("escalatie", made)
    uitleg = _("Koers zet per stap klaar wie wie informeert, voor welk uur, en wat gezegd mag worden.")
    if casus or formulier["casus"].value():
        uitleg += " " + _("Alleen wie de casus mag zien, ziet dat deze escalatie erbij hoort.")
    context = {
        "formulier": formulier,
        "kruimels": [(reverse("escalaties"), _("Escalaties"))],
        "kop": _("Escalatie openen"),
        "uitleg": uitleg,
        "knop": _("Escalatie openen"),
    }
    return render(request, "toegang/een_formulier.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def stap(request: HttpRequest, escalatie_id: UUID, stap: str) -> HttpResponse:
    """Who was informed at one step; what may be said stands above the form."""
    een = _get(request, escalatie_id)
    deze = found(lambda: een.stap(stap))
    formulier = StapFormulier(request.POST or None, stap=deze)
    words = {"wie": said(deze.regel.wie), "aan": said(deze.regel.aan)}
    return one_page(
        request,
        formulier,
        lambda: inform_escalatie(
            by=request.actor,
            escalatie_id=een.id,
            gemeld=formulier.gemeld(stap),
            formulier=formulier.formulier,
        ),
        _trail(een),
        kop=_("%(wie)s informeert %(aan)s") % words,
        uitleg=_("Uiterlijk %(moment)s.") % {"moment": tijdstip(deze.deadline)},
        vooraf="netwerk/escalatie_zeggen.html",
        stap=deze,
        knop=_("Opschrijven"),
        gelukt=_("Het is opgeschreven."),
    )


@require_http_methods(["GET", "POST"])
def bedaard(request: HttpRequest, escalatie_id: UUID) -> HttpResponse:
    """The danger is over."""
    return _vervolg(request, escalatie_id, calm_escalatie, _("Opschrijven dat het bedaard is"))


@require_http_methods(["GET", "POST"])
def sluiten(request: HttpRequest, escalatie_id: UUID) -> HttpResponse:
    """Nothing more has to be done."""
    return _vervolg(request, escalatie_id, end_escalatie, _("Escalatie sluiten"))


@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest, escalatie_id: UUID) -> HttpResponse:
    """It flared up again."""
    return _vervolg(request, escalatie_id, reopen_escalatie, _("Escalatie weer openen"))


@require_http_methods(["GET", "POST"])
def intrekken(request: HttpRequest, escalatie_id: UUID) -> HttpResponse:
    """It was opened by mistake."""
    return _vervolg(request, escalatie_id, withdraw_escalatie, _("Escalatie intrekken"))


@require_http_methods(["GET", "POST"])
def evalueren(request: HttpRequest, escalatie_id: UUID) -> HttpResponse:
    """What was learned."""
    een = _get(request, escalatie_id)
    formulier = EvaluatieFormulier(request.POST or None)
    return _with_text(request, een, formulier, evaluate_escalatie, _("Opschrijven wat u leerde"))


# --- what these pages share -------------------------------------------------------------------------


def _get(request: HttpRequest, escalatie_id: UUID) -> EscalatieBeeld:
    return found(lambda: read_escalatie(by=request.actor, escalatie_id=escalatie_id))


def _trail(een: EscalatieBeeld) -> list[tuple[str, str]]:
    return [
        (reverse("escalaties"), _("Escalaties")),
        (reverse("escalatie", args=[een.id]), escalation_name(een)),
    ]


def _vervolg(request: HttpRequest, escalatie_id: UUID, do: Callable[..., UUID], kop: str) -> HttpResponse:
    een = _get(request, escalatie_id)
    return _with_text(request, een, VervolgFormulier(request.POST or None), do, kop)


def _with_text(
    request: HttpRequest, een: EscalatieBeeld, formulier: Formulier, do: Callable[..., UUID], kop: str
) -> HttpResponse:
    def act() -> UUID:
        words = {naam: waarde for naam, waarde in formulier.cleaned_data.items() if naam != "formulier_id"}
        return do(by=request.actor, escalatie_id=een.id, **words, formulier=formulier.formulier)

    return one_page(
        request,
        formulier,
        act,
        _trail(een),
        kop=kop,
        uitleg=een.omschrijving,
        knop=kop,
        gelukt=_("Het is opgeschreven."),
    )
