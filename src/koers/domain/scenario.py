"""A scenario of "Wat als" that is kept: the levers, the wish, a name and why."""

from dataclasses import dataclass
from decimal import Decimal

from koers.domain.hefbomen import Inzet, read_inzet
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused

LANGSTE_NAAM, LANGSTE_TOELICHTING = 80, 500
ZIET_WAT_ALS = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER})


@dataclass(frozen=True, slots=True)
class Wens:
    """What somebody wants to know. `doel` in percent, by the end of `doeljaar`; costs in cents."""

    inzetten: tuple[Inzet, ...] = ()
    doel: Decimal | None = None
    doeljaar: int | None = None
    jaarkosten_cent: int = 0
    eenmalig_cent: int = 0

    def plain(self) -> dict[str, object]:
        """As it is kept."""
        return {
            "hefbomen": [inzet.tekst for inzet in self.inzetten],
            "doel": None if self.doel is None else str(self.doel),
            "doeljaar": self.doeljaar,
            "jaarkosten_cent": self.jaarkosten_cent,
            "eenmalig_cent": self.eenmalig_cent,
        }

    @classmethod
    def of(cls, bewaard: dict) -> "Wens":
        """As it was kept by `plain`."""
        doel = bewaard["doel"]
        return cls(
            tuple(read_inzet(tekst) for tekst in bewaard["hefbomen"]),
            None if doel is None else Decimal(doel),
            bewaard["doeljaar"],
            bewaard["jaarkosten_cent"],
            bewaard["eenmalig_cent"],
        )


def check_scenario(naam: str, wens: Wens) -> None:
    """Refused: scenario_zonder_naam, scenario_zonder_hefboom."""
    if not naam.strip():
        raise Refused("scenario_zonder_naam")
    if not any(inzet.procent for inzet in wens.inzetten):
        raise Refused("scenario_zonder_hefboom")
