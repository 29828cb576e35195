"""A message that breaks a rule and one that only just does not, and the places in a message they change."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.unit.exchange.ijw.voorbeelden import good

DAG = "Header/BerichtIdentificatie/Dagtekening"
TP = "Client/ToegewezenProducten/ToegewezenProduct[1]"
TP2 = "Client/ToegewezenProducten/ToegewezenProduct[2]"
AP = "Client/AangevraagdeProducten/AangevraagdProduct[1]"
AP2 = "Client/AangevraagdeProducten/AangevraagdProduct[2]"
NP = "Client/Verzoek/NieuweProducten/NieuwProduct[1]"
NP2 = "Client/Verzoek/NieuweProducten/NieuwProduct[2]"
WP = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]"
START = "Client/StartProducten/StartProduct[1]"
START2 = "Client/StartProducten/StartProduct[2]"
STOP = "Client/StopProducten/StopProduct[1]"
CONTACT = "Client/Contactgegevens/Contact[1]"
TIJDELIJK = "Client/Contactgegevens/Contact[2]"
P1 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"
P2 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]"
P3 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[3]"
TOTAAL = "Declaratie/TotaalIngediendBedrag"
A1 = "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]"
VERWIJZER = f"{AP}/Verwijzer"
JAN, MAART = date(2026, 1, 1), date(2026, 3, 31)
GEBOREN = "Client/Geboortedatum"


@dataclass(frozen=True)
class Geval:
    """`fout` breaks the rule at `pad`; `goed` comes near and keeps it."""

    regel: str
    soort: str
    pad: str
    fout: dict[str, Any]
    goed: dict[str, Any] = field(default_factory=dict)


def again(soort: str, pad: str, **anders: Any) -> dict[str, Any]:
    """A copy of what stands at a path."""
    klasse: Any = good(soort).inhoud
    for stap in pad.split("/"):
        naam, _, nummer = stap.partition("[")
        klasse = klasse[naam] if not nummer else klasse[naam][int(nummer[:-1]) - 1]
    return klasse | anders


def period(pad: str, begin: date, eind: date) -> dict[str, Any]:
    return {f"{pad}/ProductPeriode": {"Begindatum": begin, "Einddatum": eind}}
