"""A practice's list of light questions, as a table of text: each row is read, or says why it is not.

Columns: roepnaam, achternaam, geboortedatum, gevraagd, and where known eerste_gesprek, gesprekken, minuten,
einddatum, uitkomst. Semicolons, commas or tabs between them; days as 3-3-2026 or 2026-03-03.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from koers.domain.lichte_hulp import Verloop, check_verloop
from koers.domain.weigering import Refused

NODIG = ("roepnaam", "achternaam", "geboortedatum", "gevraagd")
ERBIJ = ("eerste_gesprek", "gesprekken", "minuten", "einddatum", "uitkomst")
UITKOMSTEN = ("afgerond", "gestopt_door_gezin")
MEEST = 2_000  # rows; a practice has tens
_DAG = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class InvoerRij:
    """One row. `verloop` None: `fout` says why it cannot be read."""

    nummer: int
    tekst: str
    roepnaam: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None
    verloop: Verloop | None = None
    fout: Refused | None = None


def read_invoer(tekst: str, *, today: date) -> tuple[InvoerRij, ...]:
    """Every row of the table. Refused: invoer_leeg, invoer_kolommen, invoer_te_lang."""
    lines = [(n, line) for n, line in enumerate(tekst.lstrip("\ufeff").splitlines(), 1) if line.strip()]
    if not lines:
        raise Refused("invoer_leeg")
    if len(lines) > MEEST + 1:
        raise Refused("invoer_te_lang", hoogstens=MEEST)
    kop = lines[0][1]
    teken = max(";,\t", key=kop.count)
    kolommen = [re.sub(r"\W+", "_", naam.strip().lower()).strip("_") for naam in _cells(kop, teken)]
    missing = [naam for naam in NODIG if naam not in kolommen]
    if missing:
        raise Refused("invoer_kolommen", kolommen=", ".join(missing))
    return tuple(_row(n, line, kolommen, teken, today) for n, line in lines[1:])


def _cells(line: str, teken: str) -> list[str]:
    return next(csv.reader([line], delimiter=teken))


def _row(nummer: int, line: str, kolommen: list[str], teken: str, today: date) -> InvoerRij:
    rij = InvoerRij(nummer, line)
    try:
        cells = dict(zip(kolommen, (cel.strip() for cel in _cells(line, teken)), strict=False))
        if not cells.get("achternaam") or not cells.get("roepnaam"):
            raise Refused("invoer_naam")
        named = replace(rij, roepnaam=cells["roepnaam"], achternaam=cells["achternaam"])
        verloop = _course(cells)
        check_verloop(verloop, today=today)
        return replace(named, geboortedatum=_day(cells, "geboortedatum"), verloop=verloop)
    except Refused as fout:
        return replace(rij, fout=fout)


def _course(cells: Mapping[str, str]) -> Verloop:
    uitkomst = cells.get("uitkomst", "").lower().replace(" ", "_")
    if uitkomst and uitkomst not in UITKOMSTEN:
        raise Refused("invoer_uitkomst", waarde=cells["uitkomst"])
    gevraagd = _day(cells, "gevraagd")
    if gevraagd is None or not cells.get("geboortedatum"):
        raise Refused("invoer_datum_ontbreekt")
    return Verloop(
        vraagdatum=gevraagd,
        eerste_gesprek=_day(cells, "eerste_gesprek"),
        einddatum=_day(cells, "einddatum"),
        uitkomst=uitkomst,
        minuten=_number(cells, "minuten"),
        gesprekken=_number(cells, "gesprekken"),
    )


def _day(cells: Mapping[str, str], kolom: str) -> date | None:
    tekst = cells.get(kolom, "")
    if not tekst:
        return None
    found = _DAG.fullmatch(tekst)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(tekst)
    except ValueError:
        raise Refused("invoer_datum", kolom=kolom, waarde=tekst[:40]) from None


def _number(cells: Mapping[str, str], kolom: str) -> int:
    tekst = cells.get(kolom, "") or "0"
    if not (tekst.isascii() and tekst.isdecimal()) or int(tekst) > 30_000:
        raise Refused("invoer_getal", kolom=kolom, waarde=tekst[:40])
    return int(tekst)


def judge(bekend: Verloop | None, nieuw: Verloop) -> str:
    """What a row brings beside what is known of the same question: "nieuw", "vult_aan" or "staat_er_al".

    What the row leaves empty says nothing. Refused: invoer_wijkt_af, when both say something else.
    """
    if bekend is None:
        return "nieuw"
    told = (nieuw.eerste_gesprek, nieuw.einddatum, nieuw.uitkomst or None)
    known = (bekend.eerste_gesprek, bekend.einddatum, bekend.uitkomst or None)
    if any(k is not None and t is not None and k != t for t, k in zip(told, known, strict=True)):
        raise Refused("invoer_wijkt_af")
    both_ended = bekend.einddatum is not None and nieuw.einddatum is not None
    if both_ended and (bekend.minuten, bekend.gesprekken) != (nieuw.minuten, nieuw.gesprekken):
        raise Refused("invoer_wijkt_af")
    adds = any(k is None and t is not None for t, k in zip(told, known, strict=True))
    if adds and bekend.einddatum is not None:
        raise Refused("invoer_wijkt_af")  # a first talk after all, of what is closed: that is a correction
    return "vult_aan" if adds else "staat_er_al"
