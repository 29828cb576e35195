"""`{% load leren %}`: words of learning."""

from django import template

from koers.presentation.woorden_leren import SOORTEN_LEREN

register = template.Library()


@register.filter
def leersoort(soort: str) -> str:
    """What kind of sheet it is."""
    return str(SOORTEN_LEREN[soort])
