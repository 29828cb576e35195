"""Meetings as pictures: what the pages and the collective memory show of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.domain.vergadering import LOPEND, WACHT, Mandaatblik
from koers.domain.weigering import Refused


@dataclass(frozen=True, slots=True)
class VervolgBeeld:
    """What came of an action on a day, and who said so."""

    soort: str
    datum: date
    reden: str
    uiterlijk: date | None
    naam: str


@dataclass(frozen=True, slots=True)
class ActieBeeld:
    """An action as it stands. `uiterlijk`: the day that counts now. `van_mij`: who reads may follow it up."""

    id: UUID
    wat: str
    wie: str
    gemeente: str
    uiterlijk: date
    stand: str
    te_laat: bool
    van_mij: bool
    besluit_id: UUID
    vergadering_id: UUID
    vervolgen: tuple[VervolgBeeld, ...]

    @property
    def loopt(self) -> bool:
        """Whether something still has to be done."""
        return self.stand in LOPEND


@dataclass(frozen=True, slots=True)
class RaaktBeeld:
    """Whom a besluit touches: a body (its id) or a municipality (its name), and when they heard of it."""

    id: UUID
    gremium: str
    gemeente: str
    gehoord: tuple[tuple[date, str, str], ...]
    van_mij: bool


@dataclass(frozen=True, slots=True)
class OpTafel:
    """The published report that an item is about. `id`: of the report; `soort`: its kind in the policy."""

    id: UUID
    soort: str
    periode: str
    gemeente: str


@dataclass(frozen=True, slots=True)
class BesluitKort:
    """A besluit in one line."""

    id: UUID
    vergadering_id: UUID
    gremium: str
    datum: date
    titel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class BesluitBeeld:
    """A besluit with everything around it. `stemmen`: name of a municipality and its vote."""

    kort: BesluitKort
    dossier: str
    mandaat: Mandaatblik
    zonder_voorbereiding: str
    gebonden: tuple[str, ...]
    stemmen: tuple[tuple[str, str], ...]
    raakt: tuple[RaaktBeeld, ...]
    acties: tuple[ActieBeeld, ...]
    eerder: BesluitKort | None
    later: tuple[BesluitKort, ...]
    rapportage: OpTafel | None = None


@dataclass(frozen=True, slots=True)
class AnnotatieBeeld:
    tekst: str
    voorstel: str
    naam: str
    datum: date


@dataclass(frozen=True, slots=True)
class StandpuntBeeld:
    """What a municipality said; `eerdere`: how often it said something before this."""

    gemeente: str
    keuze: str
    tekst: str
    naam: str
    datum: date
    eerdere: int = 0


@dataclass(frozen=True, slots=True)
class EigenStandpunt:
    """How far the own position is, with every draft so far (the newest last)."""

    gemeente: str
    stand: str
    concepten: tuple[StandpuntBeeld, ...]


@dataclass(frozen=True, slots=True)
class PuntBeeld:
    """An item. `concept`: an annotation that members do not read yet, for who prepares and organises.

    `zwijgen`: names of municipalities that take part and shared nothing. `vorige`: what was decided last time
    on the same dossier. `bereid_ik`: the reader's body prepares it.
    """

    id: UUID
    volgorde: int
    titel: str
    dossier: str
    vraag: str
    voorbereider: str
    stand: str
    reden: str
    annotatie: AnnotatieBeeld | None
    concept: AnnotatieBeeld | None
    standpunten: tuple[StandpuntBeeld, ...]
    zwijgen: tuple[str, ...]
    eigen: EigenStandpunt | None
    besluit: BesluitBeeld | None
    vorige: BesluitBeeld | None
    bereid_ik: bool
    rapportage: OpTafel | None = None

    @property
    def wacht(self) -> bool:
        """Whether the meeting still has to deal with it."""
        return self.stand in WACHT


@dataclass(frozen=True, slots=True)
class VergaderingKort:
    """A meeting in one line. `besluiten`: what was decided, in the order of the agenda."""

    id: UUID
    gremium: str
    datum: date
    plaats: str
    stand: str
    punten: int
    besluiten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VergaderingBeeld:
    """A meeting with its agenda. `deelnemers`: GM code and name. `organiseer_ik`: the reader records."""

    kort: VergaderingKort
    reden: str
    deelnemers: tuple[tuple[str, str], ...]
    punten: tuple[PuntBeeld, ...]
    organiseer_ik: bool
    geweest: bool

    def punt(self, punt_id: UUID) -> PuntBeeld:
        """One item. Refused: niet_gevonden."""
        for een in self.punten:
            if een.id == punt_id:
                return een
        raise Refused("niet_gevonden")
