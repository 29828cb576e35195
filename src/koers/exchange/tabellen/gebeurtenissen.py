"""The published tables of events (`koers.domain.spells`) from files of another back office.

CSV with commas, semicolons or tabs, the first sheet of a workbook, or Parquet. Headings are the published
names, in any order; dates as 2026-03-31. A row that does not fit stays out with every reason; the others
go in. Two things that other back offices often do not keep may be empty or missing: `geslacht` then is O
(unknown), and `vastgelegd_at` the start of the last day that the row names. Pure: files in, rows out.
"""

import csv
import io
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from math import isnan
from pathlib import Path
from typing import Any

from koers.domain.aanlevering import Bestand, Brontabel, Vondst
from koers.domain.spells import TABELLEN
from koers.domain.tabelvorm import Kolomsoort, RijOngeldig, Tabel, read_row
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import MEGABYTE, decode, describe, is_zip, refuse_no_table
from koers.exchange.tabellen.rooster import SCHEIDINGSTEKENS, grids

PARQUET = b"PAR1"
# Two million spells as CSV; Parquet has no such bound, its rows are counted instead.
HOOGSTENS = 400 * MEGABYTE
MAG_WEG = ("geslacht", "vastgelegd_at")
MIDDERNACHT = re.compile(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?$")
EINDEN = (".csv", ".txt", ".tsv", ".xlsx", ".parquet")


@dataclass(frozen=True, slots=True)
class GelezenGebeurtenissen:
    """One table: the rows that fit, in their own row class, and what was found about the others."""

    tabel: Tabel
    bestand: Bestand
    rijen: list[Any]
    vondsten: list[Vondst]

    @property
    def geweigerd(self) -> int:
        """Number of rows that stay out."""
        return len({vondst.rijnummer for vondst in self.vondsten})


@dataclass(frozen=True, slots=True)
class Levering:
    """What a folder held. `geweigerd`: per table its file and why nothing of it could be read; `vreemd`:
    files with another name than a table has.
    """

    tabellen: dict[str, GelezenGebeurtenissen]
    geweigerd: dict[str, tuple[Bestand, Refused]]
    vreemd: tuple[str, ...]

    def brontabellen(self) -> tuple[Brontabel, ...]:
        """Every table as it came, for the ledger."""
        read = (
            Brontabel(naam, een.bestand, len(een.rijen), tuple(een.vondsten))
            for naam, een in self.tabellen.items()
        )
        refused = (Brontabel(naam, bestand, reden=r) for naam, (bestand, r) in self.geweigerd.items())
        return (*read, *refused)


def read_folder(map_: Path) -> Levering:
    """Every published table in a folder, by name; a file is called as its table: spells.csv.

    A file that cannot be read keeps only its own table out. Refused: map_zonder_tabellen.
    """
    found: dict[str, list[Path]] = {}
    strange = []
    for pad in sorted(map_.iterdir()):
        naam = pad.stem.lower()
        if pad.is_file() and naam in TABELLEN and pad.suffix.lower() in EINDEN:
            found.setdefault(naam, []).append(pad)
        elif not pad.name.startswith("."):
            strange.append(pad.name)
    if not found:
        raise Refused("map_zonder_tabellen", namen=", ".join(TABELLEN))
    levering = Levering({}, {}, tuple(strange))
    for naam, paden in found.items():
        try:
            if len(paden) > 1:
                raise Refused("tabel_dubbel", een=paden[0].name, ander=paden[1].name)
            levering.tabellen[naam] = read_events(TABELLEN[naam], paden[0])
        except Refused as refused:
            levering.geweigerd[naam] = (_as_it_came(paden[0]), refused)
    return levering


def read_events(tabel: Tabel, pad: Path) -> GelezenGebeurtenissen:
    """One file as a table. Refused: bestand_weg, kolommen_ontbreken, kolom_onbekend, kolom_dubbel, and files
    that are no table."""
    try:
        inhoud = pad.read_bytes()
    except OSError as error:
        raise Refused("bestand_weg", bestand=str(pad), fout=error.strerror) from error
    gelezen = GelezenGebeurtenissen(tabel, describe(pad.name, inhoud), [], [])
    for _, rij in read_numbered(tabel, inhoud, gelezen.vondsten):
        gelezen.rijen.append(rij)
    return gelezen


def _as_it_came(pad: Path) -> Bestand:
    try:
        return describe(pad.name, pad.read_bytes())
    except OSError:
        return Bestand(pad.name, 0, "")


def read_numbered(tabel: Tabel, inhoud: bytes, vondsten: list[Vondst]) -> Iterator[tuple[int, Any]]:
    """The rows that fit, each with its number in the spreadsheet; why others do not goes to `vondsten`.
    Refused: as read_events, at once.
    """
    if inhoud.startswith(PARQUET):
        koppen, rijen, eerste = _parquet(inhoud)
    else:
        koppen, rijen, eerste = _cells(inhoud)
    namen = [kop.strip().lower() for kop in koppen]
    _check_headings(tabel, namen)
    for nummer, cellen in enumerate(rijen, start=eerste):
        if not cellen:  # an empty line, which the spreadsheet counts too
            continue
        if len(cellen) > len(namen):
            vondsten.append(Vondst(nummer, "te_veel_cellen", params={"kolommen": len(namen)}))
            continue
        row = {naam: _as_day(tabel, naam, cel) for naam, cel in zip(namen, cellen, strict=False)}
        _fill_in(tabel, row)
        try:
            yield nummer, read_row(tabel, nummer, row)
        except RijOngeldig as fout:
            vondsten.extend(fout.vondsten)


def _fill_in(tabel: Tabel, row: dict[str, object]) -> None:
    """What may be missing in a delivered row."""
    if "geslacht" in tabel.namen and not row.get("geslacht"):
        row["geslacht"] = "O"
    if "vastgelegd_at" in tabel.namen and not row.get("vastgelegd_at"):
        named = [str(row[k.naam]) for k in tabel.kolommen if k.soort is Kolomsoort.DATUM and row.get(k.naam)]
        row["vastgelegd_at"] = max(named, default=_last_of_month(row.get("maand")))


def _last_of_month(maand: object) -> str:
    """The last day of a month "2026-03"; nothing for anything else."""
    try:
        jaar, nummer = map(int, str(maand).split("-"))
        return f"{maand}-{monthrange(jaar, nummer)[1]}"
    except ValueError:
        return ""


def _as_day(tabel: Tabel, naam: str, cel: object) -> object:
    """Programs that know no days write midnight; and nothing as "not a number"."""
    if isinstance(cel, float) and isnan(cel):
        return None
    if naam not in tabel.namen or tabel.kolom(naam).soort is not Kolomsoort.DATUM:
        return cel
    if isinstance(cel, datetime) and cel.time() == time():
        return cel.date()
    return MIDDERNACHT.sub(r"\1", cel.strip()) if isinstance(cel, str) else cel


def _check_headings(tabel: Tabel, namen: list[str]) -> None:
    """Every column that must be filled is there, nothing else is, and nothing twice."""
    if len(set(namen)) < len(namen):
        raise Refused("kolom_dubbel", kolom=next(naam for naam in namen if namen.count(naam) > 1))
    must = [kolom.naam for kolom in tabel.kolommen if not kolom.leeg_mag and kolom.naam not in MAG_WEG]
    if missing := [naam for naam in must if naam not in namen]:
        raise Refused("kolommen_ontbreken", tabel=tabel.naam, kolommen=", ".join(missing))
    if unknown := [naam for naam in namen if naam not in tabel.namen]:
        raise Refused("kolom_onbekend", kolom=unknown[0], kolommen=", ".join(tabel.namen))


def _parquet(inhoud: bytes) -> tuple[list[str], Iterator[list[object]], int]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(pa.BufferReader(inhoud))
    except (pa.ArrowInvalid, OSError) as error:
        raise Refused("parquet_beschadigd") from error
    batches = (
        zip(*(c.to_pylist() for c in batch.columns), strict=True) for batch in table.to_batches(50_000)
    )
    return table.column_names, (list(row) for batch in batches for row in batch), 1


def _cells(inhoud: bytes) -> tuple[list[str], Iterator[list[object]], int]:
    """Headings, rows, and the number that a spreadsheet gives the first row."""
    if is_zip(inhoud):
        lines = iter(grids(inhoud)[0][0].rijen)
    else:
        refuse_no_table(inhoud, hoogstens=HOOGSTENS)
        lines = _lines(decode(inhoud)[0])
    koppen = [str(cel or "") for cel in next(lines, [])]
    while koppen and not koppen[-1].strip():  # a spreadsheet often keeps empty columns at the end
        koppen.pop()
    return (
        koppen,
        ([_plain(cel) for cel in _cut_empty(rij, len(koppen))] if any(rij) else [] for rij in lines),
        2,
    )


def _cut_empty(rij: list[Any], breedte: int) -> list[Any]:
    """Without empty cells beyond the headings. What is filled there stays, so that it is noticed."""
    return rij if any(rij[breedte:]) else rij[:breedte]


def _lines(tekst: str) -> Iterator[list[Any]]:
    kop = tekst.split("\n", 1)[0]
    teken = max(SCHEIDINGSTEKENS, key=kop.count)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
    try:
        yield from lezer
    except csv.Error as error:
        raise Refused("csv_onleesbaar", regel=lezer.line_num) from error


def _plain(cel: object) -> object:
    return int(cel) if isinstance(cel, Decimal) and cel == int(cel) else cel
