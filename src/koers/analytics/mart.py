"""The mart: pseudonymised tables as Parquet files, one per table and year, made from rows that others read.

It knows no model and no database driver. Who calls it passes, per published table, a function that gives
an iterator of tuples (a DB-API cursor on the register's SQL view does; ADBC's drivers are not needed),
the names of its columns, and the number of rows the register itself counts per year.

What holds, and is tested:
- Only columns of the published schema get in. A BSN, a name or an exact date of birth is refused.
- Who it is about becomes a keyed code (HMAC-SHA256). The key stays with the caller; the mart holds only
  a check value, to notice that another key is used.
- Same rows and key, same bytes: rows are in one total order, no write time is stored, file names are
  digests of their bytes. An incremental refresh gives the same files and manifest as a full one.
- The manifest is replaced last, in one step, after everything is on disk. A reader sees the old mart or
  the new one. Files of the mart before are kept for readers that are still busy, except when a person
  was destroyed: then nothing of them may stay.
- One refresh at a time; the caller sees to that.
- The rows must be as many as the register counts, and a table does not shrink unasked: a reader whom
  row level security keeps out silently gets no rows at all.
"""

import hashlib
import hmac
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from koers.analytics.columns import arrow_table
from koers.domain.spells import TABELLEN
from koers.domain.tabelvorm import CelOngeldig, Kolom, RijOngeldig, read_cell, read_row
from koers.domain.weigering import Refused

MANIFEST = "mart.json"
VORM = 1  # of the manifest; another number means: build the mart whole
KORTSTE_SLEUTEL = 32  # bytes, as long as the hash
_ROWS_PER_GROUP = 131_072


# Told after every step: what was done, which step that was, and how many there are.
Voortgang = Callable[[str, int, int], None]


class MartGeweigerd(Refused):
    """The mart was not refreshed and is as it was. `code` names the sentence."""


@dataclass(frozen=True, slots=True)
class Bron:
    """Where the rows of one table come from.

    `rijen`: called with the years that are wanted (None: all), gives tuples in the order of `kolommen`;
    rows of other years may come along. `aantallen`: rows per year as the register counts them.
    `gewijzigd`: years in which something was written, corrected or destroyed since the last refresh;
    None: not known, so all.
    """

    tabel: str
    kolommen: tuple[str, ...]
    rijen: Callable[[frozenset[int] | None], Iterable[Sequence[object]]]
    aantallen: Mapping[int, int]
    gewijzigd: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Verslag:
    """What a refresh did. `rijen`: rows per table in the mart; `geschreven`: files that are new."""

    rijen: Mapping[str, int]
    geschreven: tuple[str, ...]
    ongewijzigd: int


def pseudonym(sleutel: bytes, waarde: str) -> str:
    """The code of a person: the first 128 bits of HMAC-SHA256, in hexadecimal."""
    return hmac.new(sleutel, f"jeugdige:{waarde}".encode(), hashlib.sha256).hexdigest()[:32]


def refresh(
    map_: Path,
    bronnen: Sequence[Bron],
    *,
    sleutel: bytes,
    na_vernietiging: bool = False,
    aangeleverd: Sequence[str] = (),
    voortgang: Voortgang | None = None,
) -> Verslag:
    """Bring the mart in folder `map_` up to date. Everything or nothing. `voortgang`: told per table.

    Only the years that a source calls changed, or whose count differs from the mart, are read and written
    again. `na_vernietiging`: rows may be fewer, and old files go at once. `aangeleverd`: the tables that come
    from another back office, which the mart remembers. Raises MartGeweigerd.
    """
    if len(sleutel) < KORTSTE_SLEUTEL:
        raise MartGeweigerd("mart_sleutel_te_kort", minstens=KORTSTE_SLEUTEL)
    before = _read_manifest(map_)
    check = hmac.new(sleutel, b"koers-mart", hashlib.sha256).hexdigest()[:16]
    if before is not None and before["sleutel"] != check:
        if any(bron.gewijzigd is not None for bron in bronnen):
            raise MartGeweigerd("mart_andere_sleutel")
        before = before | {"tabellen": {}, "rijen": _totals(before)}
    map_.mkdir(parents=True, exist_ok=True)
    tables: dict[str, dict[str, Any]] = {}
    written: list[str] = []
    _refuse_missing(bronnen, before)
    for nummer, bron in enumerate(sorted(bronnen, key=lambda bron: bron.tabel), start=1):
        _check_columns(bron)
        tables[bron.tabel] = _refresh_table(map_, bron, sleutel, before, written)
        if not na_vernietiging:
            _refuse_drop(bron.tabel, tables[bron.tabel], before)
        if voortgang is not None:
            voortgang(bron.tabel, nummer, len(bronnen))
    manifest: dict[str, Any] = {"vorm": VORM, "sleutel": check, "tabellen": tables}
    if aangeleverd:
        manifest["aangeleverd"] = sorted(aangeleverd)
    write_durably(map_ / MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode())
    _sweep(map_, manifest, None if na_vernietiging else before)
    files = sum(len(years) for years in tables.values())
    return Verslag(_totals(manifest), tuple(written), files - len(written))


