"""Contracts with providers: what can be wrong with one before it is written.

Periods are half-open: `tot` is the first day on which it does not hold any more, None while no end is agreed.
Tariffs are whole cents per unit.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from koers.domain.weigering import Refused

AGB = re.compile(r"[0-9]{8}")
# More than this per unit is a slip of the keyboard: a year of the dearest closed residence costs less.
HOOGSTE_TARIEF_CENT = 50_000_000
# JZ020: the categories of 2015, which no new contract uses.
OUDE_CATEGORIEEN = frozenset({"31", "32", "33", "34", "35", "36", "37", "38"})


@dataclass(frozen=True, slots=True)
class Periode:
    """From `van`, until just before `tot`."""

    van: date
    tot: date | None

    def overlaps(self, ander: "Periode") -> bool:
        """Whether some day lies in both."""
        return (self.tot is None or ander.van < self.tot) and (ander.tot is None or self.van < ander.tot)

    def holds(self, ander: "Periode") -> bool:
        """Whether every day of the other lies in this one."""
        ends = self.tot is None or (ander.tot is not None and ander.tot <= self.tot)
        return self.van <= ander.van and ends


def check_agb(agb: str) -> None:
    """An AGB code is eight digits. Refused: agb_fout."""
    if not AGB.fullmatch(agb):
        raise Refused("agb_fout")


def check_periode(periode: Periode) -> None:
    """At least one day. Refused: periode_omgekeerd."""
    if periode.tot is not None and periode.tot <= periode.van:
        raise Refused("periode_omgekeerd")


def check_tarief(tarief_cent: int) -> None:
    """More than nothing and no slip of the keyboard. Refused: tarief_nul, tarief_te_hoog."""
    if tarief_cent <= 0:
        raise Refused("tarief_nul")
    if tarief_cent > HOOGSTE_TARIEF_CENT:
        raise Refused("tarief_te_hoog", hoogstens_cent=HOOGSTE_TARIEF_CENT)


def check_leeftijden(van: int | None, tot_en_met: int | None) -> None:
    """Refused: leeftijden_omgekeerd."""
    if van is not None and tot_en_met is not None and tot_en_met < van:
        raise Refused("leeftijden_omgekeerd")


def category_of(code: str, bekend: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Category (JZ020) and hulpvorm (CBS, "" where the list names none) of a standard product code.

    `bekend`: the list JZ21. Refused: productcode_onbekend.
    """
    found = bekend.get(code)
    if found is None or found[0] in OUDE_CATEGORIEEN:
        raise Refused("productcode_onbekend", code=code[:12])
    categorie, hulpvorm = found
    return categorie, hulpvorm if hulpvorm.isdecimal() else ""


def first_overlap(nieuw: Periode, er_zijn: Iterable[Periode]) -> Periode | None:
    """The earliest of what is there already that shares a day with the new one."""
    return min((een for een in er_zijn if nieuw.overlaps(een)), key=lambda een: een.van, default=None)


def check_laatste_dag(tot: date, van: date, loopt_tot: date | None) -> None:
    """An end lies after the beginning, and before the end that was agreed.

    Refused: einde_voor_begin, einde_niet_eerder.
    """
    if tot <= van:
        raise Refused("einde_voor_begin", datum=van)
    if loopt_tot is not None and tot >= loopt_tot:
        raise Refused("einde_niet_eerder", tot=loopt_tot)
