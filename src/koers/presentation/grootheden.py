"""The words of every quantity: its name, what is counted, over whom, and how a figure came about."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from koers.domain.grootheden import GROOTHEDEN, Eenheid
from koers.presentation.opmaak import euro, getal, procent


@dataclass(frozen=True, slots=True)
class Woorden:
    """How people read a quantity. `kort` fits above a column; `noemer` is empty when nothing is divided."""

    naam: Promise
    kort: Promise
    teller: Promise
    noemer: Promise | str = ""


INWONERS = _("alle inwoners op 1 januari")

WOORDEN: dict[str, Woorden] = {
    "jeugdzorg_in_natura": Woorden(
        _("Jongeren met jeugdzorg in natura"),
        _("Jeugdzorg"),
        _("jongeren tot 23 jaar die in het jaar jeugdzorg in natura kregen"),
        _("personen tot 23 jaar"),
    ),
    "jongeren_met_jeugdzorg": Woorden(
        _("Aantal jongeren met jeugdzorg in natura"),
        _("Met jeugdzorg"),
        _("jongeren tot 23 jaar die in het jaar jeugdzorg in natura kregen"),
    ),
    "inwoners": Woorden(_("Inwoners"), _("Inwoners"), _("inwoners op 1 januari")),
    "inwoners_0_14": Woorden(
        _("Inwoners van 0 tot 15 jaar"), _("0 tot 15"), _("inwoners van 0 tot 15 jaar op 1 januari")
    ),
    "inwoners_15_24": Woorden(
        _("Inwoners van 15 tot 25 jaar"), _("15 tot 25"), _("inwoners van 15 tot 25 jaar op 1 januari")
    ),
    "aandeel_0_14": Woorden(
        _("Aandeel inwoners van 0 tot 15 jaar"),
        _("0 tot 15"),
        _("inwoners van 0 tot 15 jaar op 1 januari"),
        INWONERS,
    ),
    "aandeel_15_24": Woorden(
        _("Aandeel inwoners van 15 tot 25 jaar"),
        _("15 tot 25"),
        _("inwoners van 15 tot 25 jaar op 1 januari"),
        INWONERS,
    ),
    "jeugd_0_18": Woorden(
        _("Jeugdigen van 0 tot en met 18 jaar"),
        _("Jeugdigen"),
        _("inwoners van 0 tot en met 18 jaar op 1 januari"),
    ),
    "verdeelsleutel": Woorden(
        _("Aandeel in de verdeelsleutel"),
        _("Sleutel"),
        _("deel van de kosten dat de gemeente betaalt"),
        _("de gezamenlijke kosten van de Jeugdhulpregio"),
    ),
    "jeugdzorg_volgens_regio": Woorden(
        _("Jeugdigen met een vorm van jeugdzorg, volgens de regio"),
        _("Jeugdzorg (regio)"),
        _("jeugdigen die in het jaar een vorm van jeugdzorg kregen"),
        _("jeugdigen; de bron zegt niet van welke leeftijd"),
    ),
    "bijstandsontvangers": Woorden(
        _("Personen met bijstand"), _("Bijstand"), _("personen met een bijstandsuitkering")
    ),
    "bijstand_per_1000": Woorden(
        _("Personen met bijstand per 1.000 inwoners"),
        _("Bijstand"),
        _("personen met een bijstandsuitkering"),
        INWONERS,
    ),
    "gemiddeld_inkomen": Woorden(
        _("Gemiddeld inkomen per inwoner"),
        _("Inkomen"),
        _("alle inkomens van een jaar samen"),
        _("inwoners in particuliere huishoudens"),
    ),
    "arbeidsongeschikten": Woorden(
        _("Personen met een uitkering omdat zij niet kunnen werken"),
        _("Arbeidsongeschikt"),
        _("personen met een arbeidsongeschiktheidsuitkering"),
    ),
    "arbeidsongeschikt_per_1000": Woorden(
        _("Personen met een arbeidsongeschiktheidsuitkering per 1.000 inwoners"),
        _("Arbeidsongeschikt"),
        _("personen met een arbeidsongeschiktheidsuitkering"),
        INWONERS,
    ),
    "gescheiden": Woorden(
        _("Gescheiden inwoners"), _("Gescheiden"), _("inwoners die gescheiden zijn, op 1 januari")
    ),
    "aandeel_gescheiden": Woorden(
        _("Aandeel gescheiden inwoners"),
        _("Gescheiden"),
        _("inwoners die gescheiden zijn, op 1 januari"),
        INWONERS,
    ),
    "laag_inkomen": Woorden(
        _("Huishoudens met een laag inkomen"),
        _("Laag inkomen"),
        _("huishoudens met een inkomen onder de lage-inkomensgrens van het CBS"),
        _("particuliere huishoudens met een bekend inkomen"),
    ),
    "sociaal_minimum_110": Woorden(
        _("Huishoudens tot 110% van het sociaal minimum"),
        _("Tot 110%"),
        _("huishoudens met een inkomen tot 110% van het sociaal minimum"),
        _("particuliere huishoudens met een bekend inkomen"),
    ),
    "opleiding_laag": Woorden(
        _("Inwoners met een lage opleiding"),
        _("Lage opleiding"),
        _("personen van 15 tot 75 jaar met hooguit vmbo, mbo 1 of de eerste jaren van havo of vwo"),
        _("personen van 15 tot 75 jaar van wie de opleiding bekend is"),
    ),
    "arbeidsdeelname": Woorden(
        _("Inwoners met betaald werk"),
        _("Betaald werk"),
        _("personen van 15 tot 75 jaar met betaald werk"),
        _("personen van 15 tot 75 jaar"),
    ),
    "wmo_per_1000": Woorden(
        _("Personen met hulp uit de Wmo per 1.000 inwoners"),
        _("Wmo"),
        _("personen met een maatwerkvoorziening uit de Wmo"),
        _("inwoners"),
    ),
    "sociale_huur": Woorden(
        _("Woningen van een corporatie"),
        _("Corporatie"),
        _("woningen van een woningcorporatie"),
        _("alle woningen"),
    ),
    "afstand_school": Woorden(
        _("Afstand tot een basisschool"), _("Basisschool"), _("kilometer over de weg, gemiddeld per inwoner")
    ),
    "afstand_kinderopvang": Woorden(
        _("Afstand tot kinderopvang"), _("Opvang"), _("kilometer over de weg, gemiddeld per inwoner")
    ),
    "afstand_huisarts": Woorden(
        _("Afstand tot een huisarts"), _("Huisarts"), _("kilometer over de weg, gemiddeld per inwoner")
    ),
    "stedelijkheid": Woorden(
        _("Stedelijkheid"), _("Stedelijk"), _("klasse: 1 is zeer sterk stedelijk, 5 is niet stedelijk")
    ),
}

EENHEDEN = {
    "aantal": _("aantal"),
    "procent": _("procent"),
    "per_1000": _("per 1.000"),
    "duizend_euro": _("euro per jaar"),
    "klasse": _("klasse 1 tot en met 5"),
    "kilometer": _("kilometer"),
}
PERIODEN = {
    "stand_op_1_januari": _("stand op 1 januari %(jaar)s"),
    "kalenderjaar": _("heel %(jaar)s"),
    "afspraak_in_dat_jaar": _("afspraak die in %(jaar)s gold"),
}
# How a figure came about; the first is as the source printed it.
BEREKENINGEN = {
    "": _("zoals gepubliceerd"),
    "som": _("opgeteld over %(delen)s gemeenten"),
    "gewogen": _("gemiddelde van %(delen)s gemeenten, gewogen met het aantal inwoners"),
    "afgeleid": _("uitgerekend uit twee gepubliceerde aantallen"),
    "ongewogen": _("gemiddelde van %(delen)s gemeenten; elke gemeente telt even zwaar"),
}
# Why there is no number.
REDENEN = {
    "ontbreekt": _("staat niet in de bron"),
    "niet_vrijgegeven": _("volgens de bron onbekend, te onzeker of geheim"),
    "afgeschermd": _("door de bron afgeschermd"),
    "niet_gepubliceerd": _("niet gepubliceerd, en niet uit andere cijfers af te leiden"),
    "onvolledig": _("niet van alle gemeenten bekend"),
}


def show(grootheid: str, waarde: Decimal) -> str:
    """The value as people read it, with its unit where that is a sign."""
    soort = GROOTHEDEN[grootheid]
    if soort.eenheid is Eenheid.DUIZEND_EURO:
        return euro(int(waarde * 1000) * 100)
    if soort.eenheid is Eenheid.KILOMETER:
        return gettext("%(aantal)s km") % {"aantal": getal(waarde, soort.decimalen)}
    tekst = procent if soort.eenheid is Eenheid.PROCENT else getal
    return tekst(waarde, soort.decimalen)


def period(grootheid: str, jaar: int) -> str:
    """What the year of the figure means, in words."""
    return str(PERIODEN[GROOTHEDEN[grootheid].periode]) % {"jaar": jaar}


def calculation(berekening: str, delen: int) -> str:
    """How the figure came about, in words."""
    return str(BEREKENINGEN[berekening]) % {"delen": delen}
