"""Lying bars with their names and values beside them; always from zero, in the order in which they come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import LETTER, Beeld, breedte_van, groep, lijn, link, tekst, vlak

BREEDTE = 440.0
RIJ = 27.0
DIKTE = 15.0
KOP = 24.0
NAAM_MINSTENS = 70.0
NAAM_HOOGSTENS = 190.0
# The letters of the line above the bars are smaller than those of the names.
KLEINE_LETTER = LETTER * 0.82


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar. `waarde` None: no bar, only the words that say why. `zelf`: the one that the page is about."""

    naam: str
    waarde: float | None
    woorden: str
    adres: str = ""
    zelf: bool = False


@dataclass(frozen=True, slots=True)
class Streep:
    """A value to compare with, as a dashed line with its name."""

    waarde: float
    woorden: str


def staven(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    rijen: Sequence[Staaf],
    strepen: Sequence[Streep] = (),
) -> SafeString:
    """The bars. Raises ValueError for a value below zero: a bar has no room for that."""
    if any(rij.waarde is not None and rij.waarde < 0 for rij in rijen):
        raise ValueError("bars start at zero")
    schaal = _Schaal.of(rijen, strepen)
    kop = KOP * len(strepen)
    beeld = Beeld(id, titel, omschrijving, BREEDTE, kop + RIJ * len(rijen) + 4, "staven")
    balken = [_row(rij, kop + RIJ * nummer, schaal) for nummer, rij in enumerate(rijen)]
    onder = kop + RIJ * len(rijen)
    as_ = lijn(schaal.begin, kop, schaal.begin, onder, "beeld__as")
    return beeld.draw([*_dashes(strepen, schaal, onder), *balken, as_], links=any(rij.adres for rij in rijen))


@dataclass(frozen=True, slots=True)
class _Schaal:
    """Where zero is, and how many units a value is long."""

    begin: float
    per_waarde: float

    @classmethod
    def of(cls, rijen: Sequence[Staaf], strepen: Sequence[Streep]) -> "_Schaal":
        begin = min(breedte_van([rij.naam for rij in rijen], NAAM_MINSTENS), NAAM_HOOGSTENS) + 8
        rechts = breedte_van([rij.woorden for rij in rijen if rij.waarde is not None], 40) + 10
        hoogste = max([rij.waarde or 0.0 for rij in rijen] + [streep.waarde for streep in strepen], default=0)
        return cls(begin, (BREEDTE - begin - rechts) / hoogste if hoogste > 0 else 0.0)

    def at(self, waarde: float) -> float:
        return self.begin + waarde * self.per_waarde


def _row(rij: Staaf, y: float, schaal: _Schaal) -> SafeString:
    midden = y + RIJ / 2
    eind = schaal.begin if rij.waarde is None else schaal.at(rij.waarde)
    delen = [
        tekst(schaal.begin - 8, midden + 5, rij.naam, "beeld__naam", "end"),
        # A space that only a listener meets: name and value are two words.
        tekst(
            eind + 7, midden + 5, f" {rij.woorden}", "beeld__klein" if rij.waarde is None else "beeld__waarde"
        ),
    ]
    if rij.waarde is not None:
        delen.insert(1, vlak(schaal.begin, midden - DIKTE / 2, eind - schaal.begin, DIKTE, "staaf"))
    klasse = "staaf-rij staaf-rij--zelf" if rij.zelf else "staaf-rij"
    return link(rij.adres, *delen, klasse=klasse) if rij.adres else groep(*delen, klasse=klasse)


def _dashes(strepen: Sequence[Streep], schaal: _Schaal, onder: float) -> Iterator[SafeString]:
    """Each line to compare with has its own line of words above the bars, inside the picture."""
    for nummer, streep in enumerate(strepen):
        x = schaal.at(streep.waarde)
        breed = len(streep.woorden) * KLEINE_LETTER
        midden = min(max(x, breed / 2), BREEDTE - breed / 2)
        y = KOP * nummer + 15
        yield groep(
            tekst(midden, y, streep.woorden, "beeld__klein", "middle"),
            lijn(x, y + 5, x, onder, "beeld__streep"),
        )
