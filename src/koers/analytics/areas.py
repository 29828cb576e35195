"""The areas that figures are told of: municipalities, and the regions that consist of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from koers.domain.weigering import Refused
from koers.policy.kinds.areas import Gebied

GEHELEN = ("inkoopregio", "jeugdregio")


@dataclass(frozen=True, slots=True)
class Area:
    """`gemeenten`: which it consists of. `delen`: the areas directly within it; none for a municipality."""

    code: str
    naam: str
    gemeenten: tuple[str, ...]
    delen: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Does it consist of other areas?"""
        return bool(self.delen)


def policy_areas(gebieden: Sequence[Gebied]) -> tuple[Area, ...]:
    """Municipalities with an own environment by name, then the regions that consist of them, smallest first.

    A region without a code goes by its id.
    """
    own = [g for g in gebieden if g.eigen_omgeving and g.code]
    found = [Area(g.code or g.id, g.naam.nl, (g.code or g.id,)) for g in sorted(own, key=lambda g: g.naam.nl)]
    ids = {g.id: g.code or g.id for g in own}
    for soort in GEHELEN:
        for whole in (g for g in gebieden if g.soort == soort):
            code = whole.code or whole.id
            parts = tuple(ids[g.id] for g in gebieden if g.deel_van == whole.id and g.id in ids)
            if parts:
                within = {c for area in found if area.code in parts for c in area.gemeenten}
                found.append(Area(code, whole.naam.nl, tuple(sorted(within)), parts))
                ids[whole.id] = code
    return tuple(found)


def areas_of(areas: Sequence[Area], aanwezig: Iterable[str]) -> tuple[Area, ...]:
    """The areas that delivered rows can tell about: municipalities that occur, also ones that policy does not
    know, and regions all of whose municipalities occur.
    """
    there = set(aanwezig)
    known = {area.code for area in areas}
    strange = tuple(Area(code, code, (code,)) for code in sorted(there - known))
    return (
        *(a for a in areas if not a.is_whole and a.code in there),
        *strange,
        *(a for a in areas if a.is_whole and there.issuperset(a.gemeenten)),
    )


def asked_area(vraag: str, areas: Sequence[Area], gebieden: Sequence[Gebied]) -> Area:
    """The area with this code or id. Refused: gebied_onbekend, or gebied_onvolledig for a region of which
    municipalities are missing.
    """
    codes = {g.id: g.code or g.id for g in gebieden}
    code = codes.get(vraag.strip().lower(), vraag.strip().upper())
    for area in areas:
        if code in (area.code, area.code.upper()):
            return area
    for whole in policy_areas(gebieden):
        missing = set(whole.gemeenten) - {area.code for area in areas}
        if whole.is_whole and code == whole.code:
            raise Refused("gebied_onvolledig", gebied=whole.naam, missen=", ".join(sorted(missing)))
    raise Refused("gebied_onbekend", gebied=vraag, gebieden=", ".join(area.code for area in areas))
