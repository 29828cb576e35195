"""Forms of subsidies and agreements on figures."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.analytics.measures import measures
from koers.domain.subsidies import LANGSTE_NAAM, NieuweAfspraak, NieuweSubsidie
from koers.policy import beleid
from koers.presentation.sturing.agenda import indicator_name
from koers.presentation.sturing.subsidie import spuk_name
from koers.presentation.woorden_subsidie import BEWIJSNIVEAUS, CONCLUSIES, STREEFKANTEN
from koers.web.formulier import Formulier, date_field
from koers.web.sturing.formulieren import words_field
from koers.web.zorg.formulieren_contract import TariefField


class SubsidieFormulier(Formulier):
    """Who gets how much for what."""

    ontvanger = forms.CharField(label=_("Wie krijgt de subsidie?"), max_length=LANGSTE_NAAM)
    waarvoor = words_field(_("Waarvoor?"))
    bedrag = TariefField(
        label=_("Hoeveel, over de hele periode?"), help_text=_("In euro, bijvoorbeeld 45.000")
    )
    begindatum = date_field(_("Eerste dag"))
    einddatum = date_field(_("Laatste dag"))
    via = forms.CharField(
        label=_("Loopt het via een ander?"),
        help_text=_("Bijvoorbeeld een stichting die het geld doorgeeft."),
        max_length=LANGSTE_NAAM,
        required=False,
    )
    spuk = forms.ChoiceField(label=_("Komt het uit een uitkering van het Rijk?"), required=False)
    bewijs = forms.ChoiceField(
        label=_("Hoe goed is bekend dat het werkt?"),
        help_text=_("Zoals in de databank Effectieve jeugdinterventies."),
        choices=BEWIJSNIVEAUS.items(),
        widget=forms.RadioSelect,
    )
    bewijsbron = words_field(_("Waar staat dat?"), rows=2, required=False)
    proeftuin = forms.ChoiceField(label=_("Bleek het uit een eigen proeftuin?"), required=False)

    def __init__(self, data=None, *, proeftuinen: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(data)
        grants = [(een, spuk_name(een)) for een in beleid().spuk]
        self.fields["spuk"].choices = [("", _("Nee")), *grants]
        own = [(str(pk), naam) for pk, naam in proeftuinen]
        self.fields["proeftuin"].choices = [("", _("Nee")), *own]

    def subsidie(self) -> NieuweSubsidie:
        """What was told."""
        data = self.cleaned_data
        return NieuweSubsidie(
            *(data["ontvanger"], data["waarvoor"], data["bedrag"], data["begindatum"], data["einddatum"]),
            *(data["via"], data["spuk"], data["bewijs"], data["bewijsbron"]),
        )

    def proeftuin_id(self) -> UUID | None:
        """The own proeftuin behind it."""
        chosen = self.cleaned_data["proeftuin"]
        return UUID(chosen) if chosen else None


class AfspraakFormulier(Formulier):
    """What an indicator has to show."""

    indicator = forms.ChoiceField(label=_("Over welk cijfer gaat de afspraak?"))
    kant = forms.ChoiceField(
        label=_("Hoeveel moet het zijn?"), choices=STREEFKANTEN.items(), widget=forms.RadioSelect
    )
    streefwaarde = forms.DecimalField(
        label=_("Welke waarde?"),
        help_text=_("In de eenheid van de indicator, bijvoorbeeld 12,5 voor 12,5%."),
        max_digits=12,
        decimal_places=2,
        min_value=0,
        localize=True,
    )
    uiterlijk = date_field(_("Op welke dag?"))

    def __init__(self, data=None) -> None:
        super().__init__(data)
        known = [een for een in beleid().indicatoren if een in measures()]
        choices = [(een, indicator_name(een)) for een in known]
        self.fields["indicator"].choices = [("", _("Kies een indicator")), *choices]

    def afspraak(self) -> NieuweAfspraak:
        """What was told."""
        data = self.cleaned_data
        return NieuweAfspraak(data["indicator"], data["kant"], data["streefwaarde"], data["uiterlijk"])


class ToetsFormulier(Formulier):
    """Whether it was kept, and what follows."""

    jaar = forms.TypedChoiceField(label=_("Over welk jaar?"), coerce=int)
    woorden = words_field(_("Wat vindt u hiervan, en wat laten de cijfers niet zien?"), rows=4)
    conclusie = forms.ChoiceField(
        label=_("Wat doet u ermee?"), choices=CONCLUSIES.items(), widget=forms.RadioSelect
    )

    def __init__(self, data=None, *, jaren: Sequence[int]) -> None:
        super().__init__(data)
        self.fields["jaar"].choices = [(str(jaar), str(jaar)) for jaar in reversed(jaren)]

    def said(self) -> dict[str, Any]:
        """What the act gets."""
        return {naam: self.cleaned_data[naam] for naam in ("jaar", "woorden", "conclusie")}
