"""`{% load subsidie %}`: words of subsidies and agreements on figures."""

from django import template

from koers.actions.sturing.subsidies_lezen import AfspraakBeeld
from koers.presentation import woorden_subsidie as woorden
from koers.presentation.sturing import subsidie

register = template.Library()


@register.filter
def subsidiesoort(stand: str) -> str:
    """The colour and sign of a state."""
    return woorden.SOORT_VAN_SUBSIDIESTAND[stand]


@register.filter
def uitkomstsoort(uitkomst: str) -> str:
    """The colour and sign of an outcome."""
    return woorden.SOORT_VAN_UITKOMST[uitkomst]


@register.filter
def uitkomstnaam(uitkomst: str) -> str:
    """Whether an agreement was kept."""
    return str(woorden.UITKOMSTEN[uitkomst])


@register.filter
def conclusienaam(conclusie: str) -> str:
    """What follows."""
    return str(woorden.CONCLUSIES[conclusie])


@register.filter
def bewijsnaam(bewijs: str) -> str:
    """How well it is known that it works."""
    return str(woorden.BEWIJSNIVEAUS[bewijs])


@register.filter
def spuknaam(id: str) -> str:
    """The name of a grant of the state."""
    return subsidie.spuk_name(id)


@register.filter
def afspraakwoorden(afspraak: AfspraakBeeld) -> str:
    """What the figure has to be, and when."""
    return subsidie.agreement_words(afspraak)


@register.filter
def meetwoorden(afspraak: AfspraakBeeld) -> str:
    """The figure."""
    return subsidie.figure_words(afspraak)
