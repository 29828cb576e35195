"""The leading principles: what leans on them, and where the municipality deviates."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.sturing.agenda_lezen import read_agenda_with
from koers.actions.sturing.principes import read_besluit_principes, read_principes, state_principe
from koers.domain.uitvoeringsagenda import Waarvan
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.web.formulierpagina import found
from koers.web.sturing.agenda import asked
from koers.web.sturing.formulieren import PrincipeFormulier
from koers.web.sturing.schrijven import one_page, trail


@require_safe
def principes(request: HttpRequest) -> HttpResponse:
    """Per principle what leans on it and where was deviated."""
    beeld = found(lambda: read_principes(by=request.actor, gemeente=asked(request)))
    bladen = [(een, taal(beleid().principes[een.principe].kern)) for een in beeld.bladen]
    return render(request, "sturing/principes.html", {"a": beeld.agenda, "p": beeld, "bladen": bladen})


@require_http_methods(["GET", "POST"])
def interventie_principe(request: HttpRequest, interventie_id: UUID) -> HttpResponse:
    """An intervention leans on a principle or deviates."""
    beeld, interventie = found(lambda: read_agenda_with(by=request.actor, interventie_id=interventie_id))
    formulier = PrincipeFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: state_principe(
            by=request.actor,
            van=Waarvan("interventie", interventie_id),
            nieuw=formulier.said(),
            formulier=formulier.formulier,
        ),
        trail(beeld, beeld.opgave(interventie.opgave)),
        kop=_("Leidend principe opschrijven"),
        uitleg=interventie.naam,
        knop=_("Principe opschrijven"),
        gelukt=_("Het staat bij de interventie, en bij de leidende principes."),
    )


@require_http_methods(["GET", "POST"])
def besluit_principe(request: HttpRequest, besluit_id: UUID) -> HttpResponse:
    """A besluit of a meeting leans on a principle or deviates, says this municipality."""
    beeld, besluit, _said = found(
        lambda: read_besluit_principes(by=request.actor, besluit_id=besluit_id, gemeente=asked(request))
    )
    formulier = PrincipeFormulier(request.POST or None)
    naar = f"{reverse('agenda-principes')}?gemeente={beeld.gemeente}"
    return one_page(
        request,
        formulier,
        lambda: state_principe(
            by=request.actor,
            van=Waarvan("besluit", besluit_id, beeld.gemeente),
            nieuw=formulier.said(),
            formulier=formulier.formulier,
        ),
        [*trail(beeld), (naar, _("Leidende principes"))],
        kop=_("Leidend principe opschrijven"),
        uitleg=besluit.tekst,
        knop=_("Principe opschrijven"),
        gelukt=_("Het staat bij de leidende principes."),
    )
