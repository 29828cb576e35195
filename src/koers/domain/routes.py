"""The three legal roads to help, and who may lead to which help (Jeugdwet 2.3, 2.6 lid 1e, 3.5)."""

from koers.domain.weigering import Refused

TOEGANG, MEDISCH, JUSTITIE = "toegang", "medisch", "justitie"

# CBS verwijzer (Informatieprotocol v7; 07 does not exist) -> route. 06 is who came by themselves.
ROUTE_VAN_VERWIJZER = {
    "01": TOEGANG,
    "02": MEDISCH,
    "03": MEDISCH,
    "04": JUSTITIE,
    "05": MEDISCH,
    "06": TOEGANG,
    "08": JUSTITIE,
}
INDIVIDUEEL_VANAF = 4  # niveau; 1 to 3 are freely accessible


def route_of(verwijzer: str) -> str:
    """The road that this kind of referrer opens. Refused: verwijzer_onbekend."""
    if verwijzer not in ROUTE_VAN_VERWIJZER:
        raise Refused("verwijzer_onbekend", code=verwijzer)
    return ROUTE_VAN_VERWIJZER[verwijzer]


def needs_besluit(route: str, niveau: int) -> bool:
    """Individual help by the road of the toegang needs a besluit; the other roads bring their own ground."""
    return route == TOEGANG and niveau >= INDIVIDUEEL_VANAF
