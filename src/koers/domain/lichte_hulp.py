"""How light help goes: a question, a first talk, and one end. No besluit is needed (Jeugdwet 2.3, 2.9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from koers.domain.weigering import Refused

START = "start"
EINDEN = ("afgerond", "opgeschaald", "gestopt_door_gezin")


@dataclass(frozen=True, slots=True)
class LichteStap:
    """The first talk or the end, on a day; `minuten` and `gesprekken` spent in all."""

    soort: str
    datum: date
    minuten: int = 0
    gesprekken: int = 0


def check_lichte_stap(vraag: date, eerder: Sequence[LichteStap], stap: LichteStap, *, today: date) -> None:
    """Refuses a step that cannot be. `vraag`: the day of the question; `eerder`: oldest first.

    A family may stop, or be handed over, before there was a talk. Refused: stap_onbekend,
    datum_in_toekomst, stap_voor_vraag, al_begonnen, lichte_hulp_voorbij, stap_te_vroeg.
    """
    if stap.soort not in (START, *EINDEN):
        raise Refused("stap_onbekend")
    if stap.datum > today:
        raise Refused("datum_in_toekomst")
    if stap.datum < vraag:
        raise Refused("stap_voor_vraag", datum=vraag)
    if eerder and eerder[-1].soort in EINDEN:
        raise Refused("lichte_hulp_voorbij", datum=eerder[-1].datum)
    if eerder and stap.soort == START:
        raise Refused("al_begonnen", datum=eerder[-1].datum)
    if eerder and stap.datum < eerder[-1].datum:
        raise Refused("stap_te_vroeg", datum=eerder[-1].datum)
