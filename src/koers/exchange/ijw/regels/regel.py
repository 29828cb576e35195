"""What a rule of the standard is in Koers: one row that says what holds, where it is looked at and with what.

The sentences are our own; the numbers, the messages and the return codes are those of the standard.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from koers.exchange.ijw.bericht import AFGEKEURD, Bericht

HEEN = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323")
ALLE = (*HEEN, "JW325")
RETOUR = ("JW302", "JW306", "JW308", "JW316", "JW318", "JW320")


class Waar(StrEnum):
    """Where a rule is looked at."""

    OPBOUW = "opbouw"  # the tables of elements, types and codes
    BERICHT = "bericht"  # the message alone
    REGISTER = "register"  # with the toewijzingen that Koers knows
    EERDER = "eerder"  # with the messages that came before
    AFSPRAAK = "afspraak"  # between people: no message shows it


class Vondst(NamedTuple):
    """What a check found: the place, the sentence, and whether it only asks for attention."""

    pad: str
    zin: str
    opmerking: bool = False


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What a check may know beside the message. `gemeenten`: codes of CBS, of now and of before;
    `producten`: product code -> category."""

    vandaag: date
    gemeenten: Collection[str]
    producten: Mapping[str, str] = field(default_factory=dict)


Controle = Callable[[Bericht, Omgeving], Iterable[Vondst]]


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule. `kijk` checks it; or `via` names the rules that do; or `waarom` says why nobody does."""

    nummer: str
    zin: str
    berichten: tuple[str, ...]
    waar: Waar
    code: str = AFGEKEURD
    kijk: Controle | None = None
    via: tuple[str, ...] = ()
    waarom: str = ""


def alone(
    nummer: str, berichten: str | tuple[str, ...], zin: str, kijk: Controle, code: str = AFGEKEURD
) -> Regel:
    """A rule that the message itself can break."""
    return Regel(nummer, zin, named(berichten), Waar.BERICHT, code, kijk)


def built(nummer: str, berichten: str | tuple[str, ...], zin: str) -> Regel:
    """A rule that the tables of elements, types and codes already hold."""
    return Regel(nummer, zin, named(berichten), Waar.OPBOUW)


def later(nummer: str, berichten: str, zin: str, waar: Waar, code: str) -> Regel:
    """A rule that can only be looked at with what Koers knows beside the message."""
    waarom = "Vraagt de toewijzingen." if waar is Waar.REGISTER else "Vraagt de eerdere berichten."
    return Regel(nummer, zin, named(berichten), waar, code, waarom=waarom)


def named(berichten: str | tuple[str, ...]) -> tuple[str, ...]:
    """ "301 315" -> the names of those messages."""
    return tuple(f"JW{een}" for een in berichten.split()) if isinstance(berichten, str) else berichten


def filled(klasse: Mapping[str, Any], *namen: str) -> Any:
    """The value that lies so deep in a class, or None."""
    waarde: Any = klasse
    for naam in namen:
        if not isinstance(waarde, (dict, Mapping)):  # a dict nearly always, which is quickly seen
            return None
        waarde = waarde.get(naam)
    return waarde
