"""Forms of reports."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from koers.actions.sturing.scenariodeel import Keuze
from koers.domain.rapportages import (
    LANGSTE_REDEN,
    LANGSTE_TEKST,
    LANGSTE_TITEL,
    MEESTE_HOOFDSTUKKEN,
    SCHRIJVERS,
    TONEN,
    Hoofdstuk,
    new_id,
    recent_perioden,
)
from koers.domain.rollen import Rol
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.opmaak import datum
from koers.presentation.woorden import ROLLEN
from koers.presentation.woorden_rapportage import period_words
from koers.presentation.zinnen import ZINNEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier

AANTAL_PERIODEN = {"kwartaal": 6, "halfjaar": 4, "jaar": 3}
TOONWOORDEN = {
    "verloop": _("het verloop over de jaren"),
    "vergelijking": _("de gemeente tussen de andere gemeenten"),
}


class NieuwFormulier(Formulier):
    """Which report, over which period, of which municipality."""

    gemeente = forms.ChoiceField(label=_("Voor welke gemeente?"))
    wat = forms.ChoiceField(label=_("Welke rapportage, over welke periode?"))

    def __init__(self, data=None, *, gemeenten: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["gemeente"].choices = sorted(gemeenten.items(), key=lambda een: een[1])
        self.fields["wat"].choices = [
            (
                taal(een.naam),
                [
                    (f"{een.id}/{periode.naam}", period_words(een.per, periode.naam))
                    for periode in recent_perioden(een.per, vandaag(), AANTAL_PERIODEN[een.per])
                ],
            )
            for een in beleid().rapportages.values()
        ]

    def gekozen(self) -> dict[str, str]:
        """What the act needs."""
        soort, periode = self.cleaned_data["wat"].split("/")
        return {"gemeente": self.cleaned_data["gemeente"], "soort": soort, "periode": periode}


class HoofdstukFormulier(Formulier):
    """The text of a chapter; `op_versie`: the text that was looked at."""

    op_versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    tekst = forms.CharField(
        label=_("Uw tekst"),
        help_text=_(
            "Een lege regel begint een nieuwe alinea. Een regel die met een streepje begint, wordt een"
            " punt in een lijst. Schrijf niets waaraan iemand te herkennen is: dit stuk wordt openbaar."
        ),
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": ZINNEN["hoofdstuk_leeg"]},
    )
    scenarios = forms.TypedMultipleChoiceField(
        label=_("Bewaarde scenario’s erbij"),
        help_text=_(
            "Naam, maatregelen, wie het bewaarde en (afgerond) wat het oplevert komen in dit openbare stuk."
            " De reden die erbij staat niet."
        ),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data=None, *, te_kiezen: Sequence[Keuze], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not te_kiezen:
            del self.fields["scenarios"]
            return
        self.fields["scenarios"].choices = [
            (een.id, f"{een.naam} ({een.door}, {datum(een.datum)})") for een in te_kiezen
        ]


class RedenFormulier(Formulier):
    """Why it goes back, or why there is a new edition."""

    reden = forms.CharField(max_length=LANGSTE_REDEN, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, data=None, *, label: Any, leeg: str) -> None:
        super().__init__(data)
        self.fields["reden"].label = label
        self.fields["reden"].error_messages["required"] = ZINNEN[leeg]


class SjabloonFormulier(Formulier):
    """The chapters of a template, in the order of their numbers, with room for one more.

    A chapter without title, question and figures was not filled in; one with `weg` goes out.
    """

    op_versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reden = forms.CharField(
        label=_("Waarom verandert het sjabloon?"),
        max_length=LANGSTE_REDEN,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": ZINNEN["sjabloon_zonder_reden"]},
    )

    def __init__(self, data=None, *, hoofdstukken: Sequence[Hoofdstuk], versie: int) -> None:
        super().__init__(data, initial={"op_versie": versie})
        self._there = tuple(hoofdstukken)
        eigenaren = [(rol.value, ROLLEN[rol.value]) for rol in sorted(SCHRIJVERS)]
        indicatoren = [(een.id, taal(een.naam)) for een in beleid().indicatoren.values()]
        for nummer, een in enumerate([*self._there, None][:MEESTE_HOOFDSTUKKEN]):
            self._add(nummer, een, eigenaren, indicatoren)
        self.order_fields([*(naam for naam in self.fields if naam != "reden"), "reden"])

    def _add(self, nummer: int, een: Hoofdstuk | None, eigenaren: list, indicatoren: list) -> None:
        """The fields of a chapter; None: of the one that can be added."""
        mag = een is None
        lang = _language()
        more: dict[str, forms.Field] = {
            "plaats": forms.IntegerField(
                label=_("Plaats"), min_value=1, max_value=99, initial=nummer + 1, required=not mag
            ),
            "titel": forms.CharField(
                label=_("Titel"),
                max_length=LANGSTE_TITEL,
                initial=een.titel[lang] if een else "",
                required=not mag,
            ),
            "vraag": forms.CharField(
                label=_("Welke vraag beantwoordt het?"),
                max_length=2 * LANGSTE_TITEL,
                initial=een.vraag[lang] if een else "",
                required=not mag,
            ),
            "eigenaar": forms.ChoiceField(
                label=_("Wie schrijft?"), choices=eigenaren, initial=een.eigenaar.value if een else None
            ),
            "indicatoren": forms.MultipleChoiceField(
                label=_("Welke cijfers?"),
                choices=indicatoren,
                widget=forms.CheckboxSelectMultiple,
                initial=list(een.indicatoren) if een else [],
                required=False,
            ),
            "tonen": forms.MultipleChoiceField(
                label=_("Wat staat erbij?"),
                choices=[(naam, TOONWOORDEN[naam]) for naam in TONEN],
                widget=forms.CheckboxSelectMultiple,
                initial=list(een.tonen) if een else ["verloop"],
                required=False,
            ),
        }
        if not mag:
            more["weg"] = forms.BooleanField(label=_("Dit hoofdstuk vervalt"), required=False)
        self.fields.update({f"h{nummer}-{naam}": veld for naam, veld in more.items()})

    def groepen(self) -> Iterable[tuple[str, list[forms.BoundField]]]:
        """Per chapter its heading and fields, for the page."""
        lang = _language()
        for nummer, een in enumerate([*self._there, None][:MEESTE_HOOFDSTUKKEN]):
            kop = een.titel[lang] if een else _("Nieuw hoofdstuk (hoeft niet)")
            yield str(kop), [self[naam] for naam in self.fields if naam.startswith(f"h{nummer}-")]

    def hoofdstukken(self) -> tuple[Hoofdstuk, ...]:
        """The chapters as they were filled in, in their order."""
        taken = {een.id for een in self._there}
        found = []
        for nummer, was in enumerate([*self._there, None][:MEESTE_HOOFDSTUKKEN]):
            data = {
                naam.partition("-")[2]: waarde
                for naam, waarde in self.cleaned_data.items()
                if naam.startswith(f"h{nummer}-")
            }
            if data.get("weg") or (was is None and not (data["titel"] or data["vraag"])):
                continue
            plaats = data["plaats"] or len(self._there) + 1
            found.append((plaats, nummer, _filled_in(data, was, taken)))
        return tuple(een for _plaats, _nummer, een in sorted(found, key=lambda rij: rij[:2]))


def _filled_in(data: Mapping[str, Any], was: Hoofdstuk | None, taken: Iterable[str]) -> Hoofdstuk:
    """A chapter as typed. Words that changed are the same in both languages until somebody translates."""
    return Hoofdstuk(
        was.id if was else new_id(data["titel"], set(taken)),
        _words(data["titel"], was.titel if was else {}),
        _words(data["vraag"], was.vraag if was else {}),
        Rol(data["eigenaar"]),
        tuple(data["indicatoren"]),
        tuple(data["tonen"]),
        was.gebied if was else "",
        was.principes if was else False,
    )


def _words(tekst: str, was: Mapping[str, str]) -> Mapping[str, str]:
    tekst = tekst.strip()
    return was if was.get(_language()) == tekst else {"nl": tekst, "en": tekst}


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "nl"
