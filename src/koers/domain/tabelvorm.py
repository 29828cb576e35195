"""Tables that are published and delivered: columns, cells and rows, and what can be wrong with them.

A table is a row class; the fields of that class carry their columns. Cells may be text, as in CSV, or values,
as from a database. Nothing here knows which tables there are.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from math import isfinite
from typing import Any

from koers.domain.aanlevering import Vondst


class Kolomsoort(StrEnum):
    """What stands in a column. Amounts are whole cents; a month is text "2026-03"; moments are UTC."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    MAAND = "maand"
    MOMENT = "moment"
    JA_NEE = "ja_nee"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `nl` and `en`: its meaning in a sentence. `leeg_mag`: may it be empty.

    `pseudoniem`: the mart replaces it by a keyed code. `gemeentecode`: a code like GM1731, nothing else.
    """

    naam: str
    soort: Kolomsoort
    nl: str
    en: str
    leeg_mag: bool = False
    keuze: tuple[str | int, ...] = ()
    minstens: int | None = None
    pseudoniem: bool = False
    gemeentecode: bool = False


def column(soort: Kolomsoort, nl: str, en: str, **rest: Any) -> Any:
    """A dataclass field that carries its column; `Tabel.kolommen` reads it back."""
    return field(metadata={"soort": soort, "nl": nl, "en": en, **rest})


@dataclass(frozen=True)
class Tabel:
    """A published table: `rij` is its row class, `dagkolom` the day (month, year) a row belongs to.

    `looptijd`: the columns with first and last day, where a row lasts. `volgorde`: pairs of days of which
    the second may not be earlier.
    """

    naam: str
    rij: type
    dagkolom: str
    looptijd: tuple[str, str] | None = None
    volgorde: tuple[tuple[str, str], ...] = ()

    @cached_property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns in their published order."""
        return tuple(Kolom(naam=f.name, **f.metadata) for f in fields(self.rij))

    @cached_property
    def namen(self) -> tuple[str, ...]:
        """Names of the columns in their published order."""
        return tuple(kolom.naam for kolom in self.kolommen)

    def kolom(self, naam: str) -> Kolom:
        """The column with this name. KeyError when there is none."""
        return {kolom.naam: kolom for kolom in self.kolommen}[naam]


class RijOngeldig(ValueError):
    """A row that does not fit its table. `vondsten`: what, in which column, with the row number."""

    def __init__(self, vondsten: tuple[Vondst, ...]) -> None:
        super().__init__(", ".join(f"{v.rijnummer}:{v.kolom}:{v.code}" for v in vondsten))
        self.vondsten = vondsten


def read_row(tabel: Tabel, nummer: int, rij: Mapping[str, object]) -> Any:
    """A delivered row as a row of the table; `nummer` is how the deliverer counts.

    Cells may be text, as in CSV, or values, as from a database. Raises RijOngeldig with every reason.
    """
    found: list[Vondst] = []
    for naam in rij.keys() - set(tabel.namen):
        found.append(Vondst(nummer, "rij_kolom_onbekend", naam))
    waarden: dict[str, Any] = {}
    for kolom in tabel.kolommen:
        try:
            waarden[kolom.naam] = read_cell(kolom, rij.get(kolom.naam))
        except CelOngeldig as fout:
            rauw = "" if rij.get(kolom.naam) is None else str(rij[kolom.naam])
            found.append(Vondst(nummer, fout.code, kolom.naam, rauw[:200], fout.params))
    found += [
        Vondst(nummer, "rij_volgorde", laat, str(waarden[laat]), {"eerder": vroeg})
        for vroeg, laat in tabel.volgorde
        if waarden.get(vroeg) is not None and waarden.get(laat) is not None and waarden[laat] < waarden[vroeg]
    ]
    if found:
        raise RijOngeldig(tuple(sorted(found, key=lambda v: (v.kolom, v.code))))
    return tabel.rij(**waarden)