def mart_files(map_: Path) -> dict[str, list[Path]]:
    """The Parquet files per table of the mart as it is now, by year. MartGeweigerd: there is none."""
    manifest = _read_manifest(map_)
    if manifest is None:
        raise MartGeweigerd("mart_ontbreekt")
    return {
        naam: [map_ / years[jaar]["bestand"] for jaar in sorted(years)]
        for naam, years in manifest["tabellen"].items()
    }


def mart_tables(map_: Path) -> frozenset[str]:
    """The tables that the mart holds now; none when there is no mart."""
    return frozenset((_read_manifest(map_) or {"tabellen": {}})["tabellen"])


def delivered_tables(map_: Path) -> tuple[str, ...]:
    """The tables of the mart that came from another back office, by name; the others are of the register."""
    return tuple((_read_manifest(map_) or {}).get("aangeleverd", ()))


def last_written(map_: Path) -> dict[str, datetime]:
    """Per table the latest `vastgelegd_at` in the mart: the age of the data, and from where on a caller
    looks for changed years. Look some hours further back: a row may be committed later than it says.
    """
    manifest = _read_manifest(map_) or {"tabellen": {}}
    return {
        naam: max(datetime.fromisoformat(entry["laatst_vastgelegd_at"]) for entry in years.values())
        for naam, years in manifest["tabellen"].items()
        if any("laatst_vastgelegd_at" in entry for entry in years.values())
    }


def _check_columns(bron: Bron) -> None:
    published = TABELLEN[bron.tabel].namen if bron.tabel in TABELLEN else ()
    if not published:
        raise MartGeweigerd("mart_tabel_onbekend", tabel=bron.tabel)
    extra = [naam for naam in bron.kolommen if naam not in published]
    if extra:
        raise MartGeweigerd("mart_kolom_niet_toegestaan", tabel=bron.tabel, kolom=extra[0])
    missing = [naam for naam in published if naam not in bron.kolommen]
    if missing or len(bron.kolommen) != len(published):
        raise MartGeweigerd("mart_kolom_ontbreekt", tabel=bron.tabel, kolom=(missing or bron.kolommen)[0])


def _refresh_table(
    map_: Path, bron: Bron, sleutel: bytes, before: Mapping[str, Any] | None, written: list[str]
) -> dict[str, Any]:
    """The manifest entry of one table: per year the file, its digest and its number of rows."""
    old = {} if before is None else before["tabellen"].get(bron.tabel, {})
    kept = _untouched(map_, bron, old)
    wanted = None if not kept else frozenset(bron.aantallen) - {int(jaar) for jaar in kept}
    years = dict(kept)
    rows = _read(bron, sleutel, wanted) if wanted is None or wanted else {}
    for jaar, number in bron.aantallen.items():
        if str(jaar) not in kept and len(rows.get(jaar, ())) != number:
            found = len(rows.get(jaar, ()))
            raise MartGeweigerd(
                "mart_telling_klopt_niet", tabel=bron.tabel, jaar=jaar, gelezen=found, verwacht=number
            )
    strange = rows.keys() - bron.aantallen.keys()
    if strange:
        jaar = min(strange)
        raise MartGeweigerd(
            "mart_telling_klopt_niet", tabel=bron.tabel, jaar=jaar, gelezen=len(rows[jaar]), verwacht=0
        )
    for jaar in sorted(rows):
        years[str(jaar)] = _write_year(map_, bron.tabel, jaar, rows[jaar], written)
    return years


def _untouched(map_: Path, bron: Bron, old: Mapping[str, Any]) -> dict[str, Any]:
    """The years whose file can stay: not called changed, as many rows as the register counts, and with the
    columns that the table has now.
    """
    namen = list(TABELLEN[bron.tabel].namen)
    if bron.gewijzigd is None:
        return {}
    return {
        jaar: entry
        for jaar, entry in old.items()
        if int(jaar) not in bron.gewijzigd
        and bron.aantallen.get(int(jaar)) == entry["rijen"]
        and entry.get("kolommen") == namen
        and (map_ / entry["bestand"]).is_file()
    }


def _read(bron: Bron, sleutel: bytes, wanted: frozenset[int] | None) -> dict[int, list[tuple[Any, ...]]]:
    """Checked, pseudonymised rows per year, unsorted."""
    tabel = TABELLEN[bron.tabel]
    cells = [_Cells(tabel.kolom(naam), bron.kolommen.index(naam), sleutel) for naam in tabel.namen]
    place = {naam: i for i, naam in enumerate(tabel.namen)}
    order = [(place[vroeg], place[laat]) for vroeg, laat in tabel.volgorde]
    day = place[tabel.dagkolom]
    per_year: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for nummer, values in enumerate(bron.rijen(wanted), start=1):
        try:
            rij = tuple(cell.read(values) for cell in cells)
        except CelOngeldig:
            raise _refused_row(bron, nummer, values) from None
        if any(
            rij[laat] is not None and rij[vroeg] is not None and rij[laat] < rij[vroeg]
            for vroeg, laat in order
        ):
            raise _refused_row(bron, nummer, values)
        jaar = _year(rij[day])
        if wanted is None or jaar in wanted:
            per_year[jaar].append(rij)
    return per_year


