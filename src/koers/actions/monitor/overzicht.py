"""All indicators at once: from Koers's own mart, or from tables that somebody has in hand.

Tables in hand need no register. Who has the rows may count them, so exact figures of them are no secret for
that person; they stay marked as internal. Exact figures of the register are for a role, with a log row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from koers.actions.monitor.berekend import (
    DOEL,
    EERSTE_JAAR,
    Berekening,
    calculation,
    missing_tables,
    read_indicator,
)
from koers.actions.monitor.mart import end_of_day, kept_stands, refresh_mart
from koers.actions.monitor.motoren import asked_engine, let_go
from koers.analytics.areas import Area, areas_of, asked_area, policy_areas
from koers.analytics.engines import STANDAARD, Engine
from koers.analytics.figures import Told, count, needed_tables, tell
from koers.analytics.measures import measures, with_targets
from koers.analytics.model import Definitie, Venster, windows
from koers.analytics.model.windows import named_window
from koers.domain.actor import Actor
from koers.domain.disclosed import CelStatus, Klasse
from koers.domain.spells import TABELLEN
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import nu, vandaag

VROEGSTE_JAAR = 2010


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`berekeningen`: every reading that could be counted. `missen`: indicators with the tables that lack.

    `zonder_periode`: the period is not a year, of which nothing may be told to everybody. `later`: rows that
    were written after the asked stand, and so did not count.
    """

    berekeningen: tuple[Berekening, ...]
    missen: tuple[tuple[str, tuple[str, ...]], ...]
    zonder_periode: bool = False
    later: int = 0


def read_overzicht(
    *,
    by: Actor,
    gebied: str | None,
    periode: str | None,
    klasse: Klasse = Klasse.OPENBAAR,
    stand: date | None = None,
    motor: str = STANDAARD,
) -> Overzicht:
    """All indicators from the own mart, as everybody may see them. `stand`: as known at the end of that day;
    the mart of a day that was not kept yet is made now. `motor`: see `read_indicator`.

    Refused: intern_alleen_in_de_browser, gebied_onbekend, periode_onbekend, periode_in_toekomst,
    stand_in_toekomst.
    """
    if klasse is Klasse.INTERN:
        raise Refused("intern_alleen_in_de_browser")
    venster = _asked_window(periode, stand)
    gebieden = tuple(beleid().gebieden.values())
    area = asked_area(gebied, policy_areas(gebieden), gebieden) if gebied else None
    if stand is not None and (stand not in kept_stands() or stand == vandaag()):
        refresh_mart(by=by, stand=stand)
    found, missing = [], []
    for indicator, readings in measures().items():
        if lacks := missing_tables(indicator):
            missing.append((indicator, lacks))
            continue
        for lezing in readings:
            one = read_indicator(by=by, indicator=indicator, lezing=lezing, stand=stand, motor=motor)
            if one is not None:
                found.append(_part(one, area, venster))
    return Overzicht(tuple(found), tuple(missing), venster is not None and not _is_year(venster))


