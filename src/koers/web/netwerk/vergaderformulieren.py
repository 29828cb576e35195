"""Forms of meetings."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.netwerk.vergaderbeelden import ActieBeeld, PuntBeeld, VergaderingBeeld
from koers.domain.toestanden.vergadering import ACTIE
from koers.domain.vergadering import (
    LANGSTE_TEKST,
    NieuwBesluit,
    NieuweActie,
    NieuweVergadering,
    NieuwPunt,
    Voorbereiders,
)
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.netwerk.vergaderingen import body_name
from koers.presentation.woorden_vergadering import KEUZES, SLUITINGEN, STEMMEN, VERVOLGEN, VRAGEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field

# A vote that was told beforehand as for or against is filled in; anything else is left to the meeting.
STEM_VAN_KEUZE = {"voor": "voor", "tegen": "tegen"}


def words_field(label: Any, *, rows: int = 4, **more: Any) -> forms.CharField:
    """A text of a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, max_length=LANGSTE_TEKST, **more)


def boxes(label: Any, **more: Any) -> forms.MultipleChoiceField:
    """Several of a list."""
    return forms.MultipleChoiceField(label=label, widget=forms.CheckboxSelectMultiple, **more)


class VergaderingFormulier(Formulier):
    """Which body meets when, and which municipalities take part."""

    gremium = forms.ChoiceField(label=_("Welk overleg?"))
    datum = date_field(_("Op welke dag?"))
    plaats = forms.CharField(label=_("Waar?"), max_length=120, required=False)
    gemeenten = boxes(_("Welke gemeenten doen mee?"))

    def __init__(self, data=None, *, gremia: Iterable[str], gemeenten: Mapping[str, str]) -> None:
        super().__init__(data, initial={"gemeenten": list(gemeenten)})
        named = sorted(((een, body_name(een)) for een in gremia), key=lambda een: een[1])
        self.fields["gremium"].choices = [("", _("Kies een overleg")), *named]
        self.fields["gemeenten"].choices = sorted(gemeenten.items(), key=lambda een: een[1])

    def vergadering(self) -> NieuweVergadering:
        """What was told."""
        data = self.cleaned_data
        return NieuweVergadering(data["gremium"], data["datum"], frozenset(data["gemeenten"]), data["plaats"])


class PuntFormulier(Formulier):
    """What stands on the agenda, and who prepares it."""

    dossier = forms.ChoiceField(
        label=_("Welk dossier?"),
        help_text=_("Bij een dossier ziet iedereen wat vorige keer is besloten en wat daarvan kwam."),
        required=False,
    )
    rapportage = forms.ChoiceField(
        label=_("Welke rapportage ligt op tafel?"),
        help_text=_("Bij de rapportage staat later wat er is besloten."),
        required=False,
    )
    titel = forms.CharField(label=_("Waar gaat het over?"), max_length=200, required=False)
    vraag = forms.ChoiceField(
        label=_("Wat vraagt dit punt?"), choices=VRAGEN.items(), widget=forms.RadioSelect
    )
    voorbereider = forms.ChoiceField(label=_("Wie bereidt het voor?"))

    def __init__(
        self, data=None, *, voorbereiders: Voorbereiders, rapportages: Iterable[tuple[UUID, str]]
    ) -> None:
        super().__init__(data)
        dossiers = sorted(
            ((een.id, taal(een.naam)) for een in beleid().dossiers.values()), key=lambda d: d[1]
        )
        self.fields["dossier"].choices = [("", _("geen dossier")), *dossiers]
        self.fields["rapportage"].choices = [("", _("geen rapportage")), *rapportages]
        groups = (
            (_("Bereidt dit overleg volgens het beleid voor"), voorbereiders.nu),
            (_("Zou voorbereiden; het overleg is voorgesteld"), voorbereiders.voorgesteld),
            (_("Andere overleggen van ambtenaren"), voorbereiders.anders),
        )
        self.fields["voorbereider"].choices = [
            ("", _("Kies een overleg")),
            *((kop, [(een.id, body_name(een.id)) for een in bodies]) for kop, bodies in groups if bodies),
        ]

    def punt(self) -> NieuwPunt:
        """What was told."""
        data = self.cleaned_data
        report = UUID(data["rapportage"]) if data["rapportage"] else None
        return NieuwPunt(data["vraag"], data["voorbereider"], data["titel"], data["dossier"], report)


class AnnotatieFormulier(Formulier):
    """What members have to know beforehand, and what is proposed."""

    tekst = words_field(_("Wat moeten de leden vooraf weten?"), rows=8)
    voorstel = words_field(_("Wat stelt u voor om te besluiten?"), required=False)


class StandpuntFormulier(Formulier):
    """What the own municipality thinks."""

    keuze = forms.ChoiceField(
        label=_("Wat vindt uw gemeente?"), choices=KEUZES.items(), widget=forms.RadioSelect
    )
    tekst = words_field(_("Waarom?"))


