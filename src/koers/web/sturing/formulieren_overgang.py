"""Forms of the herinrichting: conditions of readiness, and fte per role."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.sturing.herinrichting_lezen import FormatieRegel, VoorwaardeBeeld
from koers.domain.herinrichting import (
    LANGSTE_BRON,
    LANGSTE_ROL,
    MEESTE_FTE,
    NieuweFormatie,
    NieuweVoorwaarde,
)
from koers.domain.vergadering import LANGSTE_TEKST
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field


def _words(label: Any, *, rows: int = 3, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, max_length=LANGSTE_TEKST, **more)


def _fte(label: Any, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_value=MEESTE_FTE, decimal_places=2, localize=True, **more
    )


class VoorwaardeFormulier(Formulier):
    """What has to be ready, who sees to it, and on which day."""

    wat = _words(_("Wat moet klaar zijn?"), rows=2)
    wie = forms.CharField(
        label=_("Wie zorgt daarvoor?"), help_text=_("Als functie, niet als naam."), max_length=120
    )
    uiterlijk = date_field(_("Op welke dag?"))
    datum = date_field(_("Wanneer is dit afgesproken?"))

    def __init__(self, data=None, *, beeld: VoorwaardeBeeld | None = None) -> None:
        known = {"wat": beeld.wat, "wie": beeld.wie, "uiterlijk": beeld.uiterlijk} if beeld else {}
        super().__init__(data, initial={"datum": vandaag(), **known})

    def voorwaarde(self) -> NieuweVoorwaarde:
        """What was told."""
        data = self.cleaned_data
        return NieuweVoorwaarde(
            data["wat"], data["wie"], data["uiterlijk"], data["datum"], data.get("reden", "")
        )


class VoorwaardeAndersFormulier(VoorwaardeFormulier):
    """The same, and why it changes."""

    reden = _words(_("Waarom verandert dit?"))


class UitlegFormulier(Formulier):
    """Since when, and how that shows."""

    reden = _words(_("Leg uit waarom."), help_text=_("De stuurgroep leest dit mee."))
    datum = date_field(_("Sinds welke dag?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})


class FormatieFormulier(Formulier):
    """Fte of a role: now, needed and agreed, with the source."""

    rol = forms.CharField(
        label=_("Welke rol?"), help_text=_("Bijvoorbeeld: POH Jeugd."), max_length=LANGSTE_ROL
    )
    nu = _fte(_("Fte nu"))
    nodig = _fte(_("Fte nodig"))
    afgesproken = _fte(
        _("Fte afgesproken"), required=False, help_text=_("Leeg als er nog niets is afgesproken.")
    )
    per = date_field(_("Afgesproken per welke dag?"), required=False)
    bron = forms.CharField(
        label=_("Waar staan deze cijfers?"),
        help_text=_("Bijvoorbeeld: het herinrichtingsplan, paragraaf 3."),
        max_length=LANGSTE_BRON,
    )
    datum = date_field(_("Wanneer is dit vastgesteld?"))

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"datum": vandaag()})

    def formatie(self) -> NieuweFormatie:
        """What was told."""
        data = self.cleaned_data
        agreed: Decimal | None = data["afgesproken"]
        return NieuweFormatie(
            *(data["rol"], data["nu"], data["nodig"], agreed, data["per"], data["bron"], data["datum"]),
            reden=data.get("reden", ""),
        )


class FormatieAndersFormulier(FormatieFormulier):
    """Other figures of a role that stands in the plan, and why."""

    reden = _words(_("Waarom verandert dit?"))

    def __init__(self, data=None, *, nu: FormatieRegel) -> None:
        super().__init__(data)
        # The role itself stays; another role is another row.
        self.fields["rol"].disabled = True
        for naam in ("rol", "nu", "nodig", "afgesproken", "per", "bron"):
            self.fields[naam].initial = getattr(nu, naam)
