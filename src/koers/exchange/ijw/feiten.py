"""The tables of facts: which elements a message has, in which order, how often, with which values.

`feiten/ijw_3_2.json` is made by `scripts/ijw_feiten.py` out of the schemas of the standard, and reviewed.
"""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

VERSIE = "3.2"
# Every message with the one that answers it; JW323 is answered by a message with a content of its own.
RETOUR = {
    "JW301": "JW302",
    "JW305": "JW306",
    "JW307": "JW308",
    "JW315": "JW316",
    "JW317": "JW318",
    "JW319": "JW320",
    "JW323": "JW325",
}
SCHEIDING = "\x0c"  # between namespace and name; no character that XML allows


@dataclass(frozen=True, slots=True)
class Waarde:
    """A simple type. Lengths in characters; `hoogst` of money in cents."""

    naam: str
    soort: str  # tekst, geheel, datum, tijd, code
    minst_lang: int = 0
    hoogst_lang: int | None = None
    minst: int | None = None
    hoogst: int | None = None
    vorm: str = ""
    vast: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """One element. Either it has a `waarde`, or `kinderen` in the order in which they have to come."""

    naam: str
    naamruimte: str
    verplicht: bool
    herhaalt: bool
    waarde: Waarde | None
    kinderen: tuple["Element", ...] = ()
    plek: dict[str, int] = field(default_factory=dict)  # "naamruimte\\x0cnaam" -> index in kinderen
    namen: frozenset[str] = frozenset()  # of kinderen


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of message, such as JW301 with code 436."""

    naam: str
    code: str
    wortel: Element

    @property
    def naamruimte(self) -> str:
        return self.wortel.naamruimte

    @property
    def is_retour(self) -> bool:
        return any(een.naam == "IdentificatieRetour" for een in self.wortel.kinderen[0].kinderen)


@cache
def load() -> dict[str, Any]:
    """The file as it is."""
    naam = f"ijw_{VERSIE.replace('.', '_')}.json"
    return json.loads(files(__package__).joinpath("feiten", naam).read_text("utf-8"))


@cache
def soorten() -> dict[str, Soort]:
    """All kinds of messages, by name."""
    feiten = load()
    return {naam: _soort(naam, feiten) for naam in feiten["berichten"]}


def basis_naamruimte() -> str:
    return load()["naamruimte"]


def prefix_of(soort: Soort) -> str:
    """What stands before the names of this message itself: "jw301"."""
    return soort.naam.lower()


def tag_of(soort: Soort, element: Element) -> str:
    """The name of an element as it is written: "jw301:Client"."""
    return f"{prefix_of(soort) if element.naamruimte == soort.naamruimte else 'ijw'}:{element.naam}"


@cache
def producten() -> dict[str, tuple[str, str]]:
    """Standard product code (JZ21) -> (category of JZ020, hulpvorm of CBS or a dash). Categories 54 and 55
    have no codes in this list."""
    regels = files(__package__).joinpath("feiten", "producten_jz21.txt").read_text("utf-8").splitlines()
    return {code: (categorie, hulpvorm) for code, categorie, hulpvorm in map(str.split, regels)}


def _soort(naam: str, feiten: dict[str, Any]) -> Soort:
    bericht = feiten["berichten"][naam]
    bouw = _Bouw(feiten, bericht)
    wortel = bouw.element("Bericht 1 Root", bericht["naamruimte"])
    code = next(een.waarde.vast for een in wortel.kinderen[0].kinderen if een.waarde and een.waarde.vast)
    return Soort(naam, code, wortel)


class _Bouw:
    """Puts the elements of one message together out of the lines of the table."""

    def __init__(self, feiten: dict[str, Any], bericht: dict[str, Any]) -> None:
        self.basis, self.eigen = feiten["naamruimte"], bericht["naamruimte"]
        self.waarden = feiten["waarden"]
        self.samengesteld, self.klassen = feiten["samengesteld"], bericht["klassen"]

    def element(self, regel: str, naamruimte: str) -> Element:
        """`naam kardinaliteit type`, as the script writes it."""
        naam, keer, type_ = regel.split(" ")
        verplicht, herhaalt = keer in "1+", keer in "+*"
        if type_.startswith("."):
            waarde = _waarde(type_[1:], self.waarden[type_[1:]])
            return Element(naam, naamruimte, verplicht, herhaalt, waarde)
        binnen = self.basis if type_.startswith("^") or naamruimte == self.basis else self.eigen
        klassen = self.samengesteld if binnen == self.basis else self.klassen
        kinderen = tuple(self.element(een, binnen) for een in klassen[type_.removeprefix("^")])
        plek = {f"{een.naamruimte}{SCHEIDING}{een.naam}": nummer for nummer, een in enumerate(kinderen)}
        namen = frozenset(een.naam for een in kinderen)
        return Element(naam, naamruimte, verplicht, herhaalt, None, kinderen, plek, namen)


def _waarde(naam: str, feit: dict[str, Any]) -> Waarde:
    return Waarde(naam, **(feit | {"codes": tuple(feit.get("codes", ()))}))
