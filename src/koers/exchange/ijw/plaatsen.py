"""From the path of an element to its line. Only asked for what is wrong, so that reading carries no lines."""

from collections import Counter
from collections.abc import Collection
from xml.parsers import expat

from koers.exchange.ijw.feiten import SCHEIDING, Element, soorten

_STUK = 64 * 1024


def line_numbers(inhoud: bytes, paden: Collection[str]) -> dict[str, int]:
    """The line on which each of the paths begins, in a message that was read before without a finding."""
    if not paden:
        return {}
    loper = _Loper(paden)
    stukken, begin = memoryview(inhoud), 0
    while begin < len(inhoud) and len(loper.gevonden) < len(paden):
        eind = max(_STUK, 2 * begin)
        loper.parser.Parse(bytes(stukken[begin:eind]), False)
        begin = eind
    loper.parser.StartElementHandler = loper.parser.EndElementHandler = None
    return loper.gevonden


class _Loper:
    """Walks a message and notes where the asked paths are."""

    def __init__(self, paden: Collection[str]) -> None:
        self.paden, self.gevonden = paden, {pad: 1 for pad in paden if pad == ""}
        self.open: list[tuple[Element, str, Counter[str]]] = []
        self.parser = expat.ParserCreate("UTF-8", SCHEIDING)
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        if not self.open:
            wortel = next(
                een.wortel for een in soorten().values() if naam == een.naamruimte + SCHEIDING + "Bericht"
            )
            self.open.append((wortel, "", Counter()))
            return
        ouder, pad, aantal = self.open[-1]
        element = ouder.kinderen[ouder.plek[naam]]
        aantal[element.naam] += 1
        stap = f"{element.naam}[{aantal[element.naam]}]" if element.herhaalt else element.naam
        plek = f"{pad}/{stap}" if pad else stap
        if plek in self.paden:
            self.gevonden[plek] = self.parser.CurrentLineNumber
        self.open.append((element, plek, Counter()))

    def end(self, naam: str) -> None:
        self.open.pop()
