"""Publications of figures: the list, one with its tables, and making one."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.monitor.publicaties import (
    LANGSTE_NAAM,
    Publicatiebeeld,
    publish_cijfers,
    read_publicatie,
    read_publicaties,
)
from koers.authorization.poort import may
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.publicaties import plain_rows, sheet
from koers.presentation.zinnen import ZINNEN
from koers.web.formulier import Formulier, send
from koers.web.gehouden import kept_page
from koers.web.monitor.uitvoer import table_file


class PublicatieFormulier(Formulier):
    """The name under which the figures of now are kept."""

    naam = forms.CharField(
        label=_("Hoe heet deze publicatie?"),
        help_text=_("Bijvoorbeeld: Kwartaal 3 van 2026."),
        max_length=LANGSTE_NAAM,
        error_messages={"required": ZINNEN["publicatie_zonder_naam"]},
    )


@require_safe
def publicaties(request: HttpRequest) -> HttpResponse:
    """All publications, the newest first."""
    beeld = {
        "lijst": read_publicaties(by=request.actor),
        "mag_publiceren": may(request.actor, "publish_cijfers"),
    }
    # What is on the page is its own mark: only the drawing is kept.
    return kept_page(request, "monitor/publicaties.html", "lijst", tuple(beeld.values()), lambda: beeld)


@require_safe
def publicatie(request: HttpRequest, publicatie_id: UUID) -> HttpResponse:
    """One publication, per indicator a table."""
    beeld = _read(request, publicatie_id)
    return render(request, "monitor/publicatie.html", {"vel": sheet(beeld, beleid()), "id": beeld.id})


@require_safe
def tabel(request: HttpRequest, publicatie_id: UUID, vorm: str) -> HttpResponse:
    """Its rows to take away."""
    beeld = _read(request, publicatie_id)
    return table_file(vorm, f"publicatie-{beeld.vingerafdruk[:12]}", plain_rows(beeld))


@require_http_methods(["GET", "POST"])
def publicatie_nieuw(request: HttpRequest) -> HttpResponse:
    """Freeze the figures of now under a name."""
    formulier = PublicatieFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: publish_cijfers(
                by=request.actor, naam=formulier.cleaned_data["naam"], formulier=formulier.formulier
            ),
        )
        if done:
            messages.success(
                request, gettext("De cijfers van nu zijn gepubliceerd. Ze veranderen niet meer.")
            )
            return redirect("publicatie", publicatie_id=done)
    return render(request, "monitor/publicatie_nieuw.html", {"formulier": formulier}, status=formulier.status)


def _read(request: HttpRequest, publicatie_id: UUID) -> Publicatiebeeld:
    try:
        return read_publicatie(by=request.actor, publicatie_id=publicatie_id)
    except Refused as refused:
        raise Http404 from refused
