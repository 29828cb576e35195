"""Lying bars on an axis of time: what was agreed first, and dashed behind it what it became since.

Each row has its name and its days in words above its bar; a dot is a day on which something is to be done,
filled when it was. The table beside the picture holds the same days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, groep, lijn, link, tekst, vlak

BREEDTE, RIJ, KOP, RAND = 560.0, 58.0, 40.0, 8.0
NAAM, WOORDEN, BALK, DIKTE = 16.0, 32.0, 40.0, 10.0
LANGSTE_NAAM = 62
KWARTAAL = (1, 4, 7, 10)


@dataclass(frozen=True, slots=True)
class Mijlpaal:
    """A day on which something is to be done; `gedaan`: it was."""

    dag: date
    gedaan: bool = False


@dataclass(frozen=True, slots=True)
class Tijdbalk:
    """One row. `eerst`: the end that was agreed first; `nu`: the end that counts. No days: only the words."""

    naam: str
    woorden: str
    begin: date | None = None
    eerst: date | None = None
    nu: date | None = None
    mijlpalen: tuple[Mijlpaal, ...] = ()
    adres: str = ""


def tijdbalken(
    *, id: str, titel: str, omschrijving: str, rijen: Sequence[Tijdbalk], vandaag: date, vandaag_naam: str
) -> SafeString:
    """The picture, from the first begin to the last end, with today in it."""
    as_ = _As.of(rijen, vandaag)
    onder = KOP + RIJ * len(rijen)
    delen: list[str] = [*_ticks(as_, onder)]
    delen += [_row(as_, rij, KOP + RIJ * nummer) for nummer, rij in enumerate(rijen)]
    delen += _today(as_, vandaag, vandaag_naam, onder)
    beeld = Beeld(id, titel, omschrijving, BREEDTE, onder + 4, "tijdbalken")
    return beeld.draw(delen, links=any(rij.adres for rij in rijen))


@dataclass(frozen=True, slots=True)
class _As:
    begin: date
    dagen: int

    @classmethod
    def of(cls, rijen: Sequence[Tijdbalk], vandaag: date) -> "_As":
        days = [vandaag]
        for rij in rijen:
            days += [dag for dag in (rij.begin, rij.eerst, rij.nu) if dag is not None]
            days += [een.dag for een in rij.mijlpalen]
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
            naam = str(dag.year) if long else f"{dag.month}-{dag.year}"
            yield tekst(as_.x(dag), KOP - 12, naam, "beeld__klein", "start" if dag == as_.begin else "middle")
        dag = (dag + timedelta(days=32)).replace(day=1)


def _today(as_: _As, vandaag: date, naam: str, onder: float) -> list[SafeString]:
    x = as_.x(vandaag)
    return [
        tekst(min(max(x, 34), BREEDTE - 34), 12, naam, "beeld__klein tijdbalk__vandaag", "middle"),
        lijn(x, 17, x, onder, "beeld__streep"),
    ]


def _row(as_: _As, rij: Tijdbalk, y: float) -> SafeString:
    naam = rij.naam if len(rij.naam) <= LANGSTE_NAAM else f"{rij.naam[: LANGSTE_NAAM - 1].rstrip()}…"
    delen = [
        tekst(RAND, y + NAAM, naam, "beeld__naam"),
        # A space that only a listener meets: name and days are two things.
        tekst(RAND, y + WOORDEN, f" {rij.woorden}", "beeld__klein"),
        *_bar(as_, rij, y + BALK),
    ]
    return link(rij.adres, *delen, klasse="tijdbalk") if rij.adres else groep(*delen, klasse="tijdbalk")


def _bar(as_: _As, rij: Tijdbalk, y: float) -> Iterator[SafeString]:
    if rij.begin is None or rij.eerst is None or rij.nu is None:
        return
    vast = min(rij.eerst, rij.nu)
    yield vlak(as_.x(rij.begin), y, max(as_.x(vast) - as_.x(rij.begin), 2), DIKTE, "staaf")
    if rij.nu != rij.eerst:
        later = max(rij.eerst, rij.nu)
        soort = "tijdbalk__uitloop" if rij.nu > rij.eerst else "tijdbalk__eerder"
        yield vlak(as_.x(vast), y, as_.x(later) - as_.x(vast), DIKTE, soort)
    for een in rij.mijlpalen:
        soort = "tijdbalk__punt tijdbalk__punt--gedaan" if een.gedaan else "tijdbalk__punt"
        yield el("circle", klasse=soort, cx=as_.x(een.dag), cy=y + DIKTE / 2, r=5)
