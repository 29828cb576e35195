"""`{% load rapportage %}`: words of reports."""

from django import template
from django.utils.translation import get_language

from koers.presentation.woorden import TOESTANDEN
from koers.presentation.woorden_rapportage import SOORT_VAN_STAND, whole_period

register = template.Library()


@register.filter
def rapportstand(stand: str) -> str:
    """A state in words."""
    return str(TOESTANDEN[stand])


@register.filter
def rapportstandsoort(stand: str) -> str:
    """Its colour and sign."""
    return SOORT_VAN_STAND[stand]


@register.filter
def in_taal(woorden: dict[str, str]) -> str:
    """A text that is kept in both languages."""
    return woorden["en" if (get_language() or "").startswith("en") else "nl"]


@register.filter
def periodewoorden(periode: str) -> str:
    """ "2025-K4" in words; the letter tells how long it is."""
    return whole_period(periode)
