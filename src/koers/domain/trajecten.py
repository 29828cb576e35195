"""When help may start and stop under a toewijzing (iJw OP072, TR326, TR382)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from koers.domain.weigering import Refused

START, STOP = "start", "stop"
TIJDELIJK = "20"  # JZ588: help pauses and may start again


@dataclass(frozen=True, slots=True)
class Stap:
    """A start or a stop on a day; on the day of a stop there is still help."""

    soort: str
    datum: date
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Kader:
    """The period of a toewijzing: from `ingangsdatum` until just before `tot_datum`, if it ends."""

    ingangsdatum: date
    tot_datum: date | None = None


def check_start(kader: Kader, eerder: Sequence[Stap], datum: date) -> None:
    """Refuses a start that cannot be. `eerder`: the current steps, oldest first.

    Refused: start_voor_toewijzing, start_na_toewijzing, al_begonnen, al_beeindigd, start_voor_stop.
    """
    if datum < kader.ingangsdatum:
        raise Refused("start_voor_toewijzing", datum=kader.ingangsdatum)
    if kader.tot_datum is not None and datum >= kader.tot_datum:
        raise Refused("start_na_toewijzing")
    if not eerder:
        return
    last = eerder[-1]
    if last.soort == START:
        raise Refused("al_begonnen", datum=last.datum)
    if last.reden != TIJDELIJK:
        raise Refused("al_beeindigd", datum=last.datum)
    if datum <= last.datum:
        raise Refused("start_voor_stop", datum=last.datum)


def check_stop(eerder: Sequence[Stap], datum: date, *, today: date) -> None:
    """Refuses a stop that cannot be.

    Refused: nog_niet_begonnen, stop_voor_start, stop_in_toekomst.
    """
    if not eerder or eerder[-1].soort != START:
        raise Refused("nog_niet_begonnen")
    if datum < eerder[-1].datum:
        raise Refused("stop_voor_start", datum=eerder[-1].datum)
    if datum > today:
        raise Refused("stop_in_toekomst")
