"""Forms about the plan as a whole: its size, agreement, consent, the offer to the family, readers."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.plan.afspreken import NieuweToestemming
from koers.actions.toegang.plan.bewerken import Plangegevens
from koers.actions.toegang.plan.keuzes import Plankeuzes
from koers.actions.toegang.plan.lezen import PlanBeeld
from koers.actions.toegang.plan.vaststellen import NieuweInstemming
from koers.domain.plan.familiegroepsplan import Groepsplanstap, Stap
from koers.domain.plan.onderdelen import Grootte
from koers.domain.toestemming import Antwoord
from koers.presentation.plan.woorden import (
    ANTWOORDEN,
    GROEPSPLANSTAPPEN,
    GRONDEN,
    GROOTTES,
    VRAGEN,
    WIJZEN,
)
from koers.web.formulier import Formulier, date_field
from koers.web.toegang.planformulieren import long_text, one_of, some_of


class PlanFormulier(Formulier):
    """Size, children and the day to look again; `versie` only when there is a plan."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    grootte = forms.ChoiceField(
        label=_("Hoe groot is het plan?"),
        choices=GROOTTES.items(),
        widget=forms.RadioSelect,
        help_text=_("Vul alleen in wat de vraag nodig heeft. U kunt de grootte later veranderen."),
    )
    jeugdigen = some_of(_("Voor wie is het plan?"))
    evaluatiedatum = date_field(_("Wanneer kijken jullie samen naar het plan?"), required=False)

    def __init__(self, data=None, *, kinderen, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["jeugdigen"].choices = kinderen

    def gegevens(self) -> Plangegevens:
        """What was filled in."""
        data = self.cleaned_data
        return Plangegevens(Grootte(data["grootte"]), tuple(data["jeugdigen"]), data["evaluatiedatum"])


class VersieFormulier(Formulier):
    """A button that says which plan was seen."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class InstemmingFormulier(Formulier):
    """Somebody of the family agreed, or not."""

    persoon = one_of(_("Wie?"), required=True)
    akkoord = forms.ChoiceField(
        label=_("Gaat deze persoon akkoord?"),
        choices=[("ja", _("ja")), ("nee", _("nee"))],
        widget=forms.RadioSelect,
    )
    wijze = forms.ChoiceField(label=_("Hoe?"), choices=WIJZEN.items())
    datum = date_field(_("Wanneer?"))
    toelichting = long_text(_("Wat zei deze persoon erbij?"), required=False, rows=3)

    def __init__(self, data=None, *, lezers, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["persoon"].choices = lezers

    def instemming(self) -> NieuweInstemming:
        """What was filled in."""
        data = self.cleaned_data
        return NieuweInstemming(
            data["persoon"], data["akkoord"] == "ja", data["wijze"], data["datum"], data["toelichting"]
        )


class GroepsplanFormulier(Formulier):
    """The family may make the plan itself first."""

    stap = forms.ChoiceField(label=_("Wat is er gebeurd?"), choices=GROEPSPLANSTAPPEN.items())
    datum = date_field(_("Wanneer?"))
    grond = forms.ChoiceField(
        label=_("Niet aangeboden? Om welke reden uit de wet?"),
        choices=[("", _("kies een reden")), *GRONDEN.items()],
        required=False,
    )
    reden = long_text(_("Waarom? In de woorden van de familie, of van u."), required=False, rows=3)

    def groepsplanstap(self) -> Groepsplanstap:
        """What was filled in."""
        data = self.cleaned_data
        return Groepsplanstap(Stap(data["stap"]), data["datum"], data["grond"], data["reden"])


class ToestemmingFormulier(Formulier):
    """Consent to help, or to sharing with an organisation or with a parent."""

    jeugdige = one_of(_("Over welk kind?"), required=True)
    waarvoor = forms.ChoiceField(label=_("Waarvoor?"))
    antwoord = forms.ChoiceField(label=_("Wat is het antwoord?"), choices=ANTWOORDEN.items())
    gever = one_of(_("Wie antwoordde?"))
    datum = date_field(_("Wanneer?"))
    toelichting = long_text(_("Toelichting. Bij een uitzondering: waarom."), required=False, rows=3)

    def __init__(self, data=None, *, beeld: PlanBeeld, keuzes: Plankeuzes, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["jeugdige"].choices = keuzes.jeugdigen
        self.fields["gever"].choices = [("", _("niemand: een uitzondering")), *keuzes.gezinsleden]
        delen = _("delen met %(naam)s")
        organisaties = [d.organisatie for d in beeld.inhoud.delen if d.organisatie]
        self.fields["waarvoor"].choices = [
            ("", _("de hulp zelf")),
            *((f"o{een}", delen % {"naam": beeld.namen[een]}) for een in organisaties),
            *((f"p{een.id}", delen % {"naam": een.naam}) for een in beeld.lezers if een.soort == "ouder"),
        ]
        self.fields["waarvoor"].required = False

    def toestemming(self) -> NieuweToestemming:
        """What was filled in."""
        data = self.cleaned_data
        kind, receiver = data["waarvoor"][:1], data["waarvoor"][1:]
        return NieuweToestemming(
            jeugdige=data["jeugdige"],
            antwoord=Antwoord(data["antwoord"]),
            datum=data["datum"],
            gever=data["gever"],
            organisatie=UUID(receiver) if kind == "o" else None,
            ontvanger=UUID(receiver) if kind == "p" else None,
            toelichting=data["toelichting"],
        )


class LezersFormulier(Formulier):
    """To whom a part is opened, or from whom it is kept."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    vrijgegeven = some_of(
        _("Wie mag dit deel ook lezen?"),
        help_text=_(
            "Vraag het eerst aan wie de woorden zijn. Een deel van een geheim adres gaat "
            "nooit naar wie er niet woont."
        ),
    )
    achtergehouden = some_of(_("Wie krijgt dit deel niet?"))

    def __init__(self, data=None, *, lezers, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["vrijgegeven"].choices = self.fields["achtergehouden"].choices = lezers


class OrganisatieFormulier(Formulier):
    """An organisation that continues the plan in a section of its own."""

    organisatie = one_of(_("Welke organisatie?"), required=True)

    def __init__(self, data=None, *, organisaties, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["organisatie"].choices = organisaties


class VraagFormulier(Formulier):
    """What a reader asked or got."""

    persoon = one_of(_("Wie?"), required=True)
    soort = forms.ChoiceField(label=_("Wat?"), choices=VRAGEN.items())
    datum = date_field(_("Wanneer?"))

    def __init__(self, data=None, *, lezers, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["persoon"].choices = lezers
