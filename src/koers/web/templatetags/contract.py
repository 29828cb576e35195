"""`{% load contract %}`: words of answers and contracts."""

from django import template
from django.utils.translation import gettext as _

from koers.domain.matching import Reden
from koers.presentation.opmaak import euro
from koers.presentation.woorden_contract import (
    PER_EENHEID,
    TEKENS,
    ages,
    ground_name,
    reason_name,
    region_name,
)

register = template.Library()


@register.filter
def grondnaam(grond: str, inkoopregio: str) -> str:
    """On which ground a provider refused."""
    return ground_name(grond, inkoopregio)


@register.filter
def regionaam(inkoopregio: str) -> str:
    """The name of a procurement region."""
    return region_name(inkoopregio)


@register.filter
def redennaam(reden: Reden) -> str:
    """Why a provider fits or not."""
    return reason_name(reden.soort, reden.waarde)


@register.filter
def tekennaam(reden: Reden) -> str:
    """What a reason does: for, against, or only good to know."""
    return str(TEKENS[reden.telt])


@register.filter
def leeftijden(van: int | None, tot: int | None) -> str:
    """Ages of a contract."""
    return ages(van, tot)


@register.simple_tag
def tarief(cents: int, eenheid: str) -> str:
    """A tariff with its unit: "€ 1,22 per minuut"."""
    return _("%(tarief)s per %(eenheid)s") % {
        "tarief": euro(cents),
        "eenheid": PER_EENHEID.get(eenheid, eenheid),
    }
