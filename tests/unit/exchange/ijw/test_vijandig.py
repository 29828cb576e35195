"""Bytes from whoever wants to do harm: each ends in a return code or a clear sentence, in bounded memory."""

import gzip
from contextlib import suppress
from datetime import date

import pytest

from koers.exchange.ijw.antwoord import GeenAntwoordMogelijk, answer
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import Uitkomst, control
from koers.exchange.ijw.parse import HOOGSTENS_BEVINDINGEN
from tests.unit.exchange.ijw.voorbeelden import OMGEVING, VANDAAG, changed, good

GOED = build(good("JW305"))
NAAM = b"<ijw:Achternaam>Dekker</ijw:Achternaam>"
EERSTE_REGEL = GOED.partition(b"\r\n")[0]
BOM = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def looked_at(inhoud: bytes) -> Uitkomst:
    """What is said of the bytes; whatever they are, something is, and answering does not break."""
    uitkomst = control(inhoud, OMGEVING)
    assert uitkomst.geldig or uitkomst.bevindingen
    assert all(een.zin.endswith((".", "’.")) and len(een.zin) < 400 for een in uitkomst.bevindingen)
    with suppress(GeenAntwoordMogelijk):
        answer(uitkomst, identificatie="R1", dagtekening=VANDAAG)
    return uitkomst


def with_doctype(doctype: str) -> bytes:
    return GOED.replace(EERSTE_REGEL, EERSTE_REGEL + f"<!DOCTYPE a [{doctype}]>".encode())


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (with_doctype('<!ENTITY a0 "lol">' + BOM), "DOCTYPE"),
        (with_doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), "DOCTYPE"),
        (with_doctype('<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;'), "DOCTYPE"),
        (with_doctype(""), "DOCTYPE"),
        (b"\xef\xbb\xbf" + GOED, "BOM"),
        (GOED.decode().encode("utf-16"), "UTF-16"),
        (GOED.decode().encode("utf-16-le"), "UTF-16"),
        (GOED.decode().encode("utf-32"), "UTF-16"),
        (GOED.replace(b"UTF-8", b"ISO-8859-1"), "UTF-8"),
        (GOED.replace(NAAM, "<ijw:Achternaam>Bébé</ijw:Achternaam>".encode("latin-1")), "XML"),
        (GOED.replace(NAAM, b"<ijw:Achternaam>a\x00b</ijw:Achternaam>"), "XML"),
        (GOED.replace(NAAM, b"<ijw:Achternaam>&naam;</ijw:Achternaam>"), "entiteit"),
        (GOED.replace(NAAM, b"<ijw:Achternaam>&#0;</ijw:Achternaam>"), "XML"),
        (gzip.compress(GOED), "ingepakt"),
        (gzip.compress(b"\x00" * 50_000_000), "ingepakt"),
        (b"PK\x03\x04" + GOED, "ingepakt"),
        (b"<a>" * 100_000, "geen bericht"),
        (GOED.replace(NAAM, b"<ijw:Achternaam>" + b"<x>" * 50_000), "diep"),
        (b"\x00" * 1000, "UTF"),
        (b"   \r\n ", "leeg"),
        (GOED[:-30], "houdt op"),
        (GOED + GOED, "Na het einde"),
    ],
    ids=range(22),
)
def test_each_is_refused_with_0001_and_says_why(inhoud, zin):
    uitkomst = looked_at(inhoud)
    assert not uitkomst.geldig
    assert {een.code for een in uitkomst.bevindingen} == {"0001"}
    assert any(zin in een.zin for een in uitkomst.bevindingen)


def test_a_break_after_as_many_findings_as_there_is_room_for_is_no_accident():
    """One finding less, then broken XML: the break itself is the last that fits."""
    extra = b"<ijw:Onzin/>" * (HOOGSTENS_BEVINDINGEN - 1)
    uitkomst = looked_at(GOED.replace(NAAM, NAAM + extra)[: GOED.index(NAAM) + len(extra) + 100] + b"<")
    assert len(uitkomst.bevindingen) == HOOGSTENS_BEVINDINGEN


@pytest.mark.parametrize("dag", [date(1, 1, 1), date(4, 2, 29), date(9999, 12, 31), date(2024, 2, 29)])
def test_any_date_that_exists_may_stand_anywhere(dag):
    for soort in ("JW301", "JW305", "JW307", "JW315", "JW317", "JW323"):
        for pad in dates_of(dict(good(soort).inhoud)):
            looked_at(build(changed(good(soort), {pad: dag})))


def dates_of(klasse: dict, voor: str = ""):
    """The paths of every date in a message."""
    for naam, waarde in klasse.items():
        if isinstance(waarde, date):
            yield voor + naam
        elif isinstance(waarde, dict):
            yield from dates_of(waarde, f"{voor}{naam}/")
        elif isinstance(waarde, list):
            for nummer, een in enumerate(waarde, start=1):
                if isinstance(een, dict):
                    yield from dates_of(een, f"{voor}{naam}[{nummer}]/")


def test_every_byte_of_a_message_may_be_missing_or_another_one():
    """A message with one byte changed at 400 places spread over it."""
    for plek in range(0, len(GOED), max(1, len(GOED) // 400)):
        looked_at(GOED[:plek] + b"<" + GOED[plek + 1 :])
        looked_at(GOED[:plek] + GOED[plek + 1 :])
        looked_at(GOED[:plek])
