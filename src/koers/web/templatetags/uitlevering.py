"""`{% load uitlevering %}`: words of what is handed to others and of signals that come back."""

from django import template

from koers.presentation.woorden import TOESTANDEN
from koers.presentation.woorden_uitlevering import (
    SIGNAALERNST,
    SIGNAALSOORTEN,
    SIGNAALSTAPPEN,
    SOORT_VAN_SIGNAALSTAND,
)

register = template.Library()


@register.filter
def signaalstand(toestand: str) -> object:
    """A state of a signal, in words."""
    return TOESTANDEN[toestand]


@register.filter
def signaalteken(toestand: str) -> str:
    """The sign of that state."""
    return SOORT_VAN_SIGNAALSTAND[toestand]


@register.filter
def signaalernst(ernst: str) -> object:
    """How serious it is, in words."""
    return SIGNAALERNST[ernst]


@register.filter
def signaalsoort(soort: str) -> object:
    """Where it came from, in words."""
    return SIGNAALSOORTEN[soort]


@register.filter
def signaalstap(soort: str) -> object:
    """What was done, in words."""
    return SIGNAALSTAPPEN[soort]
