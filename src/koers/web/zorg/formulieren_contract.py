"""Forms for contracts: with whom, which products, another tariff, an end."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from koers.actions.zorg.contract_schrijven import NieuwContract, NieuwProduct
from koers.actions.zorg.locaties import NieuweLocatie
from koers.domain.bedrag import read_bedrag
from koers.domain.contracten import OUDE_CATEGORIEEN, Periode
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.woorden_contract import region_name
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, day_after

HOOGSTE_LEEFTIJD = 23


class TariefField(forms.CharField):
    """A tariff as people type it in Dutch, "95,50"; its value is in cents."""

    def clean(self, value):
        """Cents; what cannot be read says so at the field."""
        tekst = super().clean(value)
        try:
            return read_bedrag(tekst)
        except Refused as refused:
            raise ValidationError(sentence(refused)) from refused


class BedragField(TariefField):
    """An amount that may stay empty; its value is in cents, or None."""

    def clean(self, value):
        """Cents or None."""
        if not self.required and not str(value or "").strip():
            return None
        return super().clean(value)


def municipalities() -> list[tuple[str, str]]:
    """The municipalities where a place can be, and elsewhere."""
    areas = beleid().gebieden.values()
    here = [(een.code, een.naam.nl) for een in areas if een.soort == "gemeente" and een.code]
    return [
        ("", gettext("Kies")),
        *sorted(here, key=lambda een: een[1]),
        ("elders", gettext("buiten Drenthe")),
    ]


def codes(lijst: str, *, met_code: bool = False) -> list[tuple[str, str]]:
    """The codes of a list that may be used today, with their names."""
    found = []
    for een in beleid().codelijsten[lijst].codes:
        today = vandaag()
        fits = (een.geldt_vanaf is None or een.geldt_vanaf <= today) and (
            een.geldt_tot is None or een.geldt_tot > today
        )
        if fits and not een.niet_gebruiken and een.code not in OUDE_CATEGORIEEN:
            naam = een.naam.in_taal(get_language())
            found.append((een.code, f"{een.code} {naam}" if met_code else naam))
    return [("", gettext("Kies")), *found]


class ContractFormulier(Formulier):
    """With whom, for which procurement region, from when until when, under which conditions."""

    inkoopregio = forms.ChoiceField(label=_("Inkoopregio"))
    naam = forms.CharField(label=_("Naam van de aanbieder"), max_length=120)
    agb = forms.CharField(
        label=_("AGB-code"),
        max_length=20,
        help_text=_("Acht cijfers. Hiermee gaan de berichten naar de aanbieder."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    begindatum = date_field(_("Het contract begint op"))
    einddatum = date_field(
        _("Laatste dag van het contract"),
        required=False,
        help_text=_("Leeg als er geen einde is afgesproken."),
    )
    voorwaarden = forms.MultipleChoiceField(
        label=_("Welke inkoopvoorwaarden staan erin?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kruis alleen aan wat echt in het contract staat."),
    )
    locatie = forms.CharField(
        label=_("Naam van een locatie"),
        max_length=80,
        required=False,
        help_text=_("Andere locaties voegt u daarna toe bij de aanbieder."),
    )
    plaatsnaam = forms.CharField(label=_("Plaats van de locatie"), max_length=80, required=False)
    gemeentecode = forms.ChoiceField(label=_("Gemeente van de locatie"), required=False)

    def __init__(self, data=None, *, regios: list[str], **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["inkoopregio"].choices = [
            *([("", _("Kies"))] if len(regios) > 1 else []),
            *((regio, region_name(regio)) for regio in regios),
        ]
        self.fields["voorwaarden"].choices = [
            (een.id, een.naam.in_taal(get_language())) for een in beleid().inkoopvoorwaarden.values()
        ]
        self.fields["gemeentecode"].choices = municipalities()

    @property
    def nieuw(self) -> NieuwContract:
        """What was typed, as the act takes it."""
        data = self.cleaned_data
        place = data["locatie"] or data["plaatsnaam"] or data["gemeentecode"]
        return NieuwContract(
            data["inkoopregio"],
            data["naam"],
            "".join(data["agb"].split()),
            Periode(data["begindatum"], day_after(data["einddatum"])),
            tuple(data["voorwaarden"]),
            NieuweLocatie(data["locatie"], data["plaatsnaam"], data["gemeentecode"], data["begindatum"])
            if place
            else None,
        )


class ProductFormulier(Formulier):
    """A product of a contract, with its tariff."""

    code = forms.CharField(
        label=_("Productcode"),
        max_length=12,
        help_text=_("Uit de landelijke lijst JZ21, zoals 45A04."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    naam = forms.CharField(
        label=_("Naam van de hulp"), max_length=120, help_text=_("Zo lezen de toegang en de aanbieder het.")
    )
    niveau = forms.TypedChoiceField(label=_("Niveau"), coerce=int)
    hulpvorm = forms.ChoiceField(
        label=_("Hulpvorm"),
        required=False,
        help_text=_("Alleen nodig als de landelijke lijst er bij deze code geen noemt."),
    )
    taakveld = forms.ChoiceField(label=_("Taakveld (Iv3)"))
    eenheid = forms.ChoiceField(label=_("Eenheid"))
    tarief = TariefField(
        label=_("Tarief per eenheid"), max_length=40, help_text=_("In euro, bijvoorbeeld 95,50")
    )
    leeftijd_van = forms.IntegerField(
        label=_("Vanaf welke leeftijd?"), min_value=0, max_value=HOOGSTE_LEEFTIJD, required=False
    )
    leeftijd_tot_en_met = forms.IntegerField(
        label=_("Tot en met welke leeftijd?"), min_value=0, max_value=HOOGSTE_LEEFTIJD, required=False
    )
    begindatum = date_field(_("Geldt vanaf"))
    einddatum = date_field(
        _("Laatste dag"), required=False, help_text=_("Leeg als het product zo lang geldt als het contract.")
    )

    def __init__(self, data=None, *, tot=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.tot = tot
        niveaus = beleid().interventieniveaus.niveaus
        self.fields["niveau"].choices = [
            ("", _("Kies")),
            *((een.nr, f"{een.nr} – {een.naam.in_taal(get_language())}") for een in niveaus),
        ]
        self.fields["hulpvorm"].choices = codes("cbs-hulpvorm")
        self.fields["taakveld"].choices = codes("iv3-taakvelden", met_code=True)
        self.fields["eenheid"].choices = codes("wj756")

    @property
    def nieuw(self) -> NieuwProduct:
        """What was typed, as the act takes it; without a last day as long as the contract."""
        data = self.cleaned_data
        return NieuwProduct(
            code=data["code"].strip().upper(),
            naam=data["naam"],
            niveau=data["niveau"],
            taakveld=data["taakveld"],
            eenheid=data["eenheid"],
            tarief_cent=data["tarief"],
            periode=Periode(data["begindatum"], day_after(data["einddatum"]) or self.tot),
            hulpvorm=data["hulpvorm"],
            leeftijd_van=data["leeftijd_van"],
            leeftijd_tot_en_met=data["leeftijd_tot_en_met"],
        )


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("Waarom?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld: indexering 2027."),
    )


class IntrekFormulier(Formulier):
    """Why a contract never held."""

    reden = _reason()

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["reden"].help_text = gettext("Bijvoorbeeld: verkeerde aanbieder gekozen.")


class TariefFormulier(Formulier):
    """Another tariff from a day on."""

    tarief = TariefField(label=_("Nieuw tarief per eenheid"), max_length=40, help_text=_("In euro."))
    vanaf = date_field(_("Vanaf welke dag?"))
    reden = _reason()


class EindeFormulier(Formulier):
    """The last day of a product or a contract."""

    einddatum = date_field(_("Laatste dag"))
    reden = _reason()
