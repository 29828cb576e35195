"""Values: from the text of an element to a date, a number or text, and back. No pattern here can explode."""

import re
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from koers.exchange.ijw.feiten import Waarde

WIT = " \t\n\r"  # white space of XML; Python knows more
_CIJFERS_HOOGSTENS = 24
_GEHEEL = re.compile(rf"[+-]?[0-9]{{1,{_CIJFERS_HOOGSTENS}}}")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIJD = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,12})?|24:00:00(?:\.0{1,12})?")
_MET_ZONE = re.compile(r"(?:Z|[+-][0-9]{2}:[0-9]{2})$")
_VERSIE = re.compile(r"(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)")
_LETTERS = re.compile("[a-zA-ZÀ-ỳ]+")
_LETTERS_EN_CIJFERS = re.compile("[a-zA-Z0-9]+")
_CIJFERS = re.compile("[0-9]*")
_ONTOELAATBAAR = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEWOON = re.compile("[\u0020-%'-;=?-\ud7ff]*")  # may stand in a message and is written as it is


class Fout(NamedTuple):
    """What is wrong with a value: the number of the rule and the sentence."""

    regel: str
    zin: str


LEEG = Fout("RS033", "Dit veld is leeg. Vul het in of laat het helemaal weg.")


def read_value(waarde: Waarde, tekst: str) -> Any:
    """The value that a text stands for, or a `Fout`."""
    if not tekst.strip(WIT):
        return LEEG
    if waarde.vast:
        kaal = tekst.strip(WIT) if waarde.soort == "geheel" else tekst
        if kaal != waarde.vast:
            return Fout("XSD", f"Hier hoort {waarde.vast} te staan, en er staat {quote(tekst)}.")
    return _LEZERS[waarde.soort](waarde, tekst)


def reader_of(waarde: Waarde) -> Callable[[str], Any]:
    """`read_value` for one type. What is plainly right is seen at once; the rest is looked at in full."""

    def tekst(tekst: str) -> Any:
        goed = minst_lang <= len(tekst) <= hoogst_lang and tekst.strip(WIT) and vorm(tekst)
        return tekst if goed else read_value(waarde, tekst)

    def geheel(tekst: str) -> Any:
        if tekst.isascii() and tekst.isdigit() and len(tekst) <= _CIJFERS_HOOGSTENS:
            getal = int(tekst)
            if (minst is None or minst <= getal) and (hoogst is None or getal <= hoogst):
                return getal
        return read_value(waarde, tekst)

    def datum(tekst: str) -> Any:
        if _DATUM.fullmatch(tekst):
            try:
                return date.fromisoformat(tekst)
            except ValueError:
                pass
        return read_value(waarde, tekst)

    minst, hoogst = waarde.minst, waarde.hoogst
    minst_lang, hoogst_lang = waarde.minst_lang, waarde.hoogst_lang or sys.maxsize
    vorm = _VORMEN[waarde.vorm or "gevuld"][0]
    codes = {code: code for code in waarde.codes if code.strip(WIT)}
    if waarde.vast:
        return partial(read_value, waarde)
    if waarde.soort == "code":
        return lambda tekst: codes.get(tekst) or read_value(waarde, tekst)
    return {"tekst": tekst, "geheel": geheel, "datum": datum}.get(waarde.soort, partial(read_value, waarde))


def write_value(waarde: Any) -> str | Fout:
    """The text of a value as it goes into a message."""
    if isinstance(waarde, date):
        return f"{waarde:%Y-%m-%d}".zfill(10)
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return str(waarde)
    if not isinstance(waarde, str):
        return Fout("XSD", "Hier hoort één waarde te staan: tekst, een datum of een geheel getal.")
    if gevonden := _ONTOELAATBAAR.search(waarde):
        return Fout("OP192", f"Teken nummer {gevonden.start() + 1} mag niet in een bericht staan.")
    return waarde


def written(tekst: str) -> str:
    """Text between tags. A line end inside becomes CR/LF, which every reader gives back as one line feed."""
    tekst = escape(tekst)
    if "\r" in tekst:
        tekst = tekst.replace("\r", "&#13;")
    return tekst.replace("\n", "\r\n") if "\n" in tekst else tekst


def writer_of(waarde: Waarde) -> Callable[[Any], str | Fout]:
    """From a value to what is written between tags, for one type; a `Fout` if it does not fit there."""
    lezer = reader_of(waarde)

    def write(inhoud: Any) -> str | Fout:
        if type(inhoud) is date:
            tekst = geschreven = inhoud.isoformat()
        elif type(inhoud) is str and _GEWOON.fullmatch(inhoud):
            tekst = geschreven = inhoud
        else:
            gevonden = write_value(inhoud)
            if type(gevonden) is Fout:
                return gevonden
            tekst, geschreven = str(gevonden), written(str(gevonden))
        gelezen = lezer(tekst)
        return gelezen if type(gelezen) is Fout else geschreven

    return write