class _Cells:
    """Reads one column. The same few values come back in most columns, so each is worked out once."""

    def __init__(self, kolom: Kolom, place: int, sleutel: bytes) -> None:
        self._kolom, self._place, self._sleutel = kolom, place, sleutel
        self._known: dict[tuple[type, object], Any] = {}

    def read(self, values: Sequence[object]) -> Any:
        raw = values[self._place]
        key = (raw.__class__, raw)
        try:
            return self._known[key]
        except KeyError:
            value = read_cell(self._kolom, raw)
            if self._kolom.pseudoniem and value is not None:
                value = pseudonym(self._sleutel, value)
            self._known[key] = value
            return value


def _refused_row(bron: Bron, nummer: int, values: Sequence[object]) -> MartGeweigerd:
    """Where and why a row does not fit. Not its value: that could be what may not get out."""
    try:
        read_row(TABELLEN[bron.tabel], nummer, dict(zip(bron.kolommen, values, strict=True)))
    except RijOngeldig as fout:
        first = fout.vondsten[0]
        return MartGeweigerd(
            "mart_rij_klopt_niet", tabel=bron.tabel, rij=nummer, kolom=first.kolom, reden=first.code
        )
    raise AssertionError("a row was refused that fits its table")


def _year(dag: date | str | int) -> int:
    """The year of a day, of a month ("2026-03") or of a year."""
    return dag.year if isinstance(dag, date) else int(str(dag)[:4])


def _total_order(rij: tuple[Any, ...]) -> tuple[Any, ...]:
    """Every column counts, empty ones last, so that equal rows are the only ties."""
    return tuple((part is None, part) for part in rij)


def _write_year(
    map_: Path, tabel: str, jaar: int, rows: list[tuple[Any, ...]], written: list[str]
) -> dict[str, Any]:
    from pyarrow import parquet

    rows.sort(key=_total_order)
    buffer = BytesIO()
    parquet.write_table(
        arrow_table(TABELLEN[tabel], rows), buffer, compression="zstd", row_group_size=_ROWS_PER_GROUP
    )
    bytes_ = buffer.getvalue()
    digest = hashlib.sha256(bytes_).hexdigest()
    naam = f"{tabel}-{jaar}-{digest[:16]}.parquet"
    if not (map_ / naam).is_file():
        write_durably(map_ / naam, bytes_)
        written.append(naam)
    kolommen = list(TABELLEN[tabel].namen)
    entry: dict[str, Any] = {"bestand": naam, "sha256": digest, "rijen": len(rows), "kolommen": kolommen}
    if "vastgelegd_at" in TABELLEN[tabel].namen:
        column = TABELLEN[tabel].namen.index("vastgelegd_at")
        entry["laatst_vastgelegd_at"] = max(rij[column] for rij in rows).isoformat()
    return entry


def _refuse_drop(tabel: str, years: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
    had = 0 if before is None else _totals(before).get(tabel, 0)
    has = sum(entry["rijen"] for entry in years.values())
    if has < had:
        raise MartGeweigerd("mart_minder_rijen", tabel=tabel, was=had, nu=has)


def _refuse_missing(bronnen: Sequence[Bron], before: Mapping[str, Any] | None) -> None:
    had = {} if before is None else _totals(before)
    for naam in sorted(had.keys() - {bron.tabel for bron in bronnen}):
        raise MartGeweigerd("mart_minder_rijen", tabel=naam, was=had[naam], nu=0)


def _totals(manifest: Mapping[str, Any]) -> dict[str, int]:
    if "rijen" in manifest:
        return dict(manifest["rijen"])
    return {
        naam: sum(entry["rijen"] for entry in years.values()) for naam, years in manifest["tabellen"].items()
    }


def _read_manifest(map_: Path) -> dict[str, Any] | None:
    try:
        manifest = json.loads((map_ / MANIFEST).read_bytes())
    except FileNotFoundError:
        return None
    return manifest if manifest.get("vorm") == VORM else None


def write_durably(path: Path, bytes_: bytes) -> None:
    """Whole or not at all, and on disk before anything points to it."""
    temporary = path.with_name(path.name + ".deel")
    with temporary.open("wb") as file:
        file.write(bytes_)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _sweep(map_: Path, now: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
    """Remove files that neither the mart now nor the one before needs."""
    keep = {
        entry["bestand"]
        for manifest in (now, before or {"tabellen": {}})
        for years in manifest["tabellen"].values()
        for entry in years.values()
    }
    for file in map_.iterdir():
        if file.suffix in (".parquet", ".deel") and file.name not in keep:
            file.unlink()
