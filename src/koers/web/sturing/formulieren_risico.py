"""Forms of risks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.sturing.agenda import LANGSTE_REDEN
from koers.analytics.measures import measures
from koers.domain.risicos import (
    LANGSTE_EIGENAAR,
    LANGSTE_NAAM,
    NieuwOordeel,
    NieuwRisico,
    NieuwSignaal,
)
from koers.policy import beleid
from koers.presentation.sturing.agenda import indicator_name
from koers.presentation.sturing.risico import policy_risk_name
from koers.presentation.woorden_risico import KANTEN, SCHAAL, UITKOMSTEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field
from koers.web.sturing.formulieren import words_field


class OordeelFormulier(Formulier):
    """How the risk is judged now."""

    kans = forms.ChoiceField(
        label=_("Hoe groot is de kans?"), choices=SCHAAL.items(), widget=forms.RadioSelect
    )
    impact = forms.ChoiceField(
        label=_("Hoe groot is het gevolg?"), choices=SCHAAL.items(), widget=forms.RadioSelect
    )
    waarom = words_field(_("Waarom ziet u het zo?"))
    eigenaar = forms.CharField(
        label=_("Wie houdt dit in de gaten?"),
        help_text=_("Als functie, niet als naam."),
        max_length=LANGSTE_EIGENAAR,
    )
    herzien_op = date_field(_("Wanneer kijkt u hier weer naar?"))

    def oordeel(self) -> NieuwOordeel:
        """What was told."""
        data = self.cleaned_data
        return NieuwOordeel(
            data["kans"], data["impact"], data["waarom"], data["eigenaar"], data["herzien_op"]
        )


class RisicoFormulier(OordeelFormulier):
    """A new risk with its first judgement."""

    naam = forms.CharField(label=_("Wat kan er mis gaan?"), max_length=LANGSTE_NAAM)
    oorzaak = words_field(_("Waardoor?"))
    gevolg = words_field(_("Wat gebeurt er dan, en wie merkt dat?"))
    beleidsrisico = forms.ChoiceField(label=_("Hoort het bij een risico uit het beleid?"), required=False)
    field_order = ("formulier_id", "naam", "oorzaak", "gevolg", "beleidsrisico")

    def __init__(self, data=None) -> None:
        super().__init__(data)
        choices = [(een, policy_risk_name(een)) for een in beleid().risicos]
        self.fields["beleidsrisico"].choices = [("", _("Nee, het is van onszelf")), *choices]

    def risico(self) -> NieuwRisico:
        """What was told."""
        data = self.cleaned_data
        return NieuwRisico(data["naam"], data["oorzaak"], data["gevolg"], data["beleidsrisico"])


class MaatregelFormulier(Formulier):
    """What is done against it."""

    wat = words_field(_("Wat gaat u ertegen doen?"), rows=2)
    wie = forms.CharField(
        label=_("Wie doet het?"), help_text=_("Als functie, niet als naam."), max_length=LANGSTE_EIGENAAR
    )
    uiterlijk = date_field(_("Wanneer is het klaar?"))


class MaatregelKlaarFormulier(Formulier):
    """What came of a measure."""

    keuze = forms.ChoiceField(
        label=_("Wat kwam ervan?"), choices=UITKOMSTEN.items(), widget=forms.RadioSelect
    )
    datum = date_field(_("Op welke dag?"))
    reden = words_field(_("Waarom?"), rows=2, required=False, help_text=_("Nodig als het niet doorgaat."))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})


class SignaalFormulier(Formulier):
    """Which indicator warns, and from where on."""

    indicator = forms.ChoiceField(label=_("Welk cijfer waarschuwt?"))
    kant = forms.ChoiceField(
        label=_("Wanneer waarschuwt het?"), choices=KANTEN.items(), widget=forms.RadioSelect
    )
    grens = forms.DecimalField(
        label=_("Wat is de grens?"),
        help_text=_("In de eenheid van de indicator, bijvoorbeeld 12,5 voor 12,5%."),
        max_digits=12,
        decimal_places=2,
        min_value=0,
        localize=True,
    )

    def __init__(self, data=None) -> None:
        super().__init__(data)
        known = [een for een in beleid().indicatoren if een in measures()]
        choices = [(een, indicator_name(een)) for een in known]
        self.fields["indicator"].choices = [("", _("Kies een indicator")), *choices]

    def signaal(self) -> NieuwSignaal:
        """What was told."""
        return NieuwSignaal(*(self.cleaned_data[naam] for naam in ("indicator", "kant", "grens")))


class RedenFormulier(Formulier):
    """Why."""

    reden = words_field(_("Waarom?"), rows=2, max_length=LANGSTE_REDEN)


def typed(formulier: Formulier) -> dict[str, Any]:
    """What was typed, by field, without the id of the form."""
    return {naam: waarde for naam, waarde in formulier.cleaned_data.items() if naam != "formulier_id"}