class BesluitFormulier(Formulier):
    """What was decided, what it is about, whom it binds, how each municipality voted, whom it touches."""

    tekst = words_field(_("Wat is er besloten?"))
    taak = forms.ChoiceField(
        label=_("Over welke taak gaat dit?"),
        help_text=_("Koers legt erbij vast wat het mandaatregister van die dag hierover zegt."),
    )
    zonder_voorbereiding = words_field(
        _("Er lag geen annotatie. Waarom is er toch besloten?"), rows=2, required=False
    )
    gebonden = boxes(_("Welke gemeenten bindt dit?"))

    def __init__(
        self, data=None, *, beeld: VergaderingBeeld, punt: PuntBeeld, taken: Iterable[tuple[str, str]]
    ) -> None:
        super().__init__(data, initial={"gebonden": [code for code, _naam in beeld.deelnemers]})
        self.fields["taak"].choices = [("", _("Kies een taak")), *taken]
        self.fields["gebonden"].choices = beeld.deelnemers
        if punt.stand == "voorbereid":
            del self.fields["zonder_voorbereiding"]
        told = {een.gemeente: STEM_VAN_KEUZE.get(een.keuze, "") for een in punt.standpunten}
        for code, naam in beeld.deelnemers:
            self.fields[f"stem-{code}"] = forms.ChoiceField(
                label=_("Stem van %(gemeente)s") % {"gemeente": naam},
                choices=[("", _("stemde niet")), *STEMMEN.items()],
                required=False,
                initial=told.get(naam, ""),
            )
        bodies = sorted(
            ((een.id, taal(een.naam)) for een in beleid().gremia.values() if een.status != "opgeheven"),
            key=lambda een: een[1],
        )
        self.fields["raakt"] = boxes(
            _("Welke overleggen en gemeenten raakt dit?"),
            choices=[*beeld.deelnemers, *bodies],
            required=False,
            help_text=_("Zij zien het bij “Wat raakt ons”, tot iemand opschrijft dat het daar besproken is."),
        )

    def besluit(self) -> NieuwBesluit:
        """What was told."""
        data = self.cleaned_data
        stemmen = {naam[5:]: stem for naam, stem in data.items() if naam.startswith("stem-") and stem}
        return NieuwBesluit(
            tekst=data["tekst"],
            taak=data["taak"],
            gebonden=frozenset(data["gebonden"]),
            stemmen=stemmen,
            raakt=frozenset(data["raakt"]),
            zonder_voorbereiding=data.get("zonder_voorbereiding", ""),
        )


class SluitFormulier(Formulier):
    """How an item ended without a besluit."""

    keuze = forms.ChoiceField(
        label=_("Hoe eindigde dit punt?"), choices=SLUITINGEN.items(), widget=forms.RadioSelect
    )
    reden = words_field(_("Wat is er gezegd of afgesproken?"))


class RedenFormulier(Formulier):
    """Why."""

    reden = words_field(_("Waarom?"), rows=2)


class ActieFormulier(Formulier):
    """Who does what before which day."""

    wat = words_field(_("Wat moet er gebeuren?"), rows=2)
    gemeente = forms.ChoiceField(label=_("Van wie is de actie?"), required=False)
    wie = forms.CharField(
        label=_("Wie doet het?"), help_text=_("Als functie, niet als naam."), max_length=120
    )
    uiterlijk = date_field(_("Wanneer is het klaar?"))

    def __init__(self, data=None, *, beeld: VergaderingBeeld) -> None:
        super().__init__(data)
        self.fields["gemeente"].choices = [("", _("van de regio")), *beeld.deelnemers]

    def actie(self) -> NieuweActie:
        """What was told."""
        data = self.cleaned_data
        return NieuweActie(data["wat"], data["wie"], data["uiterlijk"], data["gemeente"])


class VervolgFormulier(Formulier):
    """How it stands with an action."""

    soort = forms.ChoiceField(label=_("Hoe staat het ermee?"), widget=forms.RadioSelect)
    reden = words_field(
        _("Toelichting"), rows=2, required=False, help_text=_("Is het gedaan, dan hoeft dit niet.")
    )
    uiterlijk = date_field(_("Nieuwe dag"), required=False, help_text=_("Alleen als het uitloopt."))

    def __init__(self, data=None, *, actie: ActieBeeld) -> None:
        super().__init__(data)
        open_ = {een.keuze for een in ACTIE.overgangen if actie.stand in een.van}
        self.fields["soort"].choices = [(een, woord) for een, woord in VERVOLGEN.items() if een in open_]


class TerugkoppelingFormulier(Formulier):
    """When it was heard, and what was said to it."""

    datum = date_field(_("Op welke dag is dit besproken?"))
    tekst = words_field(_("Wat vond men ervan?"), required=False)

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})


class VerslagFormulier(Formulier):
    """Who was there, and what was said per item."""

    aanwezig = words_field(_("Wie waren er?"), rows=2, help_text=_("Als functie, niet als naam."))

    def __init__(
        self, data=None, *, beeld: VergaderingBeeld, aanwezig: str, per_punt: Mapping[str, str]
    ) -> None:
        super().__init__(data, initial={"aanwezig": aanwezig})
        for punt in beeld.punten:
            self.fields[f"punt-{punt.id}"] = words_field(
                _("Wat is er gezegd bij punt %(nummer)s, %(titel)s?")
                % {"nummer": punt.volgorde, "titel": punt.titel},
                required=False,
                initial=per_punt.get(str(punt.id), ""),
            )

    def per_punt(self) -> dict[str, str]:
        """Id of an item to what was said."""
        return {naam[5:]: tekst for naam, tekst in self.cleaned_data.items() if naam.startswith("punt-")}
