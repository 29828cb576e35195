"""Pages of national developments: the register, one of them, and what is written in it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.netwerk.ontwikkelingen import (
    OntwikkelingenBeeld,
    add_ontwikkeling,
    followers,
    read_ontwikkeling,
    read_ontwikkelingen,
    write_ontwikkeling,
)
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.web.formulierpagina import found, one_page
from koers.web.netwerk.oordeelformulieren import OntwikkelingFormulier, VolgstandFormulier


@require_safe
def ontwikkelingen(request: HttpRequest) -> HttpResponse:
    """What is followed, then what is over."""
    beeld = read_ontwikkelingen(by=request.actor)
    return render(request, "netwerk/ontwikkelingen.html", {"o": beeld, "zin": _lead(beeld)})


@require_safe
def ontwikkeling(request: HttpRequest, ontwikkeling_id: UUID) -> HttpResponse:
    """One development with every status it had."""
    een = found(lambda: read_ontwikkeling(by=request.actor, ontwikkeling_id=ontwikkeling_id))
    return render(request, "netwerk/ontwikkeling.html", {"een": een})


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A development comes into the register."""
    formulier = OntwikkelingFormulier(request.POST or None, **_choices(request))
    return one_page(
        request,
        formulier,
        lambda: add_ontwikkeling(
            by=request.actor,
            nieuw=formulier.ontwikkeling(),
            stand=formulier.stand(),
            formulier=formulier.formulier,
        ),
        [_crumb()],
        kop=_("Ontwikkeling toevoegen"),
        uitleg=_("Iedereen die in de regio stuurt, leest dit mee."),
        knop=_("Ontwikkeling toevoegen"),
        gelukt=_("De ontwikkeling staat in de lijst."),
    )


@require_http_methods(["GET", "POST"])
def stand(request: HttpRequest, ontwikkeling_id: UUID) -> HttpResponse:
    """How it stands now. Refused: ontwikkeling_niet_van_u."""
    een = found(lambda: read_ontwikkeling(by=request.actor, ontwikkeling_id=ontwikkeling_id))
    if not een.schrijf_ik:
        raise Refused("ontwikkeling_niet_van_u")
    formulier = VolgstandFormulier(request.POST or None, nu=een.nu, **_choices(request))
    return one_page(
        request,
        formulier,
        lambda: write_ontwikkeling(
            by=request.actor,
            ontwikkeling_id=een.id,
            stand=formulier.stand(),
            formulier=formulier.formulier,
        ),
        [_crumb(), (reverse("ontwikkeling", args=[een.id]), een.naam)],
        kop=_("Opschrijven hoe het ervoor staat"),
        uitleg=_("Wat er stond, blijft leesbaar."),
        knop=_("Opschrijven"),
        gelukt=_("Het is opgeschreven."),
    )


def _crumb() -> tuple[str, str]:
    return reverse("ontwikkelingen"), _("Landelijke ontwikkelingen")


def _choices(request: HttpRequest) -> dict[str, Any]:
    regio = request.actor.rol is Rol.REGIOMANAGER
    return {"gemeenten": followers(request.actor), "regio": regio}


def _lead(beeld: OntwikkelingenBeeld) -> str:
    aantal = sum(een.loopt for een in beeld.alle)
    tafel = sum(een.nu.stand == "op_tafel" for een in beeld.alle)
    if not aantal:
        return _("Er wordt geen landelijke ontwikkeling gevolgd.")
    zin = ngettext("Drenthe volgt één ontwikkeling.", "Drenthe volgt %(aantal)s ontwikkelingen.", aantal) % {
        "aantal": aantal
    }
    if tafel:
        zin += " " + ngettext(
            "Eén ligt op tafel bij een overleg.",
            "%(aantal)s liggen op tafel bij een overleg.",
            tafel,
        ) % {"aantal": tafel}
    return zin
