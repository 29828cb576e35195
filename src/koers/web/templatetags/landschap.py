"""`{% load landschap %}`: words of escalations, developments, judgements and the zorglandschap."""

from collections.abc import Mapping
from datetime import datetime

from django import template

from koers.actions.netwerk.escalaties_lezen import EscalatieBeeld
from koers.actions.netwerk.landschapsdossiers_lezen import DossierBeeld
from koers.actions.netwerk.oordelen_lezen import Vak
from koers.policy.kinds.judgements import Oordeellijst
from koers.policy.values import Tekst
from koers.presentation.beleid.delen import taal
from koers.presentation.netwerk import escalaties as woorden
from koers.presentation.netwerk import landschapsdossiers, oordelen
from koers.presentation.netwerk.vergaderingen import said
from koers.presentation.opmaak import tijdstip as moment_in_words
from koers.presentation.woorden_landschap import (
    DOSSIERSTAPPEN,
    MARKTANTWOORDEN,
    SOORT_VAN_LANDSCHAP,
    STAPSTANDEN,
)

register = template.Library()


@register.filter
def tekst(per_taal: Mapping[str, str]) -> str:
    """A frozen text in the language of now."""
    return said(per_taal)


@register.filter
def escalatienaam(een: EscalatieBeeld) -> str:
    """What an escalation is called; a drill is called a drill."""
    return woorden.escalation_name(een)


@register.filter
def tijdstip(moment: datetime) -> str:
    """A moment in legal time."""
    return moment_in_words(moment)


@register.filter
def normtekst(norm: str) -> str:
    """What the law asks."""
    return woorden.norm_name(norm)


@register.filter
def landschapsoort(stand: str) -> str:
    """The colour and sign of a state."""
    return SOORT_VAN_LANDSCHAP[stand]


@register.filter
def stapstandsoort(stand: str) -> str:
    """The colour and sign of a step."""
    return STAPSTANDEN[stand][0]


@register.filter
def stapstandnaam(stand: str) -> str:
    """How a step stands."""
    return str(STAPSTANDEN[stand][1])


@register.filter
def taaltekst(tekst: Tekst) -> str:
    """A text of the policy in the language of now."""
    return taal(tekst)


@register.filter
def antwoordnaam(lijst: Oordeellijst, oordeel: str) -> str:
    """An answer of the scale of a list."""
    return oordelen.answer_name(lijst, oordeel)


@register.filter
def antwoordsoort(lijst: Oordeellijst, oordeel: str) -> str:
    """The sign beside it."""
    return oordelen.answer_kind(lijst, oordeel)


@register.filter
def verandering(lijst: Oordeellijst, vak: Vak) -> str:
    """How it stands beside the year before."""
    return oordelen.change(lijst, vak)


@register.filter
def puntnaam(lijst: Oordeellijst, punt: str) -> str:
    """The name of a point; its id when it left the policy."""
    return next((taal(een.naam) for een in lijst.punten if een.id == punt), punt)


@register.filter
def gebiednaam(gebied: str) -> str:
    """The name of an area."""
    return landschapsdossiers.area_name(gebied)


@register.filter
def projectnaam(project: str) -> str:
    """The name of a project."""
    return landschapsdossiers.project_name(project)


@register.filter
def plekken(een: DossierBeeld) -> str:
    """How many places are missing."""
    return landschapsdossiers.places(een)


@register.filter
def marktstand(een: DossierBeeld) -> str:
    """How many providers were asked, and how many answered."""
    return landschapsdossiers.market(een)


@register.filter
def marktantwoord(soort: str) -> str:
    """What a provider answered."""
    return str(MARKTANTWOORDEN[soort])


@register.filter
def dossierstap(soort: str) -> str:
    """What came of a dossier."""
    return str(DOSSIERSTAPPEN[soort])
