"""The ledger of deliveries, one delivery, and the form to hand in a table."""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.monitor.aanleveringen import (
    BEVINDINGEN_PER_PAGINA,
    PER_PAGINA,
    AanleveringRegel,
    read_aanlevering,
    read_aanleveringen,
)
from koers.actions.monitor.partners import read_leveringen, read_partnercijfers
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import HOOGSTENS
from koers.exchange.tabellen.invoer import deliver
from koers.policy import beleid
from koers.presentation.leveringen import Partnerblad, in_a_sentence, ledger, numbers
from koers.presentation.zinnen_aanlevering import SOORTEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, send


class NieuweAanlevering(Formulier):
    """A file and what it is. The year only when the file does not tell it."""

    soort = forms.ChoiceField(label=gettext_lazy("Wat voor tabel is het?"), choices=list(SOORTEN.items()))
    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("CSV of Excel (.xlsx), ten hoogste 40 megabyte."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )
    jaar = forms.IntegerField(
        label=gettext_lazy("Jaar van de cijfers"),
        required=False,
        help_text=gettext_lazy("Alleen nodig als het niet in de naam van het bestand staat."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    bron = forms.CharField(
        label=gettext_lazy("Wie publiceerde de cijfers?"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Alleen bij cijfers van de regio zelf. Dit staat straks bij elk cijfer."),
    )

    def refused(self, refused: Refused) -> None:
        """The refusal stands in the ledger under this form's id; a better file is a new form."""
        super().refused(refused)
        self.data = {**self.data, "formulier_id": str(uuid4())}


@require_safe
def aanleveringen(request: HttpRequest) -> HttpResponse:
    """What partners were asked to deliver, late first; and what arrived, newest first."""
    lijst = read_aanleveringen(by=request.actor, pagina=_asked_page(request))
    leveringen = read_leveringen(by=request.actor)
    return render(
        request,
        "monitor/aanleveringen.html",
        {
            "lijst": lijst,
            "pagina": _page(lijst.totaal, PER_PAGINA, lijst.pagina),
            "leveringen": ledger(leveringen, beleid(), vandaag()),
            "leverzin": in_a_sentence(leveringen),
        },
    )


@require_safe
def aanlevering(request: HttpRequest, aanlevering_id: int) -> HttpResponse:
    """One delivery, with every row that stayed out and why."""
    try:
        blad = read_aanlevering(by=request.actor, aanlevering_id=aanlevering_id, pagina=_asked_page(request))
    except Refused as refused:
        raise Http404 from refused
    return render(
        request,
        "monitor/aanlevering.html",
        {
            "blad": blad,
            "een": blad.aanlevering,
            "cijfers": _numbers(request, blad.aanlevering),
            "pagina": _page(blad.totaal, BEVINDINGEN_PER_PAGINA, blad.pagina),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def aanlevering_nieuw(request: HttpRequest) -> HttpResponse:
    """Hand in a table."""
    formulier = NieuweAanlevering(request.POST or None, files=request.FILES or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, lambda: _take_in(request, formulier))
        if isinstance(done, str):
            return redirect("aanlevering", aanlevering_id=int(done))
        if done is not None:
            _tell(request, done)
            return redirect("aanlevering", aanlevering_id=done.id)
    return render(
        request,
        "monitor/aanlevering_nieuw.html",
        {"formulier": formulier, "partnerkolommen": _columns()},
        status=formulier.status,
    )


def _columns() -> list[tuple[str, tuple[str, ...]]]:
    """The columns of every table that a partner delivers."""
    return [(str(SOORTEN[naam]), een.tabel.namen) for naam, een in PARTNERTABELLEN.items()]


def _numbers(request: HttpRequest, een: AanleveringRegel) -> Partnerblad | None:
    """What a partner delivered; None for other tables, and for a file that was not read."""
    if een.soort not in PARTNERTABELLEN or een.reden:
        return None
    rijen = read_partnercijfers(by=request.actor, aanlevering_id=een.id, tabel=een.soort)
    return numbers(een.soort, rijen, beleid())


def _take_in(request: HttpRequest, formulier: NieuweAanlevering) -> AanleveringRegel:
    data = formulier.cleaned_data
    return deliver(
        by=request.actor,
        soort=SoortAanlevering(data["soort"]),
        inhoud=data["bestand"].read(HOOGSTENS + 1),
        bestandsnaam=data["bestand"].name,
        jaar=data["jaar"],
        bron=data["bron"],
        formulier=formulier.formulier,
    )


def _tell(request: HttpRequest, done: AanleveringRegel) -> None:
    if done.geweigerd:
        zin = _(
            "De tabel is ingelezen. Van de %(rijen)s rijen zijn er %(geweigerd)s geweigerd. U ziet waarom."
        )
        messages.warning(request, zin % {"geweigerd": done.geweigerd, "rijen": done.rijen})
    elif done.nieuw or done.gewijzigd:
        messages.success(request, _("De tabel is ingelezen. Alle rijen zijn overgenomen."))
    else:
        messages.success(request, _("De tabel is ingelezen. Alles was al bekend; er is niets veranderd."))


def _asked_page(request: HttpRequest) -> int:
    gevraagd = request.GET.get("pagina", "1")[:9]
    return int(gevraagd) if gevraagd.isascii() and gevraagd.isdecimal() else 1


def _page(totaal: int, per_pagina: int, pagina: int) -> Page:
    """Where we are, for the links to the pages beside it; the rows themselves came from the act."""
    return Paginator(range(totaal), per_pagina).get_page(pagina)
