"""A file of spells straight to columns, when every cell is plainly right; otherwise it is read row by row.

A cell is read by the same reader as in the careful way, but each kind of cell once: of a hundred thousand
rows most days, levels and municipalities are the same few. Whatever needs a closer look (quotes, a cell
that does not fit, a heading too many, another kind of file) leaves the whole file to the careful way,
which names what is wrong. So the two ways may never differ; the tests hold them beside each other.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from koers.domain.spells import TABELLEN
from koers.domain.tabelvorm import CelOngeldig, read_cell
from koers.exchange.tabellen.gebeurtenissen import HOOGSTENS, MAG_WEG, PARQUET, _as_day
from koers.exchange.tabellen.rooster import SCHEIDINGSTEKENS
from koers.simulation.prognose.spellen import EPOCH, ROUTES, _month
from koers.simulation.prognose.verblijven import GEEN, OPEN, Spelkolommen

if TYPE_CHECKING:
    import pyarrow as pa

SPELLS = TABELLEN["spells"]
STUURTEKENS = "[\x00-\x08\x0b\x0e-\x1f]"  # as `bestand` refuses them
BOM = b"\xef\xbb\xbf"


def read_spell_columns(pad: Path) -> Spelkolommen | None:
    """The same columns as row by row; None when the file must be read that way."""
    try:
        inhoud = pad.read_bytes()
    except OSError:
        return None
    with suppress(_Nader):
        return _columns(_parquet(inhoud) if inhoud.startswith(PARQUET) else _csv(inhoud))
    return None


class _Nader(Exception):
    """This file needs a closer look."""


def _parquet(inhoud: bytes) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.read_table(pa.BufferReader(inhoud))
    except (pa.ArrowException, OSError) as error:
        raise _Nader from error


def _csv(inhoud: bytes) -> "pa.Table":
    """Comma, semicolon or tab, without quotes, in UTF-8."""
    import pyarrow as pa
    from pyarrow import csv

    kop = inhoud[: inhoud.find(b"\n")].removeprefix(BOM)
    if len(inhoud) > HOOGSTENS or b'"' in inhoud or not kop.strip().isascii() or b"\x00" in inhoud:
        raise _Nader
    teken = max(SCHEIDINGSTEKENS, key=kop.decode("ascii").count)
    soort = pa.dictionary(pa.int32(), pa.string())
    namen = kop.decode("ascii").strip().split(teken)
    try:
        return csv.read_csv(
            pa.BufferReader(inhoud),
            read_options=csv.ReadOptions(use_threads=False, block_size=max(len(inhoud), 1)),
            parse_options=csv.ParseOptions(delimiter=teken, quote_char=False),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(namen, soort), null_values=[""], strings_can_be_null=True
            ),
        )
    except (pa.ArrowException, OSError) as error:
        raise _Nader from error


def _columns(table: "pa.Table") -> Spelkolommen:
    namen = [naam.strip().lower() for naam in table.column_names]
    must = [k.naam for k in SPELLS.kolommen if not k.leeg_mag and k.naam != "geslacht"]
    vreemd = set(namen) - set(SPELLS.namen)
    if len(set(namen)) < len(namen) or vreemd or not set(must) <= set(namen) or not table.num_rows:
        raise _Nader
    kolom = {naam: table.column(i) for i, naam in enumerate(namen)}
    for naam in ("geslacht", "gemeente", "product", "aanbieder"):
        if naam in kolom:
            _values(naam, kolom[naam], lambda _cel: 0)
    leeg = np.full(table.num_rows, GEEN)
    routes = {route: i for i, route in enumerate(ROUTES)}
    begin = _values("begindatum", kolom["begindatum"], _day)
    einde = _values("einddatum", kolom["einddatum"], _day, OPEN) if "einddatum" in kolom else leeg * 0 + OPEN
    if (einde < begin).any():
        raise _Nader
    return Spelkolommen(
        jeugdige=_numbered(kolom["jeugdige"]),
        geboorte=_values("geboortemaand", kolom["geboortemaand"], _month)
        if "geboortemaand" in kolom
        else leeg,
        route=_values("route", kolom["route"], routes.__getitem__) if "route" in kolom else leeg,
        niveau=_values("niveau", kolom["niveau"], int),
        begin=begin,
        einde=einde,
        vastgelegd=_values("vastgelegd_at", kolom["vastgelegd_at"], _day),
    )


def _day(cel: Any) -> int:
    return int(cel.toordinal()) - EPOCH


def _values(naam: str, kolom: "pa.ChunkedArray", als: Any, zonder: int = GEEN) -> np.ndarray:
    """A number per row: each different cell is read once. `zonder`: what an empty one is."""
    codes, cellen = _encoded(kolom)
    soort = SPELLS.kolom(naam)
    # What may be missing, the careful way fills in; only an empty sex needs no more than that.
    if naam in MAG_WEG and naam != "geslacht" and (codes == len(cellen)).any():
        raise _Nader
    try:
        gelezen = [read_cell(soort, _as_day(SPELLS, naam, cel)) for cel in cellen.to_pylist()]
        if (codes == len(cellen)).any() and naam != "geslacht":
            read_cell(soort, None)
    except CelOngeldig as error:
        raise _Nader from error
    tabel = [zonder if cel is None else als(cel) for cel in gelezen]
    return np.array([*tabel, zonder], dtype=np.int64)[codes]


def _numbered(kolom: "pa.ChunkedArray") -> np.ndarray:
    """Young people by the order of their code."""
    import pyarrow as pa
    import pyarrow.compute as pc

    codes, cellen = _encoded(kolom)
    if not pa.types.is_string(cellen.type) or (codes == len(cellen)).any():
        raise _Nader
    if not pc.all(pc.equal(pc.utf8_trim_whitespace(cellen), cellen)).as_py():
        raise _Nader
    if pc.any(pc.match_substring_regex(cellen, STUURTEKENS)).as_py() or pc.any(pc.equal(cellen, "")).as_py():
        raise _Nader
    nummer = np.empty(len(cellen), dtype=np.int64)
    nummer[pc.array_sort_indices(cellen).to_numpy()] = np.arange(len(cellen))
    return nummer[codes]


def _encoded(kolom: "pa.ChunkedArray") -> tuple[np.ndarray, "pa.Array"]:
    """Per row which of the different cells it has; one more than the last for an empty cell."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_floating(kolom.type) or pa.types.is_nested(kolom.type):
        raise _Nader
    if not pa.types.is_dictionary(kolom.type):
        kolom = kolom.dictionary_encode()
    een = kolom.unify_dictionaries().combine_chunks()
    if isinstance(een, pa.ChunkedArray):
        een = een.chunk(0)
    cellen = een.dictionary
    if pa.types.is_string(cellen.type) and pc.any(pc.match_substring_regex(cellen, STUURTEKENS)).as_py():
        raise _Nader
    return pc.fill_null(een.indices, len(cellen)).to_numpy(zero_copy_only=False).astype(np.int64), cellen
