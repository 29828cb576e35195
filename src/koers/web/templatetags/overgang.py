"""`{% load overgang %}`: words of the hand-over of the JeugdTeam and of the herinrichtingsplan."""

from decimal import Decimal

from django import template

from koers.actions.toegang.overgang_lezen import EigenaarRegel
from koers.presentation.sturing import overgang as woorden
from koers.presentation.woorden_overgang import (
    GROEPEN,
    MIST,
    REGELS,
    SOORT_VAN_GROEP,
    VOORWAARDESTANDEN,
    VOORWAARDESTAPPEN,
)

register = template.Library()


@register.filter
def overnemer(eigenaar: EigenaarRegel | None) -> str:
    """Who takes a casus over."""
    return woorden.owner_words(eigenaar)


@register.filter
def groepnaam(groep: str) -> str:
    """How a casus is counted."""
    return str(GROEPEN[groep])


@register.filter
def groepsoort(groep: str) -> str:
    """The colour and sign of it."""
    return SOORT_VAN_GROEP[groep]


@register.filter
def mistzin(code: str) -> str:
    """What is still missing, as a sentence."""
    return str(MIST[code])


@register.filter
def regelnaam(soort: str) -> str:
    """What was written down about a hand-over."""
    return str(REGELS[soort])


@register.filter
def voorwaardenaam(stand: str) -> str:
    """How a condition stands."""
    return str(VOORWAARDESTANDEN[stand][0])


@register.filter
def voorwaardesoort(stand: str) -> str:
    """The colour and sign of it."""
    return VOORWAARDESTANDEN[stand][1]


@register.filter
def voorwaardestap(soort: str) -> str:
    """What came of a condition."""
    return str(VOORWAARDESTAPPEN[soort])


@register.filter
def fte(waarde: Decimal | None) -> str:
    """Fte as people read it."""
    return woorden.fte(waarde)


@register.filter
def tekort(waarde: Decimal) -> str:
    """The difference between needed and agreed."""
    return woorden.shortage_words(waarde)
