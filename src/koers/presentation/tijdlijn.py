"""The journey of a toewijzing in words, and as a drawing with its messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.actions.zorg.tijdlijn import Gebeurtenis
from koers.domain.acceptatie import GEMEENTE
from koers.presentation.beelden.tijdlijn import Rij, tijdlijn
from koers.presentation.berichten import LET_OP, SOORTEN, sentences, state
from koers.presentation.opmaak import datum
from koers.presentation.woorden import REDENEN_STOP
from koers.presentation.woorden_berichten import REDENEN_WIJZIGING
from koers.presentation.woorden_contract import (
    CAPACITEITEN,
    KANTEN,
    OORDELEN,
    UITKOMSTEN_ESCALATIE,
    UITKOMSTEN_ROUTE,
    UITKOMSTEN_WEIGERING,
    ground_name,
)

# What happened, short enough for the drawing.
KORT = {
    "toegewezen": gettext_lazy("hulp toegewezen"),
    "gesprek": gettext_lazy("schreef het gesprek op"),
    "geaccepteerd": gettext_lazy("hulp aangenomen"),
    "geweigerd": gettext_lazy("hulp geweigerd"),
    "beoordeeld": gettext_lazy("contractbeheer gaf een oordeel"),
    "afgerond": gettext_lazy("weigering afgerond"),
    "route_geopend": gettext_lazy("route van de zorgmakelaar open"),
    "route_opgepakt": gettext_lazy("zorgmakelaar pakte het op"),
    "route_afgerond": gettext_lazy("zorgmakelaar rondde af"),
    "te_laat_geopend": gettext_lazy("antwoord te laat: naar contractbeheer"),
    "te_laat_afgerond": gettext_lazy("contractbeheer rondde het late antwoord af"),
    "start": gettext_lazy("eerste dag van hulp"),
    "stop": gettext_lazy("laatste dag van hulp"),
    "verlenging": gettext_lazy("vroeg om langere hulp"),
    "gewijzigd": gettext_lazy("toewijzing gewijzigd"),
    "evaluatie": gettext_lazy("geëvalueerd met het gezin"),
}
# What stands in `waarde`, per kind.
WAARDEN = {
    "gesprek": CAPACITEITEN,
    "beoordeeld": OORDELEN,
    "afgerond": UITKOMSTEN_WEIGERING,
    "route_afgerond": UITKOMSTEN_ROUTE,
    "te_laat_afgerond": UITKOMSTEN_ESCALATIE,
    "stop": REDENEN_STOP,
    "gewijzigd": REDENEN_WIJZIGING,
}


@dataclass(frozen=True, slots=True)
class Tijdlijnrij:
    """One row of the table. `bericht`: of the message, when who reads may open it."""

    dag: str
    wie: str
    wat: str
    meer: str
    zinnen: tuple[str, ...]
    bericht: UUID | None


def as_rows(verloop: Sequence[Gebeurtenis], inkoopregio: str) -> list[Tijdlijnrij]:
    """The table beside the drawing: the same rows, with what was said."""
    return [
        Tijdlijnrij(
            datum(een.dag),
            str(KANTEN[een.kant]),
            _what(een),
            _more(een, inkoopregio),
            tuple(sentences(een.bericht)) if een.bericht else (),
            een.bericht.id if een.bericht and een.adres else None,
        )
        for een in verloop
    ]


def picture(verloop: Sequence[Gebeurtenis]) -> SafeString:
    """The drawing: the gemeente left, the provider right."""
    return tijdlijn(
        id="tijdlijn-toewijzing",
        titel=_("Wat gemeente en aanbieder deden, en welke berichten er gingen"),
        omschrijving=_(
            "Links de gemeente, rechts de aanbieder, het oudste bovenaan. Een bolletje is iets wat een van"
            " beide deed, een pijl is een bericht. De tabel hieronder noemt hetzelfde."
        ),
        kanten=(str(KANTEN["gemeente"]).capitalize(), str(KANTEN["aanbieder"]).capitalize()),
        rijen=[_drawn(een) for een in verloop],
    )


def _drawn(een: Gebeurtenis) -> Rij:
    bericht = een.bericht
    fout = bericht is not None and bericht.stand in LET_OP
    adres = reverse("bericht", args=[bericht.id]) if bericht and een.adres else ""
    return Rij(datum(een.dag), _what(een), een.kant == GEMEENTE, bericht is not None, fout, adres)


def _what(een: Gebeurtenis) -> str:
    if een.bericht is None:
        return str(KORT[een.soort])
    naam = SOORTEN.get(een.waarde, "")
    return _("%(naam)s (%(soort)s): %(stand)s") % {
        "naam": naam,
        "soort": een.waarde,
        "stand": state(een.bericht),
    }


def _more(een: Gebeurtenis, inkoopregio: str) -> str:
    if een.soort == "geweigerd":
        return _joined(ground_name(een.waarde, inkoopregio), een.toelichting)
    if een.soort == "toegewezen" and een.tot:
        return _("vanaf %(dag)s") % {"dag": datum(een.tot)}
    if een.soort == "verlenging" and een.tot:
        return _("tot en met %(dag)s") % {"dag": datum(een.tot)}
    waarde = WAARDEN.get(een.soort, {}).get(een.waarde, "")
    return _joined(str(waarde), een.toelichting)


def _joined(*delen: str) -> str:
    return ". ".join(deel.rstrip(".") for deel in delen if deel)