def quote(tekst: str) -> str:
    """A value inside a sentence: short, on one line, in quotation marks."""
    kaal = " ".join(tekst[:200].split())  # a value may be as long as the file
    return f"‘{kaal[:40]}…’" if len(kaal) > 40 else f"‘{kaal}’"


def _tekst(waarde: Waarde, tekst: str) -> str | Fout:
    lengte = len(tekst)
    if lengte < waarde.minst_lang or (waarde.hoogst_lang is not None and lengte > waarde.hoogst_lang):
        if waarde.minst_lang == waarde.hoogst_lang:
            return Fout("XSD", f"Hier horen {waarde.minst_lang} tekens te staan, en het zijn er {lengte}.")
        return Fout(
            "XSD", f"Hier mogen hoogstens {waarde.hoogst_lang} tekens staan, en het zijn er {lengte}."
        )
    if waarde.vorm and not _VORMEN[waarde.vorm][0](tekst):
        return Fout("XSD", f"{_VORMEN[waarde.vorm][1]}, en er staat {quote(tekst)}.")
    return tekst


def _code(waarde: Waarde, tekst: str) -> str | Fout:
    if tekst in waarde.codes:
        return tekst
    if len(waarde.codes) > 25:
        return Fout("XSD", f"De code {quote(tekst)} staat niet in de codelijst {waarde.naam}.")
    return Fout("XSD", f"De code {quote(tekst)} bestaat hier niet. Wel: {', '.join(waarde.codes)}.")


def _geheel(waarde: Waarde, tekst: str) -> int | Fout:
    kaal = tekst.strip(WIT)
    if not _GEHEEL.fullmatch(kaal):
        return Fout("XSD", f"Hier hoort een geheel getal te staan, en er staat {quote(tekst)}.")
    getal = int(kaal)
    if (waarde.minst is not None and getal < waarde.minst) or (
        waarde.hoogst is not None and getal > waarde.hoogst
    ):
        return Fout(
            "XSD", f"Dit getal moet tussen {waarde.minst} en {waarde.hoogst} liggen; er staat {getal}."
        )
    return getal


def _datum(waarde: Waarde, tekst: str) -> date | Fout:
    kaal = tekst.strip(WIT)
    if _DATUM.fullmatch(kaal):
        try:
            return date.fromisoformat(kaal)
        except ValueError:
            return Fout("XSD", f"De datum {kaal} bestaat niet.")
    if _DATUM.match(kaal) and _MET_ZONE.search(kaal[10:]):
        return Fout("RS032", f"Een datum heeft geen tijdzone: schrijf alleen {kaal[:10]}.")
    return Fout("XSD", f"Hier hoort een datum te staan zoals 2026-03-31, en er staat {quote(tekst)}.")


def _tijd(waarde: Waarde, tekst: str) -> str | Fout:
    kaal = tekst.strip(WIT)
    if _TIJD.fullmatch(kaal):
        return kaal
    if _MET_ZONE.search(kaal):
        return Fout("RS034", f"Een tijd heeft geen tijdzone: schrijf alleen {quote(kaal[:8])}.")
    return Fout("XSD", f"Hier hoort een tijd te staan zoals 14:05:00, en er staat {quote(tekst)}.")


_LEZERS: dict[str, Callable[[Waarde, str], Any]] = {
    "tekst": _tekst,
    "code": _code,
    "geheel": _geheel,
    "datum": _datum,
    "tijd": _tijd,
}
_VORMEN: dict[str, tuple[Callable[[str], Any], str]] = {
    "regel": (lambda tekst: "\n" not in tekst and "\r" not in tekst, "Dit veld hoort op één regel te staan"),
    "gevuld": (lambda tekst: True, ""),  # not empty was looked at before
    "versie": (_VERSIE.fullmatch, "Hier hoort een versie te staan zoals 1.0.0"),
    "letters": (_LETTERS.fullmatch, "Hier mogen alleen letters staan, zonder punten en spaties"),
    "letters_en_cijfers": (_LETTERS_EN_CIJFERS.fullmatch, "Hier mogen alleen letters en cijfers staan"),
    "cijfers": (_CIJFERS.fullmatch, "Hier mogen alleen cijfers staan"),
}
