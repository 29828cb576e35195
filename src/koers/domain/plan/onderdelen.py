"""What a plan is made of. Every part has readers of its own, and holds the things written in it."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from uuid import UUID

from koers.domain.weigering import Refused

Jeugdigen = tuple[UUID, ...]


class Grootte(StrEnum):
    """Only what the question needs."""

    LICHT = "licht"
    GEWOON = "gewoon"
    COMPLEX = "complex"


class DeelSoort(StrEnum):
    """Whose part it is: of all, of one child, of one living situation, of one organisation."""

    SAMEN = "samen"
    JEUGDIGE = "jeugdige"
    THUIS = "thuis"
    ORGANISATIE = "organisatie"


@dataclass(frozen=True, slots=True)
class Woorden:
    """Own words, as spoken. `wie`: who said it; empty in the part of all."""

    tekst: str
    wie: UUID | None = None


@dataclass(frozen=True, slots=True)
class Gehoord:
    """A child was heard (`datum`, `door` whom, `hoe`), or why not."""

    jeugdige: UUID
    gehoord: bool
    datum: date | None = None
    door: str = ""
    hoe: str = ""
    waarom_niet: str = ""


@dataclass(frozen=True, slots=True)
class Kracht:
    """What goes well. About no child by name: about all of the plan."""

    tekst: str
    jeugdigen: Jeugdigen = ()


@dataclass(frozen=True, slots=True)
class Zorg:
    """A concern and what is done with it: a doel answers it, it is `aanvaard`, or handled `elders`."""

    tekst: str
    uitkomst: str = ""
    waarom: str = ""
    jeugdigen: Jeugdigen = ()


@dataclass(frozen=True, slots=True)
class Meting:
    """Marks from 0 to 10 that somebody gave on a day; what was not asked is not there."""

    wie: UUID
    datum: date
    scores: tuple[tuple[str, int], ...]
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Factor:
    """What is seen under one factor of the list in `beleid/factoren`."""

    factor: str
    tekst: str
    jeugdigen: Jeugdigen = ()


@dataclass(frozen=True, slots=True)
class Doel:
    """What the family wants, who helps, and when they look; `zorgen`: ids of the concerns it answers."""

    wat: str
    wie_helpt: str = ""
    wanneer: date | None = None
    zorgen: tuple[UUID, ...] = ()
    jeugdigen: Jeugdigen = ()


@dataclass(frozen=True, slots=True)
class Actie:
    """What somebody does before a day: a medewerker, somebody of the family, or of their network."""

    wat: str
    datum: date | None = None
    medewerker: UUID | None = None
    gezinslid: UUID | None = None
    netwerk: str = ""
    doel: UUID | None = None
    jeugdigen: Jeugdigen = ()


@dataclass(frozen=True, slots=True)
class Hulp:
    """Individual help of one child, what is there for everybody beside it, and when it gets lighter."""

    jeugdige: UUID
    voorziening: str
    vanaf: date | None = None
    voorliggend: str = ""
    waarom_niet: str = ""
    afschalen_op: date | None = None
    afschalen_hoe: str = ""


@dataclass(frozen=True, slots=True)
class Vertrouwenspersoon:
    """Where the family finds a confidential adviser, and when that was told (Jeugdwet 2.5)."""

    waar: str
    verteld_op: date | None = None


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """What an organisation does, in its own section."""

    tekst: str
    jeugdigen: Jeugdigen = ()


Inhoud = (
    Woorden | Gehoord | Kracht | Zorg | Meting | Factor | Doel | Actie | Hulp | Vertrouwenspersoon | Bijdrage
)
SOORTEN: dict[str, type] = {
    kind.__name__.lower(): kind
    for kind in (
        Woorden,
        Gehoord,
        Kracht,
        Zorg,
        Meting,
        Factor,
        Doel,
        Actie,
        Hulp,
        Vertrouwenspersoon,
        Bijdrage,
    )
}
# What may be written in which part, in the order in which people read it.
IN_DEEL: dict[DeelSoort, tuple[str, ...]] = {
    DeelSoort.SAMEN: (
        "woorden",
        "kracht",
        "zorg",
        "factor",
        "doel",
        "actie",
        "hulp",
        "vertrouwenspersoon",
    ),
    DeelSoort.JEUGDIGE: ("woorden", "gehoord", "meting"),
    DeelSoort.THUIS: ("woorden", "kracht", "zorg", "meting"),
    DeelSoort.ORGANISATIE: ("bijdrage", "doel", "actie"),
}
# A light plan asks for nothing more than this; what was written in it before stays.
NIET_IN_LICHT = frozenset({"factor", "meting"})


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One thing in a part, with the id by which versions are compared."""

    id: UUID
    inhoud: Inhoud

    @property
    def soort(self) -> str:
        return soort_of(self.inhoud)


