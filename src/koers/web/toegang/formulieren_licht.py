"""Forms of light help, of its way to the toegang, and of small facts beside a besluit."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.overdragen import NieuweOverdracht
from koers.actions.toegang.poh import LichtRegel, NieuweLichteVraag
from koers.domain.lichte_hulp import LichteStap, Verloop
from koers.domain.personen import NieuwPersoon
from koers.presentation.licht import AKKOORD, PASSEND, STAPPEN, WIE_ANTWOORDT
from koers.web.formulier import Formulier, date_field, day_after

UITKOMSTEN = [(soort, woord) for soort, woord in STAPPEN.items() if soort != "start"]


def _text(label: Any, *, rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=10_000, **more
    )


def _spent(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=30_000, required=False)


class LichteVraagFormulier(Formulier):
    """Who asks what, since when: an own child, or a new one in three fields."""

    jeugdige = forms.TypedChoiceField(label=_("Welk kind?"), coerce=UUID, empty_value=None, required=False)
    roepnaam = forms.CharField(label=_("Nieuw: roepnaam"), max_length=60, required=False)
    achternaam = forms.CharField(label=_("Nieuw: achternaam"), max_length=200, required=False)
    geboortedatum = date_field(_("Nieuw: geboortedatum"), required=False)
    datum = date_field(_("Gevraagd op"))
    vraag = _text(_("Wat is de vraag, in de woorden van het gezin?"), required=False)

    def __init__(self, data=None, *, kinderen: tuple[tuple[UUID, str], ...], **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["jeugdige"].choices = [("", _("een kind dat hier nieuw is")), *kinderen]
        if not kinderen:
            del self.fields["jeugdige"]

    def nieuwe_vraag(self) -> NieuweLichteVraag:
        """What was told."""
        data = self.cleaned_data
        jeugdige = data.get("jeugdige")
        kind = NieuwPersoon(
            achternaam=data["achternaam"],
            roepnaam=data["roepnaam"],
            geboortedatum=data["geboortedatum"],
        )
        return NieuweLichteVraag(data["datum"], data["vraag"], jeugdige, None if jeugdige else kind)


class LichteStapFormulier(Formulier):
    """The first talk, or how it ended."""

    soort = forms.ChoiceField(label=_("Wat wilt u opschrijven?"), widget=forms.RadioSelect)
    datum = date_field(_("Op welke dag?"))
    gesprekken = _spent(_("Hoeveel gesprekken, in totaal?"))
    minuten = _spent(_("Hoeveel minuten, in totaal?"))

    def __init__(self, data=None, *, begonnen: bool, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["soort"].choices = UITKOMSTEN if begonnen else list(STAPPEN.items())

    def stap(self) -> LichteStap:
        """What was told."""
        data = self.cleaned_data
        return LichteStap(data["soort"], data["datum"], data["minuten"] or 0, data["gesprekken"] or 0)


class OverdrachtFormulier(Formulier):
    """What the family wants to share with the toegang."""

    datum = date_field(_("Op welke dag draagt u over?"))
    vraag = _text(_("Wat is de vraag nu, in de woorden van het gezin?"))
    gedeeld = _text(_("Wat wil het gezin delen? Alleen dit gaat mee."), rows=6)
    akkoord = forms.ChoiceField(label=_("Wie is akkoord?"), choices=AKKOORD.items(), widget=forms.RadioSelect)
    gesprekken = _spent(_("Hoeveel gesprekken, in totaal?"))
    minuten = _spent(_("Hoeveel minuten, in totaal?"))

    def overdracht(self) -> NieuweOverdracht:
        """What was told."""
        data = self.cleaned_data
        return NieuweOverdracht(
            datum=data["datum"],
            vraag=data["vraag"],
            gedeeld=data["gedeeld"],
            akkoord=data["akkoord"],
            minuten=data["minuten"] or 0,
            gesprekken=data["gesprekken"] or 0,
        )


class CorrectieFormulier(Formulier):
    """The whole course once more, with a reason."""

    vraagdatum = date_field(_("Gevraagd op"))
    eerste_gesprek = date_field(_("Eerste gesprek op"), required=False)
    einddatum = date_field(_("Laatste dag"), required=False)
    uitkomst = forms.ChoiceField(
        label=_("Uitkomst"), choices=[("", _("loopt nog")), *UITKOMSTEN], required=False
    )
    gesprekken = _spent(_("Hoeveel gesprekken, in totaal?"))
    minuten = _spent(_("Hoeveel minuten, in totaal?"))
    nooit = forms.BooleanField(label=_("Dit is nooit gebeurd: haal het weg"), required=False)
    reden = forms.CharField(label=_("Waarom verbetert u dit?"), max_length=200)

    @staticmethod
    def begin(regel: LichtRegel) -> dict[str, object]:
        """What stands there now."""
        verloop = regel.verloop
        return {veld: getattr(verloop, veld) for veld in Verloop.__dataclass_fields__}

    def verloop(self) -> Verloop | None:
        """The course as it should be; None: it never happened."""
        data = self.cleaned_data
        if data["nooit"]:
            return None
        return Verloop(
            vraagdatum=data["vraagdatum"],
            eerste_gesprek=data["eerste_gesprek"],
            einddatum=data["einddatum"],
            uitkomst=data["uitkomst"],
            minuten=data["minuten"] or 0,
            gesprekken=data["gesprekken"] or 0,
        )


class GroepFormulier(Formulier):
    """Light help in a group: no names."""

    thema = forms.CharField(label=_("Thema"), max_length=80)
    datum = date_field(_("Eerste bijeenkomst"))
    deelnemers = forms.IntegerField(label=_("Hoeveel jongeren?"), min_value=1, max_value=1_000)
    bijeenkomsten = forms.IntegerField(label=_("Hoeveel bijeenkomsten?"), min_value=1, max_value=200)


class LijstFormulier(Formulier):
    """A list from a practice: pasted, or as a file."""

    tekst = _text(_("Plak hier de lijst"), rows=10, required=False)
    bestand = forms.FileField(label=_("Of kies een CSV-bestand"), required=False)

    def __init__(self, data=None, files=None, **kwargs) -> None:
        super().__init__(data, files=files, **kwargs)
        self.fields["tekst"].max_length = None
        self.fields["tekst"].validators = []


class VoorliggendFormulier(Formulier):
    """A child uses something that is there for everybody."""

    jeugdige = forms.TypedChoiceField(label=_("Welk kind?"), coerce=UUID)
    voorziening = forms.CharField(
        label=_("Welke voorziening?"),
        max_length=80,
        help_text=_("Bijvoorbeeld een sportclub, jongerenwerk of een training."),
    )
    datum = date_field(_("Eerste dag"))
    einddatum = date_field(_("Laatste dag"), required=False)

    def __init__(self, data=None, *, kinderen: list[tuple[UUID, str]], **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["jeugdige"].choices = kinderen

    def told(self) -> dict[str, Any]:
        """What was told; a period ends just before the day after its last."""
        data = self.cleaned_data
        return {
            "jeugdige_id": data["jeugdige"],
            "voorziening": data["voorziening"],
            "datum": data["datum"],
            "tot_datum": day_after(data["einddatum"]),
        }


class ErvaringFormulier(Formulier):
    """Was the help fitting?"""

    wie = forms.ChoiceField(
        label=_("Wie antwoordt?"), choices=WIE_ANTWOORDT.items(), widget=forms.RadioSelect
    )
    passend = forms.TypedChoiceField(
        label=_("Past de hulp bij u of bij jou?"),
        coerce=int,
        choices=PASSEND.items(),
        widget=forms.RadioSelect,
    )
    datum = date_field(_("Op welke dag is dit gevraagd?"))
