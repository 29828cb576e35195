"""One small form per thing of a plan. What was typed stays; what is not known yet may stay empty."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.plan.keuzes import Plankeuzes
from koers.domain.plan.onderdelen import (
    Actie,
    Bijdrage,
    Deel,
    DeelSoort,
    Doel,
    Factor,
    Gehoord,
    Hulp,
    Inhoud,
    Kracht,
    Meting,
    PlanInhoud,
    Vertrouwenspersoon,
    Woorden,
    Zorg,
)
from koers.presentation.plan.tekst import FACTOREN, WIEL, headline, kader
from koers.presentation.plan.woorden import UITKOMSTEN
from koers.web.formulier import Formulier, date_field


def long_text(label: Any, *, required: bool = True, rows: int = 5, help_text: Any = "") -> forms.CharField:
    """Room for words; they are never shortened, so the most is far away."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=50_000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def short_text(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """One line."""
    return forms.CharField(label=label, required=required, max_length=300, help_text=help_text)


def one_of(label: Any, *, required: bool = False) -> forms.TypedChoiceField:
    """One person or thing, by its id."""
    return forms.TypedChoiceField(label=label, required=required, coerce=UUID, empty_value=None)


def some_of(label: Any, *, help_text: Any = "") -> forms.TypedMultipleChoiceField:
    """Some persons or things, by their ids."""
    return forms.TypedMultipleChoiceField(
        label=label,
        required=False,
        coerce=UUID,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
    )


OVER_WIE = _("Niets aangevinkt betekent: over alle kinderen in dit plan.")


class OnderdeelFormulier(Formulier):
    """What all forms of things share. `versie` is empty for a new thing."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data=None,
        *,
        keuzes: Plankeuzes,
        plan: PlanInhoud,
        deel: Deel,
        nu: Inhoud | None = None,
        **kwargs,
    ) -> None:
        self.keuzes, self.plan, self.deel = keuzes, plan, deel
        super().__init__(data, initial=self.initial_of(nu) if nu else {}, **kwargs)
        self.choose()
        if "jeugdigen" in self.fields:
            self.fields["jeugdigen"].choices = keuzes.jeugdigen
            if len(keuzes.jeugdigen) < 2:
                del self.fields["jeugdigen"]

    def initial_of(self, nu: Inhoud) -> dict[str, Any]:
        """The fields of what stands there now."""
        names = self.base_fields.keys()
        return {naam: getattr(nu, naam) for naam in names if hasattr(nu, naam)}

    def choose(self) -> None:
        """Fills in the choices."""

    def inhoud(self) -> Inhoud:
        """The thing as filled in."""
        raise NotImplementedError

    def kinderen(self) -> tuple[UUID, ...]:
        """Whom it is about; in a plan of one child always that child."""
        if "jeugdigen" not in self.fields:
            return tuple(een for een, _naam in self.keuzes.jeugdigen)
        return tuple(self.cleaned_data["jeugdigen"])

    def things(self, kind: type) -> list[tuple[UUID, str]]:
        """Things of the plan to point to."""
        return [(een.id, headline(een.inhoud)) for een in self.plan.all(kind)]

    def optional(self, veld: str, paren: Iterable[tuple[UUID, str]], leeg: Any) -> None:
        self.fields[veld].choices = [("", leeg), *paren]


class WoordenFormulier(OnderdeelFormulier):
    tekst = long_text(
        _("De woorden, zoals ze gezegd zijn"),
        rows=8,
        help_text=_("Schrijf op wat er gezegd is. Koers kort niets in."),
    )
    wie = one_of(_("Wie zei dit?"), required=True)

    def choose(self) -> None:
        if self.deel.soort is DeelSoort.SAMEN:
            del self.fields["wie"]
            return
        self.fields["wie"].choices = self.keuzes.gezinsleden
        if self.deel.soort is DeelSoort.JEUGDIGE:
            self.fields["wie"].choices = [p for p in self.keuzes.gezinsleden if p[0] == self.deel.jeugdige]

    def inhoud(self) -> Woorden:
        return Woorden(self.cleaned_data["tekst"], self.cleaned_data.get("wie"))


