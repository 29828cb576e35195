"""Files as people deliver them, made on the spot."""

import io
import zipfile
from decimal import Decimal

from openpyxl import Workbook

from koers.domain.aanlevering import GelezenTabel, SoortAanlevering
from koers.exchange.tabellen.inlezen import read_table

KWB, GEMEENTEN, REGIO = SoortAanlevering.KWB, SoortAanlevering.GEMEENTEN, SoortAanlevering.REGIO


def read(
    tekst: str | bytes, *, soort: SoortAanlevering = KWB, naam: str = "kwb_2021.csv", jaar: int | None = None
) -> GelezenTabel:
    """Reads this text (or these bytes) as a delivered file."""
    inhoud = tekst.encode() if isinstance(tekst, str) else tekst
    return read_table(soort=soort, inhoud=inhoud, bestandsnaam=naam, jaar=jaar)


def workbook(rijen: list[list], *, formats: dict[str, str] | None = None, extra: bool = False) -> bytes:
    """An .xlsx of these rows; `formats`: number format per cell; `extra`: with a second sheet."""
    werkboek = Workbook()
    blad = werkboek.active
    for rij in rijen:
        blad.append(rij)
    for cel, vorm in (formats or {}).items():
        blad[cel].number_format = vorm
    if extra:
        werkboek.create_sheet("toelichting").append(["niets"])
    stroom = io.BytesIO()
    werkboek.save(stroom)
    return stroom.getvalue()


def zip_with(**delen: bytes) -> bytes:
    """A zip file that is no spreadsheet, or a strange one."""
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam.replace("__", "/"), inhoud)
    return stroom.getvalue()


def figures(tabel: GelezenTabel) -> dict[str, dict[str, Decimal | None]]:
    """The numbers of the good rows by code."""
    return {rij.code: {naam: waarde.getal for naam, waarde in rij.waarden.items()} for rij in tabel.rijen}


def found(tabel: GelezenTabel) -> list[tuple[int, str, str, str]]:
    """Row, column, value and reason of every refusal."""
    return [
        (vondst.rijnummer, vondst.kolom, vondst.waarde, vondst.code)
        for vondst in tabel.vondsten
        if vondst.geweigerd
    ]
