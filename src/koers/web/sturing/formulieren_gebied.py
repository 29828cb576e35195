"""Forms of the gebiedsagenda."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.sturing.gebiedsagenda_lezen import BijdrageBeeld, BijeenkomstBeeld, PartnerBeeld
from koers.actions.sturing.gebiedsbronnen import BronBeeld
from koers.domain.gebiedsagenda import (
    LANGSTE_EIGENAAR,
    LANGSTE_REDEN,
    MEESTE_AANWEZIGEN,
    MEESTE_MENSEN,
    NieuweBijdrage,
    NieuweBijeenkomst,
    NieuweGebiedsafspraak,
)
from koers.domain.rapportages import recent_perioden
from koers.domain.vergadering import LANGSTE_TEKST
from koers.presentation.sturing.gebiedsagenda import group_words, quarter_words
from koers.presentation.zinnen import ZINNEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field

KWARTALEN = 8  # two years back
ANDEREN = 4  # partners that come for the first time, per form


def _words(label: Any, *, rows: int = 3, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, max_length=LANGSTE_TEKST, **more)


def _reason(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LANGSTE_REDEN,
        help_text=_("Wat er eerder stond, blijft leesbaar."),
        error_messages={"required": ZINNEN["correctie_zonder_reden"]},
    )


class BijeenkomstFormulier(Formulier):
    """The partners of an area met."""

    kwartaal = forms.ChoiceField(label=_("Over welk kwartaal ging het?"))
    datum = date_field(_("Op welke dag was het?"))
    onderwerpen = _words(_("Waar ging het over?"), help_text=_("Zet elk onderwerp op een eigen regel."))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})
        quarters = [een.naam for een in recent_perioden("kwartaal", vandaag(), KWARTALEN)]
        self.fields["kwartaal"].choices = [(een, quarter_words(een).capitalize()) for een in quarters]

    def told(self, gebied: str) -> NieuweBijeenkomst:
        """What was told."""
        data = self.cleaned_data
        return NieuweBijeenkomst(gebied, data["kwartaal"], data["datum"], data["onderwerpen"])


class VerbeterFormulier(Formulier):
    """A meeting had another day or other subjects."""

    op_versie = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    datum = date_field(_("Op welke dag was het?"))
    onderwerpen = _words(_("Waar ging het over?"))
    reden = _reason(_("Wat klopte er niet?"))

    def __init__(self, data=None, *, bijeenkomst: BijeenkomstBeeld) -> None:
        now = bijeenkomst.versies[-1]
        super().__init__(
            data,
            initial={
                "op_versie": len(bijeenkomst.versies),
                "datum": now.datum,
                "onderwerpen": now.onderwerpen,
            },
        )


class AanwezigenFormulier(Formulier):
    """How many of each partner were there: of who sat at the table before, and of others by choosing them."""

    def __init__(
        self,
        data=None,
        *,
        partners: Sequence[PartnerBeeld],
        bekend: Collection[UUID],
        bijeenkomst: BijeenkomstBeeld,
    ) -> None:
        super().__init__(data)
        there = {een.id: een.aantal for een in bijeenkomst.aanwezigen}
        for een in partners:
            if een.id in bekend:
                self.fields[f"p-{een.id}"] = _people(een.naam, there.get(een.id))
        others = [(str(een.id), een.naam) for een in partners if een.id not in bekend]
        for nummer in range(1, ANDEREN + 1 if others else 1):
            self.fields[f"wie-{nummer}"] = forms.ChoiceField(
                label=_("Andere partner %(nummer)s") % {"nummer": nummer},
                choices=[("", _("Niemand")), *others],
                required=False,
            )
            self.fields[f"hoeveel-{nummer}"] = _people(
                _("Hoeveel mensen van andere partner %(nummer)s?") % {"nummer": nummer}, None
            )

    def clean(self) -> dict[str, Any]:
        """Another partner with its number, or neither."""
        data = super().clean() or {}
        for nummer in range(1, ANDEREN + 1):
            wie, hoeveel = data.get(f"wie-{nummer}"), data.get(f"hoeveel-{nummer}")
            if hoeveel and not wie:
                self.add_error(f"wie-{nummer}", _("Kies welke partner er was, of haal het aantal weg."))
            if wie and not hoeveel:
                self.add_error(f"hoeveel-{nummer}", _("Vul in hoeveel mensen er van deze partner waren."))
        return data

    def told(self) -> dict[UUID, int]:
        """How many per organisation; left empty is nobody."""
        data = self.cleaned_data
        found = {UUID(naam[2:]): data[naam] or 0 for naam in self.fields if naam.startswith("p-")}
        for nummer in range(1, ANDEREN + 1):
            if data.get(f"wie-{nummer}"):
                found[UUID(data[f"wie-{nummer}"])] = data[f"hoeveel-{nummer}"]
        return found


def _people(label: Any, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=MEESTE_AANWEZIGEN, required=False, initial=initial
    )


class BijdrageFormulier(Formulier):
    """What a partner offered, whom it reached, and what came of it."""

    op_versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    aanbod = _words(_("Wat bood u aan?"), help_text=_("Schrijf geen namen, en geen aantallen mensen."))
    bronnen = forms.MultipleChoiceField(
        label=_("Welke groepen tellen hier mee?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Deze groepen van dit kwartaal kent Koers al. Vink aan wat in dit gebied was."),
    )
    jeugdigen = forms.IntegerField(
        label=_("Hoeveel jeugdigen bereikte u?"), min_value=0, max_value=MEESTE_MENSEN, initial=0
    )
    ouders = forms.IntegerField(
        label=_("Hoeveel ouders bereikte u?"), min_value=0, max_value=MEESTE_MENSEN, initial=0
    )
    resultaat = _words(_("Wat leverde het op?"), help_text=_("Schrijf geen namen, en geen aantallen mensen."))
    maat = forms.CharField(
        label=_("Waaraan zag u dat?"),
        max_length=LANGSTE_REDEN,
        required=False,
        help_text=_("Bijvoorbeeld: durft weer mee te doen in de klas."),
    )
    geteld = forms.IntegerField(
        label=_("Bij hoeveel zag u dat?"), min_value=0, max_value=MEESTE_MENSEN, required=False
    )
    totaal = forms.IntegerField(label=_("Van hoeveel?"), min_value=0, max_value=MEESTE_MENSEN, required=False)

    def __init__(self, data=None, *, now: BijdrageBeeld | None, bronnen: Sequence[BronBeeld]) -> None:
        super().__init__(data, initial=_initial(now) if now else {"op_versie": 0})
        if bronnen:
            self.fields["bronnen"].choices = [(str(een.id), group_words(een)) for een in bronnen]
            self.fields["jeugdigen"].label = _("Hoeveel jeugdigen bereikte u daarnaast?")
            self.fields["jeugdigen"].help_text = _("Tel de aangevinkte groepen niet nog een keer mee.")
        else:
            del self.fields["bronnen"]
        if now:
            self.fields["reden"] = _reason(_("Waarom verandert dit?"))
            # A form that was sent twice looked at nothing yet: then nothing changes.
            self.fields["reden"].required = data is None or data.get("op_versie") != "0"

    def told(self) -> NieuweBijdrage:
        """What was told."""
        data = self.cleaned_data
        return NieuweBijdrage(
            aanbod=data["aanbod"],
            jeugdigen=data["jeugdigen"],
            ouders=data["ouders"],
            resultaat=data["resultaat"],
            bronnen=tuple(map(UUID, data.get("bronnen", ()))),
            maat=data["maat"],
            geteld=data["geteld"],
            totaal=data["totaal"],
        )


def _initial(now: BijdrageBeeld) -> dict[str, Any]:
    kept = ("aanbod", "ouders", "resultaat", "maat", "geteld", "totaal")
    return {
        "op_versie": now.versie,
        "jeugdigen": now.getypt,
        "bronnen": [str(een.id) for een in now.bronnen],
        **{naam: getattr(now, naam) for naam in kept},
    }


class AfspraakFormulier(Formulier):
    """Who of which partner does what before which day."""

    organisatie = forms.ChoiceField(label=_("Welke partner?"))
    wat = _words(_("Wat is er afgesproken?"), rows=2)
    wie = forms.CharField(
        label=_("Wie doet dat?"),
        max_length=LANGSTE_EIGENAAR,
        help_text=_("Een functie, zoals de gezinscoach."),
    )
    uiterlijk = date_field(_("Wanneer is het klaar?"))

    def __init__(self, data=None, *, partners: Sequence[PartnerBeeld]) -> None:
        super().__init__(data)
        choices = [(str(een.id), een.naam) for een in partners]
        self.fields["organisatie"].choices = choices if len(choices) == 1 else [("", _("Kies")), *choices]

    def told(self) -> NieuweGebiedsafspraak:
        """What was agreed."""
        data = self.cleaned_data
        return NieuweGebiedsafspraak(data["wat"], data["wie"], data["uiterlijk"])
