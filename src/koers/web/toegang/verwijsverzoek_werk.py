"""What the toegang does so that help of a referral can begin: overleg, woonplaats, and buying help."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.verwijsverzoeken import read_verwijsverzoek, register_werk
from koers.domain.verwijsverzoeken import WERK, Werk, kinds_of_work
from koers.domain.weigering import Refused
from koers.presentation.woorden_melding import UITKOMSTEN_WERK
from koers.presentation.woorden_melding import WERK as WOORDEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send


class WerkFormulier(Formulier):
    """One thing that was done; the labels follow its kind."""

    datum = date_field(gettext_lazy("Op welke dag?"))
    met = forms.CharField(max_length=120)
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het nu?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het nu staat.")},
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Wat is er afgesproken?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, soort: str, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.soort = soort
        self.fields["met"].label = WOORDEN[soort][1]
        # Only another gemeente that pays has a name; the rule asks for it then.
        self.fields["met"].required = soort != "woonplaats"
        self.fields["uitkomst"].choices = [(code, UITKOMSTEN_WERK[code]) for code in WERK[soort][1]]

    def werk(self) -> Werk:
        """What was told."""
        data = self.cleaned_data
        return Werk(self.soort, data["datum"], data["met"], data["uitkomst"], data["toelichting"])


@require_http_methods(["GET", "POST"])
def werk(request: HttpRequest, verwijsverzoek_id: UUID, soort: str) -> HttpResponse:
    """Write down what was done."""
    try:
        beeld = read_verwijsverzoek(by=request.actor, verwijsverzoek_id=verwijsverzoek_id)
    except Refused as refused:
        raise Http404 from refused
    if soort not in kinds_of_work(beeld.regel.route):
        raise Http404
    formulier = WerkFormulier(request.POST or None, soort=soort, initial={"datum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: register_werk(
                by=request.actor,
                verwijsverzoek_id=verwijsverzoek_id,
                werk=formulier.werk(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Dit staat nu bij de verwijzing."))
            return redirect("verwijsverzoek", verwijsverzoek_id=verwijsverzoek_id)
    context = {
        "verwijsverzoek": beeld.regel,
        "formulier": formulier,
        "kop": WOORDEN[soort][0],
        "hulp": WOORDEN[soort][2],
        "gedaan": [een for een in beeld.werk if een.soort == soort],
    }
    return render(request, "toegang/verwijsverzoek_werk.html", context, status=formulier.status)
