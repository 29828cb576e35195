"""Words of aanvraag, besluit and bezwaar for the pages."""

from collections.abc import Sequence

from django import template
from django.utils.translation import get_language

from koers.actions.toegang.besluit_lezen import AanvraagBeeld
from koers.policy import Tekst
from koers.presentation.woorden import AANVRAAGSTAPPEN, BEZWAARMAKERS, TOESTANDEN

register = template.Library()


@register.filter
def toestand(waarde: str) -> str:
    """Where something stands, in words."""
    return str(TOESTANDEN[waarde])


@register.filter
def aanvraagstap(waarde: str) -> str:
    """What happened to an aanvraag, in words."""
    return str(AANVRAAGSTAPPEN[waarde])


@register.filter
def bezwaarmaker(waarde: str) -> str:
    """Who objects, in words."""
    return str(BEZWAARMAKERS[waarde])


@register.filter
def last_open(aanvragen: Sequence[AanvraagBeeld]) -> bool:
    """Whether the college still has to decide about the last aanvraag."""
    return bool(aanvragen) and aanvragen[-1].open


@register.filter
def in_taal(tekst: Tekst) -> str:
    """A text of policy in the language of now."""
    return tekst.in_taal(get_language())


@register.filter
def twee_talen(waarde: dict[str, str] | None) -> str:
    """A text of policy as it was kept with a besluit, in the language of now."""
    if not waarde:
        return ""
    return waarde["en" if (get_language() or "").startswith("en") else "nl"]
