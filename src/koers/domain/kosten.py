"""What help cost so far by what was claimed, and what is to come by what was given. Cents; days inclusive.

What is to come is what may still be claimed: from the first month that was not claimed through the last day
of the help. It is what was promised, not a forecast.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from koers.domain.declaraties import EURO, allowed
from koers.domain.toewijzingsvarianten import IN_TOTAAL, Omvang


class Waaruit(StrEnum):
    """By what the amount to come is known."""

    HOEVEELHEID = "hoeveelheid"
    BUDGET = "budget"
    GEMIDDELDE = "gemiddelde"  # no amount was set: as in the months that were claimed
    ONBEKEND = "onbekend"
    KLAAR = "klaar"


@dataclass(frozen=True, slots=True)
class Hulp:
    """A toewijzing as its cost sees it. `laatste`: last day of it or of the help, if that is known;
    `maanden`: first day of every month that was claimed; `volume`: that was claimed."""

    ingangsdatum: date
    laatste: date | None
    omvang: Omvang | None
    budget_cent: int | None
    tarief_cent: int
    gedeclareerd_cent: int = 0
    gedeclareerd_volume: int = 0
    maanden: tuple[date, ...] = ()
    verwijderd: bool = False


@dataclass(frozen=True, slots=True)
class Kosten:
    """`te_komen_cent` is None where nobody can say; `tot_en_met`: through which day it was counted."""

    gedeclareerd_cent: int
    te_komen_cent: int | None
    waaruit: Waaruit
    tot_en_met: date


def cost_of(een: Hulp, *, horizon: date) -> Kosten:
    """So far and to come. `horizon`: through which day help without an end is counted."""
    eind = horizon if een.laatste is None else een.laatste
    vanaf = _unclaimed(een)
    if een.verwijderd or vanaf > eind:
        return Kosten(een.gedeclareerd_cent, 0, Waaruit.KLAAR, eind)
    te_komen, waaruit = _to_come(een, vanaf, eind)
    return Kosten(een.gedeclareerd_cent, te_komen, waaruit, eind)


def _unclaimed(een: Hulp) -> date:
    """First day of what was not claimed."""
    if not een.maanden:
        return een.ingangsdatum
    return max(een.ingangsdatum, (max(een.maanden) + timedelta(days=31)).replace(day=1))


def _to_come(een: Hulp, vanaf: date, eind: date) -> tuple[int | None, Waaruit]:
    if een.budget_cent is not None:
        return max(0, een.budget_cent - een.gedeclareerd_cent), Waaruit.BUDGET
    if een.omvang is not None:
        prijs = 1 if een.omvang.eenheid == EURO else een.tarief_cent
        if een.omvang.frequentie == IN_TOTAAL:
            return max(0, een.omvang.volume - een.gedeclareerd_volume) * prijs, Waaruit.HOEVEELHEID
        return allowed(een.omvang, vanaf, eind) * prijs, Waaruit.HOEVEELHEID
    if not een.maanden:
        return None, Waaruit.ONBEKEND
    nog = (eind.year - vanaf.year) * 12 + eind.month - vanaf.month + 1
    return round(een.gedeclareerd_cent / len(set(een.maanden)) * nog), Waaruit.GEMIDDELDE


def in_all(kosten: list[Kosten]) -> tuple[int, int | None]:
    """So far and to come together; None if nobody can say of one of them what is to come."""
    gedaan = sum(een.gedeclareerd_cent for een in kosten)
    if any(een.te_komen_cent is None for een in kosten):
        return gedaan, None
    return gedaan, sum(een.te_komen_cent or 0 for een in kosten)
