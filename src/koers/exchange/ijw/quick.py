"""Reading and writing a message in which nothing is wrong: half the work, the same outcome.

The C of ElementTree builds the tree, on the same expat, and the tree is walked once along compiled tables. Of
whatever is not plainly right this says nothing at all: then the careful way is gone from the beginning, which
says what is wrong and where. Nothing is read here before `parse` saw that there is no DOCTYPE in it.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element as Knoop
from xml.etree.ElementTree import ParseError, XMLParser

from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.feiten import Element, Soort, soorten, tag_of
from koers.exchange.ijw.waarden import WIT, Fout, reader_of, writer_of

# A tree takes ten times the memory of its bytes; what is longer is read piece by piece.
HOOGSTENS_BYTES = 256 * 1024
_KOP = b'<?xml version="1.0" encoding="UTF-8"?>'
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_MAG = {_XSI + "schemaLocation", _XSI + "noNamespaceSchemaLocation"}


class _Anders(Exception):
    """Something is not plainly right: it is for `parse` to say what."""


def read_plain(inhoud: bytes) -> Bericht | None:
    """The message, or None when something is wrong with it or it is not written as most are."""
    if len(inhoud) > HOOGSTENS_BYTES or not inhoud.startswith(_KOP):
        return None
    parser = XMLParser(encoding="UTF-8")  # noqa: S314  no DOCTYPE, so no entity comes to exist
    try:
        parser.feed(inhoud)
        wortel = parser.close()
        if (gevonden := _roots().get(wortel.tag)) is None:
            return None
        naam, klasse = gevonden
        return Bericht(naam, klasse.read(wortel))
    except (ParseError, _Anders):
        return None


def write_plain(bericht: Bericht) -> list[str] | None:
    """What stands inside the root, in pieces, or None when something in it does not fit."""
    delen: list[str] = []
    try:
        _classes()[bericht.soort].write(bericht.inhoud, delen)
    except _Anders:
        return None
    return delen


class _Klasse:
    """An element with elements in it: what is known beforehand of reading and writing each of them."""

    __slots__ = ("lezen", "namen", "schrijven", "verplicht")

    def __init__(self, soort: Soort, element: Element) -> None:
        self.namen = element.namen
        self.verplicht = frozenset(een.naam for een in element.kinderen if een.verplicht)
        self.lezen: dict[str, tuple[int, str, bool, Callable[[str], Any], _Klasse | None]] = {}
        self.schrijven: list[tuple[Element, str, str, Callable[[Any], str | Fout], _Klasse | None]] = []
        for plek, een in enumerate(element.kinderen):
            lezer = _never if een.waarde is None else reader_of(een.waarde)
            schrijver = _never if een.waarde is None else writer_of(een.waarde)
            binnen = _Klasse(soort, een) if een.waarde is None else None
            self.lezen[_tag(een)] = (plek, een.naam, een.herhaalt, lezer, binnen)
            naam = tag_of(soort, een)
            self.schrijven.append((een, f"<{naam}>", f"</{naam}>\r\n", schrijver, binnen))

    def write(self, inhoud: Mapping[str, Any], delen: list[str]) -> None:
        """Its content, in the order of the standard."""
        if not inhoud.keys() <= self.namen:
            raise _Anders
        for element, begin, eind, schrijver, binnen in self.schrijven:
            waarde = inhoud.get(element.naam)
            if waarde is None or waarde == []:
                if element.verplicht:
                    raise _Anders
                continue
            if element.herhaalt and not isinstance(waarde, list | tuple):
                raise _Anders
            for een in waarde if element.herhaalt else (waarde,):
                if binnen is None:
                    tekst = schrijver(een)
                    if type(tekst) is Fout:
                        raise _Anders
                    delen.append(f"{begin}{tekst}{eind}")
                elif isinstance(een, Mapping):
                    delen.append(begin + "\r\n")
                    binnen.write(een, delen)
                    delen.append(eind)
                else:
                    raise _Anders

    def read(self, knoop: Knoop) -> dict[str, Any]:
        """Its content: no text of its own, and its elements in order, each that must be there."""
        inhoud: dict[str, Any] = {}
        tekst, vorige = knoop.text, -1
        if (tekst and tekst.strip(WIT)) or not _MAG.issuperset(knoop.keys()):
            raise _Anders
        kinderen = self.lezen
        for kind in knoop:
            regel = kinderen.get(kind.tag)
            if regel is None:
                raise _Anders
            plek, naam, herhaalt, lezer, binnen = regel
            tekst = kind.tail
            if (tekst and tekst.strip(WIT)) or plek < vorige or (plek == vorige and not herhaalt):
                raise _Anders
            if binnen is not None:
                waarde = binnen.read(kind)
            else:
                waarde = lezer(kind.text or "")
                if type(waarde) is Fout or len(kind) or kind.keys():
                    raise _Anders
            if not herhaalt:
                inhoud[naam] = waarde
            elif plek == vorige:
                inhoud[naam].append(waarde)
            else:
                inhoud[naam] = [waarde]
            vorige = plek
        if vorige < 0 or not self.verplicht <= inhoud.keys():
            raise _Anders
        return inhoud


def _never(_: Any) -> Any:
    raise TypeError("a class has no value")


def _tag(element: Element) -> str:
    return f"{{{element.naamruimte}}}{element.naam}"


@cache
def _classes() -> dict[str, _Klasse]:
    return {naam: _Klasse(soort, soort.wortel) for naam, soort in soorten().items()}


@cache
def _roots() -> dict[str, tuple[str, _Klasse]]:
    return {_tag(soort.wortel): (naam, _classes()[naam]) for naam, soort in soorten().items()}
