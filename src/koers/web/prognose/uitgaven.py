"""All spending of a year: what was counted, and what the controller writes down beside it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.prognose.uitgaven import keep_uitgaven, read_uitgaven, withdraw_uitgave
from koers.authorization.poort import may
from koers.domain.aanlevering import Vondst
from koers.domain.bedrag import read_bedrag
from koers.domain.uitgaven import LANGSTE_OMSCHRIJVING, UITGAVEN, Uitgavenregel
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import HOOGSTENS
from koers.exchange.tabellen.gebeurtenissen import read_numbered
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.uitgaven import KANTEN, SOORTEN, sheet
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, send

TOON_HOOGSTENS = 50


class PlusOfMin(forms.CharField):
    """An amount as people write it, in cents; a credit has a minus."""

    def clean(self, value: Any) -> int:
        """Cents."""
        text = super().clean(value)
        try:
            return read_bedrag(text)
        except Refused as refused:
            raise forms.ValidationError(sentence(refused)) from refused


class UitgaveFormulier(Formulier):
    """One amount."""

    soort = forms.ChoiceField(label=_("Waaraan"))
    kant = forms.ChoiceField(label=_("Begroting of uitgave"))
    maand = forms.RegexField(
        r"^[12][0-9]{3}-(0[1-9]|1[0-2])$",
        label=_("Voor welke maand"),
        help_text=_("Bij een begroting de eerste maand van het jaar."),
        widget=forms.TextInput(attrs={"type": "month"}),
        error_messages={"invalid": _("Schrijf een jaar en een maand, zoals 2027-01.")},
    )
    bedrag = PlusOfMin(
        label=_("Bedrag in euro"), max_length=20, help_text=_("Een tegenboeking schrijft u met een min.")
    )
    taakveld = forms.ChoiceField(label=_("Iv3-taakveld"), required=False)
    omschrijving = forms.CharField(label=_("Waarvoor"), required=False, max_length=LANGSTE_OMSCHRIJVING)

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["soort"].choices = list(SOORTEN.items())
        self.fields["kant"].choices = list(KANTEN.items())
        self.fields["taakveld"].choices = [("", "–"), *((c, f"{c} {n}") for c, n in _names().items())]
        self.fields["soort"].initial, self.fields["kant"].initial = "pgb", "uitgave"
        self.fields["maand"].initial = f"{vandaag():%Y-%m}"

    def regel(self, gemeente: str) -> Uitgavenregel:
        """What was typed."""
        data = self.cleaned_data
        return Uitgavenregel(
            gemeente,
            data["maand"],
            data["soort"],
            data["kant"],
            data["bedrag"],
            data["taakveld"] or None,
            data["omschrijving"] or None,
        )


class TabelFormulier(Formulier):
    """Many amounts at once."""

    bestand = forms.FileField(
        label=_("Tabel met uitgaven"),
        help_text=_("CSV of Excel (.xlsx), ten hoogste 40 megabyte."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )


@require_safe
def uitgaven(request: HttpRequest, code: str) -> HttpResponse:
    """Of one municipality and year."""
    return _page(request, code)


@require_POST
def opslaan(request: HttpRequest, code: str) -> HttpResponse:
    """Keeps one amount."""
    formulier = UitgaveFormulier(request.POST)
    if formulier.is_valid():
        regels = [formulier.regel(code)]
        if send(formulier, lambda: _keep(request, code, regels, formulier)) is not None:
            messages.success(request, _t("De uitgave is opgeschreven."))
            return _back(code, regels[0].maand[:4])
    return _page(request, code, formulier=formulier)


@require_POST
def inlezen(request: HttpRequest, code: str) -> HttpResponse:
    """Keeps a table of amounts, all of it or nothing."""
    formulier = TabelFormulier(request.POST, files=request.FILES)
    vondsten: list[Vondst] = []
    gelezen = _rows(formulier, vondsten) if formulier.is_valid() else None
    regels = gelezen or []
    # A row that does not fit is mended first: half a budget is worse than none.
    heel = gelezen is not None and not vondsten
    if heel and send(formulier, lambda: _keep(request, code, regels, formulier)) is not None:
        aantal = len(regels)
        zin = ngettext("%(aantal)s regel is ingelezen.", "%(aantal)s regels zijn ingelezen.", aantal)
        messages.success(request, zin % {"aantal": aantal})
        return _back(code, max(regel.maand[:4] for regel in regels))
    return _page(request, code, tabel=formulier, vondsten=vondsten)


@require_POST
def intrekken(request: HttpRequest, code: str, uitgave_id: UUID) -> HttpResponse:
    """Takes an amount back."""
    formulier = Formulier(request.POST)
    if not formulier.is_valid():
        return _page(request, code)
    try:
        withdraw_uitgave(
            by=request.actor, gemeente=code, uitgave_id=uitgave_id, formulier=formulier.formulier
        )
    except Refused as refused:
        raise Http404 from refused
    messages.success(request, _t("De uitgave telt niet meer mee."))
    return _back(code, request.POST.get("jaar", ""))


def _keep(request: HttpRequest, code: str, regels: Sequence[Uitgavenregel], formulier: Formulier) -> int:
    return keep_uitgaven(by=request.actor, gemeente=code, regels=regels, formulier=formulier.formulier)


def _back(code: str, jaar: str) -> HttpResponse:
    antwoord = redirect("wat-als-uitgaven", code=code)
    if jaar.isascii() and jaar.isdigit():
        antwoord["Location"] += f"?jaar={jaar}"
    return antwoord


def _rows(formulier: TabelFormulier, vondsten: list[Vondst]) -> list[Uitgavenregel] | None:
    inhoud = formulier.cleaned_data["bestand"].read(HOOGSTENS + 1)
    try:
        return [rij for _nr, rij in read_numbered(UITGAVEN, inhoud, vondsten)]
    except Refused as refused:
        formulier.add_error("bestand", sentence(refused))
        return None


def _page(
    request: HttpRequest,
    code: str,
    *,
    formulier: UitgaveFormulier | None = None,
    tabel: TabelFormulier | None = None,
    vondsten: list[Vondst] | tuple = (),
) -> HttpResponse:
    gevraagd = request.GET.get("jaar", "")
    jaar = int(gevraagd) if gevraagd.isascii() and gevraagd.isdigit() and len(gevraagd) == 4 else None
    try:
        blad = read_uitgaven(by=request.actor, gemeente=code, jaar=jaar)
    except Refused as refused:
        raise Http404 from refused
    vel = sheet(blad, _names())
    context = {
        "naam": blad.gebied.naam,
        "code": code,
        "jaar": blad.jaar,
        "jaren": blad.jaren,
        "vel": vel,
        "schrijft": may(request.actor, "keep_uitgaven"),
        "formulier": formulier or UitgaveFormulier(),
        "tabel": tabel or TabelFormulier(auto_id="id_tabel_%s"),
        "regels": [(rij, Formulier(auto_id=False)) for rij in vel.geschreven],
        "vondsten": [
            (v.rijnummer, v.kolom, sentence(Refused(v.code, **v.params))) for v in vondsten[:TOON_HOOGSTENS]
        ],
        "geweigerd": len({vondst.rijnummer for vondst in vondsten}),
        "kolommen": [(kolom.naam, kolom.leeg_mag) for kolom in UITGAVEN.kolommen],
        "gemeenten": read_badkuip_gemeenten(by=request.actor),
    }
    fout = bool(vondsten or (formulier and formulier.errors) or (tabel and tabel.errors))
    return render(request, "prognose/uitgaven.html", context, status=422 if fout else 200)


def _names() -> dict[str, str]:
    """What the task fields are called; of a code that was used again the newest name."""
    return {een.code: taal(een.naam) for een in beleid().codelijsten["iv3-taakvelden"].codes}
