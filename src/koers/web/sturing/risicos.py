"""Risks: all of a municipality, one, and what a beleidsadviseur writes about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.sturing.risicos import (
    add_risico,
    add_risicomaatregel,
    close_risico,
    judge_risico,
    reopen_risico,
    settle_risicomaatregel,
    unwatch_indicator,
    watch_indicator,
)
from koers.actions.sturing.risicos_lezen import (
    RisicoBeeld,
    read_risico,
    read_risicomaatregel,
    read_risicos,
    read_risicosignaal,
)
from koers.domain.toestanden.risico import RISICO
from koers.presentation.sturing.agenda import indicator_name
from koers.presentation.sturing.risico import lead
from koers.web.formulier import Formulier
from koers.web.sturing.agenda import asked, found
from koers.web.sturing.formulieren_risico import (
    MaatregelFormulier,
    MaatregelKlaarFormulier,
    OordeelFormulier,
    RedenFormulier,
    RisicoFormulier,
    SignaalFormulier,
    typed,
)
from koers.web.sturing.schrijven import Kruimels, one_page


@require_safe
def risicos(request: HttpRequest) -> HttpResponse:
    """All of a municipality: overdue on top, then what warns, then the heaviest."""
    beeld = found(lambda: read_risicos(by=request.actor, gemeente=asked(request)))
    return render(request, "sturing/risicos.html", {"a": beeld, "zin": lead(beeld)})


@require_safe
def risico(request: HttpRequest, risico_id: UUID) -> HttpResponse:
    """One, with its measures, what warns, and every judgement."""
    beeld, een = found(lambda: read_risico(by=request.actor, risico_id=risico_id))
    context = {"a": beeld, "r": een, "handelingen": RISICO.open_acts(een.stand)}
    return render(request, "sturing/risico.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new one."""
    beeld = found(lambda: read_risicos(by=request.actor, gemeente=asked(request)))
    formulier = RisicoFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: add_risico(
            by=request.actor,
            gemeente=beeld.gemeente,
            nieuw=formulier.risico(),
            oordeel=formulier.oordeel(),
            formulier=formulier.formulier,
        ),
        _trail(beeld.gemeente),
        kop=_("Risico opschrijven"),
        uitleg=_("Schrijf in eigen woorden wat er mis kan gaan. Daarna spreekt u maatregelen af."),
        knop=_("Risico opschrijven"),
        gelukt=_("Het risico staat erbij. Spreek nu een maatregel af."),
    )


@require_http_methods(["GET", "POST"])
def oordeel(request: HttpRequest, risico_id: UUID) -> HttpResponse:
    """It is looked at again."""
    _beeld, een = found(lambda: read_risico(by=request.actor, risico_id=risico_id))
    formulier = OordeelFormulier(request.POST or None)
    return _write(
        request,
        een,
        formulier,
        lambda: judge_risico(
            by=request.actor,
            risico_id=een.id,
            oordeel=formulier.oordeel(),
            formulier=formulier.formulier,
        ),
        kop=_("Risico opnieuw bekijken"),
        uitleg=_("Wat u eerder vond, blijft leesbaar met de reden."),
        gelukt=_("Het nieuwe oordeel staat erbij."),
    )


@require_http_methods(["GET", "POST"])
def maatregel(request: HttpRequest, risico_id: UUID) -> HttpResponse:
    """Something is done against it."""
    return _of_risico(
        request,
        risico_id,
        MaatregelFormulier(request.POST or None),
        add_risicomaatregel,
        (_("Maatregel afspreken"), _("De maatregel staat erbij.")),
    )


@require_http_methods(["GET", "POST"])
def maatregel_klaar(request: HttpRequest, maatregel_id: UUID) -> HttpResponse:
    """What came of a measure."""
    _beeld, een, wat = found(lambda: read_risicomaatregel(by=request.actor, maatregel_id=maatregel_id))
    formulier = MaatregelKlaarFormulier(request.POST or None)
    return _write(
        request,
        een,
        formulier,
        lambda: settle_risicomaatregel(
            by=request.actor, maatregel_id=wat.id, **typed(formulier), formulier=formulier.formulier
        ),
        kop=_("Maatregel afronden"),
        uitleg=wat.wat,
        gelukt=_("Het staat bij de maatregel."),
    )


@require_http_methods(["GET", "POST"])
def signaal(request: HttpRequest, risico_id: UUID) -> HttpResponse:
    """An indicator warns of it."""
    _beeld, een = found(lambda: read_risico(by=request.actor, risico_id=risico_id))
    formulier = SignaalFormulier(request.POST or None)
    return _write(
        request,
        een,
        formulier,
        lambda: watch_indicator(
            by=request.actor,
            risico_id=een.id,
            signaal=formulier.signaal(),
            formulier=formulier.formulier,
        ),
        kop=_("Cijfer laten waarschuwen"),
        uitleg=_("Koers kijkt naar het laatste cijfer van uw gemeente dat iedereen mag zien."),
        gelukt=_("Het cijfer waarschuwt voortaan."),
    )


@require_http_methods(["GET", "POST"])
def signaal_los(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """An indicator does not warn of it any more."""
    _beeld, een, wat = found(lambda: read_risicosignaal(by=request.actor, signaal_id=signaal_id))
    formulier = RedenFormulier(request.POST or None)
    return _write(
        request,
        een,
        formulier,
        lambda: unwatch_indicator(
            by=request.actor, signaal_id=wat.id, **typed(formulier), formulier=formulier.formulier
        ),
        kop=_("Waarschuwing weghalen"),
        uitleg=indicator_name(wat.indicator),
        gelukt=_("Dit cijfer waarschuwt niet meer."),
    )


@require_http_methods(["GET", "POST"])
def sluiten(request: HttpRequest, risico_id: UUID) -> HttpResponse:
    """It is not a risk any more."""
    return _of_risico(
        request,
        risico_id,
        RedenFormulier(request.POST or None),
        close_risico,
        (_("Risico sluiten"), _("Het risico is gesloten. Het blijft leesbaar.")),
    )


@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest, risico_id: UUID) -> HttpResponse:
    """It is a risk after all."""
    return _of_risico(
        request,
        risico_id,
        RedenFormulier(request.POST or None),
        reopen_risico,
        (_("Risico weer openen"), _("Het risico staat weer open.")),
    )


def _of_risico(
    request: HttpRequest,
    risico_id: UUID,
    formulier: Formulier,
    do: Callable[..., UUID],
    words: tuple[str, str],
) -> HttpResponse:
    """A page whose fields are what the act asks."""
    _beeld, een = found(lambda: read_risico(by=request.actor, risico_id=risico_id))
    return _write(
        request,
        een,
        formulier,
        lambda: do(by=request.actor, risico_id=een.id, **typed(formulier), formulier=formulier.formulier),
        kop=words[0],
        uitleg=een.naam,
        gelukt=words[1],
    )


def _trail(gemeente: str) -> Kruimels:
    return [(f"{reverse('risicos')}?gemeente={gemeente}", _("Risico’s"))]


def _write(
    request: HttpRequest, een: RisicoBeeld, formulier: Formulier, do: Callable[[], UUID], **words: Any
) -> HttpResponse:
    kruimels = [*_trail(een.gemeente), (reverse("risico", args=[een.id]), een.naam)]
    return one_page(request, formulier, do, kruimels, knop=words["kop"], **words)
