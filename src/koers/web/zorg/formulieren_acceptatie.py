"""Forms for the answer of a provider: the call, yes or no, what came of it."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from koers.actions.zorg.acceptatie import NieuwGesprek
from koers.actions.zorg.plicht import policy_of
from koers.presentation.woorden_contract import (
    CAPACITEITEN,
    OORDELEN,
    PASSENDE,
    UITKOMSTEN_ESCALATIE,
    UITKOMSTEN_ROUTE,
    UITKOMSTEN_WEIGERING,
)
from koers.web.formulier import Formulier, date_field

_KIES = ("", _("Kies"))
GEEN_NAMEN = _("Noem geen namen en geen bijzonderheden van het kind: dit leest ook contractmanagement.")


def _text(label, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=500, widget=forms.Textarea(attrs={"rows": 3}), **more)


class GesprekFormulier(Formulier):
    """What this side heard in the call."""

    datum = date_field(_("Wanneer sprak u elkaar?"))
    met = forms.CharField(
        label=_("Met wie sprak u?"), max_length=80, help_text=_("Een functie is genoeg, zoals “intake”.")
    )
    capaciteit = forms.ChoiceField(label=_("Is er plek?"), choices=[_KIES, *CAPACITEITEN.items()])
    passend = forms.ChoiceField(label=_("Past de hulp?"), choices=[_KIES, *PASSENDE.items()])
    toelichting = _text(_("Wat spraken jullie af?"), required=False)

    @property
    def gesprek(self) -> NieuwGesprek:
        """What was typed, as the act takes it."""
        data = self.cleaned_data
        return NieuwGesprek(
            data["datum"], data["met"], data["capaciteit"], data["passend"], data["toelichting"]
        )


class AcceptatieFormulier(Formulier):
    """Yes; there is nothing to fill in."""


class WeigerFormulier(Formulier):
    """No, and on which ground."""

    grond = forms.ChoiceField(label=_("Waarom neemt u deze hulp niet aan?"))
    toelichting = _text(_("Toelichting"), required=False, help_text=GEEN_NAMEN)

    def __init__(self, data=None, *, inkoopregio: str, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["grond"].choices = [_KIES, *_grounds(inkoopregio)]


def _grounds(inkoopregio: str) -> list[tuple[object, list[tuple[str, str]]]]:
    """The grounds of the region in two groups: what is allowed, and what goes to contract management."""
    plicht = policy_of(inkoopregio)
    groups: list[tuple[object, list[tuple[str, str]]]] = []
    for woord, allowed in (
        (_("Dit mag volgens de afspraak"), True),
        (_("Dit gaat naar contractmanagement"), False),
    ):
        of_this = [
            (grond.id, grond.naam.in_taal(get_language()))
            for grond in (plicht.gronden if plicht else ())
            if grond.toegestaan is allowed
        ]
        if of_this:
            groups.append((woord, of_this))
    return groups


class AfrondFormulier(Formulier):
    """What came of a refusal."""

    uitkomst = forms.ChoiceField(
        label=_("Wat is ervan gekomen?"), choices=[_KIES, *UITKOMSTEN_WEIGERING.items()]
    )
    toelichting = _text(_("Toelichting"), required=False, help_text=GEEN_NAMEN)


class VerlengFormulier(Formulier):
    """Until when help should go on."""

    einddatum = date_field(_("Tot en met welke dag is de hulp nodig?"))


class OordeelFormulier(Formulier):
    """What contract management finds of a refusal."""

    oordeel = forms.ChoiceField(
        label=_("Wat vindt u van deze weigering?"), choices=[_KIES, *OORDELEN.items()]
    )
    toelichting = _text(_("Waarom?"), help_text=_("De aanbieder en de gemeente lezen dit."))


class EscalatieFormulier(Formulier):
    """What came of a late answer."""

    uitkomst = forms.ChoiceField(
        label=_("Wat is ervan gekomen?"), choices=[_KIES, *UITKOMSTEN_ESCALATIE.items()]
    )
    toelichting = _text(
        _("Toelichting"),
        required=False,
        help_text=_("De aanbieder en de gemeente lezen dit. Noem geen namen."),
    )


class RouteFormulier(Formulier):
    """Where the route of the zorgmakelaar led."""

    uitkomst = forms.ChoiceField(label=_("Wat is ervan gekomen?"), choices=[_KIES, *UITKOMSTEN_ROUTE.items()])
    toelichting = _text(_("Toelichting"), required=False)
