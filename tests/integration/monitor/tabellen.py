"""Small tables to deliver, and who delivers them."""

from koers.actions.monitor.aanleveringen import AanleveringRegel
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.actor import Actor, systeemactor
from koers.exchange.tabellen.invoer import deliver, shipped

BY = systeemactor("toets", functionaris="controller van dienst")
KOP = "code;naam;inwoners;aandeel_0_14;jeugdzorg_in_natura\n"
ASSEN = "GM0106;Assen;68836;15,66;14,6\n"
EMMEN = "GM0114;Emmen;107024;14,20;12,0\n"
GEMEENTEN = "code,naam,provincie,jeugdregio\n"


def bring(
    tekst: str | bytes,
    soort: str = "kwb",
    *,
    naam: str = "kwb_2021.csv",
    by: Actor = BY,
    **rest,
) -> AanleveringRegel:
    """Delivers this text as a file."""
    inhoud = tekst.encode() if isinstance(tekst, str) else tekst
    return deliver(by=by, soort=SoortAanlevering(soort), inhoud=inhoud, bestandsnaam=naam, **rest)


def bring_shipped(*namen: str) -> None:
    """Delivers files that Koers brings along."""
    for naam in namen:
        soort = {"gemeenten_2026.csv": "gemeenten", "kwb_2021.csv": "kwb", "drenthe.csv": "regio"}[naam]
        bring(shipped(naam), soort, naam=naam)


def counts(rij: AanleveringRegel) -> tuple[int, int, int, int, int]:
    """New, changed, unchanged, refused and passed over rows."""
    return (rij.nieuw, rij.gewijzigd, rij.ongewijzigd, rij.geweigerd, rij.overgeslagen)
