"""`{% load beleid %}`: what tables of policy need."""

from collections.abc import Iterable, Iterator

from django import template

from koers.presentation.beleid.delen import Woord

register = template.Library()


@register.filter
def samen(koppen: Iterable[str], cellen: Iterable[Woord]) -> Iterator[tuple[str, Woord]]:
    """Each cell with the name of its column, which a phone shows before it."""
    return zip(koppen, cellen, strict=True)
