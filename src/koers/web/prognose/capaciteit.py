"""How long people wait with this many hours and places. The address holds the question."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.prognose.capaciteit import Regels, read_capaciteit, rules
from koers.domain.capaciteit import (
    HOOGSTE_FTE,
    LANGSTE_DAGEN,
    MEESTE_PLAATSEN,
    MEESTE_VRAGEN,
    Capaciteitsvraag,
)
from koers.domain.weigering import Refused
from koers.presentation.capaciteit import sheet
from koers.presentation.opmaak import getal


def whole(label: Any, hoogste: int, hulp: Any = "", laagste: int = 0) -> forms.IntegerField:
    """A whole number that may stay empty."""
    return forms.IntegerField(
        label=label, help_text=hulp, required=False, min_value=laagste, max_value=hoogste
    )


class CapaciteitFormulier(forms.Form):
    """Three queues and what is missing in all of them. What stays empty is counted, or of the source."""

    fte = forms.DecimalField(
        label=_("Fte POH Jeugd"),
        required=False,
        min_value=0,
        max_value=HOOGSTE_FTE,
        decimal_places=2,
        localize=True,
    )
    vragen = whole(
        _("Lichte vragen per jaar"), MEESTE_VRAGEN, _("Leeg: zoveel als er het laatste jaar kwamen."), 1
    )
    wachtend = whole(_("Wachten nu"), MEESTE_VRAGEN, _("Leeg: zoveel als er nu geteld zijn."))
    tekort = whole(_("Personeelstekort in procent"), 90, _("Zoveel van de uren en plaatsen valt weg."))
    regie_vragen = whole(
        _("Aanvragen per jaar"), MEESTE_VRAGEN, _("In de hele regio. Leeg: niet uitgerekend."), 1
    )
    regie_plaatsen = whole(_("Plaatsen"), MEESTE_PLAATSEN)
    regie_wachtend = whole(_("Wachten nu"), MEESTE_VRAGEN)
    lijst_vragen = whole(_("Aanmeldingen per jaar"), MEESTE_VRAGEN, _("Leeg: niet uitgerekend."), 1)
    lijst_plaatsen = whole(_("Plaatsen"), MEESTE_PLAATSEN, laagste=1)
    lijst_dagen = whole(_("Duur van de hulp in dagen"), LANGSTE_DAGEN, laagste=1)
    lijst_wachtend = whole(_("Wachten nu"), MEESTE_VRAGEN)
    lijst_voorrang = whole(_("Met voorrang, in procent"), 100)
    lijst_geduld = whole(
        _("Weken tot iemand van de lijst gaat"), 520, _("Gemiddeld. Leeg: niemand gaat van de lijst."), 1
    )

    def __init__(self, data: Any, regels: Regels) -> None:
        super().__init__(data)
        bron = _("Leeg: %(getal)s, volgens de bron.")
        self.fields["fte"].help_text = bron % {"getal": getal(regels.fte, 1)}
        self.fields["regie_plaatsen"].help_text = bron % {"getal": getal(regels.plaatsen)}
        self.fields["lijst_dagen"].help_text = bron % {"getal": getal(regels.traject_dagen)}

    def groepen(self) -> tuple[tuple[Any, Any, tuple[forms.BoundField, ...]], ...]:
        """Per queue its name, what it means, and its fields."""
        return (
            (
                _("POH Jeugd"),
                _("Van de lichte vraag tot het eerste gesprek."),
                tuple(self[naam] for naam in ("fte", "vragen", "wachtend", "tekort")),
            ),
            (
                _("Regie op 3"),
                _("De pas op de plaats voor jeugdigen die vastlopen."),
                tuple(self[naam] for naam in self.fields if naam.startswith("regie_")),
            ),
            (
                _("Wachtlijst van een aanbieder"),
                _("Wie voorrang heeft gaat eerst, daarna wie het langst wacht."),
                tuple(self[naam] for naam in self.fields if naam.startswith("lijst_")),
            ),
        )

    def vraag(self) -> Capaciteitsvraag:
        """What is asked; what was wrong counts as not filled in."""
        gevuld = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde is not None}
        return Capaciteitsvraag(**gevuld)

    def clean(self) -> dict[str, Any]:
        """A list needs its questions and its places."""
        data = super().clean() or {}
        for een, ander in (("lijst_vragen", "lijst_plaatsen"), ("lijst_plaatsen", "lijst_vragen")):
            if data.get(een) and not data.get(ander) and ander not in self.errors:
                self.add_error(ander, _("Vul dit ook in, of laat allebei leeg."))
        return data


@require_safe
def capaciteit(request: HttpRequest, code: str) -> HttpResponse:
    """Waiting in one municipality."""
    regels = rules()
    asked = bool(request.GET)
    formulier = CapaciteitFormulier(request.GET if asked else None, regels)
    vraag = (
        formulier.vraag()
        if asked and (formulier.is_valid() or formulier.cleaned_data)
        else Capaciteitsvraag()
    )
    try:
        blad = read_capaciteit(by=request.actor, gemeente=code, vraag=vraag)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "formulier": formulier,
        "naam": blad.gebied.naam,
        "code": code,
        "vel": sheet(blad),
        "gemeenten": read_badkuip_gemeenten(by=request.actor),
    }
    return render(request, "prognose/capaciteit.html", context, status=422 if formulier.errors else 200)
