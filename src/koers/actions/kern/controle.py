"""Checks the log against itself and against its outside witness (decision 9; trust 3).

What it cannot see: rows that were thrown away before they were sealed (at most 10 rows, those of one chunk of
messages, or 60 seconds),
rows that a crash left announced but not confirmed when they are thrown away before the next sealing, and
somebody who rewrites both the database and the witness. That is why the witness belongs on another disk.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Min, Q

from koers.actions.handeling import act
from koers.actions.kern.getuige import GEZEGELD, Punt, lines, standing_still
from koers.actions.kern.zegel import (
    HOOGSTENS_SECONDEN,
    Betrokkenen,
    Kop,
    chain_head,
    contents,
    unsealed,
    with_betrokkenen,
)
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.keten import BEGIN, link
from koers.registers.kern.models import LogRegel
from koers.registers.klok import nu

PER_KEER = 1000
# So many findings are told; the rest is counted.
HOOGSTENS_VERTELD = 50


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something wrong with the log; `code` names the sentence in `koers.presentation.zinnen`."""

    code: str
    params: dict[str, object]


@dataclass(frozen=True, slots=True)
class Bevindingen:
    """The outcome of a check: rows of the chain, rows still waiting, the last confirmed point."""

    rijen: int
    onverzegeld: int
    laatste: Punt | None
    gevonden: tuple[Bevinding, ...]
    niet_verteld: int

    @property
    def klopt(self) -> bool:
        return not self.gevonden


def verify_log(*, by: Actor) -> Bevindingen:
    """Checks the whole log. The reading comes first and holds nobody up; the act only records the outcome."""
    require(by, "verify_log")
    outcome = verify(nu())
    with act("verify_log", by=by) as spoor:
        spoor.onderwerp("log", outcome.rijen)
        spoor.note(rijen=outcome.rijen, bevindingen=len(outcome.gevonden) + outcome.niet_verteld)
    return outcome


def verify(now: datetime) -> Bevindingen:
    """Walks the chain and the witness side by side, in bounded memory."""
    path = settings.GETUIGE
    with standing_still(path) as getuige:
        kop = chain_head()
        size = getuige.size() if getuige else None
    seen = Verslag()
    witness = Vergelijking(_gezegeld(path, size)) if size is not None else None
    for volgnummer, schakel in chain_findings(kop, seen):
        if witness:
            witness.meet(volgnummer, schakel)
    if witness:
        witness.finish(kop, seen)
        _explain_head(kop, witness.last, path, size or 0, seen)
    elif kop.volgnummer:
        seen.add("log_getuige_ontbreekt", pad=str(path))
    waiting = _unsealed_findings(now, seen)
    return Bevindingen(
        seen.rijen, waiting, witness.last if witness else None, tuple(seen.gevonden), seen.niet_verteld
    )


@dataclass
class Verslag:
    """Findings while the walk goes on."""

    rijen: int = 0
    gevonden: list[Bevinding] = field(default_factory=list)
    niet_verteld: int = 0

    def add(self, code: str, **params: object) -> None:
        if len(self.gevonden) < HOOGSTENS_VERTELD:
            self.gevonden.append(Bevinding(code, params))
        else:
            self.niet_verteld += 1


def chain_findings(kop: Kop, seen: Verslag) -> Iterator[tuple[int, str]]:
    """Checks every row against the one before it; yields its place and link.

    The link is computed from the link as stored before it, so that one change is one finding.
    """
    expected, before = 1, BEGIN
    for regel, betrokkenen in _rows(kop):
        volgnummer = regel.volgnummer or 0
        if volgnummer > expected:
            seen.add("log_rij_ontbreekt", van=expected, tot=volgnummer - 1)
        elif volgnummer < expected or regel.schakel != link(before, volgnummer, contents(regel, betrokkenen)):
            seen.add("log_rij_gewijzigd", volgnummer=volgnummer)
        seen.rijen += 1
        yield volgnummer, regel.schakel
        expected, before = volgnummer + 1, regel.schakel


def _rows(kop: Kop) -> Iterator[tuple[LogRegel, Betrokkenen]]:
    """The sealed rows in order, some at a time; no transaction stays open in between."""
    sealed = LogRegel.objects.filter(volgnummer__lte=kop.volgnummer).order_by("volgnummer", "pk")
    rows = with_betrokkenen(sealed[:PER_KEER])
    while rows:
        yield from rows
        last, _ = rows[-1]
        further = Q(volgnummer__gt=last.volgnummer) | Q(volgnummer=last.volgnummer, pk__gt=last.pk)
        rows = with_betrokkenen(sealed.filter(further)[:PER_KEER])


def _gezegeld(path: Path, size: int) -> Iterator[Punt]:
    return (punt for punt in lines(path, size) if punt.soort == GEZEGELD)


class Vergelijking:
    """Holds the confirmed points of the witness beside the rows of the chain, both in order."""

    def __init__(self, punten: Iterator[Punt]) -> None:
        self._punten = punten
        self._next: Punt | None = None
        self._holes: list[tuple[int, int]] = []
        self._first_different: int | None = None
        self._different = 0
        self.last: Punt | None = None
        self._advance()

    def _advance(self) -> None:
        """To the next point; points must join up from the very first row."""
        self._next = next(self._punten, None)
        if self._next is None:
            return
        expected = self.last.tot + 1 if self.last else 1
        if self._next.van != expected and len(self._holes) < HOOGSTENS_VERTELD:
            self._holes.append((expected, self._next.van))
        self.last = self._next

    def meet(self, volgnummer: int, schakel: str) -> None:
        """The chain has come to `volgnummer`."""
        while self._next and self._next.tot <= volgnummer:
            if (self._next.tot, self._next.schakel) != (volgnummer, schakel):
                self._different += 1
                self._first_different = self._first_different or self._next.tot
            self._advance()

    def finish(self, kop: Kop, seen: Verslag) -> None:
        """What the witness knows and the chain no longer has."""
        furthest = 0
        while self._next:
            furthest = max(furthest, self._next.tot)
            self._advance()
        for expected, found in self._holes:
            if found > expected:
                seen.add("log_getuige_onvolledig", van=expected, tot=found - 1)
            else:
                seen.add("log_getuige_herhaald", volgnummer=found)
        if self._different:
            seen.add("log_getuige_wijkt_af", volgnummer=self._first_different, aantal=self._different)
        if furthest > kop.volgnummer:
            seen.add("log_ingekort", kop=kop.volgnummer, getuige=furthest)


def _explain_head(kop: Kop, last: Punt | None, path: Path, size: int, seen: Verslag) -> None:
    """Rows beyond the last confirmed point must at least have been announced: then a crash came between."""
    confirmed = last.tot if last else 0
    if kop.volgnummer <= confirmed:
        return
    announced = any((p.tot, p.schakel) == (kop.volgnummer, kop.schakel) for p in lines(path, size))
    if not announced:
        seen.add("log_kop_onaangekondigd", kop=kop.volgnummer, getuige=confirmed)


def _unsealed_findings(now: datetime, seen: Verslag) -> int:
    waiting = unsealed().count()
    oldest = unsealed().order_by().aggregate(oldest=Min("tijdstip_at"))["oldest"]
    if oldest and now - oldest > timedelta(seconds=HOOGSTENS_SECONDEN):
        seen.add("log_onverzegeld", aantal=waiting, seconden=HOOGSTENS_SECONDEN)
    return waiting
