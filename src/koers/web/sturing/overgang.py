"""How the hand-over of the JeugdTeam goes in a municipality, what has to be ready, and fte per role."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.sturing.herinrichting import (
    add_voorwaarde,
    change_voorwaarde,
    drop_formatie,
    drop_voorwaarde,
    meet_voorwaarde,
    reopen_voorwaarde,
    set_formatie,
)
from koers.actions.sturing.herinrichting_lezen import (
    HerinrichtingBeeld,
    read_formatie,
    read_herinrichting,
    read_voorwaarde,
)
from koers.actions.toegang.overgang_lezen import read_overgangen
from koers.authorization.poort import lacks_second_factor, may
from koers.presentation.sturing.overgang import count_rows, lead
from koers.web.sturing.agenda import asked, found
from koers.web.sturing.formulieren_overgang import (
    FormatieAndersFormulier,
    FormatieFormulier,
    UitlegFormulier,
    VoorwaardeAndersFormulier,
    VoorwaardeFormulier,
)
from koers.web.sturing.schrijven import Kruimels, one_page


@require_safe
def overgangen(request: HttpRequest) -> HttpResponse:
    """Counts, the casussen for who works with them, conditions and fte."""
    beeld = found(lambda: read_herinrichting(by=request.actor, gemeente=asked(request)))
    # The page itself is about nobody; the list is, so it needs the second factor.
    ziet = may(request.actor, "read_overgang") and not lacks_second_factor(request.actor, "read_overgang")
    context = {
        "a": beeld,
        "zin": lead(beeld),
        "tellingen": count_rows(beeld),
        "eerder": beeld.plan.eerder,
        "mag_agenda": may(request.actor, "read_agenda"),
        "mag_casussen": ziet,
        "casussen": read_overgangen(by=request.actor, gemeente=beeld.gemeente) if ziet else (),
    }
    return render(request, "sturing/overgang.html", context)


@require_http_methods(["GET", "POST"])
def voorwaarde_nieuw(request: HttpRequest) -> HttpResponse:
    """Something has to be ready before the new way of working begins."""
    beeld = found(lambda: read_herinrichting(by=request.actor, gemeente=asked(request)))
    formulier = VoorwaardeFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: add_voorwaarde(
            by=request.actor,
            gemeente=beeld.gemeente,
            nieuw=formulier.voorwaarde(),
            formulier=formulier.formulier,
        ),
        _trail(beeld),
        kop=_("Voorwaarde toevoegen"),
        uitleg=_("Wat moet klaar zijn voordat de nieuwe werkwijze begint?"),
        knop=_("Voorwaarde toevoegen"),
        gelukt=_("De voorwaarde staat erbij."),
    )


@require_http_methods(["GET", "POST"])
def voorwaarde_wijzigen(request: HttpRequest, voorwaarde_id: UUID) -> HttpResponse:
    """Other words, somebody else or another day."""
    beeld, een = found(lambda: read_voorwaarde(by=request.actor, voorwaarde_id=voorwaarde_id))
    formulier = VoorwaardeAndersFormulier(request.POST or None, beeld=een)
    return one_page(
        request,
        formulier,
        lambda: change_voorwaarde(
            by=request.actor,
            voorwaarde_id=voorwaarde_id,
            nieuw=formulier.voorwaarde(),
            formulier=formulier.formulier,
        ),
        _trail(beeld),
        kop=_("Voorwaarde veranderen"),
        uitleg=_("Wat er stond, blijft leesbaar."),
        knop=_("Verandering opschrijven"),
        gelukt=_("De voorwaarde is veranderd."),
    )


@require_http_methods(["GET", "POST"])
def voorwaarde_voldaan(request: HttpRequest, voorwaarde_id: UUID) -> HttpResponse:
    """It is met."""
    return _step(
        *(request, voorwaarde_id, meet_voorwaarde),
        (_("Aan de voorwaarde is voldaan"), _("De voorwaarde is voldaan.")),
    )


@require_http_methods(["GET", "POST"])
def voorwaarde_vervallen(request: HttpRequest, voorwaarde_id: UUID) -> HttpResponse:
    """It has not to be met any more."""
    return _step(
        *(request, voorwaarde_id, drop_voorwaarde),
        (_("Voorwaarde laten vervallen"), _("De voorwaarde vervalt. Zij blijft leesbaar, met de reden.")),
    )


@require_http_methods(["GET", "POST"])
def voorwaarde_heropenen(request: HttpRequest, voorwaarde_id: UUID) -> HttpResponse:
    """It is not met after all."""
    return _step(
        *(request, voorwaarde_id, reopen_voorwaarde),
        (_("Toch niet voldaan"), _("De voorwaarde staat weer open.")),
    )


@require_http_methods(["GET", "POST"])
def formatie_nieuw(request: HttpRequest) -> HttpResponse:
    """A role comes into the plan."""
    beeld = found(lambda: read_herinrichting(by=request.actor, gemeente=asked(request)))
    formulier = FormatieFormulier(request.POST or None)
    return _figures(
        *(request, beeld, formulier),
        kop=_("Rol toevoegen aan het plan"),
        uitleg=_("Hoeveel fte is er nu, hoeveel is er nodig, en wat is afgesproken?"),
        knop=_("Rol toevoegen"),
        gelukt=_("De rol staat in het plan."),
    )


@require_http_methods(["GET", "POST"])
def formatie(request: HttpRequest, formatie_id: UUID) -> HttpResponse:
    """Other figures of a role."""
    beeld, een = found(lambda: read_formatie(by=request.actor, formatie_id=formatie_id))
    formulier = FormatieAndersFormulier(request.POST or None, nu=een.nu)
    return _figures(
        *(request, beeld, formulier),
        kop=_("Fte van %(rol)s veranderen") % {"rol": een.nu.rol},
        uitleg=_("De eerdere cijfers blijven leesbaar."),
        knop=_("Fte opschrijven"),
        gelukt=_("De nieuwe cijfers staan in het plan."),
    )


@require_http_methods(["GET", "POST"])
def formatie_vervallen(request: HttpRequest, formatie_id: UUID) -> HttpResponse:
    """A role goes out of the plan."""
    beeld, een = found(lambda: read_formatie(by=request.actor, formatie_id=formatie_id))
    formulier = UitlegFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: drop_formatie(by=request.actor, formatie_id=formatie_id, **_said(formulier)),
        _trail(beeld),
        kop=_("%(rol)s uit het plan halen") % {"rol": een.nu.rol},
        uitleg=_("De rol telt dan niet meer mee. De cijfers blijven leesbaar."),
        knop=_("Uit het plan halen"),
        gelukt=_("De rol is uit het plan."),
    )


# --- what these pages share -------------------------------------------------------------------------


def _trail(beeld: HerinrichtingBeeld) -> Kruimels:
    return [(f"{reverse('overgangen')}?gemeente={beeld.gemeente}", _("Overgang van het JeugdTeam"))]


def _said(formulier: UitlegFormulier) -> dict[str, Any]:
    data = formulier.cleaned_data
    return {"reden": data["reden"], "datum": data["datum"], "formulier": formulier.formulier}


def _step(
    request: HttpRequest, voorwaarde_id: UUID, do: Callable[..., UUID], words: tuple[str, str]
) -> HttpResponse:
    beeld, een = found(lambda: read_voorwaarde(by=request.actor, voorwaarde_id=voorwaarde_id))
    formulier = UitlegFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: do(by=request.actor, voorwaarde_id=voorwaarde_id, **_said(formulier)),
        _trail(beeld),
        kop=words[0],
        uitleg=een.wat,
        knop=words[0],
        gelukt=words[1],
    )


def _figures(
    request: HttpRequest, beeld: HerinrichtingBeeld, formulier: FormatieFormulier, **words: str
) -> HttpResponse:
    return one_page(
        request,
        formulier,
        lambda: set_formatie(
            by=request.actor,
            gemeente=beeld.gemeente,
            nieuw=formulier.formatie(),
            formulier=formulier.formulier,
        ),
        _trail(beeld),
        **words,
    )
