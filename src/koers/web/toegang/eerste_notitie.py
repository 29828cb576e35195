"""The form of the first note, and what a next page takes over from it."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.notities import NotitieBeeld, read_notitie
from koers.authorization.poort import may
from koers.domain.eerste_notitie import KAN_WACHTEN, NotitieInhoud
from koers.domain.weigering import Refused
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


def first_note(request: HttpRequest) -> NotitieBeeld | None:
    """The note that a page goes on with (`?notitie=`), or None. What is not there is 404."""
    asked = request.GET.get("notitie")
    if not asked:
        return None
    try:
        if not may(request.actor, "read_notitie"):
            raise Http404
        return read_notitie(by=request.actor, notitie_id=UUID(asked))
    except (Refused, ValueError) as fault:
        raise Http404 from fault


def name_of(notitie: NotitieBeeld | None) -> dict[str, str]:
    """The child's name in parts, as a beginning: the last word is taken for the surname."""
    words = notitie.inhoud.kind.split() if notitie else []
    if not words:
        return {}
    return {"roepnaam": " ".join(words[:-1])[:60], "achternaam": words[-1]}
