"""What Koers brings along for looking at a message: the municipalities of CBS and the product codes."""

import csv
from datetime import date
from functools import cache
from importlib.resources import files

from koers.exchange.ijw.feiten import producten
from koers.exchange.ijw.regels import Omgeving


def surroundings(vandaag: date) -> Omgeving:
    """All that a rule may know beside the message."""
    return Omgeving(vandaag, _municipalities(), {code: soort for code, (soort, _) in producten().items()})


@cache
def _municipalities() -> frozenset[str]:
    """Four digits of every municipality of 2026, and of those that went on in another: what was assigned
    before keeps the old code."""
    return frozenset(
        rij["code"].removeprefix("GM")
        for naam in ("gemeenten_2026.csv", "opvolgingen.csv")
        for rij in _rows(naam)
    )


@cache
def municipality_names() -> dict[str, str]:
    """The municipalities of 2026: GM and four digits -> name."""
    return {rij["code"]: rij["naam"] for rij in _rows("gemeenten_2026.csv")}


def _rows(naam: str) -> list[dict[str, str]]:
    tekst = (files("koers.exchange.tabellen") / "gegevens" / naam).read_text("utf-8")
    return list(csv.DictReader(regel for regel in tekst.splitlines() if not regel.startswith("#")))
