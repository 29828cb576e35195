"""`{% load toewijzing %}`: what a toewijzing gives, in words."""

from django import template

from koers.actions.toegang.lezen import ToewijzingBeeld
from koers.exchange.ijw.omgeving import municipality_names
from koers.presentation.woorden_toewijzing import GEGEVEN, GRONDEN_WOONPLAATS, WAARUIT, amount_in_words

register = template.Library()


@register.filter
def variantwoord(variant: str) -> str:
    """The kind of a toewijzing."""
    return str(GEGEVEN.get(variant, ""))


@register.filter
def omvangwoord(een: ToewijzingBeeld) -> str:
    """How much it gives."""
    return amount_in_words(een.volume, een.eenheid, een.frequentie, een.budget_cent)


@register.filter
def gemeentenaam(code: str) -> str:
    """The name of a gemeente anywhere in the country; of one that CBS does not name, its code."""
    return municipality_names().get(code, code)


@register.filter
def grondwoord(grond: str) -> str:
    """Which rule of the woonplaatsbeginsel."""
    return str(GRONDEN_WOONPLAATS.get(grond, ""))


@register.filter
def waaruitwoord(waaruit: str) -> str:
    """By what the amount to come is known."""
    return str(WAARUIT.get(waaruit, ""))
