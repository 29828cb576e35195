"""The sealer: gives committed log rows their place and chains them (decision 9).

Rows are chained in the order in which they are found, oldest id first. A transaction that commits late
with a low id simply comes later in the chain: the place (`volgnummer`) is the order, the id is not.
Not yet sealed: at most 10 rows (an act seals when it is the tenth) or 60 seconds (the worker). Acts that
are committed together (`acts`: a chunk of messages) are sealed together, right after their commit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from operator import itemgetter
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from koers.actions.kern.getuige import VOORNEMEN, Getuige, opened, standing_still
from koers.domain.keten import BEGIN, link
from koers.registers.bulk import update_each
from koers.registers.kern.logrijen import betrokkenen_of, count_unsealed
from koers.registers.kern.models import LogRegel, Slot
from koers.registers.kern.triggers import ZEGELKOLOMMEN
from koers.registers.vaste_vraag import vaste_vraag

HOOGSTENS_ONVERZEGELD = 10
HOOGSTENS_SECONDEN = 60
# Rows per transaction: after a long stop the sealer must not keep all others waiting.
PER_KEER = 500
SLOT = "logzegel"
# Whom a log row is about: the columns of each, by name.
Betrokkenen = Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Kop:
    """The end of the chain."""

    volgnummer: int
    schakel: str


def seal(now: datetime) -> int:
    """Chains all committed rows that have no place yet; how many. Raises OSError without a witness."""
    return _seal(now) if unsealed().exists() or _unconfirmed() else 0


def seal_when_full(now: datetime) -> int:
    """Seals when as many rows wait as may wait; how many were sealed."""
    return _seal(now) if count_unsealed(HOOGSTENS_ONVERZEGELD) == HOOGSTENS_ONVERZEGELD else 0


def unsealed() -> QuerySet[LogRegel]:
    """Rows without a place, oldest id first."""
    return LogRegel.objects.filter(volgnummer__isnull=True).order_by("pk")


def chain_head() -> Kop:
    """The last row of the chain, or where the first will link to."""
    rows = _last_chained()
    return Kop(*rows[0]) if rows else Kop(0, BEGIN)


@vaste_vraag
def _last_chained() -> QuerySet:
    chained = LogRegel.objects.filter(volgnummer__isnull=False).order_by("-volgnummer")
    return chained.values_list("volgnummer", "schakel")[:1]


def _to_seal() -> list[tuple[dict[str, object], Betrokkenen]]:
    """What the next rows without a place say, oldest id first; no model is made of them."""
    names = _told()
    rows = LogRegel.objects.filter(volgnummer__isnull=True).order_by("pk").values_list(*names)[:PER_KEER]
    told = [{naam: _plain(value) for naam, value in zip(names, row, strict=True)} for row in rows]
    geraakt = betrokkenen_of([int(str(een["id"])) for een in told])
    return [(een, geraakt[int(str(een["id"]))]) for een in told]


def with_betrokkenen(regels: Iterable[LogRegel]) -> list[tuple[LogRegel, Betrokkenen]]:
    """Each row with whom it is about, column by column as JSON values: for all rows in one question."""
    rows = list(regels)
    geraakt = betrokkenen_of([regel.pk for regel in rows])
    return [(regel, geraakt[regel.pk]) for regel in rows]


def contents(regel: LogRegel, betrokkenen: Betrokkenen) -> dict[str, object]:
    """All that a log row says, column by column, as JSON values; the same on both databases."""
    return _with(betrokkenen, {naam: _plain(getattr(regel, naam)) for naam in _told()})


def _with(betrokkenen: Betrokkenen, told: dict[str, object]) -> dict[str, object]:
    return told | {"betrokkenen": sorted(betrokkenen, key=itemgetter("id"))}


@cache
def _told() -> tuple[str, ...]:
    """The columns of a log row that the chain holds."""
    names = (field.attname for field in LogRegel._meta.concrete_fields)
    return tuple(naam for naam in names if naam not in ZEGELKOLOMMEN)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if isinstance(value, UUID) else value


def _unconfirmed() -> bool:
    """Whether a crash came between the commit and the line that confirms it."""
    with standing_still(settings.GETUIGE) as getuige:
        last = getuige.last() if getuige else None
    return last is not None and last.soort == VOORNEMEN


def _seal(now: datetime) -> int:
    sealed = 0
    with opened(settings.GETUIGE) as getuige:
        # What comes in meanwhile is sealed by whoever completes the next ten.
        while (batch := _seal_batch(getuige, now)) == PER_KEER:
            sealed += batch
    return sealed + batch


def _seal_batch(getuige: Getuige, now: datetime) -> int:
    with transaction.atomic(durable=True):
        Slot.objects.lock(SLOT)
        kop = chain_head()
        getuige.confirm(tot=kop.volgnummer, schakel=kop.schakel, now=now)
        places = _chain(kop, _to_seal())
        if not places:
            return 0
        new = Kop(*places[-1][:2])
        # These columns alone: the triggers refuse any other change.
        update_each(LogRegel, ZEGELKOLOMMEN, places)
        getuige.announce(van=kop.volgnummer + 1, tot=new.volgnummer, schakel=new.schakel, now=now)
    getuige.confirm(tot=new.volgnummer, schakel=new.schakel, now=now)
    return len(places)


def _chain(kop: Kop, regels: Iterable[tuple[dict[str, object], Betrokkenen]]) -> list[tuple[int, str, int]]:
    """The place, the link and the id of each row."""
    places = []
    for told, betrokkenen in regels:
        kop = Kop(kop.volgnummer + 1, link(kop.schakel, kop.volgnummer + 1, _with(betrokkenen, told)))
        places.append((kop.volgnummer, kop.schakel, int(str(told["id"]))))
    return places
