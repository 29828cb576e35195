"""Forms of the uitvoeringsagenda."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.sturing.agenda import LANGSTE_REDEN
from koers.actions.sturing.agenda_lezen import AgendaactieBeeld, AgendaBeeld, OpgaveBeeld
from koers.domain.toestanden.agenda import OPGAVE
from koers.domain.uitvoeringsagenda import (
    DRAAGT_OPGAVE,
    LANGSTE_NAAM,
    NieuweAgendaactie,
    NieuweHouding,
    NieuweInterventie,
)
from koers.domain.vergadering import LANGSTE_TEKST
from koers.policy import beleid
from koers.presentation.sturing.agenda import indicator_name, opgave_name, principe_name
from koers.presentation.woorden import ROLLEN
from koers.presentation.woorden_sturing import HOUDINGEN, STANDEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field


def words_field(label: Any, *, rows: int = 3, **more: Any) -> forms.CharField:
    """Room for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, **({"max_length": LANGSTE_TEKST} | more))


class EigenaarFormulier(Formulier):
    """Who carries the opgave."""

    eigenaar = forms.ChoiceField(
        label=_("Wie is de eigenaar?"),
        help_text=_("Een functie, of een collega met een account bij uw gemeente."),
    )

    def __init__(self, data=None, *, opgave: OpgaveBeeld, colleagues: tuple[tuple[UUID, str], ...]) -> None:
        now = opgave.eigenaar
        found = f"rol:{now.rol}" if now and now.rol else ""
        if now and now.naam:
            found = next((f"wie:{pk}" for pk, naam in colleagues if naam == now.naam), "")
        super().__init__(data, initial={"eigenaar": found})
        rollen = sorted((f"rol:{rol}", str(ROLLEN[rol])) for rol in DRAAGT_OPGAVE)
        self.fields["eigenaar"].choices = [
            ("", _("Kies een functie of collega")),
            (_("Functies"), rollen),
            (_("Collega’s"), [(f"wie:{pk}", naam) for pk, naam in colleagues]),
        ]

    def chosen(self) -> dict[str, Any]:
        """What the act gets."""
        soort, _colon, wie = self.cleaned_data["eigenaar"].partition(":")
        return {"rol": wie} if soort == "rol" else {"medewerker_id": UUID(wie)}


class StandFormulier(Formulier):
    """How the opgave stands."""

    soort = forms.ChoiceField(label=_("Hoe staat de opgave ervoor?"), widget=forms.RadioSelect)
    toelichting = words_field(_("Waarom?"), help_text=_("De stuurgroep en de raad lezen dit mee."))
    datum = date_field(_("Op welke dag was dit zo?"))

    def __init__(self, data=None, *, opgave: OpgaveBeeld) -> None:
        super().__init__(data, initial={"datum": vandaag()})
        open_ = {een.keuze for een in OPGAVE.overgangen if opgave.stand in een.van}
        self.fields["soort"].choices = [(een, woord) for een, woord in STANDEN.items() if een in open_]


class DoelFormulier(Formulier):
    """What an indicator has to show."""

    indicator = forms.ChoiceField(label=_("Waaraan ziet u dat het lukt?"))
    doel = words_field(_("Wat laat de indicator dan zien?"))
    uiterlijk = date_field(_("Op welke dag?"))

    def __init__(self, data=None, *, opgave: OpgaveBeeld) -> None:
        super().__init__(data)
        choices = [(een, indicator_name(een)) for een in beleid().opgaven[opgave.id].gemeten_met]
        self.fields["indicator"].choices = [("", _("Kies een indicator")), *choices]


class InterventieFormulier(Formulier):
    """What will be done."""

    naam = forms.CharField(label=_("Wat gaat u doen?"), max_length=LANGSTE_NAAM)
    resultaat = words_field(_("Wat is er dan anders?"))
    datum = date_field(_("Wanneer is dit afgesproken?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})

    def interventie(self) -> NieuweInterventie:
        """What was told."""
        data = self.cleaned_data
        return NieuweInterventie(data["naam"], data["resultaat"], data["datum"])


class ActieFormulier(Formulier):
    """Who does what from when, before which day."""

    wat = words_field(_("Wat moet er gebeuren?"), rows=2)
    wie = forms.CharField(
        label=_("Wie doet het?"), help_text=_("Als functie, niet als naam."), max_length=120
    )
    begindatum = date_field(_("Wanneer begint het?"))
    uiterlijk = date_field(_("Wanneer is het klaar?"))
    datum = date_field(_("Wanneer is dit afgesproken?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag(), "begindatum": vandaag()})

    def actie(self) -> NieuweAgendaactie:
        """What was told."""
        data = self.cleaned_data
        return NieuweAgendaactie(
            data["wat"], data["wie"], data["begindatum"], data["uiterlijk"], data["datum"]
        )


class VerschuifFormulier(Formulier):
    """A new end day, and why."""

    uiterlijk = date_field(_("Wat is de nieuwe dag?"))
    reden = words_field(_("Waarom schuift de dag?"))
    datum = date_field(_("Wanneer is dit afgesproken?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})


class KlaarFormulier(Formulier):
    """When it was done."""

    datum = date_field(_("Op welke dag was het klaar?"))
    reden = words_field(_("Wat is het geworden?"), required=False)

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})


class WaaromFormulier(Formulier):
    """Since when, and why."""

    reden = words_field(_("Waarom?"))
    datum = date_field(_("Wanneer is dit afgesproken?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})


class LosFormulier(Formulier):
    """Why not any more."""

    reden = words_field(_("Waarom hoeft dit niet meer?"), rows=2, max_length=LANGSTE_REDEN)


class WachtFormulier(Formulier):
    """On which other action this one waits."""

    wacht_op = forms.ChoiceField(label=_("Welke actie moet eerst klaar zijn?"))

    def __init__(self, data=None, *, agenda: AgendaBeeld, actie: AgendaactieBeeld) -> None:
        super().__init__(data)
        groups = [
            (
                opgave_name(opgave.id),
                [(str(een.id), een.wat) for een in opgave.acties if een.id != actie.id and een.loopt],
            )
            for opgave in agenda.opgaven
        ]
        self.fields["wacht_op"].choices = [
            ("", _("Kies een actie")),
            *((naam, acties) for naam, acties in groups if acties),
        ]


class PrincipeFormulier(Formulier):
    """On which principle something leans, or from which it deviates."""

    principe = forms.ChoiceField(label=_("Welk leidend principe?"))
    houding = forms.ChoiceField(
        label=_("Hoe verhoudt dit zich ertoe?"), choices=HOUDINGEN.items(), widget=forms.RadioSelect
    )
    reden = words_field(
        _("Waarom?"), rows=2, required=False, help_text=_("Nodig als u van het principe afwijkt.")
    )

    def __init__(self, data=None) -> None:
        super().__init__(data)
        choices = [(een, principe_name(een)) for een in beleid().principes]
        self.fields["principe"].choices = [("", _("Kies een principe")), *choices]

    def said(self) -> NieuweHouding:
        """What was told."""
        data = self.cleaned_data
        return NieuweHouding(data["principe"], data["houding"], data["reden"])


class SindsFormulier(forms.Form):
    """Since which day."""

    dag = date_field(_("Sinds welke dag?"), required=False)
