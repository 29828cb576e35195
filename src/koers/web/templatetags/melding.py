"""Words for stored choices, in templates about the first note, triage and referrals."""

from collections.abc import Mapping

from django import template

from koers.presentation.woorden import TOESTANDEN
from koers.presentation.woorden_berichten import (
    EENHEDEN,
    FREQUENTIES,
    REDENEN_AFWIJZING,
    VERZOEKEN,
    WENSEN,
)
from koers.presentation.woorden_contract import (
    CAPACITEITEN,
    KANTEN,
    OORDELEN,
    PASSENDE,
    UITKOMSTEN_ESCALATIE,
    UITKOMSTEN_ROUTE,
    UITKOMSTEN_WEIGERING,
)
from koers.presentation.woorden_melding import (
    ANTWOORDEN,
    OORZAKEN,
    REDENEN_WEIGEREN,
    STANDEN,
    UITKOMSTEN,
    UITKOMSTEN_WERK,
    URGENTIES,
    VEILIGHEIDSSTAPPEN,
    VEILIGHEIDSVRAGEN,
)

register = template.Library()
WOORDEN: dict[str, Mapping[str, object]] = {
    "toestand": TOESTANDEN,
    "stand": STANDEN,
    "urgentie": URGENTIES,
    "veiligheidsvraag": VEILIGHEIDSVRAGEN,
    "antwoord": ANTWOORDEN,
    "uitkomst": UITKOMSTEN,
    "veiligheidsstap": VEILIGHEIDSSTAPPEN,
    "oorzaak": OORZAKEN,
    "uitkomst_werk": UITKOMSTEN_WERK,
    "weigering": REDENEN_WEIGEREN,
    "verzoek": VERZOEKEN,
    "wens": WENSEN,
    "eenheid": EENHEDEN,
    "frequentie": FREQUENTIES,
    "afwijzing": REDENEN_AFWIJZING,
    "capaciteit": CAPACITEITEN,
    "passend": PASSENDE,
    "kant": KANTEN,
    "oordeel": OORDELEN,
    "uitkomst_weigering": UITKOMSTEN_WEIGERING,
    "uitkomst_escalatie": UITKOMSTEN_ESCALATIE,
    "uitkomst_route": UITKOMSTEN_ROUTE,
}


@register.filter
def woord_voor(code: str, soort: str) -> str:
    """What people read for this code of this kind."""
    return str(WOORDEN[soort][code])
