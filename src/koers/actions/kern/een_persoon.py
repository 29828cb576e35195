"""Two rows that are one person, read as one: by whoever may see both, and by nobody else.

A merge (`Samenvoeging`) moves nothing. Reads ask here which rows are one person: the name and BSN come from
the row that stays, what was written about either row is told of that one person. In a family somebody keeps
the id by which the family knows them, so what is written there later stays apart too, and undoing a merge
gives back exactly what there was. Who stays is never itself merged into a third, so this looks one step far.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from koers.authorization.zicht import visible_samenvoegingen
from koers.domain.actor import Actor
from koers.domain.namen import name_of
from koers.registers.kern.kluis import index_bsn
from koers.registers.kern.models import Persoon, Samenvoeging
from koers.registers.vaste_vraag import vaste_vraag


@dataclass(frozen=True, slots=True)
class EenPersoon:
    """Merges as a reader meets them: the id of the row that went up, and the person who stays."""

    blijft: Mapping[UUID, Persoon]

    def kept(self, wie: UUID) -> UUID:
        """The id of the person that this row is."""
        return self.blijft[wie].pk if wie in self.blijft else wie

    def persoon(self, persoon: Persoon) -> Persoon:
        """The row to read name, birth date and BSN from."""
        return self.blijft.get(persoon.pk, persoon)

    def name_of(self, persoon: Persoon) -> str:
        """The name of the row that stays."""
        return name_of(self.persoon(persoon))

    def rows_of(self, people: Iterable[UUID]) -> set[UUID]:
        """Every row of these people."""
        kept = {self.kept(wie) for wie in people}
        return kept | {opgegaan for opgegaan, persoon in self.blijft.items() if persoon.pk in kept}


NIEMAND = EenPersoon({})


def one_person(by: Actor, today: date) -> EenPersoon:
    """The merges of people who are both in families of this actor; nearly always there are none."""
    return _as_read(visible_samenvoegingen(by, today)) if _any_merge(by, today) else NIEMAND


@vaste_vraag
def _any_merge(by: Actor, today: date) -> QuerySet:
    return visible_samenvoegingen(by, today).values_list("pk")[:1]


def one_among(people: Iterable[UUID]) -> EenPersoon:
    """The merges among people who are at hand already, whoever looks."""
    rows = set(people)
    return _as_read(Samenvoeging.running().filter(blijft__in=rows, opgegaan__in=rows))


def rows_anywhere(persoon_id: UUID) -> set[UUID]:
    """Every row of this person, also out of sight: only for rules that keep something from somebody."""
    running = Samenvoeging.running()
    up = running.filter(opgegaan_id=persoon_id).values_list("blijft_id", flat=True).first()
    kept = up or persoon_id
    return {kept, *running.filter(blijft_id=kept).values_list("opgegaan_id", flat=True)}


def kept_anywhere(persoon: Persoon) -> Persoon:
    """The row that stays, also out of sight: for a message, which names the number of that row."""
    row = Samenvoeging.running().filter(opgegaan=persoon).select_related("blijft").first()
    return row.blijft if row else persoon


def rows_with_bsn(gemeente: str, bsn: str) -> set[UUID]:
    """Every row of the person with this number here; none if nobody has it."""
    kept = Persoon.objects.filter(gemeente=gemeente, bsn_index=index_bsn(bsn)).values_list("pk", flat=True)
    found = kept.first()
    return rows_anywhere(found) if found else set()


def _as_read(rows: QuerySet[Samenvoeging]) -> EenPersoon:
    return EenPersoon({row.opgegaan_id: row.blijft for row in rows.select_related("blijft")})


class Lid(Protocol):
    """A member of a family, as far as who they are."""

    gezin_id: UUID
    persoon_id: UUID


L = TypeVar("L", bound=Lid)


def once_each(leden: Iterable[L], one: EenPersoon) -> list[L]:
    """The members in this order, each person once per family: by the row that stays if that is a member."""
    found: dict[tuple[UUID, UUID], L] = {}
    for lid in leden:
        who = lid.gezin_id, one.kept(lid.persoon_id)
        if who not in found or lid.persoon_id == who[1]:
            found[who] = lid
    return list(found.values())
