"""The page on which the regie of a family is handed over."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from koers.actions.kern.regie import hand_over_regie, read_regie, replace_regisseur
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send


class Overdracht(Formulier):
    """To whom, and whether who was it goes on working with the family."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    naar = forms.TypedChoiceField(label=gettext_lazy("Nieuwe regisseur"), coerce=UUID)
    blijft = forms.BooleanField(
        label=gettext_lazy("Wie nu regisseur is, blijft betrokken bij dit gezin"),
        required=False,
        help_text=gettext_lazy("Zonder dit vinkje ziet die het gezin niet meer."),
    )

    def __init__(self, data=None, *, regie, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["versie"].initial = regie.versie
        self.fields["naar"].choices = [
            ("", gettext_lazy("Kies een collega")),
            *((collega.id, collega.naam) for collega in regie.collegas),
        ]


class Afwezigheid(Formulier):
    """Who stands in for the regisseur, from which day until and including which."""

    door = forms.TypedChoiceField(label=gettext_lazy("Wie vervangt?"), coerce=UUID)
    begindatum = date_field(gettext_lazy("Eerste dag"))
    einddatum = date_field(gettext_lazy("Laatste dag"))

    def __init__(self, data=None, *, regie, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["door"].choices = [
            ("", gettext_lazy("Kies een collega")),
            *((collega.id, collega.naam) for collega in regie.collegas),
        ]


@require_http_methods(["GET", "POST"])
def vervanging(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Somebody stands in while the regisseur is away."""
    try:
        beeld = read_regie(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = Afwezigheid(request.POST or None, regie=beeld, initial={"begindatum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: replace_regisseur(
                by=request.actor,
                gezin_id=gezin_id,
                door=data["door"],
                begindatum=data["begindatum"],
                tot_datum=data["einddatum"] + timedelta(days=1),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De vervanger ziet het gezin in deze dagen."))
            return redirect("regie", gezin_id=gezin_id)
    context = {"formulier": formulier, "regie": beeld}
    return render(request, "kern/vervanging.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def regie(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Who directs this family, who did, and handing it over."""
    try:
        beeld = read_regie(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
    mine = {"naar": UUID(request.actor.id)} if request.GET.get("naar") == "ik" else {}
    formulier = Overdracht(request.POST or None, regie=beeld, initial=mine)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: hand_over_regie(
                by=request.actor,
                gezin_id=gezin_id,
                naar=data["naar"],
                versie=data["versie"],
                blijft=data["blijft"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De regie is overgedragen."))
            return redirect("gezinnen" if beeld.in_zicht else "team")
        formulier.follow(versie=beeld.versie)
    return render(
        request, "kern/regie.html", {"formulier": formulier, "regie": beeld}, status=formulier.status
    )