class GehoordFormulier(OnderdeelFormulier):
    gehoord = forms.ChoiceField(
        label=_("Is er met het kind gepraat?"),
        choices=[("ja", _("ja")), ("nee", _("nee, nog niet"))],
        widget=forms.RadioSelect,
    )
    datum = date_field(_("Wanneer?"), required=False)
    door = short_text(_("Door wie?"))
    hoe = short_text(_("Hoe?"), help_text=_("Bijvoorbeeld: alleen, op school, met tekenen."))
    waarom_niet = long_text(_("Zo niet, waarom niet?"), required=False, rows=3)

    def initial_of(self, nu: Inhoud) -> dict[str, Any]:
        found = super().initial_of(nu)
        return found | {"gehoord": "ja" if found["gehoord"] else "nee"}

    def inhoud(self) -> Gehoord:
        data = self.cleaned_data
        yes = data["gehoord"] == "ja"
        return Gehoord(
            self.deel.jeugdige or UUID(int=0),
            yes,
            data["datum"] if yes else None,
            data["door"] if yes else "",
            data["hoe"] if yes else "",
            "" if yes else data["waarom_niet"],
        )


class KrachtFormulier(OnderdeelFormulier):
    tekst = long_text(_("Wat gaat goed?"), rows=3)
    jeugdigen = some_of(_("Over wie gaat dit?"), help_text=OVER_WIE)

    def inhoud(self) -> Kracht:
        return Kracht(self.cleaned_data["tekst"], self.kinderen())


class ZorgFormulier(OnderdeelFormulier):
    tekst = long_text(_("Wat is de zorg?"), rows=3)
    jeugdigen = some_of(_("Over wie gaat dit?"), help_text=OVER_WIE)
    uitkomst = forms.ChoiceField(
        label=_("Wat doen we ermee?"), choices=UITKOMSTEN.items(), required=False, widget=forms.RadioSelect
    )
    waarom = long_text(_("Waarom mag het zo blijven, of waar wordt eraan gewerkt?"), required=False, rows=3)

    def inhoud(self) -> Zorg:
        data = self.cleaned_data
        return Zorg(data["tekst"], data["uitkomst"], data["waarom"], self.kinderen())


class FactorFormulier(OnderdeelFormulier):
    factor = forms.ChoiceField(label=_("Waar kijken we naar?"))
    tekst = long_text(_("Wat zien we?"), rows=3)
    jeugdigen = some_of(_("Over wie gaat dit?"), help_text=OVER_WIE)

    def choose(self) -> None:
        self.fields["factor"].choices = [
            (punt.id, f"{punt.naam.in_taal(get_language())}: {punt.vraag.in_taal(get_language())}")
            for punt in kader(FACTOREN).punten
        ]

    def inhoud(self) -> Factor:
        return Factor(self.cleaned_data["factor"], self.cleaned_data["tekst"], self.kinderen())


class DoelFormulier(OnderdeelFormulier):
    wat = long_text(_("Wat willen jullie? In de woorden van het gezin."), rows=3)
    wie_helpt = short_text(_("Wie helpt?"), help_text=_("Denk ook aan familie, vrienden, school en buurt."))
    wanneer = date_field(_("Wanneer kijken we?"), required=False)
    zorgen = some_of(_("Bij welke zorg hoort dit?"))
    jeugdigen = some_of(_("Over wie gaat dit?"), help_text=OVER_WIE)

    def choose(self) -> None:
        self.fields["zorgen"].choices = self.things(Zorg)
        if not self.fields["zorgen"].choices:
            del self.fields["zorgen"]

    def inhoud(self) -> Doel:
        data = self.cleaned_data
        return Doel(
            data["wat"], data["wie_helpt"], data["wanneer"], tuple(data.get("zorgen", ())), self.kinderen()
        )


class ActieFormulier(OnderdeelFormulier):
    wat = long_text(_("Wat gaat er gebeuren?"), rows=3)
    medewerker = one_of(_("Wie doet het? Een medewerker"))
    gezinslid = one_of(_("of iemand uit het gezin"))
    netwerk = short_text(_("of iemand uit het netwerk"), help_text=_("Een naam, bijvoorbeeld oma Wil."))
    datum = date_field(_("Voor welke dag is het klaar?"), required=False)
    doel = one_of(_("Voor welk doel?"))
    jeugdigen = some_of(_("Over wie gaat dit?"), help_text=OVER_WIE)

    def choose(self) -> None:
        nobody = _("kies iemand")
        self.optional("medewerker", self.keuzes.medewerkers, nobody)
        self.optional("gezinslid", self.keuzes.gezinsleden, nobody)
        self.optional("doel", self.things(Doel), _("geen doel"))

    def inhoud(self) -> Actie:
        data = self.cleaned_data
        return Actie(
            wat=data["wat"],
            datum=data["datum"],
            medewerker=data["medewerker"],
            gezinslid=data["gezinslid"],
            netwerk=data["netwerk"],
            doel=data["doel"],
            jeugdigen=self.kinderen(),
        )


