"""`{% load licht %}`: words of light help, the future plan and help that goes on."""

from django import template

from koers.presentation import toekomst
from koers.presentation.woorden import TOESTANDEN

register = template.Library()


@register.filter
def onderwerpnaam(onderwerp: str) -> str:
    """What a check of the future plan is about."""
    return str(toekomst.ONDERWERPEN[onderwerp])


@register.filter
def onderwerpvraag(onderwerp: str) -> str:
    """What to ask the young person about it."""
    return str(toekomst.VRAGEN[onderwerp])


@register.filter
def uitkomstnaam(uitkomst: str) -> str:
    """How it stands."""
    return str(toekomst.UITKOMSTEN[uitkomst])


@register.filter
def toestandnaam(toestand: str) -> str:
    """A state of a machine."""
    return str(TOESTANDEN[toestand])


@register.filter
def toestandsoort(toestand: str) -> str:
    """Its colour and sign."""
    return toekomst.SOORT_STATUS[toestand]
