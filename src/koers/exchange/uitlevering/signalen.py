"""A table with signals of the Nederlandse Zorgautoriteit: from bytes to numbered rows of text."""

from collections.abc import Mapping
from datetime import date, datetime

from koers.domain.uitlevering.signalen import KOLOMMEN, VERPLICHT
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import MEGABYTE, refuse_no_table
from koers.exchange.tabellen.getallen import Cel, plain
from koers.exchange.tabellen.rooster import grids

HOOGSTENS = 5 * MEGABYTE


def read_rows(inhoud: bytes) -> list[tuple[int, Mapping[str, str]]]:
    """The rows under the headings, with the numbers that a spreadsheet gives them; empty ones are passed.

    Refused: what is no table, nza_kolommen, nza_geen_rijen.
    """
    refuse_no_table(inhoud, hoogstens=HOOGSTENS)
    roosters, failed = grids(inhoud)
    cut = [
        (rooster.rijen, [_folded(cel) for cel in rooster.rijen[0]]) for rooster in roosters if rooster.rijen
    ]
    if not cut:
        raise failed[0] if failed else Refused("nza_geen_rijen")
    rijen, koppen = max(cut, key=lambda way: len(set(way[1]) & set(KOLOMMEN)))
    if absent := [naam for naam in VERPLICHT if naam not in koppen]:
        raise Refused("nza_kolommen", kolommen=", ".join(absent))
    found: list[tuple[int, Mapping[str, str]]] = [
        (nummer, {kop: _text(cel) for kop, cel in zip(koppen, rij, strict=False) if kop in KOLOMMEN})
        for nummer, rij in enumerate(rijen[1:], start=2)
        if any(plain(cel) for cel in rij)
    ]
    if not found:
        raise Refused("nza_geen_rijen")
    return found


def _folded(cel: Cel) -> str:
    return plain(cel).strip().lower().replace(" ", "_")


def _text(cel: Cel) -> str:
    """A day in a workbook is a day; the rest as it stands there."""
    if isinstance(cel, datetime):
        return cel.date().isoformat()
    return cel.isoformat() if isinstance(cel, date) else plain(cel)
