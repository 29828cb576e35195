"""`{% load aanleveringen %}`: the words of deliveries and of what was found in them."""

from django import template

from koers.actions.monitor.aanleveringen import AanleveringRegel, BevindingRegel
from koers.actions.monitor.mart import mart_origin
from koers.presentation.leveringen import finding, kind, origin

register = template.Library()


@register.filter
def soortnaam(soort: str) -> str:
    """What kind of table it is."""
    return kind(soort)


@register.filter
def zin(bevinding: BevindingRegel) -> str:
    """What was found about a row, and how to mend it."""
    return finding(bevinding.code, bevinding.params)


@register.filter
def reden(aanlevering: AanleveringRegel) -> str:
    """Why the whole file was refused."""
    return finding(aanlevering.reden, aanlevering.params)


@register.filter
def overgenomen(aanlevering: AanleveringRegel) -> int:
    """How many rows of the file Koers holds now."""
    return aanlevering.nieuw + aanlevering.gewijzigd + aanlevering.ongewijzigd


@register.simple_tag
def herkomst() -> str:
    """Where the figures come from that are counted now."""
    return origin(mart_origin())
