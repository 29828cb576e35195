"""What a municipality can show the national committee of experts: every report and evaluation joins it."""

from dataclasses import dataclass

from koers.actions.sturing.lezen import Rapportageregel, read_rapportages
from koers.actions.sturing.proeftuinen_lezen import ProeftuinRegel, read_proeftuinen
from koers.domain.actor import Actor


@dataclass(frozen=True, slots=True)
class Dossier:
    """Published reports, the earliest period first, and proeftuinen with an evaluation.

    `gemeenten`: code and name of those that this reader can choose.
    """

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    rapportages: tuple[Rapportageregel, ...]
    proeftuinen: tuple[ProeftuinRegel, ...]


def read_dossier(*, by: Actor, gemeente: str = "") -> Dossier:
    """Of a municipality; none named: the first of the own ones. Refused: niet_gevonden."""
    tried = read_proeftuinen(by=by, gemeente=gemeente)
    published = [
        een for een in read_rapportages(by=by) if een.op is not None and een.gemeente == tried.gemeente
    ]
    return Dossier(
        tried.gemeente,
        tried.naam,
        tried.gemeenten,
        tuple(sorted(published, key=lambda een: (een.periode, een.soort, een.editie))),
        tuple(een for een in tried.regels if een.oordeel),
    )
