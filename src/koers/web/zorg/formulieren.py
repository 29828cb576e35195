"""Forms of door zorg."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.lezen import Keuze
from koers.actions.zorg.acceptatie import NieuwGesprek
from koers.presentation.woorden import REDENEN_STOP
from koers.presentation.woorden_berichten import FREQUENTIES
from koers.presentation.woorden_contract import CAPACITEITEN, PASSENDE
from koers.presentation.woorden_toewijzing import VARIANTEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field
from koers.web.zorg.formulieren_contract import BedragField


class ToewijzingFormulier(Formulier):
    """Which provider delivers what, in which period."""

    contractproduct = forms.TypedChoiceField(label=_("Hulp en aanbieder"), coerce=UUID)
    variant = forms.ChoiceField(
        label=_("Wat wijst u toe?"),
        choices=VARIANTEN.items(),
        widget=forms.RadioSelect,
        required=False,
        help_text=_(
            "Kiest u niets, dan telt wat u invult: met een hoeveelheid is het precies deze hulp, zonder "
            "hoeveelheid kiest de aanbieder."
        ),
    )
    ingangsdatum = date_field(_("Eerste dag"))
    einddatum = date_field(_("Laatste dag"), required=False)
    volume = forms.IntegerField(
        label=_("Hoeveel?"),
        min_value=1,
        required=False,
        help_text=_(
            "In de eenheid van het contract: minuten, uren, dagdelen of etmalen. "
            "Alleen bij precies deze hulp."
        ),
    )
    frequentie = forms.ChoiceField(
        label=_("Per wanneer?"),
        choices=[("", _("Kies")), *FREQUENTIES.items()],
        required=False,
    )
    budget = BedragField(
        label=_("Hoeveel geld ten hoogste?"),
        required=False,
        help_text=_(
            "Voor de hele tijd samen, in euro. Nodig bij alle hulp van een aanbieder. Bij een bedrag hoort "
            "een laatste dag."
        ),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    akkoord = forms.BooleanField(
        label=_("De aanbieder is het ermee eens dat de oude toewijzing al eindigde"),
        required=False,
    )

    gesprek_datum = date_field(_("Wanneer belde u de aanbieder?"), required=False)
    gesprek_met = forms.CharField(
        label=_("Met wie sprak u?"),
        max_length=80,
        required=False,
        help_text=_("Een functie is genoeg, zoals “intake”."),
    )
    gesprek_capaciteit = forms.ChoiceField(
        label=_("Is er plek?"), choices=[("", _("Kies")), *CAPACITEITEN.items()], required=False
    )
    gesprek_passend = forms.ChoiceField(
        label=_("Past de hulp?"), choices=[("", _("Kies")), *PASSENDE.items()], required=False
    )

    @property
    def gesprek(self) -> NieuwGesprek | None:
        """The call before the toewijzing; None when nothing was written down about one."""
        data = self.cleaned_data
        told = [data[f"gesprek_{veld}"] for veld in ("datum", "met", "capaciteit", "passend")]
        if not any(told):
            return None
        datum, met, capaciteit, passend = told
        return NieuwGesprek(datum or vandaag(), met, capaciteit, passend)

    def __init__(self, data=None, *, keuzes: tuple[Keuze, ...], vervolg: bool = False, **kwargs) -> None:
        super().__init__(data, **kwargs)
        if not vervolg:
            del self.fields["akkoord"]
        # Nothing is chosen beforehand: that is for who assigns.
        self.fields["contractproduct"].choices = [
            ("", _("Kies")),
            *((k.id, f"{k.naam} – {k.aanbieder}") for k in keuzes),
        ]


class StartFormulier(Formulier):
    """Help really began."""

    datum = date_field(_("Eerste dag van de hulp"))


class StopFormulier(Formulier):
    """Help stopped, for a while or for good."""

    datum = date_field(_("Laatste dag van de hulp"))
    reden = forms.ChoiceField(label=_("Waarom stopt de hulp?"), choices=REDENEN_STOP.items())
