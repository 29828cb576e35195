"""The directory of what is there before individual help: for workers and families alike."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from koers.analytics.voorzieningen import Zoekopdracht, search
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.voorzieningen import row
from koers.web.monitor.beleid import surroundings


class ZoekFormulier(forms.Form):
    """What somebody looks for; every field may stay empty."""

    vraag = forms.CharField(
        label=_("Waar gaat het om?"),
        help_text=_("Een paar woorden, bijvoorbeeld: gepest worden, slecht slapen, geldzorgen. Geen namen."),
        required=False,
        max_length=80,
    )
    leeftijd = forms.IntegerField(label=_("Leeftijd"), required=False, min_value=0, max_value=22)
    plaats = forms.ChoiceField(label=_("Waar?"), required=False)

    def __init__(self, data=None) -> None:
        super().__init__(data)
        places = [
            (een.id, taal(een.naam))
            for een in beleid().gebieden.values()
            if een.soort in ("gemeente", "deelgebied")
        ]
        self.fields["plaats"].choices = [("", _("overal")), *sorted(places, key=lambda een: een[1].lower())]

    def opdracht(self) -> Zoekopdracht:
        """What was asked; a field that was filled in wrongly does not count."""
        data = self.cleaned_data
        return Zoekopdracht(data.get("vraag", ""), data.get("leeftijd"), data.get("plaats", ""))


@require_http_methods(["GET", "POST"])
def voorzieningen(request: HttpRequest) -> HttpResponse:
    """Everything, or what fits. A question is posted, so that no address or log of a server keeps it."""
    formulier = ZoekFormulier(request.POST if request.method == "POST" else None)
    valid = formulier.is_valid()
    opdracht = formulier.opdracht() if valid else Zoekopdracht()
    om = surroundings()
    rows = () if formulier.errors else tuple(row(een, om) for een in search(om.beleid, opdracht))
    context = {"formulier": formulier, "regels": rows, "aantal": len(rows), "gezocht": valid}
    return render(request, "toegang/voorzieningen.html", context, status=422 if formulier.errors else 200)
