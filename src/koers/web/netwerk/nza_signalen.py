"""Pages of signals of the Nederlandse Zorgautoriteit: take them in, and work them through."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from koers.actions.netwerk.nza_signalen import (
    Inname,
    SignaalBeeld,
    close_nza_signaal,
    import_nza_signalen,
    read_nza_signaal,
    read_nza_signalen,
    reopen_nza_signaal,
    take_nza_signaal,
)
from koers.domain.uitlevering.signalen import ERNST, KOLOMMEN, SOORTEN
from koers.domain.weigering import Refused
from koers.exchange.uitlevering.signalen import HOOGSTENS, read_rows
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.uitlevering import open_questions, report_lines, told_intake
from koers.web.formulier import Formulier, send
from koers.web.toegang.blad import one_form

VOORBEELD = "\n".join(
    (
        ";".join(KOLOMMEN),
        "JZ04;melding;2026-03-31;13;ontoereikend;Een groep voor gesloten hulp sluit.;;",
    )
)


class InleesFormulier(Formulier):
    """A file with signals."""

    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("CSV of Excel (.xlsx), ten hoogste 5 megabyte."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )

    def refused(self, refused: Refused) -> None:
        """A better file is a new form."""
        super().refused(refused)
        self.data = {**self.data, "formulier_id": str(uuid4())}


class StapFormulier(Formulier):
    """What was done, or why it is not over."""

    toelichting = forms.CharField(
        label=gettext_lazy("Wat is er gedaan, of waarom is het niet klaar?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5_000,
    )


@require_safe
def signalen(request: HttpRequest) -> HttpResponse:
    """Every signal, what is open first."""
    rijen = read_nza_signalen(by=request.actor)
    context = {"signalen": [(een, forms_of(een)) for een in rijen], "open": sum(een.open for een in rijen)}
    return render(request, "uitlevering/signalen.html", context)


@require_safe
def signaal(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """One signal with what was done."""
    een = _read(request, signaal_id)
    context = {"een": een, "vormen": forms_of(een), "formulier": Formulier()}
    return render(request, "uitlevering/signaal.html", context)


@require_http_methods(["GET", "POST"])
def inlezen(request: HttpRequest) -> HttpResponse:
    """Hand in a file; the report about every row comes at once."""
    formulier = InleesFormulier(request.POST or None, files=request.FILES or None)
    inname: Inname | None = None
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, lambda: _take_in(request, formulier))
        if isinstance(done, str):  # sent twice: it is in the list
            return redirect("nza-signalen")
        if done is not None and not done.controle.vindingen:
            messages.success(request, told_intake(done.nieuw, done.bekend, done.controle))
            return redirect("nza-signalen")
        inname = done
        if inname is not None:
            formulier = InleesFormulier()
    context: dict[str, Any] = {
        "formulier": formulier,
        "voorbeeld": VOORBEELD,
        "soorten": SOORTEN,
        "ernst": ERNST,
        "vragen": open_questions("signalen"),
    }
    if inname is not None:
        zin = told_intake(inname.nieuw, inname.bekend, inname.controle)
        context |= {"zin": zin, "regels": report_lines(inname.controle)}
    return render(request, "uitlevering/inlezen.html", context, status=formulier.status)


@require_POST
def oppakken(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """I am at it."""
    formulier = Formulier(request.POST)
    if not formulier.is_valid():
        raise Http404
    done = send(
        formulier,
        lambda: take_nza_signaal(by=request.actor, signaal_id=signaal_id, formulier=formulier.formulier),
    )
    if done:
        messages.success(request, _("U bent met dit signaal bezig."))
    else:
        messages.error(request, " ".join(map(str, formulier.non_field_errors())))
    return redirect("nza-signaal", signaal_id=signaal_id)


@require_http_methods(["GET", "POST"])
def afronden(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """What was done with it."""
    return _told(request, signaal_id, close_nza_signaal, _("Signaal afronden"), _("Het signaal is afgerond."))


@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """It is not over yet."""
    return _told(
        request, signaal_id, reopen_nza_signaal, _("Signaal heropenen"), _("Het signaal is weer open.")
    )


def _told(request: HttpRequest, signaal_id: UUID, do: Any, kop: str, gelukt: str) -> HttpResponse:
    een = _read(request, signaal_id)
    formulier = StapFormulier(request.POST or None)
    return one_form(
        request,
        formulier,
        lambda: do(
            by=request.actor,
            signaal_id=signaal_id,
            toelichting=formulier.cleaned_data["toelichting"],
            formulier=formulier.formulier,
        ),
        naar=lambda done: ("nza-signaal", [signaal_id]),
        gelukt=gelukt,
        kop=kop,
        uitleg=een.inhoud.ontwikkelingen,
        knop=_("Opslaan"),
        kruimels=[
            (reverse("nza-signalen"), _("Signalen van de NZa")),
            (reverse("nza-signaal", args=[signaal_id]), _("Signaal")),
        ],
    )


def forms_of(een: SignaalBeeld) -> list[str]:
    """The names of the forms that a signal is about."""
    lists = beleid().codelijsten
    names = {c.code: taal(c.naam) for lijst in ("cbs-hulpvorm", "cbs-maatregel") for c in lists[lijst].codes}
    return [names.get(code, code) for code in een.inhoud.vormen]


def _take_in(request: HttpRequest, formulier: InleesFormulier) -> Inname:
    rijen = read_rows(formulier.cleaned_data["bestand"].read(HOOGSTENS + 1))
    return import_nza_signalen(by=request.actor, rijen=rijen, formulier=formulier.formulier)


def _read(request: HttpRequest, signaal_id: UUID) -> SignaalBeeld:
    try:
        return read_nza_signaal(by=request.actor, signaal_id=signaal_id)
    except Refused as refused:
        raise Http404 from refused
