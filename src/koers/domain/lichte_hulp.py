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


@dataclass(frozen=True, slots=True)
class Verloop:
    """One light question from beginning to end; `eerste_gesprek` and `einddatum` empty until they were."""

    vraagdatum: date
    eerste_gesprek: date | None = None
    einddatum: date | None = None
    uitkomst: str = ""
    minuten: int = 0
    gesprekken: int = 0

    def stappen(self) -> tuple[LichteStap, ...]:
        """The steps it consists of, oldest first."""
        begin = () if self.eerste_gesprek is None else (LichteStap(START, self.eerste_gesprek),)
        if self.einddatum is None:
            return begin
        return (*begin, LichteStap(self.uitkomst, self.einddatum, self.minuten, self.gesprekken))


def check_verloop(verloop: Verloop, *, today: date) -> None:
    """Refuses a course that cannot be.

    Refused: datum_in_toekomst, einde_en_uitkomst, and as `check_lichte_stap`.
    """
    if verloop.vraagdatum > today:
        raise Refused("datum_in_toekomst")
    if (verloop.einddatum is None) != (not verloop.uitkomst):
        raise Refused("einde_en_uitkomst")
    eerder: list[LichteStap] = []
    for stap in verloop.stappen():
        check_lichte_stap(verloop.vraagdatum, eerder, stap, today=today)
        eerder.append(stap)


def days_left(verloop: Verloop, norm_dagen: int, today: date) -> int | None:
    """Days until the first talk has to have been; negative: too late. None: it was, or need not be."""
    if verloop.eerste_gesprek is not None or verloop.einddatum is not None:
        return None
    return norm_dagen - (today - verloop.vraagdatum).days


def in_time(verloop: Verloop, norm_dagen: int, today: date) -> bool | None:
    """Whether the first talk was in time; None while that is not known, or no talk was needed."""
    if verloop.eerste_gesprek is not None:
        return (verloop.eerste_gesprek - verloop.vraagdatum).days <= norm_dagen
    left = days_left(verloop, norm_dagen, today)
    return False if left is not None and left < 0 else None
