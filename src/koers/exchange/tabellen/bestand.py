"""From bytes to text: what kind of file it is, and in which characters it was written.

Whatever is no table is refused whole, with a sentence that says what it is instead.
"""

import codecs
import hashlib
import re

from koers.domain.aanlevering import Bestand
from koers.domain.weigering import Refused

MEGABYTE = 1_000_000
# The whole country with all wijken and buurten is 10 to 30 megabytes, by how CBS pads it.
HOOGSTENS = 40 * MEGABYTE

_HERKENBAAR: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "bestand_is_pdf"),
    (b"\x89PNG", "bestand_is_afbeelding"),
    (b"\xff\xd8\xff", "bestand_is_afbeelding"),
    (b"GIF8", "bestand_is_afbeelding"),
    (b"\xd0\xcf\x11\xe0", "bestand_is_oud_excel"),
    (b"\x1f\x8b", "bestand_is_archief"),
    (b"{\\rtf", "bestand_is_document"),
)
_STUURTEKEN = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def describe(naam: str, inhoud: bytes) -> Bestand:
    """The file as it came, whatever is in it."""
    return Bestand(naam[-200:], len(inhoud), hashlib.sha256(inhoud).hexdigest())


def refuse_no_table(inhoud: bytes, *, hoogstens: int = 0) -> None:
    """Refused: what is too big (in bytes), empty, or plainly something else than a table."""
    hoogstens = hoogstens or HOOGSTENS
    if len(inhoud) > hoogstens:
        raise Refused("bestand_te_groot", hoogstens=hoogstens // MEGABYTE)
    if not inhoud.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise Refused("bestand_leeg")
    for begin, code in _HERKENBAAR:
        if inhoud.startswith(begin):
            raise Refused(code)


def is_zip(inhoud: bytes) -> bool:
    """Whether it is a zip file, as every spreadsheet of today is."""
    return inhoud.startswith(b"PK\x03\x04")


def decode(inhoud: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Refused: tekens_onleesbaar and what is markup, not a table.

    UTF-8 is certain: other encodings with letters beyond ASCII almost never pass for it. What is not
    UTF-8 is read as Windows-1252, of which Latin-1 is the part without curly quotes and the euro sign.
    """
    tekst, codering = _decoded(inhoud)
    begin = tekst.lstrip()[:200].lower()
    if begin.startswith(("<!doctype html", "<html")):
        raise Refused("bestand_is_webpagina")
    if begin.startswith(("<?xml", "<", "{", "[")):
        raise Refused("bestand_is_geen_tabel")
    if _STUURTEKEN.search(tekst):
        raise Refused("bestand_is_binair")
    return tekst, codering


def _decoded(inhoud: bytes) -> tuple[str, str]:
    try:
        if inhoud.startswith(_UTF16):
            return inhoud.decode("utf-16"), "UTF-16"
        return inhoud.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return inhoud.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError as error:
        raise Refused("tekens_onleesbaar") from error
