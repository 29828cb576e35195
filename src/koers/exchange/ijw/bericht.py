"""What a message is inside Koers, and what can be wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
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
    namen, een = _steps(pad), klasse
    for diepte, naam in enumerate(namen, start=1):
        een = een.get(naam)  # type: ignore[assignment]
        if een is None:
            return iter(())
        if isinstance(een, (list, tuple)):
            leden = _numbered(voor + "/".join(namen[:diepte]), een)
            return iter(_further(leden, namen[diepte:]))
    return iter([(voor + pad, een)])


def _further(gevonden: list[tuple[str, Any]], namen: tuple[str, ...]) -> list[tuple[str, Any]]:
    """What stands below these classes."""
    for naam in namen:
        verder: list[tuple[str, Any]] = []
        for begin, een in gevonden:
            waarde = een.get(naam)
            if isinstance(waarde, (list, tuple)):
                verder += _numbered(f"{begin}/{naam}", waarde)
            elif waarde is not None:
                verder.append((f"{begin}/{naam}", waarde))
        gevonden = verder
    return gevonden


def _numbered(plek: str, leden: Sequence[Any]) -> list[tuple[str, Any]]:
    return [(f"{plek}[{nummer}]", een) for nummer, een in enumerate(leden, start=1)]


@cache
def _steps(pad: str) -> tuple[str, ...]:
    return tuple(pad.split("/"))
