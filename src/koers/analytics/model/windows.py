"""The calendar windows over which figures are computed: years, quarters, months."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Per = Literal["jaar", "kwartaal", "maand"]
_MONTHS: dict[str, int] = {"jaar": 12, "kwartaal": 3, "maand": 1}


@dataclass(frozen=True, slots=True)
class Venster:
    """The days from `begindatum` until just before `tot_datum`; `naam`: "2024", "2024-K1" or "2024-03"."""

    naam: str
    begindatum: date
    tot_datum: date

    @property
    def jaar(self) -> int:
        """The year of its first day: ages on 1 January and the population are those of this year."""
        return self.begindatum.year

    def in_year(self, jaar: int) -> "Venster":
        """The same part of another year."""
        later = jaar - self.jaar
        return Venster(
            str(jaar) + self.naam[4:],
            self.begindatum.replace(year=jaar),
            self.tot_datum.replace(year=self.tot_datum.year + later),
        )


def windows(per: Per, van: int, tot_en_met: int) -> tuple[Venster, ...]:
    """All calendar years, quarters or months of the years `van` up to and including `tot_en_met`."""
    length = _MONTHS[per]
    return tuple(
        _window(per, jaar, maand) for jaar in range(van, tot_en_met + 1) for maand in range(1, 13, length)
    )


def named_window(naam: str) -> Venster:
    """The window that people mean by "2021", "2021-Q3" (or K3) or "2021-03"; it keeps that name.

    ValueError: it is no year, quarter or month.
    """
    found = re.fullmatch(r"((?:19|20)[0-9]{2})(?:-(?:[QK]([1-4])|(0[1-9]|1[0-2])))?", naam)
    if not found:
        raise ValueError(naam)
    jaar, kwartaal, maand = (int(part) if part else 0 for part in found.groups())
    per: Per = "kwartaal" if kwartaal else "maand" if maand else "jaar"
    venster = _window(per, jaar, maand or max(kwartaal * 3 - 2, 1))
    return Venster(naam, venster.begindatum, venster.tot_datum)


def _window(per: Per, jaar: int, maand: int) -> Venster:
    after = jaar * 12 + maand - 1 + _MONTHS[per]
    naam = {"jaar": f"{jaar}", "kwartaal": f"{jaar}-K{(maand + 2) // 3}", "maand": f"{jaar}-{maand:02d}"}[per]
    return Venster(naam, date(jaar, maand, 1), date(after // 12, after % 12 + 1, 1))