def read_rows(
    tabel: Tabel, rijen: Iterable[Mapping[str, object]], *, eerste_rij: int = 1
) -> tuple[list[Any], list[Vondst]]:
    """Every row that fits, and for the others the reasons why not."""
    good: list[Any] = []
    found: list[Vondst] = []
    for nummer, rij in enumerate(rijen, start=eerste_rij):
        try:
            good.append(read_row(tabel, nummer, rij))
        except RijOngeldig as fout:
            found.extend(fout.vondsten)
    return good, found


class CelOngeldig(ValueError):
    """A cell that does not fit its column. `code` names the sentence, `params` fill it in."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def read_cell(kolom: Kolom, rauw: object) -> Any:
    """The value in a cell, in the column's own type; None for an empty one. Raises CelOngeldig."""
    if isinstance(rauw, str):
        rauw = rauw.strip()
    if rauw is None or rauw == "":
        if kolom.leeg_mag:
            return None
        raise CelOngeldig("rij_leeg")
    waarde = _READERS[kolom.soort](rauw)
    if kolom.keuze and waarde not in kolom.keuze:
        raise CelOngeldig("rij_niet_in_lijst", keuze=", ".join(map(str, kolom.keuze)))
    if kolom.gemeentecode and not re.fullmatch(r"GM[0-9]{4}", waarde):
        raise CelOngeldig("rij_geen_gemeentecode")
    if kolom.minstens is not None and waarde < kolom.minstens:
        raise CelOngeldig("rij_te_klein", minstens=kolom.minstens)
    return waarde


def _tekst_cel(rauw: object) -> str:
    if isinstance(rauw, str):
        return rauw
    if isinstance(rauw, int) and not isinstance(rauw, bool):
        return str(rauw)
    raise CelOngeldig("rij_geen_tekst")


def _getal_cel(rauw: object) -> int:
    if isinstance(rauw, bool):
        raise CelOngeldig("rij_geen_getal")
    if isinstance(rauw, int):
        return rauw
    if isinstance(rauw, float | Decimal) and isfinite(rauw) and rauw == int(rauw):
        return int(rauw)
    # ".0" is how programs write a whole number in a column with empty cells; ".000" could be thousands.
    if isinstance(rauw, str) and re.fullmatch(r"-?[0-9]{1,18}(\.0)?", rauw):
        return int(rauw.removesuffix(".0"))
    raise CelOngeldig("rij_geen_getal")


def _datum_cel(rauw: object) -> date:
    if isinstance(rauw, date) and not isinstance(rauw, datetime):
        return rauw
    try:
        if isinstance(rauw, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", rauw):
            return date.fromisoformat(rauw)
    except ValueError:
        pass
    raise CelOngeldig("rij_geen_datum")


def _maand_cel(rauw: object) -> str:
    # Never a whole date: an exact date of birth may not slip in as a month.
    if isinstance(rauw, str) and re.fullmatch(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])", rauw):
        return rauw
    raise CelOngeldig("rij_geen_maand")


def _moment_cel(rauw: object) -> datetime:
    if isinstance(rauw, str):
        try:
            rauw = datetime.fromisoformat(rauw)
        except ValueError:
            raise CelOngeldig("rij_geen_moment") from None
    if not isinstance(rauw, datetime):
        raise CelOngeldig("rij_geen_moment")
    return rauw.replace(tzinfo=UTC) if rauw.tzinfo is None else rauw.astimezone(UTC)


def _ja_nee_cel(rauw: object) -> bool:
    if isinstance(rauw, str):
        rauw = {"ja": True, "nee": False, "1": True, "0": False}.get(rauw.lower(), rauw)
    if isinstance(rauw, bool):
        return rauw
    if rauw in (0, 1):
        return bool(rauw)
    raise CelOngeldig("rij_geen_ja_nee")


_READERS: dict[Kolomsoort, Callable[[object], Any]] = {
    Kolomsoort.TEKST: _tekst_cel,
    Kolomsoort.GETAL: _getal_cel,
    Kolomsoort.DATUM: _datum_cel,
    Kolomsoort.MAAND: _maand_cel,
    Kolomsoort.MOMENT: _moment_cel,
    Kolomsoort.JA_NEE: _ja_nee_cel,
}
