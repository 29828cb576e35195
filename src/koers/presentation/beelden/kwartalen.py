"""Standing bars per quarter, one row of them per name; all rows have one scale, to compare them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, groep, lijn, tekst, vlak

BREEDTE = 440.0
NAAM = 20.0
WAARDE = 18.0
STAAF = 34.0
RIJ = NAAM + WAARDE + STAAF + 8
ONDER = 24.0
DIKTE = 26.0


@dataclass(frozen=True, slots=True)
class Kwartaalrij:
    """A name with a value per quarter. None: no bar, only the words that say why ("" for nothing told)."""

    naam: str
    waarden: tuple[tuple[float | None, str], ...]


def kwartaalstaven(
    *, id: str, titel: str, omschrijving: str, kwartalen: Sequence[str], rijen: Sequence[Kwartaalrij]
) -> SafeString:
    """The rows, with the quarters under them. Raises ValueError for a value below zero."""
    numbers = [waarde for rij in rijen for waarde, _woorden in rij.waarden if waarde is not None]
    if min(numbers, default=0) < 0:
        raise ValueError("bars start at zero")
    hoogste = max(numbers, default=0)
    breed = BREEDTE / max(len(kwartalen), 1)
    onder = RIJ * len(rijen)
    beeld = Beeld(id, titel, omschrijving, BREEDTE, onder + ONDER, "kwartalen")
    namen = [
        tekst(breed * (nummer + 0.5), onder + 16, kwartaal, "beeld__klein", "middle")
        for nummer, kwartaal in enumerate(kwartalen)
    ]
    return beeld.draw(
        [*(_row(rij, RIJ * nummer, breed, hoogste) for nummer, rij in enumerate(rijen)), *namen]
    )


def _row(rij: Kwartaalrij, y: float, breed: float, hoogste: float) -> SafeString:
    bodem = y + NAAM + WAARDE + STAAF
    return groep(
        tekst(0, y + 15, rij.naam, "beeld__naam"),
        *(
            deel
            for nummer, (waarde, woorden) in enumerate(rij.waarden)
            for deel in _bar(waarde, woorden, breed * (nummer + 0.5), bodem, hoogste)
        ),
        lijn(0, bodem, BREEDTE, bodem, "beeld__spoor"),
        klasse="staaf-rij",
    )


def _bar(
    waarde: float | None, woorden: str, midden: float, bodem: float, hoogste: float
) -> Iterator[SafeString]:
    hoog = STAAF * waarde / hoogste if waarde and hoogste else 0.0
    if hoog:
        yield vlak(midden - DIKTE / 2, bodem - hoog, DIKTE, hoog, "staaf")
    if woorden:
        yield tekst(
            midden,
            bodem - hoog - 5,
            f" {woorden}",
            "beeld__klein" if waarde is None else "beeld__waarde",
            "middle",
        )
