"""What a message is inside Koers, and what can be wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

AFGEKEURD = "0001"  # WJ001: the whole message is rejected on technical grounds
GOED = "0200"  # WJ001: no remark about this class


@dataclass(frozen=True, slots=True)
class Bericht:
    """`soort`: "JW301". `inhoud`: what stands below the root, by the names of the standard. A class is a
    mapping, what may occur more often is a list; dates are `date`, whole numbers `int` (money in cents),
    everything else is text."""

    soort: str
    inhoud: Mapping[str, Any]

    @property
    def header(self) -> Mapping[str, Any]:
        return self.inhoud.get("Header", {})


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that is wrong. `regel`: number of the rule ("TR018", or "XSD" for the structure). `code`: the
    return code of WJ001. `pad`: place, as in "Client/StartProducten/StartProduct[2]/Begindatum".
    `regelnummer`: line in the file, 0 if unknown."""

    regel: str
    code: str
    pad: str
    zin: str
    regelnummer: int = 0

    @property
    def heel_bericht(self) -> bool:
        """Whether this rejects the message as a whole (OP286), or only the class in which it stands."""
        return self.code == AFGEKEURD or self.pad.startswith("Header")

    def on_line(self, regelnummer: int) -> "Bevinding":
        return replace(self, regelnummer=regelnummer)


class BerichtOngeldig(Exception):
    """Content from which no valid message can be built; `bevindingen` says what is wrong and where."""

    def __init__(self, bevindingen: tuple[Bevinding, ...]) -> None:
        self.bevindingen = bevindingen
        super().__init__("; ".join(f"{een.pad}: {een.zin}" for een in bevindingen))


def each(klasse: Mapping[str, Any], pad: str, voor: str = "") -> Iterator[tuple[str, Any]]:
    """Every class or value at a path, with its own path: lists are walked and numbered from 1."""
    gevonden: list[tuple[str, Any]] = [(voor, klasse)]
    streep = ""
    for naam in pad.split("/"):
        verder: list[tuple[str, Any]] = []
        for begin, een in gevonden:
            if naam not in een:
                continue
            waarde, plek = een[naam], f"{begin}{streep}{naam}"
            if isinstance(waarde, list | tuple):
                verder += [(f"{plek}[{nummer}]", elk) for nummer, elk in enumerate(waarde, start=1)]
            else:
                verder.append((plek, waarde))
        gevonden, streep = verder, "/"
    return iter(gevonden)
