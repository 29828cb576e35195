"""The contracts of two procurement regions side by side: what differs, and what is only in one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Contractregel:
    """One product of one provider in one region, on a day. `product`: what both regions call it."""

    regio: str
    product: str
    naam: str
    aanbieder: str
    niveau: int
    eenheid: str
    tarief_cent: int
    leeftijd: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class ProductInRegio:
    """A product in one region. Tariffs in cents: lowest and highest of its providers."""

    naam: str
    niveaus: tuple[int, ...]
    eenheden: tuple[str, ...]
    laagste_cent: int
    hoogste_cent: int
    leeftijden: tuple[tuple[int | None, int | None], ...]
    aanbieders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A product in both regions (None: not bought there), and in what they differ.

    `verschillen`: alleen_hier, niveau, eenheid, tarief, leeftijd, aanbieders; empty when they are congruent.
    """

    product: str
    per_regio: Mapping[str, ProductInRegio | None]
    verschillen: tuple[str, ...]


def compare(regels: Iterable[Contractregel], regios: tuple[str, ...]) -> tuple[Vergelijking, ...]:
    """Every product of these regions; what differs most comes first, then by its code."""
    found: dict[str, dict[str, list[Contractregel]]] = {}
    for regel in regels:
        if regel.regio in regios:
            found.setdefault(regel.product, {}).setdefault(regel.regio, []).append(regel)
    rows = [
        _row(product, {regio: _in_region(per.get(regio, [])) for regio in regios})
        for product, per in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.verschillen), row.product)))


def _in_region(regels: list[Contractregel]) -> ProductInRegio | None:
    if not regels:
        return None
    tarieven = [regel.tarief_cent for regel in regels]
    return ProductInRegio(
        naam=sorted(regel.naam for regel in regels)[0],
        niveaus=tuple(sorted({regel.niveau for regel in regels})),
        eenheden=tuple(sorted({regel.eenheid for regel in regels})),
        laagste_cent=min(tarieven),
        hoogste_cent=max(tarieven),
        leeftijden=tuple(sorted({regel.leeftijd for regel in regels}, key=str)),
        aanbieders=tuple(sorted({regel.aanbieder for regel in regels})),
    )


def _row(product: str, per_regio: dict[str, ProductInRegio | None]) -> Vergelijking:
    there = [een for een in per_regio.values() if een is not None]
    if len(there) < len(per_regio):
        return Vergelijking(product, per_regio, ("alleen_hier",))
    compared: dict[str, set[Any]] = {
        "niveau": {een.niveaus for een in there},
        "eenheid": {een.eenheden for een in there},
        "tarief": {(een.laagste_cent, een.hoogste_cent) for een in there},
        "leeftijd": {een.leeftijden for een in there},
        "aanbieders": {een.aanbieders for een in there},
    }
    return Vergelijking(product, per_regio, tuple(wat for wat, sides in compared.items() if len(sides) > 1))
