"""Forms of proeftuinen."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from koers.actions.sturing.proeftuinen_lezen import OntwerpBeeld
from koers.actions.sturing.proeftuinmeting import countable, told_municipalities
from koers.domain.proeftuinen import LANGSTE_NAAM, NieuwOntwerp
from koers.domain.uitvoeringsagenda import NieuweHouding
from koers.policy import beleid
from koers.presentation.sturing.agenda import indicator_name, opgave_name, principe_name
from koers.presentation.sturing.proeftuin import unit_names
from koers.presentation.woorden_proeftuin import EENHEIDSOORTEN, KEUZES, RICHTINGEN
from koers.web.formulier import Formulier, date_field
from koers.web.sturing.formulieren import words_field

HOOGSTE_TELLING = 10_000_000


class OntwerpFormulier(Formulier):
    """What is agreed before the start."""

    hypothese = words_field(
        _("Wat verwacht u, en waarom?"),
        help_text=_(
            "Bijvoorbeeld: met een POH Jeugd in de praktijk hebben minder kinderen een indicatie nodig."
        ),
    )
    indicator = forms.ChoiceField(
        label=_("Waaraan meet u het?"),
        required=False,
        help_text=_("Een indicator telt Koers zelf, per gemeente en per jaar. Anders telt u zelf."),
    )
    telt = words_field(
        _("Wat telt u zelf?"),
        rows=2,
        required=False,
        help_text=_(
            "Hoeveel van hoeveel. Bijvoorbeeld: verwijzingen naar niveau 4 en hoger, van alle vragen."
        ),
    )
    richting = forms.ChoiceField(
        label=_("Welke kant moet het getal op?"), choices=RICHTINGEN.items(), widget=forms.RadioSelect
    )
    verwacht = forms.DecimalField(
        label=_("Op hoeveel verschil hoopt u?"),
        help_text=_("In procentpunten. Van 12% naar 10% is 2."),
        max_digits=5,
        decimal_places=2,
        localize=True,
    )
    soort = forms.ChoiceField(
        label=_("Wat vergelijkt u?"), choices=EENHEIDSOORTEN.items(), widget=forms.RadioSelect
    )
    groep = words_field(_("Wie doet mee?"), help_text=_("Een plek per regel."))
    vergelijking = words_field(
        _("Met wie vergelijkt u?"),
        help_text=_("Plekken die niet meedoen, een per regel. Kies plekken die tot nu toe gelijk opliepen."),
    )
    begindatum = date_field(_("Wanneer begint het?"))
    evaluatie_op = date_field(
        _("Op welke dag kijkt u naar de cijfers?"),
        help_text=_("Dit spreekt u nu af. Eerder kijken kan niet."),
    )

    def __init__(self, data=None, *, was: OntwerpBeeld | None = None, gemeentenaam: str = "") -> None:
        super().__init__(data, initial=_initial(was) if was else {"groep": gemeentenaam, "soort": "gemeente"})
        choices = [(een, indicator_name(een)) for een in countable()]
        self.fields["indicator"].choices = [("", _("Wij tellen zelf")), *choices]

    def ontwerp(self) -> NieuwOntwerp:
        """What was told; municipalities are known by their codes."""
        data = self.cleaned_data
        return NieuwOntwerp(
            *(data["hypothese"], data["indicator"], data["telt"], data["richting"], data["verwacht"]),
            *(data["soort"], self._units("groep"), self._units("vergelijking")),
            *(data["begindatum"], data["evaluatie_op"]),
        )

    def _units(self, naam: str) -> tuple[str, ...]:
        lines = [line.strip() for line in self.cleaned_data[naam].splitlines()]
        codes = {}
        if self.cleaned_data["soort"] == "gemeente":
            codes = {name.casefold(): code for code, name in told_municipalities().items()}
        return tuple(codes.get(line.casefold(), line) for line in lines if line)


class ProeftuinFormulier(OntwerpFormulier):
    """A new one: the design, with its name and opgave."""

    opgave = forms.ChoiceField(label=_("Bij welke opgave hoort het?"))
    naam = forms.CharField(label=_("Wat probeert u uit?"), max_length=LANGSTE_NAAM)
    field_order = ("formulier_id", "naam", "opgave")

    def __init__(self, data=None, *, gemeentenaam: str) -> None:
        super().__init__(data, gemeentenaam=gemeentenaam)
        opgaven = sorted(beleid().opgaven.values(), key=lambda een: een.nr)
        choices = [(een.id, f"{een.nr}. {opgave_name(een.id)}") for een in opgaven]
        self.fields["opgave"].choices = [("", _("Kies een opgave")), *choices]


class TellingFormulier(Formulier):
    """Counts of one period: of every unit the part and the whole."""

    begindatum = date_field(_("Eerste dag van de telling"))
    einddatum = date_field(_("Laatste dag van de telling"))
    reden = words_field(
        _("Waarom verandert u een telling?"),
        rows=2,
        required=False,
        max_length=200,
        help_text=_("Alleen nodig als u deze dagen al eens telde."),
    )

    def __init__(self, data=None, *, ontwerp: OntwerpBeeld) -> None:
        super().__init__(data)
        self.eenheden = (*ontwerp.groep, *ontwerp.vergelijking)
        for nr, eenheid in enumerate(self.eenheden):
            plek = unit_names([eenheid])
            self.fields[f"teller_{nr}"] = _count(_("%(plek)s: het deel") % {"plek": plek})
            self.fields[f"noemer_{nr}"] = _count(_("%(plek)s: het geheel") % {"plek": plek})
        self.order_fields(["formulier_id", "begindatum", "einddatum", *self._counts(), "reden"])

    def _counts(self) -> Iterator[str]:
        for nr in range(len(self.eenheden)):
            yield from (f"teller_{nr}", f"noemer_{nr}")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for nr in range(len(self.eenheden)):
            both = [f"{deel}_{nr}" for deel in ("teller", "noemer")]
            empty = [naam for naam in both if data.get(naam) is None and naam not in self.errors]
            if len(empty) == 1:
                self.add_error(empty[0], _("Vul het deel en het geheel in, of laat beide leeg."))
        return data

    def counted(self) -> dict[str, tuple[int, int]]:
        """Per unit what was typed; a unit that was left empty is not there."""
        data = self.cleaned_data
        return {
            eenheid: (data[f"teller_{nr}"], data[f"noemer_{nr}"])
            for nr, eenheid in enumerate(self.eenheden)
            if data[f"teller_{nr}"] is not None
        }

    def period(self) -> dict[str, date]:
        """The days that were counted."""
        return {naam: self.cleaned_data[naam] for naam in ("begindatum", "einddatum")}


class EvaluatieFormulier(Formulier):
    """What people make of the figures."""

    woorden = words_field(
        _("Wat vindt u hiervan, en wat laten de cijfers niet zien?"),
        rows=5,
        help_text=_("De cijfers komen erbij zoals ze nu zijn, en veranderen daarna niet meer."),
    )


class ProeftuinbesluitFormulier(Formulier):
    """To scale, to go on or to stop, and why."""

    keuze = forms.ChoiceField(label=_("Wat is besloten?"), choices=KEUZES.items(), widget=forms.RadioSelect)
    reden = words_field(_("Waarom?"))
    evaluatie_op = date_field(
        _("Wanneer kijkt u opnieuw?"), required=False, help_text=_("Nodig als u doorgaat.")
    )
    leunt = forms.MultipleChoiceField(
        label=_("Op welke leidende principes leunt dit besluit?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wijkt = forms.ChoiceField(label=_("Van welk principe wijkt u af?"), required=False)
    waarom = words_field(_("Waarom wijkt u daarvan af?"), rows=2, required=False)

    def __init__(self, data=None) -> None:
        super().__init__(data)
        choices = [(een, principe_name(een)) for een in beleid().principes]
        self.fields["leunt"].choices = choices
        self.fields["wijkt"].choices = [("", _("Van geen enkel")), *choices]

    def houdingen(self) -> list[NieuweHouding]:
        """Per principle whether this leans on it or deviates."""
        data = self.cleaned_data
        found = [NieuweHouding(een, "leunt") for een in data["leunt"] if een != data["wijkt"]]
        if data["wijkt"]:
            found.append(NieuweHouding(data["wijkt"], "wijkt_af", data["waarom"]))
        return found


class AfbreekFormulier(Formulier):
    """Why it ends without an evaluation."""

    reden = words_field(_("Waarom stopt dit zonder evaluatie?"))


def _count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=HOOGSTE_TELLING)


def _initial(was: OntwerpBeeld) -> dict[str, Any]:
    names = told_municipalities() if was.soort == "gemeente" else {}
    both = {
        naam: "\n".join(names.get(een, een) for een in getattr(was, naam))
        for naam in ("groep", "vergelijking")
    }
    same = ("hypothese", "indicator", "telt", "richting", "soort", "begindatum", "evaluatie_op")
    return {naam: getattr(was, naam) for naam in same} | both | {"verwacht": Decimal(was.verwacht)}
