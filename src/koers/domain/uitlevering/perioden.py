"""Reporting periods of Beleidsinformatie Jeugd for jeugdhulp: two a year (protocol v7, 7.3)."""

from dataclasses import dataclass
from datetime import date, timedelta

from koers.domain.weigering import Refused

EERSTE_JAAR, LAATSTE_JAAR = 2015, 2100  # the Jeugdwet began on 1 January 2015


@dataclass(frozen=True, slots=True)
class Verslagperiode:
    """January to June (`helft` 1) or July to December (2); both days inclusive."""

    jaar: int
    helft: int

    @property
    def eerste(self) -> date:
        return date(self.jaar, 1 if self.helft == 1 else 7, 1)

    @property
    def laatste(self) -> date:
        return date(self.jaar, 6, 30) if self.helft == 1 else date(self.jaar, 12, 31)

    @property
    def uiterlijk(self) -> date:
        """CBS asks for the file within three weeks after the period (7.4); its letter names the day."""
        return self.laatste + timedelta(weeks=3)

    @property
    def vorige(self) -> "Verslagperiode":
        return Verslagperiode(self.jaar, 1) if self.helft == 2 else Verslagperiode(self.jaar - 1, 2)

    def __str__(self) -> str:
        return f"{self.jaar}-{self.helft}"


def read_periode(tekst: str) -> Verslagperiode:
    """From "2026-1". Refused: uitlevering_periode_onbekend."""
    jaar, _, helft = tekst.partition("-")
    known = jaar.isascii() and jaar.isdecimal() and len(jaar) == 4 and helft in ("1", "2")
    if not known or not EERSTE_JAAR <= int(jaar) <= LAATSTE_JAAR:
        raise Refused("uitlevering_periode_onbekend", periode=tekst[:20])
    return Verslagperiode(int(jaar), int(helft))


def last_ended(today: date) -> Verslagperiode:
    """The period that ended last: the one to deliver now."""
    running = Verslagperiode(today.year, 1 if today.month <= 6 else 2)
    return running.vorige
