"""What every form shares: sent twice is done once, and a refusal stands above what was typed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence

T = TypeVar("T")
# What to do about a field that was left empty, by its kind; Django itself only says that it is required.
LEEG: tuple[tuple[type[forms.Field], Any], ...] = (
    (forms.DateField, _("Vul een dag in.")),
    (forms.FileField, _("Kies een bestand.")),
    (forms.BooleanField, _("Zet hier een vinkje.")),
    (forms.ChoiceField, _("Maak een keuze.")),
    (forms.Field, _("Vul dit in.")),
)


class Formulier(forms.Form):
    """A form with an id of its own, so that a double click makes one record."""

    formulier_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["formulier_id"].initial = uuid4()

    def full_clean(self) -> None:
        """A field that was left empty says what to do, unless it has a sentence of its own."""
        for veld in self.fields.values():
            if veld.error_messages["required"] == forms.Field.default_error_messages["required"]:
                veld.error_messages["required"] = next(zin for soort, zin in LEEG if isinstance(veld, soort))
        super().full_clean()

    @property
    def formulier(self) -> UUID:
        """The id that the act gets."""
        return self.cleaned_data["formulier_id"]

    def refused(self, refused: Refused) -> None:
        """Puts the rule's sentence above the form."""
        self.add_error(None, sentence(refused))

    def follow(self, **versies: int) -> None:
        """After a refusal the page shows what stands there now: sent again, that is what was looked at.

        For a page that shows both: what somebody typed stays in the fields.
        """
        again = self.data.copy()
        again.update({naam: str(versie) for naam, versie in versies.items()})
        self.data = again

    @property
    def status(self) -> int:
        """HTTP status of the page that shows this form."""
        return 422 if self.is_bound and self.errors else 200


def send(formulier: Formulier, do: Callable[[], T]) -> T | str | None:
    """Runs the act of a valid form; None when it was refused (the form then says why).

    What was already done counts as done: the id of its subject comes back. What is not there is 404.
    """
    try:
        return do()
    except Refused as refused:
        if refused.code == "al_verwerkt":
            return str(refused.params["sleutel"])
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        formulier.refused(refused)
        return None


# Who types a year wrongly hears it at the field; what counts with days never meets the end of the calendar.
_JAAR = _("Kijk of het jaar klopt. Koers kent dagen van 1900 tot en met 2199.")
_DAGEN = (MinValueValidator(date(1900, 1, 1), _JAAR), MaxValueValidator(date(2199, 12, 31), _JAAR))


def date_field(label: Any, **more: Any) -> forms.DateField:
    """A day in the years that Koers knows, with the calendar of the browser."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, validators=_DAGEN, **more)


def day_after(einddatum: date | None) -> date | None:
    """People name the last day; inside, a period ends just before the day after."""
    return None if einddatum is None else einddatum + timedelta(days=1)


def day_before(tot_datum: date | None) -> date | None:
    """The last day of a period, as people name it."""
    return None if tot_datum is None else tot_datum - timedelta(days=1)


def in_euros(cent: int | None) -> str:
    """An amount as people type it, "95,50"; nothing for None."""
    return "" if cent is None else f"{cent // 100},{cent % 100:02d}"
