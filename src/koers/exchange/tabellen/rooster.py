"""From a file to rows of cells: comma, semicolon or tab separated text, or the first sheet of a workbook."""

import csv
import io
import warnings
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import MEGABYTE, decode, is_zip
from koers.exchange.tabellen.getallen import Cel, Formule

MEEST_RIJEN = 60_000
MEEST_KOLOMMEN = 1_000
UITGEPAKT_HOOGSTENS = 250 * MEGABYTE
SCHEIDINGSTEKENS = (";", ",", "\t")


@dataclass(frozen=True, slots=True)
class Rooster:
    """Rows of cells; row 0 is what a spreadsheet calls row 1. `bladen`: how many sheets the workbook has."""

    rijen: list[list[Cel]]
    codering: str
    bladen: int = 1
    uit_werkboek: bool = False


def grids(inhoud: bytes) -> tuple[list[Rooster], list[Refused]]:
    """Every way in which the file can be cut into cells, and why others failed.

    In one of them the headings mean something. Refused: what is no text and no workbook.
    """
    if is_zip(inhoud):
        return [_workbook(inhoud)], []
    tekst, codering = decode(inhoud)
    cut = [_cut(tekst, teken) for teken in SCHEIDINGSTEKENS]
    failed = [rijen for rijen in cut if isinstance(rijen, Refused)]
    return [Rooster(rijen, codering) for rijen in cut if not isinstance(rijen, Refused)], failed


def _cut(tekst: str, teken: str) -> list[list[Cel]] | Refused:
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
    rijen: list[list[Cel]] = []
    try:
        for rij in lezer:
            rijen.append(list(rij))
            if len(rijen) > MEEST_RIJEN or len(rij) > MEEST_KOLOMMEN:
                return Refused("tabel_te_groot", rijen=MEEST_RIJEN, kolommen=MEEST_KOLOMMEN)
    except csv.Error:
        return Refused("csv_onleesbaar", regel=lezer.line_num)
    return rijen


def _workbook(inhoud: bytes) -> Rooster:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            if "xl/workbook.xml" not in archief.namelist():
                raise Refused("bestand_is_archief")
            if sum(deel.file_size for deel in archief.infolist()) > UITGEPAKT_HOOGSTENS:
                raise Refused("bestand_te_groot", hoogstens=UITGEPAKT_HOOGSTENS // MEGABYTE)
        return _first_sheet(inhoud)
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        SyntaxError,  # broken XML is one
        KeyError,
        ValueError,
        TypeError,
        OSError,
        EOFError,
    ) as error:
        raise Refused("xlsx_beschadigd") from error


def _first_sheet(inhoud: bytes) -> Rooster:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validation, which we do not read
        werkboek = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=False)
        try:
            blad = werkboek.worksheets[0]
            blad.reset_dimensions()  # what the file says about its own size need not be true
            rijen = []
            for rij in blad.iter_rows():
                rijen.append([_cell(cel) for cel in rij])
                if len(rijen) > MEEST_RIJEN or len(rij) > MEEST_KOLOMMEN:
                    raise Refused("tabel_te_groot", rijen=MEEST_RIJEN, kolommen=MEEST_KOLOMMEN)
            return Rooster(rijen, "XLSX", bladen=len(werkboek.worksheets), uit_werkboek=True)
        finally:
            werkboek.close()


def _cell(cel: object) -> Cel:
    waarde = getattr(cel, "value", None)
    if getattr(cel, "data_type", "") == "f":
        return Formule(str(waarde)[:200])
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        return _word(waarde)
    getal = Decimal(str(waarde))
    if not getal.is_finite():
        return str(waarde)
    # A cell that shows 11,3% holds 0.113.
    return getal * 100 if "%" in str(getattr(cel, "number_format", "")) else getal


def _word(waarde: object) -> Cel:
    if isinstance(waarde, datetime):
        return waarde.date()
    return waarde if waarde is None or isinstance(waarde, date) else str(waarde)
