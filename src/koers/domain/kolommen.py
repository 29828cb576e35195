"""The columns that more than one published table has."""

from typing import Any

from koers.domain.routes import ROUTE_VAN_VERWIJZER
from koers.domain.tabelvorm import Kolomsoort, column

ROUTES = tuple(sorted(set(ROUTE_VAN_VERWIJZER.values())))
VERWIJZERS = tuple(sorted(ROUTE_VAN_VERWIJZER))


def jeugdige_kolom(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.TEKST,
        "Een code die voor deze jeugdige altijd dezelfde is en niet zegt wie het is.",
        "A code that is always the same for this young person and does not tell who it is.",
        pseudoniem=True,
        leeg_mag=leeg_mag,
    )


def geboortemaand_kolom() -> Any:
    return column(
        Kolomsoort.MAAND,
        "Jaar en maand van geboorte; leeg als die nog niet bekend is.",
        "Year and month of birth; empty while unknown.",
        leeg_mag=True,
    )


def gemeente_kolom() -> Any:
    return column(
        Kolomsoort.TEKST,
        "CBS-code van de gemeente die toen verantwoordelijk was.",
        "CBS code of the municipality that was responsible at the time.",
        gemeentecode=True,
    )


def vastgelegd_at_kolom() -> Any:
    return column(
        Kolomsoort.MOMENT,
        "Wanneer dit werd opgeschreven; zonder tijdzone geldt UTC.",
        "When this was written down; without a time zone it is UTC.",
    )


def niveau_kolom(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.GETAL,
        "Niveau van de hulp, 1 tot en met 8, volgens het product op die datum.",
        "Level of the help, 1 to 8, as the product says on that date.",
        keuze=tuple(range(1, 9)),
        leeg_mag=leeg_mag,
    )


def route_kolom(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.TEKST,
        "De wettelijke weg naar de hulp.",
        "The legal road to the help.",
        keuze=ROUTES,
        leeg_mag=leeg_mag,
    )


def verwijzer_kolom(*, leeg_mag: bool = False) -> Any:
    return column(
        Kolomsoort.TEKST,
        "Soort verwijzer, met de code van het CBS.",
        "Kind of referrer, with the CBS code.",
        keuze=VERWIJZERS,
        leeg_mag=leeg_mag,
    )


def dag_kolom(nl: str, en: str, *, leeg_mag: bool = False) -> Any:
    return column(Kolomsoort.DATUM, nl, en, leeg_mag=leeg_mag)


def tekst_kolom(nl: str, en: str, *, leeg_mag: bool = True, keuze: tuple[str, ...] = ()) -> Any:
    return column(Kolomsoort.TEKST, nl, en, leeg_mag=leeg_mag, keuze=keuze)
