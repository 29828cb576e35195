"""Meetings: the list, one meeting with its agenda, and what an organiser does to it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from koers.actions.netwerk.overleggen import overleg, overleggen
from koers.actions.netwerk.vergaderbeelden import PuntBeeld, VergaderingBeeld
from koers.actions.netwerk.vergadering_lezen import (
    OPEN_STANDEN,
    read_punt,
    read_unheard,
    read_vergadering,
    read_vergaderingen,
)
from koers.actions.netwerk.vergaderingen import (
    add_agendapunt,
    cancel_vergadering,
    close_agendapunt,
    plan_vergadering,
    send_agenda,
)
from koers.actions.sturing.lezen import read_rapportages
from koers.domain.actor import Actor
from koers.domain.vergadering import meets, organisers, preparers
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.netwerk.vergaderingen import body_name, lead, report_name
from koers.presentation.opmaak import datum
from koers.presentation.zinnen import sentence
from koers.web.formulier import Formulier, send
from koers.web.netwerk.vergaderformulieren import (
    PuntFormulier,
    RedenFormulier,
    SluitFormulier,
    VergaderingFormulier,
)


@require_safe
def vergaderingen(request: HttpRequest) -> HttpResponse:
    """What comes first, then what was, with what was decided."""
    coming, past = read_vergaderingen(by=request.actor)
    organises = any(request.actor.rol in organisers(een) for een in overleggen().values() if meets(een))
    beeld = {"zin": lead(coming), "komend": coming, "geweest": past, "organiseert": organises}
    return render(request, "netwerk/vergaderingen.html", beeld)


@require_safe
def vergadering(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """One meeting with everything around its agenda."""
    beeld = get_meeting(request, vergadering_id)
    open_ = beeld.kort.stand in OPEN_STANDEN
    context = {
        "v": beeld,
        "kop": title(beeld),
        "formulier": Formulier(),
        "nog_horen": read_unheard(by=request.actor, gremium=beeld.kort.gremium) if open_ else (),
    }
    return render(request, "netwerk/vergadering.html", context)


@require_http_methods(["GET", "POST"])
def vergadering_nieuw(request: HttpRequest) -> HttpResponse:
    """A body will meet."""
    by = request.actor
    gremia = [een.id for een in overleggen().values() if meets(een) and by.rol in organisers(een)]
    namen = {
        een.code: een.naam.nl for een in beleid().gebieden.values() if een.code and een.code in by.gemeenten
    }
    formulier = VergaderingFormulier(request.POST or None, gremia=gremia, gemeenten=namen)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: plan_vergadering(by=by, nieuw=formulier.vergadering(), formulier=formulier.formulier),
        )
        if done:
            messages.success(request, _("De vergadering is gepland. Zet nu de punten op de agenda."))
            return redirect("vergadering", vergadering_id=done)
    context = {
        "formulier": formulier,
        "kruimels": [(reverse("vergaderingen"), _("Vergaderingen"))],
        "kop": _("Vergadering plannen"),
        "uitleg": _("U ziet alleen de overleggen waarvan u de vergaderingen regelt."),
        "knop": _("Vergadering plannen"),
    }
    return render(request, "toegang/een_formulier.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def agendapunt_nieuw(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """Put an item on the agenda."""
    beeld = require_organiser(get_meeting(request, vergadering_id))
    voorbereiders = preparers(overleg(beeld.kort.gremium), overleggen().values())
    formulier = PuntFormulier(
        request.POST or None, voorbereiders=voorbereiders, rapportages=published(request.actor)
    )
    uitleg = _("Wie voorbereidt, schrijft een annotatie. De leden lezen die voor de vergadering.")
    if not voorbereiders.nu:
        uitleg = _(
            "Volgens het beleid bereidt nu geen bestaand overleg dit overleg voor."
            " Kies wie het deze keer doet."
        )
    return one_form(
        request,
        beeld,
        formulier,
        lambda: add_agendapunt(
            by=request.actor,
            vergadering_id=vergadering_id,
            nieuw=formulier.punt(),
            formulier=formulier.formulier,
        ),
        Blad(
            kop=_("Punt op de agenda zetten"),
            uitleg=uitleg,
            knop=_("Punt op de agenda zetten"),
            gelukt=_("Het punt staat op de agenda."),
        ),
    )


@require_POST
def agenda_versturen(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """The members see the agenda from now on."""
    return one_button(
        request,
        vergadering_id,
        lambda formulier: send_agenda(by=request.actor, vergadering_id=vergadering_id, formulier=formulier),
        _("De leden zien de agenda nu."),
    )


@require_http_methods(["GET", "POST"])
def vergadering_afgelasten(request: HttpRequest, vergadering_id: UUID) -> HttpResponse:
    """Call a meeting off."""
    beeld = require_organiser(get_meeting(request, vergadering_id))
    formulier = RedenFormulier(request.POST or None)
    return one_form(
        request,
        beeld,
        formulier,
        lambda: cancel_vergadering(
            by=request.actor,
            vergadering_id=vergadering_id,
            reden=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        ),
        Blad(
            kop=_("Vergadering afgelasten"),
            uitleg=_("De vergadering blijft staan, met de reden erbij."),
            knop=_("Vergadering afgelasten"),
            gelukt=_("De vergadering is afgelast."),
        ),
    )


@require_http_methods(["GET", "POST"])
def agendapunt_sluiten(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """An item ends without a besluit."""
    beeld, punt = get_item(request, punt_id)
    require_organiser(beeld)
    formulier = SluitFormulier(request.POST or None)
    return one_form(
        request,
        beeld,
        formulier,
        lambda: close_agendapunt(
            by=request.actor,
            punt_id=punt_id,
            keuze=formulier.cleaned_data["keuze"],
            reden=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        ),
        Blad(
            kop=_("Punt afsluiten zonder besluit"),
            uitleg=punt.titel,
            knop=_("Punt afsluiten"),
            gelukt=_("Het punt is afgesloten."),
            punt=punt,
        ),
    )


# --- what the other pages of meetings share ---------------------------------------------------------


def get_meeting(request: HttpRequest, vergadering_id: UUID) -> VergaderingBeeld:
    """The meeting, or 404: not there and not yours look the same."""
    try:
        return read_vergadering(by=request.actor, vergadering_id=vergadering_id)
    except Refused as refused:
        raise Http404 from refused


def get_item(request: HttpRequest, punt_id: UUID) -> tuple[VergaderingBeeld, PuntBeeld]:
    """An item with its meeting, or 404."""
    try:
        return read_punt(by=request.actor, punt_id=punt_id)
    except Refused as refused:
        raise Http404 from refused


def published(by: Actor) -> list[tuple[UUID, str]]:
    """Published reports that can lie on the table, the newest period first."""
    return [
        (een.id, report_name(een.soort, een.periode, een.gemeentenaam))
        for een in read_rapportages(by=by)
        if een.op is not None
    ]


def require_organiser(beeld: VergaderingBeeld) -> VergaderingBeeld:
    """Refused: vergadering_niet_van_u; the act asks it again."""
    if not beeld.organiseer_ik:
        raise Refused("vergadering_niet_van_u")
    return beeld


def title(beeld: VergaderingBeeld) -> str:
    """The name of a meeting: which body, which day."""
    return f"{body_name(beeld.kort.gremium)}, {datum(beeld.kort.datum)}"


@dataclass(frozen=True, slots=True)
class Blad:
    """A page with one form about a meeting. `gelukt`: what is said when it went well. `punt`: the item it is
    about. `tweede`: name and words of a second button."""

    kop: str
    uitleg: str
    knop: str
    gelukt: str
    punt: PuntBeeld | None = None
    tweede: tuple[str, str] | None = None
    template: str = "toegang/een_formulier.html"


def one_form(
    request: HttpRequest,
    beeld: VergaderingBeeld,
    formulier: Formulier,
    do: Callable[[], UUID],
    blad: Blad,
) -> HttpResponse:
    """The page, and what it does; afterwards back to the meeting, at the item when there is one."""
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, do)
        if done:
            messages.success(request, blad.gelukt)
            return redirect(back_to(beeld, blad.punt))
    context = {
        "formulier": formulier,
        "kruimels": trail(beeld),
        "kop": blad.kop,
        "uitleg": blad.uitleg,
        "knop": blad.knop,
        "punt": blad.punt,
        "tweede": blad.tweede,
    }
    return render(request, blad.template, context, status=formulier.status)


def trail(beeld: VergaderingBeeld) -> list[tuple[str, str]]:
    """The way to the page of a meeting."""
    return [(reverse("vergaderingen"), _("Vergaderingen")), (back_to(beeld), title(beeld))]


def back_to(beeld: VergaderingBeeld, punt: PuntBeeld | None = None) -> str:
    """The page of a meeting, at an item."""
    adres = reverse("vergadering", args=[beeld.kort.id])
    return f"{adres}#punt-{punt.volgorde}" if punt else adres


def one_button(
    request: HttpRequest, vergadering_id: UUID, do: Callable[[UUID | None], object], gelukt: str
) -> HttpResponse:
    """What a button on the page of a meeting does; a refusal is said above that page."""
    formulier = Formulier(request.POST)
    formulier.is_valid()
    try:
        do(formulier.cleaned_data.get("formulier_id"))
        messages.success(request, gelukt)
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        messages.error(request, sentence(refused))
    return redirect("vergadering", vergadering_id=vergadering_id)
