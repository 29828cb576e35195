"""Forms of developments and of judgements."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.netwerk.ontwikkelingen import VolgstandBeeld
from koers.actions.netwerk.oordelen_lezen import LijstBeeld, PuntBeeld
from koers.domain.ontwikkelingen import LANGSTE_NAAM, NieuweOntwikkeling, Volgstand
from koers.domain.oordelen import NieuweVerbetering, NieuwOordeel
from koers.domain.toestanden.landschap import ONTWIKKELING, VERBETERING
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.woorden_landschap import ONTWIKKELINGSTANDEN
from koers.presentation.woorden_vergadering import VERVOLGEN
from koers.web.formulier import Formulier, date_field
from koers.web.netwerk.escalatieformulieren import words_field


class VolgstandFormulier(Formulier):
    """How a development stands, what it means, who follows it, and where it comes to table."""

    soort = forms.ChoiceField(label=_("Hoe staat het ervoor?"), widget=forms.RadioSelect)
    gevolg = words_field(_("Wat betekent dit voor Drenthe?"))
    volger = forms.CharField(
        label=_("Wie volgt dit?"), max_length=120, help_text=_("Als functie, niet als naam.")
    )
    gemeente = forms.ChoiceField(label=_("Van welke gemeente?"), required=False)
    gremium = forms.ChoiceField(label=_("Bij welk overleg komt het op tafel?"))
    toelichting = words_field(
        _("Toelichting"),
        required=False,
        help_text=_("Nodig als het verwerkt is, of als niemand het meer volgt."),
    )

    def __init__(
        self,
        data=None,
        *,
        nu: VolgstandBeeld | None = None,
        gemeenten: tuple[tuple[str, str], ...],
        regio: bool,
    ) -> None:
        first: dict[str, Any] = {"soort": "gevolgd", "gemeente": "" if regio else gemeenten[0][0]}
        if nu is not None:
            first |= {"gevolg": nu.gevolg, "volger": nu.volger, "gremium": nu.gremium}
            first |= {"gemeente": nu.gemeente_code, "soort": ""}
        super().__init__(data, initial=first)
        stand = nu.stand if nu else ONTWIKKELING.begin
        open_ = {een.keuze for een in ONTWIKKELING.overgangen if stand in een.van}
        self.fields["soort"].choices = [
            (een, woord) for een, woord in ONTWIKKELINGSTANDEN.items() if een in open_
        ]
        regio_first = [("", _("Van de regio"))] if regio else []
        self.fields["gemeente"].choices = [*regio_first, *gemeenten]
        bodies = sorted((taal(een.naam), een.id) for een in beleid().gremia.values())
        self.fields["gremium"].choices = [
            ("", _("Kies een overleg")),
            *((id, naam) for naam, id in bodies),
        ]

    def stand(self) -> Volgstand:
        """What was told."""
        data = self.cleaned_data
        return Volgstand(
            data["soort"],
            data["gevolg"],
            data["volger"],
            data["gremium"],
            data["gemeente"],
            data["toelichting"],
        )


class OntwikkelingFormulier(VolgstandFormulier):
    """A development with its source and its first status."""

    naam = forms.CharField(label=_("Wat verandert er landelijk?"), max_length=LANGSTE_NAAM)
    bron = forms.CharField(
        label=_("Waar staat dat?"), max_length=300, help_text=_("De brief, de wet of het rapport.")
    )
    adres = forms.CharField(label=_("Link naar de bron"), max_length=300, required=False)
    datum = date_field(_("Van welke dag is de bron?"))
    field_order = ("naam", "bron", "adres", "datum", "gevolg", "volger", "gemeente", "gremium", "soort")

    def ontwikkeling(self) -> NieuweOntwikkeling:
        """What was told of the development itself."""
        data = self.cleaned_data
        return NieuweOntwikkeling(data["naam"], data["bron"], data["datum"], data["adres"])


class OordeelFormulier(Formulier):
    """An answer, why, and by what it shows."""

    oordeel = forms.ChoiceField(label=_("Wat is uw antwoord?"), widget=forms.RadioSelect)
    toelichting = words_field(_("Waarom?"))
    bewijs = words_field(_("Waaruit blijkt dat?"), required=False)

    def __init__(self, data=None, *, lijst: LijstBeeld, punt: PuntBeeld) -> None:
        concept = punt.eigen.concept if punt.eigen else None
        mine = next((vak.nu for regel, vak in punt.regels if regel.gemeente == lijst.mijn), None)
        kept = concept or mine
        first = (
            {"oordeel": kept.oordeel, "toelichting": kept.toelichting, "bewijs": kept.bewijs} if kept else {}
        )
        super().__init__(data, initial=first)
        self.fields["oordeel"].choices = [(een.id, taal(een.naam)) for een in lijst.lijst.schaal]

    def oordeel_over(self, jaar: int) -> NieuwOordeel:
        """What was told of this year."""
        data = self.cleaned_data
        return NieuwOordeel(jaar, data["oordeel"], data["toelichting"], data["bewijs"])


class DeelFormulier(Formulier):
    """A button: what was drafted is shared."""


class VerbeteringFormulier(Formulier):
    """Who does what before which day."""

    wat = words_field(_("Wat gaat u verbeteren?"))
    wie = forms.CharField(
        label=_("Wie doet het?"), max_length=120, help_text=_("Als functie, niet als naam.")
    )
    uiterlijk = date_field(_("Wanneer is het klaar?"))

    def verbetering(self, jaar: int) -> NieuweVerbetering:
        """What was told, in this year."""
        data = self.cleaned_data
        return NieuweVerbetering(jaar, data["wat"], data["wie"], data["uiterlijk"])


class VerbeteringVervolgFormulier(Formulier):
    """What came of an improvement."""

    soort = forms.ChoiceField(label=_("Hoe staat het ervoor?"), widget=forms.RadioSelect)
    reden = words_field(_("Waarom?"), required=False, help_text=_("Niet nodig als het klaar is."))
    uiterlijk = date_field(_("Nieuwe dag"), required=False, help_text=_("Alleen als het langer duurt."))

    def __init__(self, data=None, *, stand: str) -> None:
        super().__init__(data)
        open_ = {een.keuze for een in VERBETERING.overgangen if stand in een.van}
        self.fields["soort"].choices = [(een, woord) for een, woord in VERVOLGEN.items() if een in open_]
