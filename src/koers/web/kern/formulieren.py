"""Forms of door kern. What is wrong with a person or address is decided in `koers.domain.personen`."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.domain.bsn import plain_bsn
from koers.domain.personen import NieuwAdres, NieuwPersoon, check_persoon
from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field

BSN_STATUS = [
    ("bekend", _("BSN is bekend")),
    ("nog_niet_bekend", _("nog niet bekend")),
    ("geen", _("heeft geen BSN")),
    ("ongeboren", _("nog niet geboren")),
]
GESLACHT = [("V", _("meisje of vrouw")), ("M", _("jongen of man")), ("O", _("onbekend of anders"))]
GEHEIM = [("nee", _("niet geheim")), ("ja", _("geheim")), ("onbekend", _("weet ik niet"))]


class PersoonFormulier(Formulier):
    """Who it is. Only the surname and, for a child that was born, the birth date are asked for certain."""

    roepnaam = forms.CharField(label=_("Roepnaam"), max_length=60, required=False)
    voorvoegsel = forms.CharField(
        label=_("Voorvoegsel"), max_length=10, required=False, help_text=_("bijvoorbeeld: van den")
    )
    achternaam = forms.CharField(label=_("Achternaam"), max_length=200)
    geboortedatum = date_field(_("Geboortedatum"), required=False)
    geslacht = forms.ChoiceField(label=_("Geslacht"), choices=GESLACHT, initial="O")
    bsn_status = forms.ChoiceField(label=_("BSN bekend?"), choices=BSN_STATUS, initial="nog_niet_bekend")
    bsn = forms.CharField(
        label=_("BSN"),
        max_length=14,
        required=False,
        help_text=_("negen cijfers; alleen als het bekend is"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    toch = forms.BooleanField(
        label=_("Ik heb gekeken: dit is iemand anders"),
        required=False,
        widget=forms.HiddenInput,
    )

    is_dubbel = False  # somebody like this is there already: then the page shows who

    def is_jeugdige(self) -> bool:
        """Whether the rules for a child hold."""
        return True

    def persoon(self) -> NieuwPersoon:
        """What was told, as the domain knows it."""
        data = self.cleaned_data
        return NieuwPersoon(
            achternaam=data.get("achternaam", ""),
            roepnaam=data.get("roepnaam", ""),
            voorvoegsel=data.get("voorvoegsel", ""),
            geboortedatum=data.get("geboortedatum"),
            geslacht=data.get("geslacht", "O"),
            bsn=plain_bsn(data.get("bsn", "")),
            bsn_status=data.get("bsn_status", ""),
        )

    def clean(self) -> dict:
        cleaned = super().clean() or self.cleaned_data
        fouten = check_persoon(self.persoon(), today=vandaag(), jeugdige=self.is_jeugdige())
        for veld, refused in fouten.items():
            if veld not in self.errors:
                self.add_error(veld, sentence(refused))
        return cleaned

    def refused(self, refused: Refused) -> None:
        """A possible double is a question to somebody: then the box to answer it appears."""
        self.is_dubbel = refused.code in {"mogelijk_dubbel", "bsn_al_bekend"}
        if refused.code == "mogelijk_dubbel":
            self.fields["toch"].widget = forms.CheckboxInput()
        super().refused(refused)


class AdresVelden(forms.Form):
    """Where somebody lives; may stay empty. Unknown counts as secret."""

    straatnaam = forms.CharField(label=_("Straat"), max_length=80, required=False)
    huisnummer = forms.IntegerField(label=_("Huisnummer"), min_value=1, max_value=99999, required=False)
    toevoeging = forms.CharField(label=_("Toevoeging"), max_length=10, required=False)
    postcode = forms.RegexField(
        label=_("Postcode"),
        regex=r"^\s*[1-9][0-9]{3}\s?[A-Za-z]{2}\s*$",
        required=False,
        error_messages={"invalid": _("Een postcode is vier cijfers en twee letters, bijvoorbeeld 9411 AB.")},
    )
    plaatsnaam = forms.CharField(label=_("Plaats"), max_length=80, required=False)
    geheim = forms.ChoiceField(
        label=_("Is het adres geheim?"),
        choices=GEHEIM,
        initial="onbekend",
        help_text=_("Bij “weet ik niet” behandelt Koers het adres als geheim."),
    )

    def adres(self) -> NieuwAdres | None:
        """The address, or None when nothing was filled in."""
        data = self.cleaned_data
        delen = {veld: data.get(veld) or "" for veld in ("straatnaam", "toevoeging", "plaatsnaam")}
        postcode = (data.get("postcode") or "").replace(" ", "").upper()
        if not any([*delen.values(), postcode, data.get("huisnummer")]):
            return None
        return NieuwAdres(
            **delen,
            postcode=postcode,
            huisnummer=data.get("huisnummer"),
            geheim=data.get("geheim", "onbekend"),
        )


# Who it is goes before where they live; the question whether it is somebody else goes before both.
WIE = (
    *("roepnaam", "voorvoegsel", "achternaam", "geboortedatum", "geslacht"),
    *("bsn_status", "bsn"),
)


class NieuwGezin(PersoonFormulier, AdresVelden):
    """The first child of a new family."""

    field_order = ("formulier_id", "toch", *WIE)


class NieuwLidFormulier(PersoonFormulier, AdresVelden):
    """A next child or a parent. The choices hold only children and households of this family."""

    ROLLEN = [
        ("jeugdige", _("kind of jongere")),
        ("ouder", _("ouder of verzorger")),
        ("overig", _("hoort erbij")),
    ]

    rol = forms.ChoiceField(label=_("Wie is het in dit gezin?"), choices=ROLLEN)
    ouder_van = forms.TypedMultipleChoiceField(
        label=_("Ouder van"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    gezag_over = forms.TypedMultipleChoiceField(
        label=_("Heeft gezag over"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    huishouden = forms.TypedChoiceField(label=_("Woont"), coerce=UUID, empty_value=None, required=False)

    field_order = ("formulier_id", "toch", "rol", *WIE, "ouder_van", "gezag_over", "huishouden")

    def __init__(self, data=None, *, gezin, **kwargs) -> None:
        super().__init__(data, **kwargs)
        kinderen = [(lid.id, lid.naam) for lid in gezin.leden if lid.rol == "jeugdige"]
        self.fields["ouder_van"].choices = self.fields["gezag_over"].choices = kinderen
        self.fields["huishouden"].choices = [
            ("", _("op een ander adres, of onbekend")),
            *(
                (huis.id, _("samen met %(wie)s") % {"wie": ", ".join(huis.bewoners)})
                for huis in gezin.huishoudens
            ),
        ]

    def is_jeugdige(self) -> bool:
        return self.data.get("rol") == "jeugdige"
