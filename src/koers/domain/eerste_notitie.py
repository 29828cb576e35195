"""The first note: what was said on the phone, and what two people wrote on the same note."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from koers.domain.rollen import Rol
from koers.domain.weigering import Refused

KAN_WACHTEN, VANDAAG, NU = "kan_wachten", "vandaag", "nu"
URGENTIES = (KAN_WACHTEN, VANDAAG, NU)
# Why a note becomes no melding. A fixed list: a reason in free words would keep what should be gone.
REDENEN_WEGLEGGEN = (
    "geen_vraag_om_hulp",
    "staat_er_al",
    "andere_gemeente",
    "niet_meer_bereikt",
    "vergissing",
)
# Who may pass a question on to the toegang, and cannot refer (Koersen, opgave 4).
GEVEN_DOOR = frozenset(
    {
        Rol.SCHOOL,
        Rol.KINDEROPVANG,
        Rol.POH_JEUGD,
        Rol.JONGERENWERKER,
        Rol.GEZINSCOACH,
        Rol.JEUGDVERPLEEGKUNDIGE,
    }
)


@dataclass(frozen=True, slots=True)
class NotitieInhoud:
    """What was said. Every part may be empty: nothing may stop somebody who writes while listening."""

    kind: str = ""
    vraag: str = ""
    beller: str = ""
    telefoon: str = ""
    urgentie: str = KAN_WACHTEN

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was written down yet."""
        return not any([self.kind.strip(), self.vraag.strip(), self.beller.strip(), self.telefoon.strip()])


def check_inhoud(inhoud: NotitieInhoud) -> None:
    """Refused: urgentie_onbekend."""
    if inhoud.urgentie not in URGENTIES:
        raise Refused("urgentie_onbekend")


def differences(mijn: NotitieInhoud, hun: NotitieInhoud) -> tuple[str, ...]:
    """The names of the parts in which two versions differ, in their order."""
    return tuple(f.name for f in fields(NotitieInhoud) if getattr(mijn, f.name) != getattr(hun, f.name))


def state_of_notitie(stappen: Sequence[str], *, doorgegeven: bool) -> str:
    """The state by its steps, oldest first: the kinds `opgepakt`, `afgerond`, `weggelegd`."""
    if stappen and stappen[-1] != "opgepakt":
        return stappen[-1]
    return "doorgegeven" if doorgegeven and not stappen else "concept"
