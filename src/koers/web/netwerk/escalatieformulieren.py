"""Forms of escalations."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.netwerk.escalaties_lezen import StapBeeld
from koers.domain.escalaties import LANGSTE_OMSCHRIJVING, Gemeld, NieuweEscalatie
from koers.domain.vergadering import LANGSTE_TEKST
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.netwerk.vergaderingen import said
from koers.presentation.woorden_landschap import STAPSOORTEN
from koers.registers.klok import nu
from koers.web.formulier import Formulier


def moment_field(label: Any, **more: Any) -> forms.DateTimeField:
    """A day with an hour on the clock of the Netherlands."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget, **more)


def words_field(label: Any, **more: Any) -> forms.CharField:
    """Some sentences."""
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, widget=widget, **({"max_length": LANGSTE_TEKST} | more))


class EscalatieFormulier(Formulier):
    """What got out of hand."""

    soort = forms.ChoiceField(label=_("Wat is er aan de hand?"), widget=forms.RadioSelect)
    gemeente = forms.ChoiceField(label=_("Welke gemeente?"))
    omschrijving = words_field(
        _("Wat is er in het kort?"),
        max_length=LANGSTE_OMSCHRIJVING,
        help_text=_("Schrijf geen namen, adressen of scholen: wie helpt bij de escalatie leest dit mee."),
    )
    begin = moment_field(
        _("Sinds wanneer is het bekend?"), help_text=_("Vanaf dit moment loopt de klok van elke stap.")
    )
    oefening = forms.BooleanField(label=_("Dit is een oefening"), required=False)
    casus = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, gemeenten: tuple[tuple[str, str], ...], casus: str = "") -> None:
        one = gemeenten[0][0] if len(gemeenten) == 1 else ""
        super().__init__(data, initial={"begin": nu(), "casus": casus, "gemeente": one})
        soorten = sorted(beleid().escalaties.values(), key=lambda een: een.nr)
        self.fields["soort"].choices = [(een.id, f"{taal(een.naam)}: {taal(een.wanneer)}") for een in soorten]
        self.fields["gemeente"].choices = [("", _("Kies een gemeente")), *gemeenten]

    def escalatie(self) -> NieuweEscalatie:
        """What was told."""
        data = self.cleaned_data
        return NieuweEscalatie(
            data["soort"], data["gemeente"], data["omschrijving"], data["begin"], data["oefening"]
        )

    @property
    def casus_id(self) -> UUID | None:
        """At which casus it points."""
        return self.cleaned_data["casus"]


class StapFormulier(Formulier):
    """Who informed whom, and when."""

    soort = forms.ChoiceField(
        label=_("Wat is er gebeurd?"), choices=STAPSOORTEN.items(), widget=forms.RadioSelect
    )
    wie = forms.CharField(
        label=_("Wie vertelde het?"),
        max_length=120,
        required=False,
        help_text=_("Nodig als er iemand is geïnformeerd, net als aan wie en wanneer."),
    )
    aan = forms.CharField(
        label=_("Aan wie?"), max_length=120, required=False, help_text=_("Als functie, niet als naam.")
    )
    moment = moment_field(_("Wanneer?"), required=False)
    reden = words_field(
        _("Opmerking of reden"),
        required=False,
        help_text=_("Nodig als de stap niet nodig was, of als u verbetert wat er al stond."),
    )

    def __init__(self, data=None, *, stap: StapBeeld) -> None:
        now = stap.gemeld
        first = {
            "soort": now.soort if now else "gedaan",
            "wie": now.wie if now else said(stap.regel.wie),
            "aan": now.aan if now else said(stap.regel.aan),
            "moment": (now.moment if now else None) or nu(),
        }
        super().__init__(data, initial=first)

    def gemeld(self, stap: str) -> Gemeld:
        """What was told of this step."""
        data = self.cleaned_data
        return Gemeld(stap, data["soort"], data["wie"], data["aan"], data["moment"], data["reden"])


class VervolgFormulier(Formulier):
    """What came of it."""

    tekst = words_field(_("Wat is er gebeurd of besloten?"), help_text=_("Zonder namen."))


class EvaluatieFormulier(Formulier):
    """What happened, and what was learned."""

    tekst = words_field(_("Wat is er gebeurd, en hoe ging het informeren?"), help_text=_("Zonder namen."))
    lessen = words_field(_("Wat leerde u hiervan?"))
