"""The registration of a colleague in a professional register."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from koers.actions.kern.beroepsregistraties import read_beroepsnummers, register_beroepsnummer
from koers.domain.besluiten import Beroepsnummer
from koers.domain.weigering import Refused
from koers.web.formulier import Formulier, date_field, day_after, send


class BeroepsnummerFormulier(Formulier):
    """A registration in a professional register, as it was looked up."""

    register = forms.ChoiceField(label=gettext_lazy("Register"), choices=[("SKJ", "SKJ"), ("BIG", "BIG")])
    nummer = forms.CharField(label=gettext_lazy("Nummer"), max_length=11)
    begindatum = date_field(gettext_lazy("Geldig vanaf"))
    einddatum = date_field(gettext_lazy("Laatste dag dat het geldig is"), required=False)

    def nieuw(self) -> Beroepsnummer:
        """What was told."""
        data = self.cleaned_data
        until = day_after(data["einddatum"])
        return Beroepsnummer(data["register"], data["nummer"].strip(), data["begindatum"], until)


@require_http_methods(["GET", "POST"])
def beroepsnummer(request: HttpRequest, medewerker_id: UUID) -> HttpResponse:
    """The registrations of somebody, and room for one more."""
    formulier = BeroepsnummerFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: register_beroepsnummer(
                by=request.actor,
                medewerker_id=medewerker_id,
                nummer=formulier.nieuw(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De registratie staat in Koers."))
            return redirect("beroepsnummer", medewerker_id=medewerker_id)
    try:
        naam, registraties = read_beroepsnummers(by=request.actor, medewerker_id=medewerker_id)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "formulier": formulier,
        "medewerker": {"id": medewerker_id, "naam": naam},
        "registraties": registraties,
    }
    return render(request, "kern/beroepsnummer.html", context, status=formulier.status)
