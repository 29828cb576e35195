"""Lying bars on an axis of time: what was agreed first, and dashed behind it what it became since.

Each row has its name and its days in words above its bar; a dot is a day on which something is to be done,
filled when it was. The table beside the picture holds the same days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats
from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, groep, lijn, link, tekst, vlak

BREEDTE, RIJ, KOP, RAND = 440.0, 58.0, 40.0, 8.0
NAAM, WOORDEN, BALK, DIKTE = 16.0, 32.0, 40.0, 10.0
LANGSTE_NAAM, LANGSTE_WOORDEN = 50, 60
KWARTAAL = (1, 4, 7, 10)


@dataclass(frozen=True, slots=True)
class Mijlpaal:
    """A day on which something is to be done. `eerst`: the day that was agreed first; `gedaan`: it was."""

    dag: date
    eerst: date
    gedaan: bool = False


@dataclass(frozen=True, slots=True)
class Tijdbalk:
    """One row, from its begin to the last of its days; at least one."""

    naam: str
    woorden: str
    begin: date
    mijlpalen: tuple[Mijlpaal, ...]
    adres: str = ""


def tijdbalken(
    *, id: str, titel: str, omschrijving: str, rijen: Sequence[Tijdbalk], vandaag: date, vandaag_naam: str
) -> SafeString:
    """The picture, from the first begin to the last end, with today in it."""
    as_ = _As.of(rijen, vandaag)
    onder = KOP + RIJ * len(rijen)
    delen: list[str] = [*_ticks(as_, onder), *_today(as_, vandaag, vandaag_naam, onder)]
    delen += [_row(as_, rij, KOP + RIJ * nummer) for nummer, rij in enumerate(rijen)]
    beeld = Beeld(id, titel, omschrijving, BREEDTE, onder + 4, "tijdbalken")
    return beeld.draw(delen, links=any(rij.adres for rij in rijen))


@dataclass(frozen=True, slots=True)
class _As:
    begin: date
    dagen: int

    @classmethod
    def of(cls, rijen: Sequence[Tijdbalk], vandaag: date) -> "_As":
        days = [vandaag, *(rij.begin for rij in rijen)]
        days += [dag for rij in rijen for een in rij.mijlpalen for dag in (een.dag, een.eerst)]
        first = min(days).replace(day=1)
        # Room for a label behind the last day, and never an axis of nothing.
        return cls(first, max((max(days) - first).days + 20, 120))

    def x(self, dag: date) -> float:
        return RAND + (dag - self.begin).days / self.dagen * (BREEDTE - 2 * RAND)


def _ticks(as_: _As, onder: float) -> Iterator[SafeString]:
    """The first of each quarter as a line with its name; of each year alone when the axis is long."""
    dag, last = as_.begin, as_.begin + timedelta(days=as_.dagen)
    long = as_.dagen > 900
    while dag <= last:
        if dag.month in ((1,) if long else KWARTAAL):
            yield lijn(as_.x(dag), KOP - 6, as_.x(dag), onder, "beeld__spoor")
            # Full names follow the language's own capitals; of these four, three letters are the short name.
            naam = str(dag.year) if long else f"{formats.date_format(dag, 'F')[:3]} {dag.year}"
            yield tekst(as_.x(dag), KOP - 12, naam, "beeld__klein", "start" if dag == as_.begin else "middle")
        dag = (dag + timedelta(days=32)).replace(day=1)


def _today(as_: _As, vandaag: date, naam: str, onder: float) -> list[SafeString]:
    x = as_.x(vandaag)
    return [
        tekst(min(max(x, 34), BREEDTE - 34), 12, naam, "beeld__klein tijdbalk__vandaag", "middle"),
        lijn(x, 17, x, onder, "beeld__streep"),
    ]


def _row(as_: _As, rij: Tijdbalk, y: float) -> SafeString:
    delen = [
        tekst(RAND, y + NAAM, _short(rij.naam, LANGSTE_NAAM), "beeld__naam"),
        # A space that only a listener meets: name and days are two things.
        tekst(RAND, y + WOORDEN, f" {_short(rij.woorden, LANGSTE_WOORDEN)}", "beeld__klein"),
        *_bar(as_, rij, y + BALK),
    ]
    return link(rij.adres, *delen, klasse="tijdbalk") if rij.adres else groep(*delen, klasse="tijdbalk")


def _short(woorden: str, most: int) -> str:
    return woorden if len(woorden) <= most else f"{woorden[: most - 1].rstrip()}…"


def _bar(as_: _As, rij: Tijdbalk, y: float) -> Iterator[SafeString]:
    begin, end = as_.x(rij.begin), as_.x(max(een.dag for een in rij.mijlpalen))
    yield vlak(begin, y, max(end - begin, 2), DIKTE, "staaf")
    for een in rij.mijlpalen:
        if een.dag > een.eerst:  # over the bar, so that it shows where another action runs on
            yield vlak(as_.x(een.eerst), y, as_.x(een.dag) - as_.x(een.eerst), DIKTE, "tijdbalk__uitloop")
    for een in rij.mijlpalen:
        soort = "tijdbalk__punt tijdbalk__punt--gedaan" if een.gedaan else "tijdbalk__punt"
        yield el("circle", klasse=soort, cx=as_.x(een.dag), cy=y + DIKTE / 2, r=5)