@dataclass(frozen=True, slots=True)
class Deel:
    """A part. Exactly one of `jeugdige`, `huishouden`, `organisatie` is there, or none: of all."""

    id: UUID
    soort: DeelSoort
    onderdelen: tuple[Onderdeel, ...] = ()
    jeugdige: UUID | None = None
    huishouden: UUID | None = None
    organisatie: UUID | None = None


@dataclass(frozen=True, slots=True)
class PlanInhoud:
    """A whole plan: the working concept, or a version."""

    grootte: Grootte
    jeugdigen: Jeugdigen
    evaluatiedatum: date | None
    delen: tuple[Deel, ...]

    def all(self, kind: type) -> tuple[Onderdeel, ...]:
        """Everything of one kind, from every part."""
        return tuple(o for deel in self.delen for o in deel.onderdelen if isinstance(o.inhoud, kind))


def soort_of(inhoud: Inhoud) -> str:
    """The word by which this kind is stored."""
    return type(inhoud).__name__.lower()


def about(inhoud: Inhoud) -> Jeugdigen:
    """The children whom this is about by name; none: all of the plan."""
    if isinstance(inhoud, Gehoord | Hulp):
        return (inhoud.jeugdige,)
    return getattr(inhoud, "jeugdigen", ())


def texts(inhoud: Inhoud) -> tuple[str, ...]:
    """Everything in it that somebody typed."""
    values = (getattr(inhoud, field.name) for field in fields(inhoud))
    return tuple(value for value in values if isinstance(value, str) and value)


def check_onderdeel(inhoud: Inhoud, deel: Deel, plan: PlanInhoud) -> None:
    """Refuses what cannot stand in this part. What is not filled in yet may wait until the plan is settled.

    Refused: onderdeel_hoort_hier_niet, onderdeel_leeg, woorden_in_eigen_deel, score_buiten_bereik,
    meting_zonder_score, te_veel_eigenaren, kind_niet_in_plan.
    """
    if soort_of(inhoud) not in IN_DEEL[deel.soort]:
        raise Refused("onderdeel_hoort_hier_niet")
    if not texts(inhoud) and not isinstance(inhoud, Meting | Gehoord):
        raise Refused("onderdeel_leeg")
    if isinstance(inhoud, Woorden) and inhoud.wie is not None and deel.soort is DeelSoort.SAMEN:
        raise Refused("woorden_in_eigen_deel")
    if set(about(inhoud)) - set(plan.jeugdigen):
        raise Refused("kind_niet_in_plan")
    if isinstance(inhoud, Gehoord) and inhoud.jeugdige != deel.jeugdige:
        raise Refused("kind_niet_in_plan")
    if isinstance(inhoud, Meting):
        _check_meting(inhoud)
    if isinstance(inhoud, Actie):
        owners = (inhoud.medewerker, inhoud.gezinslid, inhoud.netwerk)
        if sum(bool(owner) for owner in owners) > 1:
            raise Refused("te_veel_eigenaren")


def _check_meting(meting: Meting) -> None:
    if not meting.scores:
        raise Refused("meting_zonder_score")
    if any(not 0 <= score <= 10 for _, score in meting.scores):
        raise Refused("score_buiten_bereik")
