"""The form of the first note, and what a next page takes over from it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.domain.eerste_notitie import KAN_WACHTEN, NotitieInhoud
from koers.presentation.woorden_melding import REDENEN_WEGLEGGEN, URGENTIES
from koers.web.formulier import Formulier


class VraagFormulier(Formulier):
    """What somebody says. Nothing is compulsory: who writes listens first."""

    kind = forms.CharField(
        label=_("Naam van het kind"),
        max_length=120,
        required=False,
        help_text=_("Nog onbekend? Laat dit dan leeg."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    vraag = forms.CharField(
        label=_("De vraag, in de woorden van het gezin"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        max_length=10_000,
    )
    beller = forms.CharField(
        label=_("Wie belt er?"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    telefoon = forms.CharField(
        label=_("Nummer om terug te bellen"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    urgentie = forms.ChoiceField(
        label=_("Hoe snel?"),
        choices=list(URGENTIES.items()),
        initial=KAN_WACHTEN,
        widget=forms.RadioSelect,
    )

    def inhoud(self) -> NotitieInhoud:
        """What was written down."""
        data = self.cleaned_data
        return NotitieInhoud(**{veld: data[veld] for veld in NotitieInhoud.__dataclass_fields__})


class NotitieFormulier(VraagFormulier):
    """The note of the toegang itself: `notitie` and `versie` say over what it is saved, once it exists.

    A save puts both in place by their ids, while somebody goes on typing.
    """

    notitie = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class WeglegFormulier(Formulier):
    """Why a note becomes no melding."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    reden = forms.ChoiceField(
        label=_("Waarom wordt dit geen melding?"),
        choices=[("", _("Kies een reden")), *REDENEN_WEGLEGGEN.items()],
    )
