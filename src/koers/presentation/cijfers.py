"""Published figures as plain data: the contract of `--json` and of whatever reads it (decision 23)."""

from decimal import Decimal

from koers.actions.monitor.cijfers import Cijfer, Spreiding
from koers.actions.monitor.regio import GebiedRegel
from koers.domain.grootheden import GROOTHEDEN
from koers.presentation.grootheden import EENHEDEN, REDENEN, WOORDEN, calculation, period, show


def number(waarde: Decimal | None) -> int | float | None:
    """A value as JSON writes it."""
    if waarde is None:
        return None
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)


def figure(regel: GebiedRegel, cijfer: Cijfer) -> dict[str, object]:
    """One figure of one area, with everything that somebody needs to trust it."""
    soort = GROOTHEDEN[cijfer.grootheid]
    return {
        "gebied": regel.code,
        "gebied_naam": regel.naam,
        "gebied_soort": regel.soort,
        "inkoopregio": regel.inkoopregio or None,
        "grootheid": cijfer.grootheid,
        "jaar": cijfer.jaar,
        "waarde": number(cijfer.waarde),
        "eenheid": soort.eenheid.value,
        "noemer": str(WOORDEN[cijfer.grootheid].noemer) or None,
        "bron": cijfer.bron or None,
        "klasse": cijfer.klasse,
        "periode": soort.periode.value,
        "voorlopig": cijfer.voorlopig,
        "reden": cijfer.reden or None,
        "berekening": cijfer.berekening or None,
        "delen": cijfer.delen or None,
    }


def difference(regel: GebiedRegel, spreiding: Spreiding) -> dict[str, object]:
    """How the municipalities of an area differ."""
    return {
        "gebied": regel.code,
        "grootheid": spreiding.grootheid,
        "jaar": spreiding.jaar,
        "gemeenten": spreiding.aantal,
        "gemiddelde_van_gemeenten": number(spreiding.gemiddelde),
        "mediaan": number(spreiding.mediaan),
        "laagste": number(spreiding.laagste),
        "hoogste": number(spreiding.hoogste),
        "eenheid": GROOTHEDEN[spreiding.grootheid].eenheid.value,
        "bron": spreiding.bron,
        "klasse": spreiding.klasse,
    }


def in_words(cijfer: Cijfer) -> str:
    """The value as people read it, or a dash; a star says that it is provisional."""
    if cijfer.waarde is None:
        return "–"
    return show(cijfer.grootheid, cijfer.waarde) + ("*" if cijfer.voorlopig else "")


def how(cijfer: Cijfer) -> str:
    """How a figure came about, or why there is none."""
    if cijfer.waarde is None:
        return str(REDENEN[cijfer.reden])
    return calculation(cijfer.berekening, cijfer.delen)


def about(grootheid: str, jaar: int) -> str:
    """What a quantity is, over whom, and of when: the line below a table."""
    woorden, eenheid = WOORDEN[grootheid], EENHEDEN[GROOTHEDEN[grootheid].eenheid.value]
    over = f", {woorden.noemer}" if woorden.noemer else ""
    return f"{woorden.naam} ({eenheid}{over}; {period(grootheid, jaar)})"
