"""`{% load gebied %}`: words of the gebiedsagenda."""

from django import template

from koers.actions.sturing.gebiedsagenda_lezen import AfspraakBeeld, BijdrageBeeld
from koers.actions.sturing.gebiedsbronnen import BronBeeld
from koers.presentation.sturing import gebiedsagenda as woorden

register = template.Library()


@register.filter
def gebiednaam(gebied: str) -> str:
    """The name of an area."""
    return woorden.area_name(gebied)


@register.filter
def kwartaalnaam(kwartaal: str) -> str:
    """A quarter as people say it."""
    return woorden.quarter_words(kwartaal)


@register.filter
def groepnaam(bron: BronBeeld) -> str:
    """A group that Koers knew already."""
    return woorden.group_words(bron)


@register.filter
def gemeten(bijdrage: BijdrageBeeld) -> str:
    """What was measured, with its numbers."""
    return woorden.measured(bijdrage)


@register.filter
def afspraakdagen(afspraak: AfspraakBeeld) -> str:
    """The day that counts, with the ones before."""
    return woorden.days_of(afspraak)
