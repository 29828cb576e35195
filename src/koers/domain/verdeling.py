"""Sharing an amount over municipalities without losing a cent, at once and in periods.

Method: the largest remainder (Hamilton). Each gets its exact proportion rounded down to the cent; the cents
that are left go one by one to those who lost the largest part of a cent. Who lost equally much: first the
larger weight, then the id in the order of the alphabet. A negative amount is the mirror of the positive one.

So the shares add up exactly, nobody is a whole cent off the exact proportion, a larger weight never gets
less, and the order in which the weights come does not matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

# What weights may be; never a float, which is not the number that people wrote.
Gewichten = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Deel:
    """What one municipality pays: `bedrag_cent` in whole cents; `aandeel` its exact part, 0 to 1."""

    gemeente: str
    bedrag_cent: int
    aandeel: Fraction


def share(bedrag_cent: int, gewichten: Gewichten) -> tuple[Deel, ...]:
    """`bedrag_cent` shared in proportion to the weights, in the order of their ids.

    Raises ValueError for a weight below zero, and when no weight is above zero.
    """
    delen = proportions(gewichten)
    if bedrag_cent < 0:
        return tuple(Deel(d.gemeente, -d.bedrag_cent, d.aandeel) for d in share(-bedrag_cent, gewichten))
    exact = {naam: bedrag_cent * deel for naam, deel in delen.items()}
    heel = {naam: int(waarde) for naam, waarde in exact.items()}
    over = bedrag_cent - sum(heel.values())
    rij = sorted(delen, key=lambda naam: (heel[naam] - exact[naam], -delen[naam], naam))
    extra = set(rij[:over])
    return tuple(Deel(naam, heel[naam] + (naam in extra), delen[naam]) for naam in sorted(delen))


def proportions(gewichten: Gewichten) -> dict[str, Fraction]:
    """Each weight as an exact part of all weights together. Raises ValueError as `share` does."""
    totaal = sum(gewichten.values(), Fraction(0))
    if any(gewicht < 0 for gewicht in gewichten.values()) or totaal <= 0:
        raise ValueError("a key needs weights of zero and more, and one above zero")
    return {naam: Fraction(gewicht) / totaal for naam, gewicht in gewichten.items()}


def mixed(sleutels: Mapping[str, Gewichten], mengsel: Gewichten) -> dict[str, Fraction]:
    """The proportions of several keys in one, each counting by its own weight in `mengsel`.

    All keys are about the same municipalities. Raises ValueError when they are not, or for an empty mix.
    """
    per_sleutel = {naam: proportions(sleutels[naam]) for naam in mengsel}
    telt = proportions(mengsel)
    namen = {frozenset(delen) for delen in per_sleutel.values()}
    if len(namen) != 1:
        raise ValueError("the keys are about different municipalities")
    return {
        gemeente: sum((telt[naam] * per_sleutel[naam][gemeente] for naam in mengsel), Fraction(0))
        for gemeente in next(iter(namen))
    }


def in_periods(bedragen: Mapping[str, int], perioden: int) -> dict[str, tuple[int, ...]]:
    """Each yearly amount in `perioden` invoices that add up to it, equal but for a cent.

    The cents that do not divide go round the periods, each municipality going on where the one before it
    stopped: so the periods together are equal but for a cent as well. Raises ValueError below one period.
    """
    if perioden < 1:
        raise ValueError("there is at least one period")
    facturen, plek = {}, 0
    for naam in sorted(bedragen):
        teken = -1 if bedragen[naam] < 0 else 1
        heel, over = divmod(abs(bedragen[naam]), perioden)
        extra = {(plek + stap) % perioden for stap in range(over)}
        facturen[naam] = tuple(teken * (heel + (periode in extra)) for periode in range(perioden))
        plek = (plek + over) % perioden
    return facturen


def hours_to_cents(minuten: int, cent_per_uur: int) -> int:
    """What hours cost at a rate: cents, half a cent upwards, as on paper. Raises ValueError below zero."""
    if minuten < 0 or cent_per_uur < 0:
        raise ValueError("hours and rates are not below zero")
    return (2 * minuten * cent_per_uur + 60) // 120
