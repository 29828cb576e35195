"""Words of a plan in templates."""

from django import template

from koers.presentation.plan.woorden import (
    GROEPSPLANSTAPPEN,
    GRONDEN,
    GROOTTE_KORT,
    STANDEN,
    WIJZEN,
)
from koers.presentation.woorden import TOESTANDEN

register = template.Library()
_WOORDEN = {
    "toestand": TOESTANDEN,
    "grootte": GROOTTE_KORT,
    "wijze": WIJZEN,
    "groepsplanstap": GROEPSPLANSTAPPEN,
    "grond": GRONDEN,
    "stand": STANDEN,
}


@register.filter
def planwoord(waarde: object, soort: str) -> str:
    """What people read for a stored choice of this kind."""
    return str(_WOORDEN[soort].get(getattr(waarde, "value", waarde), waarde))
