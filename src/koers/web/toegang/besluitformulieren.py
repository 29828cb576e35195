"""Forms of aanvraag, besluit and bezwaar."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from koers.actions.toegang.aanvragen import NieuweStap
from koers.actions.toegang.besluiten import rules_on
from koers.actions.toegang.lezen import Keuze
from koers.domain.besluiten import NieuwBesluit, Toetsing
from koers.policy import beleid
from koers.policy.kinds.besluiten import Verordeningsregel
from koers.presentation.woorden import AANVRAGERS, BEZWAARMAKERS, BEZWAARUITKOMSTEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, day_after


def _text(label: Any, **more: Any) -> forms.CharField:
    rows = more.pop("rows", 4)
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=10_000, **more
    )


class AanvraagFormulier(Formulier):
    """When and by whom the college was asked to decide."""

    datum = date_field(_("Wanneer kwam de aanvraag binnen?"))
    wie = forms.ChoiceField(label=_("Wie vroeg het aan?"), choices=AANVRAGERS.items())
    gevraagd = _text(
        _("Wat vraagt het gezin, in eigen woorden?"), help_text=_("Dit staat in de brief."), required=False
    )


class StapFormulier(Formulier):
    """A step of an aanvraag: which fields it has depends on the step."""

    datum = date_field(_("Op welke dag?"))
    termijn_datum = date_field(_("Tot en met welke dag?"))
    toelichting = _text(_("Waarom? Of: wat ontbreekt er?"), required=False)

    def __init__(self, data=None, *, met_termijn: bool, reden_nodig: bool, **kwargs) -> None:
        super().__init__(data, **kwargs)
        if not met_termijn:
            del self.fields["termijn_datum"]
        self.fields["toelichting"].required = reden_nodig

    def stap(self) -> NieuweStap:
        """What was told."""
        data = self.cleaned_data
        return NieuweStap(data["datum"], data.get("termijn_datum"), data["toelichting"])


class IntrekkingFormulier(Formulier):
    """The college takes a besluit back."""

    datum = date_field(_("Op welke dag besluit u dit?"))
    per_datum = date_field(
        _("Vanaf welke dag geldt het besluit niet meer?"),
        help_text=_("De dag ervoor is de laatste dag van de hulp."),
    )
    reden = _text(_("Waarom? Het gezin leest dit in de brief."))


class TeruggaveFormulier(Formulier):
    """A besluit that was laid before somebody goes back."""

    toelichting = _text(_("Wat moet er anders?"))


class BezwaarFormulier(Formulier):
    """Somebody objects."""

    datum = date_field(_("Wanneer kwam het bezwaar binnen?"))
    wie = forms.ChoiceField(label=_("Wie maakt bezwaar?"), choices=BEZWAARMAKERS.items())
    gronden = _text(_("Waarom, in eigen woorden?"), required=False)


class UitkomstFormulier(Formulier):
    """What became of a bezwaar."""

    datum = date_field(_("Op welke dag?"))
    uitkomst = forms.ChoiceField(label=_("Wat is de uitkomst?"), choices=BEZWAARUITKOMSTEN.items())
    toelichting = _text(_("Waarom?"), required=False)


class BesluitFormulier(Formulier):
    """The college decides: what, why, and by which rules."""

    SOORTEN = [("ja", _("de hulp wordt toegekend")), ("nee", _("de hulp wordt niet toegekend"))]

    datum = date_field(_("Datum van het besluit"))
    toegekend = forms.ChoiceField(label=_("Wat is besloten?"), choices=SOORTEN, widget=forms.RadioSelect)
    product = forms.ChoiceField(label=_("Welke hulp?"), required=False)
    ingangsdatum = date_field(_("Eerste dag"), required=False)
    einddatum = date_field(_("Laatste dag"), required=False)
    bedrag = forms.DecimalField(
        label=_("Verwachte kosten per jaar, in euro"),
        required=False,
        min_value=0,
        max_value=10_000_000,
        decimal_places=2,
        help_text=_("Dit bepaalt wie mag beslissen. Het staat niet in de brief."),
    )
    reden = _text(_("Waarom? Het gezin leest dit in de brief."), required=False)
    combinatie = _text(_("Wat in de buurt of voor iedereen helpt daarnaast?"), required=False, rows=3)
    principe = forms.ChoiceField(label=_("Op welk leidend principe leunt dit?"), required=False)
    principe_afwijking = _text(_("Of waarom wijkt u daarvan af?"), required=False, rows=3)
    adviseur = forms.ChoiceField(label=_("Welke collega gaf advies?"), required=False)
    telefoon = forms.CharField(
        label=_("Telefoonnummer voor vragen van het gezin"), required=False, max_length=20
    )

    def __init__(
        self, data=None, *, keuzes: tuple[Keuze, ...], collegas: tuple[tuple[UUID, str], ...], **kwargs
    ) -> None:
        super().__init__(data, **kwargs)
        products = sorted({(k.niveau, k.naam, k.code) for k in keuzes})
        self.fields["product"].choices = [
            ("", _("Kies hulp")),
            *((code, f"{naam} ({code})") for _niveau, naam, code in products),
        ]
        taal = get_language()
        principes = [(p.id, p.naam.in_taal(taal)) for p in beleid().principes.values()]
        self.fields["principe"].choices = [("", _("Kies een principe")), *principes]
        mensen = [(str(pk), naam) for pk, naam in collegas]
        self.fields["adviseur"].choices = [("", _("Geen advies gevraagd")), *mensen]
        # The rules of the day that was filled in, else of today.
        self.regels = rules_on(self._day())
        for regel in self.regels:
            self._add_rule(regel, taal)

    def _day(self):
        field = self.fields["datum"]
        try:
            return field.clean(self.data.get("datum")) if self.is_bound else vandaag()
        except forms.ValidationError:
            return vandaag()

    def _add_rule(self, regel: Verordeningsregel, taal: str | None) -> None:
        answers = [(a.id, a.naam.in_taal(taal)) for a in regel.antwoorden]
        self.fields[f"regel-{regel.regel}"] = forms.ChoiceField(
            label=regel.vraag.in_taal(taal),
            choices=[("", _("Nog niet beantwoord")), *answers],
            required=regel.verplicht,
        )
        self.fields[f"uitleg-{regel.regel}"] = forms.CharField(
            label=_("Uitleg bij dit antwoord"),
            widget=forms.Textarea(attrs={"rows": 2}),
            required=False,
            max_length=2_000,
        )

    def gewone_velden(self) -> list[forms.BoundField]:
        """The fields that stand before the rules."""
        return [veld for veld in self.visible_fields() if "-" not in veld.name]

    def regelvelden(self) -> list[tuple[Verordeningsregel, forms.BoundField, forms.BoundField]]:
        """Each rule with its question and the room to explain."""
        return [(r, self[f"regel-{r.regel}"], self[f"uitleg-{r.regel}"]) for r in self.regels]

    def besluit(self) -> NieuwBesluit:
        """What was decided; the last day becomes the day after, on which it no longer holds.

        Before the form is right it is what can be read of it, for the letter as it will be.
        """
        data = self.cleaned_data
        bedrag = data.get("bedrag")
        answers = [
            (r.regel, data.get(f"regel-{r.regel}"), data.get(f"uitleg-{r.regel}")) for r in self.regels
        ]
        return NieuwBesluit(
            datum=data.get("datum") or vandaag(),
            toegekend=data.get("toegekend", "ja") == "ja",
            product=data.get("product", ""),
            ingangsdatum=data.get("ingangsdatum"),
            tot_datum=day_after(data.get("einddatum")),
            reden=data.get("reden", ""),
            bedrag_cent=None if bedrag is None else int(bedrag * 100),
            toetsing=tuple(Toetsing(regel, said, why or "") for regel, said, why in answers if said),
            principe=data.get("principe", ""),
            principe_afwijking=data.get("principe_afwijking", ""),
            combinatie=data.get("combinatie", ""),
            adviseur=data.get("adviseur", ""),
            telefoon=data.get("telefoon", ""),
        )


class VoorleggenFormulier(BesluitFormulier):
    """A besluit that somebody may take alone, or lay before a colleague."""

    def __init__(self, data=None, *, collegas: tuple[tuple[UUID, str], ...], **kwargs) -> None:
        super().__init__(data, collegas=collegas, **kwargs)
        add_colleagues(self, collegas)


class CorrectieFormulier(BesluitFormulier):
    """A besluit in the place of a wrong one."""

    reden_correctie = forms.CharField(
        label=_("Wat was er niet goed? Het gezin leest dit in de brief."), max_length=200
    )


def add_colleagues(formulier: Formulier, collegas: tuple[tuple[UUID, str], ...]) -> None:
    """Adds the choice to lay the besluit before a colleague."""
    mensen = [(str(pk), naam) for pk, naam in collegas]
    formulier.fields["aan"] = forms.ChoiceField(
        label=_("Voorleggen aan een collega"),
        required=False,
        help_text=_("Nodig boven uw mandaat. De collega ziet dit gezin daarna ook."),
        choices=[("", _("Niet nodig: ik beslis zelf")), *mensen],
    )


def add_weighing(formulier: Formulier) -> None:
    """Adds to another form what a besluit weighs: costs, principle, rules that must be answered."""
    taal = get_language()
    formulier.fields["bedrag"] = forms.DecimalField(
        label=_("Verwachte kosten per jaar, in euro"), min_value=0, max_value=10_000_000, decimal_places=2
    )
    principes = [(p.id, p.naam.in_taal(taal)) for p in beleid().principes.values()]
    formulier.fields["principe"] = forms.ChoiceField(
        label=_("Op welk leidend principe leunt dit?"), choices=[("", _("Kies een principe")), *principes]
    )
    for regel in rules_on(vandaag()):
        if regel.verplicht:
            answers = [(a.id, a.naam.in_taal(taal)) for a in regel.antwoorden]
            formulier.fields[f"regel-{regel.regel}"] = forms.ChoiceField(
                label=regel.vraag.in_taal(taal), choices=[("", _("Nog niet beantwoord")), *answers]
            )


def weighing_of(formulier: Formulier) -> dict[str, Any]:
    """What was filled in there, as a besluit wants it; the reason of the besluit explains the answers."""
    data = formulier.cleaned_data
    answers = {naam.removeprefix("regel-"): said for naam, said in data.items() if naam.startswith("regel-")}
    return {
        "bedrag_cent": int(data["bedrag"] * 100),
        "principe": data["principe"],
        "toetsing": tuple(Toetsing(regel, said, data["reden"]) for regel, said in answers.items()),
    }
