"""`{% load agenda %}`: words of the uitvoeringsagenda."""

from django import template

from koers.actions.sturing.agenda_lezen import AgendaactieBeeld, EigenaarBeeld
from koers.presentation.sturing import agenda as woorden
from koers.presentation.woorden_sturing import HOUDINGEN, SOORT_VAN_AGENDASTAND, STAPPEN

register = template.Library()


@register.filter
def opgavenaam(opgave: str) -> str:
    """The name of an opgave."""
    return woorden.opgave_name(opgave)


@register.filter
def indicatornaam(indicator: str) -> str:
    """The name of an indicator."""
    return woorden.indicator_name(indicator)


@register.filter
def principenaam(principe: str) -> str:
    """The name of a leading principle."""
    return woorden.principe_name(principe)


@register.filter
def pijlernaam(pijler: int) -> str:
    """The name of a pillar."""
    return woorden.pijler_name(pijler)


@register.filter
def eigenaarnaam(eigenaar: EigenaarBeeld | None) -> str:
    """Who carries an opgave."""
    return woorden.owner_name(eigenaar)


@register.filter
def agendasoort(stand: str) -> str:
    """The colour and sign of a state."""
    return SOORT_VAN_AGENDASTAND[stand]


@register.filter
def houdingnaam(houding: str) -> str:
    """Whether something leans on a principle or deviates."""
    return str(HOUDINGEN[houding])


@register.filter
def stapnaam(soort: str) -> str:
    """What came of an action."""
    return str(STAPPEN[soort])


@register.filter
def dagen(actie: AgendaactieBeeld) -> str:
    """The day that counts, with the ones before."""
    return woorden.days_in_words(actie)
