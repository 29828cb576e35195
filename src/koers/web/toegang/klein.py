"""Small pages beside a casus: what was handed over, what is used for everybody, whether the help fits."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.toegang.licht import register_ervaring, register_voorliggend
from koers.actions.toegang.overdragen import (
    accept_overdracht,
    read_dubbelen_overdracht,
    read_overdracht,
)
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, send
from koers.web.toegang.blad import one_form
from koers.web.toegang.formulieren_licht import ErvaringFormulier, VoorliggendFormulier
from koers.web.toegang.views import get_casus


class Opnemen(Formulier):
    """One button; and a box when the child may be known already."""

    toch = forms.BooleanField(
        label=gettext_lazy("Ik heb gekeken, en neem de vraag op"), required=False, widget=forms.HiddenInput
    )
    is_dubbel = False

    def refused(self, refused: Refused) -> None:
        """A possible double is a question to somebody: then the box to answer it appears."""
        self.is_dubbel = refused.code == "mogelijk_dubbel"
        if self.is_dubbel:
            self.fields["toch"].widget = forms.CheckboxInput()
        super().refused(refused)


@require_http_methods(["GET", "POST"])
def overdracht(request: HttpRequest, overdracht_id: UUID) -> HttpResponse:
    """What light help hands over; one button takes it."""
    try:
        beeld = read_overdracht(by=request.actor, overdracht_id=overdracht_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = Opnemen(request.POST or None)
    dubbelen = None
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: accept_overdracht(
                by=request.actor,
                overdracht_id=overdracht_id,
                toch=formulier.cleaned_data["toch"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("U hebt de vraag opgenomen. Alles wat is gedeeld staat er al."))
            return redirect("casus", casus_id=beeld.casus_id)
        if formulier.is_dubbel:
            dubbelen = read_dubbelen_overdracht(by=request.actor, overdracht_id=overdracht_id)
    context = {"beeld": beeld, "formulier": formulier, "dubbelen": dubbelen}
    return render(request, "toegang/overdracht.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def voorliggend(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """A child of a family uses what is there for everybody."""
    try:
        gezin = read_gezin(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
    kinderen = [(lid.id, lid.naam) for lid in gezin.leden if lid.rol == "jeugdige"]
    formulier = VoorliggendFormulier(request.POST or None, kinderen=kinderen, initial={"datum": vandaag()})
    return one_form(
        request,
        formulier,
        lambda: register_voorliggend(by=request.actor, formulier=formulier.formulier, **formulier.told()),
        naar=lambda done: ("gezin", [gezin_id]),
        gelukt=_("Het gebruik staat in Koers."),
        kop=_("Voorliggende voorziening opschrijven"),
        uitleg=_("Wat er voor iedereen is, telt mee: met zwaardere hulp samen werkt het beter."),
        knop=_("Gebruik opslaan"),
        kruimels=[(reverse("gezin", args=[gezin_id]), gezin.naam)],
    )


@require_http_methods(["GET", "POST"])
def ervaring(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Whether the help fits, by a young person or a parent."""
    casus = get_casus(request, casus_id)
    formulier = ErvaringFormulier(request.POST or None, initial={"datum": vandaag()})

    def register() -> UUID:
        told = {k: v for k, v in formulier.cleaned_data.items() if k != "formulier_id"}
        return register_ervaring(by=request.actor, casus_id=casus_id, formulier=formulier.formulier, **told)

    return one_form(
        request,
        formulier,
        register,
        naar=lambda done: ("casus", [casus_id]),
        gelukt=_("Het antwoord staat in Koers."),
        kop=_("Past de hulp?"),
        uitleg=_("Vraag het de jongere zelf, en de ouder apart."),
        knop=_("Antwoord opslaan"),
        kruimels=[(reverse("casus", args=[casus_id]), casus.kort.kind)],
    )
