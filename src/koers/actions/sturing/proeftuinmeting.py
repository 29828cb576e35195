"""The counts of a proeftuin, and what is told of them to whom.

An indicator is read as everybody may see it, also for the own municipality: the neighbours' exact numbers are
not ours, and what an effect is computed from may never tell more than its parts. Typed counts are exact for
who steers on exact figures; to everybody else they are told through disclosure, and so is the effect.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from koers.actions.monitor.berekend import Berekening, read_indicator
from koers.actions.sturing.agenda import VOLGORDE
from koers.analytics.areas import policy_areas
from koers.analytics.disclosure import ExactTable, disclose
from koers.analytics.effect import estimate
from koers.analytics.figures import is_share
from koers.analytics.lattice import part_of
from koers.analytics.measures import definition, measures
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.disclosed import MET_WAARDE, CelStatus, DisclosedCell, Sleutel
from koers.domain.proeftuinen import Meting, frozen, verdict, years_around
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Proeftuin, ProeftuinOntwerp, Proeftuintelling

# A told figure does not say to which multiple it was rounded: this is the widest that is told.
BREEDSTE_AFRONDING = 10


def countable() -> tuple[str, ...]:
    """The indicators of the policy that Koers counts as a part of a whole, in the order of the policy."""
    known = measures()
    return tuple(een for een in beleid().indicatoren if een in known and is_share(definition(een).maat))


def told_municipalities() -> dict[str, str]:
    """Code and name of every municipality that indicators are told of."""
    areas = policy_areas(tuple(beleid().gebieden.values()))
    return {area.code: area.naam for area in areas if not area.is_whole}


def evaluate(by: Actor, row: Proeftuin, ontwerp: ProeftuinOntwerp) -> dict[str, Any]:
    """What an evaluation keeps: the counts as they are now, the effect and the verdict."""
    counted = read_indicator(by=by, indicator=ontwerp.indicator) if ontwerp.indicator else None
    metingen = (
        of_indicator(counted, ontwerp, until=vandaag()) if ontwerp.indicator else typed(by, row, ontwerp)
    )
    effect = estimate(metingen)
    return {
        "metingen": [kept(een) for een in metingen],
        "effect": frozen(effect) if effect else None,
        "oordeel": verdict(effect, ontwerp.richting),
        "exact": not ontwerp.indicator,
        "definitie_versie": counted.definitie_versie if counted else "",
        "peildatum": counted.peildatum.isoformat() if counted and counted.peildatum else "",
        "voorlopig": _provisional(counted, metingen),
    }


def of_indicator_before(by: Actor, ontwerp: ProeftuinOntwerp) -> list[Meting]:
    """The told figures of both groups before the start."""
    return of_indicator(read_indicator(by=by, indicator=ontwerp.indicator), ontwerp, until=ontwerp.begindatum)


def of_indicator(counted: Berekening | None, ontwerp: ProeftuinOntwerp, *, until: date) -> list[Meting]:
    """The told figures of both groups in whole years around the start; what is hidden is not there."""
    if counted is None:
        return []
    years = years_around(counted.perioden, ontwerp.begindatum, until)
    groups = dict.fromkeys(ontwerp.groep, True) | dict.fromkeys(ontwerp.vergelijking, False)
    return [
        Meting(
            *(een.gebied, groups[een.gebied], een.periode, years[een.periode], een.teller, een.noemer),
            1 if een.status is CelStatus.GETOOND else BREEDSTE_AFRONDING,
        )
        for een in sorted(counted.cijfers, key=lambda een: een.periode)
        if een.gebied in groups
        and een.periode in years
        and een.status in MET_WAARDE
        and een.teller is not None
        and een.noemer
    ]


def typed(by: Actor, row: Proeftuin, ontwerp: ProeftuinOntwerp) -> list[Meting]:
    """The counts that people typed, exact, of the units that the design names.

    A period in which the start falls, since the design changed, is half of both and stays out.
    """
    groups = dict.fromkeys(ontwerp.groep, True) | dict.fromkeys(ontwerp.vergelijking, False)
    rows = visible_agenda(by, Proeftuintelling).filter(proeftuin=row).order_by("begindatum", *VOLGORDE)
    return [
        Meting(
            een.eenheid,
            groups[een.eenheid],
            f"{een.begindatum}/{een.einddatum}",
            een.begindatum >= ontwerp.begindatum,
            een.teller,
            een.noemer,
        )
        for een in rows
        if een.eenheid in groups and not een.begindatum < ontwerp.begindatum <= een.einddatum
    ]


def for_everybody(metingen: Iterable[Meting]) -> tuple[list[Meting], bool]:
    """Exact counts as everybody may know them, and whether all of them could be told."""
    rows = {(een.eenheid, een.periode): een for een in metingen}
    cells: dict[Sleutel, int] = {
        (deel, *key): number
        for key, een in rows.items()
        for deel, number in (("teller", een.teller), ("noemer", een.noemer))
    }
    parts = [part_of(("teller", *key), ("noemer", *key)) for key in rows]
    table = disclose(ExactTable("proeftuin", ("deel", "eenheid", "periode"), cells, parts))
    told = {cel.sleutel: cel for cel in table.cellen}
    found = [
        _told(een, told["teller", *key], told["noemer", *key])
        for key, een in rows.items()
        if all(told[deel, *key].waarde is not None for deel in ("teller", "noemer"))
    ]
    return found, len(found) == len(rows)


def kept(een: Meting) -> list[Any]:
    """A count as plain values, in the order of `Meting`."""
    return [een.eenheid, een.groep, een.periode, een.na, een.teller, een.noemer, een.afronding]


def _told(een: Meting, teller: DisclosedCell, noemer: DisclosedCell) -> Meting:
    whole = noemer.waarde or 0
    return Meting(
        *(een.eenheid, een.groep, een.periode, een.na, min(teller.waarde or 0, whole), whole),
        max(teller.basis, noemer.basis),
    )


def _provisional(counted: Berekening | None, metingen: Iterable[Meting]) -> list[str]:
    """The years that were used and can still change."""
    used: Mapping[str, None] = dict.fromkeys(een.periode for een in metingen)
    open_ = {een.periode for een in counted.cijfers if een.voorlopig} if counted else set()
    return [een for een in used if een in open_]
