"""Forms of an evaluation and of help that goes on."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.zorg.herindicatie import (
    HerindicatieBeeld,
    HerindicatieGrond,
    NieuweEvaluatie,
    check_grond_on_page,
)
from koers.domain.weigering import Refused
from koers.presentation.licht import DOELEN, MET, VERVOLG
from koers.web.formulier import Formulier, date_field


class EvaluatieFormulier(Formulier):
    """What the help brought, with the family at the table."""

    datum = date_field(_("Op welke dag is geëvalueerd?"))
    met = forms.ChoiceField(
        label=_("Wie van het gezin was erbij?"), choices=MET.items(), widget=forms.RadioSelect
    )
    doelen = forms.TypedChoiceField(
        label=_("Hoeveel van de doelen is gehaald?"),
        coerce=int,
        choices=DOELEN.items(),
        widget=forms.RadioSelect,
    )
    vervolg = forms.ChoiceField(label=_("Wat volgt er?"), choices=VERVOLG.items(), widget=forms.RadioSelect)
    toelichting = forms.CharField(
        label=_("Wat zei het gezin?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=4_000,
    )

    def evaluatie(self) -> NieuweEvaluatie:
        """What was told."""
        return NieuweEvaluatie(**{k: v for k, v in self.cleaned_data.items() if k != "formulier_id"})


class HerindicatieFormulier(Formulier):
    """Help goes on: only what its road asks is asked."""

    datum = date_field(_("Datum"))
    praktijk = forms.TypedChoiceField(
        label=_("Welke praktijk verwijst?"), coerce=UUID, empty_value=None, required=False
    )
    ingangsdatum = date_field(_("Eerste dag van het vervolg"))
    einddatum = date_field(_("Laatste dag"), required=False)
    reden = forms.CharField(
        label=_("Waarom gaat de hulp door?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=4_000,
    )
    evaluatie_voor = date_field(
        _("Nog geen evaluatie? Uiterlijk op welke dag wel?"),
        required=False,
        help_text=_("Alleen als evalueren nu niet lukt: zo loopt de hulp intussen door."),
    )

    def __init__(self, data=None, *, beeld: HerindicatieBeeld, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.beeld = beeld
        if beeld.route == "toegang":
            del self.fields["praktijk"]
            if beeld.evaluaties:
                del self.fields["evaluatie_voor"]
        else:
            for veld in ("ingangsdatum", "einddatum", "evaluatie_voor"):
                del self.fields[veld]
            self.fields["praktijk"].choices = [("", _("niet bekend")), *beeld.praktijken]

    def grond(self) -> HerindicatieGrond:
        """Why it goes on, and by which day an evaluation will be done."""
        data = self.cleaned_data
        return HerindicatieGrond(self.beeld.toewijzing_id, data.get("reden", ""), data.get("evaluatie_voor"))

    def clean(self) -> dict:
        """What the road asks is missing: that is said before an aanvraag or besluit is written."""
        cleaned = super().clean() or self.cleaned_data
        try:
            check_grond_on_page(self.beeld, self.grond())
        except Refused as refused:
            self.refused(refused)
        return cleaned
