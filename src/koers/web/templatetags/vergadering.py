"""`{% load vergadering %}`: words of meetings."""

from django import template

from koers.actions.netwerk.vergaderbeelden import ActieBeeld, BesluitBeeld, OpTafel
from koers.presentation.netwerk import vergaderingen as woorden
from koers.presentation.woorden import TOESTANDEN
from koers.presentation.woorden_vergadering import KEUZES, SOORT_VAN_STAND, STEMMEN, VERVOLGEN, VRAGEN

register = template.Library()


@register.filter
def overlegnaam(gremium: str) -> str:
    """The name of a body."""
    return woorden.body_name(gremium)


@register.filter
def dossiernaam(dossier: str) -> str:
    """The name of a dossier."""
    return woorden.dossier_name(dossier)


@register.filter
def rapportagenaam(rapportage: OpTafel) -> str:
    """The name of the report that lies on the table."""
    return woorden.report_name(rapportage.soort, rapportage.periode, rapportage.gemeente)


@register.filter
def standnaam(stand: str) -> str:
    """A state in words."""
    return str(TOESTANDEN[stand])


@register.filter
def standsoort(stand: str) -> str:
    """Its colour and sign."""
    return SOORT_VAN_STAND[stand]


@register.filter
def vraagnaam(vraag: str) -> str:
    """What an item asks."""
    return str(VRAGEN[vraag])


@register.filter
def keuzenaam(keuze: str) -> str:
    """What a municipality thinks."""
    return str(KEUZES[keuze])


@register.filter
def stemnaam(stem: str) -> str:
    """How a municipality voted."""
    return str(STEMMEN[stem])


@register.filter
def vervolgnaam(soort: str) -> str:
    """What came of an action."""
    return str(VERVOLGEN[soort])


@register.filter
def mandaatzinnen(besluit: BesluitBeeld) -> tuple[str, ...]:
    """What the register of mandates said, with its source."""
    return woorden.mandate_sentences(besluit.mandaat, besluit.kort.gremium)


@register.filter
def afloop(besluit: BesluitBeeld) -> str:
    """What came of a besluit."""
    return woorden.outcome(besluit)


@register.filter
def laatste_woord(actie: ActieBeeld) -> str:
    """What was said last about an action."""
    return woorden.last_word(actie)
