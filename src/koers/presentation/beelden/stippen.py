"""Dots on one line each, above the spread of all: where a few stand among many."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, breedte_van, el, groep, lijn, link, tekst

BREEDTE = 440.0
RIJ = 25.0
NAAM_MINSTENS = 90.0
NAAM_HOOGSTENS = 225.0
RECHTS = 54.0


@dataclass(frozen=True, slots=True)
class Stip:
    """One dot on its own line. `waarde` None: only the words that say why there is none."""

    naam: str
    waarde: float | None
    woorden: str
    adres: str = ""
    zelf: bool = False


@dataclass(frozen=True, slots=True)
class Zwerm:
    """All values together, as small strokes on one line below the dots; `laag` and `hoog` in words."""

    naam: str
    waarden: Sequence[float]
    laag: str
    hoog: str


def stippen(*, id: str, titel: str, omschrijving: str, rijen: Sequence[Stip], zwerm: Zwerm) -> SafeString:
    """The dots with the spread of all below. Raises ValueError when nothing can be placed."""
    waarden = [*zwerm.waarden, *(rij.waarde for rij in rijen if rij.waarde is not None)]
    if not waarden:
        raise ValueError("there is no value to place a dot by")
    namen = [*(rij.naam for rij in rijen), zwerm.naam]
    begin = min(breedte_van(namen, NAAM_MINSTENS), NAAM_HOOGSTENS) + 14
    plek = _Plek(begin, BREEDTE - RECHTS, min(waarden), max(waarden))
    onder = RIJ * len(rijen)
    beeld = Beeld(id, titel, omschrijving, BREEDTE, onder + 54, "stippen")
    delen = [_row(rij, RIJ * nummer + RIJ / 2, plek) for nummer, rij in enumerate(rijen)]
    return beeld.draw(
        [*_own(rijen, plek, onder), *delen, _swarm(zwerm, onder, plek)], links=any(r.adres for r in rijen)
    )


@dataclass(frozen=True, slots=True)
class _Plek:
    """From a value to its place between `begin` and `eind`."""

    begin: float
    eind: float
    laagste: float
    hoogste: float

    def at(self, waarde: float) -> float:
        if self.hoogste == self.laagste:
            return (self.begin + self.eind) / 2
        return self.begin + (waarde - self.laagste) / (self.hoogste - self.laagste) * (self.eind - self.begin)


def _row(rij: Stip, y: float, plek: _Plek) -> SafeString:
    naam = tekst(plek.begin - 14, y + 5, rij.naam, "beeld__naam", "end")
    spoor = lijn(plek.begin, y, plek.eind, y, "beeld__spoor")
    if rij.waarde is None:
        delen = [naam, tekst(plek.begin, y + 5, f" {rij.woorden}", "beeld__klein")]
    else:
        x = plek.at(rij.waarde)
        delen = [
            naam,
            spoor,
            el("circle", klasse="stip", cx=x, cy=y, r=6 if rij.zelf else 5),
            tekst(plek.eind + 10, y + 5, f" {rij.woorden}", "beeld__waarde"),
        ]
    klasse = "stip-rij stip-rij--zelf" if rij.zelf else "stip-rij"
    return link(rij.adres, *delen, klasse=klasse) if rij.adres else groep(*delen, klasse=klasse)


def _own(rijen: Sequence[Stip], plek: _Plek, onder: float) -> list[SafeString]:
    """A line through the whole picture at the one that the page is about."""
    return [
        lijn(plek.at(rij.waarde), 0, plek.at(rij.waarde), onder + 30, "beeld__streep")
        for rij in rijen
        if rij.zelf and rij.waarde is not None
    ]


def _swarm(zwerm: Zwerm, onder: float, plek: _Plek) -> SafeString:
    y = onder + 18
    streepjes = (lijn(plek.at(waarde), y - 9, plek.at(waarde), y + 9, "zwerm") for waarde in zwerm.waarden)
    return groep(
        tekst(plek.begin - 14, y + 5, zwerm.naam, "beeld__naam", "end"),
        *streepjes,
        tekst(plek.at(min(zwerm.waarden)), y + 27, zwerm.laag, "beeld__klein", "start"),
        tekst(plek.at(max(zwerm.waarden)), y + 27, zwerm.hoog, "beeld__klein", "end"),
    )
