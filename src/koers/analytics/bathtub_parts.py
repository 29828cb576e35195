"""The basin in parts: stock, inflow, outflow and return per route, level, product, provider, age or practice.

Exact, as the basin itself, so for inside use only. A young person with help of two kinds stands in the group
of each, so the parts of a stock can be more than the whole. Who stopped and began again in another group did
not come back here: that is a step from one kind of help to another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from koers.analytics.areas import Area
from koers.analytics.bathtub import SPECIALISTISCH
from koers.analytics.engines import Engine
from koers.analytics.model import (
    Gebeurtenissen,
    Heropname,
    Leeftijd,
    Maat,
    Selectie,
    Stand,
    Stroom,
    Venster,
    Voorwaarde,
)

Splitsing = Literal["route", "niveau", "product", "aanbieder", "leeftijd", "praktijk"]
SPLITSINGEN: tuple[Splitsing, ...] = get_args(Splitsing)
BINNEN_DAGEN = 365
# Up to and including; on the day itself: of beginning, of stopping, or the last of the year.
LEEFTIJDEN = ((0, 3), (4, 11), (12, 15), (16, 17), (18, 22))


@dataclass(frozen=True, slots=True)
class Deel:
    """One group in a year. `groep` None: not known. `gestopt`, `terug`: of the times help stopped in the year
    before, how often it began again within 12 months: only that year is followed to its end.

    Of a practice only `instroom` is known: referrals after which help began in the year; the rest is None.
    """

    groep: object
    stand: int | None
    instroom: int
    uitstroom: int | None
    gestopt: int | None
    terug: int | None


NIEMAND = Deel(None, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Verdeling:
    """`geheel`: the area as a whole, of which the parts are."""

    per: Splitsing
    jaar: int
    geheel: Deel
    delen: tuple[Deel, ...]


def needed_for(per: Splitsing) -> str:
    """The table that holds this."""
    return "verwijzingen" if per == "praktijk" else "spells"


def basin_parts(
    motor: Engine, data: Any, area: Area, venster: Venster, per: Splitsing, *, specialistisch: bool
) -> Verdeling:
    """The parts in one calendar year. Needs `spells`; for a practice `verwijzingen`."""
    waar = [Voorwaarde("gemeente", area.gemeenten)]
    waar += [Voorwaarde("niveau", SPECIALISTISCH)] if specialistisch else []
    if per == "praktijk":
        led_on = Gebeurtenissen("verwijzingen", tuple(waar), dag="hulp_begindatum")
        counted = motor.compute(led_on, data, (venster,), (per,))
        parts: dict[object, Deel] = {
            u.groep[0]: Deel(u.groep[0], None, u.teller, None, None, None) for u in counted
        }
        whole = sum(part.instroom for part in parts.values())
        return Verdeling(per, venster.jaar, Deel(None, None, whole, None, None, None), _sorted(parts))
    uit = (Selectie("spells", tuple(waar)),)
    whole_ = _grouped(motor, data, uit, venster, ()).get(None, NIEMAND)
    if per != "leeftijd":
        return Verdeling(per, venster.jaar, whole_, _sorted(_grouped(motor, data, uit, venster, (per,))))
    ages = []
    for van, tot_en_met in LEEFTIJDEN:
        found = _grouped(motor, data, uit, venster, (), Leeftijd(van, tot_en_met)).get(None, NIEMAND)
        ages.append(replace(found, groep=f"{van}-{tot_en_met}"))
    return Verdeling(per, venster.jaar, whole_, tuple(ages))


def _grouped(
    motor: Engine,
    data: Any,
    uit: tuple[Selectie, ...],
    venster: Venster,
    dims: tuple[str, ...],
    leeftijd: Leeftijd | None = None,
) -> dict[object, Deel]:
    """The parts by one dimension, or without any the whole under None."""

    leeftijd = leeftijd or Leeftijd()

    def counts(maat: Maat, when: Venster) -> Mapping[object, tuple[int, int]]:
        found = motor.compute(maat, data, (when,), dims)
        return {u.groep[0] if dims else None: (u.teller, u.noemer or 0) for u in found}

    stock = counts(Stand(uit, leeftijd=leeftijd), venster)
    into = counts(Stroom(uit, "in", leeftijd=leeftijd), venster)
    out = counts(Stroom(uit, "uit", leeftijd=leeftijd), venster)
    again = counts(Heropname(uit, BINNEN_DAGEN, leeftijd=leeftijd), venster.in_year(venster.jaar - 1))
    none = (0, 0)
    return {
        key: Deel(
            key,
            stock.get(key, none)[0],
            into.get(key, none)[0],
            out.get(key, none)[0],
            again.get(key, none)[1],
            again.get(key, none)[0],
        )
        for key in {*stock, *into, *out, *again}
    }


def _sorted(parts: Mapping[object, Deel]) -> tuple[Deel, ...]:
    """By what they are, never by how many: it is no ranking. What is not known comes last."""
    return tuple(sorted(parts.values(), key=lambda part: (part.groep is None, _key(part.groep))))


def _key(groep: object) -> tuple[int, str]:
    return (groep, "") if isinstance(groep, int) else (0, str(groep))
