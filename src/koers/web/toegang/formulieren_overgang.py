"""Forms of a casus that goes from the JeugdTeam to a new owner."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.overgang_lezen import OvergangBeeld, Overnemers
from koers.domain.overgang import JEUGDTEAM, LANGSTE_DRAGER, NieuweEigenaar
from koers.domain.vergadering import LANGSTE_TEKST
from koers.presentation.woorden_overgang import EIGENAREN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field


def _words(label: Any, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, widget=widget, max_length=LANGSTE_TEKST, **more)


class MarkeerFormulier(Formulier):
    """Who carries the casus now."""

    drager = forms.CharField(
        label=_("Wie begeleidt deze casus nu?"),
        help_text=_("Meestal een JeugdTeam. Het kan ook een andere organisatie zijn die stopt."),
        max_length=LANGSTE_DRAGER,
    )
    datum = date_field(_("Sinds welke dag?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"drager": JEUGDTEAM})


class ToewijsFormulier(Formulier):
    """Who takes it over, and by when."""

    eigenaar = forms.ChoiceField(label=_("Wie neemt de casus over?"))
    regisseur = forms.ChoiceField(
        label=_("Wie wordt regisseur?"),
        required=False,
        help_text=_("Zodra deze collega de regie heeft, is de overgang klaar."),
    )
    uiterlijk = date_field(
        _("Uiterlijk op welke dag?"), required=False, help_text=_("Leeg als dat nog niet is afgesproken.")
    )
    reden = _words(_("Waarom?"), required=False, help_text=_("Nodig als u een eerdere afspraak verandert."))
    datum = date_field(_("Wanneer is dit afgesproken?"))

    def __init__(self, data=None, *, beeld: OvergangBeeld, overnemers: Overnemers) -> None:
        now = beeld.toewijzing
        known = {}
        if now is not None:
            where = f":{now.organisatie}" if now.organisatie else ""
            known = {"eigenaar": f"{now.eigenaar}{where}", "regisseur": str(now.medewerker or "")}
        super().__init__(data, initial={"datum": vandaag(), "uiterlijk": beeld.uiterlijk, **known})
        self.fields["eigenaar"].choices = [
            ("", _("Kies wie de casus overneemt")),
            *(self._group(een, overnemers) for een in EIGENAREN),
        ]
        self.fields["regisseur"].choices = [
            ("", _("Nog niet bekend, of niet van toepassing")),
            *((str(wie.id), wie.naam) for wie in overnemers.collegas),
        ]

    @staticmethod
    def _group(eigenaar: str, overnemers: Overnemers) -> tuple[str, Any]:
        """A kind by itself, or with its organisations under it."""
        naam, known = str(EIGENAREN[eigenaar]), overnemers.organisaties[eigenaar]
        naam = naam[:1].upper() + naam[1:]
        if not known:
            return eigenaar, naam
        unknown = (eigenaar, _("%(soort)s, nog niet bekend welke") % {"soort": naam})
        return naam, [unknown, *((f"{eigenaar}:{pk}", waar) for pk, waar in known)]

    def chosen(self) -> NieuweEigenaar:
        """What was told."""
        data = self.cleaned_data
        eigenaar, _colon, organisatie = data["eigenaar"].partition(":")
        return NieuweEigenaar(
            eigenaar,
            data["datum"],
            data["uiterlijk"],
            UUID(organisatie) if organisatie else None,
            UUID(data["regisseur"]) if data["regisseur"] else None,
            data["reden"],
        )


class GezinFormulier(Formulier):
    """What the family says of it."""

    akkoord = forms.ChoiceField(
        label=_("Is het gezin het ermee eens?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        widget=forms.RadioSelect,
    )
    toelichting = _words(
        _("Wat zei het gezin?"), required=False, help_text=_("In eigen woorden. Nodig bij “nee”.")
    )
    datum = date_field(_("Wanneer sprak u het gezin?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})

    def said(self) -> dict[str, Any]:
        """What the act gets."""
        data = self.cleaned_data
        return {
            "akkoord": data["akkoord"] == "ja",
            "toelichting": data["toelichting"],
            "datum": data["datum"],
        }


class OvergenomenFormulier(Formulier):
    """Since when the new owner has it."""

    datum = date_field(_("Sinds welke dag heeft de nieuwe eigenaar de casus?"))
    reden = _words(_("Wat is er overgedragen?"), required=False)

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})

    def said(self) -> dict[str, Any]:
        """What the act gets."""
        return {"datum": self.cleaned_data["datum"], "reden": self.cleaned_data["reden"]}


class EindeFormulier(OvergenomenFormulier):
    """Why nothing goes over any more."""

    datum = date_field(_("Sinds welke dag?"))
    reden = _words(
        _("Waarom gaat deze casus niet meer over?"),
        help_text=_("Bijvoorbeeld: de hulp is klaar, of de casus was nooit van het JeugdTeam."),
    )
