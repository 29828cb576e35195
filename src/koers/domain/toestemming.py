"""Whose consent is needed for help to a young person, or for sharing about them, and whether it is there.

Under 12: who holds gezag (Jeugdwet 7.3.15 lid 1). From 12 until 16: the young person and who holds gezag,
with two exceptions (7.3.4 lid 2). From 16: the young person alone (7.3.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from koers.domain.personen import leeftijd

EIGEN_STEM = 12  # years: beleid/normen/toestemming-12-tot-16.yaml
ALLEEN = 16  # years: beleid/normen/toestemming-vanaf-16.yaml
VOLWASSEN = 18


class Antwoord(StrEnum):
    """What somebody said, or (the last four) a ground that a worker writes down with its reason."""

    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"
    ERNSTIG_NADEEL = "ernstig_nadeel"
    BLIJFT_WENSEN = "blijft_wensen"
    NIET_IN_STAAT = "niet_in_staat"
    MAATREGEL = "maatregel"


GRONDEN = frozenset(
    {Antwoord.ERNSTIG_NADEEL, Antwoord.BLIJFT_WENSEN, Antwoord.NIET_IN_STAAT, Antwoord.MAATREGEL}
)


class Stand(StrEnum):
    """Whether consent is there."""

    NIET_NODIG = "niet_nodig"
    COMPLEET = "compleet"
    ONTBREEKT = "ontbreekt"
    GEWEIGERD = "geweigerd"
    GEEN_VERTEGENWOORDIGER = "geen_vertegenwoordiger"


@dataclass(frozen=True, slots=True)
class Gezegd:
    """One answer; `gever` is empty for a ground."""

    antwoord: Antwoord
    gever: UUID | None = None


@dataclass(frozen=True, slots=True)
class Betrokkene:
    """The young person and who holds gezag today; not yet born: no `geboortedatum`."""

    id: UUID
    geboortedatum: date | None
    gezag: frozenset[UUID] = frozenset()

    def age(self, today: date) -> int:
        return leeftijd(self.geboortedatum, today) if self.geboortedatum else 0


@dataclass(frozen=True, slots=True)
class Toestemmingsstand:
    """Whether consent is there, who must still say yes or said no, and the norm that decides it."""

    stand: Stand
    wie: frozenset[UUID]
    norm: str

    @property
    def in_orde(self) -> bool:
        return self.stand in (Stand.COMPLEET, Stand.NIET_NODIG)


def consent_givers(
    wie: Betrokkene, today: date, *, niet_in_staat: bool = False
) -> tuple[frozenset[UUID], str]:
    """Everybody whose yes is needed, and the norm that says so."""
    age, eigen = wie.age(today), frozenset({wie.id})
    if age < EIGEN_STEM:
        return wie.gezag, "vertegenwoordiging-tot-12"
    if niet_in_staat:  # Jeugdwet 7.3.15 lid 2; of an adult a curator or mentor, whom Koers does not know
        return (wie.gezag if age < VOLWASSEN else frozenset()), "vertegenwoordiging-tot-12"
    if age < ALLEEN:
        return eigen | wie.gezag, "toestemming-12-tot-16"
    return eigen, "toestemming-vanaf-16"


def consent(
    wie: Betrokkene, gezegd: Sequence[Gezegd], today: date, *, delen: bool = False
) -> Toestemmingsstand:
    """How consent stands. `gezegd`: oldest first; the last answer of each person counts.

    `delen`: about sharing, for which a measure of the court takes no consent away.
    """
    grounds = {een.antwoord for een in gezegd if een.antwoord in GRONDEN}
    givers, norm = consent_givers(wie, today, niet_in_staat=Antwoord.NIET_IN_STAAT in grounds)
    if Antwoord.MAATREGEL in grounds and not delen:
        return Toestemmingsstand(Stand.NIET_NODIG, frozenset(), norm)
    if not givers:
        return Toestemmingsstand(Stand.GEEN_VERTEGENWOORDIGER, frozenset(), norm)
    said = {een.gever: (plek, een.antwoord) for plek, een in enumerate(gezegd) if een.gever is not None}
    refused = {g for g in givers if said.get(g, (0, ""))[1] in (Antwoord.GEWEIGERD, Antwoord.INGETROKKEN)}
    silent = givers - said.keys()
    if (wie.id in givers and len(givers) > 1) or wie.age(today) < EIGEN_STEM:
        refused, silent = _set_aside(wie, gezegd, today, refused, silent)
    if refused:
        return Toestemmingsstand(Stand.GEWEIGERD, frozenset(refused), norm)
    if silent:
        return Toestemmingsstand(Stand.ONTBREEKT, frozenset(silent), norm)
    return Toestemmingsstand(Stand.COMPLEET, frozenset(), norm)


def _set_aside(
    wie: Betrokkene, gezegd: Sequence[Gezegd], today: date, refused: set[UUID], silent: frozenset[UUID]
) -> tuple[set[UUID], frozenset[UUID]]:
    """What the exceptions take away. Never the young person's own answer.

    Serious harm: the parents are not needed from 12 (7.3.4 lid 2); under 12 only an answer for which there
    was no time is not needed, a refusal stays (7.3.16). A lasting wish sets aside a refusal before it.
    """
    grounds = {een.antwoord for een in gezegd}
    age = wie.age(today)
    if Antwoord.ERNSTIG_NADEEL in grounds:
        silent = silent & {wie.id}
        if age >= EIGEN_STEM:
            refused = refused & {wie.id}
    if Antwoord.BLIJFT_WENSEN in grounds and EIGEN_STEM <= age < ALLEEN:
        wish = max(plek for plek, een in enumerate(gezegd) if een.antwoord is Antwoord.BLIJFT_WENSEN)
        later = {een.gever for een in gezegd[wish:] if een.antwoord is not Antwoord.GEGEVEN}
        refused = refused & (later | {wie.id})
    return refused, silent
