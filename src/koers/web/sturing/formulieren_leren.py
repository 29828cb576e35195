"""Forms of learning."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.sturing.gebiedsagenda_lezen import PartnerBeeld
from koers.actions.sturing.leren import LeerbladBeeld, LerenBeeld
from koers.domain.leren import (
    COMPETENTIE,
    KENNISCAFE,
    LANGSTE_NAAM,
    LANGSTE_REDEN,
    LEERLIJN,
    LEEST_LEREN,
    MEESTE_GASTEN,
    Leerinhoud,
)
from koers.domain.vergadering import LANGSTE_TEKST
from koers.presentation.woorden import ROLLEN
from koers.presentation.zinnen import ZINNEN
from koers.web.formulier import Formulier, date_field

_NAMEN = {
    COMPETENTIE: (_("Hoe heet de competentie?"), _("Wat kan iemand dan?")),
    LEERLIJN: (_("Hoe heet de leerlijn?"), _("Voor wie is zij, en wat leert u er?")),
    KENNISCAFE: (_("Wat is het onderwerp?"), _("Waar ging het over?")),
}


def _words(label: Any, *, rows: int = 3, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, max_length=LANGSTE_TEKST, **more)


class LeerbladFormulier(Formulier):
    """What a sheet says; which fields there are depends on its kind."""

    def __init__(self, data=None, *, soort: str, leren: LerenBeeld, now: LeerbladBeeld | None = None) -> None:
        super().__init__(data, initial=_initial(now))
        naam, omschrijving = _NAMEN[soort]
        self.fields["naam"] = forms.CharField(label=naam, max_length=LANGSTE_NAAM)
        if soort == KENNISCAFE:
            self.fields["dag"] = date_field(_("Op welke dag?"))
            self.fields["gastheer"] = forms.CharField(label=_("Wie is de gastheer?"), max_length=LANGSTE_NAAM)
        self.fields["omschrijving"] = _words(omschrijving)
        if soort == LEERLIJN:
            self.fields["onderdelen"] = _words(
                _("Uit welke onderdelen bestaat zij?"),
                rows=5,
                help_text=_("Zet elk onderdeel op een eigen regel, in de volgorde waarin u ze doet."),
            )
        if soort == KENNISCAFE:
            self.fields["opbrengst"] = _words(_("Wat namen de deelnemers mee?"), required=False)
            self.fields["vervolg"] = _words(_("Wat is het vervolg?"), required=False)
        competenties = [(str(een.id), een.inhoud.naam) for een in leren.of(COMPETENTIE)]
        if soort != COMPETENTIE and competenties:
            self.fields["competenties"] = forms.MultipleChoiceField(
                label=_("Over welke competenties gaat het?"),
                choices=competenties,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        if now:
            self.fields["vervallen"] = forms.BooleanField(label=_("Dit vervalt"), required=False)
            self.fields["reden"] = forms.CharField(
                label=_("Waarom verandert dit?"),
                max_length=LANGSTE_REDEN,
                error_messages={"required": ZINNEN["correctie_zonder_reden"]},
            )
            self.fields["op_versie"] = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def told(self) -> Leerinhoud:
        """What was told."""
        data = self.cleaned_data
        lines = data.get("onderdelen", "").splitlines()
        return Leerinhoud(
            naam=data["naam"],
            omschrijving=data["omschrijving"],
            competenties=tuple(data.get("competenties", ())),
            onderdelen=tuple(line.strip() for line in lines if line.strip()),
            dag=data.get("dag"),
            gastheer=data.get("gastheer", ""),
            opbrengst=data.get("opbrengst", ""),
            vervolg=data.get("vervolg", ""),
            vervallen=data.get("vervallen", False),
        )


def _initial(now: LeerbladBeeld | None) -> dict[str, Any]:
    if now is None:
        return {}
    een = now.inhoud
    kept = ("naam", "omschrijving", "dag", "gastheer", "opbrengst", "vervolg", "vervallen")
    return {
        **{naam: getattr(een, naam) for naam in kept},
        "competenties": list(een.competenties),
        "onderdelen": "\n".join(een.onderdelen),
        "op_versie": len(now.versies),
    }


class MeedoenFormulier(Formulier):
    """Whether one took part."""

    mee = forms.ChoiceField(
        label=_("Deed u mee?"), choices=[("ja", _("Ja")), ("nee", _("Nee"))], widget=forms.RadioSelect
    )

    def __init__(self, data=None, *, nu: bool) -> None:
        super().__init__(data, initial={"mee": "ja" if nu else ""})

    def told(self) -> dict[str, Any]:
        """What the act gets."""
        return {"mee": self.cleaned_data["mee"] == "ja"}


class NotitieFormulier(Formulier):
    """A note for oneself."""

    tekst = _words(_("Wat wilt u onthouden?"), rows=6, required=False)

    def told(self) -> dict[str, Any]:
        """What the act gets."""
        return {"tekst": self.cleaned_data["tekst"]}


class GastenFormulier(Formulier):
    """How many people without an account were there."""

    organisatie = forms.ChoiceField(label=_("Van welke organisatie?"))
    rol = forms.ChoiceField(label=_("In welke rol?"))
    aantal = forms.IntegerField(
        label=_("Hoeveel mensen?"),
        min_value=0,
        max_value=MEESTE_GASTEN,
        help_text=_("Klopte een eerder aantal niet? Vul het juiste in; 0 haalt het weg."),
    )

    def __init__(self, data=None, *, partners: Sequence[PartnerBeeld]) -> None:
        super().__init__(data)
        self.fields["organisatie"].choices = [
            ("", _("Kies een organisatie")),
            *((str(een.id), een.naam) for een in partners),
        ]
        rollen = sorted(((str(rol), str(ROLLEN[rol])) for rol in LEEST_LEREN), key=lambda rij: rij[1])
        self.fields["rol"].choices = [("", _("Kies een rol")), *rollen]

    def told(self) -> dict[str, Any]:
        """What the act gets."""
        data = self.cleaned_data
        return {"organisatie_id": UUID(data["organisatie"]), "rol": data["rol"], "aantal": data["aantal"]}
