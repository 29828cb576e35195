"""Groups that Koers knows already, so that a partner of the gebiedsagenda does not type their reach again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.authorization.zicht_gebieden import (
    visible_gebiedsagenda,
    visible_lichte_groepen,
    visible_schoolgroepen,
)
from koers.domain.actor import Actor
from koers.domain.gebiedsagenda import Werkbron, choosable
from koers.domain.rapportages import named_periode
from koers.policy import beleid
from koers.registers.sturing.models import Bereikbron, Gebiedsbijeenkomst, Partnerbijdrage
from koers.registers.toegang.models import SchoolWerk


@dataclass(frozen=True, slots=True)
class BronBeeld:
    """A group: from which table (`schoolwerk`, `lichte_groep`), what it was, where, and how many took part.

    `wat`: the key of a voorziening or of a theme for `schoolwerk`, words for `lichte_groep`.
    """

    id: UUID
    tabel: str
    wat: str
    plek: str
    datum: date
    aantal: int


def choosable_bronnen(
    by: Actor, bijeenkomst: Gebiedsbijeenkomst, organisatie_id: UUID
) -> tuple[BronBeeld, ...]:
    """Groups of a partner in the quarter of a meeting that can be counted there, within an act."""
    known = {een.id: een for een in _groups(by, bijeenkomst, organisatie_id)}
    areas = _areas_of(by, bijeenkomst.gemeente_id, known)
    elders = counted_elsewhere(by, bijeenkomst, organisatie_id)
    bronnen = (Werkbron(id, een.aantal, areas.get(id, frozenset())) for id, een in known.items())
    return tuple(known[een.id] for een in choosable(bronnen, bijeenkomst.gebied, elders))


def _groups(by: Actor, bijeenkomst: Gebiedsbijeenkomst, organisatie_id: UUID) -> Iterable[BronBeeld]:
    over = named_periode("kwartaal", bijeenkomst.kwartaal)
    same = {
        "organisatie": organisatie_id,
        "datum__gte": over.begindatum,
        "datum__lt": over.tot_datum,
    }
    at_school = visible_schoolgroepen(by, bijeenkomst.gemeente_id).filter(**same)
    for row in at_school.select_related("plek").order_by("datum", "pk"):
        yield school_group(row)
    for groep in visible_lichte_groepen(by, bijeenkomst.gemeente_id).filter(**same).order_by("datum", "pk"):
        yield BronBeeld(groep.pk, "lichte_groep", groep.thema, "", groep.datum, groep.deelnemers)


def school_group(row: SchoolWerk) -> BronBeeld:
    """A row of work at school as a group to count."""
    return BronBeeld(row.pk, "schoolwerk", row.voorziening or row.thema, row.plek.naam, row.datum, row.aantal)


def _areas_of(by: Actor, gemeente: str, ids: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    """Of a group of a voorziening that the policy places in parts of a municipality: which parts."""
    rows = visible_schoolgroepen(by, gemeente).filter(pk__in=list(ids)).exclude(voorziening="")
    found = {}
    for pk, key in rows.values_list("pk", "voorziening"):
        een = beleid().voorzieningen.get(key)
        areas = een.gebieden if een else ()
        if areas and all(beleid().gebieden[a].soort == "deelgebied" for a in areas if a in beleid().gebieden):
            found[pk] = frozenset(areas)
    return found


def counted_elsewhere(by: Actor, bijeenkomst: Gebiedsbijeenkomst, organisatie_id: UUID) -> frozenset[UUID]:
    """Groups of a partner that count at another meeting."""
    others = (
        visible_gebiedsagenda(by, Partnerbijdrage)
        .filter(organisatie=organisatie_id, gemeente=bijeenkomst.gemeente_id)
        .exclude(bijeenkomst=bijeenkomst)
        .order_by("versie")
    )
    last = {row.bijeenkomst_id: row.pk for row in others}
    pairs = Bereikbron.objects.filter(bijdrage__in=list(last.values())).values_list(
        "schoolwerk", "lichte_groep"
    )
    return frozenset(een for pair in pairs for een in pair if een is not None)
