"""Which gemeente pays: the woonplaatsbeginsel (Jeugdwet 1.1, woonplaats), and what a move asks of us.

The gemeente that gave the help stays responsible until the other one said that it goes on with it; so nothing
ends by a move without that word (iJw, reason 07). Help without a stay goes on with the same provider for at
most a year if the family asks (Jeugdwet 2.7a).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from koers.domain.weigering import Refused

WOONADRES, VOOR_VERBLIJF, MOEDER, WERKELIJK = "woonadres", "voor_verblijf", "moeder", "werkelijk"
GRONDEN = (WOONADRES, VOOR_VERBLIJF, MOEDER, WERKELIJK)
VERHUIZING = "07"  # JZ002
# CBS hulpvorm of a stay: foster care, small-scale, closed, other.
VERBLIJF = ("11", "12", "13", "14")


@dataclass(frozen=True, slots=True)
class Overdracht:
    """Another gemeente pays from `per_datum` on. `gemeentecode`: GM and four digits. `bevestigd_door`: who
    there said that the help goes on, on `bevestigd_datum`."""

    gemeentecode: str
    grond: str
    per_datum: date
    bevestigd_door: str
    bevestigd_datum: date | None


def check_overdracht(
    een: Overdracht, *, eigen: str, bekend: Collection[str], met_verblijf: bool, today: date
) -> None:
    """`eigen`: the gemeente that pays now; `met_verblijf`: the child stays somewhere for its help now.

    Refused: woonplaats_onbekend, woonplaats_eigen_gemeente, woonplaats_grond_ontbreekt,
    woonplaats_bij_verblijf, woonplaats_niet_bevestigd, datum_in_toekomst.
    """
    if een.gemeentecode not in bekend:
        raise Refused("woonplaats_onbekend", gemeente=een.gemeentecode)
    if een.gemeentecode == eigen:
        raise Refused("woonplaats_eigen_gemeente")
    if een.grond not in GRONDEN:
        raise Refused("woonplaats_grond_ontbreekt")
    if met_verblijf and een.grond == WOONADRES:
        # Where a child stays for its help says nothing: the address before it does (1.1, under 2).
        raise Refused("woonplaats_bij_verblijf")
    if not een.bevestigd_door.strip() or een.bevestigd_datum is None:
        raise Refused("woonplaats_niet_bevestigd")
    if een.bevestigd_datum > today:
        raise Refused("datum_in_toekomst")
