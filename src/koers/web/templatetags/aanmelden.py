"""What the sign-in page shows beside its form."""

from django import template
from django.conf import settings

from koers.actions.kern.demo import demo_people as everybody

register = template.Library()


@register.simple_tag
def oidc_naam() -> str:
    """The name of the organisation's own sign-in; empty when there is none."""
    return settings.OIDC_NAAM if settings.OIDC_ISSUER else ""


@register.simple_tag
def demo_people():
    """The people of the demo; nobody outside it."""
    return everybody() if settings.DEMO else ()
