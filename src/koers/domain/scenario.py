"""A scenario of "Wat als" that is kept: the levers, the wish, a name and why."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from koers.domain.hefbomen import Inzet, read_inzet
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused

LANGSTE_NAAM, LANGSTE_TOELICHTING = 80, 500
HOOGSTE_INDEXATIE = 15
HOOGSTE_TEKORT = 60
# So many replications can be asked for in the background.
KEREN = (2_000, 5_000)
HERHALINGEN = 200  # of the direct answer
MEESTE_IN_HOOFDSTUK = 6  # of a report
KOSTENVELDEN = ("jaarkosten_cent", "eenmalig_cent", "frictie_jaar_cent", "frictie_eenmalig_cent")
ZIET_WAT_ALS = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER})


@dataclass(frozen=True, slots=True)
class Rijen:
    """Queues that nobody counts: what somebody expects. `regie_vragen`: requests a year for Regie op 3;
    `lijst_*`: of a provider: applications a year, places, percent with priority, and weeks until somebody
    leaves the list (None: nobody does).
    """

    regie_vragen: int | None = None
    lijst_vragen: int | None = None
    lijst_plaatsen: int | None = None
    lijst_voorrang: int = 0
    lijst_geduld: int | None = None


@dataclass(frozen=True, slots=True)
class Acceptatie:
    """Providers refuse so many percent less outside the allowed grounds, from `vanaf`, growing in `aanloop`
    months. On an allowed ground a provider may always refuse: that is no lever.
    """

    procent: int = 0
    vanaf: date | None = None
    aanloop: int = 0

    def strength(self, maand: date) -> float:
        """Which part falls away in a month (its first day), in a straight line over the run-up."""
        return grown(self.procent, self.vanaf, self.aanloop, maand)

    def plain(self) -> dict[str, object]:
        """As it is kept."""
        return {**asdict(self), "vanaf": None if self.vanaf is None else self.vanaf.isoformat()}

    @classmethod
    def of(cls, bewaard: dict) -> "Acceptatie":
        """As it was kept by `plain`."""
        vanaf = bewaard.get("vanaf")
        return cls(**{**bewaard, "vanaf": None if vanaf is None else date.fromisoformat(vanaf)})


def grown(procent: int, vanaf: date | None, aanloop: int, maand: date) -> float:
    """A part that grows in a straight line from a month (None: it is whole already)."""
    if vanaf is None:
        return procent / 100
    verder = 12 * (maand.year - vanaf.year) + maand.month - vanaf.month
    if verder < 0:
        return 0.0
    return procent / 100 * (min((verder + 0.5) / aanloop, 1.0) if aanloop else 1.0)


@dataclass(frozen=True, slots=True)
class Wens:
    """What somebody wants to know. `doel` in percent, by the end of `doeljaar`; costs in cents. `indexatie`:
    by how many percent tariffs rise every year, the first time on `indexatie_vanaf`. `frictie_*`: what the
    change itself costs, once and every year. `tekort`: how many percent of places and hours fall away; of
    places from `tekort_vanaf` (None: already now), growing in `tekort_aanloop` months. `poh_fte`: of the POH
    Jeugd (None: as the source says). `gepubliceerd`: the year of a published figure to lay the forecast on.
    """

    inzetten: tuple[Inzet, ...] = ()
    doel: Decimal | None = None
    doeljaar: int | None = None
    jaarkosten_cent: int = 0
    eenmalig_cent: int = 0
    indexatie: Decimal | None = None
    indexatie_vanaf: date | None = None
    frictie_jaar_cent: int = 0
    frictie_eenmalig_cent: int = 0
    tekort: int = 0
    poh_fte: Decimal | None = None
    tekort_vanaf: date | None = None
    tekort_aanloop: int = 0
    gepubliceerd: int | None = None
    rijen: Rijen = Rijen()
    acceptatie: Acceptatie = Acceptatie()

    @property
    def kost(self) -> bool:
        """Whether any cost was filled in."""
        return any(getattr(self, veld) for veld in KOSTENVELDEN)

    def tariff(self, dag: date) -> float:
        """What a tariff of now is on a day, as a factor: it rises once a year, on the same day."""
        if not self.indexatie or self.indexatie_vanaf is None or dag < self.indexatie_vanaf:
            return 1.0
        begin = self.indexatie_vanaf
        keer = dag.year - begin.year + ((dag.month, dag.day) >= (begin.month, begin.day))
        return float((1 + self.indexatie / 100) ** keer)

    def shortage(self, maand: date) -> float:
        """Which part of the places is not there in a month (its first day): as a lever, in a straight line
        over its run-up. Nothing before it begins.
        """
        return grown(self.tekort, self.tekort_vanaf, self.tekort_aanloop, maand)

    def plain(self) -> dict[str, object]:
        """As it is kept."""
        return {
            "hefbomen": [inzet.tekst for inzet in self.inzetten],
            "doel": None if self.doel is None else str(self.doel),
            "doeljaar": self.doeljaar,
            **{veld: getattr(self, veld) for veld in KOSTENVELDEN},
            "tekort": self.tekort,
            "tekort_vanaf": None if self.tekort_vanaf is None else self.tekort_vanaf.isoformat(),
            "tekort_aanloop": self.tekort_aanloop,
            "poh_fte": None if self.poh_fte is None else str(self.poh_fte),
            "indexatie": None if self.indexatie is None else str(self.indexatie),
            "indexatie_vanaf": None if self.indexatie_vanaf is None else self.indexatie_vanaf.isoformat(),
            "gepubliceerd": self.gepubliceerd,
            "rijen": asdict(self.rijen),
            "acceptatie": self.acceptatie.plain(),
        }

    @classmethod
    def of(cls, bewaard: dict) -> "Wens":
        """As it was kept by `plain`."""
        doel = bewaard["doel"]
        # Kept before there was indexation: none was asked.
        indexatie, vanaf = bewaard.get("indexatie"), bewaard.get("indexatie_vanaf")
        tekort_vanaf = bewaard.get("tekort_vanaf")
        return cls(
            tuple(read_inzet(tekst) for tekst in bewaard["hefbomen"]),
            None if doel is None else Decimal(doel),
            bewaard["doeljaar"],
            bewaard["jaarkosten_cent"],
            bewaard["eenmalig_cent"],
            None if indexatie is None else Decimal(indexatie),
            None if vanaf is None else date.fromisoformat(vanaf),
            bewaard.get("frictie_jaar_cent", 0),
            bewaard.get("frictie_eenmalig_cent", 0),
            bewaard.get("tekort", 0),
            None if bewaard.get("poh_fte") is None else Decimal(bewaard["poh_fte"]),
            None if tekort_vanaf is None else date.fromisoformat(tekort_vanaf),
            bewaard.get("tekort_aanloop", 0),
            bewaard.get("gepubliceerd"),
            Rijen(**bewaard.get("rijen", {})),
            Acceptatie.of(bewaard.get("acceptatie", {})),
        )


def check_scenario(naam: str, wens: Wens) -> None:
    """Refused: scenario_zonder_naam, scenario_zonder_hefboom."""
    if not naam.strip():
        raise Refused("scenario_zonder_naam")
    if not any(inzet.procent for inzet in wens.inzetten):
        raise Refused("scenario_zonder_hefboom")
