"""From bytes to a message, in one pass and bounded memory, whoever sent them.

Expat is the parser and not lxml: it sees a DOCTYPE at its first character, so that no entity ever comes to
exist; it knows the line of every element; and nothing is built that the tables of facts do not know. lxml
comes in only for the official schemas (`official.py`), after this has found nothing.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from koers.exchange.ijw.bericht import AFGEKEURD, Bericht, Bevinding
from koers.exchange.ijw.feiten import SCHEIDING, Element, Soort, soorten
from koers.exchange.ijw.quick import read_plain
from koers.exchange.ijw.waarden import LEEG, WIT, Fout, quote, read_value

HOOGSTENS_BYTES = 25 * 1024 * 1024  # OP179: 25 MB, read generously
HOOGSTENS_DIEP = 32  # the standard needs 8
HOOGSTENS_BEVINDINGEN = 100
DOCTYPE = "Er staat een DOCTYPE in het bestand. Dat mag niet; haal hem weg."
_STUK = 64 * 1024
_XSI = "http://www.w3.org/2001/XMLSchema-instance" + SCHEIDING
_MAG = {_XSI + "schemaLocation", _XSI + "noNamespaceSchemaLocation"}
_VREEMD_BEGIN = (
    (b"\xef\xbb\xbf", "Het bestand begint met een BOM. Bewaar het als UTF-8 zonder BOM."),
    (b"\x1f\x8b", "Dit is een ingepakt bestand (gzip). Pak het uit en stuur het XML-bestand zelf."),
    (b"PK\x03\x04", "Dit is een ingepakt bestand (zip). Pak het uit en stuur het XML-bestand zelf."),
    (b"\xff\xfe", "Het bestand is UTF-16. Een bericht hoort UTF-8 te zijn."),
    (b"\xfe\xff", "Het bestand is UTF-16. Een bericht hoort UTF-8 te zijn."),
    (b"\x00", "Het bestand is UTF-16 of UTF-32. Een bericht hoort UTF-8 te zijn."),
    (b"<\x00", "Het bestand is UTF-16. Een bericht hoort UTF-8 te zijn."),
)
_EXPAT = {
    "no element found": "Het bestand houdt op voordat het bericht af is.",
    "unclosed token": "Het bestand houdt op voordat het bericht af is.",
    "mismatched tag": "Een element wordt niet afgesloten, of met een andere naam.",
    "junk after document element": "Na het einde van het bericht staat nog iets.",
    "duplicate attribute": "Een element heeft twee keer hetzelfde attribuut.",
    "undefined entity": "Hier staat een entiteit die niet bestaat, zoals &naam;.",
    "unbound prefix": "Een element heeft een voorvoegsel waarvan de naamruimte nergens staat.",
}


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What came out of the bytes. `bericht` is None if not even the kind of message is known; with findings
    it may be incomplete, and is good for no more than its header."""

    bericht: Bericht | None
    bevindingen: tuple[Bevinding, ...]

    @property
    def goed(self) -> bool:
        return self.bericht is not None and not self.bevindingen


def parse(inhoud: bytes) -> Gelezen:
    """Reads a message. Whatever the bytes are, the answer is a `Gelezen`."""
    if fout := _at_first_sight(inhoud):
        return Gelezen(None, (Bevinding("OP192", AFGEKEURD, "", fout, 1),))
    if (plek := inhoud.find(b"<!DOCTYPE")) >= 0:
        regelnummer = inhoud.count(b"\n", 0, plek) + 1
        return Gelezen(None, (Bevinding("OP192", AFGEKEURD, "", DOCTYPE, regelnummer),))
    if (bericht := read_plain(inhoud)) is not None:
        return Gelezen(bericht, ())
    return read_carefully(inhoud)


def read_carefully(inhoud: bytes) -> Gelezen:
    """Reads a message element by element, and says of all that is wrong what it is and where."""
    lezer = _Lezer()
    try:
        lezer.read(inhoud)
    except _Stop:
        pass
    except expat.ExpatError as error:
        zin = _EXPAT.get(expat.ErrorString(error.code), "Dit is geen geldige XML.")
        with suppress(_Stop):  # it may be the last that there is room for
            lezer.found("OP192", zin, error.lineno)
    return Gelezen(lezer.bericht(), tuple(lezer.bevindingen))


def _at_first_sight(inhoud: bytes) -> str:
    """What is clear before reading: nothing there, too big, packed, or in another encoding."""
    if not inhoud.strip():
        return "Het bestand is leeg."
    if len(inhoud) > HOOGSTENS_BYTES:
        return f"Het bestand is {len(inhoud) / 1024 / 1024:.1f} MB; een bericht mag hoogstens 25 MB zijn."
    return next((zin for begin, zin in _VREEMD_BEGIN if inhoud.startswith(begin)), "")


class _Stop(Exception):
    """Reading on makes no sense; what is wrong has been noted."""


class _Plek:
    """An open element: what it is, what was read of it, and how far it is in the order of its children.

    `naam` with its number if it may repeat: "StartProduct[2]". Plain: one is made for every element.
    """

    __slots__ = ("element", "inhoud", "naam", "tekst", "volgende")

    def __init__(self, element: Element, naam: str, inhoud: dict[str, Any] | None = None) -> None:
        self.element = element
        self.naam = naam
        self.inhoud: dict[str, Any] = {} if inhoud is None else inhoud
        self.volgende = 0
        self.tekst: list[str] = []


def _short(naam: str) -> str:
    """The name of an element without its namespace, as a sentence says it."""
    return quote(naam.rpartition(SCHEIDING)[2])


