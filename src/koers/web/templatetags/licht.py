"""`{% load licht %}`: words of light help, the future plan and help that goes on."""

from django import template

from koers.domain.weigering import Refused
from koers.presentation import licht, toekomst
from koers.presentation.woorden import TOESTANDEN
from koers.presentation.zinnen import sentence

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


@register.filter
def akkoordnaam(akkoord: str) -> str:
    """Who agreed to share."""
    return str(licht.AKKOORD[akkoord])


@register.filter
def oordeelnaam(oordeel: str) -> str:
    """What becomes of a row of a list."""
    return str(licht.OORDELEN[oordeel])


@register.filter
def oordeelsoort(oordeel: str) -> str:
    """Its colour and sign."""
    return licht.SOORT_OORDEEL[oordeel]


@register.filter
def weigering(refused: Refused) -> str:
    """The sentence of a refusal."""
    return sentence(refused)


@register.filter
def metnaam(met: str) -> str:
    """Who was at the table."""
    return str(licht.MET[met])


@register.filter
def doelennaam(doelen: int) -> str:
    """How much of the goals was reached."""
    return str(licht.DOELEN[doelen])


@register.filter
def vervolgnaam(vervolg: str) -> str:
    """What comes next."""
    return str(licht.VERVOLG[vervolg])
