"""A casus that goes from the JeugdTeam to a new owner: one page, one form, one act."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.lezen import CasusBeeld
from koers.actions.toegang.overgang import (
    assign_overgang,
    complete_overgang,
    discuss_overgang,
    end_overgang,
    mark_overgang,
)
from koers.actions.toegang.overgang_lezen import OvergangBeeld, read_overgang, read_overnemers
from koers.presentation.sturing.overgang import owner_words
from koers.web.formulier import Formulier
from koers.web.toegang.blad import one_form
from koers.web.toegang.formulieren_overgang import (
    EindeFormulier,
    GezinFormulier,
    MarkeerFormulier,
    OvergenomenFormulier,
    ToewijsFormulier,
)
from koers.web.toegang.views import get_casus


@require_http_methods(["GET", "POST"])
def markeren(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """This casus is carried by the JeugdTeam and is to be handed over."""
    formulier = MarkeerFormulier(request.POST or None)
    return _page(
        request,
        get_casus(request, casus_id),
        formulier,
        lambda: mark_overgang(
            by=request.actor,
            casus_id=casus_id,
            drager=formulier.cleaned_data["drager"],
            datum=formulier.cleaned_data["datum"],
            formulier=formulier.formulier,
        ),
        kop=_("Opschrijven dat de casus overgaat"),
        uitleg=_("Het JeugdTeam stopt. Elke casus krijgt een nieuwe eigenaar en een dag."),
        knop=_("Overgang opschrijven"),
        gelukt=_("De casus gaat over. Spreek nu af wie hem overneemt."),
    )


@require_http_methods(["GET", "POST"])
def toewijzen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Who takes it over, and by when."""
    casus, beeld = _marked(request, casus_id)
    overnemers = read_overnemers(by=request.actor, casus_id=casus_id)
    formulier = ToewijsFormulier(request.POST or None, beeld=beeld, overnemers=overnemers)
    return _page(
        request,
        casus,
        formulier,
        lambda: assign_overgang(
            by=request.actor, casus_id=casus_id, nieuw=formulier.chosen(), formulier=formulier.formulier
        ),
        kop=_("Afspreken wie de casus overneemt"),
        uitleg=_("Nu: %(wie)s. Wat eerder is afgesproken, blijft leesbaar.") % {"wie": owner_words(beeld.nu)},
        knop=_("Afspraak opschrijven"),
        gelukt=_("De afspraak staat bij de casus."),
    )


@require_http_methods(["GET", "POST"])
def gezin(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """What the family says of it."""
    casus, beeld = _marked(request, casus_id)
    formulier = GezinFormulier(request.POST or None)
    return _step(
        *(request, casus, formulier, discuss_overgang),
        kop=_("Opschrijven wat het gezin ervan vindt"),
        uitleg=_("Nieuwe eigenaar: %(wie)s.") % {"wie": owner_words(beeld.nu)},
        knop=_("Antwoord opschrijven"),
        gelukt=_("Het antwoord van het gezin staat bij de casus."),
    )


@require_http_methods(["GET", "POST"])
def overgenomen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The new owner has it."""
    casus, beeld = _marked(request, casus_id)
    formulier = OvergenomenFormulier(request.POST or None)
    return _step(
        *(request, casus, formulier, complete_overgang),
        kop=_("Opschrijven dat de casus is overgenomen"),
        uitleg=_("Nieuwe eigenaar: %(wie)s.") % {"wie": owner_words(beeld.nu)},
        knop=_("Overgenomen opschrijven"),
        gelukt=_("De casus is overgenomen."),
    )


@require_http_methods(["GET", "POST"])
def einde(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Nothing has to be handed over any more."""
    casus, _beeld = _marked(request, casus_id)
    formulier = EindeFormulier(request.POST or None)
    return _step(
        *(request, casus, formulier, end_overgang),
        kop=_("Opschrijven dat de casus niet meer overgaat"),
        uitleg=_("Alles wat is opgeschreven, blijft leesbaar bij de casus."),
        knop=_("Overgang beëindigen"),
        gelukt=_("Deze casus gaat niet meer over."),
    )


# --- what these pages share -------------------------------------------------------------------------


def _marked(request: HttpRequest, casus_id: UUID) -> tuple[CasusBeeld, OvergangBeeld]:
    """A casus that was marked, or 404."""
    casus = get_casus(request, casus_id)
    beeld = read_overgang(by=request.actor, casus_id=casus_id)
    if beeld is None:
        raise Http404
    return casus, beeld


def _step(
    request: HttpRequest, casus: CasusBeeld, formulier: Any, do: Callable[..., UUID], **woorden: str
) -> HttpResponse:
    return _page(
        request,
        casus,
        formulier,
        lambda: do(
            by=request.actor,
            casus_id=casus.kort.id,
            **formulier.said(),
            formulier=formulier.formulier,
        ),
        **woorden,
    )


def _page(
    request: HttpRequest, casus: CasusBeeld, formulier: Formulier, do: Callable[[], UUID], **woorden: str
) -> HttpResponse:
    return one_form(
        request,
        formulier,
        do,
        naar=lambda done: ("casus", [casus.kort.id]),
        kruimels=[(reverse("casus", args=[casus.kort.id]), casus.kort.kind)],
        kop=woorden["kop"],
        uitleg=woorden["uitleg"],
        knop=woorden["knop"],
        gelukt=woorden["gelukt"],
    )
