"""What can stand in a column of a published table, and the columns that more than one table has."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from koers.domain.routes import ROUTE_VAN_VERWIJZER

ROUTES = tuple(sorted(set(ROUTE_VAN_VERWIJZER.values())))
VERWIJZERS = tuple(sorted(ROUTE_VAN_VERWIJZER))


class Kolomsoort(StrEnum):
    """What stands in a column. Amounts are whole cents; a month is text "2026-03"; moments are UTC."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    MAAND = "maand"
    MOMENT = "moment"
    JA_NEE = "ja_nee"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `nl` and `en`: its meaning in a sentence. `leeg_mag`: may it be empty.

    `pseudoniem`: the mart replaces it by a keyed code. `gemeentecode`: a code like GM1731, nothing else.
    """

    naam: str
    soort: Kolomsoort
    nl: str
    en: str
    leeg_mag: bool = False
    keuze: tuple[str | int, ...] = ()
    minstens: int | None = None
    pseudoniem: bool = False
    gemeentecode: bool = False


def een_kolom(soort: Kolomsoort, nl: str, en: str, **rest: Any) -> Any:
    """A dataclass field that carries its column; `Tabel.kolommen` reads it back."""
    return field(metadata={"soort": soort, "nl": nl, "en": en, **rest})


def jeugdige_kolom(*, leeg_mag: bool = False) -> Any:
    return een_kolom(
        Kolomsoort.TEKST,
        "Een code die voor deze jeugdige altijd dezelfde is en niet zegt wie het is.",
        "A code that is always the same for this young person and does not tell who it is.",
        pseudoniem=True,
        leeg_mag=leeg_mag,
    )


def geboortemaand_kolom() -> Any:
    return een_kolom(
        Kolomsoort.MAAND,
        "Jaar en maand van geboorte; leeg als die nog niet bekend is.",
        "Year and month of birth; empty while unknown.",
        leeg_mag=True,
    )


def gemeente_kolom() -> Any:
    return een_kolom(
        Kolomsoort.TEKST,
        "CBS-code van de gemeente die toen verantwoordelijk was.",
        "CBS code of the municipality that was responsible at the time.",
        gemeentecode=True,
    )


def vastgelegd_at_kolom() -> Any:
    return een_kolom(
        Kolomsoort.MOMENT,
        "Wanneer dit werd opgeschreven; zonder tijdzone geldt UTC.",
        "When this was written down; without a time zone it is UTC.",
    )


def niveau_kolom(*, leeg_mag: bool = False) -> Any:
    return een_kolom(
        Kolomsoort.GETAL,
        "Niveau van de hulp, 1 tot en met 8, volgens het product op die datum.",
        "Level of the help, 1 to 8, as the product says on that date.",
        keuze=tuple(range(1, 9)),
        leeg_mag=leeg_mag,
    )


def route_kolom(*, leeg_mag: bool = False) -> Any:
    return een_kolom(
        Kolomsoort.TEKST,
        "De wettelijke weg naar de hulp.",
        "The legal road to the help.",
        keuze=ROUTES,
        leeg_mag=leeg_mag,
    )


def verwijzer_kolom(*, leeg_mag: bool = False) -> Any:
    return een_kolom(
        Kolomsoort.TEKST,
        "Soort verwijzer, met de code van het CBS.",
        "Kind of referrer, with the CBS code.",
        keuze=VERWIJZERS,
        leeg_mag=leeg_mag,
    )


def dag_kolom(nl: str, en: str, *, leeg_mag: bool = False) -> Any:
    return een_kolom(Kolomsoort.DATUM, nl, en, leeg_mag=leeg_mag)


def tekst_kolom(nl: str, en: str, *, leeg_mag: bool = True, keuze: tuple[str, ...] = ()) -> Any:
    return een_kolom(Kolomsoort.TEKST, nl, en, leeg_mag=leeg_mag, keuze=keuze)