class HulpFormulier(OnderdeelFormulier):
    jeugdige = one_of(_("Voor welk kind?"), required=True)
    voorziening = short_text(_("Welke hulp?"), required=True)
    vanaf = date_field(_("Vanaf wanneer?"), required=False)
    voorliggend = short_text(
        _("Wat komt er in de buurt naast?"),
        help_text=_("Bijvoorbeeld een sportclub, de jongerenwerker of een maatje."),
    )
    waarom_niet = short_text(_("Niets ernaast? Schrijf op waarom."))
    afschalen_op = date_field(_("Wanneer wordt de hulp lichter of is zij klaar?"), required=False)
    afschalen_hoe = short_text(_("Hoe wordt de hulp lichter?"))

    def choose(self) -> None:
        self.fields["jeugdige"].choices = self.keuzes.jeugdigen

    def inhoud(self) -> Hulp:
        data = self.cleaned_data
        return Hulp(**{naam: data[naam] for naam in Hulp.__dataclass_fields__})


class VertrouwenspersoonFormulier(OnderdeelFormulier):
    waar = short_text(
        _("Waar vindt het gezin een vertrouwenspersoon?"),
        required=True,
        help_text=_("Een naam met telefoonnummer of website. Het gezin kan zelf contact zoeken."),
    )
    verteld_op = date_field(_("Wanneer is dit verteld?"), required=False)

    def inhoud(self) -> Vertrouwenspersoon:
        return Vertrouwenspersoon(self.cleaned_data["waar"], self.cleaned_data["verteld_op"])


class MetingFormulier(OnderdeelFormulier):
    wie = one_of(_("Wie geeft de cijfers?"), required=True)
    datum = date_field(_("Wanneer?"))
    tekst = long_text(_("In eigen woorden"), required=False, rows=4)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["formulier_id", "versie", "wie", "datum", *self.marks(), "tekst"])

    @staticmethod
    def marks() -> dict[str, str]:
        """Field -> spoke of the wheel."""
        return {f"score_{punt.id}": punt.id for punt in kader(WIEL).punten}

    def choose(self) -> None:
        people = self.keuzes.gezinsleden
        if self.deel.soort is DeelSoort.JEUGDIGE:
            people = tuple(p for p in people if p[0] == self.deel.jeugdige)
        self.fields["wie"].choices = people
        for punt in kader(WIEL).punten:
            naam, vraag = punt.naam.in_taal(get_language()), punt.vraag.in_taal(get_language())
            self.fields[f"score_{punt.id}"] = forms.IntegerField(
                label=naam, help_text=vraag, required=False, min_value=0, max_value=10
            )

    def initial_of(self, nu: Inhoud) -> dict[str, Any]:
        scores = {f"score_{punt}": score for punt, score in getattr(nu, "scores", ())}
        return super().initial_of(nu) | scores

    def inhoud(self) -> Meting:
        data = self.cleaned_data
        scores = [(punt, data[veld]) for veld, punt in self.marks().items() if data.get(veld) is not None]
        return Meting(data["wie"], data["datum"], tuple(scores), data["tekst"])


class BijdrageFormulier(OnderdeelFormulier):
    tekst = long_text(_("Wat doet uw organisatie in dit gezin?"), rows=6)
    jeugdigen = some_of(_("Over wie gaat dit?"), help_text=OVER_WIE)

    def inhoud(self) -> Bijdrage:
        return Bijdrage(self.cleaned_data["tekst"], self.kinderen())


FORMULIEREN: dict[str, type[OnderdeelFormulier]] = {
    "woorden": WoordenFormulier,
    "gehoord": GehoordFormulier,
    "kracht": KrachtFormulier,
    "zorg": ZorgFormulier,
    "factor": FactorFormulier,
    "doel": DoelFormulier,
    "actie": ActieFormulier,
    "hulp": HulpFormulier,
    "vertrouwenspersoon": VertrouwenspersoonFormulier,
    "meting": MetingFormulier,
    "bijdrage": BijdrageFormulier,
}
