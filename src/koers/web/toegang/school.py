"""School and neighbourhood: ZATs, groups and advice, in numbers."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.school import (
    SchoolBeeld,
    SchoolwerkBeeld,
    read_school,
    register_schoolwerk,
    withdraw_schoolwerk,
)
from koers.domain.school import MEESTE_MENSEN, Schoolwerk
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.school import summary
from koers.presentation.woorden import SCHOOLWERK, THEMAS, VRAGERS
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send


class SchoolFormulier(Formulier):
    """What was done; there is no field for words about a child."""

    soort = forms.ChoiceField(label=_("Wat deed u?"), choices=SCHOOLWERK.items(), widget=forms.RadioSelect)
    plek = forms.TypedChoiceField(label=_("Waar?"), coerce=UUID)
    thema = forms.ChoiceField(label=_("Waar ging het over?"), choices=THEMAS.items())
    aantal = forms.IntegerField(
        label=_("Hoeveel?"),
        help_text=_("Bij een groep: jongeren. Bij een ZAT of advies: vragen."),
        min_value=1,
        max_value=MEESTE_MENSEN,
    )
    bijeenkomsten = forms.IntegerField(
        label=_("Hoe vaak kwam de groep bij elkaar?"), required=False, min_value=0, max_value=MEESTE_MENSEN
    )
    vrager = forms.ChoiceField(
        label=_("Wie vroeg het advies?"), choices=[("", _("geen advies")), *VRAGERS.items()], required=False
    )
    overgedragen = forms.IntegerField(
        label=_("Hoeveel vragen gingen naar de toegang?"),
        help_text=_(
            "Gaat het om één kind? Spreek dat met het gezin af en bel de toegang. Hier komt geen naam."
        ),
        required=False,
        min_value=0,
        max_value=MEESTE_MENSEN,
    )
    voorziening = forms.ChoiceField(label=_("Welk aanbod?"), required=False)
    datum = date_field(_("Wanneer?"))

    def __init__(self, data=None, *, beeld: SchoolBeeld) -> None:
        super().__init__(data, initial={"datum": vandaag()})
        self.fields["plek"].choices = [("", _("Kies een plek")), *beeld.plekken]
        groups = [een for een in beleid().voorzieningen.values() if een.in_groep]
        self.fields["voorziening"].choices = [
            ("", _("ander aanbod")),
            *((g.id, taal(g.naam)) for g in groups),
        ]

    def werk(self) -> Schoolwerk:
        """What was done, as it was written."""
        data = self.cleaned_data
        return Schoolwerk(
            soort=data["soort"],
            thema=data["thema"],
            aantal=data["aantal"],
            datum=data["datum"],
            bijeenkomsten=data["bijeenkomsten"] or 0,
            overgedragen=data["overgedragen"] or 0,
            vrager=data["vrager"],
        )


class IntrekFormulier(Formulier):
    """Why a row did not happen."""

    reden = forms.CharField(label=_("Waarom klopt dit niet?"), max_length=200)


@require_http_methods(["GET", "POST"])
def school(request: HttpRequest) -> HttpResponse:
    """This year's reach, what was written down, and the form."""
    beeld = read_school(by=request.actor)
    formulier = SchoolFormulier(request.POST or None, beeld=beeld)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: register_schoolwerk(
                by=request.actor,
                plek_id=data["plek"],
                werk=formulier.werk(),
                voorziening=data["voorziening"] if data["soort"] == "groep" else "",
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, gettext("Dit telt nu mee."))
            return redirect("school")
    context = {
        "beeld": beeld,
        "kernzin": summary(beeld.bereik, beeld.jaar),
        "formulier": formulier,
        "regels": [_words(een) for een in beeld.regels],
    }
    return render(request, "toegang/school.html", context, status=formulier.status)


def _words(een: SchoolwerkBeeld) -> dict[str, object]:
    offer = beleid().voorzieningen.get(een.voorziening)
    return {
        "id": een.id,
        "plek": een.plek,
        "organisatie": een.organisatie,
        "werk": een.werk,
        "soort": SCHOOLWERK[een.werk.soort],
        "thema": THEMAS[een.werk.thema],
        "vrager": VRAGERS.get(een.werk.vrager, ""),
        "aanbod": taal(offer.naam) if offer else "",
        "eigen": een.eigen,
    }


@require_http_methods(["GET", "POST"])
def school_intrekken(request: HttpRequest, werk_id: UUID) -> HttpResponse:
    """Take back a row of the own organisation that is wrong; it no longer counts and stays kept."""
    rows = [_words(een) for een in read_school(by=request.actor).regels if een.id == werk_id and een.eigen]
    if not rows:
        raise Http404
    formulier = IntrekFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: withdraw_schoolwerk(
                by=request.actor,
                werk_id=werk_id,
                reden=formulier.cleaned_data["reden"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, gettext("Dit telt niet meer mee. Het blijft bewaard."))
            return redirect("school")
    context = {"formulier": formulier, "regel": rows[0]}
    return render(request, "toegang/school_intrekken.html", context, status=formulier.status)