class _Lezer:
    """The state while reading one message."""

    def __init__(self) -> None:
        self.bevindingen: list[Bevinding] = []
        self.soort: Soort | None = None
        self.open: list[_Plek] = []
        self.gelezen: dict[str, Any] = {}
        self.diepte = 0
        self.overslaan = 0
        self.parser = expat.ParserCreate("UTF-8", SCHEIDING)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.XmlDeclHandler = self.declaration

    def read(self, inhoud: bytes) -> None:
        """Feeds the parser piece by piece, so that a refusal comes before the rest is read. Each piece is
        as long as all before it: what is one long name or comment is read anew with every piece."""
        stukken, begin = memoryview(inhoud), 0
        try:
            while begin < len(inhoud):
                eind = max(_STUK, 2 * begin)
                self.parser.Parse(bytes(stukken[begin:eind]), False)
                begin = eind
            self.parser.Parse(b"", True)
        finally:
            self.parser.StartElementHandler = self.parser.EndElementHandler = None
            self.parser.CharacterDataHandler = self.parser.StartDoctypeDeclHandler = None
            self.parser.XmlDeclHandler = None

    def bericht(self) -> Bericht | None:
        return Bericht(self.soort.naam, self.gelezen) if self.soort else None

    def found(self, regel: str, zin: str, regelnummer: int = 0, pad: str | None = None) -> None:
        """Notes what is wrong, at the place where the parser is; enough is enough."""
        plek = "/".join(een.naam for een in self.open[1:]) if pad is None else pad
        nummer = regelnummer or self.parser.CurrentLineNumber
        self.bevindingen.append(Bevinding(regel, AFGEKEURD, plek, zin, nummer))
        if len(self.bevindingen) >= HOOGSTENS_BEVINDINGEN:
            raise _Stop

    def doctype(self, *_: object) -> None:
        self.found("OP192", DOCTYPE)
        raise _Stop

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.upper() != "UTF-8":
            self.found(
                "OP192", f"Het bestand zegt dat het {quote(encoding)} is. Een bericht hoort UTF-8 te zijn."
            )
            raise _Stop

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        self.diepte += 1
        if self.diepte > HOOGSTENS_DIEP:
            self.found("OP192", f"Elementen staan meer dan {HOOGSTENS_DIEP} diep in elkaar.")
            raise _Stop
        if self.overslaan:
            self.overslaan += 1
            return
        if not self.open:
            self.root(naam)
        elif not self.child(naam):
            self.overslaan = 1
            return
        if attributen and not attributen.keys() <= _MAG:
            self.found("XSD", "Dit element heeft een attribuut. Berichten hebben die niet; haal het weg.")

    def root(self, naam: str) -> None:
        """The root says which message it is."""
        soort = next(
            (een for een in soorten().values() if naam == een.naamruimte + SCHEIDING + "Bericht"), None
        )
        if soort is None:
            self.found(
                "XSD", "Dit is geen bericht van iJw 3.2: het begint niet met het element Bericht daarvan."
            )
            raise _Stop
        self.soort = soort
        self.open.append(_Plek(soort.wortel, "Bericht", self.gelezen))

    def child(self, naam: str) -> bool:
        """Opens an element inside another. False if it does not belong here: it is skipped."""
        ouder = self.open[-1]
        klasse, volgende = ouder.element, ouder.volgende
        plek = klasse.plek.get(naam)
        if plek is None:
            self.strange(klasse, naam)
            return False
        element = klasse.kinderen[plek]
        if plek < volgende - 1 or (plek == volgende - 1 and not element.herhaalt):
            self.found("XSD", f"Het element {_short(naam)} staat hier dubbel of op de verkeerde plaats.")
            return False
        if plek > volgende:  # with nothing between, nothing can be missing
            self.missing(ouder, plek)
        ouder.volgende = plek + 1
        if element.herhaalt:
            eerder = ouder.inhoud.setdefault(element.naam, [])
            self.open.append(_Plek(element, f"{element.naam}[{len(eerder) + 1}]"))
        else:
            self.open.append(_Plek(element, element.naam))
        return True

    def strange(self, klasse: Element, naam: str) -> None:
        """An element in a field, or one that the class does not know."""
        if klasse.waarde is not None:
            self.found("XSD", f"In dit veld staat een element {_short(naam)}, en er hoort een waarde.")
        else:
            self.found("XSD", f"Het element {_short(naam)} hoort hier niet.")

    def missing(self, ouder: _Plek, tot: int) -> None:
        """Elements that had to come before the one at `tot`."""
        for een in ouder.element.kinderen[ouder.volgende : tot]:
            if een.verplicht:
                self.found("XSD", f"Hier ontbreekt het element {een.naam}.")

    def text(self, tekst: str) -> None:
        if self.overslaan or not self.open:
            return
        plek = self.open[-1]
        if plek.element.waarde is not None:
            plek.tekst.append(tekst)
        elif tekst.strip(WIT):
            self.found("XSD", f"Tussen de elementen staat losse tekst: {quote(tekst)}.")

    def end(self, naam: str) -> None:
        self.diepte -= 1
        if self.overslaan:
            self.overslaan -= 1
            return
        plek = self.open[-1]
        element = plek.element
        if element.waarde is None:
            waarde = self.close(plek)
        else:
            waarde = read_value(element.waarde, "".join(plek.tekst))
            if type(waarde) is Fout:
                self.found(*waarde)
                self.open.pop()
                return
        self.open.pop()
        if not self.open:
            return
        ouder = self.open[-1].inhoud
        if element.herhaalt:
            ouder[element.naam].append(waarde)
        else:
            ouder[element.naam] = waarde

    def close(self, plek: _Plek) -> dict[str, Any]:
        """The content of a class that ends here; what lacks is noted."""
        if plek.volgende == 0:
            self.found(*LEEG)
        self.missing(plek, len(plek.element.kinderen))
        return plek.inhoud
