"""The calendar windows over which figures are computed: years, quarters, months."""

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


def _window(per: Per, jaar: int, maand: int) -> Venster:
    after = jaar * 12 + maand - 1 + _MONTHS[per]
    naam = {"jaar": f"{jaar}", "kwartaal": f"{jaar}-K{(maand + 2) // 3}", "maand": f"{jaar}-{maand:02d}"}[per]
    return Venster(naam, date(jaar, maand, 1), date(after // 12, after % 12 + 1, 1))
