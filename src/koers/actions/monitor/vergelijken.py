"""Any two areas or years beside each other, for every indicator, as everybody may see them.

Only figures that are told already are put side by side, so nothing comes out that was not out. Areas are
compared, never ranked: there are always two, in the order in which they were asked.
"""

from dataclasses import dataclass
from datetime import datetime

from koers.actions.monitor.berekend import EERSTE_JAAR, Berekening, missing_tables, read_indicator
from koers.analytics.areas import Area, asked_area, policy_areas
from koers.analytics.figures import Cijfer
from koers.analytics.measures import measures
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the two: an area and a year."""

    gebied: Area
    periode: str


@dataclass(frozen=True, slots=True)
class Vergelijkregel:
    """An indicator on both sides, in its standard reading."""

    indicator: str
    eenheid: str
    een: Cijfer
    ander: Cijfer
    definitie_versie: str
    peildatum: datetime | None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """`missen`: indicators that cannot be computed here."""

    een: Kant
    ander: Kant
    regels: tuple[Vergelijkregel, ...]
    missen: tuple[str, ...]


def areas_to_compare() -> tuple[Area, ...]:
    """The areas that figures are told of."""
    return policy_areas(tuple(beleid().gebieden.values()))


def years_to_compare() -> tuple[str, ...]:
    """The years, the latest first."""
    return tuple(str(jaar) for jaar in range(vandaag().year, EERSTE_JAAR - 1, -1))


def compare(
    *, by: Actor | None, een: tuple[str, str], ander: tuple[str, str], soort: str | None = None
) -> Vergelijking:
    """Two pairs of a code of an area and a year; of indicators of one kind, or all. Refused: gebied_onbekend,
    periode_onbekend, twee_keer_hetzelfde.
    """
    sides = _side(*een), _side(*ander)
    if sides[0] == sides[1]:
        raise Refused("twee_keer_hetzelfde")
    found, missing = [], []
    for indicator in measures():
        if soort is not None and beleid().indicatoren[indicator].soort != soort:
            continue
        computed = None if missing_tables(indicator) else read_indicator(by=by, indicator=indicator)
        if computed is None:
            missing.append(indicator)
        else:
            found.append(_line(computed, *sides))
    return Vergelijking(*sides, tuple(found), tuple(missing))


def _side(gebied: str, periode: str) -> Kant:
    if periode not in years_to_compare():
        raise Refused("periode_onbekend", periode=periode)
    return Kant(asked_area(gebied, areas_to_compare(), tuple(beleid().gebieden.values())), periode)


def _line(one: Berekening, een: Kant, ander: Kant) -> Vergelijkregel:
    told = {(c.gebied, c.periode): c for c in one.cijfers}
    return Vergelijkregel(
        one.id,
        one.eenheid,
        told[een.gebied.code, een.periode],
        told[ander.gebied.code, ander.periode],
        one.definitie_versie,
        one.peildatum,
    )
