"""Words for the answers of providers and for contracts."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from koers.policy import beleid

CAPACITEITEN = {"ja": _("ja, er is plek"), "later": _("later"), "nee": _("nee, geen plek")}
PASSENDE = {"ja": _("ja, het past"), "twijfel": _("twijfel"), "nee": _("nee, het past niet")}
KANTEN = {"gemeente": _("gemeente"), "aanbieder": _("aanbieder")}
OORDELEN = {
    "erkend": _("de weigering is terecht"),
    "moet_accepteren": _("de aanbieder moet de hulp aannemen"),
}
UITKOMSTEN_WEIGERING = {
    "andere_aanbieder": _("de hulp gaat naar een andere aanbieder"),
    "via_zorgmakelaar": _("geregeld via de zorgmakelaar"),
    "andere_hulp": _("er komt andere hulp"),
    "niet_meer_nodig": _("hulp is niet meer nodig"),
}
UITKOMSTEN_ROUTE = {
    "plek_zelfde_aanbieder": _("plek bij dezelfde aanbieder"),
    "plek_andere_aanbieder": _("plek bij een andere aanbieder"),
    "hulp_op_maat": _("hulp op maat afgesproken"),
    "geen_plek_gevonden": _("nog geen plek gevonden"),
}

UITKOMSTEN_ESCALATIE = {
    "alsnog_antwoord": _("de aanbieder antwoordde alsnog"),
    "afspraak_nieuwe_dag": _("met de aanbieder is een nieuwe dag afgesproken"),
    "andere_aanbieder": _("de hulp gaat naar een andere aanbieder"),
    "niet_meer_nodig": _("hulp is niet meer nodig"),
}


def ground_name(grond: str, inkoopregio: str) -> str:
    """A ground of refusal in the words of the policy; one that the policy dropped, as stored."""
    for plicht in beleid().acceptatieplicht.values():
        found = plicht.grond(grond) if plicht.contractcode == inkoopregio else None
        if found is not None:
            return found.naam.in_taal(get_language())
    return grond


def region_name(inkoopregio: str) -> str:
    """The name of the procurement region that contracts call this."""
    for plicht in beleid().acceptatieplicht.values():
        if plicht.contractcode == inkoopregio:
            return beleid().gebieden[plicht.inkoopregio].naam.in_taal(get_language())
    return inkoopregio


def region_names() -> dict[str, str]:
    """The procurement regions of which the policy knows the duty, by what contracts call them."""
    codes = sorted(plicht.contractcode for plicht in beleid().acceptatieplicht.values())
    return {code: region_name(code) for code in codes}


# Why a provider fits a question or not; filled in with `waarde` of the reason.
REDENEN = {
    "besluit": _("het besluit kent deze hulp toe"),
    "geen_besluit": _("het besluit kent andere hulp toe"),
    "leeftijd_past": _("leeftijd past (%(waarde)s jaar)"),
    "leeftijd_past_niet": _("leeftijd past niet (contract: %(waarde)s jaar)"),
    "leeftijd_niet_in_contract": _("het contract noemt geen leeftijd"),
    "leeftijd_onbekend": _("leeftijd van het kind is niet bekend"),
    "afstand_plaats": _("locatie in dezelfde plaats"),
    "afstand_deelgebied": _("locatie in hetzelfde deel van de gemeente"),
    "afstand_gemeente": _("locatie in de eigen gemeente"),
    "afstand_inkoopregio": _("locatie elders in de inkoopregio"),
    "afstand_elders": _("locatie buiten de inkoopregio"),
    "afstand_onbekend": _("geen locatie bekend"),
    "wachttijd": _("wachttijd door de aanbieder gemeld"),
    "wachttijd_onbekend": _("aanbieder meldde geen wachttijd"),
    "eerder_hulp": _("gaf dit kind eerder %(waarde)s"),
    "eerder_geweigerd": _("weigerde dit kind eerder"),
}
TEKENS = {1: _("pleit ervoor"), 0: _("goed om te weten"), -1: _("pleit ertegen")}
VERSCHILLEN = {
    "alleen_hier": _("in één regio niet ingekocht"),
    "niveau": _("ander niveau"),
    "eenheid": _("andere eenheid"),
    "tarief": _("ander tarief"),
    "leeftijd": _("andere leeftijd"),
    "aanbieders": _("andere aanbieders"),
}


def reason_name(soort: str, waarde: str) -> str:
    """A reason in words."""
    return str(REDENEN[soort]) % {"waarde": waarde}


def ages(van: int | None, tot: int | None) -> str:
    """Ages of a contract as people read them."""
    if van is None and tot is None:
        return str(_("geen leeftijd genoemd"))
    if tot is None:
        return str(_("vanaf %(van)s jaar")) % {"van": van}
    return str(_("%(van)s tot en met %(tot)s jaar")) % {"van": van or 0, "tot": tot}


# WJ756 after "per": one of them.
PER_EENHEID = {
    "01": _("minuut"),
    "04": _("uur"),
    "14": _("etmaal"),
    "16": _("dagdeel"),
    "82": _("stuk"),
    "83": _("eurocent"),
    "84": _("stuk"),
}
