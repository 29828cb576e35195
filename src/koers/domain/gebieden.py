"""Provinces with the codes of CBS, and the table of municipalities that ended and in what they went on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from koers.domain.namen import fold

PROVINCIES: dict[str, str] = {
    "PV20": "Groningen",
    "PV21": "Fryslân",
    "PV22": "Drenthe",
    "PV23": "Overijssel",
    "PV24": "Flevoland",
    "PV25": "Gelderland",
    "PV26": "Utrecht",
    "PV27": "Noord-Holland",
    "PV28": "Zuid-Holland",
    "PV29": "Zeeland",
    "PV30": "Noord-Brabant",
    "PV31": "Limburg",
}
_CODE = {fold(naam): code for code, naam in PROVINCIES.items()} | {"friesland": "PV21"}


def province_code(naam: str) -> str | None:
    """The code of a province by its name, however written; None for another name."""
    return _CODE.get(fold(naam))


@dataclass(frozen=True, slots=True)
class Herindeling:
    """A municipality that ended on `datum` and went on in `naar`; `nieuw`: which began on that day."""

    van: str
    naam: str
    naar: str
    nieuw: bool
    datum: date

    @property
    def eerste_jaar(self) -> int:
        """The first year on whose 1 January the new borders held: figures of a year keep its borders."""
        return self.datum.year if (self.datum.month, self.datum.day) == (1, 1) else self.datum.year + 1


@dataclass(frozen=True, slots=True)
class Kaart:
    """What a list of municipalities does not say itself: names of jeugdregio's by code, and successions."""

    bron: str = ""
    jeugdregios: Mapping[str, str] = field(default_factory=dict)
    herindelingen: tuple[Herindeling, ...] = ()
