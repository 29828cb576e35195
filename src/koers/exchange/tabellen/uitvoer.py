"""Tables to take away: CSV, Excel and Parquet, with everything that somebody needs to trust a figure.

What is text stays text: a name or a source that begins as a formula is never one, in no spreadsheet.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from koers.domain.weigering import Refused

Rij = Mapping[str, Any]  # text, numbers, yes or no, or nothing
SOORTEN = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(vorm: str, rijen: Sequence[Rij]) -> bytes:
    """The rows as a file; the keys of the first row are the headings. Refused: vorm_onbekend."""
    if vorm not in SOORTEN:
        raise Refused("vorm_onbekend", vorm=vorm, vormen=", ".join(SOORTEN))
    koppen = list(rijen[0]) if rijen else []
    return {"csv": _csv, "xlsx": _xlsx, "parquet": _parquet}[vorm](koppen, rijen)


def _csv(koppen: list[str], rijen: Sequence[Rij]) -> bytes:
    """As Dutch spreadsheets open it: semicolons, decimal commas, a mark for UTF-8."""
    text = io.StringIO()
    schrijver = csv.writer(text, delimiter=";")
    schrijver.writerow(koppen)
    schrijver.writerows([_as_text(rij[kop]) for kop in koppen] for rij in rijen)
    return text.getvalue().encode("utf-8-sig")


def _as_text(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, str):
        return f"'{waarde}" if waarde.startswith(FORMULETEKENS) else waarde
    return str(waarde).replace(".", ",")


def _xlsx(koppen: list[str], rijen: Sequence[Rij]) -> bytes:
    boek = Workbook()
    blad = boek.worksheets[0]
    blad.title = "Koers"
    for plaats, kop in enumerate(koppen, start=1):
        blad.cell(1, plaats, kop).font = Font(bold=True)
    for nummer, rij in enumerate(rijen, start=2):
        for plaats, kop in enumerate(koppen, start=1):
            waarde = rij[kop]
            if isinstance(waarde, bool):
                waarde = "ja" if waarde else "nee"
            cel = blad.cell(nummer, plaats)
            cel.value = waarde
            if isinstance(waarde, str):
                cel.data_type = "s"  # also when it begins with =
                cel.quotePrefix = waarde.startswith(FORMULETEKENS)
    blad.freeze_panes = "A2"
    inhoud = io.BytesIO()
    boek.save(inhoud)
    return inhoud.getvalue()


def _parquet(koppen: list[str], rijen: Sequence[Rij]) -> bytes:
    """For programs: a number is a number, yes or no is that, the rest is text. There are no formulas."""
    import pyarrow as pa
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pa.table({kop: _column([rij[kop] for rij in rijen]) for kop in koppen}), out)
    return out.getvalue()


def _column(waarden: Sequence[object]) -> Any:
    """One type per column: with a broken number in it every number is one."""
    import pyarrow as pa

    known = [waarde for waarde in waarden if waarde is not None]
    if known and all(isinstance(waarde, bool) for waarde in known):
        return pa.array(waarden, pa.bool_())
    if known and all(isinstance(waarde, int) and not isinstance(waarde, bool) for waarde in known):
        return pa.array(waarden, pa.int64())
    if known and all(isinstance(w, int | float | Decimal) and not isinstance(w, bool) for w in known):
        return pa.array([None if w is None else float(w) for w in waarden], pa.float64())  # type: ignore[arg-type]
    return pa.array([None if w is None else str(w) for w in waarden], pa.string())
