"""What a municipality can turn: how much less, from when, and within how many months.

The amounts are of who asks: Koers invents no effect. No lever touches route C: the gecertificeerde
instelling itself says which help is needed (Jeugdwet 3.5).
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from koers.domain.routes import MEDISCH, TOEGANG
from koers.domain.weigering import Refused

HOOGSTE_PROCENT = 60
LANGSTE_AANLOOP = 60
_TEKST = re.compile(
    r"(?P<knop>[a-z0-9-]+):(?P<procent>[0-9]{1,3}):(?P<maand>[0-9]{4}-[0-9]{2})"
    r"(?::(?P<aanloop>[0-9]{1,3})(?::(?P<praktijken>[A-Za-z0-9]+(?:,[A-Za-z0-9]+)*))?)?"
)


class Werking(StrEnum):
    """What a lever acts on."""

    INSTROOM = "instroom"
    DUUR = "duur"
    VERVOLG = "vervolg"
    COLLECTIEF = "collectief"
    HERINDICATIE = "herindicatie"


@dataclass(frozen=True, slots=True)
class Knop:
    """One lever. `onderzoek`: an investigation of the source, not policy; who shows it says so.
    `per_praktijk`: it may be turned for some referring practices only.
    """

    sleutel: str
    werking: Werking
    niveaus: tuple[int, ...] = ()
    route: str | None = None
    onderzoek: bool = False
    per_praktijk: bool = False


KNOPPEN = {
    knop.sleutel: knop
    for knop in (
        Knop("instroom-toegang", Werking.INSTROOM, route=TOEGANG),
        Knop("instroom-arts", Werking.INSTROOM, route=MEDISCH),
        Knop("duur-4-5", Werking.DUUR, niveaus=(4, 5)),
        Knop("duur-6-8", Werking.DUUR, niveaus=(6, 7, 8)),
        Knop("vervolg", Werking.VERVOLG),
        Knop("collectief", Werking.COLLECTIEF, niveaus=(4, 5), onderzoek=True),
        # New ones go last: the place of a lever is the address of its luck.
        Knop("poh-jeugd", Werking.INSTROOM, route=MEDISCH),
        Knop("hulp-op-school", Werking.INSTROOM, route=TOEGANG),
        Knop("herindicatie", Werking.HERINDICATIE, route=MEDISCH, per_praktijk=True),
    )
}


@dataclass(frozen=True, slots=True)
class Inzet:
    """A lever turned: `procent` less at full effect, from the first of a month, in `aanloop` months.

    `praktijken`: codes of the referring practices that it is turned for; empty: all of them.
    """

    knop: Knop
    procent: int
    vanaf: date
    aanloop: int
    praktijken: tuple[str, ...] = ()

    @property
    def tekst(self) -> str:
        """As `read_inzet` reads it."""
        erbij = f":{','.join(self.praktijken)}" if self.praktijken else ""
        return f"{self.knop.sleutel}:{self.procent}:{self.vanaf:%Y-%m}:{self.aanloop}{erbij}"

    def without_names(self) -> "Inzet":
        """The same for who may not know which practices: only how many."""
        return replace(self, praktijken=tuple(str(n) for n in range(1, len(self.praktijken) + 1)))


def make_inzet(
    knop: str, procent: int, maand: str, aanloop: int = 0, praktijken: tuple[str, ...] = ()
) -> Inzet:
    """Refused: hefboom_onbekend, hefboom_procent, hefboom_vanaf, hefboom_aanloop, hefboom_praktijken."""
    if knop not in KNOPPEN:
        raise Refused("hefboom_onbekend", hefboom=knop, hefbomen=", ".join(KNOPPEN))
    if not 0 <= procent <= HOOGSTE_PROCENT:
        raise Refused("hefboom_procent", procent=procent, hoogste=HOOGSTE_PROCENT)
    if not 0 <= aanloop <= LANGSTE_AANLOOP:
        raise Refused("hefboom_aanloop", aanloop=aanloop, langste=LANGSTE_AANLOOP)
    try:
        vanaf = date.fromisoformat(f"{maand}-01")
    except ValueError as error:
        raise Refused("hefboom_vanaf", maand=maand) from error
    if praktijken and not KNOPPEN[knop].per_praktijk:
        raise Refused("hefboom_praktijken", hefboom=knop)
    return Inzet(KNOPPEN[knop], procent, vanaf, aanloop, tuple(sorted(set(praktijken))))


def read_inzet(tekst: str) -> Inzet:
    """ "instroom-arts:20:2027-01:12": lever, percent, month and run-up (which may be left out); after that
    the codes of practices, with commas, for a lever that knows them.

    Refused: hefboom_tekst, and what `make_inzet` refuses.
    """
    gevonden = _TEKST.fullmatch(tekst.strip())
    if gevonden is None:
        raise Refused("hefboom_tekst", tekst=tekst)
    return make_inzet(
        gevonden["knop"],
        int(gevonden["procent"]),
        gevonden["maand"],
        int(gevonden["aanloop"] or 0),
        tuple(filter(None, (gevonden["praktijken"] or "").split(","))),
    )
