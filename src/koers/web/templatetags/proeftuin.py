"""`{% load proeftuin %}`: words of proeftuinen."""

from collections.abc import Sequence
from decimal import Decimal

from django import template

from koers.presentation import woorden_proeftuin as woorden
from koers.presentation.sturing import proeftuin

register = template.Library()


@register.filter
def proeftuinsoort(stand: str) -> str:
    """The colour and sign of a state."""
    return woorden.SOORT_VAN_PROEFTUINSTAND[stand]


@register.filter
def oordeelsoort(oordeel: str) -> str:
    """The colour and sign of a verdict."""
    return woorden.SOORT_VAN_OORDEEL[oordeel]


@register.filter
def oordeelnaam(oordeel: str) -> str:
    """A verdict in a few words."""
    return str(woorden.OORDELEN[oordeel])


@register.filter
def keuzenaam(keuze: str) -> str:
    """What was decided."""
    return str(woorden.KEUZES[keuze])


@register.filter
def plekken(eenheden: Sequence[str]) -> str:
    """Municipalities by name, other units as they were typed."""
    return proeftuin.unit_names(eenheden)


@register.filter
def periodenaam(periode: str) -> str:
    """A year, or days."""
    return proeftuin.period_name(periode)


@register.filter
def punten(waarde: float | Decimal) -> str:
    """Percentage points."""
    return proeftuin.points(waarde)
