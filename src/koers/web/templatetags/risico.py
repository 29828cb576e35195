"""`{% load risico %}`: words of risks."""

from django import template

from koers.actions.sturing.risicos_lezen import SignaalBeeld
from koers.presentation import woorden_risico as woorden
from koers.presentation.sturing import risico

register = template.Library()


@register.filter
def schaalnaam(stap: str) -> str:
    """A step of the scale."""
    return str(woorden.SCHAAL[stap])


@register.filter
def zwaartesoort(zwaarte: str) -> str:
    """The colour and sign of a weight."""
    return woorden.SOORT_VAN_ZWAARTE[zwaarte]


@register.filter
def beleidsrisico(id: str) -> str:
    """The name of a risk of the policy."""
    return risico.policy_risk_name(id)


@register.filter
def grenswoorden(signaal: SignaalBeeld) -> str:
    """From where on it warns."""
    return risico.threshold_words(signaal)


@register.filter
def cijferwoorden(signaal: SignaalBeeld) -> str:
    """The last figure, with its year and definition."""
    return risico.figure_words(signaal)
