"""Tables of door zorg. Contract products are kept by period; the rest are facts."""

from koers.registers.zorg.models.acceptatie import (
    AcceptatieStap,
    AntwoordEscalatie,
    Gesprek,
    ZorgmakelaarStap,
)
from koers.registers.zorg.models.antwoordlinks import Antwoordlink, AntwoordlinkStap
from koers.registers.zorg.models.contracten import (
    Capaciteitsmelding,
    Contract,
    ContractEinde,
    Contractproduct,
    ContractproductEinde,
    Locatie,
)
from koers.registers.zorg.models.herindicaties import Evaluatie, Herindicatie
from koers.registers.zorg.models.toewijzingen import (
    Declaratie,
    Toewijzing,
    ToewijzingWijziging,
    TrajectSoort,
    TrajectStap,
    Woonplaats,
)
from koers.registers.zorg.models.verzoeken import Verzoek, VerzoekStap

__all__ = [
    "AcceptatieStap",
    "AntwoordEscalatie",
    "Antwoordlink",
    "AntwoordlinkStap",
    "Capaciteitsmelding",
    "Contract",
    "ContractEinde",
    "Contractproduct",
    "ContractproductEinde",
    "Declaratie",
    "Evaluatie",
    "Gesprek",
    "Herindicatie",
    "Locatie",
    "Toewijzing",
    "ToewijzingWijziging",
    "TrajectSoort",
    "TrajectStap",
    "Verzoek",
    "VerzoekStap",
    "Woonplaats",
    "ZorgmakelaarStap",
]
