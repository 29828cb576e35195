"""Forms of the future plan and of the money for distressing cases."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.toekomst import NieuweUitkomst
from koers.domain.bedrag import read_bedrag
from koers.domain.weigering import Refused
from koers.presentation.toekomst import BESLISSINGEN, ONDERWERPEN, UITKOMSTEN
from koers.presentation.zinnen import sentence
from koers.web.formulier import Formulier, date_field


class BedragField(forms.CharField):
    """An amount as people type it in Dutch; its value is in cents."""

    def clean(self, value: Any) -> Any:
        """Cents, or None when nothing is asked and nothing was typed."""
        tekst = super().clean(value)
        if not tekst:
            return None
        try:
            return read_bedrag(tekst)
        except Refused as refused:
            raise ValidationError(sentence(refused)) from refused


def _reason(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 4}), max_length=4_000, **more)


class UitkomstFormulier(Formulier):
    """How one onderwerp stands, with the young person at the table."""

    onderwerp = forms.ChoiceField(label=_("Waarover gaat het?"), choices=ONDERWERPEN.items())
    uitkomst = forms.ChoiceField(label=_("Hoe staat het?"), choices=UITKOMSTEN.items())
    wie = forms.CharField(label=_("Wie regelt of weet dit?"), max_length=80)
    datum = date_field(_("Op welke dag is dit besproken?"))
    toelichting = _reason(_("Wat is afgesproken?"), required=False)

    def antwoord(self) -> NieuweUitkomst:
        """What was told."""
        return NieuweUitkomst(**{k: v for k, v in self.cleaned_data.items() if k != "formulier_id"})


class StandFormulier(Formulier):
    """The plan closes, is not wanted, or opens again."""

    def __init__(self, data=None, *, met_reden: bool, **kwargs) -> None:
        super().__init__(data, **kwargs)
        if met_reden:
            self.fields["reden"] = _reason(_("Waarom?"))


class SchrijnendFormulier(Formulier):
    """Money is asked for one young person."""

    bedrag = BedragField(label=_("Hoeveel is er nodig?"), help_text=_("In euro, bijvoorbeeld 4.500,00"))
    reden = _reason(_("Waarom kan het niet anders?"))


class BeslisFormulier(Formulier):
    """What happens with a request; only what its state allows can be chosen."""

    beslissing = forms.ChoiceField(label=_("Wat beslist u?"), widget=forms.RadioSelect)
    bedrag = BedragField(label=_("Het echte bedrag, bij afrekenen"), required=False)
    reden = _reason(_("Waarom?"), required=False)

    def __init__(self, data=None, *, mag: tuple[str, ...], **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["beslissing"].choices = [(naam, BESLISSINGEN[naam]) for naam in mag]
        if "settle_schrijnend_geval" not in mag:
            del self.fields["bedrag"]

    def clean(self) -> dict[str, Any]:
        """Settling needs an amount."""
        data = super().clean() or {}
        settling = data.get("beslissing") == "settle_schrijnend_geval"
        if settling and data.get("bedrag") is None and "bedrag" not in self.errors:
            self.add_error("bedrag", _("Vul het bedrag in dat echt is uitgegeven."))
        return data


class BudgetFormulier(Formulier):
    """What may be promised in a year."""

    jaar = forms.IntegerField(label=_("Jaar"), min_value=2015, max_value=2100)
    bedrag = BedragField(label=_("Budget voor dat jaar"), help_text=_("In euro, bijvoorbeeld 60.000"))
    besluit = forms.CharField(label=_("Op welk besluit staat dit?"), max_length=200)
    gemandateerde = forms.TypedChoiceField(
        label=_("Wie beslist boven het budget?"), coerce=UUID, empty_value=None, required=False
    )

    def __init__(self, data=None, *, collegas: tuple[tuple[UUID, str], ...], **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["gemandateerde"].choices = [("", _("nog niemand")), *collegas]
