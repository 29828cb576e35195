"""`{% load toewijzing %}`: what a toewijzing gives, in words."""

from django import template

from koers.actions.toegang.lezen import ToewijzingBeeld
from koers.presentation.woorden_toewijzing import GEGEVEN, amount_in_words

register = template.Library()


@register.filter
def variantwoord(variant: str) -> str:
    """The kind of a toewijzing."""
    return str(GEGEVEN.get(variant, ""))


@register.filter
def omvangwoord(een: ToewijzingBeeld) -> str:
    """How much it gives."""
    return amount_in_words(een.volume, een.eenheid, een.frequentie, een.budget_cent)
