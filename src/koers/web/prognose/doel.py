"""What is needed for the goal: the question in the address, the answer per lever and for two together."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.prognose.doel import Doelvraag, read_doel
from koers.actions.prognose.wat_als import JAREN, goal_of
from koers.domain.hefbomen import KNOPPEN, LANGSTE_AANLOOP
from koers.domain.weigering import Refused
from koers.presentation.doel import sheet
from koers.presentation.wat_als import KNOPPEN as WOORDEN
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.prognose.wat_als import Bedrag

KANSEN = (50, 80, 90, 95)


class DoelFormulier(forms.Form):
    """The goal and how sure; from when; what a percent of each lever costs; and which two side by side."""

    doel = forms.DecimalField(
        label=_("Hoogstens zoveel procent"), min_value=0, max_value=100, decimal_places=1, localize=True
    )
    doeljaar = forms.TypedChoiceField(label=_("In welk jaar"), coerce=int)
    kans = forms.TypedChoiceField(
        label=_("Met hoeveel zekerheid"), coerce=int, choices=[(k, f"{k}%") for k in KANSEN]
    )
    vanaf = forms.RegexField(
        r"^[0-9]{4}-(0[1-9]|1[0-2])$",
        label=_("Maatregelen vanaf"),
        widget=forms.TextInput(attrs={"type": "month"}),
        error_messages={"invalid": _("Schrijf een jaar en een maand, zoals 2027-01.")},
    )
    aanloop = forms.IntegerField(label=_("Maanden aanloop"), min_value=0, max_value=LANGSTE_AANLOOP)
    eerste = forms.ChoiceField(label=_("Eerste maatregel"))
    tweede = forms.ChoiceField(label=_("Tweede maatregel"))
    onderzoek = forms.BooleanField(
        label=_("Laat ook meedoen wat nog wordt onderzocht en geen beleid is"), required=False
    )

    def __init__(self, data: Any, *, doel: Decimal | None, doeljaar: int | None) -> None:
        year = vandaag().year
        begin = {
            "doel": doel,
            "doeljaar": doeljaar or year + 3,
            "kans": 80,
            "vanaf": f"{year + 1}-01",
            "aanloop": 12,
            "eerste": "instroom-arts",
            "tweede": "duur-4-5",
        }
        super().__init__(data, initial=begin)
        self.fields["doeljaar"].choices = [(j, str(j)) for j in range(year, year + JAREN + 1)]
        knoppen = [(sleutel, WOORDEN[sleutel].naam) for sleutel in KNOPPEN]
        self.fields["eerste"].choices = self.fields["tweede"].choices = knoppen
        for sleutel, naam in knoppen:
            self.fields[f"prijs-{sleutel}"] = Bedrag(label=naam, required=False, max_length=20)

    def prijzen(self) -> list[forms.BoundField]:
        """What a percent of each lever costs."""
        return [self[f"prijs-{sleutel}"] for sleutel in KNOPPEN]

    def vraag(self) -> Doelvraag:
        """What is asked."""
        data = self.cleaned_data
        return Doelvraag(
            doel=data["doel"],
            doeljaar=data["doeljaar"],
            kans=data["kans"] / 100,
            vanaf=date.fromisoformat(f"{data['vanaf']}-01"),
            aanloop=data["aanloop"],
            paar=(data["eerste"], data["tweede"]),
            prijzen=tuple((k, cent) for k in KNOPPEN if (cent := data.get(f"prijs-{k}") or 0)),
            onderzoek=data.get("onderzoek", False),
        )


@require_safe
def doel(request: HttpRequest, code: str) -> HttpResponse:
    """The search for one municipality."""
    asked = bool(request.GET)
    wens, doeljaar = goal_of(code)
    formulier = DoelFormulier(request.GET if asked else None, doel=wens, doeljaar=doeljaar)
    vraag = formulier.vraag() if asked and formulier.is_valid() else None
    area, blad = _read(request, code, vraag, formulier)
    context = {
        "formulier": formulier,
        "naam": area.naam,
        "code": code,
        "vel": None if blad is None else sheet(blad),
        "met_prijzen": vraag is not None and vraag.met_prijzen,
        "gezocht": vraag is not None and not formulier.errors,
        "gemeenten": read_badkuip_gemeenten(by=request.actor),
    }
    fout = asked and bool(formulier.errors)
    return render(request, "prognose/doel.html", context, status=422 if fout else 200)


def _read(request: HttpRequest, code: str, vraag: Doelvraag | None, formulier: DoelFormulier):
    """What was found; a question that cannot be asked is told above the form."""
    try:
        return read_doel(by=request.actor, gemeente=code, vraag=vraag)
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        formulier.add_error(None, sentence(refused))
        return _read(request, code, None, formulier)