def count_overzicht(
    tabellen: Mapping[str, Sequence[Any]],
    *,
    gebied: str | None,
    periode: str | None,
    klasse: Klasse = Klasse.OPENBAAR,
    stand: date | None = None,
    motor: str = STANDAARD,
) -> Overzicht:
    """All indicators from these rows, by table name. `stand`: only rows that were written by the end of that
    day. `motor`: who counts. Refused: as above, and gebied_onvolledig.
    """
    venster = _asked_window(periode, stand)
    tabellen, later = _known_then(tabellen, stand)
    gebieden = tuple(beleid().gebieden.values())
    areas = areas_of(policy_areas(gebieden), municipalities(tabellen))
    area = asked_area(gebied, areas, gebieden) if gebied else None
    vensters = (venster,) if venster else windows("jaar", first_year(tabellen), (stand or vandaag()).year)
    rekenaar, peildatum = asked_engine(motor), latest_moment(tabellen)
    data = rekenaar.load_rows(tabellen)
    telling = _Telling(rekenaar, data, areas, vensters, klasse, peildatum, stand)
    found, missing = [], []
    for indicator, readings in measures().items():
        for definitie in readings.values():
            lacks = tuple(naam for naam in needed_tables(definitie.maat) if naam not in tabellen)
            if lacks:
                missing.append((indicator, lacks))
                continue
            whole = with_targets(definitie, beleid().indicatoren[indicator])
            one = _calculated(whole, telling)
            found.append(_part(one, area, None))
    let_go(data)
    return Overzicht(tuple(found), tuple(dict.fromkeys(missing)), _keeps_back(klasse, vensters), later)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is counted from, over what, and for whom; `peildatum`: when the last row was written."""

    motor: Engine
    data: Any
    areas: tuple[Area, ...]
    vensters: tuple[Venster, ...]
    klasse: Klasse
    peildatum: datetime | None
    stand: date | None


def _calculated(definitie: Definitie, t: _Telling) -> Berekening:
    """Always over the whole lattice, so that what is told does not depend on what is asked."""
    counted = count(definitie, t.motor, t.data, t.areas, t.vensters)
    told = tell(counted, t.klasse, doel=DOEL)
    if _keeps_back(t.klasse, t.vensters):
        told = Told(t.klasse, tuple(map(_untold, told.cijfers)), ("alleen_jaren_openbaar",))
    return calculation(definitie, told, t.vensters, t.peildatum, t.stand)


def _keeps_back(klasse: Klasse, vensters: tuple[Venster, ...]) -> bool:
    return klasse is Klasse.OPENBAAR and not all(map(_is_year, vensters))


def _untold(cijfer: Any) -> Any:
    """Quarters and months beside their year let too much be worked out: only years are for everybody."""
    return replace(
        cijfer, status=CelStatus.INGEHOUDEN, waarde=None, teller=None, noemer=None, zonder_geheel=False
    )


def _part(one: Berekening, area: Area | None, venster: Venster | None) -> Berekening:
    """Only the asked area and period; another period than a year is there without figures."""
    cijfers = tuple(c for c in one.cijfers if area is None or c.gebied == area.code)
    if venster is None:
        return replace(one, cijfers=cijfers)
    if _is_year(venster):
        cijfers = tuple(c for c in cijfers if c.periode == venster.naam)
    else:
        year = tuple(c for c in cijfers if c.periode == str(venster.jaar))
        cijfers = tuple(replace(_untold(c), periode=venster.naam) for c in year)
    return replace(one, cijfers=cijfers, perioden=(venster.naam,))


def _known_then(
    tabellen: Mapping[str, Sequence[Any]], stand: date | None
) -> tuple[Mapping[str, Sequence[Any]], int]:
    """The rows that were written by the end of a day, and how many were written later."""
    if stand is None:
        return tabellen, 0
    if stand > vandaag():
        raise Refused("stand_in_toekomst", stand=stand)
    grens = end_of_day(stand)
    then = {
        naam: [rij for rij in rijen if getattr(rij, "vastgelegd_at", grens) < grens or naam == "bevolking"]
        for naam, rijen in tabellen.items()
    }
    return then, sum(len(rijen) - len(then[naam]) for naam, rijen in tabellen.items())


def _asked_window(periode: str | None, stand: date | None) -> Venster | None:
    if periode is None:
        return None
    try:
        venster = named_window(periode.strip().upper())
    except ValueError:
        raise Refused("periode_onbekend", periode=periode) from None
    if venster.begindatum > (stand or vandaag()):
        raise Refused("periode_in_toekomst", periode=periode)
    return venster


def _is_year(venster: Venster) -> bool:
    return len(venster.naam) == 4


def municipalities(tabellen: Mapping[str, Sequence[Any]]) -> set[str]:
    """The codes that occur in any row."""
    return {rij.gemeente for rijen in tabellen.values() for rij in rijen}


def first_year(tabellen: Mapping[str, Sequence[Any]]) -> int:
    """The first year that any table tells of, within reason."""
    years = list(_years(tabellen))
    return min(max(min(years, default=EERSTE_JAAR), VROEGSTE_JAAR), vandaag().year)


def _years(tabellen: Mapping[str, Sequence[Any]]) -> Iterator[int]:
    for naam, rijen in tabellen.items():
        kolom = TABELLEN[naam].dagkolom
        yield from {int(str(getattr(rij, kolom))[:4]) for rij in rijen}


def latest_moment(tabellen: Mapping[str, Sequence[Any]]) -> datetime | None:
    """When the last row was written down; a planned end can lie ahead, what is known cannot."""
    moments = [
        rij.vastgelegd_at for rijen in tabellen.values() for rij in rijen if hasattr(rij, "vastgelegd_at")
    ]
    return min(max(moments), nu().astimezone(UTC)) if moments else None
