"""`{% load opmaak %}`: the formats of `koers.presentation.opmaak` as filters, icons, kinds of messages."""

from collections.abc import Callable

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BoundField, CheckboxInput

from koers.presentation import opmaak
from koers.presentation.iconen import icoon

register = template.Library()

SOORT_BERICHT = {"success": "goed", "warning": "let-op", "error": "fout"}


def _or_nothing(functie: Callable[..., str]) -> Callable[..., str]:
    """Filters are also asked about what is not there; then they answer with nothing."""

    def filter_(waarde: object, *rest: object) -> str:
        return "" if waarde is None or waarde == "" else functie(waarde, *rest)

    return filter_


for naam in ("getal", "euro", "procent", "aandeel", "datum", "tijdstip"):
    register.filter(naam, _or_nothing(getattr(opmaak, naam)))


@register.filter
def bericht_soort(bericht: Message) -> str:
    """The class of a message on the page: goed, let-op, fout or uitleg."""
    return SOORT_BERICHT.get(bericht.level_tag, "uitleg")


@register.filter
def veld_anker(veld: BoundField) -> str:
    """Where a link in the list of faults leads: the field, or the group of choices around it."""
    return veld.auto_id if veld.use_fieldset else veld.id_for_label


@register.filter
def is_vinkje(veld: BoundField) -> bool:
    """Whether the field is one box to tick, which stands before its words."""
    return isinstance(veld.field.widget, CheckboxInput)


register.simple_tag(icoon)
