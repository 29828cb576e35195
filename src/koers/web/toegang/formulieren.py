"""Forms of door toegang."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.melden import NieuweMelding
from koers.presentation.woorden import VERWIJZERS
from koers.presentation.woorden_melding import KANALEN
from koers.web.formulier import Formulier, date_field


class MeldingFormulier(Formulier):
    """A question about one or more children."""

    jeugdigen = forms.TypedMultipleChoiceField(
        label=_("Over wie gaat de vraag?"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    datum = date_field(_("Wanneer kwam de vraag binnen?"))
    verwijzer = forms.ChoiceField(
        label=_("Via wie?"),
        choices=VERWIJZERS.items(),
        initial="06",
        help_text=_("Dit bepaalt de wettelijke route. Die verandert daarna niet meer."),
    )
    verwijzer_organisatie = forms.TypedChoiceField(
        label=_("Welke praktijk of instelling?"), coerce=UUID, empty_value=None, required=False
    )
    kanaal = forms.ChoiceField(
        label=_("Wie stelt de vraag?"), choices=[("", _("weet ik niet")), *KANALEN.items()], required=False
    )
    vraag = forms.CharField(
        label=_("Wat is de vraag, in de woorden van het gezin?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=10_000,
    )
    met_spoed = forms.BooleanField(label=_("Dit kan niet wachten"), required=False)

    def __init__(self, data=None, *, gezin, verwijzers=(), **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["verwijzer_organisatie"].choices = [
            ("", _("niet van toepassing")),
            *((v.id, v.naam) for v in verwijzers),
        ]
        kinderen = [(lid.id, lid.naam) for lid in gezin.leden if lid.rol == "jeugdige"]
        self.fields["jeugdigen"].choices = kinderen
        if len(kinderen) == 1:
            self.fields["jeugdigen"].initial = [kinderen[0][0]]

    def melding(self) -> NieuweMelding:
        """What was told."""
        data = self.cleaned_data
        return NieuweMelding(
            jeugdigen=tuple(data["jeugdigen"]),
            datum=data["datum"],
            verwijzer=data["verwijzer"],
            verwijzer_organisatie=data["verwijzer_organisatie"],
            kanaal=data["kanaal"],
            vraag=data["vraag"],
            met_spoed=data["met_spoed"],
        )
