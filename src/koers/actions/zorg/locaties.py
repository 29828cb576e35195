"""Where a provider gives help."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.zorg.contracten import MET_CONTRACT
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.registers.kern.models import Organisatie
from koers.registers.zorg.models import Locatie


@dataclass(frozen=True, slots=True)
class NieuweLocatie:
    naam: str
    plaatsnaam: str
    gemeentecode: str
    begindatum: date


def register_locatie(
    *, by: Actor, aanbieder_id: UUID, locatie: NieuweLocatie, formulier: UUID | None = None
) -> UUID:
    """Where a provider gives help from a day on. Refused: niet_gevonden, locatie_onvolledig."""
    with act("register_locatie", by=by, formulier=formulier) as spoor:
        if not Organisatie.objects.filter(MET_CONTRACT, pk=aanbieder_id).exists():
            raise Refused("niet_gevonden")
        row = write_locatie(aanbieder_id, locatie)
        spoor.onderwerp("aanbieder", aanbieder_id)
        return row.pk


def write_locatie(aanbieder_id: UUID, locatie: NieuweLocatie) -> Locatie:
    """A place of a provider; inside an act. Refused: locatie_onvolledig."""
    naam, plaats = locatie.naam.strip(), locatie.plaatsnaam.strip()
    if not naam or not plaats or not locatie.gemeentecode:
        raise Refused("locatie_onvolledig")
    return Locatie.objects.create(
        aanbieder_id=aanbieder_id,
        naam=naam,
        plaatsnaam=plaats,
        gemeentecode=locatie.gemeentecode,
        begindatum=locatie.begindatum,
    )
