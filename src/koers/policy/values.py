"""The small values that every kind of policy file is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal


class Ontbreekt(Enum):
    """Why there is no value, said aloud: we looked and the source does not tell, or there can be none.
    Neither is the same as forgotten."""

    NIET_IN_BRON = "niet_in_bron"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


NIET_IN_BRON = Ontbreekt.NIET_IN_BRON
NIET_VAN_TOEPASSING = Ontbreekt.NIET_VAN_TOEPASSING


@dataclass(frozen=True, slots=True)
class Tekst:
    """One text in the two languages of Koers. Dutch is the source; English is always there."""

    nl: str
    en: str

    def in_taal(self, taal: str | None) -> str:
        """The text in `taal` ('nl', 'en', 'en-gb'); Dutch for anything else."""
        return self.en if (taal or "").lower().startswith("en") else self.nl

    def __str__(self) -> str:
        return self.nl


@dataclass(frozen=True, slots=True)
class Id:
    """Marks a field as the name under which others refer to this thing; unique within `soort`."""

    soort: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field as the id of another thing of `soort`, which must exist."""

    soort: str


@dataclass(frozen=True, slots=True)
class Uniek:
    """Marks a field whose value may stand once in all files together (such as the number of an opgave)."""

    soort: str


@dataclass(frozen=True, slots=True)
class Tussen:
    """Marks a number with its lowest and highest allowed value."""

    laagste: Decimal | int
    hoogste: Decimal | int


@dataclass(frozen=True, slots=True)
class Patroon:
    """Marks a text that must look like `regex`; `uitleg` tells the editor what is expected."""

    regex: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Bron:
    """Where something stands: a document of `bronnen/` and the chapter, section, rule or article in it."""

    document: Annotated[str, Ref("bronnen")]
    plaats: str


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a thing comes from: shown with everything that a page takes from `beleid/`."""

    bestand: str
    bron: tuple[Bron, ...]
    eigenaar: str
    herzien_voor: date
    digest: str
    eigen_beleid: bool

    @property
    def definitie_versie(self) -> str:
        """Twelve characters of the file's digest: changes when any byte of the definition changes."""
        return self.digest[:12]


@dataclass(frozen=True, slots=True)
class OpenVraag:
    """A contradiction or gap in the source, and what Koers does until somebody settles it."""

    vraag: Tekst
    zolang: Tekst


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """Ages in whole years, both ends included: 0 to 18 is everyone who is not yet 19."""

    van: int
    tot_en_met: int

    def faults(self) -> Iterator[tuple[str, str]]:
        if not 0 <= self.van <= self.tot_en_met <= 120:
            yield (
                "tot_en_met",
                "De leeftijden kloppen niet. Zet de laagste bij 'van' en de hoogste bij 'tot_en_met'.",
            )


_MAANDEN = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SEIZOENEN = {"voorjaar": (3, "spring"), "zomer": (6, "summer"), "najaar": (9, "autumn")}

Precisie = Literal["dag", "maand", "seizoen", "jaar", "na_maand"]


@dataclass(frozen=True, slots=True)
class Tijdstip:
    """A date as precise as the source gives it, as the period in which it lies.

    '2021-05-07' is one day, '2018-02' a month, 'najaar 2015' the months September to November, '2013' a
    year; 'na september 2018' starts on 1 October and has no end.
    """

    precisie: Precisie
    vanaf: date
    tot_en_met: date | None

    @classmethod
    def lees(cls, text: str) -> "Tijdstip":
        """Raises ValueError when `text` is none of the five forms or no real date."""
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            dag = date.fromisoformat(text)
            return cls("dag", dag, dag)
        if found := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text):
            return cls("maand", *_months(int(found[1]), int(found[2]), 1))
        if re.fullmatch(r"[0-9]{4}", text):
            return cls("jaar", *_months(int(text), 1, 12))
        if found := re.fullmatch(rf"({'|'.join(_SEIZOENEN)}) ([0-9]{{4}})", text):
            return cls("seizoen", *_months(int(found[2]), _SEIZOENEN[found[1]][0], 3))
        if found := re.fullmatch(rf"na ({'|'.join(_MAANDEN['nl'])}) ([0-9]{{4}})", text):
            last = _months(int(found[2]), _MAANDEN["nl"].index(found[1]) + 1, 1)[1]
            return cls("na_maand", last + timedelta(days=1), None)
        raise ValueError(text)

    def in_taal(self, taal: str | None) -> str:
        """The date in words, no more precise than it is known: 'najaar 2015', 'February 2018'."""
        english = (taal or "").lower().startswith("en")
        names = _MAANDEN["en" if english else "nl"]
        jaar, maand = self.vanaf.year, names[self.vanaf.month - 1]
        if self.precisie == "na_maand":
            last = self.vanaf - timedelta(days=1)
            return f"{'after' if english else 'na'} {names[last.month - 1]} {last.year}"
        if self.precisie == "seizoen":
            nl, en = next((nl, en) for nl, (start, en) in _SEIZOENEN.items() if start == self.vanaf.month)
            return f"{en if english else nl} {jaar}"
        return {"dag": f"{self.vanaf.day} {maand} {jaar}", "maand": f"{maand} {jaar}"}.get(
            self.precisie, str(jaar)
        )


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from `month` (all within one year)."""
    after = date(year + 1, 1, 1) if month + count > 12 else date(year, month + count, 1)
    return date(year, month, 1), after - timedelta(days=1)
