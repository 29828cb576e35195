"""What the starts and stops that providers sent add up to, in whatever order they came (iJw OP080).

Nothing is worked out step by step: the state follows from all lines together, so that no order can matter.
A line that cannot hold yet waits: a stop for its start (TR382), a removal for what it removes (TR063), a
second start for the stop of the first (TR326). What still waits on its last day is rejected with `code`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from koers.domain.trajecten import START, STOP, TIJDELIJK, Stap

_ZATERDAG = 5


class Lot(StrEnum):
    """What becomes of a line."""

    GELDT = "geldt"
    VERWIJDERD = "verwijderd"  # by a later removal
    VERWERKT = "verwerkt"  # a removal that did its work
    WACHT = "wacht"


@dataclass(frozen=True, slots=True)
class Regieregel:
    """One line of a JW305 or JW307. `eind` and `reden` only of a stop; `verwijdert`: status 3."""

    soort: str
    begin: date
    verwijdert: bool = False
    reden: str = ""
    eind: date | None = None

    @property
    def sleutel(self) -> tuple[str, date, str]:
        """What makes it the same start or stop under one toewijzing."""
        return (self.soort, self.begin, self.reden)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What became of one line; `code` of WJ001 says what it waits for."""

    lot: Lot
    code: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """What became of each line, in the order given, and the starts and stops that hold."""

    uitslagen: tuple[Uitslag, ...]
    geldend: tuple[Regieregel, ...]


def settle(regels: Sequence[Regieregel]) -> Stand:
    """What all lines of one toewijzing add up to. The order only decides between two that exclude each
    other: the first to come stays."""
    uitslagen: dict[int, Uitslag] = {}
    over = _remove(regels, uitslagen)
    stops = [nummer for nummer in over if regels[nummer].soort == STOP]
    starts = [nummer for nummer in over if regels[nummer].soort == START]
    _keep_starts_with_stops(regels, uitslagen, starts, {regels[nummer].begin for nummer in stops})
    geldend = _running(regels, uitslagen, starts, stops)
    return Stand(
        tuple(uitslagen[nummer] for nummer in range(len(regels))),
        tuple(
            sorted((regels[nummer] for nummer in geldend), key=lambda een: (een.begin, een.soort, een.reden))
        ),
    )


def steps(geldend: Sequence[Regieregel]) -> list[Stap]:
    """The starts and stops as facts: one stop per start. After a pause that became final, help ended with
    the pause, for the final reason."""
    gevonden = []
    for start in (een for een in geldend if een.soort == START):
        gevonden.append(Stap(START, start.begin))
        eigen = sorted(
            (een.eind, een.reden)
            for een in geldend
            if een.soort == STOP and een.begin == start.begin and een.eind
        )
        if eigen:
            reden = next((reden for _, reden in eigen if reden != TIJDELIJK), TIJDELIJK)
            gevonden.append(Stap(STOP, eigen[0][0], reden))
    return gevonden


def _remove(regels: Sequence[Regieregel], uitslagen: dict[int, Uitslag]) -> list[int]:
    """Takes away what was removed, per key: first what is the same in every field, then what has the key.
    The numbers of what is left, at most one per key."""
    groepen: dict[tuple[str, date, str], list[int]] = defaultdict(list)
    for nummer, een in enumerate(regels):
        groepen[een.sleutel].append(nummer)
    over = []
    for groep in groepen.values():
        blijft = [nummer for nummer in groep if not regels[nummer].verwijdert]
        for nummer in (een for een in groep if regels[een].verwijdert):
            gelijk = [een for een in blijft if regels[een].eind == regels[nummer].eind]
            if not blijft:
                uitslagen[nummer] = Uitslag(Lot.WACHT, "9063")
                continue
            weg = (gelijk or blijft)[0]
            blijft.remove(weg)
            uitslagen[weg], uitslagen[nummer] = Uitslag(Lot.VERWIJDERD), Uitslag(Lot.VERWERKT)
        for dubbel in blijft[1:]:
            uitslagen[dubbel] = Uitslag(Lot.WACHT, "9074")
        over += blijft[:1]
    return sorted(over)


def _keep_starts_with_stops(
    regels: Sequence[Regieregel], uitslagen: dict[int, Uitslag], starts: list[int], gestopt: set[date]
) -> None:
    """A start with a stop is not removed (TR071): the removal waits until the stop is removed."""
    for nummer, uitslag in list(uitslagen.items()):
        een = regels[nummer]
        if een.soort != START or uitslag.lot is not Lot.VERWERKT or een.begin not in gestopt:
            continue
        if any(regels[ander].begin == een.begin for ander in starts):
            continue  # it came again afterwards
        terug = next(
            ander
            for ander, lot in uitslagen.items()
            if lot.lot is Lot.VERWIJDERD and regels[ander].sleutel == een.sleutel
        )
        del uitslagen[terug]
        starts.append(terug)
        uitslagen[nummer] = Uitslag(Lot.WACHT, "9071")


def _running(
    regels: Sequence[Regieregel], uitslagen: dict[int, Uitslag], starts: list[int], stops: list[int]
) -> list[int]:
    """Which starts and stops hold, in the order of their days."""
    per_begin: dict[date, list[int]] = defaultdict(list)
    for nummer in stops:
        per_begin[regels[nummer].begin].append(nummer)
    geldend: list[int] = []
    loopt = False
    for start in sorted(starts, key=lambda nummer: regels[nummer].begin):
        eigen = per_begin.pop(regels[start].begin, [])
        if loopt:
            uitslagen[start] = Uitslag(Lot.WACHT, "9326")
            for nummer in eigen:
                uitslagen[nummer] = Uitslag(Lot.WACHT, "9069")
            continue
        uitslagen[start] = Uitslag(Lot.GELDT)
        geldig = _stops_of_one_start(regels, uitslagen, eigen)
        geldend += [start, *geldig]
        loopt = not geldig
    for nummer in (een for rest in per_begin.values() for een in rest):
        uitslagen[nummer] = Uitslag(Lot.WACHT, "9069")
    return geldend


def _stops_of_one_start(
    regels: Sequence[Regieregel], uitslagen: dict[int, Uitslag], eigen: list[int]
) -> list[int]:
    """A pause, and one end that is not before it (TR413 to TR415)."""
    pauzes = [nummer for nummer in eigen if regels[nummer].reden == TIJDELIJK]
    geldig = list(pauzes)
    for nummer in eigen:
        if nummer in pauzes:
            uitslagen[nummer] = Uitslag(Lot.GELDT)
        elif len(geldig) > len(pauzes):
            uitslagen[nummer] = Uitslag(Lot.WACHT, "9415")
        elif pauzes and _end(regels[nummer]) < _end(regels[pauzes[0]]):
            uitslagen[nummer] = Uitslag(Lot.WACHT, "9414")
        else:
            uitslagen[nummer] = Uitslag(Lot.GELDT)
            geldig.append(nummer)
    return geldig


def _end(een: Regieregel) -> date:
    return een.eind or date.max


def answer_day(ontvangen: date) -> date:
    """The last day on which an answer goes out: the second working day after receipt, so that it is there
    on the third (OP090). Holidays are not counted: an answer may be early."""
    return workdays_after(ontvangen, 2)


def workdays_after(dag: date, aantal: int) -> date:
    """The day that lies so many working days later; holidays are not known here."""
    while aantal:
        dag += timedelta(days=1)
        aantal -= dag.weekday() < _ZATERDAG
    return dag
