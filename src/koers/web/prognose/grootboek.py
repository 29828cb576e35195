"""The general ledger beside the monitor: a file in, every difference out, nothing kept."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.prognose.grootboek import compare_grootboek
from koers.domain.aanlevering import Vondst
from koers.domain.grootboek import GROOTBOEK, Grootboekregel
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import HOOGSTENS
from koers.exchange.tabellen.gebeurtenissen import read_numbered
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.grootboek import sheet
from koers.presentation.zinnen import sentence

TOON_HOOGSTENS = 50


class GrootboekFormulier(forms.Form):
    """The file."""

    bestand = forms.FileField(
        label=_("Tabel uit het grootboek"),
        help_text=_("CSV of Excel (.xlsx), ten hoogste 40 megabyte."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def grootboek(request: HttpRequest, code: str) -> HttpResponse:
    """Of one municipality."""
    sent = request.method == "POST"
    formulier = GrootboekFormulier(request.POST, request.FILES) if sent else GrootboekFormulier()
    vondsten: list[Vondst] = []
    regels = _rows(formulier, vondsten) if sent and formulier.is_valid() else None
    try:
        area, uitkomst, vreemd = compare_grootboek(by=request.actor, gemeente=code, regels=regels)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "formulier": formulier,
        "naam": area.naam,
        "code": code,
        "vel": None if regels is None else sheet(uitkomst, vreemd, _names()),
        "vondsten": [
            (v.rijnummer, v.kolom, sentence(Refused(v.code, **v.params))) for v in vondsten[:TOON_HOOGSTENS]
        ],
        "geweigerd": len({vondst.rijnummer for vondst in vondsten}),
        "kolommen": [(kolom.naam, kolom.leeg_mag) for kolom in GROOTBOEK.kolommen],
        "gemeenten": read_badkuip_gemeenten(by=request.actor),
    }
    return render(request, "prognose/grootboek.html", context, status=422 if formulier.errors else 200)


def _rows(formulier: GrootboekFormulier, vondsten: list[Vondst]) -> list[Grootboekregel] | None:
    """The rows that fit; a file that is no table is said at the field."""
    inhoud = formulier.cleaned_data["bestand"].read(HOOGSTENS + 1)
    try:
        return [rij for _, rij in read_numbered(GROOTBOEK, inhoud, vondsten)]
    except Refused as refused:
        formulier.add_error("bestand", sentence(refused))
        return None


def _names() -> dict[str, str]:
    """What the task fields are called; of a code that was used again the newest name."""
    return {een.code: taal(een.naam) for een in beleid().codelijsten["iv3-taakvelden"].codes}
