"""Forms of dossiers of the zorglandschap."""

from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.netwerk.landschapsdossiers import areas, hulpvormen, inkoopregios
from koers.domain.landschapsdossiers import (
    LANGSTE_NAAM,
    Alternatief,
    Behoefte,
    Marktantwoord,
    Marktvraag,
    Overdrachtsplan,
)
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.landschap import form_name
from koers.presentation.netwerk.landschapsdossiers import area_name
from koers.presentation.opmaak import datum
from koers.presentation.woorden_landschap import MARKTANTWOORDEN, UITKOMSTEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field
from koers.web.netwerk.escalatieformulieren import words_field

# So much of a besluit fits in a list.
KORT = 90


class BehoefteFormulier(Formulier):
    """What is missing."""

    naam = forms.CharField(label=_("Welke hulp mist er?"), max_length=LANGSTE_NAAM)
    hulpvorm = forms.ChoiceField(label=_("Welke hulpvorm?"))
    gebied = forms.ChoiceField(label=_("Voor welk gebied?"))
    tekst = words_field(
        _("Wie mist deze hulp, en waaruit blijkt dat?"),
        help_text=_("Zonder namen. Kijk ook op de pagina Zorglandschap: vraag, wachten en aanbod."),
    )
    plekken = forms.IntegerField(
        label=_("Hoeveel plekken?"), required=False, help_text=_("Leeg als niemand het kon tellen.")
    )
    project = forms.ChoiceField(label=_("Hoort bij welk project?"), required=False)

    def __init__(self, data=None, initial=None) -> None:
        super().__init__(data, initial=initial)
        vormen = sorted((form_name(code, beleid()), code) for code in hulpvormen())
        self.fields["hulpvorm"].choices = [
            ("", _("Kies een hulpvorm")),
            *((code, naam) for naam, code in vormen),
        ]
        self.fields["gebied"].choices = [
            ("", _("Kies een gebied")),
            *sorted(((een, area_name(een)) for een in areas()), key=lambda row: row[1]),
        ]
        projecten = sorted((taal(een.naam), een.id) for een in beleid().projecten.values())
        self.fields["project"].choices = [("", _("Geen")), *((id, naam) for naam, id in projecten)]

    def behoefte(self) -> Behoefte:
        """What was told."""
        data = self.cleaned_data
        return Behoefte(
            *(data["naam"], data["hulpvorm"], data["gebied"], data["tekst"]),
            plekken=data["plekken"],
            project=data["project"],
        )


class AlternatiefFormulier(Formulier):
    """A way to meet the need."""

    wat = words_field(_("Hoe kan het ook?"))
    voor = words_field(_("Wat pleit ervoor?"))
    tegen = words_field(_("Wat pleit ertegen?"))

    def alternatief(self) -> Alternatief:
        """What was told."""
        data = self.cleaned_data
        return Alternatief(data["wat"], data["voor"], data["tegen"])


class MarktvraagFormulier(Formulier):
    """A provider was asked."""

    aanbieder = forms.CharField(label=_("Welke aanbieder?"), max_length=LANGSTE_NAAM)
    vraag = words_field(_("Wat hebt u gevraagd?"))
    datum = date_field(_("Op welke dag?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})

    def marktvraag(self) -> Marktvraag:
        """What was told."""
        data = self.cleaned_data
        return Marktvraag(data["aanbieder"], data["vraag"], data["datum"])


class MarktantwoordFormulier(Formulier):
    """What it answered."""

    soort = forms.ChoiceField(
        label=_("Wat antwoordde de aanbieder?"), choices=MARKTANTWOORDEN.items(), widget=forms.RadioSelect
    )
    tekst = words_field(_("In het kort"), required=False)
    datum = date_field(_("Op welke dag?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})

    def marktantwoord(self) -> Marktantwoord:
        """What was told."""
        data = self.cleaned_data
        return Marktantwoord(data["soort"], data["tekst"], data["datum"])


class UitkomstFormulier(Formulier):
    """What a meeting decided, and why."""

    besluit = forms.ChoiceField(
        label=_("Welk besluit was dat?"),
        help_text=_("Het besluit staat bij de vergadering. Staat het er nog niet? Leg het daar eerst vast."),
    )
    soort = forms.ChoiceField(
        label=_("Wat is er besloten?"), choices=UITKOMSTEN.items(), widget=forms.RadioSelect
    )
    reden = words_field(_("Waarom?"))

    def __init__(self, data=None, *, besluiten: tuple[tuple[UUID, date, str], ...]) -> None:
        super().__init__(data)
        self.fields["besluit"].choices = [
            ("", _("Kies een besluit")),
            *((str(pk), f"{datum(dag)}: {tekst[:KORT]}") for pk, dag, tekst in besluiten),
        ]


class OverdrachtFormulier(Formulier):
    """To which procurement region it goes."""

    inkoopregio = forms.ChoiceField(label=_("Aan welke inkoopregio?"))
    eigenaar = forms.CharField(
        label=_("Wie is daar de eigenaar?"), max_length=120, help_text=_("Als functie, niet als naam.")
    )
    tekst = words_field(_("Wat krijgt de inkoopregio, en wat moet zij nog doen?"))
    uiterlijk = date_field(_("Wanneer is het klaar?"))

    def __init__(self, data=None) -> None:
        super().__init__(data)
        self.fields["inkoopregio"].choices = [
            ("", _("Kies een inkoopregio")),
            *sorted((een, area_name(een)) for een in inkoopregios()),
        ]

    def plan(self) -> Overdrachtsplan:
        """What was told."""
        data = self.cleaned_data
        return Overdrachtsplan(data["inkoopregio"], data["eigenaar"], data["uiterlijk"], data["tekst"])


class SlotFormulier(Formulier):
    """What came of it, or why it is taken up again."""

    tekst = words_field(_("Wat is er gebeurd of besloten?"))
